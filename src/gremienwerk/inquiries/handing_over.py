"""The package for the council office: cover fields, numbered annexes, the released files and their checksums."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import Any, NamedTuple

from gremienwerk.core.dates import write_day
from gremienwerk.documents.models import StoredFile
from gremienwerk.documents.queries import read_content
from gremienwerk.inquiries.models import ClimateEffect, Inquiry, Release
from gremienwerk.inquiries.models.redactions import latest_redaction
from gremienwerk.inquiries.printing import ANNEX_OF_FILE

COVER, COVER_DATA, CHECKSUMS = "deckblatt.txt", "deckblatt.json", "pruefsummen.txt"


class PackedAnnex(NamedTuple):
    """An annex by its number; ``file`` names its own file in the package, empty if it stands only in the answer."""

    number: int
    title: str
    file: str


def handover_package(*, inquiry: Inquiry, release: Release) -> bytes:
    """A ZIP file of a released version, the same bytes every time while its cover fields are the same.

    The number of the paper, its address and the day of dispatch stand in the cover only, so that they may come
    later: no file and no checksum of the released content changes with them.

    Args:
        inquiry: with its present number and address.
        release: one of its versions; redacted where somebody's data had to be erased.

    Raises:
        UserFacingError: if the storage has lost a file.
    """
    content, checksum, stored = _as_it_may_be_seen(release)
    numbers = _numbers(content, [one.name for one in stored])
    names = {
        one.name: f"anlage-{numbers[one.name]}-{one.name}" if one.name in numbers else one.name
        for one in stored
    }
    annexes = tuple(
        PackedAnnex(number, title, next((names[name] for name, n in numbers.items() if n == number), ""))
        for number, title, _ in _annexes(content)
    )
    fields = cover_fields(inquiry=inquiry, release=release, content=content, checksum=checksum)
    data = {**fields, "Anlagen": [one._asdict() for one in annexes]}
    texts = {
        COVER: _cover(fields, annexes),
        COVER_DATA: json.dumps(data, ensure_ascii=False, indent=2) + "\n",
        # The form that sha256sum --check reads.
        CHECKSUMS: "".join(f"{one.sha256}  {names[one.name]}\n" for one in stored),
    }
    files = {name: text.encode() for name, text in texts.items()}
    files |= {names[one.name]: read_content(stored=one) for one in stored}
    return _zipped(files, release.released_on)


def _as_it_may_be_seen(release: Release) -> tuple[dict[str, Any], str, list[StoredFile]]:
    """Content, checksum and files: the redacted ones, if somebody's data had to be erased from the release."""
    redaction = latest_redaction(release)
    if redaction is None:
        rows = release.files.select_related("file").order_by("position")
        return release.content, release.checksum, [one.file for one in rows]
    named = [(one["sha256"], one["name"]) for one in redaction.content["files"]]
    files = StoredFile.objects.filter(body=release.body_id, sha256__in=[sha256 for sha256, _ in named])
    by_name = {(one.sha256, one.name): one for one in files}
    return redaction.content, redaction.checksum, [by_name[one] for one in named]


def cover_fields(
    *, inquiry: Inquiry, release: Release, content: dict[str, Any], checksum: str
) -> dict[str, str]:
    """What the council office enters, German words by German names; empty where there is nothing yet."""
    paper: dict[str, Any] = content["paper"]
    check = paper.get("climate_check") or {}
    session = f" am {write_day(inquiry.session_date)}" if inquiry.session_date else ""
    effect = check.get("effect") or ""
    return {
        "Titel": inquiry.title,
        "Art": paper.get("kind", ""),
        "Vorlagennummer": inquiry.number,
        "Fassung": str(release.version),
        "Freigegeben am": write_day(release.released_on),
        "Versand am": write_day(inquiry.dispatch_on) if inquiry.dispatch_on else "",
        "Öffentlich": "ja" if inquiry.is_public else "nein",
        "Gremium und Sitzung": f"{inquiry.session_committee}{session}".strip(),
        "Antwortende Einheit": paper.get("reporting_unit", ""),
        "Stand der Angaben": write_day(release.as_of),
        "Klimacheck": str(ClimateEffect(effect).label) if effect else "",
        "Begründung des Klimachecks": check.get("reason", ""),
        "Adresse im Ratsinformationssystem": inquiry.council_url,
        "Prüfsumme des Inhalts (SHA-256)": checksum,
    }


def _annexes(content: dict[str, Any]) -> list[tuple[int, str, str]]:
    """Number, title and type of the annexes as they were frozen."""
    return [(one["number"], one["title"], one["type"]) for one in content["paper"].get("annexes", ())]


def _numbers(content: dict[str, Any], files: list[str]) -> dict[str, int]:
    """The number of the annex that a file is, by the file's name."""
    numbers = {kind: number for number, _, kind in _annexes(content)}
    kinds = {name: ANNEX_OF_FILE[name].__name__ for name in files if name in ANNEX_OF_FILE}
    return {name: numbers[kind] for name, kind in kinds.items() if kind in numbers}


def _cover(fields: dict[str, str], annexes: tuple[PackedAnnex, ...]) -> str:
    lines = [f"{name}: {value or 'noch offen'}" for name, value in fields.items()]
    lines += [f"Anlage {one.number}: {one.title} ({one.file or 'in der Antwort'})" for one in annexes]
    return "\n".join(lines) + "\n"


def _zipped(files: dict[str, bytes], on: date) -> bytes:
    """The files in their order, all dated on one day, so that equal content makes equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()
