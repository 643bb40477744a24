"""Every action × every role × own and foreign body or committee, as the committed table says.

Forms, the command line and the API are doors to the same actions; what an action refuses is refused at every door.
``acts.csv`` says "nein" where the rules refuse, and "fremd" where an action has no rule of its own and only
``audit.change`` keeps other bodies out. A new action fails here until its row says who may do it.
"""

from __future__ import annotations

from tests.permissions.acts import answer_to, cases
from tests.permissions.scene import STAFF, Scene, rows


def test_everybody_may_do_what_the_table_says_and_nothing_else(scene: Scene) -> None:
    made = cases(scene)
    actors = {person: scene.actor(person) for person in STAFF}
    got = {
        name: {person: answer_to(case, actor) for person, actor in actors.items()}
        for name, case in made.items()
    }
    expected = {row.pop("act"): row for row in rows("acts.csv")}
    assert got == expected
