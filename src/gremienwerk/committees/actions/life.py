"""Committees are planned, founded, renamed, paused and ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from gremienwerk.audit.change import Change, change
from gremienwerk.bodies.models import Body, CommitteeKind, Topic
from gremienwerk.committees.actions.refusals import check_period, explained, require_unmoved_committee
from gremienwerk.committees.models import Committee, CommitteeName, Dormancy, Representative
from gremienwerk.committees.reading import read_rhythm
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor
from gremienwerk.core.columns import vague_columns
from gremienwerk.core.dates import VagueDate, write_day, write_vague_date
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.rules import require_editor


def plan_committee(
    *,
    body: Body,
    kind: CommitteeKind,
    by: Actor,
    planned: VagueDate | None,
    name: str = "",
    why: str = "",
    **fields: Any,
) -> Committee:
    """Enter a committee that does not exist yet; it may have no name.

    Args:
        body: the body whose register it enters.
        kind: what it will be.
        by: who enters it.
        planned: by when it is to be founded, None if nobody said.
        name: its name if it has one.
        why: the reason, for the audit record.
        fields: any further plain field of ``Committee``; ``topics`` may be given as topics.
    """
    return _enter(
        body=body,
        kind=kind,
        by=by,
        why=why,
        action="committees.plan",
        name=name,
        is_planned=True,
        planned=planned,
        **fields,
    )


def found_committee(
    *,
    body: Body,
    kind: CommitteeKind,
    name: str,
    by: Actor,
    founded: VagueDate | None,
    why: str = "",
    **fields: Any,
) -> Committee:
    """Enter a committee that exists, or did; ``founded`` None means the day of its founding is not known.

    Raises:
        UserFacingError: if the name is empty.
    """
    if not name.strip():
        raise UserFacingError(
            "Bitte einen Namen angeben. Nur geplante Gremien dürfen noch namenlos sein.", field="name"
        )
    return _enter(
        body=body, kind=kind, by=by, why=why, action="committees.found", name=name, founded=founded, **fields
    )


def establish_committee(
    *, committee: Committee, founded: VagueDate, by: Actor, name: str = "", why: str = "", seen: str = ""
) -> None:
    """Note that a planned committee has been founded, under its planned name or the one given.

    ``seen``: the ``state_of_committee`` on which the clerk decided; empty if nobody has looked at it before.

    Raises:
        ChangedMeanwhile: if somebody else has changed the committee since then.
        UserFacingError: if it was not planned, or still has no name.
    """
    require_change(actor=by, committee=committee)
    if committee.founded is not None or not (committee.is_planned or committee.planned):
        raise UserFacingError(f"„{committee}“ ist kein geplantes Gremium.")
    if not (name or committee.name).strip():
        raise UserFacingError("Bitte dem Gremium zur Gründung einen Namen geben.", field="name")
    with change(by=by, body=committee.body_id, why=why) as made:
        require_unmoved_committee(committee, seen)
        made.update(
            committee,
            action="committees.establish",
            name=name or committee.name,
            is_planned=False,
            **vague_columns("founded", founded),
        )


def rename_committee(
    *,
    committee: Committee,
    name: str,
    on: date,
    by: Actor,
    short_name: str | None = None,
    why: str = "",
    seen: str = "",
) -> None:
    """Give a committee a new name from a day on; the old one stays readable for the time before.

    ``seen``: the ``state_of_committee`` on which the clerk decided; empty if nobody has looked at it before.

    Raises:
        ChangedMeanwhile: if somebody else has changed the committee since then.
        UserFacingError: if the present name began on that day or later.
    """
    require_change(actor=by, committee=committee)
    latest = committee.former_names.filter(is_alias=False).order_by("-valid_until").first()
    start = latest.valid_until if latest else (committee.founded.earliest if committee.founded else None)
    if start is not None and start >= on:
        raise UserFacingError(
            f"Der jetzige Name gilt erst seit {write_day(start)}; bitte einen späteren Tag wählen.",
            field="on",
        )
    with change(by=by, body=committee.body_id, why=why) as made:
        require_unmoved_committee(committee, seen)
        former = CommitteeName(
            body_id=committee.body_id,
            committee=committee,
            name=committee.name,
            short_name=committee.short_name,
            valid_from=start,
            valid_until=on,
        )
        made.create(former, action="committees.keep_name")
        values = {"name": name} if short_name is None else {"name": name, "short_name": short_name}
        made.update(committee, action="committees.rename", **values)


def pause_committee(
    *, committee: Committee, on: date, by: Actor, until: date | None = None, reason: str = ""
) -> Dormancy:
    """Note that a committee does not meet from ``on`` until (excluding) ``until``.

    Raises:
        UserFacingError: if it rests in that time already, or the period is wrong.
    """
    require_change(actor=by, committee=committee)
    check_period(on, until)
    with explained(), change(by=by, body=committee.body_id, why=reason) as made:
        pause = Dormancy(
            body_id=committee.body_id, committee=committee, valid_from=on, valid_until=until, reason=reason
        )
        made.create(pause, action="committees.pause")
    return pause


def resume_committee(*, committee: Committee, on: date, by: Actor) -> None:
    """Note that a dormant committee meets again from a day on.

    Raises:
        UserFacingError: if it is not dormant on that day.
    """
    require_change(actor=by, committee=committee)
    pause = committee.dormancies.filter(valid_until__isnull=True, valid_from__lt=on).first()
    if pause is None:
        raise UserFacingError(f"„{committee}“ ruht am {write_day(on)} nicht.", field="on")
    with change(by=by, body=committee.body_id) as made:
        made.update(pause, action="committees.resume", valid_until=on)


def end_committee(
    *,
    committee: Committee,
    ended: VagueDate | None,
    by: Actor,
    successor: Committee | None = None,
    why: str = "",
    seen: str = "",
) -> None:
    """Note that a committee has ended, and who follows it; its open seats end with it.

    Args:
        committee: which one.
        ended: when; None if only the fact is known.
        by: who enters it.
        successor: the committee that follows it.
        why: the reason, for the audit record.
        seen: the ``state_of_committee`` on which the clerk decided; empty if nobody has looked at it before.

    Raises:
        ChangedMeanwhile: if somebody else has changed the committee since then.
        UserFacingError: if it would end before it began.
    """
    require_change(actor=by, committee=committee)
    _check_life(committee.founded, ended)
    with change(by=by, body=committee.body_id, why=why) as made:
        require_unmoved_committee(committee, seen)
        made.update(
            committee,
            action="committees.end",
            is_ended=True,
            successor=successor,
            **vague_columns("ended", ended),
        )
        if ended is not None:
            _end_seats(made, committee, ended)


def _end_seats(made: Change, committee: Committee, ended: VagueDate) -> None:
    """End the open seats of a committee, and the representatives in them, with the committee."""
    end = date.fromordinal(ended.latest.toordinal() + 1)
    precision = ended.precision.value if ended.earliest is not None else "day"
    for seat in committee.memberships.filter(valid_until__isnull=True):
        if seat.valid_from is None or seat.valid_from < end:
            made.update(seat, action="committees.end_membership", valid_until=end, until_precision=precision)
    begun = Q(valid_from__isnull=True) | Q(valid_from__lt=end)
    for filled in Representative.objects.filter(begun, membership__committee=committee, valid_until=None):
        made.update(filled, action="committees.end_delegation", valid_until=end)


def _check_life(founded: VagueDate | None, ended: VagueDate | None) -> None:
    if founded and founded.earliest and ended and ended.latest < founded.earliest:
        raise UserFacingError(
            f"Das Gremium besteht erst seit {write_vague_date(founded)}; es kann nicht davor enden.",
            field="ended",
        )


def _enter(
    *,
    body: Body,
    kind: CommitteeKind,
    by: Actor,
    why: str,
    action: str,
    topics: Iterable[Topic] = (),
    **fields: Any,
) -> Committee:
    require_editor(actor=by, body=body.pk)
    vague = {name: fields.pop(name, None) for name in ("planned", "founded", "ended")}
    with change(by=by, body=body.pk, why=why) as made:
        committee = Committee(body=body, kind=kind, **fields)
        for name, value in vague.items():
            setattr(committee, name, value)
        committee.rhythm = read_rhythm(committee.rhythm_text)
        made.create(committee, action=action)
        committee.topics.set(topics)
    return committee
