"""An entry of the directory as JSON-LD (schema.org), so that search engines understand it."""

from __future__ import annotations

from typing import Any

from gremienwerk.core.spoken_languages import grouped
from gremienwerk.publishing.records import ProfileRow
from gremienwerk.website.directory.entries import Entry


def as_schema_org(*, entry: Entry, row: ProfileRow, url: str, city: str) -> dict[str, Any]:
    """The entry as a schema.org ``NGO``: only what the page shows.

    Args:
        entry: as the page shows it.
        row: the public row it was made of.
        url: the page's own address.
        city: where the organisation is.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NGO",
        "@id": url,
        "name": entry.name,
        "url": entry.website.url if entry.website else url,
        "areaServed": {"@type": "City", "name": city},
        "knowsLanguage": list(grouped(words=row.languages)),
    }
    if entry.aliases:
        found["alternateName"] = list(entry.aliases)
    if entry.description:
        found["description"] = entry.description.text
    if entry.email or entry.phone:
        reach = {"email": entry.email, "telephone": entry.phone, "contactType": entry.contact}
        found["contactPoint"] = {"@type": "ContactPoint"} | {k: v for k, v in reach.items() if v}
    if row.street:
        address = {"streetAddress": row.street, "postalCode": row.postcode, "addressLocality": row.city}
        found["address"] = {"@type": "PostalAddress"} | {k: v for k, v in address.items() if v}
    if entry.is_exact:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": entry.latitude, "longitude": entry.longitude}
    if entry.links:
        found["sameAs"] = [link.url for link in entry.links]
    return found
