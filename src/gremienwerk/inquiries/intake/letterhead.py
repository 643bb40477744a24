"""Before the questions: title, groups, dates, addressee, session and number of the paper."""

from __future__ import annotations

import re
from datetime import date

from gremienwerk.core.dates import Precision, UnreadableDate, parse_vague_date
from gremienwerk.inquiries.intake.parsed import Session

_DAY = r"(\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})|\d{1,2}\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s+\d{4}|\d{4}-\d\d-\d\d)"
_DATED = (
    re.compile(rf"(?:Anfrage|Antrag|Schreiben)\b.{{0,160}}?\bvom\s+{_DAY}", re.IGNORECASE),
    re.compile(rf"^vom\s*:?\s*{_DAY}", re.IGNORECASE),
    re.compile(rf"^(?:Datum|Anfragedatum|Datum der Anfrage|Antragsdatum)\s*:?\s*{_DAY}", re.IGNORECASE),
    re.compile(rf"^[A-ZÄÖÜ][\w\s./()-]{{1,40}},\s*(?:den\s+|am\s+|der\s+)?{_DAY}\.?$"),
    re.compile(
        rf"(?:eingegangen|eingereicht|Eingang(?:sdatum)?|Posteingang|Eingegangen|gestellt)\s*(?:am|vom|beim\s.{{0,40}}?)?\s*:?\s*{_DAY}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bDatum\s*:?\s*{_DAY}", re.IGNORECASE),
)
_SESSION_WORD = re.compile(
    r"Sitzung|Termin|Gremium|Beratung|Gemeinderat|Ausschuss|Ortschaftsrat|\bRat\b", re.IGNORECASE
)
_SESSION_HEAD = re.compile(
    r"^(?:Gremi(?:um|en)\b.*(?:Termin|Datum|Sitzung)|Beratungsfolge\b|Gremi(?:um|en)\s*:?$)", re.IGNORECASE
)
_SESSION_ROW = re.compile(
    rf"^(?P<committee>[A-ZÄÖÜ][^\d:]{{2,80}}?)\s*[,|]?\s*(?:am\s+)?{_DAY}(?:\s+(?:TOP\s*)?(?P<item>\d{{1,3}}(?:\.\d+)?[a-z]?))?(?:\s|$)"
)
_SESSION_ROW_DATE_FIRST = re.compile(
    rf"^{_DAY}\s+(?P<committee>[A-ZÄÖÜ][^\d:]{{2,80}}?)(?:\s+(?:Ö|N)?\s*(?P<item>\d{{1,3}}(?:\.\d+)?))?$"
)
_SESSION_SENTENCE = re.compile(
    rf"\bSitzung\s+(?:des|der)\s+(?P<committee>[A-ZÄÖÜ][\w\s,-]{{2,80}}?)\s+(?:am|vom)\s+(?:\w+,?\s+)?(?:den\s+)?{_DAY}"
)
_REFERENCE = re.compile(
    r"(?:Vorlagen?(?:-|\s)?(?:Nr\.?|Nummer)|Vorlage\s+Nr\.?|Anfrage-?\s?Nr\.?|Drucksachen?(?:-|\s)?(?:Nr\.?|Nummer)|Drucks\.?\s?Nr\.?|DS-?Nr\.?|Drs\.?|Drucksache|Anfragenummer)\s*:?\s*"
    r"((?=[\w./-]*\d)[\w][\w./-]*)",
    re.IGNORECASE,
)
_REFERENCE_LABEL = re.compile(
    r"(?:Vorlagen?|Drucksachen?|Anfragen?)[-\s]*(?:Nr\.?|Nummer)\s*:?$", re.IGNORECASE
)
_LONE_REFERENCE = re.compile(
    r"^(?:[A-ZÄÖÜ]{1,4}[/-])?(?:\d{4}/\d{2,5}|\d{2,5}/\d{2,4}|[IVX]+-[A-Z]+-\d+)(?:[-/]\w+)*$"
)
_ADDRESSEE = re.compile(
    r"^(?:An\b(?:\s+(?:den|die|das|Herrn|Frau))?|(?:Herrn?|Frau)\b(?=.*(?:meister|rat\b|rätin|direktor|dezernent|vorsitzend)))\s*:?(.*)$",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^(?:Sehr geehrte[rsn]?|Liebe[rs]?|Guten Tag|Hallo)\b.*", re.IGNORECASE)


def inquiry_date(lines: list[str]) -> date | None:
    """The date of the inquiry itself; the session's date does not count."""
    for pattern in _DATED:
        for index, line in enumerate(lines):
            below = lines[index + 1] if index + 1 < len(lines) else ""
            for text in (line, f"{line} {below}"):
                found = pattern.search(text)
                day = read_day(found.group(1)) if found else None
                if found and day and not _of_session(text[: found.start(1)]):
                    return day
    return None


def _of_session(before: str) -> bool:
    return bool(_SESSION_WORD.search(before)) and "frage" not in before.casefold()


def read_day(text: str) -> date | None:
    """A German date that is exact to the day, also with a year of two figures; else None."""
    short = re.fullmatch(r"(\d{1,2}\.\s?\d{1,2}\.\s?)(\d{2})", text)
    try:
        value = parse_vague_date(f"{short.group(1)}20{short.group(2)}" if short else text)
    except UnreadableDate:
        return None
    return value.latest if value.precision is Precision.DAY else None


def session_of(lines: list[str]) -> Session | None:
    """Committee, day and agenda item of the session, from the table of sittings or a sentence."""
    for index, line in enumerate(lines):
        sentence = _SESSION_SENTENCE.search(line)
        if sentence:
            return Session(sentence.group("committee"), read_day(sentence.group(2)))
        if _SESSION_HEAD.match(line):
            found = _session_below(lines[index + 1 : index + 12])
            if found:
                return found
    return None


def _session_below(lines: list[str]) -> Session | None:
    for line in lines:
        row = _SESSION_ROW.match(line)
        if row and not row.group("committee").casefold().startswith(("vom", "eingang", "datum")):
            return Session(row.group("committee").strip(), read_day(row.group(2)), row.group("item") or "")
        row = _SESSION_ROW_DATE_FIRST.match(line)
        if row:
            return Session(row.group("committee").strip(), read_day(row.group(1)), row.group("item") or "")
    return None


def reference_of(lines: list[str]) -> str | None:
    """The number of the paper in the council information system."""
    for index, line in enumerate(lines):
        found = _REFERENCE.search(line)
        if found:
            return found.group(1).rstrip(".,;")
        if _REFERENCE_LABEL.search(line):
            below = next((one for one in lines[index + 1 : index + 5] if _LONE_REFERENCE.match(one)), None)
            if below:
                return below
    return next(
        (one for one in lines if _LONE_REFERENCE.match(one) and not re.match(r"\d{1,2}/\d{2}$", one)), None
    )


def addressee_of(lines: list[str]) -> str | None:
    """Whom the letter is addressed to; up to three lines of an address are joined."""
    for index, line in enumerate(lines):
        found = _ADDRESSEE.match(line)
        if not found or _SALUTATION.match(line) or len(line) > 90 or line.endswith("."):
            continue
        parts = [re.sub(r"^An\s*:?\s*", "", line).strip()]
        if not parts[0] or re.fullmatch(r"(?:den|die|das|Herrn|Frau)", parts[0]):
            parts += [one for one in lines[index + 1 : index + 3] if len(one) < 60 and not is_label(one)]
        text = " ".join(part for part in parts if part)
        return text or None
    return None


def is_session_row(text: str) -> bool:
    """Whether the line names a committee with a day ("Gemeinderat 14.03.2017 36")."""
    return bool(_SESSION_ROW.match(text) or _SESSION_ROW_DATE_FIRST.match(text))


def is_session_head(text: str) -> bool:
    """Whether the line is the head of the table of sittings ("Gremium Termin TOP …")."""
    return bool(_SESSION_HEAD.match(text))


def is_salutation(text: str) -> bool:
    """Whether the line greets the reader."""
    return bool(_SALUTATION.match(text))


_LABEL = re.compile(
    r"^(?:(?:Vorlagen?|Drucksachen?|Anfragen?)[-\s]*(?:Nr|Nummer)\b|(?:Eingang|Eingegangen|Eingereicht)(?:sdatum)?\b\s*(?:am|von|beim|bei|:|$)"
    r"|(?:vom|Verantwortlich|Dienststelle|Datum|Status|Betreff|Betr|Gremi(?:um|en)|Termin|Az|Aktenzeichen|Telefon|Tel|Fax|Telefax|E-Mail|Zuständig\w*|Federführ\w*|Öffentlich|Sitzung\w*|Ergebnis|Bearbeit\w*"
    r"|Geschäftszeichen|Einreicher\w*|Antragsteller\w*|Fragesteller\w*|Verfasser\w*|von|an|Amt|Beteiligt\w*|Beratungsart|Ort|Uhrzeit|Raum|Verteiler|Ansprechpartner\w*|Auskunft\w*|Zimmer)\s*\.?\s*(?::|$)"
    r"|Dez\.|TOP\b|Beratungsfolge\b|Drucks\.|DS\s|DS-|(?:nicht\s*)?öffentlich(?:e[rs]?\s+\w+)?$|An\s+(?:den|die|das|Herrn?|Frau)\b|Stadt\s+[A-ZÄÖÜ]\w+$|Landeshauptstadt\b"
    r"|(?:Der|Die)\s+Ober?bürgermeister(?:in)?$|(?:Der|Die)\s+Bürgermeister(?:in)?$|Stadtamt\b|Postfach\b|www\.|Seite\s*\d|(?:Tel|Fax|Telefon)\b|Rathaus\b.{0,40}\d)",
    re.IGNORECASE,
)


def is_label(text: str) -> bool:
    """Whether a line of the letterhead is a label or office data and no subject."""
    return bool(
        _LABEL.match(text)
        or _LONE_REFERENCE.match(text)
        or re.fullmatch(rf"{_DAY}|\d+\w?|[öÖnN☒☐xX/\s]+|\S+@\S+|\d{{5}}\s+\w+", text)
        or re.match(r"^[A-ZÄÖÜ][\w\s./()-]{1,40},\s*(?:den\s+)?\d{1,2}\.", text)
    )
