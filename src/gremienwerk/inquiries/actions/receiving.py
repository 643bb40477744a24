"""An inquiry arrives: its file, its items with the suggested blocks, and a first draft."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from gremienwerk.audit.change import Change, change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import write_day
from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.actions import register_file, store_content
from gremienwerk.documents.models import StoredFile
from gremienwerk.inquiries.intake.parsed import ParsedInquiry, Question
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem
from gremienwerk.inquiries.rules import require_drafting
from gremienwerk.organisations.models import Organisation


class Original(NamedTuple):
    """The file as it arrived."""

    content: bytes
    name: str
    media_type: str


def receive_inquiry(
    *,
    body: Body,
    parsed: ParsedInquiry,
    received_on: date,
    reporting_unit: Organisation,
    by: Actor,
    original: Original | None = None,
    due_on: date | None = None,
    as_of: date | None = None,
) -> Inquiry:
    """Enter an inquiry with all its items and a draft; all or nothing.

    Args:
        body: the body that was asked.
        parsed: what intake has recognised.
        received_on: the day it arrived.
        reporting_unit: the unit that answers ("we").
        by: who enters it.
        original: the file as it arrived.
        due_on: by when the answer is due; by the rule of the body if None.
        as_of: the day the answer is to speak for; the day of arrival if None.

    Raises:
        NotAllowed: if the actor may not draft.
        UserFacingError: if nothing is asked.
    """
    require_drafting(actor=by, body=body.pk)
    if not parsed.questions:
        raise UserFacingError(
            "Die Anfrage enthält keine Frage. Bitte die richtige Datei wählen.", field="file"
        )
    sha256 = store_content(content=original.content) if original else ""
    with change(by=by, body=body.pk) as made:
        stored = _name_original(body, original, sha256, by)
        inquiry = _inquiry(parsed, received_on)
        inquiry.body, inquiry.reporting_unit, inquiry.original = body, reporting_unit, stored
        inquiry.due_on = due_on or _due_by_rule(body, received_on)
        made.create(inquiry, action="inquiries.receive")
        _add_items(made, inquiry, parsed.questions)
        # The climate check of an earlier answer is not taken over: it is a decision on this answer.
        draft = AnswerDraft(body=body, inquiry=inquiry, as_of=as_of or received_on)
        made.create(draft, action="inquiries.draft")
    return inquiry


def assign_number(*, inquiry: Inquiry, number: str, by: Actor, council_url: str | None = None) -> None:
    """Note the number that the council information system has given, and where it shows the paper; changes no release.

    Args:
        inquiry: the paper.
        number: as the system writes it; empty if there is none yet.
        by: who notes it.
        council_url: the paper's page there, https; unchanged if None.

    Raises:
        NotAllowed: if the actor may not draft.
        UserFacingError: if the address is none.
    """
    require_drafting(actor=by, body=inquiry.body_id)
    address = inquiry.council_url if council_url is None else _checked(council_url.strip())
    with change(by=by, body=inquiry.body_id) as made:
        made.update(inquiry, action="inquiries.assign_number", number=number.strip(), council_url=address)


def _checked(address: str) -> str:
    """An address that a browser opens with encryption, or none."""
    try:
        if address:
            URLValidator(schemes=["https"])(address)
    except ValidationError as error:
        raise UserFacingError(
            "Bitte eine ganze Adresse angeben, die mit https:// beginnt.", field="council_url"
        ) from error
    return address


def _due_by_rule(body: Body, received_on: date) -> date | None:
    """The body's days counted from the arrival on; None where it has no such rule."""
    return received_on + timedelta(days=body.answer_days) if body.answer_days is not None else None


def _name_original(body: Body, original: Original | None, sha256: str, by: Actor) -> StoredFile | None:
    if original is None:
        return None
    return register_file(
        body=body,
        sha256=sha256,
        size=len(original.content),
        name=_fitting(original.name, 255),
        media_type=_fitting(original.media_type, 120),
        by=by,
    )


def _inquiry(parsed: ParsedInquiry, received_on: date) -> Inquiry:
    dated = parsed.date
    return Inquiry(
        kind=_fitting(parsed.kind or "Anfrage", 120),
        number=_fitting(parsed.reference or "", 60),
        title=_fitting(parsed.title or f"Anfrage vom {write_day(dated or received_on)}", 500),
        groups=list(parsed.groups),
        addressee=_fitting(parsed.addressee or "", 300),
        dated=dated,
        received_on=received_on,
        session_committee=_fitting(parsed.session.committee if parsed.session else "", 200),
        session_date=parsed.session.on if parsed.session else None,
        source_annexes=list(parsed.annexes),
        preamble=parsed.preamble,
        closing="\n\n".join(text for text in (parsed.closing, parsed.footnotes) if text),
    )


def _add_items(made: Change, inquiry: Inquiry, questions: tuple[Question, ...]) -> None:
    made.create_many(
        [
            InquiryItem(
                body_id=inquiry.body_id,
                inquiry=inquiry,
                position=position,
                number=_fitting(question.number or "", 40),
                kind=question.kind.value,
                text=question.text,
                parts=[{"number": part.number or "", "text": part.text} for part in question.parts],
                source_answer=question.answer or "",
                block=question.block.value if question.block else "",
                block_reason=_fitting(question.block_reason, 300),
                restriction=_fitting(question.restriction, 300),
            )
            for position, question in enumerate(questions, 1)
        ],
        action="inquiries.add_item",
    )


def _fitting(text: str, length: int) -> str:
    """The text within the length of its column; the whole wording stays in the original file."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
