"""The demo's calendar shows everything a calendar can show, its minutes and its texts in other languages too."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee, CommitteeText
from gremienwerk.core.languages import DEFAULT, LANGUAGES
from gremienwerk.meetings.models import Meeting, MeetingMove, Minutes

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_meetings_of_every_sort_lie_ahead(talheim: Body) -> None:
    ahead = Meeting.objects.filter(body=talheim, starts_at__gte=NOW)

    assert ahead.count() >= 60
    assert ahead.filter(state="cancelled").exclude(cancelled_reason="").count() >= 2
    assert ahead.filter(moves__isnull=False).distinct().count() >= 3
    assert ahead.filter(is_public=True, is_online=True).exclude(public_online_url="").count() >= 2
    assert ahead.filter(sequence__gte=2).exists()
    assert sum(meeting.committees.count() > 1 for meeting in ahead) >= 3
    last = ahead.latest("starts_at").starts_at
    assert last.date() > date(2027, 11, 30)


def test_no_meeting_of_the_past_is_still_planned(talheim: Body) -> None:
    past = Meeting.objects.filter(body=talheim, starts_at__lt=NOW)

    assert set(past.values_list("state", flat=True)) == {"held", "cancelled"}


def test_moves_lead_from_one_time_to_another(talheim: Body) -> None:
    for move in MeetingMove.objects.filter(body=talheim).select_related("meeting"):
        assert move.starts_at != move.meeting.starts_at
        assert move.reason and move.moved_at < move.starts_at


def test_minutes_are_published_as_real_files_or_withheld_with_a_reason(talheim: Body) -> None:
    minutes = Minutes.objects.filter(body=talheim)
    published = [one.public_file for one in minutes.filter(state="published")]

    assert len(published) >= 8
    assert all(file and file.media_type == "application/pdf" and file.size > 20_000 for file in published)
    assert minutes.filter(state="withheld").exclude(withheld_reason="").count() >= 10
    assert minutes.filter(state="draft").exists()


def test_committees_speak_every_language_and_some_only_german(talheim: Body) -> None:
    texts = CommitteeText.objects.filter(body=talheim)
    codes = {language.code for language in LANGUAGES if language != DEFAULT}

    assert set(texts.values_list("language", flat=True)) == codes
    for code in codes:
        assert texts.filter(language=code, field="goal").count() >= 14
    assert texts.values("committee").distinct().count() >= 15
    assert Committee.objects.filter(body=talheim, texts__isnull=True).exclude(goal="").exists()


def test_a_few_translations_are_outdated_so_that_the_sign_is_seen(talheim: Body) -> None:
    texts = CommitteeText.objects.filter(body=talheim).select_related("committee")
    outdated = [text for text in texts if text.is_outdated(source=getattr(text.committee, text.field))]

    assert len(outdated) == 3
