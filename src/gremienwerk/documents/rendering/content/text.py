"""Blocks of running text, and the word for what nobody has recorded."""

from typing import NamedTuple

NOT_RECORDED = "nicht erfasst"


class Paragraph(NamedTuple):
    """A paragraph. Web addresses and mentions of an annex ("Anlage 2") in it become links by themselves."""

    text: str


class Subheading(NamedTuple):
    """A heading inside one answer (third level), such as the two parts of the answer to question 1."""

    text: str


class BulletList(NamedTuple):
    """A list; each item is one paragraph."""

    items: tuple[str, ...]


class SmallTable(NamedTuple):
    """A table in the running text: at most five columns; the caption is numbered by the renderer.

    `numeric` names the columns (counted from 0) that are set flush right.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


class AnnexRef(NamedTuple):
    """A pointer to an annex by its number: "Siehe beigefügte Tabelle (Anlage 1)."."""

    annex: int
    text: str


class FigureRef(NamedTuple):
    """A pointer to the structure chart, which is drawn in the annex with this number."""

    annex: int
    text: str


Block = Paragraph | Subheading | BulletList | SmallTable | AnnexRef | FigureRef
