"""The worker sends each message once, tries again what is worth it, and says what is unclear."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from gremienwerk.mailing.delivery import LEASE, PAUSES, deliver_due, free_abandoned
from gremienwerk.mailing.models import Message
from tests.mailing.test_queue_message import queue
from tests.support.cast import make_body
from tests.support.smtp import Sink, serve_sink

pytestmark = pytest.mark.django_db
State = Message.State


def work(*, later: timedelta = timedelta(0)) -> datetime:
    """Let the worker look at the outbox; the instant at which it did."""
    at = timezone.now() + later
    deliver_due(clock=lambda: at)
    return at


def seen(message: Message) -> Message:
    message.refresh_from_db()
    return message


def test_a_message_is_sent_once_and_what_it_said_is_forgotten(sink: Sink) -> None:
    message = queue(make_body())
    work()
    work()
    (taken,) = sink.taken
    assert (taken["Message-ID"], taken["To"]) == (
        message.message_id,
        "Kim Muster <einheit@musterstadt.example>",
    )
    seen(message)
    assert (message.state, message.text, message.html) == (State.SENT, "", "")


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_what_is_refused_for_now_is_tried_again_with_growing_pauses(sink: Sink, step: str) -> None:
    message = queue(make_body())
    sink.behaviour[step] = "451 bitte spaeter"
    later = timedelta(0)
    for pause in PAUSES[:3]:
        at = work(later=later)
        assert seen(message).state == State.QUEUED
        assert abs(message.due_at - at - pause) < timedelta(seconds=5)
        assert message.reason == "Der Mailserver nimmt die Nachricht jetzt nicht an (451: bitte spaeter)."
        later += pause + timedelta(seconds=1)
    sink.behaviour.clear()
    work(later=later)
    assert seen(message).state == State.SENT
    assert [mail["Message-ID"] for mail in sink.taken] == [message.message_id]


def test_after_the_last_pause_a_message_has_failed(sink: Sink) -> None:
    message = queue(make_body())
    sink.behaviour["RCPT"] = "451 bitte spaeter"
    later = timedelta(0)
    for pause in (*PAUSES, timedelta(0)):
        work(later=later)
        later += pause + timedelta(seconds=1)
    assert seen(message).state == State.FAILED
    assert message.attempts == len(PAUSES) + 1


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_what_is_refused_for_good_fails_at_once_and_keeps_its_text(sink: Sink, step: str) -> None:
    message = queue(make_body())
    sink.behaviour[step] = "550 unbekannt"
    work()
    assert seen(message).state == State.FAILED
    assert message.reason == "Der Mailserver lehnt die Nachricht ab (550: unbekannt)."
    assert message.text


def test_a_connection_torn_before_the_content_is_harmless(sink: Sink) -> None:
    message = queue(make_body())
    sink.behaviour["RCPT"] = "drop"
    work()
    assert seen(message).state == State.QUEUED
    sink.behaviour.clear()
    work(later=timedelta(minutes=2))
    assert seen(message).state == State.SENT


@pytest.mark.parametrize("told", ["drop", 3.0])
def test_no_answer_after_the_content_is_unclear_and_never_sent_again_by_itself(
    sink: Sink, told: str | float
) -> None:
    message = queue(make_body())
    sink.behaviour["after DATA"] = told
    work()
    sink.behaviour.clear()
    work(later=timedelta(days=9))
    assert seen(message).state == State.UNCLEAR
    assert "bevor der Mailserver den Empfang bestätigt hat" in message.reason
    assert len(sink.taken) == 1


def test_a_server_that_is_slow_before_the_content_is_asked_again(sink: Sink) -> None:
    message = queue(make_body())
    sink.behaviour["MAIL"] = 3.0
    work()
    assert seen(message).state == State.QUEUED
    assert message.reason == "Der Mailserver antwortet nicht rechtzeitig."


def test_one_refused_message_does_not_hold_up_the_others(sink: Sink) -> None:
    body = make_body()
    bad, good = queue(body, "weg@musterstadt.example"), queue(body)
    sink.behaviour["RCPT weg@musterstadt.example"] = "550 unbekannt"
    work()
    assert (seen(bad).state, seen(good).state) == (State.FAILED, State.SENT)


def test_a_server_that_cannot_be_reached_is_asked_once_a_round(settings: Settings) -> None:
    with serve_sink() as gone:
        settings.MAIL = gone.mail
    body = make_body()
    first, second = queue(body), queue(body)
    work()
    assert (seen(first).attempts, seen(second).attempts) == (1, 0)
    assert (first.state, first.reason) == (State.QUEUED, "Der Mailserver ist nicht erreichbar.")


def test_what_a_killed_worker_left_goes_back_or_is_unclear(sink: Sink) -> None:
    body, at = make_body(), timezone.now()
    before, after = queue(body), queue(body)
    held = Message.deliveries.filter(body=body)
    held.update(state=State.SENDING, lease="tot", leased_until=at + LEASE)
    held.filter(pk=after.pk).update(transmitting_at=at)
    free_abandoned(at=at + LEASE)
    assert (seen(before).state, seen(after).state) == (State.SENDING, State.SENDING)
    free_abandoned(at=at + LEASE + timedelta(seconds=1))
    assert (seen(before).state, seen(after).state) == (State.QUEUED, State.UNCLEAR)


def test_a_worker_that_slept_through_its_lease_gives_nothing_away(sink: Sink) -> None:
    message = queue(make_body())
    hours = iter(range(1, 100))
    start = timezone.now()
    deliver_due(clock=lambda: start + timedelta(hours=next(hours)), limit=1)
    assert sink.taken == []
    assert seen(message).state == State.SENDING


def test_logs_name_no_address(sink: Sink, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    body = make_body()
    message = queue(body)
    sink.behaviour["RCPT"] = "550 <einheit@musterstadt.example> unbekannt"
    work()
    said = "\n".join(
        record.getMessage() for record in caplog.records if record.name.startswith("gremienwerk")
    )
    assert str(message.uid) in said
    assert "musterstadt.example" not in said
    assert "Kim" not in said
