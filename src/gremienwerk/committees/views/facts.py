"""A committee enters the register, and its facts are described."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.bodies.models import CommitteeKind, Topic
from gremienwerk.committees.actions import describe_committee, found_committee, plan_committee
from gremienwerk.committees.forms import PLAIN, DescribeForm, FoundForm
from gremienwerk.committees.models import Committee
from gremienwerk.committees.queries.state import state_of_committee
from gremienwerk.committees.views.doors import committee_to_change, form_page
from gremienwerk.core.columns import vague_columns
from gremienwerk.core.dates import write_vague_date
from gremienwerk.core.forms import Choices, store
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.rules import require_editor


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def found(request: HttpRequest) -> HttpResponse:
    """A committee enters the register: one that exists, or one that is planned."""
    user = signed_in(request)
    require_editor(actor=user.actor, body=user.body_id)
    form = FoundForm(request.POST if request.method == "POST" else None, kinds=_kinds(user.body_id))
    entered: list[Committee] = []
    if request.method == "POST" and store(form=form, act=lambda: entered.append(_enter(user, form))):
        words = _("„%(name)s“ ist eingetragen. Als Nächstes fehlen Sitze und weitere Angaben.")
        messages.success(request, words % {"name": entered[0]})
        return redirect("desk:committee", uid=entered[0].uid)
    words_of_page = (
        _("Gremium eintragen"),
        _("Was Sie hier noch nicht wissen, tragen Sie später nach."),
        _("Gremium eintragen"),
    )
    return form_page(
        request, "committees/form.html", form=form, stored={"seen": ""}, words=words_of_page, committee=None
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def describe(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All facts of a committee that are no date of its life and no seat."""
    user, committee = committee_to_change(request, uid)
    stored = _stored(committee)
    form = DescribeForm(
        request.POST if request.method == "POST" else None,
        kinds=_kinds(user.body_id),
        topics=_topics(user.body_id),
        may_plan=committee.founded is None and (committee.is_planned or committee.planned is not None),
        initial=stored,
    )
    if request.method == "POST" and store(form=form, act=lambda: _describe(committee, form, user)):
        messages.success(request, _("Die Angaben sind gespeichert."))
        return redirect("desk:committee", uid=uid)
    return form_page(request, "committees/describe.html", form=form, stored=stored, committee=committee)


def _enter(user: User, form: FoundForm) -> Committee:
    given = form.cleaned_data
    values: dict[str, Any] = {
        name: given[name] for name in ("name", "short_name", "level", "goal", "rhythm_text", "visibility")
    }
    kind = get_object_or_404(CommitteeKind, body=user.body_id, uid=given["kind"])
    if given["exists"] == "planned":
        return plan_committee(body=user.body, kind=kind, planned=given["when"], by=user.actor, **values)
    return found_committee(body=user.body, kind=kind, founded=given["when"], by=user.actor, **values)


def _describe(committee: Committee, form: DescribeForm, user: User) -> None:
    given = form.cleaned_data
    values = {name: given[name] for name in (*PLAIN, "invitation_channels")}
    values["kind"] = get_object_or_404(CommitteeKind, body=user.body_id, uid=given["kind"])
    if "founded" in given and given["founded"] != committee.founded:
        values |= vague_columns("founded", given["founded"])
    topics = Topic.objects.filter(body=user.body_id, uid__in=given["topics"])
    describe_committee(committee=committee, by=user.actor, topics=topics, seen=given["seen"], **values)


def _stored(committee: Committee) -> dict[str, Any]:
    return {name: getattr(committee, name) for name in (*PLAIN, "invitation_channels")} | {
        "seen": state_of_committee(committee=committee),
        "kind": str(committee.kind.uid),
        "founded": write_vague_date(committee.founded) if committee.founded else "",
        "topics": [str(topic) for topic in committee.topics.values_list("uid", flat=True)],
    }


def _kinds(body: int) -> Choices:
    """Kinds to choose from; committees of the council come from its information system."""
    kinds = CommitteeKind.objects.filter(body=body, is_council=False)
    return [(str(one.uid), one.name) for one in sorted(kinds, key=lambda one: sort_key(one.name))]


def _topics(body: int) -> Choices:
    topics = Topic.objects.filter(body=body)
    return [(str(one.uid), one.name) for one in sorted(topics, key=lambda one: sort_key(one.name))]
