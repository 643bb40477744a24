"""A large structure is divided into parts of bounded size in which no box and no line is lost."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Role
from gremienwerk.publishing.records import Structure, StructureEdge, StructureNode, Term
from gremienwerk.website import structure_page
from gremienwerk.website.structure_parts import divide
from tests.support.cast import SETUP, make_city, make_committee, make_organisation
from tests.support.pages import words_of

MOST = 6


def node(number: int) -> StructureNode:
    """A group named by its number."""
    return StructureNode(
        UUID(int=number),
        f"Kreis {number:03}",
        Term("round-table", "Runder Tisch"),
        "active",
        None,
        None,
        None,
    )


@given(superiors=st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=MOST + 1, max_size=60))
def test_parts_hold_every_box_and_line_and_none_is_too_large(superiors: list[int | None]) -> None:
    count = len(superiors)
    edges = tuple(
        StructureEdge(UUID(int=n), UUID(int=above % count), "belongs_to")
        for n, above in enumerate(superiors)
        if above is not None and above % count != n
    )
    whole = Structure(tuple(node(n) for n in range(count)), edges)
    divided = divide(structure=whole, most=MOST, whole=MOST)
    assert all(len(part.structure.nodes) <= MOST for part in divided.parts)
    assert {one for part in divided.parts for one in part.structure.nodes} == set(whole.nodes)
    lines = {edge for part in divided.parts for edge in (*part.structure.edges, *part.lines)}
    assert lines == set(edges)
    leads = [part.lead for part in divided.parts]
    assert len(set(leads)) == len(leads) and None not in leads
    for part in divided.parts:
        assert part.lead is not None and divided.part_of(part.lead) == part
        assert all(divided.home[uid] == number != part.number for uid, number in part.onward.items())
    assert set(divided.home) == {one.uid for one in whole.nodes}


def test_a_small_structure_stays_whole() -> None:
    whole = Structure(tuple(node(n) for n in range(MOST)), ())
    assert [part.structure for part in divide(structure=whole, most=3, whole=MOST).parts] == [whole]


@pytest.mark.django_db
def test_pages_of_parts_lead_to_each_other(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every part has its page, drawing and paper; a box that is no part's first one leads to its part, on the day."""
    city = make_city()
    for n in range(5):
        office = make_organisation(city.body, f"Amt {n}")
        for group in range(2):
            committee = make_committee(city.body, f"Kreis {n}.{group}", visibility="public")
            appoint(committee=committee, role=Role.LEAD, organisation=office, on=date(2020, 1, 1), by=SETUP)
    monkeypatch.setattr(structure_page, "divide", lambda **given: divide(**given, most=4, whole=4))
    first = words_of(client.get("/de/struktur/?stand=2024-01-01").content)
    assert "Teil 1 von" in first and "Amt 4" in first
    response = client.get(f"/de/struktur/{committee.uid}/?stand=2024-01-01")
    assert response.status_code == 302 and response["Location"].endswith("/?stand=2024-01-01")
    address = response["Location"].partition("?")[0]
    page = client.get(address).content.decode()
    assert f"/de/gremien/{committee.uid}/" in page and "Voriger Teil" in page
    assert b"Kreis 4.1" in client.get(f"{address}struktur.svg").content
    assert client.get(f"{address}struktur.pdf").content.startswith(b"%PDF-1.7")
    assert "Part " in words_of(client.get(address.replace("/de/", "/en/")).content)
