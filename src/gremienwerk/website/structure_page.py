"""What the page of the structure shows: one drawing, and of a large structure the way to its other parts."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gremienwerk.core.paging import Page, page_of
from gremienwerk.documents.rendering.chart import ChartDrawing, draw
from gremienwerk.publishing import queries
from gremienwerk.website.door import Place
from gremienwerk.website.structure_drawing import name_of, part_chart, part_title, sentence
from gremienwerk.website.structure_parts import Part, Parts, divide

PARTS_ON_A_PAGE = 60
_MEANING = {
    "reports_to": gettext_lazy("berichtet an"),
    "belongs_to": gettext_lazy("gehört zu"),
    "led_by": gettext_lazy("wird geleitet von"),
}


class Link(NamedTuple):
    """A way to another part; ``lead_in`` is what stands before the link."""

    label: str
    url: str
    lead_in: str = ""


class StructurePage(NamedTuple):
    """The drawing of a part, the sentence about it, addresses of its files, and ways to other parts.

    ``title`` is empty where there is one part only; ``contents`` is None on pages of parts.
    """

    drawing: ChartDrawing
    sentence: str
    is_empty: bool
    title: str
    contents: Page[Link] | None
    contents_url: str
    previous: Link | None
    following: Link | None
    elsewhere: tuple[Link, ...]
    svg_url: str
    pdf_url: str


def parts_of(place: Place) -> Parts:
    """The structure of the place's day, divided once for each state of the register."""
    edition = place.edition

    def ask() -> Parts:
        return divide(structure=queries.structure(body=edition.body, on=edition.on))

    return edition.once("structure", ask=ask, is_large=True)


def structure_page(*, place: Place, part: Part | None = None, number: int = 1) -> StructurePage:
    """What a page shows.

    Args:
        place: whose structure, in which language, on which day.
        part: one part; without it the first one, with the list of all.
        number: which page of that list.
    """
    parts = parts_of(place)
    shown = part or parts.parts[0]
    chart = part_chart(part=shown, parts=parts, on=place.on, today=place.today, language=place.language)
    is_whole = len(parts.parts) == 1
    links = () if is_whole or part else tuple(_link(one, parts, place) for one in parts.parts)
    file_of = None if is_whole else shown.lead
    return StructurePage(
        drawing=draw(chart=chart, links=True),
        sentence=sentence(structure=shown.structure, language=place.language),
        is_empty=not parts.whole.nodes,
        title="" if is_whole else part_title(part=shown, parts=parts, language=place.language),
        contents=page_of(links, number=number, size=PARTS_ON_A_PAGE) if links else None,
        contents_url=address_of(part=None, place=place),
        previous=_neighbour(shown.number - 1, parts, place),
        following=_neighbour(shown.number + 1, parts, place),
        elsewhere=_elsewhere(shown, parts, place),
        svg_url=_address("structure_svg", file_of, place),
        pdf_url=_address("structure_pdf", file_of, place),
    )


def address_of(*, part: Part | None, place: Place) -> str:
    """The address of a part on the place's day; of the whole structure for None."""
    return _address("structure", part.lead if part else None, place)


def _address(name: str, lead: UUID | None, place: Place) -> str:
    values: dict[str, object] = {"language": place.language.segment}
    if lead is not None:
        name, values["uid"] = name.replace("structure", "structure_branch"), lead
    path = reverse(f"website:{name}", kwargs=values)
    return f"{path}?{place.as_of.query}" if place.as_of.query else path


def _link(part: Part, parts: Parts, place: Place) -> Link:
    return Link(
        part_title(part=part, parts=parts, language=place.language), address_of(part=part, place=place)
    )


def _neighbour(number: int, parts: Parts, place: Place) -> Link | None:
    return _link(parts.parts[number - 1], parts, place) if 1 <= number <= len(parts.parts) else None


def _elsewhere(part: Part, parts: Parts, place: Place) -> tuple[Link, ...]:
    """Where it goes on below boxes of this part, and what its boxes have to do with those of other parts."""
    if len(parts.parts) == 1:
        return ()
    names = {node.uid: name_of(node=node, language=place.language) for node in parts.whole.nodes}
    found = [
        Link(_("weiter in Teil %(number)s") % {"number": number}, _url(number, parts, place), names[uid])
        for uid, number in part.onward.items()
    ]
    found += [
        Link(
            _("%(name)s, Teil %(number)s") % {"name": names[line.target], "number": parts.home[line.target]},
            _url(parts.home[line.target], parts, place),
            f"{names[line.source]} – {_MEANING[line.meaning]}",
        )
        for line in part.lines
    ]
    return tuple(found)


def _url(number: int, parts: Parts, place: Place) -> str:
    return address_of(part=parts.parts[number - 1], place=place)
