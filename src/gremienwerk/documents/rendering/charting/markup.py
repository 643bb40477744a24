"""SVG as text: elements whose attributes and words cannot break out, and numbers in one short form.

Only presentation attributes are written, no style and no script, so that a page with a strict
Content-Security-Policy can show the drawing in its own markup.
"""

from xml.sax.saxutils import escape

_QUOTED = {'"': "&quot;", "'": "&#39;", "\n": " ", "\t": " "}


def number(value: float) -> str:
    """A coordinate with at most one decimal: the same on every machine."""
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0")
        if abs(value) < 0.05
        else f"{value:.1f}".removesuffix(".0")
    )


def element(name: str, /, *children: str, **attributes: str | float) -> str:
    """An element; attribute names write `_` for `-`, and a trailing `_` is dropped (`class_`)."""
    parts = [name]
    for key, value in attributes.items():
        text = value if isinstance(value, str) else number(value)
        parts.append(f'{key.rstrip("_").replace("_", "-")}="{escape(text, _QUOTED)}"')
    start = " ".join(parts)
    return f"<{start}>{''.join(children)}</{name}>" if children else f"<{start}/>"


def words(text: str) -> str:
    """Text content."""
    return escape(text)
