"""The answer is frozen: rendered outside the transaction, files first, the rows that name them last."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.db import IntegrityError

from gremienwerk.audit.change import Change, change
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.failpoints import reach
from gremienwerk.core.german import join_words
from gremienwerk.documents.actions import register_file, store_content
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.inquiries.actions.dispatching import schedule_dispatch
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, Release, ReleasedFile
from gremienwerk.inquiries.printing import files_of_paper, print_answer
from gremienwerk.inquiries.printouts import answer_paper, checksum_of, frozen_content, require_agreement
from gremienwerk.inquiries.printouts.paper import AnswerSource, unanswered
from gremienwerk.inquiries.printouts.signed import checksum_of_paper
from gremienwerk.inquiries.printouts.source import fingerprint_of, source_of
from gremienwerk.inquiries.printouts.unreleased import unreleased
from gremienwerk.inquiries.queries import AnswerRegister, latest_release, next_version, register_for
from gremienwerk.inquiries.queries.signing import lacking_signatures
from gremienwerk.inquiries.rules import require_releasing

FAILPOINTS = (
    "release.before-render",
    "release.rendered",
    "release.content-stored",
    "release.all-stored",
    "release.files-registered",
    "release.row-written",
    "release.files-named",
    "change.before-audit",
    "change.before-revision",
    "change.before-commit",
    "release.committed",
)
"""Every place at which a fault test may end the process; the order in which a release reaches them."""


class DraftIncomplete(UserFacingError):
    """Something that every released answer has is still missing."""


class DraftMoved(UserFacingError):
    """The draft was changed, or released by somebody else, while its documents were being made."""


class ReasonMissing(UserFacingError):
    """A later version says why there is one."""


class SaysTheSame(UserFacingError):
    """The new version would repeat the latest one word for word."""


class NotSigned(UserFacingError):
    """Somebody who has to sign has not signed what the answer says."""


class _Prepared(NamedTuple):
    source: AnswerSource
    register: AnswerRegister
    paper: AnswerPaper
    files: tuple[RenderedFile, ...]


def release(
    *,
    inquiry: Inquiry,
    released_on: date,
    by: Actor,
    why: str = "",
    version: int | None = None,
    even_if_same: bool = False,
    dispatch_on: date | None = None,
) -> Release:
    """Freeze the answer of an inquiry as its next version.

    Args:
        inquiry: what is answered; its draft says for which day and unit.
        released_on: the day of the release.
        by: a releaser or administrator.
        why: for a later version what it corrects, for the audit record; required there.
        version: the number that the releaser was shown; not compared if None.
        even_if_same: release a later version also if it repeats the latest one, for example to bear the number
            of the council information system.
        dispatch_on: the first day on which the answer may be seen; unchanged if None.

    Raises:
        NotAllowed: if the actor may not release.
        ReasonMissing: if a later version has no reason.
        SaysTheSame: if it repeats the latest one and that was not asked for.
        DraftIncomplete: if an item has no answer or the climate check is not filled in.
        NotSigned: if a signature is lacking, or was given to something else.
        AnnexMismatch: if text and annexes do not agree.
        DraftMoved: if the draft changed meanwhile; nothing is released then.
    """
    require_releasing(actor=by, body=inquiry.body_id)
    _require_offered(inquiry, version, why)
    reach("release.before-render")
    prepared = _prepare(inquiry, released_on, even_if_same)
    reach("release.rendered")
    for file in prepared.files:
        store_content(content=file.content)
        reach("release.content-stored")
    reach("release.all-stored")
    try:
        with change(by=by, body=inquiry.body_id, why=why) as made:
            if dispatch_on is not None:
                schedule_dispatch(inquiry=inquiry, on=dispatch_on, today=released_on, by=by)
            row = _write(made, inquiry, prepared, released_on, by)
    except IntegrityError as error:
        raise DraftMoved(
            "Diese Antwort wurde gerade von anderer Seite freigegeben. Bitte die Seite neu laden."
        ) from error
    reach("release.committed")
    return row


def _require_offered(inquiry: Inquiry, version: int | None, why: str) -> None:
    """The version is still the next one, and a later one has its reason."""
    following = next_version(inquiry=inquiry)
    if version is not None and version != following:
        raise DraftMoved(
            f"Inzwischen ist Fassung {following - 1} freigegeben; es wurde nichts weiter freigegeben. Bitte die "
            "Seite der Anfrage ansehen und nur freigeben, wenn es noch nötig ist."
        )
    if following > 1 and not why.strip():
        raise ReasonMissing("Bitte angeben, warum es eine neue Fassung gibt.", field="why")


def _prepare(inquiry: Inquiry, released_on: date, even_if_same: bool) -> _Prepared:
    as_of = AnswerDraft.objects.values_list("as_of", flat=True).get(inquiry=inquiry)
    source = source_of(
        inquiry=inquiry, version=next_version(inquiry=inquiry), is_draft=False, released_on=released_on
    )
    register = register_for(body=inquiry.body, unit=inquiry.reporting_unit, on=as_of)
    _require_complete(source, climate_check=inquiry.body.climate_check)
    paper = answer_paper(source=source, register=register)
    require_agreement(paper=paper)
    _require_signed(inquiry, paper)
    if not even_if_same:
        _require_difference(inquiry, paper)
    files = files_of_paper(paper=paper, files=print_answer(paper=paper, register=register, source=source))
    return _Prepared(source, register, paper, files)


def _require_difference(inquiry: Inquiry, paper: AnswerPaper) -> None:
    latest = latest_release(inquiry=inquiry)
    if latest and not unreleased(paper=paper, release=latest).words:
        raise SaysTheSame(
            f"Die Antwort sagt dasselbe wie Fassung {latest.version}. Bitte nur bestätigen, wenn es trotzdem eine "
            "neue Fassung geben soll, zum Beispiel mit der Vorlagennummer.",
            field="even_if_same",
        )


def _require_signed(inquiry: Inquiry, paper: AnswerPaper) -> None:
    lacking = lacking_signatures(inquiry=inquiry, checksum=checksum_of_paper(paper=paper))
    if lacking:
        raise NotSigned(
            f"Noch nicht gezeichnet: {join_words(lacking)}. Freigegeben wird, was alle gezeichnet haben."
        )


def _require_complete(source: AnswerSource, *, climate_check: bool) -> None:
    open_items = [source.asked[i].number or f"Punkt {i + 1}" for i in unanswered(asked=source.asked)]
    if open_items:
        raise DraftIncomplete(
            f"Noch ohne Antwort: {join_words(open_items)}. Bitte einen Baustein wählen oder bestätigen, oder die "
            "Antwort der zuständigen Einheit eintragen."
        )
    if climate_check and not source.climate_effect:
        raise DraftIncomplete(
            "Der Klimacheck ist noch nicht ausgefüllt. Bitte eine der drei Antworten wählen."
        )


def _write(made: Change, inquiry: Inquiry, prepared: _Prepared, released_on: date, by: Actor) -> Release:
    _require_unmoved(inquiry, prepared, released_on)
    _require_signed(inquiry, prepared.paper)
    stored = [
        register_file(
            body=inquiry.body,
            sha256=named["sha256"],
            size=named["size"],
            name=named["name"],
            media_type=named["media_type"],
            by=by,
        )
        for named in _content(prepared)["files"]
    ]
    reach("release.files-registered")
    content = _content(prepared)
    row = Release(
        body=inquiry.body,
        inquiry=inquiry,
        version=prepared.source.version,
        as_of=prepared.register.on,
        released_on=released_on,
        released_by=by.name,
        content=content,
        checksum=checksum_of(content),
    )
    row.save(force_insert=True)
    # The content stands in the release itself; the audit event names it by its checksum.
    noted = {"version": row.version, "as_of": row.as_of.isoformat(), "checksum": row.checksum}
    made.note(row, action="inquiries.release", values={name: (None, value) for name, value in noted.items()})
    reach("release.row-written")
    for position, file in enumerate(stored, 1):
        ReleasedFile(body=inquiry.body, release=row, file=file, position=position).save(force_insert=True)
    reach("release.files-named")
    draft = AnswerDraft.objects.get(inquiry=inquiry)
    made.update(draft, action="inquiries.end_signing", stage=AnswerDraft.Stage.DRAFT)
    return row


def _content(prepared: _Prepared) -> dict[str, Any]:
    return frozen_content(paper=prepared.paper, register=prepared.register, files=prepared.files)


def _require_unmoved(inquiry: Inquiry, prepared: _Prepared, released_on: date) -> None:
    """The draft is still the one that was rendered; edits wait behind this lock."""
    current = (
        Inquiry.objects.select_for_update(of=("self",)).select_related("reporting_unit").get(pk=inquiry.pk)
    )
    draft = AnswerDraft.objects.get(inquiry=current)
    source = source_of(
        inquiry=current, version=next_version(inquiry=current), is_draft=False, released_on=released_on
    )
    same = (
        fingerprint_of(source=source) == fingerprint_of(source=prepared.source)
        and draft.as_of == prepared.register.on
        and current.reporting_unit_id == prepared.register.unit.id
    )
    if not same:
        raise DraftMoved(
            "Der Entwurf wurde inzwischen geändert. Bitte die Seite neu laden und noch einmal freigeben."
        )
