"""The outbox for staff, and who sends."""

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
from gremienwerk.core.filters import Choice, Option, read_filters
from gremienwerk.core.paging import page_number
from gremienwerk.mailing.actions import close_message, resend_message, set_sender
from gremienwerk.mailing.forms import SenderForm
from gremienwerk.mailing.models import Message, sender_of
from gremienwerk.mailing.queries import deliveries, stuck
from gremienwerk.mailing.rules import may_see_mail, may_set_sender

PAGE_SIZE = 50


@require_safe
@login_required
def outbox(request: HttpRequest) -> HttpResponse:
    """All messages with their state and reason; those that need somebody stand first."""
    user = _keeper(request)
    states = tuple(Option(value, str(label)) for value, label in Message.State.choices)
    choice = Choice("stand", _("Stand"), _("jeder Stand"), states)
    filters = read_filters(given=request.GET.dict(), choices=[choice], text_label=_("Suche"))
    page = deliveries(
        body=user.body_id,
        state=filters.value("stand"),
        text=filters.text,
        number=page_number(request.GET.get("seite")),
        size=PAGE_SIZE,
    )
    context = {
        "filters": filters,
        "page": page,
        "stuck": stuck(body=user.body_id),
        "may_set_sender": may_set_sender(actor=user.actor, body=user.body_id),
    }
    return render(request, "mailing/outbox.html", context)


@require_POST
@login_required
def resend(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A message is sent once more."""
    user = _keeper(request)
    resend_message(message=_find(user, uid), at=timezone.now(), by=user.actor)
    messages.success(request, _("Die Nachricht wird noch einmal versandt."))
    return redirect("mailing:outbox")


@require_POST
@login_required
def close(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A message is given up."""
    user = _keeper(request)
    close_message(message=_find(user, uid), at=timezone.now(), by=user.actor)
    messages.success(request, _("Die Nachricht ist abgeschlossen und wird nicht versandt."))
    return redirect("mailing:outbox")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def sender(request: HttpRequest) -> HttpResponse:
    """From whom the body's mail comes."""
    user = signed_in(request)
    if not may_set_sender(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    stored = sender_of(user.body)
    initial = {name: getattr(stored, name) for name in SenderForm.base_fields}
    form = SenderForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        set_sender(body=user.body, by=user.actor, **form.cleaned_data)
        messages.success(request, _("Der Absender gilt ab der nächsten Nachricht."))
        return redirect("mailing:outbox")
    return render(request, "mailing/sender.html", {"form": form}, status=400 if form.errors else 200)


def _keeper(request: HttpRequest) -> User:
    user = signed_in(request)
    if not may_see_mail(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    return user


def _find(user: User, uid: UUID) -> Message:
    found: Message = get_object_or_404(Message, uid=uid, body=user.body_id)
    return found
