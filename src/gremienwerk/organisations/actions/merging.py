"""Two records become one, and two again (ADR 0038)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from gremienwerk.accounts.rules import may_administer_users
from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import write_day
from gremienwerk.core.errors import ChangedMeanwhile, NotAllowed, UserFacingError
from gremienwerk.core.german import fold
from gremienwerk.organisations.comparing import PROFILE, columns_of, state_of_pair
from gremienwerk.organisations.journal import Journal, Step, obstacles, take_back
from gremienwerk.organisations.models import (
    DirectoryProfile,
    Merge,
    Mergeable,
    NotDuplicate,
    Organisation,
    OrganisationName,
    Person,
    Placement,
    UnitGrant,
)
from gremienwerk.organisations.models.merging import in_order
from gremienwerk.organisations.moving import move_references
from gremienwerk.organisations.rules import require_editor

_NAMED = "organisations.name_of_merged"


def merge_organisations(
    *,
    kept: Organisation,
    gone: Organisation,
    on: date,
    by: Actor,
    taken: Collection[str] = (),
    why: str = "",
    seen: str = "",
) -> Merge:
    """Make two organisations one: all that points at ``gone`` points at ``kept``, and its addresses lead there.

    Kinds and topics of both hold; the names that are not kept are remembered as aliases.

    Args:
        kept: the record that stays.
        gone: the record that goes.
        on: the day of the merge.
        by: who merges.
        taken: names of ``comparing.ORGANISATION`` whose values come from ``gone``; ``profile`` for its entry in the
            directory, if both have one.
        why: the reason, for the audit record.
        seen: the ``state_of_pair`` on which the clerk decided; empty if nobody has looked at it before.

    Raises:
        NotAllowed: if the actor may not edit the register, or a unit of accounts is concerned and they may not
            administer users.
        ChangedMeanwhile: if one of them was changed since.
        UserFacingError: if the two are the same record, one stands below the other, ``gone`` is the root of the
            administration, or a row can neither move nor be joined.
    """
    require_editor(actor=by, body=kept.body_id)
    _require_mergeable(kept, gone, by)
    with change(by=by, body=kept.body_id, why=why) as made:
        kept, gone = _locked(kept, gone, seen)
        journal = Journal(made)
        for one in (kept, gone):
            other = gone if one is kept else kept
            if one.successor_id == other.pk:
                journal.update(one, action="organisations.merge", successor=None)
        _choose_profile(journal, kept, gone, PROFILE in taken)
        for name in ("kinds", "topics"):
            journal.add_to(kept, name, list(getattr(gone, name).all()), action="organisations.merge")
        names = (kept.name, gone.name)
        values = columns_of(record=gone, fields=set(taken) - {PROFILE})
        _absorb(journal, kept, gone, values)
        _remember_names(journal, kept, names)
        return _keep(journal, kept, gone, on)


def merge_persons(
    *,
    kept: Person,
    gone: Person,
    on: date,
    by: Actor,
    taken: Collection[str] = (),
    why: str = "",
    seen: str = "",
) -> Merge:
    """Make two persons one: seats, delegations and consents of ``gone`` become those of ``kept``.

    ``taken`` names fields of ``comparing.PERSON`` whose values come from ``gone``; the rest is as for organisations.

    Raises:
        NotAllowed: if the actor may not edit the register.
        ChangedMeanwhile: if one of them was changed since.
        UserFacingError: if the two are the same record, or a row can neither move nor be joined.
    """
    require_editor(actor=by, body=kept.body_id)
    if kept.pk == gone.pk or kept.body_id != gone.body_id:
        raise UserFacingError("Bitte zwei verschiedene Personen wählen.")
    with change(by=by, body=kept.body_id, why=why) as made:
        kept, gone = _locked(kept, gone, seen)
        journal = Journal(made)
        _absorb(journal, kept, gone, columns_of(record=gone, fields=taken))
        return _keep(journal, kept, gone, on)


def undo_merge(*, merge: Merge, on: date, by: Actor, why: str = "") -> None:
    """Take a merge back: the record that went returns with its address, and what was moved returns to it.

    What was added to the kept record since stays with it.

    Raises:
        NotAllowed: as for merging.
        UserFacingError: if it is taken back already, or something newer rests on it; it says what.
    """
    require_editor(actor=by, body=merge.body_id)
    _require_grants(merge.steps, by, merge.body_id)
    with change(by=by, body=merge.body_id, why=why) as made:
        stored = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
        reasons = why_not_undone(merge=stored)
        if reasons:
            raise UserFacingError("Das lässt sich nicht mehr zurücknehmen. " + " ".join(reasons))
        try:
            take_back(stored.steps, made=made, action="organisations.undo_merge")
        except IntegrityError as error:
            raise UserFacingError(
                "Das lässt sich nicht mehr zurücknehmen: Ein Sitz oder Platz ist inzwischen anders vergeben."
            ) from error
        Merge.objects.filter(pk=stored.pk).update(undone_on=on, steps=[], gone_name="")
        made.note(stored, action="organisations.undo_merge", values={"undone_on": (None, on.isoformat())})


def why_not_undone(*, merge: Merge) -> list[str]:
    """The reasons why a merge cannot be taken back, in German sentences; empty if it can."""
    if merge.undone_on is not None:
        return [f"Sie wurde am {write_day(merge.undone_on)} schon zurückgenommen."]
    if merge.kept_key not in (merge.organisation_id, merge.person_id):
        return ["Bitte zuerst die spätere Zusammenführung zurücknehmen."]
    return obstacles(merge.steps)


def remember_different(
    *, body: Body, kind: Mergeable, one: UUID, other: UUID, by: Actor, why: str = ""
) -> None:
    """Note that two records are not one; they are not suggested again. Noting it twice changes nothing.

    Raises:
        NotAllowed: if the actor may not edit the register.
        UserFacingError: if they are the same record, or one of them is not in the register.
    """
    require_editor(actor=by, body=body.pk)
    first, second = in_order(one, other)
    if first == second or kind.model.objects.filter(body=body, uid__in=(first, second)).count() != 2:
        raise UserFacingError("Bitte zwei verschiedene Einträge des Registers wählen.")
    if NotDuplicate.objects.filter(body=body, first=first, second=second).exists():
        return
    with change(by=by, body=body.pk, why=why) as made:
        row = NotDuplicate(body=body, kind=kind, first=first, second=second)
        made.create(row, action="organisations.remember_different")


def _require_mergeable(kept: Organisation, gone: Organisation, by: Actor) -> None:
    if kept.pk == gone.pk or kept.body_id != gone.body_id:
        raise UserFacingError("Bitte zwei verschiedene Organisationen wählen.")
    if gone.is_administration:
        raise UserFacingError(
            f"„{gone}“ ist die Wurzel der Verwaltung. Bitte diesen Eintrag behalten.", field="keep"
        )
    for above, below in ((kept, gone), (gone, kept)):
        if below.pk in _ever_below(above):
            raise UserFacingError(
                f"„{below}“ steht oder stand im Baum unter „{above}“. Bitte zuerst anders zuordnen."
            )
    if UnitGrant.objects.filter(organisation=gone).exists() and not may_administer_users(
        actor=by, body=kept.body_id
    ):
        raise NotAllowed(f"Konten sprechen für „{gone}“. Das darf nur die Administration zusammenführen.")


def _require_grants(steps: list[Step], by: Actor, body: int) -> None:
    label = UnitGrant._meta.label_lower
    if any(step["label"] == label for step in steps) and not may_administer_users(actor=by, body=body):
        raise NotAllowed("Konten ändern dadurch ihre Einheit. Das darf nur die Administration zurücknehmen.")


def _ever_below(organisation: Organisation) -> set[int]:
    """All that stand, stood or will stand below it; one query a step down."""
    found: set[int] = set()
    edge = {organisation.pk}
    while edge:
        rows = Placement.objects.filter(body=organisation.body_id, parent__in=edge)
        edge = set(rows.values_list("organisation_id", flat=True)) - found
        found |= edge
    return found


def _locked(kept: Any, gone: Any, seen: str) -> tuple[Any, Any]:
    model = type(kept)
    rows = model.objects.select_for_update(of=("self",)).in_bulk([kept.pk, gone.pk])
    if len(rows) < 2:
        raise UserFacingError("Einer der beiden Einträge besteht nicht mehr.")
    kept, gone = rows[kept.pk], rows[gone.pk]
    if seen and seen != state_of_pair(one=kept, other=gone):
        raise ChangedMeanwhile(
            "Einer der beiden Einträge wurde inzwischen geändert. Bitte vergleichen Sie noch einmal."
        )
    return kept, gone


def _choose_profile(journal: Journal, kept: Organisation, gone: Organisation, take: bool) -> None:
    """Only one entry in the directory can stay; the other goes with its texts and consents."""
    profiles = {
        one.organisation_id: one for one in DirectoryProfile.objects.filter(organisation__in=(kept, gone))
    }
    if len(profiles) == 2:
        journal.remove(profiles[kept.pk if take else gone.pk], action="organisations.drop_double")


def _remember_names(journal: Journal, kept: Organisation, names: tuple[str, str]) -> None:
    known = {fold(one) for one in kept.former_names.values_list("name", flat=True)} | {fold(kept.name)}
    for name in names:
        if fold(name) not in known:
            known.add(fold(name))
            alias = OrganisationName(body_id=kept.body_id, organisation=kept, name=name, is_alias=True)
            journal.create(alias, action=_NAMED)


def _absorb(journal: Journal, kept: Any, gone: Any, values: Mapping[str, Any]) -> None:
    """Move everything, remove the record that goes, then take over the chosen values of it."""
    move_references(journal=journal, source=gone, target=kept)
    journal.remove(gone, action="organisations.merge_away")
    if values:
        journal.update(kept, action="organisations.merge", **values)


def _keep(journal: Journal, kept: Any, gone: Any, on: date) -> Merge:
    """Keep where the record went and how it comes back."""
    (removed,) = (
        one for one in journal.steps if one["do"] == "remove" and one["label"] == kept._meta.label_lower
    )
    owner = {"organisation": kept} if isinstance(kept, Organisation) else {"person": kept}
    merge = Merge(
        body_id=kept.body_id, kept_key=kept.pk, gone_key=removed["key"], gone_uid=gone.uid, gone_name=str(gone),
        merged_on=on, steps=journal.steps, **owner,
    )  # fmt: skip
    merge.save(force_insert=True)
    journal.made.note(merge, action="organisations.merge", values={"gone_name": (None, merge.gone_name)})
    return merge
