"""Public rows, made by the projector and read by ``queries`` only.

Start with ``records.py``; ``seats.py`` holds who sits where and the lines between records.
"""

from gremienwerk.publishing.models.moves import PublicMove
from gremienwerk.publishing.models.records import (
    PublicFacet,
    PublicRecord,
    PublicTerm,
    PublicTitle,
    PublicTurn,
)
from gremienwerk.publishing.models.search import SearchEntry, SearchWord
from gremienwerk.publishing.models.seats import PublicLink, PublicName, PublicSeat

__all__ = [
    "PublicFacet",
    "PublicLink",
    "PublicMove",
    "PublicName",
    "PublicRecord",
    "PublicSeat",
    "PublicTerm",
    "PublicTitle",
    "PublicTurn",
    "SearchEntry",
    "SearchWord",
]
