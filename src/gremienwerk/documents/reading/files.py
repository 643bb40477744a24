"""Reading a file of any supported type: the way in."""

from __future__ import annotations

from pathlib import Path

from gremienwerk.documents.reading import refusals
from gremienwerk.documents.reading.lines import DocumentText, Format
from gremienwerk.documents.reading.mail import read_mail
from gremienwerk.documents.reading.opendocument import read_opendocument
from gremienwerk.documents.reading.pdf import read_pdf
from gremienwerk.documents.reading.plain import decode, lines_of
from gremienwerk.documents.reading.sniffing import recognise_format
from gremienwerk.documents.reading.word import read_word

SIZE_LIMIT = 25_000_000
"""Bytes that a file may have; what councils send has well below one tenth of it."""


def read(source: str | Path | bytes, *, name: str = "") -> DocumentText:
    """A file as lines in reading order.

    Args:
        source: a path, or the bytes themselves (an upload).
        name: the file's name for messages and the check of its ending; a path's own name if empty.

    Raises:
        UnreadableDocument: the file cannot be read; its message is German, names the file and says
            what to do. Each reason has a class of its own in ``refusals``.
    """
    if isinstance(source, bytes):
        name = name or "Eingabe"
        if len(source) > SIZE_LIMIT:
            raise refusals.too_large(name, limit=SIZE_LIMIT)
        return _read_bytes(source, name)
    path = Path(source)
    name = name or path.name or str(path)
    return _read_bytes(_load(path, name), name)


def _load(path: Path, name: str) -> bytes:
    """The bytes of a file of allowed size; a larger one is refused before it is read."""
    try:
        if path.is_dir():
            raise refusals.MissingFile(f"„{name}“ ist ein Ordner. Bitte eine einzelne Datei angeben.")
        with path.open("rb") as stream:
            if path.stat().st_size > SIZE_LIMIT:
                raise refusals.too_large(name, limit=SIZE_LIMIT)
            data = stream.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise refusals.MissingFile(
            f"Die Datei „{name}“ gibt es nicht. Bitte den Pfad prüfen: {path}"
        ) from error
    except (OSError, ValueError) as error:
        raise refusals.MissingFile(
            f"Die Datei „{name}“ lässt sich nicht öffnen. Bitte prüfen, ob sie gelesen werden darf."
        ) from error
    if len(data) > SIZE_LIMIT:
        raise refusals.too_large(name, limit=SIZE_LIMIT)
    return data


def _read_bytes(data: bytes, name: str) -> DocumentText:
    if not data.strip():
        raise refusals.empty(name)
    found = recognise_format(data, name=name)
    if found is Format.EML:
        document = read_mail(data, name=name, read=_read_bytes)
    else:
        try:
            document = _read_single(data, name, found)
        except RecursionError as error:
            # Only a file made for harm nests so deep.
            raise refusals.broken(name, f"{found.upper()}-Datei") from error
    if not any(line.text for line in document.lines) and not document.attachments:
        if document.remarks:
            raise refusals.UnreadableDocument(
                f"Die E-Mail „{name}“ enthält keinen Text. {' '.join(document.remarks)}"
            )
        raise refusals.empty(name)
    return document


def _read_single(data: bytes, name: str, found: Format) -> DocumentText:
    if found is Format.PDF:
        lines, pages = read_pdf(data, name=name)
    elif found is Format.DOCX:
        lines, pages = read_word(data, name=name)
    elif found is Format.ODT:
        lines, pages = read_opendocument(data, name=name)
    else:
        lines, pages = lines_of(decode(data, name=name))
    return DocumentText(name=name, format=found, lines=tuple(lines), pages=pages)
