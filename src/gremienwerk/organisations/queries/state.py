"""What a form about an organisation was filled in upon."""

from __future__ import annotations

from gremienwerk.core.fingerprint import fingerprint
from gremienwerk.organisations.models import Organisation


def state_of_organisation(*, organisation: Organisation) -> str:
    """A fingerprint of an organisation's own facts and of its places in the tree. One query for the places."""
    plain = [
        getattr(organisation, column.attname)
        for column in Organisation._meta.concrete_fields
        if column.name not in {"confirmed_on", "confirmed_by"}
    ]
    places = organisation.placements.order_by("pk").values_list("parent_id", "valid_from", "valid_until")
    return fingerprint(values=[*plain, list(places)])
