"""What is kept of a person, wherever it is kept."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from gremienwerk.accounts.models import User
from gremienwerk.audit.erasing import events_about
from gremienwerk.bodies.models import OfBody
from gremienwerk.committees.models import CommitteeName, Membership, Representative
from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.models import StoredFile
from gremienwerk.documents.queries import read_content
from gremienwerk.documents.reading.files import read
from gremienwerk.inquiries.models import Release
from gremienwerk.inquiries.models.redactions import shown_content
from gremienwerk.organisations.models import Consent, Merge, Organisation, OrganisationName, Person
from gremienwerk.organisations.queries import persons_in
from gremienwerk.privacy.naming import Naming
from gremienwerk.privacy.places import Place, places


class NamedFiles(NamedTuple):
    """Stored files in whose text somebody is named, and those whose text cannot be read."""

    naming: tuple[StoredFile, ...]
    unread: tuple[StoredFile, ...]


def naming_of(*, person: Person, alone: bool = False) -> Naming:
    """How texts name a person, with the institutions and committees of the body guarded."""
    body = person.body_id
    kept = {
        *Organisation.objects.filter(body=body).values_list("name", flat=True),
        *OrganisationName.objects.filter(body=body).values_list("name", flat=True),
        *CommitteeName.objects.filter(body=body).values_list("name", flat=True),
    }
    merged = persons_in(person=person)
    return Naming(person=person, alone=alone, kept=(name for name in kept if name), also=merged)


def records_of(*, person: Person) -> list[OfBody]:
    """The records that are about the person: themselves, who went into them, their consents, the seats they fill."""
    return [
        person,
        *persons_in(person=person),
        *Merge.objects.filter(person=person),
        *Consent.objects.filter(person=person),
        *Representative.objects.filter(person=person).select_related("membership"),
    ]


def keys_of(records: list[OfBody]) -> list[tuple[str, int]]:
    """Records as the audit record names them."""
    return [(record._meta.label_lower, record.pk) for record in records]


def found_places(*, person: Person, naming: Naming) -> list[Place]:
    """Every field in which the person is named besides their own records."""
    return list(places(body=person.body_id, naming=naming))


def releases_naming(*, body: int, naming: Naming) -> list[Release]:
    """Released answers that show the person's name."""
    rows = Release.objects.filter(body=body).select_related("body", "inquiry").prefetch_related("redactions")
    return [one for one in rows if naming.mentions(shown_content(one))]


def files_naming(*, body: int, naming: Naming) -> NamedFiles:
    """Read every stored file of the body once; slow, so never inside a transaction."""
    naming_them, unread, seen = [], [], set()
    for stored in StoredFile.objects.filter(body=body).order_by("pk"):
        if stored.sha256 in seen:
            continue
        seen.add(stored.sha256)
        try:
            text = read(read_content(stored=stored), name=stored.name).text
        except UserFacingError:
            unread.append(stored)
            continue
        if naming.mentions(text):
            naming_them.append(stored)
    return NamedFiles(tuple(naming_them), tuple(unread))


def account_of(*, person: Person) -> User | None:
    """The account that bears the person's own address."""
    return (
        User.objects.filter(body=person.body_id, email__iexact=person.email).first() if person.email else None
    )


def subject_access(*, person: Person, on: date) -> dict[str, Any]:
    """Everything that is kept of a person, as plain values for JSON (Art. 15 and 20 DSGVO).

    Args:
        person: who asks.
        on: the day of the answer.
    """
    naming = naming_of(person=person)
    records = records_of(person=person)
    account = account_of(person=person)
    return {
        "Auskunft vom": on.isoformat(),
        "Verantwortlich": person.body.name,
        "Person": _plain(person),
        "Einwilligungen": [_plain(one) for one in records if isinstance(one, Consent)],
        "Entsendungen": [_delegation(one) for one in records if isinstance(one, Representative)],
        "Eigene Sitze": [_seat(one) for one in Membership.objects.filter(person=person)],
        "Konto": {"E-Mail": account.email, "Name": account.name, "Rolle": account.role} if account else None,
        "Nennungen": [
            {"Art": str(one.model._meta.verbose_name), "Feld": one.field, "Inhalt": one.before}
            for one in found_places(person=person, naming=naming)
        ],
        "Freigegebene Antworten": [str(one) for one in releases_naming(body=person.body_id, naming=naming)],
        "Dateien": [one.name for one in files_naming(body=person.body_id, naming=naming).naming],
        "Protokoll der Änderungen": events_about(
            body=person.body_id, objects=keys_of(records), mentions=naming.mentions
        ),
    }


def _plain(record: OfBody) -> dict[str, Any]:
    return {
        str(field.verbose_name): value if value is None else str(value)
        for field in record._meta.concrete_fields
        if not field.is_relation and not field.primary_key
        for value in [field.value_from_object(record)]
    }


def _seat(seat: Membership) -> dict[str, Any]:
    return {"Gremium": str(seat.committee), "Rolle": seat.get_role_display(), **_plain(seat)}


def _delegation(one: Representative) -> dict[str, Any]:
    seat = one.membership
    return {
        "Gremium": str(seat.committee),
        "für": str(seat.organisation or ""),
        "Stellung": one.get_position_display(),
        "ab": one.valid_from and one.valid_from.isoformat(),
        "bis": one.valid_until and one.valid_until.isoformat(),
    }
