"""Filters of a list: reading, keeping, undoing."""

from __future__ import annotations

from gremienwerk.core.filters import ActiveFilter, Choice, Option, read_filters

KIND = Choice("art", "Art", "Alle Arten", (Option("netzwerk", "Netzwerk"), Option("beirat", "Beirat")))
LEVEL = Choice("ebene", "Ebene", "Alle Ebenen", (Option("state", "Land"),))


def test_nothing_given_means_everything() -> None:
    filters = read_filters(given={}, choices=[KIND, LEVEL])
    assert filters.text == ""
    assert filters.value("art") == ""
    assert filters.active == ()
    assert filters.page_url == "?"
    assert not filters.has_choice


def test_each_filter_can_be_removed_alone() -> None:
    filters = read_filters(
        given={"text": " Flucht ", "art": "netzwerk", "stand": "2022-05-15"},
        choices=[KIND, LEVEL],
        kept=["stand"],
    )
    assert filters.active == (
        ActiveFilter("Text: Flucht", "?stand=2022-05-15&art=netzwerk"),
        ActiveFilter("Art: Netzwerk", "?stand=2022-05-15&text=Flucht"),
    )
    assert filters.reset_url == "?stand=2022-05-15"
    assert filters.page_url == "?stand=2022-05-15&text=Flucht&art=netzwerk&"
    assert filters.has_choice


def test_a_value_that_is_not_offered_is_ignored() -> None:
    filters = read_filters(given={"art": "unsinn"}, choices=[KIND])
    assert filters.value("art") == ""
    assert filters.active == ()
