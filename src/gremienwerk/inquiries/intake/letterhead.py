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
        rf"(?:eingegangen|eingereicht|Eingang(?:sdatum)?|Posteingang|Eingegangen|gestellt)\s*(?:am|vom|beim\s.{{0,40}})?\s*:?\s*{_DAY}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bDatum\s*:?\s*{_DAY}", re.IGNORECASE),
)
_SESSION_LABEL = re.compile(
    r"^(?:(?:Vorlagen?|Drucksachen?|Anfragen?)[-\s]*(?:Nr|Nummer)\b|(?:Eingang|Eingegangen|Eingereicht)(?:sdatum)?\b\s*(?:am|von|:|$)"
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
