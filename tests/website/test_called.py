"""Committees are called in the page's language wherever lists name them, and German names say that they are."""

from __future__ import annotations

import pytest
from django.test import Client

from gremienwerk.committees.actions import rename_committee, translate_committee
from gremienwerk.committees.models import CommitteeText
from gremienwerk.website.sights import forget_sights
from gremienwerk.website.store import forget_pages
from tests.support.calendar import Calendar, make_calendar, today
from tests.support.cast import SETUP

pytestmark = pytest.mark.django_db
TURKISH = "Katılım Kurulu"


@pytest.fixture
def calendar() -> Calendar:
    made = make_calendar()
    translate_committee(
        committee=made.open, language="tr", field=CommitteeText.Field.NAME, text=TURKISH, by=SETUP
    )
    return made


def page(client: Client, address: str) -> str:
    forget_pages()
    forget_sights()
    return client.get(address).content.decode()


def test_lists_of_meetings_and_of_committees_speak_the_language_of_the_page(
    client: Client, calendar: Calendar
) -> None:
    held = calendar.meet(calendar.open, calendar.closed, days=3)
    addresses = ["/tr/kalender/", f"/tr/kalender/{held.uid}/", "/tr/", "/tr/gremien/", "/tr/einbetten/kalender/",
                 "/tr/gremien/?ansicht=tabelle", f"/tr/gremien/{calendar.closed.uid}/"]  # fmt: skip
    for address in addresses:
        html = page(client, address)
        assert f"<bdi>{TURKISH}</bdi>" in html, address
        assert calendar.open.name not in html.split("<main")[1], address
    assert f'<bdi lang="de">{calendar.closed.name}</bdi>' in page(client, "/tr/kalender/")
    assert TURKISH not in page(client, "/de/kalender/")
    assert f"<bdi>{calendar.open.name}</bdi>" in page(client, "/de/kalender/")


def test_a_translation_of_an_earlier_name_is_not_used(client: Client, calendar: Calendar) -> None:
    calendar.meet(calendar.open, days=3)
    rename_committee(committee=calendar.open, name="Neuer Rat", on=today(), by=SETUP)
    html = page(client, "/tr/kalender/")
    assert TURKISH not in html
    assert '<bdi lang="de">Neuer Rat</bdi>' in html
