"""Item 7, the motion: the current list of migrant self-organisations, by link, state and annex."""

from __future__ import annotations

from datetime import date

from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering.content.text import Block, Paragraph
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import ENTRY, capital, counted, one_sentence_each, some, verb
from gremienwerk.inquiries.queries import AnswerRegister
from gremienwerk.organisations.queries import DirectoryEntry


def directory_block(*, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """Where the list is, how many entries it has, how old their confirmations are, and what it lacks."""
    if not register.directory:
        return (Paragraph(_nothing_published(register)),)
    address = register.body.directory_url
    place = f"unter {address}" if address else ""
    number = len(register.directory)
    sentences = [
        f"Die Liste der Migrantenselbstorganisationen wird {place} öffentlich zur Verfügung gestellt."
        if place
        else "Eine öffentliche Internetadresse der Liste der Migrantenselbstorganisationen ist nicht erfasst.",
        f"Am {format_date(register.on)} umfasst die Liste {entries_accusative(number)}.",
        _confirmations(register),
        _unpublished(register),
        f"Die Liste ist dieser Antwort als Anlage {annexes.directory} beigefügt."
        if annexes.directory
        else "",
    ]
    return (Paragraph(one_sentence_each(sentences)),)


def _confirmations(register: AnswerRegister) -> str:
    """How old the confirmations are that existed on the day; the register keeps only the latest of each entry."""
    days = sorted(day for entry in register.directory if (day := confirmed_by_then(entry, register)))
    open_ones = len(register.directory) - len(days)
    if not days:
        return "Bestätigungen der Organisationen bis zu diesem Tag sind nicht erfasst."
    if days[0] == days[-1]:
        known = f"Zuletzt bestätigt wurde am {format_date(days[0])}"
    else:
        known = f"Die Bestätigungen der Organisationen reichen vom {format_date(days[0])} bis zum {format_date(days[-1])}"
    if not open_ones:
        return f"{known}."
    return f"{known}; für {entries_accusative(open_ones)} ist bis zu diesem Tag keine erfasst."


def confirmed_by_then(entry: DirectoryEntry, register: AnswerRegister) -> date | None:
    """The day of the entry's confirmation if it does not lie after the day of the answer."""
    day = entry.confirmed_on
    return day if day is not None and day <= register.on else None


def entries_accusative(number: int) -> str:
    """A number of entries in the accusative: "einen Eintrag", "fünf Einträge"."""
    return "einen Eintrag" if number == 1 else counted(number, ENTRY, "accusative")


def _unpublished(register: AnswerRegister) -> str:
    more = register.migrant_organisations - len(register.directory)
    if more <= 0:
        return ""
    return (
        f"{capital(_organisations(more))} {verb(more, 'steht', 'stehen')} im Register, "
        f"{verb(more, 'hat', 'haben')} aber keinen veröffentlichten Eintrag."
    )


def _nothing_published(register: AnswerRegister) -> str:
    known = register.migrant_organisations
    opening = f"Am {format_date(register.on)} enthält das Verzeichnis der Migrantenselbstorganisationen keinen veröffentlichten Eintrag"
    if not known:
        return f"{opening}; auch im Register ist keine Migrantenselbstorganisation erfasst. Eine Liste kann daher nicht beigefügt werden."
    pronoun = verb(known, "ihr Eintrag ist", "ihre Einträge sind")
    return (
        f"{opening}. Im Register {verb(known, 'ist', 'sind')} {_organisations(known)} erfasst; {pronoun} noch nicht zur "
        "Veröffentlichung freigegeben. Eine Liste kann daher nicht beigefügt werden."
    )


def _organisations(number: int) -> str:
    if number == 1:
        return "eine Migrantenselbstorganisation"
    return f"{some(number)} Migrantenselbstorganisationen"
