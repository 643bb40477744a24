"""The map without tiles: districts as shapes with the number of organisations, exact places as dots.

Drawn by the server so that it is there without JavaScript; ``karte.js`` reads the same shapes when it
puts a map that can be moved in its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import cos, radians
from typing import NamedTuple
from urllib.parse import urlencode

from gremienwerk.core.filters import Filters
from gremienwerk.publishing.records import DistrictRow
from gremienwerk.website.directory.entries import Entry

WIDTH = 1000.0
_MARGIN = 12.0
_Place = Callable[[float, float], tuple[float, float]]
#: Districts are shaded in as many steps.
STEPS = 4


class Shape(NamedTuple):
    """A district: its outline as the path of an SVG, its middle, how many entries lie in it, and the list of them."""

    name: str
    path: str
    x: float
    y: float
    entries: int
    step: int
    url: str


class Dot(NamedTuple):
    """The exact place of an entry."""

    number: int
    x: float
    y: float


class TownMap(NamedTuple):
    """The drawing and how it was projected: ``x = (longitude - west) * across``, ``y = (north - latitude) * down``."""

    width: float
    height: float
    west: float
    north: float
    across: float
    down: float
    shapes: tuple[Shape, ...]
    dots: tuple[Dot, ...]


def town_map(
    *, districts: Sequence[DistrictRow], entries: Iterable[Entry], filters: Filters | None
) -> TownMap | None:
    """The map of the entries; None where no district has an outline.

    Args:
        districts: all of the town.
        entries: those of the list.
        filters: the present filters, so that a district leads to its part of the list; None for no links.
    """
    drawn = [district for district in districts if len(district.outline) > 3]
    if not drawn:
        return None
    listed = list(entries)
    counts = Counter(entry.district for entry in listed)
    most = max((counts[district.name] for district in drawn), default=0)
    longitudes = [longitude for district in drawn for longitude, _ in district.outline]
    latitudes = [latitude for district in drawn for _, latitude in district.outline]
    west, north = min(longitudes), max(latitudes)
    across = (WIDTH - 2 * _MARGIN) / (max(longitudes) - west)
    down = across / cos(radians((north + min(latitudes)) / 2))
    west, north = west - _MARGIN / across, north + _MARGIN / down
    height = (north - min(latitudes)) * down + _MARGIN

    def place(longitude: float, latitude: float) -> tuple[float, float]:
        return round((longitude - west) * across, 1), round((north - latitude) * down, 1)

    shapes = (_shape(one, counts[one.name], most, filters, place) for one in drawn)
    dots = (
        Dot(entry.number, *place(entry.longitude, entry.latitude))
        for entry in listed
        if entry.is_exact and entry.longitude is not None and entry.latitude is not None
    )
    return TownMap(WIDTH, round(height, 1), west, north, across, down, tuple(shapes), tuple(dots))


def _shape(district: DistrictRow, count: int, most: int, filters: Filters | None, place: _Place) -> Shape:
    points = [place(longitude, latitude) for longitude, latitude in district.outline]
    path = "M" + "L".join(f"{x:g},{y:g}" for x, y in points[:-1]) + "Z"
    x, y = place(district.longitude, district.latitude)
    step = 0 if not count else max(1, round(count / most * STEPS))
    url = ""
    if filters is not None and count:
        url = f"{filters.without('stadtteil')}{urlencode({'stadtteil': district.name})}"
    return Shape(district.name, path, x, y, count, step, url)
