"""Periods, pages, actors and failpoints."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gremienwerk.core.actor import Actor, ActorKind, Role, command
from gremienwerk.core.paging import page_of
from gremienwerk.core.periods import Period

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2000, 3, 1))
PERIODS = st.one_of(
    st.builds(Period, st.none() | DAYS, st.none()),
    st.builds(Period, st.none(), DAYS),
    st.lists(DAYS, min_size=2, max_size=2, unique=True).map(lambda days: Period(min(days), max(days))),
)


@given(PERIODS, PERIODS)
def test_two_periods_overlap_if_and_only_if_a_day_lies_in_both(one: Period, other: Period) -> None:
    span = [date.fromordinal(n) for n in range(date(1999, 12, 1).toordinal(), date(2000, 4, 1).toordinal())]
    assert one.overlaps(other) == any(one.holds(on=day) and other.holds(on=day) for day in span)


@given(PERIODS, PERIODS)
def test_overlapping_is_mutual(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(st.lists(st.integers(), max_size=50), st.integers(-5, 60), st.integers(1, 20))
def test_pages_hold_every_item_once(items: list[int], number: int, size: int) -> None:
    page = page_of(items, number=number, size=size)
    everything = [
        item for n in range(1, page.pages + 1) for item in page_of(items, number=n, size=size).items
    ]
    assert everything == items
    assert 1 <= page.number <= page.pages


def test_a_user_acts_for_their_own_body_only_and_a_command_for_any() -> None:
    user = Actor(kind=ActorKind.USER, name="Kim", body=1, roles=frozenset({Role.EDITOR}))
    assert (user.acts_for(1), user.acts_for(2)) == (True, False)
    assert (user.has(Role.EDITOR), user.has(Role.RELEASER)) == (True, False)
    assert command("x").acts_for(2)
    assert command("x").has(Role.RELEASER)


@pytest.mark.parametrize(("named", "code"), [("here", -9), ("elsewhere", 0)])
def test_a_failpoint_ends_the_process_only_where_the_environment_names_it(named: str, code: int) -> None:
    program = "from gremienwerk.core.failpoints import reach; reach('here')"
    done = subprocess.run([sys.executable, "-c", program], env={"GREMIENWERK_FAILPOINT": named}, check=False)
    assert done.returncode == code
