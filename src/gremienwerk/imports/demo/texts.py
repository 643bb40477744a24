"""Texts of committees in other languages, as the demo's file has them."""

from __future__ import annotations

from gremienwerk.audit.change import current_change
from gremienwerk.committees.actions import translate_committee
from gremienwerk.committees.models import CommitteeText, source_hash
from gremienwerk.imports.demo.register import DemoRegister
from gremienwerk.imports.words import YES_NO

_FIELDS = {
    "name": CommitteeText.Field.NAME,
    "ziel": CommitteeText.Field.GOAL,
    "schwerpunkte": CommitteeText.Field.FOCUS,
    "anlass": CommitteeText.Field.OCCASION,
    "gaeste": CommitteeText.Field.GUESTS_HOW,
}


def load_committee_texts(register: DemoRegister) -> None:
    """Load ``gremienuebersetzungen.csv``; "Veraltet" = ja marks a text whose German source has changed since."""
    for row in register.rows("gremienuebersetzungen.csv", "Gremium", "Sprache", "Feld", "Text", "Veraltet"):
        field = row.choice("Feld", _FIELDS)
        if field is None:
            raise row.wrong("Die Angabe fehlt.", column="Feld")
        with row.named_in_errors():
            text = translate_committee(
                committee=row.look_up_required("Gremium", register.committees),
                language=row.required("Sprache"),
                field=field,
                text=row.required("Text"),
                by=register.by,
            )
        if row.choice("Veraltet", YES_NO):
            earlier = source_hash("Der deutsche Wortlaut vor der letzten Änderung")
            current_change().update(text, action="committees.translate", source_sha256=earlier)
