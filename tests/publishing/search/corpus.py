"""The small city that the tests of search look through (``corpus.csv``)."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from gremienwerk.publishing.search.finding import find
from gremienwerk.publishing.search.records import Found, Hit, SearchSource

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=";"))


def uid_of(key: str) -> UUID:
    return uuid5(NAMESPACE_URL, key)


KEYS = {uid_of(row["key"]): row["key"] for row in rows("corpus.csv")}


def several(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def city_sources(body: int) -> list[SearchSource]:
    return [
        SearchSource(
            body=body,
            noun=row["noun"],
            uid=uid_of(row["key"]),
            language=row["language"],
            title=row["title"],
            other_names=several(row["other_names"]),
            keywords=several(row["keywords"]),
            summary=row["summary"],
            text=row["text"],
        )
        for row in rows("corpus.csv")
    ]


def source(body: int, title: str, **fields: object) -> SearchSource:
    values: dict[str, object] = {"noun": "organisation", "uid": uid_of(title), "language": "de", **fields}
    return SearchSource(body=body, title=title, **values)  # type: ignore[arg-type]


def ask(body: int, text: str, *, language: str = "de", on: date = DAY, limit: int = 50) -> Found:
    return find(body=body, text=text, language=language, on=on, limit=limit)


def hits(found: Found) -> list[Hit]:
    return [hit for group in found.groups for hit in group.hits]


def keys(found: Found) -> list[str]:
    """Keys of the city's records, the best of all groups first."""
    ordered = sorted(hits(found), key=lambda hit: -hit.score)
    return [KEYS[hit.uid] for hit in ordered]


def titles(found: Found) -> list[str]:
    return [hit.title for hit in hits(found)]
