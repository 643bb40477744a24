"""What is said of a committee: its description, initiators, superordinates, other names, confirmation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from gremienwerk.audit.change import Change, change
from gremienwerk.bodies.models import Topic
from gremienwerk.committees.actions.refusals import require_unmoved_committee
from gremienwerk.committees.models import Committee, CommitteeName, Initiator, Superordination
from gremienwerk.committees.reading import read_rhythm
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import write_when
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.models import Organisation


def describe_committee(
    *,
    committee: Committee,
    by: Actor,
    why: str = "",
    topics: Iterable[Topic] | None = None,
    seen: str = "",
    **fields: Any,
) -> None:
    """Correct plain facts of a committee; names have ``rename_committee``.

    Args:
        committee: which one.
        by: who corrects it.
        why: the reason, for the audit record.
        topics: all that it is about; None leaves them.
        seen: the ``state_of_committee`` on which the clerk decided; empty if nobody has looked at it before.
        fields: plain fields of ``Committee``; a new ``rhythm_text`` is read anew.

    Raises:
        ChangedMeanwhile: if somebody else has changed the committee since then.
        UserFacingError: if it would begin after its end.
    """
    require_change(actor=by, committee=committee)
    if "rhythm_text" in fields:
        fields["rhythm"] = read_rhythm(fields["rhythm_text"])
    begun = fields.get("founded_earliest")
    if begun and committee.ended and committee.ended.latest < begun:
        raise UserFacingError(
            f"Das Gremium endete schon {write_when(committee.ended)}; es muss davor begonnen haben.",
            field="founded",
        )
    with change(by=by, body=committee.body_id, why=why) as made:
        require_unmoved_committee(committee, seen)
        made.update(committee, action="committees.describe", **fields)
        if topics is not None:
            _set_topics(made, committee, topics)


def _set_topics(made: Change, committee: Committee, topics: Iterable[Topic]) -> None:
    before, after = sorted(topic.key for topic in committee.topics.all()), list(topics)
    keys = sorted(topic.key for topic in after)
    if before != keys:
        committee.topics.set(after)
        made.note(committee, action="committees.describe", values={"topics": (before, keys)})


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
