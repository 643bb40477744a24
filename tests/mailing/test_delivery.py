"""The worker sends each message once, tries again what is worth it, and says what is unclear."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from gremienwerk.audit.change import change
from gremienwerk.mailing import duties
from gremienwerk.mailing.actions import make_link
from gremienwerk.mailing.delivery import LEASE, PAUSES, deliver_due, free_abandoned
from gremienwerk.mailing.duties import do_duties
from gremienwerk.mailing.models import Message, OneTimeLink
from gremienwerk.mailing.retention import KEPT
from tests.mailing.test_queue_message import queue
from tests.support.cast import SETUP, make_body
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


@pytest.mark.parametrize("told", ["drop", 5.0])
def test_no_answer_after_the_content_is_unclear_and_never_sent_again_by_itself(
    sink: Sink, settings: Settings, told: str | float
) -> None:
    settings.EMAIL_TIMEOUT = 3
    message = queue(make_body())
    sink.behaviour["after DATA"] = told
    work()
    sink.behaviour.clear()
    work(later=timedelta(days=9))
    assert seen(message).state == State.UNCLEAR
    assert "bevor der Mailserver den Empfang bestätigt hat" in message.reason
    assert len(sink.taken) == 1


def test_a_server_that_is_slow_before_the_content_is_asked_again(sink: Sink, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 1
    message = queue(make_body())
    sink.behaviour["MAIL"] = 2.0
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


def test_a_domain_with_umlauts_is_written_as_servers_read_it(sink: Sink) -> None:
    message = queue(make_body(), "büro@müsterstadt.example".replace("ü", "u", 1))
    work()
    assert seen(message).state == State.SENT
    assert sink.taken[0]["To"] == "Kim Muster <buro@xn--msterstadt-9db.example>"


def test_a_message_that_cannot_be_written_fails_and_holds_up_no_other(sink: Sink) -> None:
    body = make_body()
    bad, good = queue(body), queue(body)
    Message.deliveries.filter(pk=bad.pk).update(address="büro@musterstadt.example")
    work()
    assert (seen(bad).state, seen(good).state) == (State.FAILED, State.SENT)
    assert "lässt sich nicht als E-Mail schreiben" in bad.reason


def test_what_was_settled_long_ago_is_forgotten_and_what_is_open_stays(sink: Sink) -> None:
    body = make_body()
    sent, unclear = queue(body), queue(body)
    long_ago = timezone.now() - KEPT - timedelta(days=1)
    Message.deliveries.filter(pk=sent.pk).update(state=State.SENT, settled_at=long_ago)
    Message.deliveries.filter(pk=unclear.pk).update(state=State.UNCLEAR, queued_at=long_ago)
    with change(by=SETUP, body=body.pk):
        kept, old = (
            make_link(
                body=body, purpose="x", noun="y.z", object_uid=uuid4(), address="", at=at, holds=timedelta(1)
            ).link
            for at in (timezone.now(), long_ago - timedelta(days=1))
        )
    do_duties(now=timezone.now())
    assert list(Message.objects.values_list("pk", flat=True)) == [unclear.pk]
    assert list(OneTimeLink.objects.values_list("pk", flat=True)) == [kept.pk]
    assert old.pk != kept.pk


def test_one_duty_that_fails_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(body: object, moment: object) -> None:
        raise RuntimeError("kaputt")

    done: list[int] = []
    body = make_body()
    monkeypatch.setattr(duties, "_duties", {"a": fails, "b": lambda body, moment: done.append(body.pk)})
    do_duties(now=timezone.now())
    assert done == [body.pk]
    assert "Die Aufgabe a ist" in caplog.text
