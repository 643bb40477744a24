"""The body's colour made fit for print: darkened until text in it stands at least 4.5:1 against paper (WCAG 1.4.3)."""

import re

DEFAULT = "#1d4f91"
NEEDED = 4.5


def readable(*, colour: str) -> str:
    """The colour, or a darker one of the same hue; the default where it is no #rrggbb."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return DEFAULT
    parts = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    while contrast_with_white(parts) < NEEDED:
        parts = [int(part * 0.93) for part in parts]
    return "#" + "".join(f"{part:02x}" for part in parts)


def contrast_with_white(parts: list[int]) -> float:
    """The contrast ratio of a colour (0–255 each) to white, by WCAG 2."""
    linear = [
        (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4) for v in (part / 255 for part in parts)
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
