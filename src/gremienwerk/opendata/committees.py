"""Committees as a table: exactly the rows that the list of the same address shows, all pages of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from gremienwerk.core.dates import VagueDate
from gremienwerk.core.languages import Language
from gremienwerk.core.wording import format_vague
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.documents.rendering.plain_sheet import PlainList, Value, workbook
from gremienwerk.opendata.directory import harmless
from gremienwerk.publishing import labels
from gremienwerk.publishing.records import CommitteeRow
from gremienwerk.publishing.vocabulary import rhythm_words, word

_WIDTHS = (44, 12, 20, 18, 14, 40, 34, 18, 20, 22, 34, 16, 14, 18, 18, 50)


def header() -> tuple[str, ...]:
    """The headings, in the language that is active."""
    return (
        _("Gremium"), _("Kurzname"), _("Art"), _("Ebene"), _("Status"), _("Leitung"), _("Trifft sich"), _("Gäste"),
        _("Sitzungen"), _("Protokolle"), _("Themen"), _("Organisationen"), _("Migrantenorganisationen wirken mit"),
        _("Gegründet"), _("Bestätigt am"), _("Seite"),
    )  # fmt: skip


def as_csv(*, rows: Iterable[CommitteeRow], page: str, language: Language) -> bytes:
    """The committees as a table that Excel opens by a double click: UTF-8 with its mark, semicolons, CR LF.

    Args:
        rows: public rows.
        page: address of the list, ending in a slash; a committee's own page lies below it.
        language: in whose words the keys of choices are said.

    A value that a spreadsheet would take for a formula gets an apostrophe in front; dates are ISO 8601.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(header())
    for row in rows:
        writer.writerow([_plain(value) for value in cells(row=row, page=page, language=language)])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(*, rows: Sequence[CommitteeRow], page: str, language: Language, on: date) -> RenderedFile:
    """The same table as XLSX, with real dates and a head that can be filtered."""
    content = PlainList(
        file_name="gremien.xlsx",
        title=_("Gremien"),
        header=header(),
        widths=_WIDTHS,
        rows=[cells(row=row, page=page, language=language) for row in rows],
        made_on=on,
    )
    return workbook(content=content)


def cells(*, row: CommitteeRow, page: str, language: Language) -> tuple[Value, ...]:
    """One committee, a value for each heading; None where nothing is recorded."""
    code = language.code
    return (
        row.name or _("Gruppe ohne Namen"),
        row.short_name or None,
        word(row.kind.name, language=code).text,
        labels.level(row.level) or None,
        labels.status(row.status),
        "; ".join(lead.name for lead in row.leads) or None,
        rhythm_words(row.rhythm, language=code).text if row.rhythm else None,
        labels.guests(row.guests) or None,
        labels.publicness(row.publicness) or None,
        labels.minutes_policy(row.minutes) or None,
        "; ".join(word(topic.name, language=code).text for topic in row.topics) or None,
        row.organisations,
        _("ja") if row.has_migrant_organisations else _("nein"),
        _vague(row.founded, code),
        row.confirmed_on,
        f"{page}{row.uid}/",
    )


def _vague(value: VagueDate | None, code: str) -> str | None:
    return format_vague(value, code) if value else None


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else harmless(str(value))
