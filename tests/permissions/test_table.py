"""Every address × every role × own and foreign body, as the committed table says; unknown means no.

``table.csv`` holds the HTTP status of a GET, and where an address takes forms also of an empty form ("POST …"):
200 may see, 302 must sign in first or was done, 400 may, but a form must be filled in, 403 may not, 404 does not
exist for this person, 405 only takes forms. A new address fails here until its row says who may see it.
"""

from __future__ import annotations

from tests.permissions.requests import ask
from tests.permissions.scene import LIBRARY, PEOPLE, Scene, address_parameters, rows

TABLE = rows("table.csv")


def test_the_table_names_every_address_and_no_other() -> None:
    assert {row["address"].removeprefix("POST ") for row in TABLE} == set(address_parameters())
    assert len({row["address"] for row in TABLE}) == len(TABLE)


def test_the_table_says_of_every_address_that_takes_forms_who_may_send_one(scene: Scene) -> None:
    client = scene.client("administrator")
    takes_forms = {
        f"POST {n}" for n, path in scene.paths.items() if ask(client, f"POST {n}", path).status != 405
    }
    assert {row["address"] for row in TABLE if row["address"].startswith("POST ")} == takes_forms


def test_everybody_gets_what_the_table_says_and_is_offered_nothing_that_it_refuses(scene: Scene) -> None:
    table = [row for row in TABLE if not row["address"].removeprefix("POST ").startswith(LIBRARY)]
    for person in PEOPLE:  # one scene for all: public pages are made once and then kept
        client = scene.client(person)
        expected = {row["address"]: int(row[person]) for row in table}
        got = {
            request: ask(client, request, scene.paths[request.removeprefix("POST ")]) for request in expected
        }
        assert {request: (person, answer.status) for request, answer in got.items()} == {
            request: (person, status) for request, status in expected.items()
        }
        refused = {request for request, status in expected.items() if status == 403}
        assert {request: answer.refused(client, refused) for request, answer in got.items()} == dict.fromkeys(
            got, frozenset()
        )
