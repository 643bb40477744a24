"""What the committees need that somebody may change: seats that end or are vacant, foundings, facts that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.committees.models import Committee, Membership, Representative, Role
from gremienwerk.committees.queries import CommitteeFacts, Completeness, committees_on, completeness_of
from gremienwerk.committees.queries.completeness import QUESTIONS
from gremienwerk.committees.queries.seats import LEADING
from gremienwerk.committees.rules import may_change_committee
from gremienwerk.committees.status import Status
from gremienwerk.core.dates import day_before
from gremienwerk.core.needs import Asking, Need, NeedGroup

AHEAD = timedelta(days=60)
"""How long before its end a seat is shown."""
_BY_SEATS = {"lead": Role.LEAD, "members": Role.MEMBER}


def needs(asking: Asking) -> Iterator[NeedGroup]:
    """Only of committees that the actor may change; a constant number of queries."""
    records = Committee.objects.filter(body=asking.body).select_related("kind")
    mine = [one.pk for one in records if may_change_committee(actor=asking.actor, committee=one)]
    if not mine:
        return
    committees = [
        one
        for one in committees_on(body=asking.body, on=asking.on, only=mine)
        if one.status is not Status.ENDED
    ]
    standing = {one.id for one in committees}
    memberships = list(
        Membership.objects.filter(committee__in=standing).select_related(
            "committee", "organisation", "person"
        )
    )
    yield NeedGroup("ende", _("Sitze, die bald enden"), tuple(_ending(memberships, asking.on)))
    yield NeedGroup("vakant", _("Sitze besetzen"), tuple(_vacant(memberships, asking.on)))
    overdue = [one for one in committees if one.status is Status.OVERDUE]
    yield NeedGroup("geplant", _("Geplante Gremien, deren Tag vorbei ist"), tuple(map(_to_found, overdue)))
    scores = [completeness_of(committee=one) for one in committees]
    gaps = sorted((one for one in scores if one.missing), key=lambda one: one.answered)
    yield NeedGroup("luecken", _("Fehlende Angaben ergänzen"), tuple(map(_to_complete, gaps)))


def _ending(memberships: list[Membership], on: date) -> Iterator[Need]:
    for seat in memberships:
        end = seat.valid_until
        if end is None or not on < end <= on + AHEAD or _is_followed(seat, end, memberships):
            continue
        yield Need(
            title=f"{seat.committee}: {seat.organisation or seat.person}",
            below=seat.get_role_display(),
            action=_("Nachfolge eintragen"),
            url=_seat_address("committees:replace_seat", seat),
            due=day_before(end),
        )


def _is_followed(seat: Membership, end: date, memberships: Iterable[Membership]) -> bool:
    return any(
        other.committee_id == seat.committee_id
        and other.role == seat.role
        and other.pk != seat.pk
        and other.valid_from is not None
        and other.valid_from >= end
        for other in memberships
    )


def _vacant(memberships: list[Membership], on: date) -> Iterator[Need]:
    """Leading roles that somebody held, and seats that a person filled, with nobody there now or to come."""
    leading = [seat for seat in memberships if seat.role in LEADING]
    open_roles = {
        (seat.committee_id, seat.role)
        for seat in leading
        if seat.valid_until is None or seat.valid_until > on
    }
    said = set(open_roles)
    for seat in leading:
        key = (seat.committee_id, seat.role)
        if key in said:
            continue
        said.add(key)
        yield Need(
            title=str(seat.committee),
            below=_("%(role)s ist frei") % {"role": seat.get_role_display()},
            action=_("besetzen"),
            url=_appoint_address(seat.committee.uid, Role(seat.role)),
        )
    held = {seat.pk: seat for seat in memberships if seat.organisation_id and _holds(seat, on)}
    first = Representative.objects.filter(membership__in=held, position=Representative.Position.FIRST)
    open_then = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    filled = set(first.filter(open_then).values_list("membership", flat=True))
    once_filled = set(first.values_list("membership", flat=True))
    for seat in (held[number] for number in sorted(once_filled - filled)):
        yield Need(
            title=f"{seat.committee}: {seat.organisation}",
            below=_("niemand füllt diesen Sitz aus"),
            action=_("Person benennen"),
            url=_seat_address("committees:delegate", seat),
        )


def _holds(seat: Membership, on: date) -> bool:
    return (seat.valid_from is None or seat.valid_from <= on) and (
        seat.valid_until is None or seat.valid_until > on
    )


def _to_found(one: CommitteeFacts) -> Need:
    return Need(
        title=one.display_name,
        action=_("Gründung eintragen"),
        url=reverse("committees:establish", kwargs={"uid": one.uid}),
        due=one.life.planned.latest if one.life.planned else None,
    )


def _to_complete(score: Completeness) -> Need:
    """The form for the first missing fact; who brought it into being has no form and comes with an import."""
    one = score.committee
    gap = next((gap for gap in score.missing if gap.field != "initiator"), None)
    if gap is None:
        url = f"{reverse('desk:committee', kwargs={'uid': one.uid})}#leitung"
    elif gap.field in _BY_SEATS:
        url = _appoint_address(one.uid, _BY_SEATS[gap.field])
    else:
        url = f"{reverse('committees:describe', kwargs={'uid': one.uid})}#id_{gap.field}"
    known = _("%(known)s von %(total)s Fragen") % {"known": score.answered, "total": QUESTIONS}
    return Need(
        title=one.display_name,
        below=_("Es fehlt: %(what)s") % {"what": ", ".join(gap.what for gap in score.missing)},
        action=_("ergänzen"),
        url=url,
        said=known if score.is_counted else "",
    )


def _seat_address(name: str, seat: Membership) -> str:
    return reverse(name, kwargs={"uid": seat.committee.uid, "seat": seat.uid})


def _appoint_address(committee: object, role: Role) -> str:
    return f"{reverse('committees:appoint_seat', kwargs={'uid': committee})}?rolle={role.value}"
