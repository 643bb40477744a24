"""Rules for times of the year, times without meetings, and times of day."""

import datetime as dt

from gremienwerk.committees.rhythm import vocabulary
from gremienwerk.committees.rhythm.combinators import (
    Rule,
    any_of,
    listed,
    maybe,
    one,
    phrase,
    skipped,
    some,
    tight,
    word,
)
from gremienwerk.committees.rhythm.items import Clock, Excluded, Months, Window
from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.quantities import about, hyphen
from gremienwerk.committees.rhythm.recurrence import ALL_MONTHS
from gremienwerk.committees.rhythm.tokens import Token
from gremienwerk.committees.rhythm.words import month_of, ordinal_of

Point = tuple[int, ...]

_year_number = one(
    lambda token: (
        token.text if token.kind == "number" and token.number and 1900 <= token.number <= 2100 else None
    )
)
_part = skipped("anfang ende mitte beginn spaeter frueher", limit=1)
_lead = skipped("im in den der dem monat monaten jeweils ende anfang mitte zum am", limit=4)
_month = _part >> one(month_of)
_joint = word(*vocabulary.AND, ",", "/", "-")
_link = any_of([_joint, word(*vocabulary.OR)]) << skipped("im in den der jeweils zum", limit=4)


def months_between(*, first: int, last: int) -> Point:
    """The months from the first to the last, over the turn of the year if need be; January first."""
    count = (last - first) % 12 + 1
    return tuple(sorted((first + step - 1) % 12 + 1 for step in range(count)))


_through = any_of(
    [
        phrase("bis einschliesslich|einschl|inkl|inklusive|ende|anfang|mitte|in|zum")
        << skipped("zum den", limit=2),
        word("bis"),
        word("-"),
    ]
)
_month_range = (
    (
        any_of(
            [
                (word("zwischen") >> _lead >> _month << word("und")) + (_lead >> _month),
                (skipped("von vom ab", limit=1) >> _part >> one(month_of) << _through) + _month,
            ]
        )
    )
    .unless(_year_number)
    .map(lambda ends: months_between(first=ends[0], last=ends[1]))
)
_season = one(lambda token: vocabulary.SEASONS.get(token.text))


def _numbered(token: Token) -> int | None:
    number = ordinal_of(token.text) if token.kind == "word" else None
    if token.kind == "ordinal" and token.number is not None:
        number = int(token.number)
    return number


_PARTS = {"halbjahr": 6, "halbjahres": 6, "jahreshaelfte": 6, "kalenderhalbjahr": 6, "quartal": 3, "quartals": 3,
          "vierteljahr": 3, "tertial": 4, "trimester": 4, "jahresquartal": 3, "jahresdrittel": 4}  # fmt: skip


def _part_of_year(found: tuple[tuple[list[int], list[str]], str]) -> list[Point] | None:
    (numbers, _), name = found
    length = _PARTS[name]
    count = 12 // length
    places = [number if number > 0 else count + 1 + number for number in numbers]
    if any(not 1 <= place <= count for place in places):
        return None
    return [tuple(range((place - 1) * length + 1, place * length + 1)) for place in places]


_parts = (
    ((listed(one(_numbered) << maybe(hyphen), by=word("und", "u", "+", "/", "&", ",", "sowie") << skipped("im in der"))
      + word(*_PARTS)).unless(_year_number))
    .map(_part_of_year)
    .where(lambda points: points is not None)
    .map(lambda points: points or [])
)  # fmt: skip
_months_word = word("monaten", "monate", "monat", "monats")
_parity = (
    skipped("in im den allen jedem jeden der eines")
    >> any_of(
        [
            word("geraden", "gerade", "gerader").map(lambda _: tuple(range(2, 13, 2))),
            word("ungeraden", "ungerade", "ungerader").map(lambda _: tuple(range(1, 13, 2))),
        ]
    )
    << any_of([_months_word, phrase("kalendermonaten|kalendermonate")])
)

