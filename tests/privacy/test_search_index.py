"""An erased name is not even left in the pages of the search index, which no model shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from gremienwerk.committees.actions import describe_committee
from gremienwerk.organisations.actions import register_person
from gremienwerk.privacy.actions import erase_person
from tests.support.cast import SETUP, make_city, make_committee
from tests.support.leaks import SECRET

pytestmark = pytest.mark.django_db


def tables_naming() -> set[str]:
    """Every table of the database, those without a model too, of which some row holds the word as text or bytes."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = (bytes(v) if isinstance(v, memoryview) else v for row in cursor.fetchall() for v in row)
            if any(SECRET.casefold() in repr(value).casefold() for value in rows):
                found.add(table)
    return found


def test_no_table_holds_the_name_of_an_erased_person(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    city = make_city()
    committee = make_committee(city.body, "Rat der Religionen", visibility="public")
    describe_committee(committee=committee, by=SETUP, goal=f"Ein Gedanke von Yusuf {SECRET}")
    person = register_person(body=city.body, family_name=SECRET, given_name="Yusuf", by=SETUP)
    assert any(table.startswith(("publishing_search", "search_entry")) for table in tables_naming())
    erase_person(person=person, on=date(2026, 11, 23), reason="Antrag nach Art. 17 DSGVO", by=SETUP)
    assert tables_naming() == set()
