"""The page behind a one-time link: say whether the facts of a committee are still true, without an account.

The secret of the link is the only proof, so no session and no token is needed (ADR 0029). Looking does not use the link
up, because mail programs open links by themselves; an answer does.
"""

from __future__ import annotations

from typing import NamedTuple

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from gremienwerk.committees.models import Committee
from gremienwerk.core.errors import UserFacingError
from gremienwerk.mailing.actions import open_link
from gremienwerk.mailing.models import OneTimeLink
from gremienwerk.participation.actions import confirm_by_link, propose_by_link
from gremienwerk.participation.actions.answers import committee_of
from gremienwerk.participation.actions.reminders import PURPOSE
from gremienwerk.participation.committee_facts import portrait
from gremienwerk.participation.forms.answers import GoneForm, ProposalForm
from gremienwerk.participation.models import Proposal
from gremienwerk.participation.views.feedback import body_of


class _Asked(NamedTuple):
    link: OneTimeLink
    committee: Committee


class _Sent(NamedTuple):
    """The forms of the page; the one that was sent holds what was typed."""

    intent: str
    change: ProposalForm
    gone: GoneForm

    @property
    def form(self) -> forms.Form | None:
        """The form that was sent; None for the button without one."""
        return {"change": self.change, "gone": self.gone}.get(self.intent)


@csrf_exempt
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, language: str, secret: str) -> HttpResponse:
    """The facts, and the three things that can be said about them."""
    asked = _asked(request, secret)
    if asked is None:
        return _answer(request, "participation/confirm_over.html", {}, status=404)
    sent = _read(request, asked.committee)
    if request.method == "POST" and (sent.form is None or sent.form.is_valid()):
        try:
            _act(sent, asked.link)
        except UserFacingError as error:
            (sent.form or sent.change).add_error(None, error.message)
        else:
            return HttpResponseRedirect(reverse("confirming:thanks", kwargs={"language": language}))
    shown = portrait(committee=asked.committee, on=timezone.localdate())
    context: dict[str, object] = {
        "committee": shown,
        "change": sent.change,
        "gone": sent.gone,
        "intent": sent.intent,
    }
    return _answer(
        request, "participation/confirm.html", context, status=400 if request.method == "POST" else 200
    )


@require_safe
def thanks(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001 - the address gives the language
    """Says that the answer has arrived, and what happens next."""
    body_of(request)
    return render(request, "participation/confirm_thanks.html", using="website")


def _asked(request: HttpRequest, secret: str) -> _Asked | None:
    body = body_of(request)
    link = open_link(secret=secret, purpose=PURPOSE, at=timezone.now())
    if link is None or link.body_id != body.pk:
        return None
    return _Asked(link, committee_of(link))


def _read(request: HttpRequest, committee: Committee) -> _Sent:
    intent = request.POST.get("answer", "") if request.method == "POST" else ""
    if request.method == "POST" and intent not in {"confirm", "change", "gone"}:
        raise Http404
    return _Sent(
        intent,
        ProposalForm(request.POST if intent == "change" else None, committee=committee),
        GoneForm(request.POST if intent == "gone" else None),
    )


def _act(sent: _Sent, link: OneTimeLink) -> None:
    at = timezone.now()
    if sent.intent == "confirm":
        confirm_by_link(link=link, at=at)
    elif sent.intent == "gone":
        given = sent.gone.cleaned_data
        propose_by_link(
            link=link,
            kind=Proposal.Kind.GONE,
            changes=(),
            text=given["gone_text"],
            ended_on=given["ended_on"],
            name="",
            at=at,
        )
    else:
        given = sent.change.cleaned_data
        propose_by_link(
            link=link,
            kind=Proposal.Kind.CHANGE,
            changes=sent.change.changes,
            text=given["text"],
            ended_on=None,
            name=given["name"],
            at=at,
        )


def _answer(request: HttpRequest, template: str, context: dict[str, object], *, status: int) -> HttpResponse:
    """A page whose address is a secret: no search engine keeps it, no other page learns of it."""
    request.is_confidential = True  # type: ignore[attr-defined]  # read by the frame of the public site
    response = render(request, template, context, status=status, using="website")
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django would write the address into the log
    return response
