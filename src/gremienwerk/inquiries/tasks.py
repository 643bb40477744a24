"""What the worker does once a day: units are reminded of what they have to deliver."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor, ActorKind
from gremienwerk.core.dates import write_day
from gremienwerk.inquiries.actions.telling import link_to
from gremienwerk.inquiries.models import AnswerDraft, InquiryItem, Signature
from gremienwerk.inquiries.queries.people import speakers_of
from gremienwerk.mailing.actions import Receiver, queue_message
from gremienwerk.mailing.duties import Moment
from gremienwerk.mailing.letters import Letter
from gremienwerk.mailing.models import Message
from gremienwerk.organisations.models import Organisation

WORKER = Actor(kind=ActorKind.SYSTEM, name="Erinnerung")
BEFORE = timedelta(days=2)
"""How long before the due day a unit is reminded; once more on the day after it."""


class _Reminder(NamedTuple):
    """One letter to one person, and the key by which it is sent once."""

    once: str
    to: Receiver
    letter: Letter
    reference: str


def remind(body: Body, moment: Moment) -> None:
    """Remind units of items and signatures that are due soon, or since; each unit twice at most.

    Args:
        body: whose inquiries.
        moment: today and now; called again on the same day, nothing happens.
    """
    wanted = {one.once: one for one in _reminders(body, moment)}
    sent = set(Message.objects.filter(body=body, once__in=wanted).values_list("once", flat=True))
    due = [one for one in wanted.values() if one.once not in sent]
    if not due:
        return
    with change(by=WORKER, body=body.pk):
        for one in due:
            queue_message(
                body=body,
                to=one.to,
                letter=one.letter,
                purpose="inquiries.remind",
                at=moment.at,
                reference=one.reference,
                once=one.once,
            )


def _reminders(body: Body, moment: Moment) -> Iterator[_Reminder]:
    items = InquiryItem.objects.filter(
        body=body, due_on__lte=moment.on + BEFORE, assigned_unit__isnull=False, inquiry__releases__isnull=True
    ).select_related("inquiry", "assigned_unit")
    for item in items:
        if item.is_open and item.assigned_unit:
            yield from _letters(item, item.assigned_unit, "Zulieferung", moment)
    waiting = Signature.objects.filter(
        body=body,
        due_on__lte=moment.on + BEFORE,
        state=Signature.State.OPEN,
        inquiry__draft__stage=AnswerDraft.Stage.SIGNING,
    )
    for signature in waiting.select_related("inquiry", "unit"):
        if signature.unit:
            yield from _letters(signature, signature.unit, "Mitzeichnung", moment)


def _letters(
    row: InquiryItem | Signature, unit: Organisation, what: str, moment: Moment
) -> Iterator[_Reminder]:
    due_on = row.due_on
    if due_on is None or due_on == moment.on:
        return
    is_late = due_on < moment.on
    inquiry = row.inquiry
    said = f"war am {write_day(due_on)} fällig" if is_late else f"ist am {write_day(due_on)} fällig"
    letter = Letter(
        subject=f"Erinnerung: {what} {said} ({inquiry.title})",
        paragraphs=(f"Die {what} von {unit.name} zur Vorlage „{inquiry.title}“ {said}.",),
        items=(row.text,) if isinstance(row, InquiryItem) else (),
        link=link_to(inquiry=inquiry),
    )
    for person in speakers_of(body=row.body_id, unit=unit.pk, on=moment.on):
        yield _Reminder(
            once=f"remind:{row.uid.hex}:{due_on:%Y%m%d}:{'late' if is_late else 'soon'}:{person.pk}",
            to=Receiver(person.email, person.name),
            letter=letter,
            reference=f"inquiries.inquiry:{inquiry.uid}",
        )
