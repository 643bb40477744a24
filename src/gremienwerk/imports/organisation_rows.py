"""Rows about organisations and units into entries that the import will found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

from gremienwerk.bodies.models import OrganisationKind
from gremienwerk.core.dates import UnreadableDate, VagueDate, parse_vague_date
from gremienwerk.core.german import fold
from gremienwerk.imports.headings import Record
from gremienwerk.imports.kinds import kinds_by_name, stated_kinds
from gremienwerk.imports.lengths import check_lengths
from gremienwerk.imports.names import NameIndex, OrganisationEntry, quoted_spellings, split_name
from gremienwerk.imports.reports import Report
from gremienwerk.organisations.models import Organisation, OrganisationName

_NO_UNIT = {"funktion", "programm", "projekt", "aufgabe"}
_SAME = re.compile(r"\b(dieselbe|derselbe|dasselbe|dublette\w*|identisch)\b", re.IGNORECASE)
_DIFFERENT = re.compile(r"\banderer?s? (verein|organisation|gruppe)\b", re.IGNORECASE)
_SPEAKING = re.compile(r"([\w/\- ]*?)sprachig", re.IGNORECASE)
_NEARLY_EQUAL = 92
_MOST_COMPARED = 2000
_Planned = tuple[Record, OrganisationEntry]


def plan_organisations(
    *, records: Sequence[Record], index: NameIndex, root: OrganisationEntry, report: Report
) -> list[OrganisationEntry]:
    """Read the rows of one table of organisations.

    Args:
        records: the rows.
        index: knows all organisations so far; the new ones are added to it.
        root: the body's own administration, under which units without a parent stand.
        report: takes remarks and errors.

    Returns:
        The organisations to be founded, parents before their units.
    """
    planned = [found for record in records if (found := _entry(record, index, report))]
    for record, entry in planned:
        _place(record, entry, index, root, report)
    _suspect_doubles(planned, index, report)
    return _parents_first([entry for _, entry in planned], report, planned)


def keep_text(record: Record, *parts: str) -> str:
    """The remark of an imported record: given parts, then every cell whose heading has no field of its own."""
    others = [f"{heading}: {cell}" for heading, cell in record.others.items()]
    return "\n".join(part for part in (*parts, *others) if part)


def _entry(record: Record, index: NameIndex, report: Report) -> _Planned | None:
    text = record.get("name")
    if not text:
        report.error(record, "Der Name fehlt.", meaning="name")
        return None
    split = split_name(text)
    known = index.same_name(split.name)
    if known is not None:
        if known.record is not None:
            report.note(
                record, f"„{split.name}“ steht schon im Register und bleibt, wie es ist.", meaning="name"
            )
            return None
        report.decide(
            record, f"„{split.name}“ steht zweimal in den Tabellen; beide werden angelegt.", meaning="name"
        )
    kinds, new_kinds, kind_text = _kinds(record, split.name)
    remark = " ".join(record.others.values())
    aliases = [*split.aliases, *quoted_spellings(remark=remark, name=split.name)]
    entry = OrganisationEntry(
        name=split.name,
        short_name=record.get("short_name") or split.short_name,
        kinds=[*kinds, *new_kinds],
        founded=_date(record, "founded", report),
        dissolved=_date(record, "dissolved", report),
        aliases=aliases,
        fields=_plain_fields(record),
        note=_note(record, text if split.remark or split.aliases else "", kind_text),
    )
    values = {"name": entry.name, "short_name": entry.short_name, **entry.fields}
    check_lengths(model=Organisation, values=values, record=record, report=report)
    for new_kind in new_kinds:
        check_lengths(model=OrganisationKind, values={"name": new_kind}, record=record, report=report)
    for alias in aliases:
        check_lengths(model=OrganisationName, values={"name": alias}, record=record, report=report)
    _remark_on(record, entry, split.remark, report)
    index.add(entry)
    return record, entry


def _kinds(record: Record, name: str) -> tuple[list[str], list[str], str]:
    if record.get("unit_level"):
        return ["administrative-unit"], [], ""
    keys, new, text = stated_kinds(record.get("kind")) if record.get("kind") else ([], [], "")
    by_name = kinds_by_name(name)
    wanted = by_name if not keys and not new else [kind for kind in by_name if kind == "association"]
    return [*dict.fromkeys([*keys, *wanted])], new, text


def _plain_fields(record: Record) -> dict[str, Any]:
    fields: dict[str, Any] = {
        name: record.get(name) for name in ("district", "street", "postcode", "city") if record.get(name)
    }
    if re.match(r"https?://\S+$", record.get("website")):
        fields["website"] = record.get("website")
    languages = [word.strip() for word in re.split(r"[,|/]", record.get("languages")) if word.strip()]
    languages += _languages_in(record.get("relation"))
    return fields | ({"languages": languages} if languages else {})


def _languages_in(relation: str) -> list[str]:
    """Languages a relation names: „arabischsprachig“, „spanisch-/portugiesischsprachig“."""
    found = _SPEAKING.search(relation.rsplit(",", maxsplit=1)[-1])
    words = re.split(r"[/\s]+", found.group(1)) if found else []
    return [word.strip("- ").capitalize() for word in words if word.strip("- ")]


def _note(record: Record, full_name: str, kind_text: str) -> str:
    website = record.get("website")
    return keep_text(
        record,
        f"Name im Wortlaut: {full_name}" if full_name else "",
        f"Ebene: {record.get('unit_level')}" if record.get("unit_level") else "",
        f"Art im Wortlaut: {kind_text}" if kind_text else "",
        f"Bezug: {record.get('relation')}" if record.get("relation") else "",
        *(
            f"{record.headings[m]}: {record.get(m)}"
            for m in ("founded", "dissolved")
            if record.get(m) and not _readable(record.get(m))
        ),
        f"Internet: {website}" if website and not re.match(r"https?://\S+$", website) else "",
    )


def _remark_on(record: Record, entry: OrganisationEntry, remark: str, report: Report) -> None:
    level = fold(record.get("unit_level"))
    if remark:
        report.note(
            record, f"„({remark})“ ist Teil der Bemerkung, der Name lautet „{entry.name}“.", meaning="name"
        )
    if entry.aliases:
        names = ", ".join(f"„{alias}“" for alias in entry.aliases)
        report.note(record, f"auch bekannt als {names}", meaning="name")
    if level in _NO_UNIT:
        report.decide(
            record, f"„{entry.name}“ ist nach der Tabelle keine Einheit ({record.get('unit_level')}); als Einheit übernommen.",
            meaning="unit_level",
        )  # fmt: skip
    if level.startswith(("vorlaeufer", "vorgaenger")):
        report.decide(
            record, f"„{entry.name}“ ist ein Vorläufer; wann er endete und wer ihm folgte, ist nicht angegeben.",
            meaning="unit_level",
        )  # fmt: skip


def _place(
    record: Record, entry: OrganisationEntry, index: NameIndex, root: OrganisationEntry, report: Report
) -> None:
    above = record.get("parent")
    if not above:
        entry.parent = root if record.get("unit_level") else None
        return
    found = [other for other in index.find(above) if other is not entry]
    if len(found) == 1:
        entry.parent = found[0]
        if fold(found[0].name) != fold(above):
            report.note(record, f"„{above}“ ist als „{found[0].name}“ gelesen.", meaning="parent")
    elif found:
        names = ", ".join(f"„{other.name}“" for other in found)
        report.error(record, f"„{above}“ ist nicht eindeutig: {names}.", meaning="parent")
    else:
        report.error(record, f"„{above}“ steht weder in den Tabellen noch im Register.", meaning="parent")


def _suspect_doubles(planned: list[_Planned], index: NameIndex, report: Report) -> None:
    reduced = [index.reduced(entry.name) for _, entry in planned]
    for number, (record, entry) in enumerate(planned):
        remark = " ".join(record.others.values())
        if _SAME.search(remark):
            step = 1 if re.search(r"folgend|nächst", remark) else -1
            if 0 <= number + step < len(planned):
                other, twin = planned[number + step]
                report.decide(
                    record,
                    f"mögliche Dublette von Zeile {other.row} („{twin.name}“): {remark}. Beide werden angelegt.",
                )
        if len(planned) > _MOST_COMPARED or _DIFFERENT.search(remark):
            continue
        for earlier in range(number):
            other, twin = planned[earlier]
            if fuzz.ratio(reduced[number], reduced[earlier]) >= _NEARLY_EQUAL and fold(entry.name) != fold(
                twin.name
            ):
                report.decide(
                    record, f"„{entry.name}“ ähnelt „{twin.name}“ (Zeile {other.row}). Beide werden angelegt."
                )


def _parents_first(
    entries: list[OrganisationEntry], report: Report, planned: list[_Planned]
) -> list[OrganisationEntry]:
    ordered: dict[int, OrganisationEntry] = {}
    waiting = list(entries)
    while waiting:
        ready = [e for e in waiting if e.parent is None or e.parent not in waiting or id(e.parent) in ordered]
        if not ready:
            for record, entry in planned:
                if entry in waiting:
                    report.error(record, f"„{entry.name}“ steht im Kreis über sich selbst.", meaning="parent")
            return []
        ordered |= {id(entry): entry for entry in ready}
        waiting = [entry for entry in waiting if id(entry) not in ordered]
    return list(ordered.values())


def _readable(text: str) -> bool:
    try:
        parse_vague_date(text)
    except UnreadableDate:
        return False
    return True


def _date(record: Record, meaning: str, report: Report) -> VagueDate | None:
    text = record.get(meaning)
    if not text:
        return None
    if not _readable(text):
        report.note(
            record, f"„{text}“ ist als Datum nicht lesbar und steht in der Bemerkung.", meaning=meaning
        )
        return None
    return parse_vague_date(text)
