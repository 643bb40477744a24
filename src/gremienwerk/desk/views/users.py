"""Users and their rights, for the administrator of the body."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.actions import change_role, create_user, invite_user, lock_user, unlock_user
from gremienwerk.accounts.doors import proven_recently, signed_in
from gremienwerk.accounts.letters import send_invitation
from gremienwerk.accounts.models import Invitation, User
from gremienwerk.accounts.rules import may_administer_users
from gremienwerk.audit.change import change
from gremienwerk.committees.actions import grant_committee, revoke_committee
from gremienwerk.committees.models import Committee, CommitteeGrant
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.desk.forms import GrantForm, InvitationForm, RoleForm
from gremienwerk.desk.user_page import (
    committee_choices,
    grants_of,
    state_of,
    takes_grants,
    unit_choices,
    user_rows,
)
from gremienwerk.organisations.actions import grant_unit, revoke_unit
from gremienwerk.organisations.models import Organisation, UnitGrant


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@proven_recently
def users(request: HttpRequest) -> HttpResponse:
    """All users, and a form to invite one more."""
    boss = _administrator(request)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = create_user(
                body=boss.body,
                email=given["email"],
                name=given["name"],
                role=Role(given["role"]),
                password=None,
                by=boss.actor,
            )
        except UserFacingError as error:
            form.add_error(error.field, error.message)
        else:
            _invite(request, made, boss)
            return redirect("desk:user", pk=made.pk)
    context = {"form": form, "rows": user_rows(body=boss.body_id, at=timezone.now())}
    return render(request, "desk/users.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@proven_recently
def user(request: HttpRequest, pk: int) -> HttpResponse:
    """One user: role, what was granted, invitation and lock."""
    boss = _administrator(request)
    found = get_object_or_404(User.objects.select_related("body"), pk=pk, body=boss.body_id)
    intent = request.POST.get("vorhaben", "") if request.method == "POST" else ""
    shown = _forms(found, request, intent)
    act = _ACTS.get(intent)
    if act is not None and (intent not in shown or shown[intent].is_valid()):
        try:
            act(request, found, boss, shown.get(intent))
        except UserFacingError as error:
            messages.error(request, error.message)
        return redirect("desk:user", pk=found.pk)
    committees, units = grants_of(found)
    waiting = Invitation.objects.filter(user=found, accepted_at__isnull=True, expires_at__gt=timezone.now())
    context = {
        "member": found,
        "forms": shown,
        "committees": committees,
        "units": units,
        "takes_grants": takes_grants(found),
        "is_oneself": found == boss,
        "state": state_of(found, is_invited=waiting.exists()),
    }
    return render(request, "desk/user.html", context, status=400 if request.method == "POST" else 200)


def _administrator(request: HttpRequest) -> User:
    user = signed_in(request)
    if not may_administer_users(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    return user


def _forms(member: User, request: HttpRequest, intent: str) -> dict[str, forms.Form]:
    """The forms of the page by what they intend; the one that was sent holds what was sent."""

    def sent(name: str) -> object:
        return request.POST if intent == name else None

    body, today = member.body_id, timezone.localdate()
    return {
        "rolle": RoleForm(sent("rolle"), initial={"role": member.role}, auto_id="rolle-%s"),
        "gremium": GrantForm(
            sent("gremium"),
            label=_("Gremium"),
            choices=committee_choices(body=body),
            auto_id="gremium-%s",
        ),
        "einheit": GrantForm(
            sent("einheit"),
            label=_("Organisationseinheit"),
            choices=unit_choices(body=body, on=today),
            auto_id="einheit-%s",
        ),
    }


def _invite(request: HttpRequest, member: User, boss: User) -> None:
    """Invite and send the link; what the mail server refuses is told, the user stays."""
    try:
        with change(by=boss.actor, body=boss.body_id):  # the letter is queued with the invitation, or neither
            invited = invite_user(user=member, at=timezone.now(), by=boss.actor)
            address = request.build_absolute_uri(reverse("invitation", args=[invited.secret]))
            send_invitation(invitation=invited.invitation, address=address)
    except UserFacingError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Die Einladung an %(email)s ist unterwegs.") % {"email": member.email})


def _change_role(request: HttpRequest, member: User, boss: User, form: forms.Form | None) -> None:
    assert form is not None
    change_role(user=member, role=Role(form.cleaned_data["role"]), by=boss.actor)
    messages.success(request, _("Die Rolle ist geändert und gilt sofort."))


def _grant_committee(request: HttpRequest, member: User, boss: User, form: forms.Form | None) -> None:
    assert form is not None
    committee = get_object_or_404(Committee, uid=form.cleaned_data["noun"], body=boss.body_id)
    grant_committee(user=member, committee=committee, by=boss.actor)
    messages.success(
        request, _("%(name)s darf „%(committee)s“ ändern.") % {"name": member, "committee": committee}
    )


def _grant_unit(request: HttpRequest, member: User, boss: User, form: forms.Form | None) -> None:
    assert form is not None
    unit = get_object_or_404(Organisation, uid=form.cleaned_data["noun"], body=boss.body_id)
    grant_unit(user=member, organisation=unit, by=boss.actor)
    messages.success(request, _("%(name)s steht für „%(unit)s“.") % {"name": member, "unit": unit})


def _revoke(request: HttpRequest, member: User, boss: User, form: forms.Form | None) -> None:  # noqa: ARG001
    uid = request.POST.get("erteilt", "")
    for grant in CommitteeGrant.objects.filter(user=member, uid__in=_identifiers(uid)):
        revoke_committee(grant=grant, by=boss.actor)
    for unit in UnitGrant.objects.filter(user=member, uid__in=_identifiers(uid)):
        revoke_unit(grant=unit, by=boss.actor)
    messages.success(request, _("Das Recht ist weggenommen, es gilt ab sofort nicht mehr."))


def _identifiers(text: str) -> list[str]:
    return [text] if len(text) == 36 and set(text) <= set("0123456789abcdef-") else []


def _lock(request: HttpRequest, member: User, boss: User, form: forms.Form | None) -> None:  # noqa: ARG001
    lock_user(user=member, by=boss.actor)
    messages.success(request, _("Das Konto ist gesperrt; alle Sitzungen sind beendet."))


def _unlock(request: HttpRequest, member: User, boss: User, form: forms.Form | None) -> None:  # noqa: ARG001
    unlock_user(user=member, by=boss.actor)
    messages.success(request, _("Das Konto ist freigeschaltet."))


def _invite_again(request: HttpRequest, member: User, boss: User, form: forms.Form | None) -> None:  # noqa: ARG001
    _invite(request, member, boss)


_ACTS: dict[str, Callable[[HttpRequest, User, User, forms.Form | None], None]] = {
    "rolle": _change_role,
    "gremium": _grant_committee,
    "einheit": _grant_unit,
    "wegnehmen": _revoke,
    "sperren": _lock,
    "freischalten": _unlock,
    "einladen": _invite_again,
}
