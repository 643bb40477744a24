"""What a file is, by its content: the name is only compared with it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from gremienwerk.documents.reading.archives import is_zip
from gremienwerk.documents.reading.lines import Format
from gremienwerk.documents.reading.refusals import SUPPORTED, UnsupportedType, WrongExtension, broken, locked

_GERMAN = {
    Format.TXT: "einfacher Text",
    Format.PDF: "ein PDF",
    Format.DOCX: "eine Word-Datei",
    Format.ODT: "eine OpenDocument-Datei",
    Format.EML: "eine E-Mail",
}
_PLAIN_ENDINGS = {"", ".txt", ".text", ".asc", ".md"}
_MAIL_FIELD = re.compile(
    rb"^(from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|reply-to|cc"
    rb"|x-[\w-]+|dkim-signature|authentication-results|content-transfer-encoding|user-agent|sender):",
    re.IGNORECASE | re.MULTILINE,
)
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "ein RTF-Dokument"),
    (b"\x89PNG", "ein Bild"),
    (b"\xff\xd8\xff", "ein Bild"),
    (b"GIF8", "ein Bild"),
    (b"II*\x00", "ein Bild"),
    (b"MM\x00*", "ein Bild"),
    (b"\x1f\x8b", "ein gepacktes Archiv"),
    (b"7z\xbc\xaf", "ein gepacktes Archiv"),
    (b"Rar!", "ein gepacktes Archiv"),
    (b"MZ", "ein Programm"),
    (b"\x7fELF", "ein Programm"),
)


def recognise_format(data: bytes, *, name: str) -> Format:
    """The type of the content, checked against the ending of the name.

    Raises:
        UnsupportedType: the content, or the ending, is none of the five types.
        WrongExtension: content and ending are two different ones of them.
        UnreadableDocument: an encrypted or damaged office file.
    """
    ending = PurePath(name).suffix.casefold()
    found = _by_signature(data, name=name, ending=ending)
    if found is Format.EML and ending in _PLAIN_ENDINGS:
        return found
    if ending in _PLAIN_ENDINGS - {""}:
        expected: Format | None = Format.TXT
    elif ending == "":
        return found
    else:
        expected = next((known for known in Format if f".{known}" == ending), None)
    if expected is None:
        raise UnsupportedType(
            f"Die Datei „{name}“ hat die Endung „{ending}“, die hier nicht gelesen werden kann. "
            f"Bitte als {SUPPORTED} speichern."
        )
    if found is not expected:
        raise WrongExtension(
            f"Die Datei „{name}“ endet auf „{ending}“, ihr Inhalt ist aber {_GERMAN[found]}. "
            f"Bitte die Datei mit der Endung „.{found}“ benennen oder die richtige Datei wählen."
        )
    return found


def _by_signature(data: bytes, *, name: str, ending: str) -> Format:
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if is_zip(data):
        return _by_members(data, name=name, ending=ending)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise locked(name)
        raise _unsupported(name, "ein Dokument eines alten Office-Formats")
    for signature, german in _FOREIGN:
        if data.startswith(signature):
            raise _unsupported(name, german)
    _refuse_damaged(data, name=name, ending=ending)
    if re.match(rb"\s*(<!doctype html|<html)", data[:200], re.IGNORECASE):
        raise _unsupported(name, "eine Internetseite (HTML)")
    head = re.split(rb"\r?\n\r?\n", data[:20_000].lstrip(), maxsplit=1)[0]
    if re.match(rb"[\w-]+:", head) and len(set(_MAIL_FIELD.findall(head))) >= 2:
        return Format.EML
    return Format.TXT


def _refuse_damaged(data: bytes, *, name: str, ending: str) -> None:
    """Bytes without any signature under the name of a binary type are a damaged file, not a text."""
    binary = {".pdf": "PDF", ".docx": "Word-Datei", ".odt": "OpenDocument-Datei"}
    if ending in binary and (b"\x00" in data or _share_of_controls(data) > 0.02):
        raise broken(name, binary[ending])


def _share_of_controls(data: bytes) -> float:
    sample = data[:20_000]
    return sum(byte < 32 and byte not in b"\t\n\r\f" for byte in sample) / max(len(sample), 1)


def _by_members(data: bytes, *, name: str, ending: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
            mimetype = b""
            if "mimetype" in members:
                with archive.open("mimetype") as stream:
                    mimetype = stream.read(200)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        what = (
            "OpenDocument-Datei"
            if ending == ".odt"
            else "Word-Datei"
            if ending == ".docx"
            else "Office-Datei"
        )
        raise broken(name, what) from error
    if "word/document.xml" in members:
        return Format.DOCX
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text") or (
        not mimetype and {"content.xml", "META-INF/manifest.xml"} <= members
    ):
        return Format.ODT
    if (
        ending in {".docx", ".odt"}
        and not any(part.startswith(("xl/", "ppt/")) for part in members)
        and not mimetype
    ):
        raise broken(name, "Word-Datei" if ending == ".docx" else "OpenDocument-Datei")
    if any(part.startswith("xl/") for part in members) or b"spreadsheet" in mimetype:
        raise _unsupported(name, "eine Tabelle")
    if any(part.startswith("ppt/") for part in members) or b"presentation" in mimetype:
        raise _unsupported(name, "eine Präsentation")
    raise _unsupported(name, "ein gepacktes Archiv")


def _unsupported(name: str, german: str) -> UnsupportedType:
    return UnsupportedType(
        f"Die Datei „{name}“ ist {german} und kann hier nicht gelesen werden. Bitte als {SUPPORTED} speichern."
    )


def rubbish(name: str) -> UnsupportedType:
    """The refusal of bytes that are neither text nor a known type."""
    return UnsupportedType(
        f"Die Datei „{name}“ enthält keinen lesbaren Text, sondern unbekannte Binärdaten. "
        f"Bitte als {SUPPORTED} speichern."
    )
