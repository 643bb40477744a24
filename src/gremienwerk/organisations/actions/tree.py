"""Organisations come into being, are renamed, move in the tree, and end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from gremienwerk.audit.change import Change, change
from gremienwerk.bodies.models import Body, OrganisationKind, Topic
from gremienwerk.core.actor import Actor
from gremienwerk.core.columns import vague_columns
from gremienwerk.core.dates import VagueDate, write_day
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.core.overlap import violated
from gremienwerk.organisations.models import Organisation, OrganisationName, Placement
from gremienwerk.organisations.queries import state_of_organisation, tree_on
from gremienwerk.organisations.rules import require_editor


def found_organisation(
    *,
    body: Body,
    name: str,
    by: Actor,
    kinds: Iterable[OrganisationKind] = (),
    topics: Iterable[Topic] = (),
    parent: Organisation | None = None,
    parent_from: date | None = None,
    founded: VagueDate | None = None,
    dissolved: VagueDate | None = None,
    why: str = "",
    **fields: Any,
) -> Organisation:
    """Enter an organisation into the register.

    Args:
        body: the body it belongs to.
        name: its official name today.
        by: who enters it.
        kinds: what it is; several may hold at once.
        topics: what it works on.
        parent: the organisation it is a unit of.
        parent_from: first day of that place in the tree; None for "since unknown".
        founded: when it came into being, as far as known.
        dissolved: when it ended, if it has.
        why: the reason, for the audit record.
        fields: any further plain field of ``Organisation``.

    Raises:
        NotAllowed: if the actor may not edit the register.
        UserFacingError: if the name is empty.
    """
    require_editor(actor=by, body=body.pk)
    if not name.strip():
        raise UserFacingError("Bitte einen Namen angeben.", field="name")
    with change(by=by, body=body.pk, why=why) as made:
        organisation = Organisation(body=body, name=name.strip(), **fields)
        organisation.founded, organisation.dissolved = founded, dissolved
        made.create(organisation, action="organisations.found")
        organisation.kinds.set(kinds)
        organisation.topics.set(topics)
        if parent is not None:
            _place(made, organisation, parent, parent_from)
    return organisation


def rename_organisation(
    *,
    organisation: Organisation,
    name: str,
    on: date,
    by: Actor,
    short_name: str | None = None,
    since: date | None = None,
    why: str = "",
    seen: str = "",
) -> None:
    """Give an organisation a new name from a day on; the old one stays readable for the time before.

    Args:
        organisation: whose name changes.
        name: the new name.
        on: first day of the new name.
        by: who enters it.
        short_name: the new short name; None keeps the present one.
        since: first day of the old name, if known and no earlier name is recorded.
        why: the reason, for the audit record.
        seen: the ``state_of_organisation`` on which the clerk decided; empty if nobody has looked at it before.

    Raises:
        ChangedMeanwhile: if somebody else has changed the organisation since then.
        UserFacingError: if an earlier name is recorded for a time after ``on``.
    """
    require_editor(actor=by, body=organisation.body_id)
    latest = organisation.former_names.filter(is_alias=False).order_by("-valid_until").first()
    start = latest.valid_until if latest else since
    if start is not None and start >= on:
        raise UserFacingError(
            f"„{organisation.name}“ gilt erst seit {write_day(start)}. Der neue Name muss danach beginnen.",
            field="on",
        )
    with change(by=by, body=organisation.body_id, why=why) as made:
        _require_unmoved(organisation, seen)
        former = OrganisationName(
            body_id=organisation.body_id,
            organisation=organisation,
            name=organisation.name,
            short_name=organisation.short_name,
            valid_from=start,
            valid_until=on,
        )
        made.create(former, action="organisations.keep_name")
        values = {"name": name} if short_name is None else {"name": name, "short_name": short_name}
        made.update(organisation, action="organisations.rename", **values)


def add_alias(*, organisation: Organisation, name: str, by: Actor) -> OrganisationName:
    """Note another spelling under which the organisation is found."""
    require_editor(actor=by, body=organisation.body_id)
    with change(by=by, body=organisation.body_id) as made:
        alias = OrganisationName(
            body_id=organisation.body_id, organisation=organisation, name=name, is_alias=True
        )
        made.create(alias, action="organisations.add_alias")
    return alias


def move_organisation(
    *,
    organisation: Organisation,
    parent: Organisation | None,
    on: date,
    by: Actor,
    why: str = "",
    seen: str = "",
) -> None:
    """Put an organisation below another one from a day on; the old place ends on that day.

    ``seen``: the ``state_of_organisation`` on which the clerk decided; empty if nobody has looked at it before.

    Raises:
        ChangedMeanwhile: if somebody else has changed the organisation since then.
        UserFacingError: if the organisation would come to stand below itself, or the day lies before the
            beginning of its present place.
    """
    require_editor(actor=by, body=organisation.body_id)
    if parent is not None:
        _check_no_circle(organisation, parent, on)
    with change(by=by, body=organisation.body_id, why=why) as made:
        _require_unmoved(organisation, seen)
        for present in organisation.placements.filter(valid_until__isnull=True):
            if present.valid_from is not None and present.valid_from >= on:
                raise UserFacingError(
                    f"Der jetzige Platz gilt erst seit {write_day(present.valid_from)}; bitte einen späteren Tag wählen.",
                    field="on",
                )
            made.update(present, action="organisations.leave_place", valid_until=on)
        if parent is not None:
            _place(made, organisation, parent, on)


def dissolve_organisation(
    *,
    organisation: Organisation,
    ended: VagueDate,
    by: Actor,
    successor: Organisation | None = None,
    why: str = "",
) -> None:
    """Note that an organisation has ended, and who follows it. Its seats are ended by ``committees``."""
    require_editor(actor=by, body=organisation.body_id)
    with change(by=by, body=organisation.body_id, why=why) as made:
        made.update(
            organisation,
            action="organisations.dissolve",
            successor=successor,
            **vague_columns("dissolved", ended),
        )


def _check_no_circle(organisation: Organisation, parent: Organisation, on: date) -> None:
    """Refuse a parent that stands below the organisation on the day, or will after a move that is entered already."""
    moves = Placement.objects.filter(body=organisation.body_id, valid_from__gt=on)
    later = {day for day in moves.values_list("valid_from", flat=True).distinct() if day is not None}
    for day in (on, *sorted(later)):
        tree = tree_on(body=organisation.body_id, on=day)
        if parent.pk == organisation.pk or organisation.pk in tree.ancestors(parent.pk):
            when = "" if day == on else f" ab {write_day(day)}"
            raise UserFacingError(f"„{parent}“ steht{when} selbst unter „{organisation}“.", field="parent")


def _require_unmoved(organisation: Organisation, seen: str) -> None:
    stored = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if seen and seen != state_of_organisation(organisation=stored):
        raise ChangedMeanwhile(
            "Diese Organisation wurde inzwischen von anderer Seite geändert. Ihre Angaben sind noch nicht gespeichert. "
            "Bitte vergleichen Sie; noch einmal speichern ersetzt, was jetzt gespeichert ist."
        )


def _place(made: Change, organisation: Organisation, parent: Organisation, since: date | None) -> None:
    placement = Placement(
        body_id=organisation.body_id, organisation=organisation, parent=parent, valid_from=since
    )
    try:
        with transaction.atomic():
            made.create(placement, action="organisations.place")
    except IntegrityError as error:
        if violated(error, name="placement_no_overlap"):
            raise UserFacingError(
                f"„{organisation}“ hat in dieser Zeit schon einen Platz im Baum.", field="parent"
            ) from error
        raise
