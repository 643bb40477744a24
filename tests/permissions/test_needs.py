"""What waits for whom on the start page, as the committed table ``needs.csv`` says: lines of each group by person."""

from __future__ import annotations

from tests.permissions.scene import STAFF, Scene, rows
from tests.permissions.waiting import make_waiting_work, shown_to


def test_everybody_is_shown_what_the_table_says(scene: Scene) -> None:
    make_waiting_work(scene)
    table = rows("needs.csv")
    assert {person: shown_to(scene, scene.actor(person)) for person in STAFF} == {
        person: {row["group"]: int(row[person]) for row in table if row[person] != "0"} for person in STAFF
    }
