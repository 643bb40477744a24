"""The minutes of a meeting as they are printed."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from gremienwerk.documents.rendering.content.papers import Letterhead


class MinutesSection(NamedTuple):
    """One point of the agenda: its heading, and its paragraphs in order."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPaper:
    """The minutes of one meeting. Nothing in it is read from a clock.

    ``title`` names the committees; ``facts`` are pairs of a label and its text, such as ("Ort", "Rathaus").
    ``produced_at`` (aware) is written into the file's properties: same paper, same bytes.
    """

    letterhead: Letterhead
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[MinutesSection, ...]
    produced_at: datetime.datetime
