"""A message enters the outbox with the act that causes it, or not at all."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from django.utils import timezone

from gremienwerk.audit.change import ChangeRequired, OtherBody, change
from gremienwerk.audit.models import AuditEvent, AuditPersonalValue
from gremienwerk.bodies.models import Body
from gremienwerk.core.errors import UserFacingError
from gremienwerk.mailing.actions import Receiver, queue_message, set_sender
from gremienwerk.mailing.letters import Letter, Link
from gremienwerk.mailing.models import Message
from gremienwerk.mailing.transport import compose
from tests.support.cast import SETUP, make_body
from tests.support.smtp import words_in

pytestmark = pytest.mark.django_db
LETTER = Letter(
    subject="Frage 2 der Anfrage <Netzwerke> bis 27. November",
    paragraphs=("Ihre Einheit soll zwei Fragen beantworten & bis zum 27. November 2026 zurückgeben.",),
    items=("Wie oft tagt das Netzwerk?", "Wer lädt ein?"),
    link=Link("Fragen öffnen", "https://gremien.example/desk/anfragen/1/?a=1&b=2"),
    after=("Bei Fragen antworten Sie einfach.",),
)


def queue(body: Body, address: str = "einheit@musterstadt.example", **more: str) -> Message:
    with change(by=SETUP, body=body.pk):
        to = Receiver(address, more.pop("name", "Kim Muster"), more.pop("language", "de"))
        return queue_message(
            body=body, to=to, letter=LETTER, purpose="inquiries.assign", at=timezone.now(), **more
        )


def test_nothing_is_queued_by_an_act_that_fails() -> None:
    body = make_body()

    class Failing(Exception):
        pass

    def act() -> None:
        with change(by=SETUP, body=body.pk):
            queue(body)
            raise Failing

    with pytest.raises(Failing):
        act()
    assert not Message.objects.exists()


def test_outside_of_a_change_of_its_body_nothing_is_queued() -> None:
    body, other = make_body(), make_body(name="Andernorts", key="05999009")
    to = Receiver("a@example.org")
    with pytest.raises(ChangeRequired):
        queue_message(body=body, to=to, letter=LETTER, purpose="x.y", at=timezone.now())
    with pytest.raises(OtherBody), change(by=SETUP, body=other.pk):
        queue_message(body=body, to=to, letter=LETTER, purpose="x.y", at=timezone.now())


def test_what_is_to_happen_once_is_queued_once() -> None:
    body = make_body()
    first = queue(body, once="erinnerung:1")
    assert queue(body, once="erinnerung:1") == first
    assert queue(body) != queue(body)


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(UserFacingError, match="keine E-Mail-Adresse"):
        queue(make_body(), "einheit@")


def test_the_record_of_changes_names_the_message_and_keeps_nothing_of_what_it_says() -> None:
    message = queue(make_body())
    event = AuditEvent.objects.get(action="mailing.queue")
    assert event.changes == {
        "purpose": [None, "inquiries.assign"],
        "message_id": [None, message.message_id],
    }
    held_apart = AuditPersonalValue.objects.filter(event=event).values_list("field", "after")
    assert list(held_apart) == [("address", "einheit@musterstadt.example")]


def composed(message: Message) -> EmailMessage:
    sender = set_sender(
        body=message.body,
        name="Fachbereich Integration",
        address="integration@musterstadt.example",
        reply_to="team@musterstadt.example",
        closing="Rathaus, Markt 1\nTelefon 0100 1234",
        by=SETUP,
    )
    return compose(message=message, sender=sender, body_name=message.body.name)


def test_both_forms_say_the_same_and_the_markup_holds_whatever_is_written() -> None:
    mail = composed(queue(make_body()))
    html = words_in(mail, "html")
    assert '<html lang="de" dir="ltr">' in html
    assert "<li>Wie oft tagt das Netzwerk?</li>" in html
    assert 'href="https://gremien.example/desk/anfragen/1/?a=1&amp;b=2"' in html
    assert "zwei Fragen beantworten &amp; bis zum" in html
    assert words_in(mail) == (
        "Guten Tag Kim Muster,\n\n"
        "Ihre Einheit soll zwei Fragen beantworten & bis zum 27. November 2026\nzurückgeben.\n\n"
        "- Wie oft tagt das Netzwerk?\n- Wer lädt ein?\n\n"
        "Fragen öffnen:\nhttps://gremien.example/desk/anfragen/1/?a=1&b=2\n\n"
        "Bei Fragen antworten Sie einfach.\n\n"
        "-- \nMusterstadt\n"
    )


def test_the_head_says_who_writes_and_that_a_program_does() -> None:
    mail = composed(queue(make_body()))
    assert mail["From"] == "Fachbereich Integration <integration@musterstadt.example>"
    assert mail["To"] == "Kim Muster <einheit@musterstadt.example>"
    assert mail["Reply-To"] == "team@musterstadt.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "de"
    assert mail["Subject"] == LETTER.subject


def test_a_letter_greets_in_the_language_of_its_receiver() -> None:
    message = queue(make_body(), language="ar", name="")
    assert 'lang="ar" dir="rtl"' in message.html
    assert "Guten Tag" not in message.text


def test_a_line_break_in_a_subject_begins_no_new_header() -> None:
    body = make_body()
    with change(by=SETUP, body=body.pk):
        message = queue_message(
            body=body,
            to=Receiver("a@example.org"),
            letter=Letter("Hallo\r\nBcc: x@example.org", ("Text",)),
            purpose="x.y",
            at=timezone.now(),
        )
    assert composed(message)["Subject"] == "Hallo Bcc: x@example.org"
