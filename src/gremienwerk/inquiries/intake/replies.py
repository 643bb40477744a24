"""Answers that follow after all questions ("Zu Frage 1:", or a second numbered list)."""

from __future__ import annotations

from dataclasses import dataclass

from gremienwerk.inquiries.intake.breaks import Layout
from gremienwerk.inquiries.intake.headings import ends_answers, opens_replies, reply_of
from gremienwerk.inquiries.intake.marks import Family, marks_of
from gremienwerk.inquiries.intake.sequences import Chain
from gremienwerk.inquiries.intake.wording import paragraphs


@dataclass(frozen=True, slots=True)
class Replies:
    """Answers by the number of their question.

    ``start`` and ``stop`` bound their lines; ``common`` is text before the first of them.
    """

    start: int
    stop: int
    by_number: dict[str, str]
    common: tuple[int, int]


def find_replies(layout: Layout, chain: Chain) -> Replies | None:
    """The answers below the last question, or None where each stands below its own question."""
    last = chain.items[-1]
    openings = _openings(layout, chain, last.index + 1)
    others = {number for _, numbers, _ in openings for number in numbers} - {last.mark.number}
    if not openings or (not others and len(chain.items) > 1):
        return None
    start = openings[0][0]
    announced = next(
        (at for at in range(last.index + 1, start + 1) if opens_replies(layout.lines[at].text)), start
    )
    stop = next(
        (at for at in range(start, len(layout.lines)) if ends_answers(layout.lines[at].text)),
        len(layout.lines),
    )
    by_number: dict[str, str] = {}
    for position, (at, numbers, rest) in enumerate(openings):
        end = min(openings[position + 1][0] if position + 1 < len(openings) else stop, stop)
        text = _text(layout, at, end, rest)
        for number in numbers:
            by_number[number] = f"{by_number[number]}\n\n{text}" if number in by_number else text
    return Replies(announced, stop, by_number, (announced, start))


def _openings(layout: Layout, chain: Chain, start: int) -> list[tuple[int, tuple[str, ...], str]]:
    """Where answers begin, for which numbers, and the text in that line."""
    known = {item.mark.number for item in chain.items}
    stated = []
    for at in range(start, len(layout.lines)):
        reply = reply_of(layout.lines[at].text)
        if reply and set(reply.numbers) & known and layout.begins_paragraph(at):
            stated.append((at, reply.numbers, reply.rest))
    if stated:
        return stated
    announced = next(
        (at for at in range(start, len(layout.lines)) if opens_replies(layout.lines[at].text)), None
    )
    return [] if announced is None else _listed(layout, chain, announced + 1)


def _listed(layout: Layout, chain: Chain, start: int) -> list[tuple[int, tuple[str, ...], str]]:
    """A second list with the questions' numbers."""
    found: list[tuple[int, tuple[str, ...], str]] = []
    wanted = [item.mark.number for item in chain.items]
    kinds = {chain.family, Family.DECIMAL} if chain.family is Family.WORD else {chain.family}
    for at in range(start, len(layout.lines)):
        for mark in marks_of(layout.lines[at]):
            if mark.family in kinds and len(found) < len(wanted) and mark.number == wanted[len(found)]:
                found.append((at, (mark.number,), mark.rest))
                break
    return found if len(found) >= min(2, len(wanted)) else []


def _text(layout: Layout, at: int, end: int, rest: str) -> str:
    groups: list[list[str]] = [[rest]] if rest else []
    for index in range(at + 1, end):
        line = layout.text(index, index + 1)
        if not groups or layout.begins_paragraph(index) or marks_of(layout.lines[index]):
            groups.append(line)
        else:
            groups[-1] += line
    return paragraphs(groups)
