"""After the questions: climate check and list of annexes; figures inside answers."""

from __future__ import annotations

import re

from gremienwerk.inquiries.intake.parsed import ClimateCheck, Effect
from gremienwerk.inquiries.intake.wording import unwrap

_CHECK = re.compile(
    r"^Klima-?(?:check|relevanz|auswirkung(?:en)?|prüfung)\b|^Auswirkungen\s+(?:auf|für)\s+(?:das\s+|den\s+)?Klima",
    re.IGNORECASE,
)
_TICKED = re.compile(r"^\s*(?:\[?[xX✗✘✓✔☒☑■●]\]?|\([xX]\))\s*(.+)$")
_TICKED_BEHIND = re.compile(r"^(.+?)\s*(?:\[?[xX✗✘✓✔☒☑■]\]?|\([xX]\))\s*$")
_UNTICKED = re.compile(r"[☐□○❏]|\[\s*\]|\(\s+\)")
_REASON = re.compile(r"^(?:Begründung|Erläuterung(?:en)?)\s*:?\s*(.*)$", re.IGNORECASE)
_ANNEXES = re.compile(
    r"^(?:Anlagen?|Anlage\s?/\s?n|Anlage\(n\)|Anlagenverzeichnis|Anhang|Anhänge)\s*(?::\s*(.*)|\s+(\d.*)|)$",
    re.IGNORECASE,
)
_ANNEX_NUMBER = re.compile(r"^(?:(?:Anlage\s*)?\d{1,2}\s*[.:)–-]+|[•·*–-]|Anlage\s+\d{1,2}\s*[:–-]?)\s*")
_NONE = re.compile(r"^(?:keine|-+|–|entfällt|./.)\.?$", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:Abb(?:ildung)?|Fig|Bild|Grafik|Diagramm|Foto)\b\.?(?:\s*\d+)?(?:\s*[:.]|\s|$).*$")
_LEGEND = re.compile(r"^Legende\b\s*:?.{0,80}$", re.IGNORECASE)
_LEGEND_ROW = re.compile(
    r"^(?:(?:dunkel|hell)?(?:blau|rot|grün|gelb|grau|orange|schwarz|weiß|violett|lila|braun|rosa|türkis)(?:e[rsn]?)?\b\s*(?:[:=–-]|Linie|Fläche|Punkt|Kasten)).{0,140}$",
    re.IGNORECASE,
)


def climate_check(lines: list[str]) -> ClimateCheck | None:
    """The ticked box of the climate check and its reason, or None where there is no such check."""
    start = next((index for index, line in enumerate(lines) if _CHECK.match(line)), None)
    if start is None:
        return None
    rows = lines[start + 1 : start + 16]
    effect = next((found for row in rows if (found := _ticked(row))), None)
    reason: list[str] = []
    inside = False
    for row in rows:
        opened = _REASON.match(row)
        if opened:
            inside = True
            reason = [opened.group(1)] if opened.group(1) else []
        elif inside and (_ANNEXES.match(row) or re.match(r"(?:gez|Mit freundl|Finanz|Kosten|Demograf)", row)):
            break
        elif inside:
            reason.append(row)
    return ClimateCheck(effect, unwrap(reason) or None)


def _ticked(row: str) -> Effect | None:
    if _UNTICKED.match(row.strip()) and not re.search("[☒☑✗✘]", row):
        return None
    found = _TICKED.match(row) or (_TICKED_BEHIND.match(row) if not _UNTICKED.search(row) else None)
    if not found:
        return None
    text = found.group(1).casefold()
    if re.search(r"neutral|nein|keine", text):
        return Effect.NEUTRAL
    if "positiv" in text:
        return Effect.POSITIVE
    return Effect.NEGATIVE if "negativ" in text else None


def annexes_of(lines: list[str]) -> tuple[str, ...]:
    """The annexes as listed, without their numbers; none where it says so."""
    for start in range(len(lines)):
        found = _ANNEXES.match(lines[start])
        if not found or (found.group(2) and not re.match(r"\d{1,2}\s*[:.–-]", found.group(2))):
            continue
        first = found.group(1) or found.group(2) or ""
        rows = ([first] if first else []) + _rows_below(lines[start + 1 : start + 21], listed=not first)
        names = [_ANNEX_NUMBER.sub("", row).strip() for row in rows]
        return tuple(name for name in names if name and not _NONE.match(name))
    return ()


def _rows_below(lines: list[str], *, listed: bool) -> list[str]:
    rows: list[str] = []
    for line in lines:
        if (
            re.match(r"(?:Mit\s+\w+\s+Gr|gez|\[Unter|Unterschrift|Seite\s\d|Klimacheck|Begründung)", line)
            or len(line) > 160
        ):
            break
        if not listed and not _ANNEX_NUMBER.match(line):
            break
        rows.append(line)
    return rows


def is_figure(text: str, *, inside: bool) -> bool:
    """Whether a line is a caption or legend; ``inside`` says that one stands directly above."""
    if (_CAPTION.match(text) and not text.rstrip().endswith((".", "?"))) or _LEGEND.match(text):
        return True
    return (inside and bool(_LEGEND_ROW.match(text))) or bool(
        _LEGEND_ROW.match(text) and text.count(":") >= 2
    )
