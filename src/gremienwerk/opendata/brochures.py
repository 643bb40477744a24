"""The directory as a brochure: the content of the pages to print, in the language of the address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time

from django.utils.translation import gettext as _

from gremienwerk.core import wording
from gremienwerk.core.german import sort_key
from gremienwerk.core.languages import DEFAULT, Language
from gremienwerk.core.spoken_languages import grouped, language_name
from gremienwerk.documents.rendering.content.brochures import (
    Brochure,
    BrochureEntry,
    BrochureFact,
    BrochureGroup,
    BrochureIndex,
    IndexLine,
    Wording,
)
from gremienwerk.publishing.records import ProfileRow
from gremienwerk.publishing.sites import PublicBody
from gremienwerk.publishing.vocabulary import word

#: A word that fits more than this share of all entries (German, as a rule) leads nowhere and is left out of an index.
_TELLING = 0.8
_Words = Callable[[ProfileRow], Iterable[str]]


def brochure_of(
    *, rows: Sequence[ProfileRow], body: PublicBody, language: Language, on: date, page: str
) -> Brochure:
    """The brochure of these entries: by district, with indexes by language and by topic.

    Args:
        rows: public rows in German order.
        body: whose directory it is.
        language: of headings and, where an entry has them, of its texts.
        on: the day it speaks for.
        page: address of the list on the web.
    """
    day = wording.format_day(on, language.code)
    return Brochure(
        language=language.code,
        rtl=language.rtl,
        title=_("Migrantenorganisationen"),
        subtitle=_("Vereine und Initiativen: wer sie sind, was sie anbieten, welche Sprachen sie sprechen"),
        city=body.name,
        stand=_("Stand: %(day)s") % {"day": day},
        introduction=_introduction(page),
        contents_title=_("Inhalt"),
        page_of=_("Seite {n} von {m}"),
        groups=_groups(rows, language),
        indexes=(
            _index(_("Nach Sprache"), rows, lambda row: _spoken(row, language)),
            _index(_("Nach Thema"), rows, lambda row: _topics(row, language)),
        ),
        imprint=_imprint(body),
        empty=_("Zu dieser Auswahl gibt es keinen Eintrag."),
        accent_colour=body.accent_colour,
        logo_svg=body.logo_svg.encode() or None,
        produced_at=datetime.combine(on, time(), UTC),
    )


def _introduction(page: str) -> tuple[str, ...]:
    return (
        _("Dieses Heft ist nach Stadtteilen geordnet. Am Ende finden Sie die Organisationen nach Sprache und nach Thema."),
        _("Die Angaben kommen von den Organisationen selbst. Die neueste Fassung steht hier: %(address)s") % {"address": page},
    )  # fmt: skip


def _imprint(body: PublicBody) -> tuple[str, ...]:
    address = ", ".join(part for part in (body.street, f"{body.postcode} {body.city}".strip()) if part)
    lines = (
        _("Herausgegeben von: %(office)s") % {"office": body.office or body.name},
        ", ".join(part for part in (body.department, address) if part),
        " · ".join(part for part in (body.phone, body.email) if part),
    )
    return tuple(line for line in lines if line)


def _groups(rows: Sequence[ProfileRow], language: Language) -> tuple[BrochureGroup, ...]:
    districts: dict[str, list[ProfileRow]] = {}
    for row in rows:
        districts.setdefault(row.district, []).append(row)
    named = sorted((name for name in districts if name), key=sort_key)
    groups = [BrochureGroup(name, _entries(districts[name], language)) for name in named]
    if "" in districts:
        groups.append(BrochureGroup(_("Ohne Stadtteil"), _entries(districts[""], language)))
    return tuple(groups)


def _entries(rows: Iterable[ProfileRow], language: Language) -> tuple[BrochureEntry, ...]:
    return tuple(
        BrochureEntry(
            key=row.uid.hex,
            name=row.name,
            other_names=row.aliases,
            texts=tuple(_texts(row, language)),
            facts=tuple(fact for fact in _facts(row, language) if fact.value),
            mark=_("Seit langem nicht bestätigt. Bitte fragen Sie nach.") if row.needs_confirmation else "",
        )
        for row in rows
    )


def _texts(row: ProfileRow, language: Language) -> Iterable[Wording]:
    """Description and offers in the brochure's language, else in German; below the last German one stands that."""
    found = [text for field in ("description", "offers") if (text := _said(row, field, language)).text]
    foreign = [place for place, text in enumerate(found) if text.language != language.code]
    for place, text in enumerate(found):
        yield text._replace(sign=_only_german(language)) if foreign and place == foreign[-1] else text


def _only_german(language: Language) -> str:
    if language.cldr == DEFAULT.code:
        return _("Diesen Text gibt es noch nicht in Einfacher Sprache.")
    return _("Nur auf Deutsch vorhanden.")


def _said(row: ProfileRow, field: str, language: Language) -> Wording:
    for text in row.texts:
        if text.language == language.code and text.field == field:
            return Wording(text.text, language.code, language.rtl)
    return Wording(getattr(row, field), DEFAULT.code)


def _facts(row: ProfileRow, language: Language) -> Iterable[BrochureFact]:
    yield BrochureFact(_("Sprachen"), wording.join(_spoken(row, language), language.code))
    times = _said(row, "opening_times", language)
    yield BrochureFact(_("Wann"), times.text, ltr=times.language == DEFAULT.code and language.rtl)
    address = ", ".join(part for part in (row.street, f"{row.postcode} {row.city}".strip()) if part)
    yield BrochureFact(_("Ort"), address if row.street else "", ltr=True)
    yield BrochureFact(_("Kontakt"), row.contact_function, ltr=True)
    yield BrochureFact(_("Telefon"), row.phone, f"tel:{re.sub(r'[^0-9+]', '', row.phone)}", ltr=True)
    yield BrochureFact(_("E-Mail"), row.email, f"mailto:{row.email}", ltr=True)
    yield BrochureFact(_("Internet"), re.sub(r"^https?://(www\.)?", "", row.website), row.website, ltr=True)
    if row.confirmed_on is not None:
        yield BrochureFact(_("Bestätigt am"), wording.format_day(row.confirmed_on, language.code))


def _spoken(row: ProfileRow, language: Language) -> list[str]:
    return [
        language_name(word=spoken, language=language.code) for spoken in grouped(words=row.languages).values()
    ]


def _topics(row: ProfileRow, language: Language) -> list[str]:
    return [word(topic.name, language=language.code).text for topic in row.topics]


def _index(title: str, rows: Sequence[ProfileRow], words: _Words) -> BrochureIndex:
    found: dict[str, list[str]] = {}
    for row in rows:
        for one in words(row):
            found.setdefault(one, []).append(row.uid.hex)
    telling = (one for one in sorted(found, key=sort_key) if len(found[one]) <= max(5, len(rows) * _TELLING))
    return BrochureIndex(title, tuple(IndexLine(one, tuple(found[one])) for one in telling))
