"""A planned committee is not called complete: most of its questions are still to be decided."""

from __future__ import annotations

from datetime import date

import pytest

from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.actions import plan_committee
from gremienwerk.committees.listing import row
from gremienwerk.committees.queries import committees_on, completeness_of
from gremienwerk.core.dates import by_end
from gremienwerk.desk.completeness_page import completeness_page
from tests.support.cast import SETUP, make_city, make_committee


@pytest.mark.django_db
def test_a_planned_committee_has_no_count() -> None:
    city = make_city()
    make_committee(city.body, "AG Schule")
    kind = CommitteeKind.objects.get(body=city.body, key="working-circle")
    plan_committee(body=city.body, kind=kind, name="AG Zukunft", planned=by_end(date(2030, 12, 31)), by=SETUP)
    found = {one.name: one for one in committees_on(body=city.body.pk, on=date(2026, 1, 1))}
    assert not completeness_of(committee=found["AG Zukunft"]).is_counted
    assert row(committee=found["AG Zukunft"], organisations={}).answered is None
    assert row(committee=found["AG Schule"], organisations={}).answered is not None


@pytest.mark.django_db
def test_the_sums_of_the_report_count_existing_committees_only() -> None:
    city = make_city()
    make_committee(city.body, "AG Schule")
    kind = CommitteeKind.objects.get(body=city.body, key="working-circle")
    plan_committee(body=city.body, kind=kind, name="AG Zukunft", planned=by_end(date(2030, 12, 31)), by=SETUP)
    report = completeness_page(
        committees=committees_on(body=city.body.pk, on=date(2026, 1, 1)), question=None
    )
    assert report.total == 6
    assert {question.total for question in report.questions} == {1}
    assert {score.committee.name for score in report.committees} == {"AG Schule", "AG Zukunft"}
