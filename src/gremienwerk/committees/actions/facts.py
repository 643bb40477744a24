"""What is said of a committee: its description, initiators, superordinates, other names, confirmation."""

from __future__ import annotations

from datetime import date
from typing import Any

from gremienwerk.audit.change import change
from gremienwerk.committees.models import Committee, CommitteeName, Initiator, Superordination
from gremienwerk.committees.reading import read_rhythm
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.models import Organisation


def describe_committee(*, committee: Committee, by: Actor, why: str = "", **fields: Any) -> None:
    """Correct plain facts of a committee; a new ``rhythm_text`` is read anew. Names have ``rename_committee``."""
    require_change(actor=by, committee=committee)
    if "rhythm_text" in fields:
        fields["rhythm"] = read_rhythm(fields["rhythm_text"])
    with change(by=by, body=committee.body_id, why=why) as made:
        made.update(committee, action="committees.describe", **fields)


def name_initiator(
    *, committee: Committee, by: Actor, organisation: Organisation | None = None, text: str = ""
) -> Initiator:
    """Say who brought the committee into being: an organisation, or words where none is recorded.

    Raises:
        UserFacingError: if neither or both are given.
    """
    require_change(actor=by, committee=committee)
    if (organisation is None) == (not text):
        raise UserFacingError(
            "Bitte entweder eine Organisation wählen oder die Initiative in Worten nennen.",
            field="organisation",
        )
    with change(by=by, body=committee.body_id) as made:
        initiator = Initiator(
            body_id=committee.body_id, committee=committee, organisation=organisation, text=text
        )
        made.create(initiator, action="committees.name_initiator")
    return initiator


def subordinate(
    *,
    committee: Committee,
    superordinate: Committee,
    by: Actor,
    meaning: Superordination.Meaning = Superordination.Meaning.REPORTS_TO,
    since: date | None = None,
    until: date | None = None,
) -> Superordination:
    """Say that a committee reports or belongs to another from ``since`` until (excluding) ``until``.

    Raises:
        UserFacingError: if the other one stands below this one already.
    """
    require_change(actor=by, committee=committee)
    if committee.pk == superordinate.pk or committee.pk in _above(superordinate):
        raise UserFacingError(f"„{superordinate}“ steht selbst unter „{committee}“.", field="superordinate")
    with change(by=by, body=committee.body_id) as made:
        edge = Superordination(
            body_id=committee.body_id,
            committee=committee,
            superordinate=superordinate,
            meaning=meaning,
            valid_from=since,
            valid_until=until,
        )
        made.create(edge, action="committees.subordinate")
    return edge


def add_committee_alias(*, committee: Committee, name: str, by: Actor) -> CommitteeName:
    """Note another name under which the committee is found."""
    require_change(actor=by, committee=committee)
    with change(by=by, body=committee.body_id) as made:
        alias = CommitteeName(body_id=committee.body_id, committee=committee, name=name, is_alias=True)
        made.create(alias, action="committees.add_alias")
    return alias


def confirm_committee(*, committee: Committee, on: date, confirmed_by: str, by: Actor) -> None:
    """Note that somebody has confirmed the facts of a committee on a day."""
    require_change(actor=by, committee=committee)
    with change(by=by, body=committee.body_id) as made:
        made.update(committee, action="committees.confirm", confirmed_on=on, confirmed_by=confirmed_by)


def _above(committee: Committee) -> set[int]:
    edges: dict[int, list[int]] = {}
    rows = Superordination.objects.filter(body_id=committee.body_id, valid_until__isnull=True)
    for below, above in rows.values_list("committee_id", "superordinate_id"):
        edges.setdefault(below, []).append(above)
    found: set[int] = set()
    open_ends = [committee.pk]
    while open_ends:
        for above in edges.get(open_ends.pop(), ()):
            if above not in found:
                found.add(above)
                open_ends.append(above)
    return found
