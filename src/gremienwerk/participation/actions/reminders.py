"""Leads are asked by mail whether what the register says of their committee is still true."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee
from gremienwerk.committees.queries import CommitteeFacts, committees_on
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor, ActorKind
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import format_date
from gremienwerk.mailing.actions import Receiver, make_link, queue_message
from gremienwerk.mailing.addresses import whole_address
from gremienwerk.mailing.letters import Letter, Link
from gremienwerk.participation.models import Reminder, Reminding, reminding_of
from gremienwerk.participation.queries import reminders_by_committee
from gremienwerk.participation.receivers import ReminderReceiver, receivers_of
from gremienwerk.participation.rules import require_reminding_setter

log = logging.getLogger(__name__)

#: Who leads many committees is not asked about all of them on one day.
LETTERS_A_DAY = 3
WORKER = Actor(kind=ActorKind.SYSTEM, name="Worker")
PURPOSE = "confirm"
NOUN = "committees.committee"


class _Step(NamedTuple):
    """What is next for a committee: a reminder with its number, or the office if there is none."""

    committee: CommitteeFacts
    number: int
    last: Reminder | None


def set_reminding(
    *,
    body: Body,
    is_active: bool,
    confirm_every_days: int,
    again_after_days: int,
    escalate_after_days: int,
    escalate_to: str,
    by: Actor,
    why: str = "",
) -> Reminding:
    """Say whether and when the body's leads are asked.

    Args:
        body: whose committees.
        is_active: whether the worker writes to leads by itself.
        confirm_every_days: how old a confirmation may become.
        again_after_days: days without an answer until the second reminder.
        escalate_after_days: days after the second one until the office is told.
        escalate_to: who is told by mail; empty: it only stands on the list.
        by: who decides.
        why: the reason, for the audit record.

    Raises:
        NotAllowed: if the actor may not.
    """
    require_reminding_setter(actor=by, body=body.pk)
    values = {
        "is_active": is_active,
        "confirm_every_days": confirm_every_days,
        "again_after_days": again_after_days,
        "escalate_after_days": escalate_after_days,
        "escalate_to": escalate_to,
    }
    with change(by=by, body=body.pk, why=why) as made:
        settings = Reminding.objects.filter(body=body).first()
        if settings is None:
            settings = Reminding(body=body, **values)
            made.create(settings, action="participation.set_reminding")
        else:
            made.update(settings, action="participation.set_reminding", **values)
    return settings


def remind_due(*, body: Body, on: date, at: datetime) -> int:
    """Ask where a confirmation has grown too old, ask again, and tell the office where nobody answers.

    Harmless when called again on the same day; each reminder is a change of its own, so that one which fails
    holds up no other. Nobody gets more than ``LETTERS_A_DAY``; the rest follows on the next days.

    Returns:
        How many reminders were queued.
    """
    settings = reminding_of(body)
    if not settings.is_active:
        return 0
    committees = [one for one in committees_on(body=body.pk, on=on) if is_asked_about(one)]
    receivers = receivers_of(body=body.pk, committees=committees)
    sent = reminders_by_committee(body=body.pk)
    today = Counter(row.address for rows in sent.values() for row in rows if row.sent_on == on)
    queued = 0
    for step in _steps(settings, committees, sent, on):
        receiver = receivers.get(step.committee.id)
        if step.number and receiver is not None:
            if today[receiver.address] < LETTERS_A_DAY and _remind(step, receiver, body, at):
                today[receiver.address] += 1
                queued += 1
        elif step.last is not None:
            _escalate(step.last, settings, on, at)
    return queued


def remind_now(*, committee: Committee, at: datetime, by: Actor) -> Reminder:
    """Ask about one committee now, whether it is due or not.

    Raises:
        NotAllowed: if the actor may not change the committee.
        UserFacingError: if nobody's address is known, or both reminders have been sent.
    """
    require_change(actor=by, committee=committee)
    body, on = committee.body, timezone.localtime(at).date()
    facts = committees_on(body=body.pk, on=on, only=[committee.pk])
    receivers = receivers_of(body=body.pk, committees=facts)
    if committee.pk not in receivers:
        raise UserFacingError(
            f"Für „{committee}“ ist keine E-Mail-Adresse bekannt. Bitte beim Gremium oder bei der leitenden "
            "Organisation eintragen."
        )
    sent = _of_cycle(reminders_by_committee(body=body.pk).get(committee.pk, []), facts[0])
    if len(sent) > 1:
        raise UserFacingError(f"Zu „{committee}“ wurde schon zweimal erinnert. Bitte dort anrufen.")
    with change(by=by, body=body.pk):
        return _send(facts[0], len(sent) + 1, receivers[committee.pk], body, at)


def is_asked_about(committee: CommitteeFacts) -> bool:
    """Whether somebody is asked: the committee exists, and no council information system keeps it."""
    return committee.status.exists and not committee.kind.is_council


def is_due(*, committee: CommitteeFacts, settings: Reminding, on: date) -> bool:
    """Whether the last confirmation is too old on a day."""
    last = committee.confirmed_on
    return last is None or last + timedelta(days=settings.confirm_every_days) <= on


def _steps(
    settings: Reminding, committees: list[CommitteeFacts], sent: dict[int, list[Reminder]], on: date
) -> Iterator[_Step]:
    for one in committees:
        if not is_due(committee=one, settings=settings, on=on):
            continue
        cycle = _of_cycle(sent.get(one.id, []), one)
        last = cycle[-1] if cycle else None
        if last is None:
            yield _Step(one, 1, None)
        elif any(row.answered_on for row in cycle) or last.escalated_on:
            continue
        elif len(cycle) == 1 and last.sent_on + timedelta(days=settings.again_after_days) <= on:
            yield _Step(one, 2, last)
        elif len(cycle) > 1 and last.sent_on + timedelta(days=settings.escalate_after_days) <= on:
            yield _Step(one, 0, last)


def _cycle(committee: CommitteeFacts) -> str:
    return committee.confirmed_on.isoformat() if committee.confirmed_on else ""


def _of_cycle(sent: list[Reminder], committee: CommitteeFacts) -> list[Reminder]:
    return [row for row in sent if row.cycle == _cycle(committee)]


def _remind(step: _Step, to: ReminderReceiver, body: Body, at: datetime) -> bool:
    try:
        with change(by=WORKER, body=body.pk):
            _send(step.committee, step.number, to, body, at)
    except IntegrityError:  # another worker was faster
        return False
    except UserFacingError:  # an address that is none; the list shows that nobody was asked
        log.warning("Zu Gremium %s lässt sich nicht erinnern: die Adresse ist keine", step.committee.uid)
        return False
    return True


def _send(committee: CommitteeFacts, number: int, to: ReminderReceiver, body: Body, at: datetime) -> Reminder:
    """One reminder with its link and letter, inside the open change."""
    settings = reminding_of(body)
    reminder = Reminder(
        body=body,
        committee_id=committee.id,
        cycle=_cycle(committee),
        number=number,
        address=to.address,
        receiver=to.name,
        sent_on=timezone.localtime(at).date(),
    )
    with change(by=WORKER, body=body.pk) as made:
        made.create(reminder, action="participation.remind")
    holds = timedelta(days=settings.again_after_days + settings.escalate_after_days + 30)
    made_link = make_link(
        body=body,
        purpose=PURPOSE,
        noun=NOUN,
        object_uid=committee.uid,
        address=to.address,
        at=at,
        holds=holds,
    )
    path = reverse("confirming:page", kwargs={"language": "de", "secret": made_link.secret})
    queue_message(
        body=body,
        to=Receiver(to.address),
        letter=_letter(committee, number, whole_address(body=body, path=path), made_link.link.expires_at),
        purpose="participation.remind",
        reference=f"{NOUN}:{committee.uid}",
        once=f"remind:{committee.uid}:{_cycle(committee)}:{number}",
        at=at,
    )
    return reminder


def _letter(committee: CommitteeFacts, number: int, address: str, until: datetime) -> Letter:
    name = committee.display_name.translate(str.maketrans("„“", "‚‘"))  # it stands in quotation marks itself
    last = (
        _("Zuletzt bestätigt wurden sie am %(day)s.") % {"day": format_date(committee.confirmed_on)}
        if committee.confirmed_on
        else _("Bestätigt hat sie bisher niemand.")
    )
    again = _("Wir haben Ihnen schon einmal geschrieben. ") if number > 1 else ""
    return Letter(
        subject=_("Stimmen die Angaben zu „%(name)s“ noch?") % {"name": name},
        paragraphs=(
            again
            + _("bitte prüfen Sie, ob die Angaben zu „%(name)s“ in unserem Register noch stimmen. ")
            % {"name": name}
            + last,
            _("Das dauert eine Minute. Sie brauchen kein Konto und kein Kennwort."),
        ),
        link=Link(_("Angaben prüfen"), address),
        after=(
            _(
                "Dort bestätigen Sie die Angaben, schlagen Änderungen vor oder sagen, dass es das Gremium nicht mehr "
                "gibt. Der Link gilt für eine Antwort und bis zum %(day)s."
            )
            % {"day": format_date(timezone.localtime(until).date())},
        ),
    )


def _escalate(last: Reminder, settings: Reminding, on: date, at: datetime) -> None:
    """Nobody answers: the office sees it on its list, and is told by mail if it wants to be."""
    body, committee = settings.body, last.committee
    with change(by=WORKER, body=body.pk) as made:
        made.update(last, action="participation.escalate", escalated_on=on)
        if not settings.escalate_to:
            return
        path = reverse("participation:confirmations")
        queue_message(
            body=body,
            to=Receiver(settings.escalate_to),
            letter=Letter(
                subject=_("Keine Antwort zu „%(name)s“") % {"name": committee},
                paragraphs=(
                    _(
                        "wir haben %(receiver)s zweimal gebeten, die Angaben zu „%(name)s“ zu bestätigen, und keine "
                        "Antwort bekommen. Bitte fragen Sie dort nach."
                    )
                    % {"name": committee, "receiver": last.receiver or _("die zuständige Stelle")},
                ),
                link=Link(_("Bestätigungen öffnen"), whole_address(body=body, path=path)),
            ),
            purpose="participation.escalate",
            reference=f"{NOUN}:{committee.uid}",
            once=f"escalate:{committee.uid}:{last.cycle}",
            at=at,
        )
