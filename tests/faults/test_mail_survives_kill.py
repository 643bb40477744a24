"""kill -9 while mail is sent, and a database that is locked: no mail is lost, none is sent twice by itself."""

from __future__ import annotations

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from gremienwerk.mailing import delivery
from gremienwerk.mailing.delivery import FAILPOINTS, LEASE, deliver_due
from gremienwerk.mailing.models import Message
from gremienwerk.mailing.transport import Answer
from tests.faults.processes import finish, go, start
from tests.mailing.test_queue_message import queue
from tests.support.cast import make_body
from tests.support.smtp import Served, Sink, serve_sink

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.faults]
KILLED = -9
RUNS = int(os.environ.get("GREMIENWERK_FAULT_RUNS", "4"))
State = Message.State


@pytest.fixture
def served(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A mail server for this process and for those that are started."""
    with serve_sink() as running:
        settings.MAIL = running.mail
        monkeypatch.setenv("GREMIENWERK_MAIL_URL", f"smtp://127.0.0.1:{running.port}")
        yield running


def much_later() -> None:
    """Another worker looks when every lease is over."""
    deliver_due(clock=lambda: timezone.now() + LEASE + timedelta(minutes=1))


def copies(sink: Sink) -> Counter[str]:
    return Counter(str(mail["Message-ID"]) for mail in sink.taken)


@pytest.mark.parametrize(
    ("failpoint", "state", "arrived"),
    [
        ("mail.taken", State.SENT, 1),
        ("mail.transmitting", State.UNCLEAR, 0),
        ("mail.handed-over", State.UNCLEAR, 1),
        ("mail.noted", State.SENT, 1),
    ],
)
def test_at_every_named_place(
    served: Served, tmp_path: Path, failpoint: str, state: str, arrived: int
) -> None:
    assert failpoint in FAILPOINTS
    message = queue(make_body())
    process = start("deliver", data=tmp_path, failpoint=failpoint)
    go(process)
    assert finish(process)[0] == KILLED
    much_later()
    message.refresh_from_db()
    assert message.state == state
    assert copies(served.sink)[message.message_id] == arrived


def test_at_random_moments(served: Served, tmp_path: Path) -> None:
    body, chance = make_body(), random.Random()
    messages = [queue(body) for _ in range(10 * RUNS)]
    for _ in range(RUNS):
        workers = [start("deliver", data=tmp_path) for _ in range(2)]
        for worker in workers:
            go(worker)
        time.sleep(chance.uniform(0, 0.3))
        for worker in workers:
            worker.kill()
            finish(worker)
    much_later()
    arrived = copies(served.sink)
    for message in messages:
        message.refresh_from_db()
        assert message.state in {State.SENT, State.UNCLEAR}
        assert arrived[message.message_id] <= 1, "never twice"
        assert message.state == State.UNCLEAR or arrived[message.message_id] == 1, "never lost"
    assert sum(message.state == State.UNCLEAR for message in messages) <= 2 * RUNS, (
        "one for each kill at most"
    )


@contextmanager
def impatient() -> Iterator[None]:
    """The worker's connection waits only a moment for somebody else's lock."""
    statement = "PRAGMA busy_timeout = 100" if connection.vendor == "sqlite" else "SET lock_timeout = '100ms'"
    with connection.cursor() as cursor:
        cursor.execute(statement)
    yield
    connection.close()


def locked_for(seconds: float) -> threading.Thread:
    """Somebody else holds the rows of all messages; returns when they do."""
    holds = threading.Event()

    def hold() -> None:
        with transaction.atomic():
            Message.deliveries.update(subject="gesperrt")
            holds.set()
            time.sleep(seconds)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    assert holds.wait(30)
    return thread


def test_a_locked_database_after_the_server_has_answered_is_waited_for(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = queue(make_body())
    held: list[threading.Thread] = []

    def then_locked(**arguments: Any) -> Answer:
        answer = handed_over(**arguments)
        held.append(locked_for(0.8))
        return answer

    handed_over: Callable[..., Answer] = vars(delivery)["hand_over"]
    monkeypatch.setattr(delivery, "hand_over", then_locked)
    with impatient():
        deliver_due(clock=timezone.now)
    held[0].join()
    message.refresh_from_db()
    assert message.state == State.SENT
    assert copies(served.sink) == {message.message_id: 1}


def test_a_locked_database_before_the_content_is_given_away_lets_nothing_out(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = queue(make_body())
    held: list[threading.Thread] = []

    def locked_meanwhile(**arguments: Any) -> Answer:
        held.append(locked_for(1.0))
        return handed_over(**arguments)

    handed_over: Callable[..., Answer] = vars(delivery)["hand_over"]
    with impatient(), monkeypatch.context() as patch:
        patch.setattr(delivery, "hand_over", locked_meanwhile)
        deliver_due(clock=timezone.now)
    held[0].join()
    assert served.sink.taken == []
    much_later()
    message.refresh_from_db()
    assert message.state == State.SENT
    assert copies(served.sink) == {message.message_id: 1}
