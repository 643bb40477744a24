"""The inquiries of the demo: one answered and released, one in work."""

from __future__ import annotations

from gremienwerk.accounts.models import User
from gremienwerk.core.actor import Actor
from gremienwerk.documents.reading import files as reading
from gremienwerk.imports.demo.register import DemoRegister
from gremienwerk.imports.demo.rows import Row
from gremienwerk.inquiries.actions import Original, receive_inquiry, release, set_climate
from gremienwerk.inquiries.intake.recognition import recognise
from gremienwerk.inquiries.models import ClimateEffect

_EFFECTS = {
    "neutral": ClimateEffect.NEUTRAL,
    "positiv": ClimateEffect.POSITIVE,
    "negativ": ClimateEffect.NEGATIVE,
}
_COLUMNS = (
    "Datei",
    "Einheit",
    "Eingang",
    "Frist",
    "Stand",
    "Klimacheck",
    "Begründung",
    "Freigegeben",
    "Freigegeben durch",
)


def load_inquiries(register: DemoRegister) -> None:
    """Load ``anfragen.csv``: each file is read like any that arrives; a day in "Freigegeben" releases its answer."""
    for row in register.rows("anfragen.csv", *_COLUMNS):
        with row.named_in_errors():
            _load(register, row)


def _load(register: DemoRegister, row: Row) -> None:
    path = register.folder / "anfragen" / row.required("Datei")
    content = path.read_bytes() if path.is_file() else b""
    received_on = row.day("Eingang")
    if received_on is None:
        raise row.wrong("Die Angabe fehlt.", column="Eingang")
    inquiry = receive_inquiry(
        body=register.body,
        parsed=recognise(reading.read(content, name=path.name)),
        received_on=received_on,
        due_on=row.day("Frist"),
        as_of=row.day("Stand"),
        reporting_unit=row.look_up_required("Einheit", register.organisations),
        original=Original(content, path.name, "text/plain"),
        by=register.by,
    )
    effect = row.choice("Klimacheck", _EFFECTS)
    if effect is not None:
        set_climate(inquiry=inquiry, effect=effect, reason=row.text("Begründung"), by=register.by)
    released_on = row.day("Freigegeben")
    if released_on is not None:
        release(inquiry=inquiry, released_on=released_on, by=_account(register, row))


def _account(register: DemoRegister, row: Row) -> Actor:
    """The person of ``konten.csv`` who released the answer."""
    found = User.objects.filter(body=register.body, email=row.required("Freigegeben durch")).first()
    if found is None:
        raise row.wrong("Dieses Konto gibt es in konten.csv nicht.", column="Freigegeben durch")
    return found.actor
