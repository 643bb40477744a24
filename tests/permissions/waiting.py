"""Something of every kind that waits for somebody, and how much of it a person is shown."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.timezone import localdate, now

from gremienwerk.audit.change import change
from gremienwerk.core.actor import Actor
from gremienwerk.core.needs import Asking, what_needs
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem, Signature
from gremienwerk.meetings.actions import record_meeting
from tests.permissions.scene import Scene
from tests.support.cast import SETUP, City


def make_waiting_work(scene: Scene) -> None:
    """Beside what the scene holds: a meeting ahead, and inquiries with an open item, a draft, a signature, a release."""
    city = scene.city
    record_meeting(
        body=city.body, committees=[scene.committee], starts_at=now() + timedelta(days=7), by=SETUP
    )
    make_open_inquiry(city, "Offen", answer="")
    make_open_inquiry(city, "Freigabe", answer="Ja.")
    make_open_inquiry(city, "Entwurf", answer="Ja.", is_signed=True)
    make_open_inquiry(city, "Zeichnung", answer="Ja.", is_signed=True, stage=AnswerDraft.Stage.SIGNING.value)


def make_open_inquiry(
    city: City,
    title: str,
    *,
    answer: str,
    is_signed: bool = False,
    stage: str = AnswerDraft.Stage.DRAFT.value,
) -> Inquiry:
    """An inquiry that is not released; its item is the youth office's, the reporting unit is to sign it."""
    body = city.body
    with change(by=SETUP, body=body.pk) as made:
        inquiry = Inquiry(
            body=body,
            title=title,
            received_on=date(2024, 1, 1),
            due_on=localdate(),
            reporting_unit=city.ressort,
        )
        made.create(inquiry, action="test")
        item = InquiryItem(
            body=body, inquiry=inquiry, position=1, text="Wie oft?", answer_text=answer,
            assigned_unit=city.youth_office,
        )  # fmt: skip
        made.create(item, action="test")
        draft = AnswerDraft(body=body, inquiry=inquiry, as_of=localdate(), stage=stage)
        made.create(draft, action="test")
        if is_signed:
            made.create(Signature(body=body, inquiry=inquiry, unit=city.ressort), action="test")
    return inquiry


def shown_to(scene: Scene, actor: Actor) -> dict[str, int]:
    """How many lines of each group an actor is shown on the start page, for the scene's body."""
    found = what_needs(asking=Asking(actor, scene.city.body.pk, localdate()))
    return {group.key: len(group.needs) for group in found}
