"""Numbers as word processors print them before a paragraph: 1, a, A, i, I and their mixtures."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """The number in letters as Word counts: a … z, aa, bb and so on."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)


def roman(number: int) -> str:
    """The number in small Roman numerals; numbers outside 1–3999 stay in digits."""
    if not 0 < number < 4000:
        return str(number)
    rest, out = number, ""
    for value, sign in _ROMAN:
        while rest >= value:
            out += sign
            rest -= value
    return out


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "decimalZero": lambda n: f"{n:02d}",
    "ordinal": lambda n: f"{n}.",
    "none": lambda _n: "",
    # OpenDocument names the same formats by their first sign.
    "a": letters,
    "A": lambda n: letters(n).upper(),
    "i": roman,
    "I": lambda n: roman(n).upper(),
    "": lambda _n: "",
}


def formatted(number: int, style: str) -> str:
    """A counter in the named format of WordprocessingML or OpenDocument; unknown formats count in digits."""
    write = _FORMATS.get(style)
    return write(number) if write else str(number)
