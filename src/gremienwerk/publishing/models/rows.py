"""The base of every public row."""

from __future__ import annotations

from gremienwerk.bodies.models import OfBody


class PublicRow(OfBody):
    """A row that the projector makes of the register; nobody else writes it."""

    class Meta:
        abstract = True

    def check_neighbours(self) -> None:
        """Nothing to look up: one projection makes all rows of one body, and names others by identifier."""
