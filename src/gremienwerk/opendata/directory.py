"""The directory as data: plain values for JSON, rows for a table, places for a map.

The same public rows as the page shows; texts in German with every translation beside them, dates in ISO 8601.
The table is for people: words and texts in the language of its address, under German column names in every
language, so that whoever takes the file over by column finds the same ones.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from threading import Lock
from typing import Any

import orjson
from cachetools import LRUCache

from gremienwerk.core.languages import Language
from gremienwerk.core.spoken_languages import grouped, language_name
from gremienwerk.publishing import labels
from gremienwerk.publishing.records import ProfileRow
from gremienwerk.publishing.vocabulary import word

_FIELDS = ("description", "offers", "opening_times", "accessibility_note")
CSV_HEADER = (
    "Name", "Auch bekannt als", "Wer wir sind", "Angebote", "Stichworte", "Themen", "Sprachen", "Zeiten", "Zugang",
    "Stadtteil", "Straße", "PLZ", "Ort", "Telefon", "E-Mail", "Internet", "Bestätigt am", "Breite", "Länge", "Seite",
)  # fmt: skip
#: A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection).
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def as_json(*, rows: Iterable[ProfileRow], page: str, licence: str, city: str) -> bytes:
    """The entries as JSON.

    Args:
        rows: public rows.
        page: address of the list, ending in a slash; an entry's own page lies below it.
        licence: of the body's open data.
        city: whose directory it is.
    """
    entries = [_written(row, page) for row in rows]
    whole = {"publisher": city, "licence": licence, "count": len(entries), "organisations": entries}
    return orjson.dumps(whole)


def as_geojson(*, rows: Iterable[ProfileRow], page: str) -> bytes:
    """The entries as GeoJSON (RFC 7946): longitude first; an entry without any place has no geometry."""
    features = [
        {
            "type": "Feature",
            "id": str(row.uid),
            "geometry": _point(row),
            "properties": {
                "name": row.name,
                "district": row.district,
                "position": "address" if row.is_exact_position else "district",
                "languages": list(grouped(words=row.languages)),
                "topics": [topic.name for topic in row.topics],
                "offers": [tag.name for tag in row.offer_tags],
                "url": f"{page}{row.uid}/",
            },
        }
        for row in rows
    ]
    return orjson.dumps({"type": "FeatureCollection", "features": features})


def as_csv(*, rows: Iterable[ProfileRow], page: str, language: Language) -> bytes:
    """The entries as a table that Excel opens by a double click: UTF-8 with its mark, semicolons, CR LF.

    Args:
        rows: public rows.
        page: address of the list, ending in a slash.
        language: of words and, where an entry has them, of texts; others stay German. It must be the active one.

    A value that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(CSV_HEADER)
    for row in rows:
        writer.writerow([harmless(value) for value in _cells(row, page, language)])
    return out.getvalue().encode("utf-8-sig")


def _written(row: ProfileRow, page: str) -> orjson.Fragment:
    """An entry as JSON; one that has not changed is written once.

    Queries give the same object again for an entry that stayed the same, so it is known by its identity; it is kept
    with its text, so that no other object can take its place.
    """
    key = id(row), page
    with _lock:
        found = _texts.get(key)
    if found is None or found[0] is not row:
        found = (row, orjson.dumps(_entry(row, page)))
        with _lock:
            _texts[key] = found
    return orjson.Fragment(found[1])


_texts: LRUCache[tuple[int, str], tuple[ProfileRow, bytes]] = LRUCache(maxsize=4_000)
_lock = Lock()


def _entry(row: ProfileRow, page: str) -> dict[str, Any]:
    return {
        "id": str(row.uid),
        "url": f"{page}{row.uid}/",
        "name": row.name,
        "shortName": row.short_name or None,
        "alsoKnownAs": row.aliases,
        "description": row.description or None,
        "offers": row.offers or None,
        "offerTags": [tag.name for tag in row.offer_tags],
        "topics": [topic.name for topic in row.topics],
        "targetGroups": row.target_groups,
        "languages": grouped(words=row.languages),
        "openingTimes": row.opening_times or None,
        "accessibility": row.accessibility or None,
        "accessibilityNote": row.accessibility_note or None,
        "district": row.district or None,
        "street": row.street or None,
        "postcode": row.postcode or None,
        "city": row.city or None,
        "latitude": row.latitude,
        "longitude": row.longitude,
        "position": ("address" if row.is_exact_position else "district")
        if row.latitude is not None
        else None,
        "contact": row.contact_function or None,
        "phone": row.phone or None,
        "email": row.email or None,
        "website": row.website or None,
        "links": row.links,
        "confirmedOn": row.confirmed_on.isoformat() if row.confirmed_on else None,
        "needsConfirmation": row.needs_confirmation,
        "modified": row.modified_at.isoformat(timespec="seconds"),
        "translations": _translations(row),
    }


def _translations(row: ProfileRow) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for language, field, text, is_current in row.texts:
        if field in _FIELDS:
            found.setdefault(language, {})[field] = {"text": text, "isCurrent": is_current}
    return found


def _point(row: ProfileRow) -> dict[str, Any] | None:
    if row.latitude is None or row.longitude is None:
        return None
    return {"type": "Point", "coordinates": [round(row.longitude, 6), round(row.latitude, 6)]}


def _cells(row: ProfileRow, page: str, language: Language) -> tuple[str, ...]:
    code = language.code
    said = {text.field: text.text for text in row.texts if text.language == code}
    texts = {field: said.get(field) or getattr(row, field) for field in _FIELDS}
    spoken = grouped(words=row.languages).values()
    access = labels.accessibility(row.accessibility) if row.accessibility else ""
    return (
        row.name,
        ", ".join(row.aliases),
        texts["description"],
        texts["offers"],
        ", ".join(word(tag.name, language=code).text for tag in row.offer_tags),
        ", ".join(word(topic.name, language=code).text for topic in row.topics),
        ", ".join(language_name(word=one, language=code) for one in spoken),
        texts["opening_times"],
        " – ".join(part for part in (access, texts["accessibility_note"]) if part),
        row.district,
        row.street,
        row.postcode,
        row.city,
        row.phone,
        row.email,
        row.website,
        f"{row.confirmed_on:%d.%m.%Y}" if row.confirmed_on else "",
        _number(row.latitude),
        _number(row.longitude),
        f"{page}{row.uid}/",
    )


def _number(value: float | None) -> str:
    """With a decimal comma, as a German Excel reads numbers."""
    return "" if value is None else f"{value:.5f}".replace(".", ",")


def harmless(value: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers with a sign stay numbers."""
    number = value.replace(",", "", 1).removeprefix("-")
    return f"'{value}" if value.startswith(_FORMULA_SIGNS) and not number.isdecimal() else value
