"""What the page of an inquiry shows: its items with their live answers, what is missing, what was released."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import count
from gremienwerk.documents.rendering.content.text import (
    AnnexRef,
    Block,
    BulletList,
    FigureRef,
    Paragraph,
    SmallTable,
    Subheading,
)
from gremienwerk.inquiries.drafting.annex_numbers import TABLE_BLOCKS
from gremienwerk.inquiries.models import AnswerDraft, ClimateEffect, Inquiry, InquiryItem, Release
from gremienwerk.inquiries.printouts import AnnexMismatch, answer_paper, require_agreement
from gremienwerk.inquiries.printouts.signed import checksum_of_paper
from gremienwerk.inquiries.printouts.source import source_of
from gremienwerk.inquiries.printouts.unreleased import Unreleased, unreleased
from gremienwerk.inquiries.printouts.verification import Difference, changed_since
from gremienwerk.inquiries.queries import (
    AnswerRegister,
    MissingFacts,
    items_without_answer,
    missing_facts,
    register_for,
    releases_of,
)
from gremienwerk.inquiries.queries.leadership import NoSuchUnitYet
from gremienwerk.inquiries.queries.signing import lacking_signatures


class ShownBlock(NamedTuple):
    """A block of text as the template tells them apart: paragraph, heading, list or table."""

    kind: str
    text: str = ""
    entries: tuple[str, ...] = ()
    header: tuple[tuple[str, bool], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class ShownItem(NamedTuple):
    """An item with its answer as it would be printed today."""

    position: int
    number: str
    kind: str
    text: str
    parts: tuple[tuple[str, str], ...]
    block: str
    reason: str
    unit: str
    due_on: date | None
    is_overdue: bool
    restriction: str
    needs_confirmation: bool
    is_own_text: bool
    is_open: bool
    is_unreleased: bool
    answer: tuple[ShownBlock, ...]


class ReleasedVersion(NamedTuple):
    """A released version with its files: name, size in bytes, checksum."""

    version: int
    as_of: date
    released_on: date
    released_by: str
    checksum: str
    files: tuple[tuple[str, int, str], ...]


class AnswerPage(NamedTuple):
    """Everything on the page.

    ``problems`` are German sentences that stand against a release, ``warnings`` others that a releaser should know;
    ``unreleased`` names what the draft says differently from the latest release. ``checksum`` is that of what would be
    signed now, ``unsigned`` names who has not signed it.
    """

    draft: AnswerDraft
    items: tuple[ShownItem, ...]
    annexes: tuple[str, ...]
    missing: tuple[MissingFacts, ...]
    notices: tuple[str, ...]
    problems: tuple[str, ...]
    warnings: tuple[str, ...]
    unreleased: tuple[str, ...]
    committees: str
    is_overdue: bool
    versions: tuple[ReleasedVersion, ...]
    next_version: int
    changes: tuple[Difference, ...]
    compared_with: int | None
    checksum: str
    unsigned: tuple[str, ...]

    @property
    def says_the_same(self) -> bool:
        """Whether a new version would repeat the latest one."""
        return bool(self.versions) and not self.unreleased and not self.problems


def answer_page(*, inquiry: Inquiry, today: date) -> AnswerPage:
    """Compute the page; the number of queries does not depend on the number of items or committees.

    Args:
        inquiry: with its body and reporting unit.
        today: the day with which a released version is compared.
    """
    draft = AnswerDraft.objects.get(inquiry=inquiry)
    items = list(InquiryItem.objects.filter(inquiry=inquiry).select_related("assigned_unit"))
    releases = releases_of(inquiry=inquiry)
    problems = list(_open_problems(inquiry, draft, items))
    made = _computed(inquiry, draft, items, releases, today)
    changes, compared = _changes(inquiry, releases, today)
    return AnswerPage(
        draft=draft,
        items=_shown_items(items, made.answers, made.differing, today),
        annexes=made.annexes,
        missing=made.missing,
        notices=made.notices,
        problems=(*problems, made.problem) if made.problem else tuple(problems),
        warnings=_warnings(draft),
        unreleased=made.differing.words,
        committees=made.committees,
        is_overdue=inquiry.due_on is not None and inquiry.due_on < today and not releases,
        versions=tuple(_version(release) for release in releases),
        next_version=_next_version(releases),
        changes=changes,
        compared_with=compared,
        checksum=made.checksum,
        unsigned=lacking_signatures(inquiry=inquiry, checksum=made.checksum),
    )


def _next_version(releases: list[Release]) -> int:
    return releases[0].version + 1 if releases else 1


class _Computed(NamedTuple):
    """What the register says of its date; empty but for the problem where it cannot be asked."""

    answers: list[tuple[Block, ...]]
    annexes: tuple[str, ...] = ()
    missing: tuple[MissingFacts, ...] = ()
    notices: tuple[str, ...] = ()
    committees: str = ""
    checksum: str = ""
    differing: Unreleased = Unreleased()
    problem: str = ""


def _computed(
    inquiry: Inquiry, draft: AnswerDraft, items: list[InquiryItem], releases: list[Release], today: date
) -> _Computed:
    version = _next_version(releases)
    try:
        register = register_for(body=inquiry.body, unit=inquiry.reporting_unit, on=draft.as_of)
        source = source_of(inquiry=inquiry, version=version, is_draft=True, released_on=today)
        paper = answer_paper(source=source, register=register)
    except (NoSuchUnitYet, AnnexMismatch) as error:
        return _Computed([()] * len(items), problem=error.message)
    made = _Computed(
        answers=[item.answer for item in paper.items],
        annexes=tuple(f"Anlage {annex.number}: {annex.title}" for annex in paper.annexes),
        missing=missing_facts(register=register, blocks=[item.block for item in items]),
        notices=_notices(register) if any(map(_draws_on_table, items)) else (),
        committees=count(len(register.existing), "Gremium", "Gremien"),
        checksum=checksum_of_paper(paper=paper),
        differing=unreleased(paper=paper, release=releases[0]) if releases else Unreleased(),
    )
    try:
        require_agreement(paper=paper)
    except AnnexMismatch as error:
        return made._replace(problem=error.message)
    return made


def shown_blocks(*, blocks: tuple[Block, ...]) -> tuple[ShownBlock, ...]:
    """Blocks of text for a template."""
    return tuple(_shown_block(block) for block in blocks)


def _open_problems(inquiry: Inquiry, draft: AnswerDraft, items: list[InquiryItem]) -> list[str]:
    open_items = items_without_answer(items=items)
    problems = [
        f"Punkt {item.number or item.position}: Die Frage ist auf „{item.restriction}“ eingegrenzt, der Baustein "
        "antwortet für alle Gremien. Bitte bestätigen oder einen eigenen Text schreiben."
        if item.needs_confirmation
        else f"Punkt {item.number or item.position} hat noch keine Antwort."
        for item in open_items
    ]
    if inquiry.body.climate_check and not draft.climate_effect:
        problems.append("Der Klimacheck ist noch nicht ausgefüllt.")
    return problems


def _warnings(draft: AnswerDraft) -> tuple[str, ...]:
    if draft.climate_effect in ("", ClimateEffect.NEUTRAL) or draft.climate_reason.strip():
        return ()
    return ("Der Klimacheck nennt Auswirkungen, aber keine Begründung.",)


def _draws_on_table(item: InquiryItem) -> bool:
    return item.block in TABLE_BLOCKS and not item.answer_text.strip()


def _notices(register: AnswerRegister) -> tuple[str, ...]:
    found = []
    if register.withheld:
        found.append(
            f"Nicht aufgenommen, weil die Existenz nicht öffentlich ist: {', '.join(register.withheld)}."
        )
    if register.internal_only:
        found.append(
            "Ein Gremium ohne Beteiligte von außerhalb ist nicht aufgenommen."
            if register.internal_only == 1
            else f"{register.internal_only} Gremien ohne Beteiligte von außerhalb sind nicht aufgenommen."
        )
    return tuple(found)


def _changes(
    inquiry: Inquiry, releases: list[Release], today: date
) -> tuple[tuple[Difference, ...], int | None]:
    """What the latest release would say differently today."""
    if not releases:
        return (), None
    try:
        register = register_for(body=inquiry.body, unit=inquiry.reporting_unit, on=today)
    except UserFacingError:
        return (), None
    return changed_since(release=releases[0], register=register), releases[0].version


def _shown_items(
    items: list[InquiryItem], answers: list[tuple[Block, ...]], differing: Unreleased, today: date
) -> tuple[ShownItem, ...]:
    pairs = zip(items, answers, strict=True)
    return tuple(
        _shown(item, answer, place in differing.items, today) for place, (item, answer) in enumerate(pairs, 1)
    )


def _shown(item: InquiryItem, answer: tuple[Block, ...], is_unreleased: bool, today: date) -> ShownItem:
    own = bool(item.answer_text.strip())
    return ShownItem(
        position=item.position,
        number=item.number,
        kind=item.kind,
        text=item.text,
        parts=tuple((part["number"], part["text"]) for part in item.parts),
        block=str(InquiryItem.Block(item.block).label),
        reason=item.block_reason,
        unit=item.assigned_unit.name if item.assigned_unit else "",
        due_on=item.due_on,
        is_overdue=item.is_open and item.due_on is not None and item.due_on < today,
        restriction=item.restriction,
        needs_confirmation=item.needs_confirmation and not own,
        is_own_text=own,
        is_open=item.is_open,
        is_unreleased=is_unreleased,
        answer=shown_blocks(blocks=answer),
    )


def _shown_block(block: Block) -> ShownBlock:
    match block:
        case Paragraph(text):
            return ShownBlock("paragraph", text)
        case Subheading(text):
            return ShownBlock("heading", text)
        case BulletList(items):
            return ShownBlock("list", entries=items)
        case SmallTable(caption, header, rows, numeric):
            columns = tuple((word, place in numeric) for place, word in enumerate(header))
            return ShownBlock("table", caption, header=columns, rows=rows)
        case AnnexRef(annex, text) | FigureRef(annex, text):
            return ShownBlock("paragraph", f"{text} (Anlage {annex}).")


def _version(release: Release) -> ReleasedVersion:
    return ReleasedVersion(
        release.version,
        release.as_of,
        release.released_on,
        release.released_by,
        release.checksum,
        tuple((one.file.name, one.file.size, one.file.sha256) for one in release.files.all()),
    )
