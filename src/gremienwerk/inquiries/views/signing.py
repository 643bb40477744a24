"""Who is to sign an answer, the signature itself, and the steps that the body sets."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.core.errors import UserFacingError
from gremienwerk.inquiries import actions
from gremienwerk.inquiries.answer_page import answer_page
from gremienwerk.inquiries.forms import STEPS, CosignatureForm, SignForm, StepsForm, seen_anew
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, Signature, SignOffStep
from gremienwerk.inquiries.queries.signing import chain_of
from gremienwerk.inquiries.rules import may_draft, may_keep_steps, may_sign
from gremienwerk.inquiries.shared_work import readable_signatures
from gremienwerk.inquiries.views.inquiries import find_inquiry, refuse_unless
from gremienwerk.inquiries.views.units import chosen_unit, units_to_choose


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def signatures(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say which units are to sign, and send the answer out; which step is meant says the button."""
    user = signed_in(request)
    refuse_unless(may_draft(actor=user.actor, body=user.body_id))
    inquiry = find_inquiry(request, uid)
    asks = request.method == "POST" and "step" not in request.POST
    form = CosignatureForm(
        request.POST if asks else None, units=units_to_choose(user.body), initial={"due_on": inquiry.due_on}
    )
    if request.method == "POST" and (not asks or form.is_valid()):
        try:
            said = _arrange(request, inquiry, form)
        except UserFacingError as error:
            if not asks:
                messages.error(request, error.message)
                return redirect("inquiries:signatures", uid=uid)
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            messages.success(request, said)
            return redirect("inquiries:signatures", uid=uid)
    page = answer_page(inquiry=inquiry, today=timezone.localdate())
    context = {
        "inquiry": inquiry,
        "page": page,
        "form": form,
        "is_out": page.draft.stage == AnswerDraft.Stage.SIGNING,
        "signatures": readable_signatures(inquiry=inquiry, page=page, actor=user.actor),
        "chain": [str(step) for step in chain_of(body=user.body_id).values()],
    }
    return render(request, "inquiries/signatures.html", context, status=400 if form.errors else 200)


def _arrange(request: HttpRequest, inquiry: Inquiry, form: CosignatureForm) -> str:
    actor = signed_in(request).actor
    match request.POST.get("step", ""):
        case "start":
            actions.start_signing(inquiry=inquiry, at=timezone.now(), by=actor)
            return _("Die Antwort ist in der Mitzeichnung.")
        case "withdraw":
            row = get_object_or_404(
                Signature, inquiry=inquiry, uid=request.POST.get("signature") or UUID(int=0)
            )
            actions.withdraw_cosignature(signature=row, by=actor)
            return _("Die Einheit wird nicht mehr gefragt.")
        case _:
            given = form.cleaned_data
            unit = chosen_unit(inquiry.body_id, given["unit"])
            actions.request_cosignature(inquiry=inquiry, unit=unit, due_on=given["due_on"], by=actor)
            return _("Die Einheit ist eingetragen.")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def signature(request: HttpRequest, uid: UUID, signature: UUID) -> HttpResponse:
    """Read the answer as it would be printed, and sign it or refuse to."""
    user = signed_in(request)
    inquiry = find_inquiry(request, uid)
    row = get_object_or_404(Signature.objects.select_related("unit"), inquiry=inquiry, uid=signature)
    refuse_unless(may_sign(actor=user.actor, body=user.body_id, unit=row.unit_id, role=row.role))
    row.inquiry = inquiry
    page = answer_page(inquiry=inquiry, today=timezone.localdate())
    form = SignForm(request.POST if request.method == "POST" else None, initial={"seen": page.checksum})
    if request.method == "POST" and form.is_valid():
        try:
            said = _decide(request, row, form)
        except UserFacingError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
            seen_anew(form=form, seen=page.checksum)
        else:
            messages.success(request, said)
            return redirect("inquiries:inquiry", uid=uid)
    shown = readable_signatures(inquiry=inquiry, page=page, actor=user.actor)
    mine = next(one for one in shown if one.row.uid == row.uid)
    context = {"inquiry": inquiry, "page": page, "form": form, "signature": mine}
    return render(request, "inquiries/signature.html", context, status=400 if form.errors else 200)


def _decide(request: HttpRequest, row: Signature, form: SignForm) -> str:
    actor, today = signed_in(request).actor, timezone.localdate()
    seen = form.cleaned_data["seen"]
    if request.POST.get("decision") == "agree":
        actions.sign(signature=row, seen=seen, today=today, by=actor)
        return _("Sie haben die Antwort mitgezeichnet.")
    reason = form.cleaned_data["reason"]
    actions.refuse(signature=row, reason=reason, seen=seen, today=today, at=timezone.now(), by=actor)
    return _("Sie haben die Mitzeichnung abgelehnt. Die Antwort ist wieder ein Entwurf.")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def steps(request: HttpRequest) -> HttpResponse:
    """Set which steps every answer takes before its release."""
    user = signed_in(request)
    refuse_unless(may_keep_steps(actor=user.actor, body=user.body_id))
    chain = chain_of(body=user.body_id)
    present = [str(step.unit.uid) if step.unit else step.role for step in chain.values()]
    known = [step.unit for step in chain.values() if step.unit]
    form = StepsForm(
        request.POST if request.method == "POST" else None,
        units=units_to_choose(user.body, *known),
        initial={f"step_{place}": one for place, one in enumerate(present[:STEPS], 1)},
    )
    if request.method == "POST" and form.is_valid():
        chosen = [
            actions.Step(None, one)
            if one in SignOffStep.Roles.values
            else actions.Step(chosen_unit(user.body_id, one), "")
            for one in form.chosen
        ]
        actions.set_sign_off_chain(body=user.body, steps=chosen, by=user.actor)
        messages.success(request, _("Die Schritte der Zeichnung sind gespeichert."))
        return redirect("inquiries:steps")
    return render(request, "inquiries/steps.html", {"form": form}, status=400 if form.errors else 200)
