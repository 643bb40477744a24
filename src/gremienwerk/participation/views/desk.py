"""What the public wrote, for staff."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.participation.actions import remove_feedback, settle_feedback
from gremienwerk.participation.models import Feedback
from gremienwerk.participation.queries import feedback_of
from gremienwerk.participation.rules import may_read_feedback


@require_safe
@login_required
def feedback_list(request: HttpRequest) -> HttpResponse:
    """All messages, open ones first."""
    user = _reader(request)
    return render(request, "participation/feedback_list.html", {"rows": feedback_of(body=user.body_id)})


@require_POST
@login_required
def settle(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A message has been dealt with."""
    user = _reader(request)
    settle_feedback(feedback=_find(user, uid), on=timezone.localdate(), by=user.actor)
    messages.success(request, _("Als erledigt vermerkt. Name und Adresse sind gelöscht."))
    return redirect("participation:feedback_list")


@require_POST
@login_required
def remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A message is taken away."""
    user = _reader(request)
    remove_feedback(feedback=_find(user, uid), by=user.actor)
    messages.success(request, _("Die Rückmeldung ist gelöscht."))
    return redirect("participation:feedback_list")


def _reader(request: HttpRequest) -> User:
    user = signed_in(request)
    if not may_read_feedback(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    return user


def _find(user: User, uid: UUID) -> Feedback:
    found: Feedback = get_object_or_404(Feedback, uid=uid, body=user.body_id)
    return found
