"""One letter to several receivers as it is printed."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from gremienwerk.documents.rendering.content.papers import Letterhead


class LetterReceiver(NamedTuple):
    """Who gets the letter: the lines of the address, six at most (DIN 5008)."""

    address: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPaper:
    """A letter that goes to each receiver with the same words. Nothing in it is read from a clock.

    ``day`` is printed, ``signed`` the name below the letter. ``produced_at`` (aware) is written into the file's
    properties: same letter, same bytes.
    """

    letterhead: Letterhead
    subject: str
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signed: str
    day: datetime.date
    receivers: tuple[LetterReceiver, ...]
    produced_at: datetime.datetime
