"""The printed directory as plain content: every word comes from the caller, in the language of the brochure."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class Wording(NamedTuple):
    """A text in one language; ``language`` is a BCP 47 code, ``rtl`` says that it is written from the right.

    ``sign`` stands below it, in the language of the brochure, and says that there is only this one.
    """

    text: str
    language: str
    rtl: bool = False
    sign: str = ""


class BrochureFact(NamedTuple):
    """A line of an entry: what it is about, and what is so. ``address`` makes it a link."""

    label: str
    value: str
    address: str = ""
    ltr: bool = False


class BrochureEntry(NamedTuple):
    """One organisation. ``key`` is unique in the brochure and made of ASCII letters, digits and hyphens."""

    key: str
    name: str
    other_names: tuple[str, ...]
    texts: tuple[Wording, ...]
    facts: tuple[BrochureFact, ...]
    mark: str = ""


class BrochureGroup(NamedTuple):
    """A part of the brochure: a district, or a letter of the alphabet."""

    title: str
    entries: tuple[BrochureEntry, ...]


class IndexLine(NamedTuple):
    """A word of an index with the entries it leads to, by key."""

    word: str
    keys: tuple[str, ...]


class BrochureIndex(NamedTuple):
    """An index at the end: by language, by topic."""

    title: str
    lines: tuple[IndexLine, ...]


@dataclass(frozen=True, slots=True)
class Brochure:
    """The whole brochure. ``contents_title`` and ``page_of`` ("Seite {n} von {m}") are words of its language."""

    language: str
    rtl: bool
    title: str
    subtitle: str
    city: str
    stand: str
    introduction: tuple[str, ...]
    contents_title: str
    page_of: str
    groups: tuple[BrochureGroup, ...]
    indexes: tuple[BrochureIndex, ...]
    imprint: tuple[str, ...]
    empty: str
    accent_colour: str
    logo_svg: bytes | None
    produced_at: datetime
