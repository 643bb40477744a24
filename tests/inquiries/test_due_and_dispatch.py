"""When an answer is due, and from when on the public may see it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from gremienwerk.audit.change import change
from gremienwerk.core.actor import Role
from gremienwerk.inquiries.actions import (
    AlreadyDispatched,
    assign_items,
    draft_answer,
    edit_item,
    release,
    schedule_dispatch,
)
from gremienwerk.inquiries.models import Inquiry
from gremienwerk.publishing import queries
from gremienwerk.publishing.search.finding import find
from tests.inquiries.scene import MAY_2022, Scene, make_scene
from tests.inquiries.seven import receive
from tests.support.cast import SETUP
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
JUNE_2022 = date(2022, 6, 9)


@pytest.fixture
def scene(client: Client) -> Scene:
    scene = make_scene()
    sign_in(client, scene.body, role=Role.ADMINISTRATOR)
    return scene


def seen(inquiry: Inquiry, on: date) -> tuple[bool, int, bool]:
    """Whether the page, how many lines of the list, and whether the search show the answer on a day."""
    body = inquiry.body_id
    hits = find(body=body, text=inquiry.title, language="de", on=on, limit=9).groups
    return (
        queries.answer(body=body, uid=inquiry.uid, on=on, today=on) is not None,
        queries.answers(body=body, on=on, today=on).total,
        any(group.noun == "answer" for group in hits),
    )


def turns(scene: Scene) -> list[date]:
    """The days after the release on which caches are made anew, up to the dispatch."""
    found, turn = [], queries.turn(body=scene.body.pk, after=MAY_2022)
    while turn is not None and turn <= JUNE_2022:
        found.append(turn)
        turn = queries.turn(body=scene.body.pk, after=turn)
    return found


NOTHING, ALL = (False, 0, False), (True, 1, True)


def test_nothing_is_public_before_the_dispatch(scene: Scene) -> None:
    inquiry = receive(scene)
    release(inquiry=inquiry, released_on=MAY_2022, dispatch_on=JUNE_2022, by=SETUP)
    assert seen(inquiry, JUNE_2022 - timedelta(days=1)) == NOTHING
    assert seen(inquiry, JUNE_2022) == ALL
    assert JUNE_2022 in turns(scene)


def test_a_correction_before_the_dispatch_waits_as_well(scene: Scene) -> None:
    inquiry = receive(scene)
    release(inquiry=inquiry, released_on=MAY_2022, dispatch_on=JUNE_2022, by=SETUP)
    release(inquiry=inquiry, released_on=MAY_2022, even_if_same=True, why="Vorlagennummer", by=SETUP)
    assert seen(inquiry, JUNE_2022 - timedelta(days=1)) == NOTHING
    shown = queries.answer(body=scene.body.pk, uid=inquiry.uid, on=JUNE_2022, today=JUNE_2022)
    assert shown is not None
    assert [version.number for version in shown.versions] == [2, 1]


def test_the_dispatch_can_move_until_the_day_has_come(scene: Scene) -> None:
    inquiry = receive(scene)
    release(inquiry=inquiry, released_on=MAY_2022, dispatch_on=JUNE_2022, by=SETUP)
    later = date(2022, 7, 1)
    schedule_dispatch(inquiry=inquiry, on=later, today=date(2022, 6, 8), by=SETUP)
    assert (seen(inquiry, JUNE_2022), seen(inquiry, later)) == (NOTHING, ALL)
    with pytest.raises(AlreadyDispatched, match=r"seit dem 1\. Juli 2022"):
        schedule_dispatch(inquiry=inquiry, on=date(2022, 8, 1), today=later, by=SETUP)
    assert seen(inquiry, later) == ALL


def test_a_paper_that_is_not_public_never_appears(scene: Scene) -> None:
    inquiry = receive(scene)
    release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    assert seen(inquiry, JUNE_2022) == ALL
    draft_answer(inquiry=inquiry, as_of=MAY_2022, is_public=False, by=SETUP)
    assert seen(inquiry, date(2045, 1, 1)) == NOTHING


def test_the_release_asks_for_the_dispatch_and_the_page_lets_it_move(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    address = f"/desk/anfragen/{inquiry.uid}/"
    ahead = localdate() + timedelta(days=9)
    assert client.post(f"{address}freigabe/", {"dispatch_on": ahead.isoformat()}).status_code == 302
    assert seen(inquiry, localdate()) == NOTHING
    assert "Versand am" in words_of(client.get(address).content)
    assert client.post(f"{address}versand/", {"dispatch_on": localdate().isoformat()}).status_code == 302
    assert seen(inquiry, localdate()) == ALL
    refused = client.post(f"{address}versand/", {"dispatch_on": ahead.isoformat()})
    assert (refused.status_code, 'id="id_dispatch_on-fehler"' in refused.content.decode()) == (400, True)


def test_the_rule_of_the_body_sets_the_due_date(client: Client, scene: Scene) -> None:
    assert receive(scene).due_on is None
    with change(by=SETUP, body=scene.body.pk) as made:
        made.update(scene.body, action="test", answer_days=28)
    inquiry = receive(scene)
    assert inquiry.due_on == date(2022, 6, 12)
    words = words_of(client.get(f"/desk/anfragen/{inquiry.uid}/").content)
    assert "Frist 12. Juni 2022, überfällig" in words


def test_an_item_has_a_due_date_of_its_own(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    item = inquiry.items.get(position=1)
    edit_item(item=item, block="", answer_text="", by=SETUP)
    due = date(2022, 6, 1)
    assign_items(inquiry=inquiry, items=[item], unit=scene.city.team, due_on=due, at=now(), by=SETUP)
    words = words_of(client.get(f"/desk/anfragen/{inquiry.uid}/").content)
    assert "Zuständig: Team Ehrenamt. Zulieferung war fällig am 1. Juni 2022." in words


def test_the_due_date_can_be_changed(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    given = {
        "as_of": "2022-05-15",
        "reporting_unit": str(scene.city.ressort.uid),
        "climate_effect": "neutral",
    }
    address = f"/desk/anfragen/{inquiry.uid}/entwurf/"
    assert client.post(address, {**given, "due_on": "20.06.2022", "not_public": "on"}).status_code == 302
    inquiry.refresh_from_db()
    assert (inquiry.due_on, inquiry.is_public) == (date(2022, 6, 20), False)
    assert client.post(address, {**given, "due_on": "", "not_public": "on"}).status_code == 302
    inquiry.refresh_from_db()
    assert inquiry.due_on is None


def test_only_a_releaser_makes_a_released_paper_public(client: Client, scene: Scene) -> None:
    inquiry = receive(scene)
    draft_answer(inquiry=inquiry, as_of=MAY_2022, is_public=False, by=SETUP)
    release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    address = f"/desk/anfragen/{inquiry.uid}/"
    editor = Client()
    sign_in(editor, scene.body, role=Role.EDITOR, email="e@musterstadt.example")
    assert "not_public" not in editor.get(f"{address}entwurf/").content.decode()
    given = {"as_of": "2022-05-15", "reporting_unit": str(scene.city.ressort.uid)}
    assert editor.post(f"{address}entwurf/", given).status_code == 302
    assert seen(inquiry, JUNE_2022) == NOTHING
    assert "Öffentlich machen" in words_of(client.get(f"{address}versand/").content)
    assert client.post(f"{address}versand/", {"dispatch_on": JUNE_2022.isoformat()}).status_code == 302
    assert (seen(inquiry, MAY_2022), seen(inquiry, JUNE_2022)) == (NOTHING, ALL)
