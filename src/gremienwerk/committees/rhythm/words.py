"""What single German words say: numbers, ordinals, units, cycles, weekdays, months.

German builds words at will ("sechswöchentlich", "Zweijahresrhythmus", "Dienstagabend"), so words
are taken apart rather than listed.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from text_to_num import text2num

from gremienwerk.committees.rhythm.items import Span
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS
from gremienwerk.committees.rhythm.tokens import Token

_ONE = dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines", "eins"), Fraction(1))
_SPECIAL: Mapping[str, Fraction] = {
    **_ONE,
    "zwo": Fraction(2),
    "zweier": Fraction(2),
    "anderthalb": Fraction(3, 2),
    "eineinhalb": Fraction(3, 2),
    "einundeinhalb": Fraction(3, 2),
    "zweieinhalb": Fraction(5, 2),
    "dreieinhalb": Fraction(7, 2),
    "halb": Fraction(1, 2),
    "viertel": Fraction(1, 4),
    "dreiviertel": Fraction(3, 4),
    "drittel": Fraction(1, 3),
    "dutzend": Fraction(12),
}
_NUMBER = re.compile(
    r"(?:ein|eins|und|zwei|drei|vier|fuenf|sechs|sech|sieben|sieb|acht|neun|zehn|elf|zwoelf|zwanzig|dreissig|"
    r"vierzig|fuenfzig|hundert)+"
)
_ORDINALS: Mapping[str, int] = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fuenft": 5, "letzt": -1, "vorletzt": -2, "drittletzt": -3, "viertletzt": -4,
    "sechst": 6, "siebt": 7, "siebent": 7, "acht": 8, "neunt": 9, "zehnt": 10, "zwoelft": 12, "fuenfzehnt": 15,
    "zwanzigst": 20,
}  # fmt: skip
_ORDINAL = re.compile(r"([a-z]+?t)(?:e|en|er|es|em)")

# Units as they stand inside words, longest first; "jaehr" and "woech" are the adjective's stems.
_UNITS: tuple[tuple[str, Span], ...] = (
    ("kalenderhalbjahr", Span("month", Fraction(6))),
    ("schulhalbjahr", Span("month", Fraction(6))),
    ("dreivierteljahr", Span("month", Fraction(9))),
    ("dreivierteljaehr", Span("month", Fraction(9))),
    ("kalendervierteljahr", Span("month", Fraction(3))),
    ("vierteljahr", Span("month", Fraction(3))),
    ("vierteljaehr", Span("month", Fraction(3))),
    ("halbjahr", Span("month", Fraction(6))),
    ("halbjaehr", Span("month", Fraction(6))),
    *((f"{kind}jahr", Span("year")) for kind in (
        "kalender", "schul", "geschaefts", "haushalts", "wirtschafts", "kindergarten", "kita", "berichts", "amts",
        "foerder", "vereins", "arbeits", "rechnungs", "studien", "ausbildungs", "projekt", "kirchen",
    )),
    ("jahr", Span("year")),
    ("jaehr", Span("year")),
    ("kalendermonat", Span("month")),
    ("monat", Span("month")),
    ("kalenderwoch", Span("week")),
    ("woch", Span("week")),
    ("woech", Span("week")),
    ("quartal", Span("month", Fraction(3))),
    ("tertial", Span("month", Fraction(4))),
    ("trimester", Span("month", Fraction(4))),
    ("semester", Span("month", Fraction(6))),
    ("tag", Span("day")),
    ("taeg", Span("day")),
)  # fmt: skip
_SHORT_UNITS: Mapping[str, Span] = {
    "mon": Span("month"), "mo": Span("month"), "mt": Span("month"), "m": Span("month"),
    "wo": Span("week"), "wch": Span("week"), "w": Span("week"), "kw": Span("week"),
    "j": Span("year"), "jhr": Span("year"), "a": Span("year"), "jr": Span("year"), "kj": Span("year"),
    "q": Span("month", Fraction(3)), "qu": Span("month", Fraction(3)), "quart": Span("month", Fraction(3)),
    "hj": Span("month", Fraction(6)), "vj": Span("month", Fraction(3)), "t": Span("day"), "d": Span("day"),
}  # fmt: skip
_SHORT_CYCLES: Mapping[str, Span] = {
    "mtl": Span("month"), "monatl": Span("month"),
    "woechentl": Span("week"), "wtl": Span("week"), "woe": Span("week"), "wchtl": Span("week"),
    "jaehrl": Span("year"), "jhrl": Span("year"), "jrl": Span("year"), "jl": Span("year"), "jaehr": Span("year"),
    "halbjhrl": Span("month", Fraction(6)), "halbj": Span("month", Fraction(6)), "hj": Span("month", Fraction(6)),
    "hjl": Span("month", Fraction(6)), "halbjaehrl": Span("month", Fraction(6)),
    "vierteljhrl": Span("month", Fraction(3)), "vierteljhl": Span("month", Fraction(3)),
    "viertelj": Span("month", Fraction(3)), "vj": Span("month", Fraction(3)), "vjl": Span("month", Fraction(3)),
    "vierteljaehrl": Span("month", Fraction(3)), "viertelljaehrlich": Span("month", Fraction(3)),
    "tgl": Span("day"), "taegl": Span("day"), "tg": Span("day"),
}  # fmt: skip
_RHYTHMS = ("rhythmus", "rythmus", "rhytmus", "rhythmen", "turnus", "turnussen", "takt", "taktung", "intervall",
            "intervalle", "intervallen", "abstand", "abstaende", "abstaenden", "zyklus", "zyklen", "frequenz")  # fmt: skip
_ENDING = "(?:e|en|er|es|em|s|n|m|r)?"

Form = Literal["adverb", "lasting", "noun", "rhythm"]

_TAILS: tuple[tuple[str, Form], ...] = (
    (rf"(?:ent)?l(?:ich(?:st)?{_ENDING})?|(?:s|e|es|en)?weise{_ENDING}|s?maessig{_ENDING}", "adverb"),
    (rf"ig{_ENDING}", "lasting"),
    (r"|e|es|en|s", "noun"),
)
_CYCLE_TAILS = tuple((re.compile(tail), form) for tail, form in _TAILS)
_RHYTHM_TAIL = re.compile(rf"(?:e|es|en|s|er)?(?:{'|'.join(sorted(_RHYTHMS, key=len, reverse=True))})s?")
_ALL = ("all", "aller")


class UnitWord(NamedTuple):
    """A word that holds a unit of time, and how it uses it.

    ``form`` adverb: "zweimonatlich"; lasting: "sechswöchig" (may be a duration); noun: "Monat",
    "Quartals"; rhythm: "Zweijahresrhythmus". ``counted``: the number is in the word.
    """

    span: Span
    form: Form
    counted: bool


@lru_cache(maxsize=4096)
def number_of(text: str) -> Fraction | None:
    """The cardinal that a folded word names ("zwölf", "anderthalb"), or None."""
    if text in _SPECIAL:
        return _SPECIAL[text]
    for ending in ("e", "en", "es", "er", "em", "s"):
        if text in (f"halb{ending}", f"viertel{ending}"):
            return _SPECIAL[text[: -len(ending)]]
    if len(text) > 40 or not _NUMBER.fullmatch(text):
        return None
    spelled = text.replace("fuenf", "fünf").replace("zwoelf", "zwölf")
    try:
        return Fraction(int(text2num(spelled, "de")))
    except (ValueError, TypeError):
        return None


@lru_cache(maxsize=4096)
def ordinal_of(text: str) -> int | None:
    """The place that a folded word names ("ersten": 1, "letzter": -1), or None."""
    match = _ORDINAL.fullmatch(text)
    if match is None:
        return None
    stem = match[1]
    if stem in _ORDINALS:
        return _ORDINALS[stem]
    number = number_of(stem.removesuffix("t").removesuffix("s"))
    return int(number) if number is not None and 6 <= number <= 31 else None


@lru_cache(maxsize=4096)
def unit_of(text: str) -> UnitWord | None:
    """The unit of time that a folded word holds, with any number built into it, or None."""
    if len(text) > 40:
        return None
    if text in _SHORT_CYCLES:
        return UnitWord(_SHORT_CYCLES[text], "adverb", counted=False)
    for stem, span in _UNITS:
        start = text.find(stem)
        if start < 0:
            continue
        form = _form(text[start + len(stem) :], stem)
        if form is None:
            continue
        prefix = text[:start]
        if not prefix:
            return UnitWord(span, form, counted=False)
        if prefix in _ALL:
            return UnitWord(span, form, counted=True) if form == "adverb" else None
        number = number_of(prefix)
        if number and form != "noun":
            return UnitWord(span.times(number), form, counted=True)
    return None


def _form(tail: str, stem: str) -> Form | None:
    if _RHYTHM_TAIL.fullmatch(tail):
        return "rhythm"
    for pattern, form in _CYCLE_TAILS:
        if pattern.fullmatch(tail) and (form != "noun" or stem not in ("jaehr", "woech", "taeg")):
            return form
    return None


def short_unit_of(text: str) -> Span | None:
    """The unit that a folded abbreviation names where only a unit can stand ("4x/J.")."""
    return _SHORT_UNITS.get(text)


def is_rhythm(text: str) -> bool:
    """Is the folded word a noun for a rhythm ("Turnus", "Sitzungsrhythmus")?"""
    return text.endswith(_RHYTHMS)


_WEEKDAY_NAMES: Mapping[str, str] = {
    "montag": "MO", "dienstag": "TU", "mittwoch": "WE", "donnerstag": "TH", "freitag": "FR", "samstag": "SA",
    "sonnabend": "SA", "sonntag": "SU",
}  # fmt: skip
_WEEKDAY_SHORT = dict(zip(("mo", "di", "mi", "do", "fr", "sa", "so"), WEEKDAYS, strict=True))
_WEEKDAY = re.compile(
    rf"(?:immer)?({'|'.join(_WEEKDAY_NAMES)})(e|s|es|en)?"
    r"((?:s?(?:abend|nachmittag|vormittag|mittag|morgen|frueh|nacht))(?:e|en|s)?)?"
)


def weekday_of(token: Token) -> str | None:
    """The weekday that a word names, whatever time of that day it adds; abbreviations need a capital."""
    if token.kind != "word":
        return None
    if token.text in _WEEKDAY_SHORT:
        return _WEEKDAY_SHORT[token.text] if token.capital else None
    return full_weekday_of(token.text)


def full_weekday_of(text: str) -> str | None:
    """The weekday that a folded word writes out ("dienstage", "mittwochabend"), or None."""
    match = _WEEKDAY.fullmatch(text) if len(text) <= 30 else None
    return _WEEKDAY_NAMES[match[1]] if match else None


def is_short_weekday(token: Token) -> bool:
    """An abbreviation such as "Do" or "So", which may be another word."""
    return token.text in _WEEKDAY_SHORT


_MONTHS = ("januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
           "dezember")  # fmt: skip
_MONTH_WORDS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, start=1)},
    "jaenner": 1, "jan": 1, "feber": 2, "mrz": 3, "maer": 3, "maerzes": 3, "sept": 9, "juno": 6, "julei": 7,
}  # fmt: skip


def month_of(token: Token) -> int | None:
    """The month that a word names (1 to 12), or None."""
    if token.kind != "word" or (len(token.text) == 3 and token.text != "mai" and not token.capital):
        return None
    return _MONTH_WORDS.get(token.text) or _MONTH_WORDS.get(token.text.removesuffix("s"))
