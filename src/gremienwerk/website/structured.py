"""What pages say to machines: schema.org as JSON-LD, made of the same public records as the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gremienwerk.publishing.records import MeetingRow, OrganisationRecord
from gremienwerk.publishing.sites import PublicBody

Data = dict[str, Any]
_STATES = {
    "cancelled": "https://schema.org/EventCancelled",
    "moved": "https://schema.org/EventRescheduled",
}


def body_data(*, body: PublicBody, url: str) -> Data:
    """The body as a GovernmentOrganization; ``url`` is the full address of its start page."""
    address = {
        "@type": "PostalAddress",
        "streetAddress": body.street,
        "postalCode": body.postcode,
        "addressLocality": body.city,
        "addressCountry": "DE",
    }
    return _without_gaps(
        {
            "@context": "https://schema.org",
            "@type": "GovernmentOrganization",
            "name": body.name,
            "url": url,
            "email": body.email,
            "telephone": body.phone,
            "address": _without_gaps(address) if body.street or body.city else None,
        }
    )


def committee_data(*, name: str, url: str, purpose: str, parent: PublicBody) -> Data:
    """A committee as an Organization of the body."""
    return _without_gaps(
        {
            "@context": "https://schema.org",
            "@type": "Organization",
            "name": name,
            "url": url,
            "description": purpose,
            "parentOrganization": {"@type": "GovernmentOrganization", "name": parent.name},
        }
    )


def organisation_data(*, organisation: OrganisationRecord, url: str) -> Data:
    """An organisation with its public address; ``url`` is its page."""
    address = {
        "@type": "PostalAddress",
        "streetAddress": organisation.street,
        "postalCode": organisation.postcode,
        "addressLocality": organisation.city,
        "addressCountry": "DE",
    }
    return _without_gaps(
        {
            "@context": "https://schema.org",
            "@type": "GovernmentOrganization" if organisation.is_unit else "Organization",
            "name": organisation.name,
            "alternateName": [one.name for one in organisation.other_names],
            "url": organisation.website or url,
            "address": _without_gaps(address) if organisation.street else None,
        }
    )


def meeting_data(*, meeting: MeetingRow, name: str, url: str) -> Data:
    """A public meeting as an Event; ``name`` says whose meeting it is in the page's language."""
    place = {"@type": "Place", "name": meeting.place, "address": meeting.place} if meeting.place else None
    online = {"@type": "VirtualLocation", "url": meeting.online_url} if meeting.online_url else None
    state = "moved" if meeting.moved_from and meeting.state != "cancelled" else meeting.state
    return _without_gaps(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": name,
            "url": url,
            "startDate": meeting.starts_at.isoformat(),
            "endDate": meeting.ends_at.isoformat() if meeting.ends_at else None,
            "previousStartDate": meeting.moved_from.isoformat() if meeting.moved_from else None,
            "eventStatus": _STATES.get(state, "https://schema.org/EventScheduled"),
            "location": _one_or_all([place, online]),
            "organizer": [{"@type": "Organization", "name": one.name} for one in meeting.committees],
        }
    )


def _one_or_all(values: Iterable[Data | None]) -> Data | list[Data] | None:
    found = [value for value in values if value]
    return found[0] if len(found) == 1 else found or None


def _without_gaps(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [])}
