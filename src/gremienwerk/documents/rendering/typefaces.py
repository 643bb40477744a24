"""The bundled typefaces: which characters they can show, and how wide a text is in them.

System fonts are never used, so that a document looks the same on every machine. `fonts/coverage.json` says
which file shows which characters, in order of preference; `python -m gremienwerk.documents.rendering.typefaces` writes it anew from the files.
"""

import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTFont

FONT_DIRECTORY = Path(__file__).parent / "fonts"
COVERAGE_FILE = FONT_DIRECTORY / "coverage.json"
PRIMARY = "NotoSans-Regular.ttf"
# Stands for a character that no bundled typeface can show; every family falls back to one that has it.
MARK = "\N{REPLACEMENT CHARACTER}"

Weight = Literal["regular", "semibold"]
_PRIMARY_FILES: dict[Weight, str] = {"regular": PRIMARY, "semibold": "NotoSans-SemiBold.ttf"}


@lru_cache(maxsize=1)
def coverage() -> dict[str, tuple[tuple[int, int], ...]]:
    """Character ranges (first, last) by font file, in order of preference."""
    ranges = json.loads(COVERAGE_FILE.read_text(encoding="ascii"))
    return {name: tuple((first, last) for first, last in spans) for name, spans in ranges.items()}


@lru_cache(maxsize=1)
def uncovered() -> re.Pattern[str]:
    """A pattern that finds characters which none of the bundled typefaces can show."""
    spans = sorted({span for spans in coverage().values() for span in spans})
    merged: list[list[int]] = []
    for first, last in spans:
        if merged and first <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    inside = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in merged)
    return re.compile(f"[^\\n\\t{inside}]")


@lru_cache(maxsize=1)
def marked() -> re.Pattern[str]:
    """A pattern that finds a character with the combining marks on it (groups 1 and 2)."""
    codes = (
        code for spans in coverage().values() for first, last in spans for code in range(first, last + 1)
    )
    marks = sorted({code for code in codes if unicodedata.category(chr(code)).startswith("M")})
    inside = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in _spans(marks))
    return re.compile(f"([^{inside}]|^)([{inside}]+)")


@lru_cache(maxsize=4096)
def shown_together(characters: str) -> bool:
    """Whether one typeface has all these characters: a mark from another script cannot be set on a letter."""
    codes = [ord(character) for character in characters]
    return any(
        all(any(first <= code <= last for first, last in spans) for code in codes)
        for spans in coverage().values()
    )


def width(*, text: str, size: float, weight: Weight = "regular") -> float:
    """The set width of one line of text, in the unit of `size`; shaping and kerning are left out of account."""
    primary = _advances(_PRIMARY_FILES[weight])
    total = 0.0
    for character in text:
        advance = primary.get(ord(character))
        total += _fallback_advance(ord(character)) if advance is None else advance
    return total * size


@lru_cache(maxsize=64)
def _advances(name: str) -> dict[int, float]:
    with TTFont(FONT_DIRECTORY / name, lazy=True) as font:
        metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def is_primary(character: str) -> bool:
    """Whether the primary typeface shows the character, and it is no joiner or combining mark."""
    return ord(character) in _advances(PRIMARY) and unicodedata.category(character) not in {"Mn", "Me", "Cf"}


@lru_cache(maxsize=4096)
def _fallback_advance(code: int) -> float:
    for name, spans in coverage().items():
        if any(first <= code <= last for first, last in spans):
            return _advances(name).get(code, 0.6)
    return 0.6


def runs(text: str) -> list[tuple[str | None, str]]:
    """The text cut where the typeface must change: (family, part); family None stands for the primary one.

    Drawings name the family of every part, because their readers choose fallbacks badly.
    """
    primary = _advances(PRIMARY)
    found: list[tuple[str | None, str]] = []
    for character in text:
        code = ord(character)
        joins = character.isspace() or unicodedata.category(character) in {"Mn", "Me", "Cf", "Sk"}
        own = None if code in primary else _family_for(code)
        family = found[-1][0] if joins and found else own
        if found and found[-1][0] == family:
            found[-1] = (family, found[-1][1] + character)
        else:
            found.append((family, character))
    return found


@lru_cache(maxsize=4096)
def _family_for(code: int) -> str | None:
    for name, spans in coverage().items():
        if any(first <= code <= last for first, last in spans):
            return _family(name)
    return None


@lru_cache(maxsize=64)
def _family(name: str) -> str:
    with TTFont(FONT_DIRECTORY / name, lazy=True) as font:
        names = font["name"]
        return str(names.getDebugName(16) or names.getDebugName(1))


def read_coverage() -> str:
    """What belongs into `fonts/coverage.json`, read from the character tables of all bundled fonts."""
    names = sorted((path.name for path in FONT_DIRECTORY.glob("*.ttf")), key=_preference)
    compact = {name: json.dumps(_spans(sorted(_advances(name))), separators=(",", ":")) for name in names}
    return "{\n" + ",\n".join(f" {json.dumps(name)}: {spans}" for name, spans in compact.items()) + "\n}\n"


def _preference(name: str) -> tuple[int, str]:
    last_resorts = ("NotoSansSymbols-", "NotoSansSymbols2-", "NotoEmoji_", "DroidSansFallback.")
    rank = next((rank for rank, start in enumerate(last_resorts, 2) if name.startswith(start)), 1)
    return (0 if name == PRIMARY else rank, name)


def _spans(codes: list[int]) -> list[list[int]]:
    spans: list[list[int]] = []
    for code in codes:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return spans


if __name__ == "__main__":
    COVERAGE_FILE.write_text(read_coverage(), encoding="ascii")
