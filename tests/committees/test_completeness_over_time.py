"""The worker writes down each day how complete the register is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from gremienwerk.audit.queries import revision_of
from gremienwerk.committees.actions import describe_committee, keep_scores
from gremienwerk.committees.models import CompletenessScore
from gremienwerk.committees.queries import scores_of
from gremienwerk.mailing.duties import do_duties
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return make_city()


def percents(city: City) -> list[int]:
    rows = scores_of(body=city.body.pk, since=date(2020, 1, 1), until=date(2030, 1, 1))
    return [row.percent for row in rows]


def test_each_day_has_its_row_and_a_committee_one_for_each_change(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    make_committee(city.body, "AG Arbeit")
    keep_scores(body=city.body, on=date(2026, 1, 1))
    describe_committee(
        committee=committee, goal="Teilhabe", focus="Sprache", rhythm_text="monatlich", by=SETUP
    )
    keep_scores(body=city.body, on=date(2026, 1, 2))
    assert percents(city) == [0, 17]
    rows = CompletenessScore.objects.filter(committee=committee).order_by("on")
    assert list(rows.values_list("on", "answered")) == [
        (date(2026, 1, 1), [0, 0, 0, 0, 0, 0]),
        (date(2026, 1, 2), [0, 0, 1, 0, 0, 1]),
    ]
    assert CompletenessScore.objects.filter(committee__isnull=False).count() == 3


def test_a_second_worker_on_the_same_day_changes_nothing(city: City) -> None:
    make_committee(city.body, "AG Sprache")
    assert keep_scores(body=city.body, on=date(2026, 1, 1))
    before = revision_of(body=city.body.pk)
    assert not keep_scores(body=city.body, on=date(2026, 1, 1))
    assert revision_of(body=city.body.pk) == before


def test_the_worker_does_it_for_the_day_in_the_town(city: City) -> None:
    do_duties(now=datetime(2026, 6, 30, 22, 30, tzinfo=timezone.get_fixed_timezone(0)))
    assert CompletenessScore.objects.get().on == date(2026, 7, 1), "summer time: two hours ahead"


def test_the_page_shows_the_last_day_of_each_month(client: Client, city: City) -> None:
    sign_in(client, city.body)
    make_committee(city.body, "AG Sprache", goal="Teilhabe", focus="Sprache")
    assert "Im Lauf der Zeit" not in words_of(client.get("/desk/vollstaendigkeit/").content)
    for day in (date(2026, 1, 30), date(2026, 1, 31), date(2026, 2, 3)):
        keep_scores(body=city.body, on=day)
    words = words_of(client.get("/desk/vollstaendigkeit/?stand=2026-02-10").content)
    assert "Im Lauf der Zeit" in words
    assert "31. Januar 2026 17 % (1 von 6 Fragen)" in words
    assert "30. Januar 2026" not in words
