"""Question 4: who is invited, in which way, how long before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gremienwerk.committees.models import Committee
from gremienwerk.core.german import join_words, number_word
from gremienwerk.documents.rendering.content.text import Block, Paragraph
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import COMMITTEE, counted, one_sentence_each, share
from gremienwerk.inquiries.drafting.missing import Fact, gaps
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow

_CIRCLES = {
    "members": "die Mitglieder",
    "members_deputies": "die Mitglieder und ihre Stellvertretungen",
    "members_guests": "die Mitglieder und die ständigen Gäste",
    "open": "alle Interessierten",
}
_OWN_WORDS = "ein im Wortlaut erfasster Kreis"


def invitation_block(*, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The answer to question 4, with what is missing."""
    rows = register.existing
    if not rows:
        return (Paragraph("Da kein solches Gremium erfasst ist, ist auch keine Einladung zu beschreiben."),)
    facts = (
        Fact("der Kreis der Eingeladenen", has_circle),
        Fact("der Einladungsweg", lambda row: row.facts.invitation_channels),
    )
    words = one_sentence_each([_circles(rows), _channels(rows), _lead_times(rows), _inviting(rows)])
    missing = gaps(facts=facts, rows=rows, annexes=annexes)
    return (*(Paragraph(text) for text in (words, missing) if text), *_pointer(rows, annexes))


def has_circle(row: RegisterRow) -> bool:
    """Whether it is recorded who is invited, by choice or in words."""
    return bool(row.facts.invitation_circle or row.facts.invitation_note)


def _circles(rows: Iterable[RegisterRow]) -> str:
    found = dict.fromkeys((*_CIRCLES.values(), _OWN_WORDS), 0)
    for row in rows:
        if row.facts.invitation_circle:
            found[_CIRCLES[row.facts.invitation_circle]] += 1
        elif row.facts.invitation_note:
            found[_OWN_WORDS] += 1
    parts = [f"in {counted(n, COMMITTEE, 'dative')} {words}" for words, n in found.items() if n]
    if not parts:
        return ""
    singular = len(parts) == 1 and found[_OWN_WORDS]
    return f"Eingeladen {'wird' if singular else 'werden'} {join_words(parts)}."


def _channels(rows: Iterable[RegisterRow]) -> str:
    found = dict.fromkeys(Committee.CHANNELS, 0)
    several = False
    for row in rows:
        several = several or len(row.facts.invitation_channels) > 1
        for way in row.facts.invitation_channels:
            found[way] = found.get(way, 0) + 1
    parts = [
        f"in {counted(n, COMMITTEE, 'dative')} {Committee.CHANNELS.get(way, way)}"
        for way, n in found.items()
        if n
    ]
    if not parts:
        return ""
    note = " (mehrere Wege sind möglich)" if several and len(parts) > 1 else ""
    return f"Die Einladung kommt {join_words(parts)}{note}."


def _lead_times(rows: Sequence[RegisterRow]) -> str:
    days = [row.facts.invitation_lead_days for row in rows if row.facts.invitation_lead_days is not None]
    where = share(len(days), len(rows), "accusative")
    if not days:
        return f"Eine Frist ist für {where} erfasst."
    shortest, longest = min(days), max(days)
    if shortest == longest:
        span = "einen Tag" if shortest == 1 else f"{number_word(shortest)} Tage"
    else:
        span = f"zwischen {number_word(shortest)} und {number_word(longest)} Tagen"
    return f"Eine Frist ist für {where} erfasst; sie beträgt {span}."


def _inviting(rows: Sequence[RegisterRow]) -> str:
    """For how many it is recorded who sends the invitation."""
    known = sum(bool(row.facts.invited_by) for row in rows)
    return f"Wer einlädt, ist für {share(known, len(rows), 'accusative')} erfasst."


def _pointer(rows: tuple[RegisterRow, ...], annexes: AnnexNumbers) -> tuple[Block, ...]:
    if not any(has_circle(row) or row.facts.invitation_channels or row.facts.invited_by for row in rows):
        return ()
    what = "Was davon erfasst ist, nennt die Gremientabelle"
    each = "für jedes Gremium einzeln" if len(rows) > 1 else "im Einzelnen"
    return (Paragraph(f"{what} {each} (Anlage {annexes.table})."),)
