"""The page behind the link of an invitation, and the way to the city's own sign-on."""

from __future__ import annotations

import logging
from typing import cast

from allauth.socialaccount.providers.openid_connect.views import login as openid_connect_login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.actions import accept_invitation, open_invitation
from gremienwerk.accounts.forms import ChoosePasswordForm

logger = logging.getLogger(__name__)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever was invited chooses a password; the link works once."""
    now = timezone.now()
    found = open_invitation(secret=secret, at=now)
    if found is None:
        return render(request, "account/invitation_over.html", status=404)
    form = ChoosePasswordForm(request.POST if request.method == "POST" else None, invited=found.user)
    if request.method == "POST" and form.is_valid():
        accept_invitation(secret=secret, password=form.cleaned_data["password"], at=now)
        messages.success(request, _("Ihr Kennwort gilt. Bitte melden Sie sich damit an."))
        return redirect("account_login")
    context = {"form": form, "invited": found.user}
    return render(request, "account/invitation.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_on(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send somebody to the city's own sign-on, or say that it does not answer."""
    try:
        return cast("HttpResponse", openid_connect_login(request, provider_id))
    except OSError:  # what the library's client raises without a connection
        logger.warning("sign-on does not answer")
        return render(request, "account/sign_on_failed.html", status=401)
