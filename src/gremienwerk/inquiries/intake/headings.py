"""Headings and formulas that end the questions or open an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(
    r"""(?:
      (?:(?:Sachverhalt|Sachstand|Sachdarstellung|Sachlage)\s*[/,]?\s*(?:und\s+)?)?(?:zur\s+|Kurze\s+)?Begründung(?:\s+(?:der|zur)\s+(?:Anfrage|Fragen?))?\s*:?\s*$
    | Begründung\s*:
    | (?:Sachverhalt|Sachstand|Sachdarstellung|Hintergrund|Erläuterung(?:en)?|Ergänzende\s+Erläuterungen|Zum\s+Hintergrund|Anlass|Vorbemerkung(?:en)?|Hinweis)\s*(?:[/:].{0,40})?$
    | (?:Hintergrund|Erläuterung(?:en)?|Anlass)\s*:\s+\S
    | Anlagen?(?:\s?/\s?n)?\s*(?:\(\w*\))?\s*(?::.*|\d{1,2}\s*(?:[:–-].*)?)?$ | Anlagenverzeichnis\s*:?$
    | Klima-?(?:check|relevanz|auswirkung(?:en)?|prüfung)\b.{0,60}$
    | Auswirkungen\s+(?:auf|für)\s+(?:das\s+|den\s+)?Klima\w*.{0,40}$
    | Finanzielle\s+Auswirkungen.{0,40}$ | Kosten\s+und\s+Finanzierung\s*:?$ | Nachhaltigkeitscheck.{0,40}$ | Demografie-?Check.{0,40}$
    | Mit\s+(?:freundlich|best|kollegial|herzlich|solidarisch)\w*\s+(?:Grüßen|Grüssen|Gruß).{0,40}$ | (?:Freundliche|Viele|Beste)\s+Grüße.{0,40}$ | Hochachtungsvoll.{0,20}$
    | (?:gez\b|i\.\s?[AV]\.)\s*[.:]?\s*(?:$|(?-i:[A-ZÄÖÜ]).{0,60}$) | gezeichnet\b.{0,60}$ | unterzeichnet(?:\s+von)?\s*:?.{0,60}$
    | \[Unterz\w+\s+entfernt\].* | Unterschrift(?:en)?\b.{0,40}$ | f\.\s?d\.\s?R\.?.{0,40}$
    | Quellen?\b(?:\s*:.*|\s+\S+\s+vom.*|nachweis\w*.*|n?angabe\w*.*)?$ | Fußnoten?\s*:?$ | Verteiler\s*:.*
    | (?:Vielen|Besten|Herzlichen)\s+Dank\b.{0,80}$ | (?:Wir|Ich)\s+(?:danken?|bedanken?)\b.*
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_INSIDE_ANSWERS = re.compile(
    r"(?:Sach\w+|Hintergrund|Erläuterung\w*|Ergänzende|Zum\s+Hintergrund|Anlass|Vorbemerkung\w*|Hinweis|Quelle\w*|Fußnote\w*|Begründung|(?:Wir|Ich)\s)",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"(?:(?:Vorläufige\s+)?(?:Antwort|Beantwortung|Stellungnahme|Rückmeldung)(?:\s+(?:der|des|durch\s+die|durch\s+das)\s+(?:(?:Stadt|Kreis|Fach|Bau|Gemeinde)?[Vv]erwaltung|\w*[Aa]mt\w*|\w*[Bb]ürgermeister\w*|Dezernats?\s*\w*|Magistrats?|Senats?|Fachbereichs?\s*\w*))?"
    r"\s*(?::+|[-–]\s|$)|A(?:ntw)?\.?:)\s*(.*)$",
)
_REPLY_START = re.compile(
    r"^(?:Die\s+(?:Fragen?|Anfrage)\b.{0,80}\bwie\s+folgt|.{0,120}\b(?:beantwortet|nimmt|nehmen|antwortet|beantworten)\b.{0,80}\bwie\s+folgt)"
    r".{0,80}:?$|^(?:Antwort(?:en)?|Beantwortung|Stellungnahme)(?:\s+(?:der|des)\s+\w+)?\s*:?$",
    re.IGNORECASE,
)
_NUMBERS = r"(\d{1,2}|[a-z])\s*[.)]?(?:\s*(?:(bis|[-–])|(und|,|/|u\.|sowie))\s*(\d{1,2}|[a-z])\s*[.)]*)?(?:\s*(?:und|,)\s*(\d{1,2})\s*[.)]*)?"
_NUMBERED_REPLY = re.compile(
    rf"(?:(?:Antwort|Beantwortung|Stellungnahme|Antworten)\s*(?:(?:der\s+Verwaltung\s+)?(?:zu|auf|der|zur)(?:\s+(?:der|den|die))?)?|zu|zur|ad)\s*(?:(?:den|der)\s+)?"
    rf"(?:Fragen?|Frageziffern?|Ziffern?|Punkt|Punkte|Nr\.?|Nummer)?\s*{_NUMBERS}\s*(?:[:.)–-]+\s*(.*)|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reply:
    """The opening of an answer: to which questions (empty: the one before), and the text after it."""

    numbers: tuple[str, ...]
    rest: str


def ends_questions(text: str) -> bool:
    """Whether the line opens the reasons, the annexes, the greeting or another part after the questions."""
    return bool(_END.match(text))


def ends_answers(text: str) -> bool:
    """Whether the line ends the last answer: an answer may have a background, but no greeting or check inside."""
    return ends_questions(text) and not _INSIDE_ANSWERS.match(text)


def reply_of(text: str) -> Reply | None:
    """The reading of a line as the opening of an answer, or None."""
    numbered = _NUMBERED_REPLY.match(text)
    if numbered:
        first, through, _, second, third, rest = numbered.groups()
        return Reply(_span(first, through, second, third), rest or "")
    plain = _REPLY.match(text)
    return Reply((), plain.group(1) or "") if plain else None


def opens_replies(text: str) -> bool:
    """Whether the line announces all answers ("Die Verwaltung beantwortet die Fragen wie folgt:")."""
    return bool(_REPLY_START.match(text))


def _span(first: str, through: str | None, second: str | None, third: str | None) -> tuple[str, ...]:
    if second is None:
        return (first,)
    if through and first.isdigit() and second.isdigit() and int(first) <= int(second):
        return tuple(str(number) for number in range(int(first), int(second) + 1))
    return tuple(number for number in (first, second, third) if number)
