"""The title of an inquiry."""

from __future__ import annotations

import re

from gremienwerk.inquiries.intake.breaks import Layout
from gremienwerk.inquiries.intake.letterhead import is_label, is_salutation, is_session_head, is_session_row
from gremienwerk.inquiries.intake.likeness import introduces, is_asking
from gremienwerk.inquiries.intake.senders import groups_of
from gremienwerk.inquiries.intake.wording import unwrap

_LABEL = re.compile(
    r"^(?:Betreff|Betr|Betrifft|Titel|Thema|Gegenstand|Bezeichnung|Tagesordnungspunkt|Beratungsgegenstand|Anfragetitel)\b\s*[.:]+\s*(.*)$",
    re.IGNORECASE,
)
_KIND_LINE = re.compile(
    r"^(?:Antwort|Stellungnahme|Beantwortung|(?:Große|Kleine|Gemeinsame|Schriftliche|Mündliche|Dringliche)\s+Anfrage|Anfrage|Antrag|Dringlichkeitsanfrage)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"^(?:Große\s+|Kleine\s+|Gemeinsame\s+|Schriftliche\s+|Mündliche\s+|Dringliche\s+|Stellungnahme\s+(?:zur|der\s+Verwaltung\s+zur)\s+)?Anfrage\b[^:„\"]{0,140}?(?:\s+(?:zum\s+Thema|zu|zum|zur|betreffend|betr\.|über|bezüglich|hinsichtlich)\s*:?\s+|\s*:\s+|\s+(?=[„\"]))(.+)$",
    re.IGNORECASE,
)
_BARE_KIND = re.compile(
    r"(?:(?:Unsere?|Neue|Große|Kleine|Gemeinsame|Schriftliche)\s+)*(?:Rats)?(?:Anfrage|Antwort|Antrag)(?:\s+(?:der|von)\b.*)?",
    re.IGNORECASE,
)
_OPEN_PHRASE = re.compile(
    r"\b(?:der|die|das|des|dem|den|ein\w*|in|im|von|vom|und|oder|für|bei|zur?|zum|am|an|auf|mit|durch|über|unter)$|[–,/]$"
)
_QUOTED = re.compile(r"^[„\"“](.+)[“\"”]$")
_LONGEST = 300


def title_of(layout: Layout, *, stop: int, subject: str = "") -> str | None:
    """The subject as stated, in one line; None if there is none.

    Args:
        layout: the body lines.
        stop: where the questions begin.
        subject: the subject of an e-mail, taken where the text itself has no title.
    """
    head = [line.text for line in layout.lines[:stop]]
    for reader in (_labelled, _below_headline, _above_salutation, _above_sessions, _topic):
        found = reader(layout, head)
        if found:
            return _unquoted(found)
    mailed = _TOPIC.match(subject)
    if subject and not _BARE_KIND.fullmatch(subject):
        return _unquoted(mailed.group(1) if mailed else subject)
    return _first_line(layout, head)


def _unquoted(text: str) -> str:
    found = _QUOTED.match(text)
    return found.group(1) if found and not re.search('[„“”"]', found.group(1)) else text


def _labelled(layout: Layout, head: list[str]) -> str | None:
    for index, line in enumerate(head):
        found = _LABEL.match(line)
        if not found:
            continue
        lines = [found.group(1)] if found.group(1) else []
        for below in range(index + 1, min(index + 5, len(head))):
            if lines and (
                layout.lines[below].gap
                or layout.lines[below].label
                or is_label(head[below])
                or _closed(layout, below)
            ):
                break
            if is_session_head(head[below]) or is_salutation(head[below]):
                break
            lines.append(head[below])
        text = unwrap(lines)
        return text if 0 < len(text) <= _LONGEST else None
    return None


def _closed(layout: Layout, index: int) -> bool:
    above = layout.lines[index - 1]
    return above.fill is None or (above.text.endswith((".", "?", "!")) and layout.begins_paragraph(index))


def _below_headline(layout: Layout, head: list[str]) -> str | None:
    """Below „Antwort auf die große Anfrage der Fraktion … vom …:“ stands the subject."""
    for index, line in enumerate(head[:12]):
        if not re.match(
            r"(?:Antwort|Stellungnahme|Beantwortung|(?:Große|Kleine)?\s*Anfrage)\b.*\b(?:der|des|von)\b.*",
            line,
            re.IGNORECASE,
        ):
            continue
        end = index + 1
        while (
            end < len(head)
            and not head[end - 1].endswith(":")
            and not layout.lines[end].gap
            and not re.search(r"\d{4}:?$", head[end - 1])
        ):
            end += 1
        if (
            end < len(head)
            and head[end - 1].endswith(":")
            and not is_label(head[end])
            and not groups_of([head[end]])
        ):
            return _run(layout, head, end)
    return None


def _above_sessions(layout: Layout, head: list[str]) -> str | None:
    """The lines above the table of sittings that are neither labels nor groups."""
    table = next(
        (index for index, line in enumerate(head) if is_session_head(line) and not line.endswith(":")), None
    )
    if table is None:
        return None
    end = table
    while end > 0 and _is_office(head[end - 1]) and not _goes_on(layout, end - 1):
        end -= 1
    start = end
    while (
        start > 0
        and end - start < 4
        and not _is_office(head[start - 1])
        and not (start < end and layout.lines[start].gap > 1)
    ):
        start -= 1
    text = unwrap(head[start:end])
    return text if 0 < len(text) <= _LONGEST else None


def _goes_on(layout: Layout, index: int) -> bool:
    """Whether the line above is cut in the middle of a phrase, so that this one belongs to it."""
    above = layout.lines[index - 1].text if index else ""
    return not layout.lines[index].gap and bool(_OPEN_PHRASE.search(above))


def _is_office(line: str) -> bool:
    return (
        is_label(line)
        or is_session_row(line)
        or bool(groups_of([line]))
        or bool(
            re.fullmatch(
                r"(?:Gemeinsame\s+)?ANFRAGE|Anfrage(?:\s+der)?|(?:\w+\s+)?Anfrage\s+(?:gem|nach|gemäß)\b.{0,80}|-?\s*im\s+Hause?\s*-?|(?:Herrn?|Frau)\b.{0,60}|(?:Dr|Prof)\.\s.{0,40}|STELLUNGNAHME.*|Stellungnahme zur Anfrage",
                line,
            )
        )
    )


def _above_salutation(layout: Layout, head: list[str]) -> str | None:
    greeting = next((index for index, line in enumerate(head) if is_salutation(line)), None)
    if greeting is None or greeting == 0:
        return None
    start = greeting - 1
    while (
        start > 0 and greeting - start < 3 and not layout.lines[start].gap and not _is_office(head[start - 1])
    ):
        start -= 1
    text = unwrap(head[start:greeting])
    topic = _TOPIC.match(text)
    if topic:
        return topic.group(1)
    return text if not _is_office(head[greeting - 1]) and 5 < len(text) <= _LONGEST else None


def _topic(layout: Layout, head: list[str]) -> str | None:
    for index, line in enumerate(head[:15]):
        if not _KIND_LINE.match(line):
            continue
        text = _run(layout, head, index) or line
        found = _TOPIC.match(text)
        if found and groups_of([line]) != (found.group(1),) and not introduces(text.rstrip(":") + ":"):
            return found.group(1)
        if found and not is_asking(found.group(1)):
            return found.group(1) if found.group(1) not in groups_of([line]) else None
    return None


def _run(layout: Layout, head: list[str], start: int) -> str | None:
    """The lines of one heading: up to the next blank line, label or finished sentence."""
    end = start + 1
    while (
        end < len(head)
        and end - start < 4
        and not layout.lines[end].gap
        and not is_label(head[end])
        and layout.lines[end - 1].fill is not None
    ):
        if layout.breaks_off(end - 1) and head[end][:1].isupper():
            break
        end += 1
    text = unwrap(head[start:end])
    return text if 0 < len(text) <= _LONGEST else None


def _first_line(layout: Layout, head: list[str]) -> str | None:
    """The last short line before running text begins, or the first that is no label."""
    free = [
        index
        for index, line in enumerate(head)
        if not _is_office(line)
        and not line.endswith((".", ":", ","))
        and len(line) > 3
        and not _KIND_LINE.match(line)
        and not is_asking(line)
    ]
    prose = next(
        (
            index
            for index, line in enumerate(head)
            if len(line) > 60
            and layout.begins_paragraph(index)
            and index + 1 < len(head)
            and not layout.lines[index + 1].gap
        ),
        len(head),
    )
    before = [index for index in free if index < prose] or free
    if not before:
        return None
    best = (
        next((index for index in before if layout.begins_paragraph(index)), before[0])
        if prose == len(head)
        else before[-1]
    )
    return _run(layout, head, best)
