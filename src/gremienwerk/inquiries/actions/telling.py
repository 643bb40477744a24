"""What people are told by mail about an inquiry, inside the change that causes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localtime

from gremienwerk.accounts.models import User
from gremienwerk.bodies.models import Body
from gremienwerk.core.dates import write_day
from gremienwerk.core.german import count
from gremienwerk.inquiries.models import Inquiry, InquiryItem, Signature
from gremienwerk.inquiries.queries.people import speakers_of
from gremienwerk.mailing.actions import Receiver, queue_message
from gremienwerk.mailing.letters import Letter, Link
from gremienwerk.organisations.models import Organisation

_ASSIGNED = (
    "Für %(what)s der Vorlage %(inquiry)s ist %(unit)s zuständig. Bitte tragen Sie die Antwort%(until)s ein."
)
_TO_SIGN = (
    "Die Antwort auf die Vorlage %(inquiry)s wartet auf die Mitzeichnung durch %(unit)s. Bitte zeichnen Sie%(until)s "
    "mit, oder lehnen Sie mit Begründung ab."
)
_REFUSED = "Die Antwort auf die Vorlage %(inquiry)s wurde nicht mitgezeichnet von: %(unit)s. Sie ist wieder ein Entwurf."


def tell_assigned(
    *, inquiry: Inquiry, items: Sequence[InquiryItem], unit: Organisation, due_on: date | None, at: datetime
) -> None:
    """Tell the people of a unit which items they are asked to answer."""
    until = f" bis {write_day(due_on)}" if due_on else ""
    letter = Letter(
        subject=f"Bitte um Zulieferung{until}: {inquiry.title}",
        paragraphs=(
            _ASSIGNED
            % {
                "unit": unit.name,
                "what": count(len(items), "Punkt", "Punkte"),
                "inquiry": _called(inquiry),
                "until": until,
            },
        ),
        items=tuple(_named(item) for item in items),
        link=link_to(inquiry=inquiry),
    )
    people = speakers_of(body=inquiry.body_id, unit=unit.pk, on=localtime(at).date())
    _queue(inquiry, people, letter, "inquiries.assign", at)


def ask_to_sign(*, signature: Signature, at: datetime) -> None:
    """Tell the people of a unit that an answer waits for its signature."""
    if signature.unit is None:
        return
    inquiry = signature.inquiry
    until = f" bis {write_day(signature.due_on)}" if signature.due_on else ""
    letter = Letter(
        subject=f"Bitte um Mitzeichnung{until}: {inquiry.title}",
        paragraphs=(_TO_SIGN % {"unit": signature.unit.name, "inquiry": _called(inquiry), "until": until},),
        link=link_to(inquiry=inquiry),
    )
    people = speakers_of(body=inquiry.body_id, unit=signature.unit.pk, on=localtime(at).date())
    _queue(inquiry, people, letter, "inquiries.ask_to_sign", at)


def tell_refused(*, signature: Signature, to: str, at: datetime) -> None:
    """Tell whoever has asked for the signatures that one was refused, and why.

    Args:
        signature: the refused one.
        to: key of the user who asked; nobody is told if there is none.
        at: now, with time zone.
    """
    inquiry = signature.inquiry
    letter = Letter(
        subject=f"Mitzeichnung abgelehnt: {inquiry.title}",
        paragraphs=(
            _REFUSED % {"unit": signature, "inquiry": _called(inquiry)},
            f"Grund: {signature.reason}",
        ),
        link=link_to(inquiry=inquiry),
    )
    people = User.objects.filter(body=inquiry.body_id, pk=int(to), is_active=True) if to.isdigit() else ()
    _queue(inquiry, people, letter, "inquiries.refuse", at)


def link_to(*, inquiry: Inquiry) -> Link | None:
    """The link to the page of an inquiry; None while the body has no address of its own."""
    host = Body.objects.values_list("hostname", flat=True).get(pk=inquiry.body_id)
    if not host:
        return None
    path = reverse("inquiries:inquiry", kwargs={"uid": inquiry.uid})
    return Link("Zur Anfrage", f"https://{host}{path}")


def _called(inquiry: Inquiry) -> str:
    return f"„{inquiry.title}“ ({inquiry.kind})"


def _named(item: InquiryItem) -> str:
    words = " ".join(item.text.split())
    return f"{item.number or f'Punkt {item.position}'}: {words if len(words) < 200 else f'{words[:199]}…'}"


def _queue(inquiry: Inquiry, people: Iterable[User], letter: Letter, purpose: str, at: datetime) -> None:
    for person in people:
        queue_message(
            body=inquiry.body,
            to=Receiver(person.email, person.name),
            letter=letter,
            purpose=purpose,
            at=at,
            reference=f"inquiries.inquiry:{inquiry.uid}",
        )
