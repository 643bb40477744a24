"""No public address, page or file or feed, tells of an answer before its day of dispatch, nor ever of a closed one."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from gremienwerk.audit.change import change
from gremienwerk.inquiries.models import Inquiry, InquiryItem
from tests.permissions.scene import Scene, make_scene
from tests.support.cast import SETUP

pytestmark = pytest.mark.django_db
WORD, BEGINNING = "Quittenmarmelade", "quittenmarmel"
KNOWN = {"website:inquiries", "website:inquiry", "website:sitemap", "website:search", "website:suggestions"}
SEARCHED = {"website:inquiries", "website:search", "website:suggestions"}


@pytest.fixture
def scene() -> Scene:
    scene = make_scene()
    with change(by=SETUP, body=scene.city.body.pk) as made:
        item = InquiryItem.objects.get(inquiry=scene.inquiry)
        made.update(item, action="test", text=f"{WORD}?")
    return scene


def tell(scene: Scene, *, dispatch_on: date | None, is_public: bool) -> set[str]:
    """The names of the public addresses that tell of the inquiry."""
    with change(by=SETUP, body=scene.city.body.pk) as made:
        inquiry = Inquiry.objects.get(pk=scene.inquiry.pk)
        made.update(
            inquiry, action="test", title=f"Wer kocht {WORD}", dispatch_on=dispatch_on, is_public=is_public
        )
    public = {name: path for name, path in scene.paths.items() if not path.startswith("/desk/")}
    said = {
        name: _plain(path, {"text": BEGINNING} if name in SEARCHED else {}) for name, path in public.items()
    }
    marks = (WORD.encode(), WORD.lower().encode(), str(scene.inquiry.uid).encode())
    return {name for name, content in said.items() if any(mark in content for mark in marks)}


def _plain(path: str, given: dict[str, str]) -> bytes:
    """What an address answers, parts of packed files unpacked."""
    response = Client().get(path, given)
    if response.status_code != 200:
        return b""
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
    return content


def test_nothing_tells_of_an_answer_before_its_day_nor_of_a_closed_one(scene: Scene) -> None:
    today = localdate()
    assert tell(scene, dispatch_on=today, is_public=True) >= KNOWN
    assert tell(scene, dispatch_on=today + timedelta(days=1), is_public=True) == set()
    assert tell(scene, dispatch_on=None, is_public=False) == set()
