"""The directory of migrant organisations: districts on the map, entries, consents, texts in other languages."""

from __future__ import annotations

from gremienwerk.core.german import fold
from gremienwerk.imports.demo.register import DemoRegister
from gremienwerk.imports.demo.rows import Row
from gremienwerk.imports.words import YES_NO
from gremienwerk.organisations.actions import (
    add_district,
    consent_to_field,
    describe_profile,
    publish_profile,
    set_up_offers,
    settle_directory,
    translate_profile,
)
from gremienwerk.organisations.models import DirectoryProfile, Offer, ProfileConsent, ProfileText, TargetGroup

_COLUMNS = (
    "Organisation", "Beschreibung", "Angebote", "Stichworte", "Zielgruppen", "Zeiten", "Zugang", "Zugang Hinweise",
    "Wer antwortet", "E-Mail", "Telefon", "Weitere Adressen", "Nur Stadtteil", "Breite", "Länge", "Einwilligungen",
    "Veröffentlicht ab", "Veröffentlicht bis", "Bestätigt am",
)  # fmt: skip
_PLAIN = {
    "description": "Beschreibung",
    "offers": "Angebote",
    "opening_times": "Zeiten",
    "accessibility_note": "Zugang Hinweise",
    "contact_function": "Wer antwortet",
    "email": "E-Mail",
    "phone": "Telefon",
}
_ACCESS = {
    fold(str(choice.label)): choice.value
    for choice in DirectoryProfile.Accessibility
    if choice is not DirectoryProfile.Accessibility.UNKNOWN
}
_GROUPS = {fold(str(group.label)): group.value for group in TargetGroup}
_CONSENTS = {
    fold("E-Mail"): ProfileConsent.Field.EMAIL,
    fold("Telefon"): ProfileConsent.Field.PHONE,
    fold("Adresse"): ProfileConsent.Field.ADDRESS,
}
_TEXTS = {
    fold("Beschreibung"): ProfileText.Field.DESCRIPTION,
    fold("Angebote"): ProfileText.Field.OFFERS,
    fold("Zeiten"): ProfileText.Field.OPENING_TIMES,
    fold("Zugang Hinweise"): ProfileText.Field.ACCESSIBILITY_NOTE,
}


def load_districts(register: DemoRegister) -> None:
    """Load ``stadtteile.csv``: where each district lies, and its outline."""
    for row in register.rows("stadtteile.csv", "Name", "Breite", "Länge", "Umriss"):
        latitude, longitude = row.position()
        add_district(
            body=register.body,
            name=row.required("Name"),
            latitude=latitude,
            longitude=longitude,
            outline=[_point(row, pair) for pair in row.words("Umriss")],
            by=register.by,
        )


def load_profiles(register: DemoRegister) -> None:
    """Load ``profile.csv``: what organisations say of themselves in the directory, and what may leave."""
    set_up_offers(body=register.body, by=register.by)
    settle_directory(body=register.body, embedding_hosts=["https://www.talheim.example"], by=register.by)
    offers = {offer.key: offer for offer in Offer.objects.filter(body=register.body)}
    profiles: dict[str, DirectoryProfile] = {}
    for row in register.rows("profile.csv", *_COLUMNS):
        with row.named_in_errors():
            profiles[row.required("Organisation")] = _published(register, row, offers)
    _load_texts(register, profiles)


def _published(register: DemoRegister, row: Row, offers: dict[str, Offer]) -> DirectoryProfile:
    latitude, longitude = row.position()
    profile = publish_profile(
        organisation=row.look_up_required("Organisation", register.organisations),
        published_from=row.day("Veröffentlicht ab"),
        published_until=row.after("Veröffentlicht bis"),
        confirmed_on=row.day("Bestätigt am"),
        offer_tags=row.choices("Stichworte", offers),
        target_groups=row.choices("Zielgruppen", _GROUPS),
        accessibility=row.choice("Zugang", _ACCESS) or "",
        links=row.words("Weitere Adressen"),
        district_only=bool(row.choice("Nur Stadtteil", YES_NO)),
        latitude=latitude,
        longitude=longitude,
        by=register.by,
        **{field: row.text(column) for field, column in _PLAIN.items()},
    )
    given_on = row.day("Veröffentlicht ab")
    for field in row.choices("Einwilligungen", _CONSENTS):
        if given_on is not None:
            consent_to_field(
                profile=profile, field=field, given_on=given_on, reference="Aufnahmebogen", by=register.by
            )
    return profile


def _load_texts(register: DemoRegister, profiles: dict[str, DirectoryProfile]) -> None:
    """A text with "Übersetzt aus" was translated from an earlier German text, so that it shows as out of date."""
    for row in register.rows("profiltexte.csv", "Organisation", "Sprache", "Feld", "Text", "Übersetzt aus"):
        profile = row.look_up_required("Organisation", profiles)
        field = row.choice("Feld", _TEXTS)
        if field is None:
            raise row.wrong("Die Angabe fehlt.", column="Feld")
        today = getattr(profile, field.value)
        with row.named_in_errors():
            if row.text("Übersetzt aus"):
                describe_profile(profile=profile, by=register.by, **{field.value: row.text("Übersetzt aus")})
            translate_profile(
                profile=profile,
                language=row.required("Sprache"),
                field=field,
                text=row.required("Text"),
                by=register.by,
            )
            describe_profile(profile=profile, by=register.by, **{field.value: today})


def _point(row: Row, pair: str) -> tuple[float, float]:
    try:
        longitude, latitude = (float(number) for number in pair.split())
    except ValueError as error:
        raise row.wrong(f"„{pair}“ ist kein Punkt.", column="Umriss") from error
    return longitude, latitude
