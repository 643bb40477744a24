"""Rectification and erasure of a person, and carrying erasures out again after a restore."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from gremienwerk.accounts.models import User
from gremienwerk.audit.change import Change, change
from gremienwerk.audit.erasing import erase_values
from gremienwerk.committees.models import Membership, Representative
from gremienwerk.core.actor import Actor, command
from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.actions import restrict_content
from gremienwerk.inquiries.actions import Redaction, prepare_redaction, redact_release
from gremienwerk.inquiries.models import Release
from gremienwerk.mailing.models import Message
from gremienwerk.organisations.models import Consent, Merge, Person
from gremienwerk.organisations.queries import persons_in
from gremienwerk.privacy.ledger import Entry, write_entry
from gremienwerk.privacy.models import Erasure
from gremienwerk.privacy.naming import MASK, Naming
from gremienwerk.privacy.queries import (
    NamedFiles,
    account_of,
    files_naming,
    found_places,
    keys_of,
    naming_of,
    records_of,
    releases_naming,
)
from gremienwerk.privacy.rules import require_answering_for_data

ERASED = "Gelöschte Person"
RESTORE = command("gremienwerk privacy reapply")


class Erased(NamedTuple):
    """What an erasure did: fields of other records, answers redacted, files restricted, files to look at by hand."""

    fields: int
    releases: int
    files: int
    unread: tuple[str, ...]


class _Prepared(NamedTuple):
    naming: Naming
    redactions: list[Redaction]
    files: NamedFiles
    releases: int


def rectify_person(*, person: Person, by: Actor, why: str, **fields: Any) -> bool:
    """Correct what is kept of a person at their request (Art. 16 DSGVO); False if nothing differs.

    Raises:
        NotAllowed: if the actor may not.
    """
    require_answering_for_data(actor=by, body=person.body_id)
    with change(by=by, body=person.body_id, why=why) as made:
        return made.update(person, action="privacy.rectify", **fields)


def erase_person(*, person: Person, on: date, reason: str, by: Actor, alone: bool = False) -> Erased:
    """Take a person out of the register and everything made of it; the institutions keep their seats.

    Released answers get a redacted version, their archived originals and uploaded files with the name are restricted
    with the reason. What was recorded about changes loses the person and keeps the event.

    Args:
        person: whom.
        on: the day.
        reason: why, in words that name nobody; a name in it is taken out, too.
        by: an administrator.
        alone: take out the bare family name, too; other people of that name lose theirs in texts.

    Raises:
        NotAllowed: if the actor may not.
        UserFacingError: if an answer was released meanwhile, or no reason is given.
    """
    require_answering_for_data(actor=by, body=person.body_id)
    if not reason.strip():
        raise UserFacingError("Bitte einen Grund angeben; er nennt niemanden beim Namen.", field="reason")
    prepared = _prepare(person, alone)
    reason = prepared.naming.redact(reason.strip())
    with change(by=by, body=person.body_id, why=reason) as made:
        person = Person.objects.select_for_update(of=("self",)).select_related("body").get(pk=person.pk)
        if Release.objects.filter(body=person.body_id).count() != prepared.releases:
            raise UserFacingError("Gerade wurde eine Antwort freigegeben. Bitte die Löschung wiederholen.")
        # An older backup may still hold those who went into this person, under their own identifiers.
        known_as = (person.uid, *(one.uid for one in persons_in(person=person)))
        entries = [Entry(person.body.official_key, uid, on, reason, alone) for uid in known_as]
        mine = keys_of(records_of(person=person))
        for redaction in prepared.redactions:
            redact_release(redaction=redaction, on=on, reason=reason, by=by)
        for stored in prepared.files.naming:
            restrict_content(body=person.body, sha256=stored.sha256, reason=reason, on=on, by=by)
        fields = _clear_places(made, person, prepared.naming)
        _erase_account(made, person)
        _erase_records(made, person)
        erase_values(body=person.body_id, objects=mine, redact=prepared.naming.redact)
        for entry in entries:
            _note(made, entry, person)
    unread = tuple(stored.name for stored in prepared.files.unread)
    return Erased(fields, len(prepared.redactions), len(prepared.files.naming), unread)


def repeat_erasures(*, entries: Iterable[Entry]) -> int:
    """Carry out again what a restored backup has brought back; how many persons were there again.

    For the command line only: the ledger reaches over all bodies of the installation.
    """
    repeated = 0
    for entry in entries:
        person = Person.objects.filter(uid=entry.person, body__official_key=entry.body).first()
        if person is None or person.family_name == ERASED:
            continue
        erase_person(person=person, on=entry.on, reason=entry.reason, by=RESTORE, alone=entry.alone)
        repeated += 1
    return repeated


def _prepare(person: Person, alone: bool) -> _Prepared:
    """Read and render what is slow, before the transaction."""
    body, naming = person.body_id, naming_of(person=person, alone=alone)
    found = (
        prepare_redaction(release=one, redact=naming.redact)
        for one in releases_naming(body=body, naming=naming)
    )
    return _Prepared(
        naming,
        [one for one in found if one is not None],
        files_naming(body=body, naming=naming),
        Release.objects.filter(body=body).count(),
    )


def _clear_places(made: Change, person: Person, naming: Naming) -> int:
    """Take the person out of texts of other records; the values themselves are not recorded again."""
    if person.email:
        Message.objects.filter(
            body=person.body_id, address__iexact=person.email, state=Message.State.QUEUED
        ).update(state=Message.State.CLOSED)
    found = found_places(person=person, naming=naming)
    for place in found:
        place.model._default_manager.filter(pk=place.key).update(**{place.field: place.after})
        record = place.model._default_manager.get(pk=place.key)
        made.note(record, action="privacy.redact", values={place.field: (MASK, MASK)})
    return len(found)


def _erase_account(made: Change, person: Person) -> None:
    account = account_of(person=person)
    if account is None:
        return
    EmailAddress.objects.filter(user=account).delete()
    Authenticator.objects.filter(user=account).delete()
    account.set_unusable_password()
    account.name, account.email = "Gelöschtes Konto", f"geloescht-{account.pk}@invalid.example"
    account.is_active = False
    account.save()
    made.note(account, action="privacy.erase", values={})
    made.touched.add((User._meta.label_lower, account.pk))


def _erase_records(made: Change, person: Person) -> None:
    """Consents and delegations go; who held a seat in their own right stays in it without a name."""
    parts = (model.objects.filter(person=person) for model in (Consent, Representative, Merge))
    for record in (record for rows in parts for record in rows):
        made.note(record, action="privacy.erase", values={})
        made.removed.append(type(record).objects.get(pk=record.pk))
        record.delete()
    made.note(person, action="privacy.erase", values={})
    own = list(Membership.objects.filter(person=person))
    if not own:
        person.delete()
        return
    for field in ("form_of_address", "title", "given_name", "email", "phone"):
        setattr(person, field, "")
    person.family_name = ERASED
    person.save()
    made.touched.update((Membership._meta.label_lower, seat.pk) for seat in own)


def _note(made: Change, entry: Entry, person: Person) -> None:
    """The ledger of the database, then the one beside it: last before the commit."""
    known = Erasure.objects.filter(person_uid=entry.person).first()
    if known is None:
        row = Erasure(
            body=person.body,
            person_uid=entry.person,
            erased_on=entry.on,
            reason=entry.reason,
            alone=entry.alone,
        )
        made.create(row, action="privacy.erase_person")
        write_entry(entry=entry)
