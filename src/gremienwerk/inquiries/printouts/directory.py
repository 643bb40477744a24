"""The list of migrant self-organisations as an annex."""

from __future__ import annotations

from datetime import date

from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering.content.annexes import DirectoryEntry, DirectoryList
from gremienwerk.inquiries.drafting.directory import confirmed_by_then, entries_accusative
from gremienwerk.inquiries.queries import AnswerRegister
from gremienwerk.organisations.queries import DirectoryEntry as PublishedEntry

TITLE = "Liste der Migrantenselbstorganisationen"


def directory_list(*, register: AnswerRegister, number: int) -> DirectoryList:
    """The entries that were published on the day, each with the day of its confirmation."""
    return DirectoryList(
        number=number,
        title=TITLE,
        note=f"Stand: {format_date(register.on)}. {_confirmations(register)}",
        entries=tuple(_entry(one, confirmed_by_then(one, register)) for one in register.directory),
    )


def _confirmations(register: AnswerRegister) -> str:
    """What the column of confirmations holds: on some days none is recorded, on others not all are."""
    total = len(register.directory)
    known = sum(confirmed_by_then(one, register) is not None for one in register.directory)
    if not total:
        return "Die Liste enthält keinen Eintrag."
    if not known:
        return "Bestätigungen der Organisationen bis zu diesem Tag sind nicht erfasst."
    if known == total:
        return "Jeder Eintrag nennt den Tag, an dem die Organisation ihn zuletzt bestätigt hat."
    return (
        "Wo erfasst, nennt der Eintrag den Tag, an dem die Organisation ihn zuletzt bestätigt hat; "
        f"für {entries_accusative(total - known)} ist bis zu diesem Tag keine Bestätigung erfasst."
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
