"""The items of an inquiry: worded, split, joined, moved and removed before the release."""

from __future__ import annotations

import pytest
from django.test import Client

from gremienwerk.audit.models import AuditEvent
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.inquiries.actions import (
    ItemsFixed,
    edit_item,
    merge_item,
    move_item,
    release,
    remove_item,
    split_item,
)
from gremienwerk.inquiries.intake.parsed import Block, ItemKind, Question
from gremienwerk.inquiries.models import Inquiry, InquiryItem
from tests.inquiries.scene import MAY_2022, Scene, make_scene
from tests.inquiries.seven import receive
from tests.inquiries.test_pages import state_seen
from tests.support.cast import SETUP
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(client: Client) -> Scene:
    scene = make_scene()
    sign_in(client, scene.body, role=Role.EDITOR)
    return scene


@pytest.fixture
def inquiry(scene: Scene) -> Inquiry:
    asked = (Question(n, ItemKind.QUESTION, f"Frage {n}?", block=Block.RHYTHM) for n in "123")
    return receive(scene, *asked)


def item(inquiry: Inquiry, position: int) -> InquiryItem:
    return inquiry.items.get(position=position)


def texts(inquiry: Inquiry) -> list[tuple[int, str]]:
    return list(inquiry.items.order_by("position").values_list("position", "text"))


def test_a_split_puts_the_new_items_behind(inquiry: Inquiry) -> None:
    split_item(item=item(inquiry, 1), texts=["Wie oft?", " Und  wo? ", ""], by=SETUP)
    assert texts(inquiry) == [(1, "Wie oft?"), (2, "Und wo?"), (3, "Frage 2?"), (4, "Frage 3?")]
    assert (item(inquiry, 1).block, item(inquiry, 2).block) == ("rhythm", "")


def test_joined_items_keep_their_words_and_texts(inquiry: Inquiry) -> None:
    for position in (1, 2):
        edit_item(item=item(inquiry, position), block="", answer_text=f"Text {position}", by=SETUP)
    merge_item(item=item(inquiry, 2), by=SETUP)
    assert texts(inquiry) == [(1, "Frage 1? Frage 2?"), (2, "Frage 3?")]
    assert item(inquiry, 1).answer_text == "Text 1\n\nText 2"


def test_an_item_changes_places_and_stays_at_the_ends(inquiry: Inquiry) -> None:
    move_item(item=item(inquiry, 3), up=True, by=SETUP)
    assert texts(inquiry) == [(1, "Frage 1?"), (2, "Frage 3?"), (3, "Frage 2?")]
    for position, up in ((1, True), (3, False)):
        with pytest.raises(UserFacingError, match="kein Punkt mehr"):
            move_item(item=item(inquiry, position), up=up, by=SETUP)


def test_a_removed_item_is_kept_in_the_record_and_the_last_one_stays(inquiry: Inquiry) -> None:
    remove_item(item=item(inquiry, 1), by=SETUP)
    assert texts(inquiry) == [(1, "Frage 2?"), (2, "Frage 3?")]
    assert AuditEvent.objects.get(action="inquiries.remove_item").changes["text"] == ["Frage 1?", None]
    remove_item(item=item(inquiry, 1), by=SETUP)
    with pytest.raises(UserFacingError, match="einzige Punkt"):
        remove_item(item=item(inquiry, 1), by=SETUP)


def test_after_a_release_the_items_stand(inquiry: Inquiry) -> None:
    release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    with pytest.raises(ItemsFixed):
        remove_item(item=item(inquiry, 1), by=SETUP)
    assert len(texts(inquiry)) == 3


def test_the_page_does_each_step_and_overwrites_nobody(client: Client, inquiry: Inquiry) -> None:
    address = f"/desk/anfragen/{inquiry.uid}/punkte/2/wortlaut/"
    seen = state_seen(client.get(address).content)
    given = {"number": "2a", "kind": "motion", "text": "Wir beantragen Ruhe.", "seen": seen}
    assert client.post(address, given).status_code == 302
    assert (item(inquiry, 2).number, item(inquiry, 2).kind) == ("2a", "motion")
    late = client.post(address, {**given, "text": "Zu spät.", "step": "split"})
    assert late.status_code == 400
    assert "inzwischen von anderer Seite geändert" in words_of(late.content)
    assert "Zu spät.</textarea>" in late.content.decode()
    halves = {**given, "text": "Ruhe.\r\n\r\nFrieden.", "seen": state_seen(late.content)}
    assert client.post(address, {**halves, "step": "split"}).status_code == 302
    for step in ("merge", "up", "down", "remove"):
        anew = state_seen(client.get(address).content)
        assert client.post(address, {**given, "seen": anew, "step": step}).status_code == 302
    assert texts(inquiry) == [(1, "Frieden."), (2, "Frage 1? Ruhe.")]
