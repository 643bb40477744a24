"""The units that may answer an inquiry, or be asked to."""

from __future__ import annotations

from datetime import date

from gremienwerk.core.dates import Certainty
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.queries import OrganisationFacts, organisations_on


def administrative_units(*, body: int, on: date) -> tuple[OrganisationFacts, ...]:
    """Existing units of the administration on a day, in German order; three queries."""
    found = [
        unit
        for unit in organisations_on(body=body, on=on).values()
        if unit.exists(on=on) is not Certainty.NO
        and (unit.is_administration or any(kind.sector == "administration" for kind in unit.kinds))
    ]
    return tuple(sorted(found, key=lambda unit: sort_key(unit.name)))
