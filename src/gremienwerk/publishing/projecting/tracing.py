"""Which public things a change has made dirty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from django.db.models import Q

from gremienwerk.audit.change import Change
from gremienwerk.bodies.models import CommitteeKind, OrganisationKind, Topic
from gremienwerk.committees.models import (
    Committee,
    CommitteeName,
    CommitteeText,
    Dormancy,
    Initiator,
    Membership,
    Representative,
    Superordination,
)
from gremienwerk.inquiries.models import Inquiry, Release, ReleasedFile
from gremienwerk.meetings.models import Meeting, MeetingMove, Minutes
from gremienwerk.organisations.models import (
    Consent,
    ContactPoint,
    DirectoryProfile,
    DirectorySettings,
    District,
    Merge,
    Offer,
    Organisation,
    OrganisationName,
    Person,
    Placement,
    ProfileConsent,
    ProfileText,
)


@dataclass
class Dirty:
    """Primary keys of records whose public rows must be looked at again, by noun."""

    committees: set[int] = field(default_factory=set)
    organisations: set[int] = field(default_factory=set)
    memberships: set[int] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)
    profiles: set[int] = field(default_factory=set)
    inquiries: set[int] = field(default_factory=set)
    persons: set[int] = field(default_factory=set)
    terms: bool = False
    moves: bool = False

    def __bool__(self) -> bool:
        """Whether anything is dirty."""
        return any(getattr(self, one.name) for one in fields(self))


#: Records that belong to another one: label, model, column of the owner, and the noun that gets dirty.
_PARTS: tuple[tuple[Any, str, str], ...] = (
    (CommitteeName, "committee_id", "committees"),
    (CommitteeText, "committee_id", "committees"),
    (Dormancy, "committee_id", "committees"),
    (Initiator, "committee_id", "committees"),
    (Initiator, "organisation_id", "organisations"),
    (Superordination, "committee_id", "committees"),
    (Superordination, "superordinate_id", "committees"),
    (OrganisationName, "organisation_id", "organisations"),
    (ContactPoint, "organisation_id", "organisations"),
    (Placement, "organisation_id", "organisations"),
    (Placement, "parent_id", "organisations"),
    (DirectoryProfile, "organisation_id", "organisations"),
    (ProfileConsent, "profile_id", "profiles"),
    (ProfileText, "profile_id", "profiles"),
    (Membership, "organisation_id", "organisations"),
    (Membership, "committee_id", "committees"),
    (Representative, "membership_id", "memberships"),
    (Consent, "person_id", "persons"),
    (MeetingMove, "meeting_id", "meetings"),
    (Minutes, "meeting_id", "meetings"),
    (Release, "inquiry_id", "inquiries"),
)
_OWN: tuple[tuple[Any, str], ...] = (
    (Committee, "committees"),
    (Organisation, "organisations"),
    (Membership, "memberships"),
    (Meeting, "meetings"),
    (DirectoryProfile, "profiles"),
    (Inquiry, "inquiries"),
    (Person, "persons"),
)


def trace(change: Change) -> Dirty:
    """What the records that a change touched or removed make dirty; at most one query per kind of record."""
    touched: dict[str, set[int]] = defaultdict(set)
    for label, key in change.touched:
        touched[label].add(key)
    dirty = Dirty(moves=Merge._meta.label_lower in touched)
    for model, noun in _OWN:
        getattr(dirty, noun).update(touched.get(model._meta.label_lower, ()))
    for model, column, noun in _PARTS:
        if model is Membership and column == "committee_id":
            continue
        keys = touched.get(model._meta.label_lower)
        if keys:
            getattr(dirty, noun).update(_owners(model, column, keys))
    for record in change.removed:
        for model, column, noun in _PARTS:
            if isinstance(record, model) and getattr(record, column) is not None:
                getattr(dirty, noun).add(getattr(record, column))
    _trace_files(touched, dirty)
    _trace_words(change.body, touched, dirty)
    _trace_around(change.body, touched, dirty)
    return dirty


def _owners(model: Any, column: str, keys: Iterable[int]) -> set[int]:
    return set(
        model.objects.filter(pk__in=keys, **{f"{column}__isnull": False}).values_list(column, flat=True)
    )


def _trace_files(touched: dict[str, set[int]], dirty: Dirty) -> None:
    keys = touched.get(ReleasedFile._meta.label_lower)
    if keys:
        rows = ReleasedFile.objects.filter(pk__in=keys)
        dirty.inquiries.update(rows.values_list("release__inquiry_id", flat=True))


def _trace_words(body: int, touched: dict[str, set[int]], dirty: Dirty) -> None:
    """A word of the vocabulary makes dirty what is found by it."""
    uses: tuple[tuple[Any, str, tuple[tuple[str, Callable[[], Any]], ...]], ...] = (
        (CommitteeKind, "kind__in", (("committees", Committee.objects.all),)),
        (OrganisationKind, "kinds__in", (("organisations", Organisation.objects.all),)),
        (
            Topic,
            "topics__in",
            (("committees", Committee.objects.all), ("organisations", Organisation.objects.all)),
        ),
        (Offer, "offer_tags__in", (("profiles", DirectoryProfile.objects.all),)),
    )
    for model, lookup, users in uses:
        keys = touched.get(model._meta.label_lower)
        if keys:
            dirty.terms = True
            for noun, rows in users:
                found = rows().filter(body=body, **{lookup: keys})
                getattr(dirty, noun).update(found.values_list("pk", flat=True))


def _trace_around(body: int, touched: dict[str, set[int]], dirty: Dirty) -> None:
    """What depends on something that is neither a part of it nor its own."""
    profiles = DirectoryProfile.objects.filter(body=body)
    if touched.keys() & {DirectorySettings._meta.label_lower, District._meta.label_lower}:
        dirty.profiles.update(profiles.values_list("pk", flat=True))
    if dirty.profiles:
        owners = profiles.filter(pk__in=dirty.profiles).values_list("organisation_id", flat=True)
        dirty.organisations.update(owners)
    if dirty.organisations:
        dirty.profiles.update(
            profiles.filter(organisation__in=dirty.organisations).values_list("pk", flat=True)
        )
    roots = Organisation.objects.filter(body=body, is_administration=True).values_list("pk", flat=True)
    if touched.get(Placement._meta.label_lower) or set(roots) & touched.get(
        Organisation._meta.label_lower, set()
    ):
        dirty.organisations.update(_below(body, dirty.organisations))
    if dirty.persons:
        _trace_persons(body, dirty)


def _below(body: int, organisations: set[int]) -> set[int]:
    """All that ever stood below these organisations; one query a step down."""
    found: set[int] = set()
    edge = set(organisations)
    while edge:
        rows = Placement.objects.filter(body=body, parent__in=edge).values_list("organisation_id", flat=True)
        edge = set(rows) - found
        found |= edge
    return found


def _trace_persons(body: int, dirty: Dirty) -> None:
    persons = list(dirty.persons)
    own = Membership.objects.filter(body=body, person__in=persons)
    dirty.memberships.update(own.values_list("pk", flat=True))
    filled = Representative.objects.filter(body=body, person__in=persons)
    dirty.memberships.update(filled.values_list("membership_id", flat=True))
    # An address counts as an office's only while nobody in the register has the same one.
    addresses = Q(pk__in=())
    for email, phone in Person.objects.filter(body=body, pk__in=persons).values_list("email", "phone"):
        if email:
            addresses |= Q(contact_email__iexact=email)
        if phone:
            addresses |= Q(contact_phone__endswith=phone[-2:])
    if addresses != Q(pk__in=()):
        dirty.committees.update(Committee.objects.filter(addresses, body=body).values_list("pk", flat=True))
