"""From the lines of a document to the parsed inquiry: the way in."""

from __future__ import annotations

from dataclasses import replace

from gremienwerk.documents.reading.lines import DocumentText
from gremienwerk.inquiries.intake.breaks import Layout
from gremienwerk.inquiries.intake.closing import annexes_of, climate_check
from gremienwerk.inquiries.intake.figures import without_figures
from gremienwerk.inquiries.intake.letterhead import addressee_of, inquiry_date, reference_of, session_of
from gremienwerk.inquiries.intake.page_noise import sort_lines
from gremienwerk.inquiries.intake.parsed import NoQuestionFound, ParsedInquiry, Question
from gremienwerk.inquiries.intake.questions import find
from gremienwerk.inquiries.intake.restriction import with_restrictions
from gremienwerk.inquiries.intake.senders import groups_of, kind_of
from gremienwerk.inquiries.intake.subject import title_of
from gremienwerk.inquiries.intake.suggestion import suggest
from gremienwerk.inquiries.intake.wording import paragraphs


def recognise(document: DocumentText) -> ParsedInquiry:
    """What the document asks, and from whom it comes.

    Of an e-mail and its attachments the one that asks most clearly is taken; the text of the others is
    kept in ``closing``.

    Raises:
        NoQuestionFound: if it asks nothing; the message says what to do.
    """
    read = [_recognise_one(one) for one in _parts_of(document)]
    asking = [one for one in read if one.questions]
    if not asking:
        raise NoQuestionFound(
            f"In „{document.name}“ wurde keine Frage gefunden. Bitte prüfen, ob es die richtige Datei ist, "
            "oder die Fragen von Hand eintragen."
        )
    best = max(asking, key=_clearness)
    others = "\n\n".join(text for one in read if one is not best for text in _all_text(one) if text)
    subject_date = best.date or document.hints.sent_on
    messages = (*best.messages, *document.remarks)
    if best.date is None and subject_date is not None:
        messages = (*messages, "Die Anfrage nennt kein Datum; eingetragen ist das Datum der E-Mail.")
    groups = best.groups or tuple(group for one in read for group in one.groups)
    if not groups and document.hints.sender:
        groups = groups_of([document.hints.sender])
    return replace(
        best,
        date=subject_date,
        groups=groups,
        closing="\n\n".join(text for text in (best.closing, others) if text),
        messages=messages,
    )


def _all_text(parsed: ParsedInquiry) -> list[str]:
    """Everything that a document says, in its order."""
    texts = [parsed.preamble]
    for question in parsed.questions:
        texts += [question.text, *(part.text for part in question.parts), question.answer or ""]
    return [*texts, parsed.closing, parsed.footnotes]


def _parts_of(document: DocumentText) -> list[DocumentText]:
    nested = [part for attachment in document.attachments for part in _parts_of(attachment)]
    return [*nested, document]


def _clearness(parsed: ParsedInquiry) -> tuple[int, int]:
    numbered = sum(one.number is not None for one in parsed.questions)
    return numbered, len(parsed.questions)


def _recognise_one(document: DocumentText) -> ParsedInquiry:
    sorted_lines = sort_lines(document.lines, origin=document.format)
    layout, figures = without_figures(sorted_lines)
    words = [line.text for line in layout.lines]
    found = find(layout, kind=kind_of(words[:40]))
    head = _head(document, words, found.first)
    subject = document.hints.subject
    kind = kind_of([*head[:40], subject] if subject else head[:40])
    parsed = ParsedInquiry(
        title=title_of(layout, stop=min(found.first, 60), subject=subject),
        kind=kind,
        groups=groups_of(head),
        date=inquiry_date([*head, *words[found.last :]]),
        addressee=addressee_of(head[:30]),
        session=session_of(head),
        reference=reference_of(head),
        questions=found.questions,
        climate_check=climate_check(words[found.last :] or words),
        annexes=annexes_of(words[found.last :]),
        preamble=_joined(layout, found.before),
        closing="\n\n".join(
            text for text in (_joined(layout, found.after), paragraphs([[one] for one in figures])) if text
        ),
        footnotes=paragraphs([[f"{line.label} {line.text}".strip()] for line in sorted_lines.footnotes]),
        furniture="\n".join(line.text for line in sorted_lines.furniture),
        messages=found.messages,
    )
    return with_blocks(parsed)


def _head(document: DocumentText, words: list[str], first: int) -> list[str]:
    """The letterhead: lines before the questions, and the header of the first page."""
    furniture = [
        line.text
        for line in document.lines
        if line.page == 1 and line.kind not in {"body", "table", "footnote"}
    ]
    return [*words[: min(first, 80)], *furniture]


def _joined(layout: Layout, positions: list[int]) -> str:
    groups: list[list[str]] = []
    before = -2
    for index in positions:
        text = layout.text(index, index + 1)
        if (
            not groups
            or index != before + 1
            or layout.begins_paragraph(index)
            or layout.breaks_off(before)
            or groups[-1][-1].endswith(":")
        ):
            groups.append(text)
        else:
            groups[-1] += text
        before = index
    return paragraphs(groups)


def with_blocks(parsed: ParsedInquiry) -> ParsedInquiry:
    """The inquiry with the answer block that fits each question, and what narrows it."""
    context = " ".join([parsed.title or "", *(one.text for one in parsed.questions)])

    def suggested(question: Question) -> Question:
        text = " ".join([question.text, *(part.text for part in question.parts)])
        block, reason = suggest(text, context=context)
        return replace(question, block=block, block_reason=reason)

    questions = tuple(suggested(one) for one in parsed.questions)
    return replace(parsed, questions=with_restrictions(questions=questions))
