"""Letters to those whom no mail reaches, as content of a document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from gremienwerk.bodies.models import Body
from gremienwerk.committees.queries.distribution import Recipient
from gremienwerk.documents.rendering.content.letters import LetterPaper, LetterReceiver
from gremienwerk.documents.rendering.content.papers import Letterhead


def letter_paper(
    *, body: Body, recipients: Iterable[Recipient], subject: str, text: str, signed: str, at: datetime
) -> LetterPaper:
    """A letter with the same words to each recipient who has an address.

    Args:
        body: who writes.
        recipients: those without an address are left out.
        subject: the line above the letter.
        text: its paragraphs, with blank lines between.
        signed: the name below it.
        at: now, aware and in the time zone of the town; its day is printed.
    """
    paragraphs = [" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n")]
    return LetterPaper(
        letterhead=_letterhead(body),
        subject=subject,
        salutation="Guten Tag,",
        paragraphs=tuple(part for part in paragraphs if part),
        closing="Mit freundlichen Grüßen",
        signed=signed,
        day=at.date(),
        receivers=tuple(LetterReceiver(address_lines(recipient=one)) for one in recipients if one.city),
        produced_at=at.replace(microsecond=0),
    )


def address_lines(*, recipient: Recipient) -> tuple[str, ...]:
    """The lines on the envelope: organisation, person, street, town."""
    lines = (recipient.organisation, recipient.name, recipient.street, recipient.city)
    return tuple(line for line in lines if line)


def _letterhead(body: Body) -> Letterhead:
    return Letterhead(
        city=body.name,
        office=body.office,
        department=body.department,
        street=body.street,
        postcode_city=f"{body.postcode} {body.city}".strip(),
        phone=body.phone,
        email=body.email,
        website=body.website,
        logo_svg=body.logo_svg.encode() if body.logo_svg else None,
        accent_colour=body.accent_colour,
    )
