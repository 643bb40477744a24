"""The list of migrant self-organisations as an annex."""

from __future__ import annotations

from datetime import date

from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering.content.annexes import DirectoryEntry, DirectoryList
from gremienwerk.inquiries.drafting.directory import confirmed_by_then
from gremienwerk.inquiries.queries import AnswerRegister
from gremienwerk.organisations.queries import DirectoryEntry as PublishedEntry

TITLE = "Liste der Migrantenselbstorganisationen"


def directory_list(*, register: AnswerRegister, number: int) -> DirectoryList:
    """The entries that were published on the day, each with the day of its confirmation."""
    note = f"Stand: {format_date(register.on)}. Jeder Eintrag nennt den Tag, an dem die Organisation ihn zuletzt bestätigt hat."
    return DirectoryList(
        number=number,
        title=TITLE,
        note=note,
        entries=tuple(_entry(one, confirmed_by_then(one, register)) for one in register.directory),
    )


def _entry(entry: PublishedEntry, confirmed_on: date | None) -> DirectoryEntry:
    return DirectoryEntry(
        name=entry.name,
        description="\n".join(part for part in (entry.description, entry.offers) if part),
        contact=tuple(part for part in (entry.address, entry.phone) if part),
        email=entry.email,
        website=entry.website,
        district=entry.district or None,
        languages=entry.languages or None,
        topics=entry.topics or None,
        confirmed_on=confirmed_on,
    )
