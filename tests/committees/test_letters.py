"""Letters to those whom no mail reaches: one file, an address in each window, nobody twice."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2 as pdfium
import pytest
from django.test import Client

from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Role
from tests.support.cast import SETUP, make_city, make_committee, make_organisation
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db


def test_each_office_without_mail_gets_its_letter(client: Client) -> None:
    city = make_city()
    committee = make_committee(city.body, "Runder Tisch")
    for name in ("Bildungswerk", "Frauenhaus"):
        holder = make_organisation(
            city.body, name, street="Färberstraße 18", postcode="42103", city="Musterstadt"
        )
        appoint(committee=committee, role=Role.MEMBER, organisation=holder, on=date(2020, 1, 1), by=SETUP)
    appoint(committee=committee, role=Role.MEMBER, organisation=city.partner, on=date(2020, 1, 1), by=SETUP)
    sign_in(client, city.body)
    address = f"/desk/gremien/{committee.uid}/briefe/"
    page = words_of(client.get(address).content)
    assert "Derselbe Brief an 2 Stellen ohne E-Mail-Adresse." in page
    assert "Ohne E-Mail und ohne Anschrift Hilfswerk Musterstadt e. V." in page
    assert client.post(address, {"subject": "", "text": "x", "signed": "Kim"}).status_code == 400
    given = {
        "subject": "Nächste Sitzung",
        "text": "Wir treffen uns.\n\nBitte kommen Sie.",
        "signed": "Kim Muster",
    }
    answer = client.post(address, given)
    assert answer["Content-Type"] == "application/pdf"
    pages = [one.get_textpage().get_text_bounded() for one in pdfium.PdfDocument(io.BytesIO(answer.content))]
    assert [("Bildungswerk" in text, "Frauenhaus" in text) for text in pages] == [
        (True, False),
        (False, True),
    ]
    assert all("Färberstraße 18" in text and "42103 Musterstadt" in text for text in pages)
    assert all("Bitte kommen Sie." in text and "Seite 1" in text for text in pages)
