"""Why a file cannot be read, said in one German message that names the file and the way out."""

from __future__ import annotations

from gremienwerk.core.errors import UserFacingError

SUPPORTED = "PDF, Word (.docx), OpenDocument (.odt), E-Mail (.eml) oder Text (.txt)"


class UnreadableDocument(UserFacingError):
    """A file that arrives cannot be turned into text; base of all refusals in this package."""


class MissingFile(UnreadableDocument):
    """There is no file at the path, it is a directory, or it may not be opened."""


class EmptyDocument(UnreadableDocument):
    """The file has no bytes or nothing but blanks."""


class TooLarge(UnreadableDocument):
    """The file, or what is packed in it, exceeds the limits."""


class UnsupportedType(UnreadableDocument):
    """The content is none of the five types."""


class WrongExtension(UnreadableDocument):
    """The name promises another type than the content has."""


class BrokenDocument(UnreadableDocument):
    """The type is right, the file is damaged."""


class LockedDocument(UnreadableDocument):
    """The file is encrypted with a password."""


class ScannedDocument(UnreadableDocument):
    """A PDF of pictures, without any text."""


def broken(name: str, what: str) -> BrokenDocument:
    """The refusal of a damaged file; ``what`` is the type in German ("Word-Datei")."""
    return BrokenDocument(
        f"Die Datei „{name}“ ist beschädigt und lässt sich nicht als {what} lesen. "
        "Bitte die Datei im ursprünglichen Programm öffnen, neu speichern und noch einmal senden."
    )


def locked(name: str) -> LockedDocument:
    """The refusal of a file with a password."""
    return LockedDocument(
        f"Die Datei „{name}“ ist mit einem Passwort geschützt. Bitte ohne Passwort speichern und noch einmal senden."
    )


def empty(name: str) -> EmptyDocument:
    """The refusal of a file without any text."""
    return EmptyDocument(f"Die Datei „{name}“ ist leer. Bitte prüfen, ob die richtige Datei gewählt wurde.")


def too_large(name: str, *, limit: int) -> TooLarge:
    """The refusal of a file above the limit (bytes)."""
    return TooLarge(
        f"Die Datei „{name}“ ist zu groß; erlaubt sind höchstens {limit // 1_000_000} MB. "
        "Bitte nur die Anfrage selbst senden, ohne große Anlagen oder Bilder."
    )
