"""What needs somebody: lines for the start page of the desk, given by sources that packages register at start-up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from gremienwerk.core.actor import Actor


class Asking(NamedTuple):
    """Who asks what needs them: the actor with their scopes, the primary key of their body, the day in the town."""

    actor: Actor
    body: int
    on: date


class Need(NamedTuple):
    """One line: a thing that waits for this person, and the one form that settles it.

    ``title`` says what it is about, ``action`` is the word of the link, ``url`` the address of the form,
    ``below`` a second line, ``due`` the last day in time (None: no day is set), ``said`` what stands in the
    place of a due day.
    """

    title: str
    action: str
    url: str
    below: str = ""
    due: date | None = None
    said: str = ""


class NeedGroup(NamedTuple):
    """Lines of one kind under a heading; ``key`` is their anchor on the page."""

    key: str
    heading: str
    needs: tuple[Need, ...]

    @property
    def first_due(self) -> date:
        """The earliest due day of the lines; the end of time if none has one."""
        return min((need.due for need in self.needs if need.due), default=date.max)


#: Reads with a constant number of queries, and gives only what the actor may do.
Source = Callable[[Asking], Iterable[NeedGroup]]
_sources: dict[str, Source] = {}


def register_source(name: str, source: Source) -> None:
    """Have a source asked for every start page; called once for each name, at start-up (``apps.py``)."""
    _sources[name] = source


def what_needs(*, asking: Asking) -> tuple[NeedGroup, ...]:
    """What needs the actor on the day: the group with the earliest due day first, each group by due day.

    Groups without a due day follow in the order in which the sources were registered.
    """
    found = [
        group._replace(needs=tuple(sorted(group.needs, key=lambda need: need.due or date.max)))
        for source in _sources.values()
        for group in source(asking)
        if group.needs
    ]
    return tuple(sorted(found, key=lambda group: group.first_due))
