"""The directory: entries, what of them may be published, their texts in other languages, and its settings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.languages import DEFAULT, language_by_code
from gremienwerk.organisations.models import (
    DirectoryProfile,
    DirectorySettings,
    District,
    Offer,
    Organisation,
    ProfileConsent,
    ProfileText,
    TargetGroup,
)
from gremienwerk.organisations.rules import require_editor
from gremienwerk.organisations.translations import text_hash
from gremienwerk.organisations.vocabulary import OFFERS


def publish_profile(
    *,
    organisation: Organisation,
    published_from: date | None,
    by: Actor,
    offer_tags: Iterable[Offer] = (),
    target_groups: Iterable[str] = (),
    links: Iterable[str] = (),
    **fields: Any,
) -> DirectoryProfile:
    """Enter an organisation's profile in the directory.

    Args:
        organisation: whose entry it is.
        published_from: its first day; None keeps it unpublished.
        by: who enters it.
        offer_tags: controlled tags of the body.
        target_groups: keys of ``TargetGroup``.
        links: addresses on the web, http or https.
        fields: any further plain field of ``DirectoryProfile``.

    Raises:
        NotAllowed: if the actor may not edit the register.
        UserFacingError: if a target group is unknown or a link is no web address.
    """
    require_editor(actor=by, body=organisation.body_id)
    groups, addresses = list(target_groups), list(links)
    _check_groups(groups)
    for address in addresses:
        _check_web_address(address)
    with change(by=by, body=organisation.body_id) as made:
        profile = DirectoryProfile(
            body_id=organisation.body_id,
            organisation=organisation,
            published_from=published_from,
            target_groups=groups,
            links=addresses,
            **fields,
        )
        made.create(profile, action="organisations.publish_profile")
        profile.offer_tags.set(offer_tags)
    return profile


def describe_profile(*, profile: DirectoryProfile, by: Actor, why: str = "", **fields: Any) -> None:
    """Correct plain fields of an entry; translations of texts that change show as out of date."""
    require_editor(actor=by, body=profile.body_id)
    _check_groups(fields.get("target_groups", ()))
    for address in fields.get("links", ()):
        _check_web_address(address)
    with change(by=by, body=profile.body_id, why=why) as made:
        made.update(profile, action="organisations.describe_profile", **fields)


def confirm_profile(*, profile: DirectoryProfile, on: date, by: Actor) -> None:
    """Note that the organisation has confirmed its entry on a day."""
    require_editor(actor=by, body=profile.body_id)
    with change(by=by, body=profile.body_id) as made:
        made.update(profile, action="organisations.confirm_profile", confirmed_on=on)


def consent_to_field(
    *, profile: DirectoryProfile, field: str, given_on: date, by: Actor, reference: str = ""
) -> ProfileConsent:
    """Note that the organisation lets one field be published; ``reference`` says where that is written.

    Raises:
        UserFacingError: if the field needs no consent, or it has one already.
    """
    require_editor(actor=by, body=profile.body_id)
    if field not in ProfileConsent.Field.values:
        raise UserFacingError(f"Für das Feld „{field}“ gibt es keine Einwilligung.", field="field")
    if ProfileConsent.objects.filter(profile=profile, field=field, withdrawn_on=None).exists():
        raise UserFacingError("Für dieses Feld liegt schon eine Einwilligung vor.", field="field")
    with change(by=by, body=profile.body_id) as made:
        consent = ProfileConsent(
            body_id=profile.body_id, profile=profile, field=field, given_on=given_on, reference=reference
        )
        made.create(consent, action="organisations.consent_to_field")
    return consent


def withdraw_field_consent(*, consent: ProfileConsent, on: date, by: Actor) -> None:
    """Note that a consent was withdrawn: the field is gone from every page at once, whatever its date."""
    require_editor(actor=by, body=consent.body_id)
    with change(by=by, body=consent.body_id) as made:
        made.update(consent, action="organisations.withdraw_field_consent", withdrawn_on=on)


def translate_profile(
    *, profile: DirectoryProfile, language: str, field: str, text: str, by: Actor
) -> ProfileText:
    """Store a text of an entry in another language, as the translation of the German text of now.

    Raises:
        UserFacingError: if the language is no language of the public pages or the source itself, the field
            has no translations, or there is no German text to translate.
    """
    require_editor(actor=by, body=profile.body_id)
    known = language_by_code(language)
    if known is None or known == DEFAULT:
        raise UserFacingError(f"In die Sprache „{language}“ wird nicht übersetzt.", field="language")
    if field not in ProfileText.Field.values:
        raise UserFacingError(f"Das Feld „{field}“ wird nicht übersetzt.", field="field")
    source = str(getattr(profile, field))
    if not source.strip() or not text.strip():
        raise UserFacingError("Es fehlt der deutsche Text oder seine Übersetzung.", field="text")
    with change(by=by, body=profile.body_id) as made:
        present = ProfileText.objects.filter(profile=profile, language=known.code, field=field).first()
        values = {"text": text.strip(), "source_hash": text_hash(source)}
        if present is not None:
            made.update(present, action="organisations.translate_profile", **values)
            return present
        new = ProfileText(
            body_id=profile.body_id, profile=profile, language=known.code, field=field, **values
        )
        made.create(new, action="organisations.translate_profile")
    return new


def set_up_offers(*, body: Body, by: Actor) -> list[Offer]:
    """Give a body the usual tags for offers; those it has already stay as they are."""
    require_editor(actor=by, body=body.pk)
    present = set(Offer.objects.filter(body=body).values_list("key", flat=True))
    with change(by=by, body=body.pk) as made:
        rows = [
            Offer(body=body, key=row.key, name=row.name, position=position)
            for position, row in enumerate(OFFERS, start=1)
            if row.key not in present
        ]
        made.create_many(rows, action="organisations.set_up_offers")
    return rows


def add_district(
    *,
    body: Body,
    name: str,
    latitude: float,
    longitude: float,
    by: Actor,
    outline: Iterable[tuple[float, float]] = (),
) -> District:
    """Put a district on the map.

    Args:
        body: the town.
        name: as it stands in the addresses of organisations.
        latitude: of its middle, in degrees (WGS 84).
        longitude: likewise.
        by: who adds it.
        outline: one closed ring of (longitude, latitude); empty if unknown.
    """
    require_editor(actor=by, body=body.pk)
    with change(by=by, body=body.pk) as made:
        district = District(
            body=body,
            name=name,
            latitude=latitude,
            longitude=longitude,
            outline=[list(point) for point in outline],
        )
        made.create(district, action="organisations.add_district")
    return district


def settle_directory(*, body: Body, by: Actor, **settings: Any) -> DirectorySettings:
    """Settle fields of ``DirectorySettings`` for a body.

    Raises:
        UserFacingError: if a deadline, a tile address or an embedding site cannot be.
    """
    require_editor(actor=by, body=body.pk)
    present = DirectorySettings.objects.filter(body=body).first()
    row = present or DirectorySettings(body=body)
    _check_settings(row, settings)
    with change(by=by, body=body.pk) as made:
        if present is not None:
            made.update(present, action="organisations.settle_directory", **settings)
        else:
            for name, value in settings.items():
                setattr(row, name, value)
            made.create(row, action="organisations.settle_directory")
    return row


def _check_settings(row: DirectorySettings, settings: dict[str, Any]) -> None:
    mark = settings.get("mark_after_days", row.mark_after_days)
    hide = settings.get("hide_after_days", row.hide_after_days)
    if not 1 <= mark < hide:
        raise UserFacingError(
            "Ein Eintrag wird erst kenntlich gemacht und danach verborgen: Bitte die Fristen prüfen.",
            field="hide_after_days",
        )
    tiles = settings.get("tile_url", row.tile_url)
    if tiles:
        _check_web_address(tiles)
        if any(place not in tiles for place in ("{z}", "{x}", "{y}")):
            raise UserFacingError("Die Adresse der Kacheln braucht {z}, {x} und {y}.", field="tile_url")
    for host in settings.get("embedding_hosts", row.embedding_hosts):
        _check_origin(host)


def _check_groups(groups: Iterable[str]) -> None:
    for group in groups:
        if group not in TargetGroup.values:
            raise UserFacingError(f"Die Zielgruppe „{group}“ gibt es nicht.", field="target_groups")


def _check_web_address(address: str) -> None:
    parts = _split(address)
    if parts is None or parts[0] not in {"http", "https"} or not parts[1] or set(address) & set(" ;,'\"<>"):
        raise UserFacingError(f"„{address}“ ist keine Adresse im Netz.", field="links")


def _check_origin(host: str) -> None:
    """Only what may stand in ``frame-ancestors`` of a Content-Security-Policy (CSP 3, 2.3.1), without wildcards."""
    parts = _split(host)
    if (
        parts is None
        or parts[0] not in {"http", "https"}
        or f"{parts[0]}://{parts[1]}" != host
        or not parts[1].strip(".:-")
        or set(parts[1]) & set(" ;,'\"<>*@")
    ):
        raise UserFacingError(
            f"„{host}“ ist keine Seite, die einbetten kann. Erwartet wird etwas wie https://www.stadt.example.",
            field="embedding_hosts",
        )


def _split(address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts.scheme, parts.netloc
