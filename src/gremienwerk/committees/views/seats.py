"""What has changed about the seats of a committee: the page on which it begins, and a form for each answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gremienwerk.committees.actions import appoint, correct_membership, end_membership, replace_member
from gremienwerk.committees.forms import AppointForm, CorrectForm, EndForm, ReplaceForm
from gremienwerk.committees.models import Committee, Membership, Role
from gremienwerk.committees.queries.state import state_of_seat
from gremienwerk.committees.seat_page import last_of, seat_line, seat_lines, since_of, write_period
from gremienwerk.committees.views.doors import (
    chosen_organisation,
    committee_to_change,
    form_page,
    organisations_to_choose,
    seat_of,
)
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import Precision, VagueDate, write_day, write_vague_date
from gremienwerk.core.forms import PlainForm, store
from gremienwerk.organisations.rules import may_edit_register

_PAGE = "committees/seat.html"


@require_safe
@login_required
def seats(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All seats, each with what may have happened to it."""
    user, committee = committee_to_change(request, uid)
    lines = seat_lines(committee=committee, on=timezone.localdate())
    context = {
        "committee": committee,
        "may_edit": may_edit_register(actor=user.actor, body=user.body_id),
        "present": [line for line in lines if not line.is_over],
        "past": [line for line in lines if line.is_over],
    }
    return render(request, "committees/seats.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def appoint_seat(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Somebody comes."""
    user, committee = committee_to_change(request, uid)
    choices = organisations_to_choose(body=user.body_id, on=timezone.localdate())
    asked = request.GET.get("rolle", "")
    form = AppointForm(
        request.POST if request.method == "POST" else None,
        organisations=choices,
        initial={"role": asked if asked in Role.values else Role.MEMBER},
    )
    if request.method == "POST" and store(form=form, act=lambda: _appoint(committee, form, user.actor)):
        period = write_period(since=form.cleaned_data["since"], last=None)
        return _done(request, committee, _("Der Sitz ist eingetragen: %(period)s.") % {"period": period})
    words = (_("Jemand kommt dazu"), _("Eine Organisation bekommt einen Sitz."), _("Sitz eintragen"))
    return form_page(
        request, _PAGE, form=form, stored={"seen": ""}, committee=committee, words=words, seat=None
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def replace_seat(request: HttpRequest, uid: UUID, seat: UUID) -> HttpResponse:
    """A seat goes over to another organisation."""
    user, committee = committee_to_change(request, uid)
    found = seat_of(committee, seat)
    choices = organisations_to_choose(body=user.body_id, on=timezone.localdate())
    stored = {"seen": state_of_seat(membership=found)}
    form = ReplaceForm(
        request.POST if request.method == "POST" else None, organisations=choices, initial=stored
    )

    def act() -> None:
        given = form.cleaned_data
        replace_member(
            membership=found,
            organisation=chosen_organisation(body=user.body_id, uid=given["organisation"]),
            on=given["on"],
            by=user.actor,
            why=given["why"],
            seen=given["seen"],
        )

    if request.method == "POST" and store(form=form, act=act):
        words = _("Der Sitz wechselt am %(day)s.") % {"day": write_day(form.cleaned_data["on"])}
        return _done(request, committee, words)
    return _of_seat(
        request, found, form, stored, _("Ein Sitz wechselt"),
        _("Der bisherige Sitz endet, eine andere Organisation übernimmt ihn."), _("Wechsel eintragen"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def end_seat(request: HttpRequest, uid: UUID, seat: UUID) -> HttpResponse:
    """A seat ends."""
    user, committee = committee_to_change(request, uid)
    found = seat_of(committee, seat)
    stored = {"seen": state_of_seat(membership=found)}
    form = EndForm(request.POST if request.method == "POST" else None, initial=stored)

    def act() -> None:
        given = form.cleaned_data
        on, precision = _end(given["last"])
        assert on is not None, "the field is required"
        end_membership(
            membership=found, on=on, precision=precision, by=user.actor, why=given["why"], seen=given["seen"]
        )

    if request.method == "POST" and store(form=form, act=act):
        words = _("Der Sitz endet. Letzter Tag: %(day)s.")
        return _done(request, committee, words % {"day": write_vague_date(form.cleaned_data["last"])})
    return _of_seat(
        request, found, form, stored, _("Ein Sitz endet"),
        _("Der Sitz bleibt für die Zeit davor erhalten. Wer ihn als Person ausfüllt, endet mit ihm."),
        _("Ende eintragen"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def correct_seat(request: HttpRequest, uid: UUID, seat: UUID) -> HttpResponse:
    """An entry was wrong."""
    user, committee = committee_to_change(request, uid)
    found = seat_of(committee, seat)
    choices = organisations_to_choose(
        body=user.body_id, on=timezone.localdate(), also=found.organisation
    )  # fmt: skip
    stored = _entry(found)
    form = CorrectForm(
        request.POST if request.method == "POST" else None, organisations=choices, initial=stored
    )
    if found.organisation is None:
        del form.fields["organisation"]
    if request.method == "POST" and store(form=form, act=lambda: _correct(found, form, user.actor)):
        return _done(request, committee, _("Der Eintrag ist berichtigt."))
    return _of_seat(
        request, found, form, stored, _("Ein Eintrag war falsch"),
        _("Der Sitz war nie so, wie er hier steht. Hat sich etwas geändert, wählen Sie statt dessen einen Wechsel oder ein Ende."),
        _("Berichtigung speichern"),
    )  # fmt: skip


def _of_seat(
    request: HttpRequest,
    seat: Membership,
    form: PlainForm,
    stored: dict[str, Any],
    *words: str,
) -> HttpResponse:
    line = seat_line(membership=seat, on=timezone.localdate())
    return form_page(
        request, _PAGE, form=form, stored=stored, committee=seat.committee, words=words, seat=line
    )


def _appoint(committee: Committee, form: AppointForm, actor: Actor) -> None:
    given = form.cleaned_data
    on, precision = _start(given["since"])
    appoint(
        committee=committee,
        organisation=chosen_organisation(body=committee.body_id, uid=given["organisation"]),
        role=Role(given["role"]),
        seats=given["seats"],
        voting=given["voting"],
        on=on,
        on_precision=precision,
        by=actor,
        why=given["why"],
    )


def _correct(seat: Membership, form: CorrectForm, actor: Actor) -> None:
    given = form.cleaned_data
    values: dict[str, Any] = {name: given[name] for name in ("role", "seats", "voting")}
    if "organisation" in given:
        values["organisation"] = chosen_organisation(body=seat.body_id, uid=given["organisation"])
    # What was left as it stood keeps the day that is stored: "Juni 2021" may stand for the 15th.
    if given["since"] != since_of(membership=seat):
        start, precision = _start(given["since"])
        values |= {"valid_from": start, "from_precision": precision.value}
    if given["last"] != last_of(membership=seat):
        end, precision = _end(given["last"])
        values |= {"valid_until": end, "until_precision": precision.value}
    correct_membership(membership=seat, by=actor, why=given["why"], seen=given["seen"], **values)


def _entry(seat: Membership) -> dict[str, Any]:
    since, last = since_of(membership=seat), last_of(membership=seat)
    return {
        "seen": state_of_seat(membership=seat),
        "organisation": str(seat.organisation.uid) if seat.organisation else "",
        "role": seat.role,
        "seats": seat.seats,
        "voting": "" if seat.voting is None else "yes" if seat.voting else "no",
        "since": write_vague_date(since) if since else "",
        "last": write_vague_date(last) if last else "",
    }


def _start(since: VagueDate | None) -> tuple[date | None, Precision]:
    """The first possible day of a seat; "bis Ende 2022" leaves it open when it began."""
    if since is None or since.earliest is None:
        return None, Precision.DAY
    return since.earliest, since.precision


def _end(last: VagueDate | None) -> tuple[date | None, Precision]:
    """The first day on which a seat surely is over; "bis Ende 2022" names the last day exactly."""
    if last is None:
        return None, Precision.DAY
    return last.latest + timedelta(days=1), last.precision if last.earliest else Precision.DAY


def _done(request: HttpRequest, committee: Committee, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("committees:seats", uid=committee.uid)
