"""Whether a line can be followed by eye: it crosses no box and runs on no other line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from gremienwerk.documents.rendering.charting.layout import Rectangle

Point = tuple[float, float]

STEPS = 16
# Nearer than this two lines look like one; over a shorter stretch they only cross.
NEAR, STRETCH = 2.5, 14.0


def along(*, points: Sequence[Point], curved: bool) -> list[Point]:
    """Points on a line, close together: of straight pieces, or of cubic Bézier curves when `curved`."""
    if not curved:
        return [spot for start, end in pairwise(points) for spot in _straight(start, end)]
    found = [points[0]]
    for first in range(0, len(points) - 3, 3):
        a, b, c, d = points[first : first + 4]
        found += [_bezier(a, b, c, d, step / STEPS) for step in range(1, STEPS + 1)]
    return [spot for start, end in pairwise(found) for spot in _straight(start, end)]


def crosses(*, path: Sequence[Point], rectangles: Sequence[Rectangle]) -> bool:
    """Does the path run through one of the rectangles? Touching an edge is no crossing."""
    return any(_inside(spot, box) for box in rectangles for spot in path)


def runs_on(*, path: Sequence[Point], others: Sequence[Sequence[Point]]) -> bool:
    """Does the path share a stretch with another path, so that the two look like one line?"""
    return any(max(_shared(path, other), _shared(other, path)) > STRETCH for other in others)


def _shared(path: Sequence[Point], other: Sequence[Point]) -> float:
    cells = {(round(x / NEAR), round(y / NEAR)) for x, y in other}
    longest = length = 0.0
    for (x, y), (next_x, next_y) in pairwise(path):
        column, row = round(x / NEAR), round(y / NEAR)
        near = any((column + i, row + j) in cells for i in (-1, 0, 1) for j in (-1, 0, 1))
        length = length + hypot(next_x - x, next_y - y) if near else 0.0
        longest = max(longest, length)
    return longest


def _inside(spot: Point, box: Rectangle) -> bool:
    x, y = spot
    return box.x + 1 < x < box.x + box.width - 1 and box.y + 1 < y < box.y + box.height - 1


def _straight(start: Point, end: Point) -> Iterator[Point]:
    count = max(1, int(hypot(end[0] - start[0], end[1] - start[1]) / 2))
    for step in range(count + 1):
        part = step / count
        yield start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    u = 1 - t
    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    x = sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True))
    y = sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True))
    return x, y
