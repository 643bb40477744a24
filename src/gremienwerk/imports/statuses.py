"""The status of a committee as offices write it, in prose with dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gremienwerk.core.dates import UnreadableDate, VagueDate, parse_vague_date

_MONTHS = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
_DATE = (
    r"(\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|"
    rf"(?:\d{{1,2}}\.\s)?(?:{_MONTHS})\s\d{{4}}|[1-4]\.\sQuartal\s\d{{4}}|\d{{4}})"
)
_TIME = r"(?:,?\s(?:um\s)?\d{1,2}(?:[:.]\d{2})?\sUhr)?"


@dataclass
class StatusReading:
    """What a status says; ``unread`` are the words that say nothing dated, kept as a remark."""

    planned: VagueDate | None = None
    founded: VagueDate | None = None
    ended: VagueDate | None = None
    is_planned: bool = False
    is_ended: bool = False
    dormant_since: VagueDate | None = None
    city_member_since: VagueDate | None = None
    other_names: list[str] = field(default_factory=list)
    explanations: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_status(text: str) -> StatusReading:
    """Read a status such as „besteht seit Juni 2021“, „in Planung bis Ende 2022“ or „bis 2020“.

    Only what is said is taken: „belegt 2009“ is a trace and no founding date. What cannot be read stays in ``unread``.
    """
    reading = StatusReading()
    for clause in (part.strip() for part in re.split(r"[,;](?!\d)", text)):
        if clause and not _read_clause(clause, reading):
            reading.unread.append(clause)
    return reading


def _read_clause(clause: str, reading: StatusReading) -> bool:
    """Read one clause into the reading; False if it says nothing that is known."""
    return (
        bool(re.fullmatch(r"(besteht|aktiv|laufend|existiert)", clause, re.IGNORECASE))
        or _read_plan(clause, reading)
        or _read_founding(clause, reading)
        or _read_end(clause, reading)
        or _read_other_name(clause, reading)
    )


def _read_plan(clause: str, reading: StatusReading) -> bool:
    found = re.fullmatch(
        r"(?:ist\s)?(?:in\sPlanung|geplant|Gründung\sgeplant)(?:\s(.+))?", clause, re.IGNORECASE
    )
    if found:
        due = _date(re.sub(r"^(?:für|ab|zum|im|am)\s", "", found.group(1) or "", flags=re.IGNORECASE))
        if found.group(1) and due is None:
            return False
        reading.is_planned, reading.planned = True, due
        return True
    if re.fullmatch(rf"(?:{_DATE}\s)?vorgeschlagen(?:\s{_DATE})?", clause, re.IGNORECASE):
        reading.is_planned = True
        reading.explanations.append(f"„{clause}“: nur vorgeschlagen; als geplant ohne Termin übernommen")
        return True
    return False


def _read_founding(clause: str, reading: StatusReading) -> bool:
    founded = re.fullmatch(
        rf"(?:besteht\s|aktiv\s|existiert\s)?(?:seit|gegründet(?:\s(?:am|im))?|konstituiert(?:\s(?:am|im))?)\s(?:dem\s)?{_DATE}",
        clause,
        re.IGNORECASE,
    )
    since_event = re.fullmatch(rf"seit\s(?:der\s)?(\w+)\s(?:am|im|vom)\s{_DATE}", clause, re.IGNORECASE)
    first_meeting = re.fullmatch(
        rf"(?:erstes\sTreffen|erste\sSitzung|konstituierende\sSitzung)(?:\s(?:am|im))?\s{_DATE}{_TIME}",
        clause,
        re.IGNORECASE,
    )
    member = re.fullmatch(rf"Mitglied\sseit\s(?:dem\s)?{_DATE}", clause, re.IGNORECASE)
    if founded:
        reading.founded = _date(founded.group(1))
        return reading.founded is not None
    if since_event:
        reading.founded = _date(since_event.group(2))
        reading.explanations.append(f"„{clause}“ als Beginn gelesen")
        return reading.founded is not None
    if first_meeting:
        reading.founded = _date(first_meeting.group(1))
        reading.explanations.append(f"„{clause}“ als Gründung gelesen")
        return reading.founded is not None
    if member:
        reading.city_member_since = _date(member.group(1))
        return reading.city_member_since is not None
    return False


def _read_end(clause: str, reading: StatusReading) -> bool:
    found = re.fullmatch(
        rf"(?:(?:be(?:endet|standen)|aufgelöst|eingestellt|bestand)\s?)?(?:(?:bis|zum|am|im)\s)?(?:zum\s)?{_DATE}",
        clause,
        re.IGNORECASE,
    )
    if found and re.match(r"(be|auf|ein|bis)", clause, re.IGNORECASE):
        reading.ended, reading.is_ended = _date(found.group(1)), True
        return reading.ended is not None
    if re.fullmatch(r"(beendet|aufgelöst|eingestellt|besteht\snicht\smehr)", clause, re.IGNORECASE):
        reading.is_ended = True
        return True
    dormant = re.fullmatch(rf"(?:ruht|ruhend)\sseit\s(?:dem\s)?{_DATE}", clause, re.IGNORECASE)
    if dormant:
        reading.dormant_since = _date(dormant.group(1))
        return reading.dormant_since is not None
    return False


def _read_other_name(clause: str, reading: StatusReading) -> bool:
    before = re.fullmatch(
        r"(?:zuvor|vormals|früher|ehemals|hervorgegangen\saus)\s(.+)", clause, re.IGNORECASE
    )
    if before:
        reading.other_names.append(before.group(1).strip(' „“"'))
        return True
    predecessor = re.fullmatch(
        r"Vorgänger(?:in)?\s(?:des|der|von)\s(.+?)(?:\s\((.*)\))?", clause, re.IGNORECASE
    )
    if predecessor:
        reading.is_ended = True
        reading.other_names.append(predecessor.group(1).strip(' „“"'))
        reading.explanations.append(f"„{clause}“: als beendet übernommen, der Tag ist nicht bekannt")
        return True
    return False


def _date(text: str) -> VagueDate | None:
    words = text.strip()
    if not words:
        return None
    try:
        return parse_vague_date(words)
    except UnreadableDate:
        return None
