"""What happened to a committee over time: founded, renamed, paused, members coming and going."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from gremienwerk.committees.models import Committee, Membership, Role
from gremienwerk.core.dates import Precision, VagueDate, exact, widen
from gremienwerk.organisations.queries import organisations_on


class HistoryEntry(NamedTuple):
    """Something that happened on a (vague) day; ``what`` is a German phrase."""

    when: VagueDate
    what: str


def history_of(*, committee: Committee, on: date) -> list[HistoryEntry]:
    """Everything dated about a committee, newest first; five queries. Organisations bear their names of ``on``."""
    entries: list[HistoryEntry] = []
    if committee.planned:
        entries.append(HistoryEntry(committee.planned, "Gründung geplant"))
    if committee.founded:
        entries.append(HistoryEntry(committee.founded, "gegründet"))
    if committee.ended:
        entries.append(HistoryEntry(committee.ended, "beendet"))
    for former in committee.former_names.filter(is_alias=False, valid_until__isnull=False):
        assert former.valid_until is not None
        entries.append(HistoryEntry(exact(former.valid_until), f"umbenannt; bis dahin „{former.name}“"))
    for pause in committee.dormancies.all():
        reason = f" ({pause.reason})" if pause.reason else ""
        entries.append(HistoryEntry(exact(pause.valid_from), f"ruht{reason}"))
        if pause.valid_until:
            entries.append(HistoryEntry(exact(pause.valid_until), "tagt wieder"))
    entries += _seat_entries(committee, on)
    return sorted(entries, key=lambda entry: entry.when.latest, reverse=True)


def _seat_entries(committee: Committee, on: date) -> list[HistoryEntry]:
    names = {key: facts.name for key, facts in organisations_on(body=committee.body_id, on=on).items()}
    entries: list[HistoryEntry] = []
    for seat in Membership.objects.filter(committee=committee).select_related("person"):
        holder = names.get(seat.organisation_id or 0) or str(seat.person or "")
        role = str(Role(seat.role).label)
        if seat.valid_from:
            entries.append(
                HistoryEntry(
                    widen(seat.valid_from, Precision(seat.from_precision)), f"{holder} kommt hinzu ({role})"
                )
            )
        if seat.valid_until:
            entries.append(HistoryEntry(exact(seat.valid_until), f"{holder} scheidet aus ({role})"))
    return entries
