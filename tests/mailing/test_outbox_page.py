"""Staff see what became of each message and decide about those that are stuck."""

from __future__ import annotations

import re

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from gremienwerk.accounts.models import User
from gremienwerk.audit.models import AuditEvent
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.mailing.models import MailSender, Message
from tests.mailing.test_delivery import seen, work
from tests.mailing.test_queue_message import queue
from tests.support.cast import make_body
from tests.support.pages import sign_in, words_of
from tests.support.smtp import Sink, serve_sink, words_in

pytestmark = pytest.mark.django_db
State = Message.State
PAGE = "/desk/postausgang/"


@pytest.fixture
def boss(client: Client) -> User:
    return sign_in(client, make_body(), role=Role.ADMINISTRATOR)


def stuck_message(boss: User, sink: Sink) -> Message:
    message = queue(boss.body)
    sink.behaviour["after DATA"] = "drop"
    work()
    sink.behaviour.clear()
    return seen(message)


def test_the_page_says_what_became_of_each_message(client: Client, boss: User, sink: Sink) -> None:
    assert "noch keine Nachricht geschrieben" in words_of(client.get(PAGE).content)
    message = stuck_message(boss, sink)
    words = words_of(client.get(PAGE).content)
    assert "Eine Nachricht braucht Ihre Entscheidung." in words
    assert "ungeklärt" in words
    assert message.message_id in words
    assert message.subject in words_of(client.get(f"{PAGE}?stand=unclear&text=Anfrage").content)
    assert "Keine Nachricht passt" in words_of(client.get(f"{PAGE}?stand=sent").content)


def test_a_person_has_an_unclear_message_sent_once_more_under_its_old_name(
    client: Client, boss: User, sink: Sink
) -> None:
    message = stuck_message(boss, sink)
    client.post(f"{PAGE}{message.uid}/versenden/")
    work()
    assert seen(message).state == State.SENT
    assert [mail["Message-ID"] for mail in sink.taken] == [message.message_id] * 2
    assert AuditEvent.objects.get(action="mailing.resend").actor_name == "Kim Muster"
    refused = client.post(f"{PAGE}{message.uid}/versenden/")
    assert "schon erledigt" in words_of(refused.content)


def test_a_person_gives_a_message_up_and_what_it_said_is_forgotten(
    client: Client, boss: User, sink: Sink
) -> None:
    message = stuck_message(boss, sink)
    client.post(f"{PAGE}{message.uid}/abschliessen/")
    work()
    assert seen(message).state == State.CLOSED
    assert (message.text, message.html, len(sink.taken)) == ("", "", 1)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_many_as_for_one(
    client: Client, boss: User, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        queue(boss.body)
    client.get(PAGE)
    with django_assert_num_queries(6):
        client.get(PAGE)


def test_the_administrator_says_who_sends(client: Client, boss: User, sink: Sink) -> None:
    wrong = client.post(f"{PAGE}absender/", {"name": "Fachbereich", "address": "keine"})
    assert wrong.status_code == 400
    assert 'value="keine"' in wrong.content.decode()
    given = {"name": "Fachbereich", "address": "post@musterstadt.example", "closing": "Markt 1"}
    client.post(f"{PAGE}absender/", given)
    client.post(f"{PAGE}absender/", given | {"name": "Fachbereich Integration"})
    assert MailSender.objects.get().address == "post@musterstadt.example"
    queue(boss.body)
    work()
    assert sink.taken[0]["From"] == "Fachbereich Integration <post@musterstadt.example>"
    assert words_in(sink.taken[0]).endswith("-- \nMusterstadt\nMarkt 1\n")


def invited(client: Client, capture: DjangoCaptureOnCommitCallbacks) -> Message:
    with capture(execute=True):
        client.post("/desk/konten/", {"name": "Noa Neu", "email": "noa@example.org", "role": "editor"})
    found: Message = Message.objects.get()
    return found


def test_an_invitation_comes_without_the_worker(
    client: Client,
    boss: User,
    sink: Sink,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.EMAIL_BACKEND = "gremienwerk.mailing.backend.OutboxBackend"
    message = invited(client, django_capture_on_commit_callbacks)
    assert message.state == State.SENT
    link = re.search(r"http://testserver/accounts/einladung/\S+", words_in(sink.taken[0]))
    assert link is not None
    assert f'href="{link[0]}"' in words_in(sink.taken[0], "html")


def test_an_invitation_waits_while_the_mail_server_is_away(
    client: Client,
    boss: User,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.EMAIL_BACKEND = "gremienwerk.mailing.backend.OutboxBackend"
    with serve_sink() as gone:
        settings.MAIL = gone.mail
    message = invited(client, django_capture_on_commit_callbacks)
    assert (message.state, message.reason) == (State.QUEUED, "Der Mailserver ist nicht erreichbar.")


def test_mail_to_an_address_without_account_is_kept_nowhere(sink: Sink, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "gremienwerk.mailing.backend.OutboxBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = settings.MAIL.host, settings.MAIL.port
    settings.EMAIL_USE_TLS = False
    EmailMessage("Kein Konto", "Zu dieser Adresse gibt es kein Konto.", to=["fremd@example.org"]).send()
    assert [mail["To"] for mail in sink.taken] == ["fremd@example.org"]
    assert not Message.objects.exists()


def test_the_mail_server_can_be_tried_from_the_command_line(
    sink: Sink, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("work", "--check")
    assert "nimmt uns an" in capsys.readouterr().out
    settings.MAIL = settings.MAIL._replace(user="x", password="falsch")
    with pytest.raises(UserFacingError, match="GREMIENWERK_MAIL_URL"):
        call_command("work", "--check")


def test_one_look_of_the_worker_from_the_command_line(sink: Sink, capsys: pytest.CaptureFixture[str]) -> None:
    queue(make_body())
    call_command("work", "--once")
    assert "1 Nachrichten versucht." in capsys.readouterr().out
    assert len(sink.taken) == 1


def test_a_demo_writes_to_nobody(sink: Sink, capsys: pytest.CaptureFixture[str]) -> None:
    from gremienwerk.audit.change import change
    from tests.support.cast import SETUP

    body = make_body()
    with change(by=SETUP, body=body.pk) as made:
        made.update(body, action="test", is_demo=True)
    message = queue(body)
    work()
    assert seen(message).state == State.SENT
    assert sink.taken == []
    assert "Fragen öffnen" in capsys.readouterr().err
