"""A one-time link is good for one purpose, one object and one answer, until its day."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from gremienwerk.audit.change import ChangeRequired, change
from gremienwerk.bodies.models import Body
from gremienwerk.core.errors import UserFacingError
from gremienwerk.mailing.actions import make_link, open_link, use_link
from gremienwerk.mailing.actions.links import Made
from tests.support.cast import SETUP, make_body

pytestmark = pytest.mark.django_db
NOW = timezone.now()
OBJECT = uuid4()


def made(body: Body, *, purpose: str = "confirm", address: str = "a@example.org") -> Made:
    with change(by=SETUP, body=body.pk):
        return make_link(
            body=body,
            purpose=purpose,
            noun="committees.committee",
            object_uid=OBJECT,
            address=address,
            at=NOW,
            holds=timedelta(days=10),
        )


def test_it_opens_for_its_purpose_until_its_day_as_often_as_somebody_looks() -> None:
    secret = made(make_body()).secret
    last = NOW + timedelta(days=10)
    for at in (NOW, last - timedelta(seconds=1)):
        assert open_link(secret=secret, purpose="confirm", at=at) is not None
    assert open_link(secret=secret, purpose="confirm", at=last) is None
    assert open_link(secret=secret, purpose="reply", at=NOW) is None
    assert open_link(secret=secret + "x", purpose="confirm", at=NOW) is None


def test_of_two_answers_at_once_one_gets_through() -> None:
    body = make_body()
    secret = made(body).secret
    first = open_link(secret=secret, purpose="confirm", at=NOW)
    second = open_link(secret=secret, purpose="confirm", at=NOW)
    assert first is not None
    assert second is not None
    with change(by=SETUP, body=body.pk):
        use_link(link=first, at=NOW)
    with pytest.raises(UserFacingError, match="schon benutzt"), change(by=SETUP, body=body.pk):
        use_link(link=second, at=NOW)
    assert open_link(secret=secret, purpose="confirm", at=NOW) is None


def test_a_newer_link_ends_the_older_one_of_the_same_receiver_only() -> None:
    body = make_body()
    other = made(body, address="b@example.org").secret
    older, newer = made(body).secret, made(body).secret
    opens = [open_link(secret=one, purpose="confirm", at=NOW) is not None for one in (other, older, newer)]
    assert opens == [True, False, True]


def test_nothing_is_made_or_used_outside_of_a_change() -> None:
    body = make_body()
    link = made(body).link
    with pytest.raises(ChangeRequired):
        use_link(link=link, at=NOW)
    with pytest.raises(ChangeRequired):
        make_link(body=body, purpose="x", noun="y", object_uid=OBJECT, address="", at=NOW, holds=timedelta(1))
