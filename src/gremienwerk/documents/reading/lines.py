"""The result of reading: lines with just enough layout to tell a wrapped line from a new paragraph."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LineKind(StrEnum):
    """Where a line stands; ``HEADER`` and ``FOOTER`` are candidates for page furniture."""

    BODY = "body"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"


class Format(StrEnum):
    """The supported types of files, by their usual ending."""

    TXT = "txt"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EML = "eml"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed, or one paragraph of a Word or ODT file.

    Attributes:
        text: the words, without surrounding blanks, composed (NFC); hyphens at its end are kept.
        page: counted from 1.
        kind: where it stands.
        gap: blank lines above it (estimated from the distance in a PDF).
        indent: distance from the left edge of its column, in characters.
        fill: share of the usual line width that it uses, from 0 to 1; None where the file does not
            wrap lines itself (Word, ODT), so that every line there is a paragraph.
        label: the automatic number or bullet that the word processor shows before it ("1.", "a)",
            "•"); not part of ``text``.
        level: depth of the automatic list, 0 for the outermost.
    """

    text: str
    page: int = 1
    kind: LineKind = LineKind.BODY
    gap: int = 0
    indent: float = 0.0
    fill: float | None = None
    label: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Hints:
    """What the envelope of a document says about it (an e-mail's header); may be wrong."""

    subject: str = ""
    sender: str = ""
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document as lines in reading order.

    Attributes:
        name: the file's name as the sender gave it.
        format: its type, recognised by its content.
        lines: all lines, also furniture and footnotes; nothing is left out.
        pages: number of pages (1 where the file has none).
        hints: an e-mail's subject, sender and date.
        attachments: readable attachments of an e-mail.
        remarks: German sentences on what could not be read (an attachment of an unknown type, …).
    """

    name: str
    format: Format
    lines: tuple[Line, ...]
    pages: int = 1
    hints: Hints = Hints()
    attachments: tuple[DocumentText, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All lines with their labels, one below the other."""
        return "\n".join(f"{line.label} {line.text}".strip() for line in self.lines)


_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "\u2011": "-",
        "\u2010": "-",
        "\x02": "-",
        "\ufffe": "-",
    }
)
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r"[^\S\n]+")


def clean(text: str) -> str:
    """One line in normal form: composed letters, plain blanks, no invisible characters.

    A soft hyphen at the end of a line is a visible hyphen there; elsewhere it is not shown.
    """
    plain = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    plain = re.sub("\u00ad(?=\\s*$)", "-", plain).replace("\u00ad", "")
    return _SPACES.sub(" ", _INVISIBLE.sub("", plain)).strip()
