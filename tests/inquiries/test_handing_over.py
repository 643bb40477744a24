"""The package for the council office: what it holds, and what a number that arrives later changes."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pytest
from django.test import Client

from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.inquiries.actions import assign_number, release
from gremienwerk.inquiries.handing_over import handover_package
from tests.inquiries.scene import MAY_2022, make_scene
from tests.inquiries.seven import receive
from tests.support.cast import SETUP
from tests.support.pages import sign_in

pytestmark = pytest.mark.django_db


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_package_is_whole_and_a_later_number_changes_only_its_cover(client: Client) -> None:
    scene = make_scene()
    inquiry = receive(scene)
    row = release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    before = handover_package(inquiry=inquiry, release=row)
    assert before == handover_package(inquiry=inquiry, release=row)
    files = unpacked(before)
    assert list(files) == [
        "deckblatt.txt", "deckblatt.json", "pruefsummen.txt", "antwort.pdf", "antwort.docx",
        "anlage-1-gremientabelle.xlsx", "anlage-4-mso-liste.xlsx", "anlage-3-gremienstruktur.svg",
    ]  # fmt: skip
    pairs = [line.split("  ") for line in files["pruefsummen.txt"].decode().splitlines()]
    sums = {name: digest for digest, name in pairs}
    assert sums == {name: hashlib.sha256(files[name]).hexdigest() for name in list(files)[3:]}
    cover = json.loads(files["deckblatt.json"])
    assert (cover["Vorlagennummer"], cover["Klimacheck"]) == ("", "neutral / nein")
    assert [annex["number"] for annex in cover["Anlagen"]] == [1, 2, 3, 4]
    with pytest.raises(UserFacingError, match="https"):
        assign_number(inquiry=inquiry, number="VO/1/22", council_url="javascript:alert(1)", by=SETUP)
    address = "https://ris.musterstadt.example/vo?id=1"
    assign_number(inquiry=inquiry, number="VO/1/22", council_url=address, by=SETUP)
    sign_in(client, scene.body, role=Role.AUDITOR)
    after = unpacked(client.get(f"/desk/anfragen/{inquiry.uid}/uebergabe/1/").content)
    assert {name for name in files if files[name] != after[name]} == {"deckblatt.txt", "deckblatt.json"}
    later = json.loads(after["deckblatt.json"])
    assert (later["Vorlagennummer"], later["Adresse im Ratsinformationssystem"]) == ("VO/1/22", address)
    assert later["Prüfsumme des Inhalts (SHA-256)"] == row.checksum
