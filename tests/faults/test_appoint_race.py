"""Four processes that give the same seat at once: one wins, the others get the clear message."""

from __future__ import annotations

from pathlib import Path

import pytest

from gremienwerk.audit.models import AuditEvent
from gremienwerk.committees.models import Membership
from tests.faults.processes import finish, go, start
from tests.support.cast import make_city, make_committee

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.faults]
ROUNDS = 3


def test_one_wins_and_the_others_are_told(tmp_path: Path) -> None:
    city = make_city()
    for number in range(ROUNDS):
        committee = make_committee(city.body, f"AG {number}")
        racers = [start("appoint", committee.pk, city.partner.pk, data=tmp_path) for _ in range(4)]
        for racer in racers:
            go(racer)
        results = sorted(finish(racer) for racer in racers)
        assert results[0] == (0, "done")
        assert [code for code, _ in results[1:]] == [2, 2, 2]
        assert all("hat in dieser Zeit schon einen Sitz mit dieser Rolle" in said for _, said in results[1:])
        seats = Membership.objects.filter(committee=committee)
        assert seats.count() == 1
        events = AuditEvent.objects.filter(action="committees.appoint", object_key=seats.get().pk)
        assert events.count() == 1
