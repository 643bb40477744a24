"""Public and school holidays of a state, as far as they are known offline."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import holidays

from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.core.errors import UserFacingError

# How the library's German names begin; "Oster-/Frühjahrsferien" may be split further by a state.
_SCHOOL_HOLIDAYS: Mapping[str, Exclusion] = {
    "Weihnachts": Exclusion.CHRISTMAS_HOLIDAYS,
    "Oster": Exclusion.EASTER_HOLIDAYS,
    "Himmelfahrt": Exclusion.WHITSUN_HOLIDAYS,
    "Pfingst": Exclusion.WHITSUN_HOLIDAYS,
    "Sommer": Exclusion.SUMMER_HOLIDAYS,
    "Herbst": Exclusion.AUTUMN_HOLIDAYS,
}


class UnknownRegion(UserFacingError):
    """The region of a body has no holiday calendar."""


@lru_cache(maxsize=64)
def public_holidays(*, region: str, year: int) -> Mapping[dt.date, str]:
    """The public holidays of a region (ISO 3166-2, e.g. "DE-NW") in a year, with their German names.

    Raises ``UnknownRegion``.
    """
    return MappingProxyType(dict(_calendar(region, year, "public")))


@lru_cache(maxsize=64)
def school_holidays(*, region: str, year: int) -> Mapping[dt.date, tuple[Exclusion, str]]:
    """The days of a year without school, with their kind and German name; empty when not yet known.

    Raises ``UnknownRegion``.
    """
    return MappingProxyType({day: _named(name) for day, name in _calendar(region, year, "school").items()})


def school_holidays_known(*, region: str, year: int) -> bool:
    """Are the summer holidays of that year known? States publish a few years ahead."""
    return any(
        kind is Exclusion.SUMMER_HOLIDAYS for kind, _ in school_holidays(region=region, year=year).values()
    )


def _calendar(region: str, year: int, category: str) -> Mapping[dt.date, str]:
    country, _, state = region.partition("-")
    try:
        return holidays.country_holidays(
            country, subdiv=state or None, years=year, categories=(category,), language="de"
        )
    except (NotImplementedError, ValueError) as error:
        raise UnknownRegion(
            f"Für die Region „{region}“ ist kein Ferien- und Feiertagskalender bekannt. "
            "Erwartet wird ein Kürzel wie „DE-NW“."
        ) from error


def _named(name: str) -> tuple[Exclusion, str]:
    known = (kind for word, kind in _SCHOOL_HOLIDAYS.items() if name.startswith(word))
    return next(known, Exclusion.SCHOOL_HOLIDAYS), name
