"""What an inquiry needs from whom: answers to items, the next step of a draft, signatures, the release."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gremienwerk.core.needs import Asking, Need, NeedGroup
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem, Signature, SignOffStep
from gremienwerk.inquiries.rules import may_draft, may_release, may_sign


class _Work(NamedTuple):
    """An inquiry that is not released, with what decides about its next step."""

    inquiry: Inquiry
    items: tuple[InquiryItem, ...]
    signatures: tuple[Signature, ...]
    is_signing: bool

    @property
    def open_items(self) -> list[InquiryItem]:
        return [item for item in self.items if item.is_open]

    @property
    def lacking(self) -> list[Signature]:
        return [one for one in self.signatures if one.state != Signature.State.AGREED]


def needs(asking: Asking) -> Iterator[NeedGroup]:
    """Items to answer, drafts to pass on, signatures to give, answers to release; five queries."""
    works = list(_works(asking))
    has_chain = SignOffStep.objects.filter(body=asking.body).exists()
    yield NeedGroup("fragen", _("Fragen beantworten"), tuple(_answers(asking, works)))
    yield NeedGroup("zeichnen", _("Antworten mitzeichnen"), tuple(_signatures(asking, works)))
    yield NeedGroup("entwuerfe", _("Entwürfe prüfen"), tuple(_drafts(asking, works, has_chain=has_chain)))
    yield NeedGroup(
        "freigaben", _("Antworten freigeben"), tuple(_releases(asking, works, has_chain=has_chain))
    )


def _works(asking: Asking) -> Iterator[_Work]:
    rows = Inquiry.objects.filter(body=asking.body, received_on__lte=asking.on, releases__isnull=True)
    for one in rows.select_related("draft").prefetch_related("items__assigned_unit", "signatures__unit"):
        draft = getattr(one, "draft", None)
        is_signing = draft is not None and draft.stage == AnswerDraft.Stage.SIGNING
        yield _Work(one, tuple(one.items.all()), tuple(one.signatures.all()), is_signing)


def _answers(asking: Asking, works: list[_Work]) -> Iterator[Need]:
    drafts = may_draft(actor=asking.actor, body=asking.body)
    for work in works:
        own = [item for item in work.open_items if _speaks(asking, item.assigned_unit_id)]
        for item in own:
            yield _answer(work, item, title=item.text[:120], below=work.inquiry.title)
        others = [item for item in work.open_items if item not in own]
        if drafts and others:
            due = min((item.due_on for item in others if item.due_on), default=None)
            yield _answer(work, others[0], title=work.inquiry.title, below=_counted(len(others)), due=due)


def _speaks(asking: Asking, unit: int | None) -> bool:
    return unit is not None and unit in asking.actor.scopes.units


def _counted(number: int) -> str:
    return ngettext("%(n)s Punkt ist offen", "%(n)s Punkte sind offen", number) % {"n": number}


def _answer(work: _Work, item: InquiryItem, *, title: str, below: str, due: date | None = None) -> Need:
    address = reverse("inquiries:item", kwargs={"uid": work.inquiry.uid, "position": item.position})
    return Need(
        title=title,
        below=below,
        action=_("beantworten"),
        url=address,
        due=due or item.due_on or work.inquiry.due_on,
    )


def _signatures(asking: Asking, works: list[_Work]) -> Iterator[Need]:
    for work in works:
        if not work.is_signing or not work.lacking:
            continue
        turn = min(one.position for one in work.lacking)
        for one in work.lacking:
            if one.position != turn or not may_sign(
                actor=asking.actor, body=asking.body, unit=one.unit_id, role=one.role
            ):
                continue
            address = reverse("inquiries:signature", kwargs={"uid": work.inquiry.uid, "signature": one.uid})
            yield Need(
                title=work.inquiry.title,
                below=_("für %(name)s") % {"name": one},
                action=_("zeichnen"),
                url=address,
                due=one.due_on or work.inquiry.due_on,
            )


def _drafts(asking: Asking, works: list[_Work], *, has_chain: bool) -> Iterator[Need]:
    if not may_draft(actor=asking.actor, body=asking.body):
        return
    for work in works:
        if work.open_items or work.is_signing or not (has_chain or work.signatures):
            continue
        refused = [one for one in work.signatures if one.state == Signature.State.REFUSED]
        below = _("alle Punkte sind beantwortet")
        if refused:
            below = _("%(name)s hat abgelehnt: %(reason)s") % {
                "name": refused[0],
                "reason": refused[0].reason,
            }
        yield Need(
            title=work.inquiry.title,
            below=below,
            action=_("prüfen und zur Zeichnung geben"),
            url=reverse("inquiries:signatures", kwargs={"uid": work.inquiry.uid}),
            due=work.inquiry.due_on,
        )


def _releases(asking: Asking, works: list[_Work], *, has_chain: bool) -> Iterator[Need]:
    if not may_release(actor=asking.actor, body=asking.body):
        return
    for work in works:
        is_signed = work.is_signing and not work.lacking
        if work.open_items or not (is_signed or not (has_chain or work.signatures)):
            continue
        yield Need(
            title=work.inquiry.title,
            below=_("alle haben gezeichnet") if work.signatures else _("alle Punkte sind beantwortet"),
            action=_("prüfen und freigeben"),
            url=reverse("inquiries:release", kwargs={"uid": work.inquiry.uid}),
            due=work.inquiry.due_on,
        )
