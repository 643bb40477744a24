"""Planned organisations, committees and seats into the register, through the actions of the nouns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.utils.text import slugify

from gremienwerk.bodies.actions import add_committee_kind, add_organisation_kind
from gremienwerk.bodies.models import Body, CommitteeKind, OrganisationKind
from gremienwerk.committees.actions import (
    Appointment,
    add_committee_alias,
    appoint_many,
    end_committee,
    found_committee,
    pause_committee,
    plan_committee,
)
from gremienwerk.committees.models import Committee
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import Precision
from gremienwerk.core.german import fold
from gremienwerk.imports.committee_rows import PlannedCommittee, PlannedSeat
from gremienwerk.imports.membership_rows import period_of
from gremienwerk.imports.names import OrganisationEntry
from gremienwerk.imports.reports import Report
from gremienwerk.organisations.actions import add_alias, found_organisation

Kind = TypeVar("Kind", CommitteeKind, OrganisationKind)
_KIND_WITHOUT_NAME = "other"


def write_organisations(
    *, body: Body, entries: Iterable[OrganisationEntry], by: Actor, report: Report
) -> None:
    """Found the organisations in the given order, which has parents before their units."""
    kinds = {kind.key: kind for kind in OrganisationKind.objects.filter(body=body)}
    for entry in entries:
        chosen = []
        for word in entry.kinds:
            kind = _known_kind(word, kinds)
            if kind is None:
                kind = add_organisation_kind(body=body, name=word, key=_free_key(word, kinds), by=by)
                kinds[kind.key] = kind
                report.add("Art von Organisationen", word)
            chosen.append(kind)
        entry.record = found_organisation(
            body=body,
            name=entry.name,
            short_name=entry.short_name,
            kinds=chosen,
            parent=entry.parent.record if entry.parent else None,
            founded=entry.founded,
            dissolved=entry.dissolved,
            is_administration=entry.is_administration,
            note=entry.note,
            by=by,
            **entry.fields,
        )
        for alias in entry.aliases:
            add_alias(organisation=entry.record, name=alias, by=by)
        report.add("Organisation", entry.name)


def write_committees(
    *, body: Body, committees: Iterable[PlannedCommittee], by: Actor, report: Report
) -> None:
    """Enter the committees with their seats; those that have ended end last, so that their seats end with them."""
    wanted = list(committees)
    kinds = {kind.key: kind for kind in CommitteeKind.objects.filter(body=body)}
    appointments: list[Appointment] = []
    for planned in wanted:
        committee = planned.record or _enter(body, planned, kinds, by, report)
        planned.record = committee
        for seat in planned.seats:
            appointments.append(_appointment(committee, seat))
            report.add(
                "Sitz", f"{planned.name or 'Gremium ohne Namen'}: {seat.holder.name} ({seat.role.label})"
            )
    appoint_many(body=body, appointments=appointments, by=by)
    for planned in wanted:
        if planned.is_new and planned.record is not None and planned.status.is_ended:
            end_committee(committee=planned.record, ended=planned.status.ended, by=by)


def _enter(
    body: Body, planned: PlannedCommittee, kinds: dict[str, CommitteeKind], by: Actor, report: Report
) -> Committee:
    kind = _known_kind(planned.kind or _KIND_WITHOUT_NAME, kinds)
    if kind is None:
        kind = add_committee_kind(body=body, name=planned.kind, key=_free_key(planned.kind, kinds), by=by)
        kinds[kind.key] = kind
        report.add("Art von Gremien", planned.kind)
    status = planned.status
    if status.is_planned and status.founded is None:
        committee = plan_committee(
            body=body, kind=kind, name=planned.name, planned=status.planned, by=by, **planned.fields
        )
    else:
        committee = found_committee(
            body=body, kind=kind, name=planned.name, founded=status.founded, by=by, **planned.fields
        )
    if status.dormant_since is not None:
        start = status.dormant_since.earliest or status.dormant_since.latest
        pause_committee(committee=committee, on=start, by=by)
    for alias in planned.aliases:
        add_committee_alias(committee=committee, name=alias, by=by)
    report.add("Gremium", planned.name or f"{kind.name} ohne Namen")
    return committee


def _appointment(committee: Committee, seat: PlannedSeat) -> Appointment:
    period = period_of(seat)
    start: date | None = period.start
    return Appointment(
        committee=committee,
        role=seat.role,
        organisation=seat.holder.record,
        on=start,
        until=period.end,
        seats=seat.seats,
        voting=seat.voting,
        on_precision=seat.since.precision if seat.since else Precision.DAY,
        until_precision=seat.until.precision if seat.until else Precision.DAY,
        note=seat.note,
    )


def _known_kind(word: str, kinds: dict[str, Kind]) -> Kind | None:
    wanted = fold(word)
    return kinds.get(word) or next(
        (k for k in kinds.values() if wanted in (fold(k.name), fold(k.plural))), None
    )


def _free_key(word: str, kinds: dict[str, Kind]) -> str:
    stem: str = slugify(fold(word))[:34] or "art"
    keys = [stem, *(f"{stem}-{number}" for number in range(2, len(kinds) + 3))]
    return next(key for key in keys if key not in kinds)