_point = any_of([_parts, any_of([_season, _month.map(lambda month: (month,))]).map(lambda point: [point])])
_sought = word("seit", "ab", "bis", "vom", "zum", "gegruendet", "von")
_half = any_of([one(lambda token: vocabulary.HALVES.get(token.text))])

window: Rule[Window] = any_of(
    [
        (_lead >> _month_range).map(Window),
        _parity.map(Window),
        (skipped("im in den der waehrend", limit=2) >> _half).map(Window),
    ]
)


def _months(found: tuple[list[list[Point]], list[str]]) -> Months:
    lists, links = found
    points = [point for points in lists for point in points]
    return Months(
        tuple(dict.fromkeys(points)), choice=any(link in (*vocabulary.OR, "/", "-") for link in links)
    )


months: Rule[Months] = (_lead >> listed(_point, by=_link).map(_months)).unless(_year_number)
# "seit März", "ab Oktober 2024", "im Herbst 2023": a moment, not a rhythm.
single_month: Rule[str] = any_of(
    [
        (
            word("seit", "ab", "bis")
            >> _lead
            >> any_of([_month.map(str), _season.map(str)])
            << maybe(_year_number)
        ),
        (_lead >> any_of([_month.map(str), _season.map(str), _parts.map(str)]) << _year_number),
    ]
)

_HOLIDAYS = dict(vocabulary.HOLIDAYS)


def _free_time(token: Token) -> Exclusion | None:
    if token.kind != "word":
        return None
    known = _HOLIDAYS.get(token.text)
    if known is None and token.text.endswith(
        ("ferien", "ferienzeit", "ferienzeiten", "schulfreien", "ferientagen")
    ):
        known = "school_holidays"
    if known is None and token.text.endswith(("feiertagen", "feiertage", "feiertag")):
        known = "public_holidays"
    if known is None and token.text in ("sitzungsfreien", "sitzungsfreie", "sommerpausen"):
        known = "summer_holidays"
    return Exclusion(known) if known else None


_SHORTENED = {
    "oster": Exclusion.EASTER_HOLIDAYS, "pfingst": Exclusion.WHITSUN_HOLIDAYS, "sommer": Exclusion.SUMMER_HOLIDAYS,
    "herbst": Exclusion.AUTUMN_HOLIDAYS, "weihnachts": Exclusion.CHRISTMAS_HOLIDAYS,
}  # fmt: skip
# "Oster- und Herbstferien"
_free = one(_free_time) | (one(lambda token: _SHORTENED.get(token.text)) << tight(hyphen))
_except = any_of(
    [
        phrase("mit ausnahme|ausnahmen") << maybe(word("der", "des", "von", "den")),
        phrase("bis auf"),
        phrase("abgesehen von"),
        phrase("ohne|ausser|ausserhalb|ausgenommen|ausgen|ausg|nicht|auszer|excl|exkl|exklusive"),
        phrase("kein|keine|keinen") << skipped("sitzung sitzungen treffen termine beratung tagung", limit=1),
    ]
)
_except_lead = skipped(
    "in im an waehrend der den die des dem zu gesetzlichen schul bayerischen niedersaechsischen saechsischen hessischen "
    "nrw allgemeinen grossen langen - jeweiligen monaten monat beweglichen nordrhein westfaelischen saemtlichen",
    limit=8,
)
_and_except = word("und", ",", "/", "sowie", "oder", "&", "+", "-", "bzw")
_months_free = any_of([_month_range, _half, _season, _month.map(lambda month: (month,))])
_free_or_months: Rule[Exclusion | Point] = _free | _months_free
_free_list = listed(_free_or_months, by=_and_except << _except_lead).map(lambda found: found[0])
_no_meeting = skipped("findet finden tagt ist sind wird werden", limit=2) >> any_of(
    [
        word(*vocabulary.NO_MEETING, *vocabulary.PAUSES),
        phrase("nicht|kein|keine|keinen"),
    ]
)
_paused = (
    word("sommerpause", "winterpause", "weihnachtspause")
    >> phrase("im|in|von|:")
    >> any_of(
        [listed(_month, by=word("/", "-", "und", ",")).map(lambda found: tuple(found[0])), _month_range]
    )
)


