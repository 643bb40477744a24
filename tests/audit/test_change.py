"""The transaction wrapper."""

from __future__ import annotations

import pytest

from gremienwerk.audit import change as change_module
from gremienwerk.audit.change import Change, OtherBody, change, register_projector
from gremienwerk.audit.models import AppendOnlyError, AuditEvent, BodyRevision
from gremienwerk.audit.queries import events_of, revision_of
from gremienwerk.bodies.actions import add_topic
from gremienwerk.bodies.models import Topic
from tests.support.cast import SETUP, clerk_of, make_body

pytestmark = pytest.mark.django_db


@pytest.fixture
def projectors(monkeypatch: pytest.MonkeyPatch) -> list[Change]:
    seen: list[Change] = []
    monkeypatch.setattr(change_module, "_projectors", [])
    register_projector(seen.append)
    return seen


def test_a_change_inside_a_change_joins_it_and_bumps_the_revision_once() -> None:
    body = make_body()
    before = revision_of(body=body.pk)
    with change(by=SETUP, body=body.pk, why="Umbau"):
        add_topic(body=body, name="Sprache", key="sprache", by=SETUP)
        add_topic(body=body, name="Arbeit", key="arbeit", by=SETUP)
    assert revision_of(body=body.pk) == before + 1
    assert {e.why for e in AuditEvent.objects.filter(action="bodies.add_topic")} == {"Umbau"}


def test_a_failed_change_leaves_nothing_and_the_next_one_works() -> None:
    body = make_body()

    def fail_half_way() -> None:
        with change(by=SETUP, body=body.pk):
            add_topic(body=body, name="Sprache", key="sprache", by=SETUP)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert Topic.objects.count() == 0
    add_topic(body=body, name="Sprache", key="sprache", by=SETUP)
    assert Topic.objects.count() == 1


def test_an_actor_of_another_body_is_refused() -> None:
    body, other = make_body(), make_body(name="Andernorts", key="05999002")
    with pytest.raises(OtherBody), change(by=clerk_of(other), body=body.pk):
        pass
    with pytest.raises(OtherBody), change(by=SETUP, body=body.pk), change(by=SETUP, body=other.pk):
        pass


def test_projectors_see_what_was_touched_before_the_revision_rises(projectors: list[Change]) -> None:
    body = make_body()
    projectors.clear()
    topic = add_topic(body=body, name="Sprache", key="sprache", by=SETUP)
    assert [c.touched for c in projectors] == [{("bodies.topic", topic.pk)}]


def test_a_failing_projector_undoes_the_change(monkeypatch: pytest.MonkeyPatch) -> None:
    body = make_body()

    def fail(_: Change) -> None:
        raise OSError("no space")

    monkeypatch.setattr(change_module, "_projectors", [fail])
    with pytest.raises(OSError, match="no space"):
        add_topic(body=body, name="Sprache", key="sprache", by=SETUP)
    assert (Topic.objects.count(), AuditEvent.objects.filter(action="bodies.add_topic").count()) == (0, 0)


def test_nothing_differs_nothing_is_recorded() -> None:
    body = make_body()
    topic = add_topic(body=body, name="Sprache", key="sprache", by=SETUP)
    before = AuditEvent.objects.count()
    with change(by=SETUP, body=body.pk) as made:
        assert made.update(topic, action="x", name="Sprache") is False
    assert AuditEvent.objects.count() == before


def test_events_are_never_changed_or_removed() -> None:
    make_body()
    event = AuditEvent.objects.first()
    assert event is not None
    with pytest.raises(AppendOnlyError):
        event.save()
    with pytest.raises(AppendOnlyError):
        event.delete()


def test_the_record_of_an_object_is_read_newest_first() -> None:
    body = make_body()
    topic = add_topic(body=body, name="Sprache", key="sprache", by=SETUP)
    with change(by=SETUP, body=body.pk) as made:
        made.update(topic, action="bodies.rename_topic", name="Deutsch")
    told = [(e.action, e.changes.get("name")) for e in events_of(objects=[("bodies.topic", topic.pk)])]
    assert told == [("bodies.rename_topic", ("Sprache", "Deutsch")), ("bodies.add_topic", (None, "Sprache"))]
    assert BodyRevision.objects.get(pk=body.pk).number == revision_of(body=body.pk)
