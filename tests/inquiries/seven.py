"""The seven questions as intake would hand them over, and an inquiry that has arrived with them."""

from __future__ import annotations

from datetime import date

from gremienwerk.inquiries.actions import Original, receive_inquiry, set_climate
from gremienwerk.inquiries.intake.parsed import Block, ItemKind, ParsedInquiry, Question
from gremienwerk.inquiries.models import Inquiry
from tests.inquiries.scene import MAY_2022, SEVEN, Scene
from tests.support.cast import SETUP


def parsed(*questions: Question, **changes: object) -> ParsedInquiry:
    """The seven questions, or those given."""
    asked = questions or tuple(
        Question(number=n, kind=ItemKind(k), text=t, block=Block(b), block_reason=f"Stichwort „{b}“")
        for n, k, t, b in SEVEN
    )
    values: dict[str, object] = {
        "title": "Gremien und Netzwerke der Integration", "kind": "Große Anfrage", "groups": ("Fraktion A",),
        "date": date(2022, 5, 3), "addressee": None, "session": None, "reference": None, "questions": asked,
        "climate_check": None, "annexes": (), "preamble": "", "closing": "",
    }  # fmt: skip
    return ParsedInquiry(**{**values, **changes})  # type: ignore[arg-type]


def receive(scene: Scene, *questions: Question, **changes: object) -> Inquiry:
    """An inquiry that has arrived on 15 May 2022, ready for release unless a question has no block."""
    inquiry = receive_inquiry(
        body=scene.body,
        parsed=parsed(*questions, **changes),
        received_on=MAY_2022,
        reporting_unit=scene.city.ressort,
        original=Original(b"Wir fragen die Verwaltung.", "anfrage.txt", "text/plain"),
        by=SETUP,
    )
    set_climate(inquiry=inquiry, effect="neutral", reason="", by=SETUP)
    return inquiry
