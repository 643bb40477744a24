"""What leads have answered, who has not, and when they are asked: for staff."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.committees.actions import confirm_committee
from gremienwerk.committees.models import Committee
from gremienwerk.participation.actions import accept_proposal, decline_proposal, remind_now, set_reminding
from gremienwerk.participation.confirmations_page import confirmations_page
from gremienwerk.participation.forms.desk import DeclineForm, RemindingForm
from gremienwerk.participation.models import Proposal, reminding_of
from gremienwerk.participation.rules import may_see_confirmations, may_set_reminding


@require_safe
@login_required
def confirmations(request: HttpRequest) -> HttpResponse:
    """Proposals to decide about, committees nobody answers for, and those whose confirmation is due."""
    user = _worker(request)
    context = {
        "page": confirmations_page(body=user.body, on=timezone.localdate(), actor=user.actor),
        "may_set": may_set_reminding(actor=user.actor, body=user.body_id),
    }
    return render(request, "participation/confirmations.html", context)


@require_POST
@login_required
def confirm(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A committee is confirmed with one click."""
    user, committee = _committee(request, uid)
    confirm_committee(committee=committee, on=timezone.localdate(), confirmed_by=user.name, by=user.actor)
    messages.success(request, _("„%(name)s“ ist mit dem heutigen Tag bestätigt.") % {"name": committee})
    if request.POST.get("zurueck") == "gremium":
        return redirect("desk:committee", uid=committee.uid)
    return redirect("participation:confirmations")


@require_POST
@login_required
def remind(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Whoever leads a committee is asked now."""
    user, committee = _committee(request, uid)
    reminder = remind_now(committee=committee, at=timezone.now(), by=user.actor)
    messages.success(
        request, _("Die Erinnerung an %(address)s ist unterwegs.") % {"address": reminder.address}
    )
    return redirect("participation:confirmations")


@require_POST
@login_required
def accept(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A proposal is taken over."""
    user, proposal = _proposal(request, uid)
    accept_proposal(proposal=proposal, on=timezone.localdate(), by=user.actor)
    messages.success(request, _("Der Vorschlag ist übernommen."))
    if proposal.text:  # what was said in words still has to be entered
        return redirect("desk:committee", uid=proposal.committee.uid)
    return redirect("participation:confirmations")


@require_POST
@login_required
def decline(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A proposal is not taken over."""
    user, proposal = _proposal(request, uid)
    form = DeclineForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else request.POST.get("reason", "")[:300]
    decline_proposal(proposal=proposal, on=timezone.localdate(), reason=reason, by=user.actor)
    messages.success(request, _("Der Vorschlag ist abgelehnt, das Register bleibt, wie es ist."))
    return redirect("participation:confirmations")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reminding(request: HttpRequest) -> HttpResponse:
    """Whether and when leads are asked."""
    user = signed_in(request)
    if not may_set_reminding(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    stored = reminding_of(user.body)
    initial = {name: getattr(stored, name) for name in RemindingForm.base_fields}
    form = RemindingForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        set_reminding(body=user.body, by=user.actor, **form.cleaned_data)
        messages.success(request, _("So wird ab heute erinnert."))
        return redirect("participation:confirmations")
    return render(request, "participation/reminding.html", {"form": form}, status=400 if form.errors else 200)


def _worker(request: HttpRequest) -> User:
    user = signed_in(request)
    if not may_see_confirmations(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    return user


def _committee(request: HttpRequest, uid: UUID) -> tuple[User, Committee]:
    user = signed_in(request)
    rows = Committee.objects.select_related("kind", "body")
    return user, get_object_or_404(rows, uid=uid, body=user.body_id)


def _proposal(request: HttpRequest, uid: UUID) -> tuple[User, Proposal]:
    user = signed_in(request)
    rows = Proposal.objects.select_related("committee__kind", "committee__body")
    return user, get_object_or_404(rows, uid=uid, body=user.body_id)
