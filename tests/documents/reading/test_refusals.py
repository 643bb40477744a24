"""Every file that cannot be read gives one German message that names the file and the way out."""

from __future__ import annotations

import contextlib
import io
import random
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.reading import archives, files, refusals
from gremienwerk.documents.reading.files import SIZE_LIMIT, read
from gremienwerk.documents.reading.lines import Format


def _pdf(text: str = "") -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    if text:
        canvas.drawString(72, 700, text)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.save()
    return target.getvalue()


def _word(text: str = "1. Wie viele Gremien gibt es?") -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(target)
    return target.getvalue()


def _encrypted_pdf() -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf("geheim"))) as document:
        document.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    return target.getvalue()


def _zip(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def _rubbish(length: int = 4000) -> bytes:
    return random.Random(7).randbytes(length)


_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_CASES = {
    "leer.txt": (b"", refusals.EmptyDocument),
    "leer.pdf": (b"", refusals.EmptyDocument),
    "blanks.txt": (b" \r\n\t\n ", refusals.EmptyDocument),
    "ohne-text.docx": (_word(""), refusals.EmptyDocument),
    "scan.pdf": (_pdf(), refusals.ScannedDocument),
    "stempel.pdf": (_pdf("Seite 1"), refusals.ScannedDocument),
    "geheim.pdf": (_encrypted_pdf(), refusals.LockedDocument),
    "geheim.docx": (
        b"\xd0\xcf\x11\xe0" + b"x" * 600 + "EncryptedPackage".encode("utf-16-le"),
        refusals.LockedDocument,
    ),
    "geheim.odt": (
        _zip(
            mimetype=_ODT_TYPE, **{"META-INF/manifest.xml": b"<m><encryption-data/></m>", "content.xml": b"x"}
        ),
        refusals.LockedDocument,
    ),
    "word.pdf": (_word(), refusals.WrongExtension),
    "pdf.docx": (_pdf("1. Wie viele Gremien gibt es?"), refusals.WrongExtension),
    "pdf.txt": (_pdf("1. Wie viele Gremien gibt es?"), refusals.WrongExtension),
    "text.pdf": (b"1. Wie viele Gremien gibt es?", refusals.WrongExtension),
    "text.eml": (b"1. Wie viele Gremien gibt es?", refusals.WrongExtension),
    "anfrage.xyz": (b"1. Wie viele Gremien gibt es?", refusals.UnsupportedType),
    "bild.txt": (b"\x89PNG\r\n\x1a\n", refusals.UnsupportedType),
    "alt.doc": (b"\xd0\xcf\x11\xe0" + b"x" * 600, refusals.UnsupportedType),
    "tabelle.xlsx": (_zip(**{"xl/workbook.xml": b"<x/>"}), refusals.UnsupportedType),
    "archiv.zip": (_zip(a=b"b"), refusals.UnsupportedType),
    "rubbish.txt": (_rubbish(), refusals.UnsupportedType),
    "rubbish.pdf": (_rubbish(), refusals.BrokenDocument),
    "rubbish.docx": (_rubbish(), refusals.BrokenDocument),
    "kaputt.pdf": (b"%PDF-1.7\n" + _rubbish(), refusals.BrokenDocument),
    "kaputt.docx": (_word()[:2000], refusals.BrokenDocument),
    "kein-xml.docx": (_zip(**{"word/document.xml": b"<w:document"}), refusals.BrokenDocument),
    "kein-inhalt.docx": (_zip(**{"[Content_Types].xml": b"<x/>"}), refusals.BrokenDocument),
    "kein-inhalt.odt": (_zip(mimetype=_ODT_TYPE), refusals.BrokenDocument),
    "kein-xml.odt": (_zip(mimetype=_ODT_TYPE, **{"content.xml": b"<"}), refusals.BrokenDocument),
    "kopf.eml": (b"From: a@example.org\nSubject: Anfrage\n\n", refusals.EmptyDocument),
}


@pytest.mark.parametrize("name", sorted(_CASES))
def test_is_refused_with_its_reason(name: str) -> None:
    data, reason = _CASES[name]

    with pytest.raises(refusals.UnreadableDocument) as caught:
        read(data, name=name)

    assert type(caught.value) is reason
    assert isinstance(caught.value, UserFacingError)
    assert f"„{name}“" in caught.value.message
    assert caught.value.message.count("\n") == 0
    assert "Bitte" in caught.value.message


def test_wrong_ending_says_what_the_file_is() -> None:
    with pytest.raises(refusals.WrongExtension, match="ihr Inhalt ist aber eine Word-Datei"):
        read(_word(), name="anfrage.pdf")


def test_huge_file_is_refused_without_reading_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "gross.pdf"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    monkeypatch.setattr(files, "_read_bytes", lambda *_: pytest.fail("was read"))

    with pytest.raises(refusals.TooLarge, match="höchstens 25 MB"):
        read(path)


def test_huge_upload_is_refused() -> None:
    with pytest.raises(refusals.TooLarge):
        read(b"a" * (SIZE_LIMIT + 1), name="gross.txt")


def test_zip_bomb_is_refused_while_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MEMBER_LIMIT", 100_000)
    bomb = _zip(**{"word/document.xml": b"<a>" + b" " * 5_000_000 + b"</a>"})

    with pytest.raises(refusals.TooLarge):
        read(bomb, name="bombe.docx")


def test_xml_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document {names}><w:body><w:p><w:r><w:t>Wie viele? &e;</w:t></w:r></w:p></w:body></w:document>'

    document = read(_zip(**{"word/document.xml": body.encode()}), name="fremd.docx")

    assert "geheim" not in document.text


def test_missing_file_and_directory(tmp_path: Path) -> None:
    with pytest.raises(refusals.MissingFile, match="gibt es nicht"):
        read(tmp_path / "fehlt.pdf")
    with pytest.raises(refusals.MissingFile, match="ist ein Ordner"):
        read(tmp_path)


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "zu.txt"
    path.write_text("Wie viele?", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(refusals.MissingFile, match="lässt sich nicht öffnen"):
        read(path)


def test_name_without_ending_is_read_by_its_content() -> None:
    assert read(_word(), name="upload").format is Format.DOCX
    assert read(_pdf("1. Wie viele Gremien gibt es?"), name="upload").format is Format.PDF


def test_mail_saved_as_text_is_read_as_mail() -> None:
    document = read(b"From: a@example.org\nSubject: Anfrage\n\nWie viele Gremien gibt es?\n", name="mail.txt")

    assert document.format is Format.EML


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=3000), name=st.sampled_from(["a.pdf", "a.docx", "a.odt", "a.eml", "a.txt", "a"])
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with contextlib.suppress(refusals.UnreadableDocument):
        assert read(data, name=name).lines


@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1), damage=st.binary(min_size=1, max_size=40), kind=st.sampled_from(["pdf", "docx"]))
def test_damaged_files_are_read_or_refused(at: float, damage: bytes, kind: str) -> None:
    data = _pdf("1. Wie viele Gremien gibt es in der Stadt?") if kind == "pdf" else _word()
    place = int(at * len(data))
    damaged = data[:place] + damage + data[place + len(damage) :]

    with contextlib.suppress(refusals.UnreadableDocument):
        assert read(damaged, name=f"a.{kind}").lines


@settings(max_examples=80, deadline=None)
@given(head=st.text(max_size=200), body=st.text(max_size=300))
def test_any_mail_is_read_or_refused(head: str, body: str) -> None:
    raw = f"From: a@example.org\nSubject: x\n{head}\n\n{body}".encode("utf-8", "replace")

    with contextlib.suppress(refusals.UnreadableDocument):
        assert read(raw, name="a.eml").lines
