"""What is asked once for each state of the register, and what lists offer to choose from."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Role
from gremienwerk.website import overview
from gremienwerk.website.editions import Edition
from tests.support.cast import SETUP, City, make_city, make_committee, make_organisation

TODAY = date(2026, 3, 1)


def test_a_question_is_asked_once_for_each_state_of_the_register() -> None:
    asked: list[int] = []

    def ask() -> int:
        asked.append(len(asked))
        return asked[-1]

    edition = Edition(1, 7, None, TODAY, TODAY)
    assert [edition.once("topics", "de", ask=ask) for _ in range(3)] == [0, 0, 0]
    assert edition.once("topics", "tr", ask=ask) == 1
    assert edition._replace(revision=8).once("topics", "de", ask=ask) == 2
    assert edition._replace(on=date(2020, 1, 1)).once("topics", "de", ask=ask) == 3


@pytest.mark.django_db
def test_only_those_in_most_committees_are_offered_but_an_address_may_name_any(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    city: City = make_city()
    monkeypatch.setattr(overview, "MOST_OFFERED", 1)
    often = make_organisation(city.body, "Verein Oft", "association")
    seldom = make_organisation(city.body, "Verein Selten", "association")
    for name in ("Erster Kreis", "Zweiter Kreis"):
        made = make_committee(city.body, name, visibility="public")
        appoint(committee=made, role=Role.MEMBER, organisation=often, on=TODAY, by=SETUP)
    appoint(committee=made, role=Role.MEMBER, organisation=seldom, on=TODAY, by=SETUP)

    html = client.get("/de/gremien/").content.decode()
    assert f'<option value="{often.uid}">' in html
    assert str(seldom.uid) not in html
    assert "genannt sind die mit den meisten Gremien" in html

    chosen = client.get(f"/de/gremien/?partner={seldom.uid}").content.decode()
    assert "1 von 2 Gremien passt" in chosen
    assert f'<option value="{seldom.uid}" selected>Verein Selten' in chosen


@pytest.mark.django_db
def test_a_change_shows_in_the_choices_of_the_next_page(client: Client) -> None:
    from gremienwerk.website.sights import forget_sights

    city = make_city()
    make_committee(city.body, "Runder Tisch", kind="round-table", visibility="public")
    assert "Netzwerk</option>" not in client.get("/de/gremien/").content.decode()
    make_committee(city.body, "Netz", kind="network", visibility="public")
    forget_sights()
    assert "Netzwerk</option>" in client.get("/de/gremien/").content.decode()
