"""Plain text: finding the encoding, and which lines are wrapped."""

from __future__ import annotations

import codecs
import re

from gremienwerk.documents.reading.lines import Line, clean
from gremienwerk.documents.reading.sniffing import rubbish

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, *, name: str) -> str:
    """The text in UTF-8, UTF-16 or Windows-1252, whichever fits.

    Raises:
        UnsupportedType: if the bytes are no text in any of them.
    """
    text = _by_bom(data) or _by_zeros(data) or _by_trial(data)
    if text is None or not _is_text(text):
        raise rubbish(name)
    return text


def _by_bom(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return None


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: German text has a zero in every second byte."""
    sample = data[:4000]
    half = max(len(sample) // 2, 1)
    if len(data) < 4 or b"\x00" not in sample:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) > 0.7 * half:
            return data.decode(encoding, errors="replace")
    return None


def _by_trial(data: bytes) -> str | None:
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    # A few holes of Windows-1252 (0x81, 0x8D, …) do occur in files that were converted badly.
    return data.decode("cp1252", errors="replace") if data.count(b"\x00") == 0 else None


def _is_text(text: str) -> bool:
    visible = [c for c in text[:50_000] if not c.isspace()]
    if not visible:
        return True
    odd = sum(
        c == "\ufffd" or (ord(c) < 32 and c not in "\x02\x07") or 0x7F <= ord(c) < 0xA0 for c in visible
    )
    strange = sum(ord(c) > 127 and not c.isalpha() for c in visible)
    letters = sum(c.isalnum() for c in visible)
    return odd <= 0.02 * len(visible) and strange <= 0.4 * len(visible) and letters >= 0.2 * len(visible)


def lines_of(text: str) -> tuple[list[Line], int]:
    """The lines of a text with form feeds as page breaks, and the number of pages."""
    rows = [
        (page, row)
        for page, chunk in enumerate(text.split("\f"), 1)
        for row in re.split(r"\r\n|[\n\r\v\x85\u2028\u2029]", chunk)
    ]
    cleaned = [(page, row, clean(row)) for page, row in rows]
    width = usual_width([len(words) for _, _, words in cleaned if words])
    lines: list[Line] = []
    gap = 0
    for page, row, words in cleaned:
        if not words:
            gap += 1
            continue
        indent = len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip())
        lines.append(Line(words, page=page, gap=gap, indent=float(indent), fill=min(len(words) / width, 1.0)))
        gap = 0
    return lines, rows[-1][0] if rows else 1


def usual_width(lengths: list[int]) -> float:
    """The width at which a text wraps: what nine in ten of its longer lines do not exceed.

    Unwrapped paragraphs (mail programs write them as one line) do not count.
    """
    longer = sorted(n for n in lengths if 40 <= n <= 140)
    if len(longer) < 3:
        return 80.0
    return float(longer[min(len(longer) * 9 // 10, len(longer) - 1)])
