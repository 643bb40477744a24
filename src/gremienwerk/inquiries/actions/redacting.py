"""A release loses somebody's data: a redacted version takes its place, the archived original is restricted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from gremienwerk.audit.change import change
from gremienwerk.core.actor import Actor
from gremienwerk.documents.actions import register_file, restrict_content, store_content
from gremienwerk.documents.rendering import chart, sheet
from gremienwerk.documents.rendering.content.annexes import CommitteeTable, DirectoryList, StructureChart
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.documents.rendering.pdf import answer as as_pdf
from gremienwerk.documents.rendering.word import answer as as_word
from gremienwerk.inquiries.models import Inquiry, RedactedRelease, Release
from gremienwerk.inquiries.models.redactions import shown_content
from gremienwerk.inquiries.printouts import checksum_of
from gremienwerk.inquiries.printouts.thawed import NotThawable, thawed_paper
from gremienwerk.inquiries.rules import require_redacting

Redact = Callable[[Any], Any]
_HIDDEN_FROM_REDACTION = ("files", "format", "reporting_unit")


class Redaction(NamedTuple):
    """A release as it would read, with the files that are in the storage already."""

    release: Release
    content: dict[str, Any]


def prepare_redaction(*, release: Release, redact: Redact) -> Redaction | None:
    """Render the redacted version and put its files into the storage; None if nothing is to be taken out.

    Needs no transaction and writes no record. A paper frozen by another version of this program, which cannot be
    set again, loses its files in public: only its redacted text is shown.

    Args:
        release: the frozen answer.
        redact: gives a JSON value back without what has to go; the same object if nothing has.
    """
    before = shown_content(release)
    words = {name: value for name, value in before.items() if name not in _HIDDEN_FROM_REDACTION}
    after = redact(words)
    if after == words:
        return None
    files = _files(release, after["paper"])
    for file in files:
        store_content(content=file.content)
    named = [
        {
            "name": file.name,
            "media_type": file.media_type,
            "size": len(file.content),
            "sha256": hashlib.sha256(file.content).hexdigest(),
        }
        for file in files
    ]
    return Redaction(release, before | after | {"files": named})


def redact_release(*, redaction: Redaction, on: date, reason: str, by: Actor) -> RedactedRelease:
    """Let a prepared redaction take the place of its release, and restrict the files that it replaces.

    Args:
        redaction: what ``prepare_redaction`` gave.
        on: the day of the erasure.
        reason: why the original is restricted, without any name.
        by: an administrator.

    Raises:
        NotAllowed: if the actor may not.
    """
    release = redaction.release
    require_redacting(actor=by, body=release.body_id)
    with change(by=by, body=release.body_id) as made:
        content = redaction.content
        for file in shown_content(release)["files"]:
            restrict_content(body=release.body, sha256=file["sha256"], reason=reason, on=on, by=by)
        for file in content["files"]:
            register_file(body=release.body, by=by, **file)
        row = RedactedRelease(
            body=release.body,
            release=release,
            number=release.redactions.count() + 1,
            redacted_on=on,
            reason=reason,
            content=content,
            checksum=checksum_of(content),
        )
        row.save(force_insert=True)
        made.note(row, action="inquiries.redact_release", values={"checksum": (None, row.checksum)})
        made.touched.add((Inquiry._meta.label_lower, release.inquiry_id))
    return row


def _files(release: Release, frozen: dict[str, Any]) -> tuple[RenderedFile, ...]:
    """The files of the paper, each made of the redacted paper alone."""
    try:
        paper = thawed_paper(
            frozen=frozen,
            inquiry_number=release.inquiry.number or None,
            produced_at=datetime.combine(release.released_on, time(), tzinfo=UTC),
        )
    except NotThawable:
        return ()
    return (as_pdf(paper=paper), as_word(paper=paper), *_annex_files(paper))


def _annex_files(paper: AnswerPaper) -> list[RenderedFile]:
    city, as_of, made = paper.letterhead.city, paper.as_of, paper.produced_at
    files = []
    for annex in paper.annexes:
        if isinstance(annex, CommitteeTable):
            files.append(sheet.committee_table(table=annex, city=city, as_of=as_of, produced_at=made))
        elif isinstance(annex, DirectoryList):
            files.append(sheet.directory(directory=annex, city=city, as_of=as_of, produced_at=made))
        elif isinstance(annex, StructureChart):
            files.append(chart.as_file(chart=annex.chart))
    return files
