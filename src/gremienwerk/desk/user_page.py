"""What the pages of users and their rights show."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from gremienwerk.accounts.models import Invitation, User
from gremienwerk.committees.models import Committee, CommitteeGrant
from gremienwerk.core.actor import SCOPED, Role
from gremienwerk.core.german import sort_key
from gremienwerk.inquiries.queries.units import administrative_units
from gremienwerk.organisations.models import UnitGrant


class Grant(NamedTuple):
    """Something granted: its identifier and the name of the committee or unit."""

    uid: str
    name: str


class UserRow(NamedTuple):
    """One user in the list; ``state`` is active, invited, open (no way to sign in by password yet) or locked."""

    pk: int
    name: str
    email: str
    role: str
    reach: tuple[str, ...]
    state: str
    last_login: date | None


def user_rows(*, body: int, at: datetime) -> list[UserRow]:
    """All users of a body by name, with what was granted to them, in four queries."""
    reach: dict[int, list[str]] = {}
    for grant in CommitteeGrant.objects.filter(body=body).select_related("committee"):
        reach.setdefault(grant.user_id, []).append(str(grant.committee))
    for unit in UnitGrant.objects.filter(body=body).select_related("organisation"):
        reach.setdefault(unit.user_id, []).append(str(unit.organisation))
    waiting = set(
        Invitation.objects.filter(body=body, accepted_at__isnull=True, expires_at__gt=at).values_list(
            "user_id", flat=True
        )
    )
    users = sorted(User.objects.filter(body=body), key=lambda user: sort_key(user.name))
    return [
        UserRow(
            pk=user.pk,
            name=user.name,
            email=user.email,
            role=user.get_role_display(),
            reach=tuple(sorted(reach.get(user.pk, ()), key=sort_key)),
            state=state_of(user, is_invited=user.pk in waiting),
            last_login=user.last_login.date() if user.last_login else None,
        )
        for user in users
    ]


def state_of(user: User, *, is_invited: bool) -> str:
    """Whether the user can sign in, was invited and has not answered, or is kept out."""
    if not user.is_active:
        return "locked"
    if user.has_usable_password() or user.last_login:
        return "active"
    return "invited" if is_invited else "open"


def takes_grants(user: User) -> bool:
    """Whether grants take effect with the user's role."""
    return user.role in {role.value for role in Role if role in SCOPED}


def grants_of(user: User) -> tuple[list[Grant], list[Grant]]:
    """The committees and the units granted to a user, by name."""
    committees = CommitteeGrant.objects.filter(user=user).select_related("committee")
    units = UnitGrant.objects.filter(user=user).select_related("organisation")
    return (
        _sorted([Grant(str(grant.uid), str(grant.committee)) for grant in committees]),
        _sorted([Grant(str(grant.uid), str(grant.organisation)) for grant in units]),
    )


def committee_choices(*, body: int) -> list[tuple[str, str]]:
    """Committees to grant: those that are not kept by the council information system."""
    rows = Committee.objects.filter(body=body, kind__is_council=False)
    return sorted(((str(row.uid), str(row)) for row in rows), key=lambda pair: sort_key(pair[1]))


def unit_choices(*, body: int, on: date) -> list[tuple[str, str]]:
    """Units of the body's own administration on a day."""
    return [(str(unit.uid), unit.name) for unit in administrative_units(body=body, on=on)]


def _sorted(grants: list[Grant]) -> list[Grant]:
    return sorted(grants, key=lambda grant: sort_key(grant.name))
