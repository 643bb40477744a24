"""Importing tables: read all, refuse all if one row is wrong, then write through the actions of the nouns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.db import transaction

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee, CommitteeName
from gremienwerk.core.actor import Actor
from gremienwerk.core.german import fold
from gremienwerk.imports.committee_rows import PlannedCommittee, Surroundings, plan_committees
from gremienwerk.imports.headings import Recognised, Target, recognise
from gremienwerk.imports.membership_rows import plan_memberships
from gremienwerk.imports.names import NameIndex, OrganisationEntry
from gremienwerk.imports.organisation_rows import plan_organisations
from gremienwerk.imports.reports import Report
from gremienwerk.imports.tables import read_sheets
from gremienwerk.imports.writing import write_committees, write_organisations
from gremienwerk.organisations.actions import set_reporting_unit
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.queries import find_unit
from gremienwerk.organisations.rules import require_editor

_ORDER = (Target.ORGANISATIONS, Target.COMMITTEES, Target.MEMBERSHIPS)


def import_tables(
    *,
    files: Sequence[Path],
    body: Body,
    by: Actor,
    on: date,
    target: Target | None = None,
    dry_run: bool = False,
    reporting_unit: str = "",
    administration: str = "",
) -> Report:
    """Import tables of organisations, committees and seats into the register of a body, all or nothing.

    Args:
        files: CSV or XLSX files, in any order; organisations are taken before committees and seats.
        body: whose register.
        by: who imports.
        on: the present day; ``reporting_unit`` is looked up as it stands on it.
        target: what the rows of all files are to become; None to decide by their headings.
        dry_run: write, report and take everything back.
        reporting_unit: name of the unit that answers for the body by default; empty leaves it as it is.
        administration: name of the body's own administration; empty makes it from the body's name.

    Returns:
        What was created, and what the clerk should know or decide.

    Raises:
        UnreadableTable: if a file is no table whose headings are known.
        ImportRefused: if a row is wrong; the message lists all such rows, and nothing is stored.
        NotAllowed: if the actor may not edit the register.
    """
    require_editor(actor=by, body=body.pk)
    report = Report(dry_run=dry_run)
    tables = [recognise(sheet=sheet, target=target) for file in files for sheet in read_sheets(path=file)]
    tables.sort(key=lambda table: (_ORDER.index(table.target), not _is_of_units(table)))
    index, root = _known_organisations(body, administration)
    unnamed = Committee.objects.filter(body=body, name="").exclude(note="").values_list("note", flat=True)
    around = Surroundings(index, root, report, [], _known_committees(body), frozenset(unnamed))
    organisations, committees = _plan(tables, around)
    report.refuse_errors()
    everything = [
        *([root] if _needs(root, organisations, around) else []),
        *organisations,
        *around.new_organisations,
    ]
    with transaction.atomic():
        with change(by=by, body=body.pk, why=f"Import: {', '.join(file.name for file in files)}"):
            write_organisations(body=body, entries=everything, by=by, report=report)
            write_committees(
                body=body, committees=[*committees, *_known_with_seats(around)], by=by, report=report
            )
            if reporting_unit:
                unit = find_unit(body=body.pk, name=reporting_unit, on=on)
                set_reporting_unit(body=body, organisation=unit, by=by)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _plan(
    tables: list[Recognised], around: Surroundings
) -> tuple[list[OrganisationEntry], list[PlannedCommittee]]:
    organisations: list[OrganisationEntry] = []
    committees: list[PlannedCommittee] = []
    for table in tables:
        for row in table.too_wide:
            record = next(record for record in table.records if record.row == row)
            around.report.error(record, "Die Zeile hat mehr Zellen als die Tabelle Überschriften.")
        if table.target is Target.ORGANISATIONS:
            organisations += plan_organisations(
                records=table.records, index=around.index, root=around.root, report=around.report
            )
        elif table.target is Target.COMMITTEES:
            committees += plan_committees(records=table.records, around=around)
        else:
            plan_memberships(records=table.records, around=around)
    return organisations, committees


def _is_of_units(table: Recognised) -> bool:
    return any("unit_level" in record.headings or "parent" in record.headings for record in table.records)


def _needs(root: OrganisationEntry, organisations: list[OrganisationEntry], around: Surroundings) -> bool:
    """Whether the administration is new and anything of the import belongs to it."""
    if root.record is not None:
        return False
    units = [*organisations, *around.new_organisations]
    seats = [seat for committee in around.committees.values() for seat in committee.seats]
    return any(entry.parent is root for entry in units) or any(seat.holder is root for seat in seats)


def _known_organisations(body: Body, administration: str) -> tuple[NameIndex, OrganisationEntry]:
    index = NameIndex(city=body.short_name or body.name.removeprefix("Stadt "))
    root: OrganisationEntry | None = None
    for organisation in Organisation.objects.filter(body=body).prefetch_related("former_names"):
        entry = OrganisationEntry(
            name=organisation.name,
            short_name=organisation.short_name,
            aliases=[name.name for name in organisation.former_names.all()],
            is_administration=organisation.is_administration,
            record=organisation,
        )
        index.add(entry)
        root = entry if organisation.is_administration else root
    if root is None:
        name = administration or (
            body.name
            if body.name.startswith(("Stadt ", "Kreis ", "Gemeinde ", "Land "))
            else f"Stadt {body.name}"
        )
        root = OrganisationEntry(name=name, kinds=["administrative-unit"], is_administration=True)
        index.add(root)
    return index, root


def _known_committees(body: Body) -> dict[str, PlannedCommittee]:
    known: dict[str, PlannedCommittee] = {}
    for committee in Committee.objects.filter(body=body).exclude(name="").select_related("kind"):
        known.setdefault(
            fold(committee.name), PlannedCommittee(committee.name, record=committee, is_new=False)
        )
    for name in CommitteeName.objects.filter(body=body).select_related("committee__kind"):
        known.setdefault(
            fold(name.name), PlannedCommittee(name.committee.name, record=name.committee, is_new=False)
        )
    return known


def _known_with_seats(around: Surroundings) -> list[PlannedCommittee]:
    return [committee for committee in around.committees.values() if not committee.is_new and committee.seats]