def _excluded(found: list[Exclusion | Point]) -> Excluded:
    times = tuple(dict.fromkeys(value for value in found if isinstance(value, Exclusion)))
    named = tuple(sorted({month for value in found if not isinstance(value, Exclusion) for month in value}))
    return Excluded(times, named)


excluded: Rule[Excluded] = any_of(
    [
        (_except >> _except_lead >> _free_list).map(_excluded),
        # "während der Schulzeit", "in der Vorlesungszeit": not in the holidays
        (
            skipped("nur waehrend in der ausschliesslich zu", limit=4)
            >> word("schulzeit", "schulzeiten", "unterrichtszeit")
        ).map(lambda _: Excluded((Exclusion.SCHOOL_HOLIDAYS,))),
        _paused.map(lambda months: Excluded((), tuple(sorted(set(months))))),
        (_except_lead >> _free_list << _no_meeting).map(_excluded),
        word("sommerpause").map(lambda _: Excluded((Exclusion.SUMMER_HOLIDAYS,))),
    ]
)


def all_but(*, months: Point) -> Point:
    """The other months of the year."""
    return tuple(month for month in ALL_MONTHS if month not in months)


_oclock = word("uhr", "h", "uhrzeit")
_since = some(
    word(
        "von", "ab", "um", "gegen", "zwischen", "beginn", ":", "jeweils", "vom", "zu", "(", "zeit", "uhrzeit"
    ),
    limit=3,
)


def _clock(token: Token) -> dt.time | None:
    if token.kind != "clock":
        return None
    hour, minute = token.text.replace(".", ":").split(":")
    return _time(int(hour), int(minute))


def _hour(token: Token) -> dt.time | None:
    whole = (
        token.kind == "number" and token.number is not None and token.number <= 24 and len(token.text) <= 2
    )
    return _time(int(token.number), 0) if whole and token.number is not None else None


def _time(hour: int, minute: int) -> dt.time | None:
    if hour > 24 or minute > 59:
        return None
    return dt.time(0 if hour == 24 else hour, minute)


_minute_after = one(
    lambda token: (
        int(token.number) if token.kind == "number" and token.number and len(token.text) == 2 else None
    )
)
_exact = one(_clock)
_hours = one(_hour)
_any_time = any_of([_exact, _hours])
_said = any_of(
    [
        ((_hours << word("uhr")) + _minute_after).map(
            lambda found: found[0].replace(minute=min(found[1], 59))
        ),
        _any_time << _oclock,
        _exact,
    ]
)
_until = word("-", "bis", "und") << skipped("ca etwa max spaetestens gegen zirka", limit=2)

clock: Rule[Clock] = any_of(
    [
        (((_since >> about >> _any_time << maybe(_oclock)) << _until) + _said).map(
            lambda ends: Clock(ends[0], ends[1])
        ),
        (((_since >> about >> _exact << maybe(_oclock)) << _until) + _any_time << maybe(_oclock)).map(
            lambda ends: Clock(ends[0], ends[1])
        ),
        (_since >> about >> _said << some(word("ct", "st"), limit=1)).map(Clock),
        (word("um", "ab") >> about >> _exact).map(Clock),
    ]
)
# Without "Uhr" only beside a weekday and before nothing that could be counted: "Mi 16-18".
_counted = one(
    lambda token: token.text if token.kind == "word" and token.text not in ("und", "u", "oder", "h") else None
)
_beside = some(word(",", "von", "ab", ":"), limit=2)
clock_after_day: Rule[Clock] = (
    ((_beside >> _any_time << _until) + (_any_time << maybe(_oclock)))
    .unless(any_of([_counted, word("/")]))
    .map(lambda ends: Clock(ends[0], ends[1]))
)
