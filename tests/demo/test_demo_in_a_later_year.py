"""Loaded years from now, the demo's calendar still has something ahead."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gremienwerk.core.actor import command
from gremienwerk.imports.demo import load
from gremienwerk.meetings.models import Meeting
from tests.demo.conftest import DEMO


@pytest.mark.django_db
def test_rhythms_continue_the_calendar_and_their_proposals_are_confirmed() -> None:
    body = load(folder=DEMO, by=command("Test"), today=date(2030, 5, 1)).body

    coming = Meeting.objects.filter(body=body, starts_at__gte=datetime(2030, 5, 1, tzinfo=UTC))

    assert coming.count() >= 10
    assert set(coming.values_list("state", flat=True)) == {"scheduled"}
    assert all(meeting.proposed_for is not None for meeting in coming)
