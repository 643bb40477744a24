"""The last act is taken back by an act of its own (ADR 0039)."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import IntegrityError

from gremienwerk.audit.change import change
from gremienwerk.audit.timeline import Act, Entry, act_of, newer_about
from gremienwerk.committees.models import Committee, Membership
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.journal import Step, obstacles, owned_relations, take_back
from gremienwerk.organisations.rules import require_editor

#: Acts that write nothing but what is recorded of them; every other act is not taken back (unknown means no).
UNDOABLE = frozenset(
    {
        f"committees.{verb}"
        for verb in (
            "add_alias", "appoint", "correct_membership", "delegate", "describe", "end", "end_delegation",
            "end_membership", "establish", "keep_name", "name_initiator", "pause", "plan", "rename", "resume",
            "subordinate", "translate",
        )
    }
    | {
        f"organisations.{verb}"
        for verb in (
            "add_alias", "add_contact_point", "describe", "dissolve", "keep_name", "leave_place", "place",
            "register_person", "rename",
        )
    }
)  # fmt: skip
_MASK = "[gelöscht]"
_MOST = 100


def undo_act(*, body: int, key: int, by: Actor, why: str = "") -> None:
    """Take back everything that was recorded together with an event, if nothing newer rests on it.

    Args:
        body: primary key of the body.
        key: of any event of the act.
        by: who takes it back; they need the right to change every record concerned.
        why: the reason, for the audit record.

    Raises:
        NotAllowed: if the actor may not change one of the records.
        UserFacingError: if it cannot be taken back; it says why.
    """
    act = act_of(body=body, key=key)
    if act is None:  # no record, so no rule to ask, and nothing to write
        raise UserFacingError("Diese Änderung steht nicht im Protokoll.")
    _require(act, by, body)
    with change(by=by, body=body, why=why) as made:
        reasons = why_not_taken_back(body=body, act=act)
        if reasons:
            raise UserFacingError("Das lässt sich nicht zurücknehmen. " + " ".join(reasons))
        try:
            take_back(_steps(act), made=made, action="committees.undo")
        except IntegrityError as error:
            raise UserFacingError(
                "Das lässt sich nicht zurücknehmen: Der Sitz oder Platz ist inzwischen anders vergeben."
            ) from error


def why_not_taken_back(*, body: int, act: Act) -> list[str]:
    """The reasons why an act cannot be taken back, in German sentences; empty if it can."""
    entries = act.entries
    if any(one.action not in UNDOABLE for one in entries):
        return ["Diese Art von Änderung wird nicht von selbst zurückgenommen."]
    if len(entries) > _MOST:
        return ["Dabei wurden zu viele Einträge auf einmal geändert."]
    if any("topics" in one.changes or _MASK in str(one.changes) for one in entries):
        return ["Themen oder gelöschte Angaben lassen sich so nicht wiederherstellen."]
    if newer_about(body=body, act=act):
        return ["Seitdem wurde daran etwas geändert. Bitte zuerst die neuere Änderung zurücknehmen."]
    steps = _steps(act)
    return [*obstacles(steps), *_dependants(steps)]


def _dependants(steps: list[Step]) -> list[str]:
    """Records that lead to one that the act made; taken back, they would lead nowhere."""
    made = {(step["label"], step["key"]) for step in steps if step["do"] == "create"}
    found = []
    for label, key in made:
        record = apps.get_model(label)._default_manager.filter(pk=key).first()
        if record is None:
            return ["Ein Eintrag, der dabei entstand, besteht nicht mehr."]
        for relation in owned_relations(record):
            rows = relation.related_model._default_manager.filter(**{relation.field.name: record})
            part = relation.related_model._meta
            if any((part.label_lower, row.pk) not in made for row in rows):
                found.append(f"Auf „{record}“ beruht inzwischen anderes ({part.verbose_name}).")
    return found


def _require(act: Act, by: Actor, body: int) -> None:
    """Whoever takes back needs the right to change each committee concerned, and to edit for everything else."""
    for entry in act.entries:
        committee = _committee_of(entry)
        if committee is None:
            require_editor(actor=by, body=body)
        else:
            require_change(actor=by, committee=committee)


def _committee_of(entry: Entry) -> Committee | None:
    if not entry.noun.startswith("committees."):
        return None
    row: Any = apps.get_model(entry.noun)._default_manager.filter(pk=entry.object_key).first()
    if isinstance(row, Committee):
        return row
    if row is None:
        keys = [one for one in entry.changes.get("committee", ()) if one]
        return Committee.objects.filter(pk__in=keys).first()
    seat = row if isinstance(row, Membership) else getattr(row, "membership", row)
    return seat.committee


def _steps(act: Act) -> list[Step]:
    """The act as a journal; a new or removed record is recorded with its body."""
    return [_step(entry) for entry in act.entries]


def _step(entry: Entry) -> Step:
    at = {"label": entry.noun, "key": entry.object_key}
    if "body" in entry.changes and entry.changes["body"][0] is None:
        return {"do": "create", **at}
    return {"do": "update", **at, "fields": {name: list(pair) for name, pair in entry.changes.items()}}
