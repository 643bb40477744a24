"""The table of queries: what each must find, and what it must not."""

from __future__ import annotations

import pytest

from tests.publishing.search.corpus import ask, keys, rows, several

TABLE = rows("queries.csv")


def name_of(row: dict[str, str]) -> str:
    return f"{row['what']}: {row['query']}"


@pytest.mark.parametrize("row", TABLE, ids=name_of)
def test_a_query_finds_what_the_table_says(city: int, row: dict[str, str]) -> None:
    found = ask(city, row["query"])
    got = set() if found.is_partial else set(keys(found))
    assert set(several(row["expected"])) <= got
    unwanted = set(several(row["unexpected"]))
    assert not (got if "*" in unwanted else got & unwanted)


def test_the_table_is_long_enough() -> None:
    assert sum(1 for row in TABLE if row["expected"]) >= 60
    assert sum(1 for row in TABLE if row["unexpected"]) >= 10
