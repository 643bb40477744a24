"""Positions from the layout engine (Graphviz, as the PyPI package graphviz-pure): we never lay out ourselves.

The engine sees numbered blocks of a given size and no text at all, so no name can be taken for its language.
Boxes that hang below one superior and have nothing below them are set as one block, a column.
"""

import json
import subprocess
import sysconfig
from functools import lru_cache
from pathlib import Path
from shutil import which
from typing import NamedTuple

POINTS_PER_INCH = 72.0
ROW_GAP, COLUMN_GAP = 44.0, 22.0
TIMEOUT_SECONDS = 60


class LayoutFailed(RuntimeError):
    """The layout engine did not give positions; the message holds what it said."""


class Block(NamedTuple):
    """A rectangle to place: its size, the block above it (None for a root) and its row from the top."""

    width: float
    height: float
    above: int | None
    row: int


class Place(NamedTuple):
    """Where a block's upper left corner went, y pointing down."""

    x: float
    y: float


class Route(NamedTuple):
    """A line as the points of cubic Bézier curves: start, then three points for each curve."""

    points: tuple[tuple[float, float], ...]


class Link(NamedTuple):
    """A line to be routed between two rectangles, given by their index."""

    source: int
    target: int


class Rectangle(NamedTuple):
    """A placed rectangle, y pointing down."""

    x: float
    y: float
    width: float
    height: float


def place(blocks: list[Block]) -> tuple[list[Place], float, float]:
    """Place the blocks in rows; gives their corners, and width and height of the whole.

    All blocks of a row share their upper edge: each is given its row's height, and is drawn at the top of it.
    """
    heights: dict[int, float] = {}
    for block in blocks:
        heights[block.row] = max(heights.get(block.row, 0.0), block.height)
    lines = [f"digraph {{ graph [nodesep={_inch(COLUMN_GAP)}, ranksep={_inch(ROW_GAP)}];"]
    lines.append('node [shape=box, fixedsize=true, label=""]; edge [dir=none];')
    for index, block in enumerate(blocks):
        lines.append(f"n{index} [width={_inch(block.width)}, height={_inch(heights[block.row])}];")
    lines += [f"n{block.above} -> n{index};" for index, block in enumerate(blocks) if block.above is not None]
    answer = _ask(["-Kdot", "-Gsplines=false"], "\n".join([*lines, "}"]))
    total = [float(number) for number in answer["bb"].split(",")]
    places: list[Place] = []
    for block, node in zip(blocks, _in_order(answer), strict=True):
        x, y = (float(number) for number in node["pos"].split(","))
        places.append(Place(x - block.width / 2, total[3] - y - heights[block.row] / 2))
    return places, total[2], total[3]


def route(*, rectangles: list[Rectangle], links: list[Link]) -> list[Route]:
    """Draw lines between placed rectangles around the others; nothing moves."""
    if not links:
        return []
    # The margins around boxes must not touch (a column leaves 10): the engine would draw straight through them.
    lines = [
        'digraph { graph [splines=true, esep="+4"]; node [shape=box, fixedsize=true, label=""]; edge [dir=none];'
    ]
    for index, box in enumerate(rectangles):
        x, y = box.x + box.width / 2, -(box.y + box.height / 2)
        size = f"width={_inch(box.width)}, height={_inch(box.height)}"
        lines.append(f'n{index} [{size}, pos="{x:.2f},{y:.2f}!"];')
    lines += [f"n{link.source} -> n{link.target};" for link in links]
    answer = _ask(["-Kneato", "-n2"], "\n".join([*lines, "}"]))
    # The engine moves its origin to the corner of the drawing; one node's known place tells by how much.
    x, y = (float(number) for number in _in_order(answer)[0]["pos"].split(","))
    first = rectangles[0]
    shift_x, shift_y = first.x + first.width / 2 - x, first.y + first.height / 2 + y
    edges = sorted(answer.get("edges", []), key=lambda edge: int(edge["_gvid"]))
    return [Route(tuple(_points(edge["pos"], shift_x, shift_y))) for edge in edges]


def _points(text: str, shift_x: float, shift_y: float) -> list[tuple[float, float]]:
    pairs = (pair.split(",") for pair in text.split(" ") if pair[0] not in "es")
    return [(float(x) + shift_x, shift_y - float(y)) for x, y in pairs]


def _in_order(answer: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    return sorted(answer["objects"], key=lambda node: int(node["name"][1:]))


def _inch(points: float) -> str:
    return f"{points / POINTS_PER_INCH:.4f}"


@lru_cache(maxsize=1)
def _program() -> str:
    beside_python = Path(sysconfig.get_path("scripts")) / "graphviz-pure"
    found = str(beside_python) if beside_python.exists() else which("graphviz-pure")
    if found is None:
        raise LayoutFailed(
            "Das Programm graphviz-pure fehlt; bitte das gleichnamige Python-Paket installieren."
        )
    return found


def _ask(options: list[str], graph: str) -> dict:  # type: ignore[type-arg]
    try:
        done = subprocess.run(  # noqa: S603 -- our own program, fixed options, numbers only
            [_program(), "-Tjson0", *options],
            input=graph.encode("ascii"),
            capture_output=True,
            check=True,
            timeout=TIMEOUT_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        raise LayoutFailed(error.stderr.decode("utf-8", "replace")) from error
    answer = json.loads(done.stdout)
    if not isinstance(answer, dict):
        raise LayoutFailed("graphviz-pure: unexpected answer")
    return answer
