"""Rules for days: "jeden zweiten Dienstag im Monat", "montags bis freitags", "am 15. des Monats"."""

from fractions import Fraction

from gremienwerk.committees.rhythm import vocabulary
from gremienwerk.committees.rhythm.combinators import (
    Rule,
    any_of,
    listed,
    maybe,
    one,
    skipped,
    some,
    tight,
    word,
)
from gremienwerk.committees.rhythm.items import Cycle, Days, Excluded, MonthDays, Span, YearDay
from gremienwerk.committees.rhythm.quantities import about, unit_noun
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, WORKING_DAYS
from gremienwerk.committees.rhythm.tokens import Token
from gremienwerk.committees.rhythm.words import is_short_weekday, month_of, number_of, ordinal_of, weekday_of

_PARTS_OF_DAY = (
    "abend abends nachmittag nachmittags vormittag vormittags mittag mittags morgen morgens frueh nachts"
)
_WORKING = ("werktag", "werktags", "werktage", "werktagen", "werktaeglich", "werktaegliche", "arbeitstag", "arbeitstags",
            "arbeitstagen", "arbeitstaeglich", "wochentags", "werktaeglichen")  # fmt: skip

_year_number = one(
    lambda token: (
        token.text if token.kind == "number" and token.number and 1900 <= token.number <= 2100 else None
    )
)


def _place(token: Token) -> int | None:
    """A place in the month: 1 to 5, or counted from its end."""
    place = ordinal_of(token.text) if token.kind == "word" else None
    if token.kind == "ordinal" and token.number is not None:
        place = int(token.number)
    return place if place is not None and -4 <= place <= 5 and place != 0 else None


def _month_day(token: Token) -> int | None:
    day = ordinal_of(token.text) if token.kind == "word" else None
    if token.kind == "ordinal" and token.number is not None:
        day = int(token.number)
    return day if day is not None and 1 <= day <= 31 else None


def _plain_place(token: Token) -> int | None:
    """The first number of "1/3 Montag", "1 + 3. Freitag", where the full stop was left out."""
    return int(token.number) if token.kind == "number" and token.number and token.number <= 5 else None


def _several(token: Token) -> int | None:
    """How many: "beiden", "zwei", "3"."""
    number = (
        token.number if token.kind == "number" else number_of(token.text) if token.kind == "word" else None
    )
    if token.text in ("beiden", "beide"):
        return 2
    return int(number) if number is not None and number in (2, 3, 4) else None


_each = word("jeden", "jeder", "jedem", "jede", "jedes", "alle", "allen", "jed", "jdn", "jd")
_joint = any_of([word(*vocabulary.AND, ",", "/"), word("sowie") >> word("auch")])
_choice = word(*vocabulary.OR)
_determiner = skipped("am an der die den dem jeder jeden jedem jede jeweils alle immer auch jedes", limit=3)
place = one(_place)
_places = any_of(
    [
        # "die ersten beiden Dienstage", "die letzten drei Freitage"
        (place.where(lambda nth: abs(nth) == 1) + one(_several)).map(
            lambda found: ([found[0] * nth for nth in range(1, found[1] + 1)], [])
        ),
        listed(place << maybe(tight(word("-")).if_before(word("und", "oder", "bzw", "/"))),
               by=any_of([(_joint << _determiner), (_choice << _determiner)])),
        (one(_plain_place) + (_joint + place)).map(lambda found: ([found[0], found[1][1]], [found[1][0]])),
    ]
)  # fmt: skip


def _full_weekday(token: Token) -> str | None:
    return None if is_short_weekday(token) else weekday_of(token)


_short_weekday = one(lambda token: weekday_of(token) if is_short_weekday(token) else None)
_number_or_clock = one(lambda token: token.text if token.kind in ("number", "clock", "ordinal") else None)
_end = Rule(lambda tokens, at: ("", at) if at >= len(tokens) else None)
# "Do", "So", "Fr" are also other words: a day only beside days, numbers, signs or a clear context.
_after_short = any_of(
    [
        _number_or_clock,
        word(",", ";", ":", "/", "-", "+", "&", ")", "(", ".", "und", "u", "oder", "bis", "ab", "von", "um", "im", "des",
             "jeden", "jede", "alle", "pro", "abend", "nachmittag", "vormittag", "14", "woechentlich", "jeweils", "eines"),
        _end,
    ]
)  # fmt: skip
weekday = (
    any_of([one(_full_weekday), _short_weekday.if_before(_after_short)])
    << skipped(_PARTS_OF_DAY, limit=1)
    << maybe(tight(word(".")).if_before(word("-", "/", "und", "+", "bis", "&", ",")))
)
_through = word("-", "bis") << maybe(word("einschliesslich", "einschl", "inkl"))


def _range(ends: tuple[str, str]) -> list[str]:
    first, last = (WEEKDAYS.index(code) for code in ends)
    return [WEEKDAYS[day % 7] for day in range(first, last + 1 + (7 if last < first else 0))]


_weekday_range = ((weekday << _through) + weekday).map(_range)
_weekdays = listed(
    any_of([_weekday_range, weekday.map(lambda code: [code])]),
    by=any_of([_joint << _determiner, _choice << _determiner]),
)
# "am 2. Montag und Dienstag", but not "jeden 2. Samstag und jeden Dienstag": the place is not the second day's
_weekdays_at_place = listed(
    any_of([_weekday_range, weekday.map(lambda code: [code])]),
    by=any_of([_joint << skipped("am an der den dem"), _choice << skipped("am an der den dem")]),
)
_working_day = word(*_WORKING)
_weekend = word("wochenende", "wochenenden", "wochenends")


def _days(
    found: tuple[object, tuple[tuple[list[int], list[str]] | None, tuple[list[list[str]], list[str]]]],
) -> Days:
    each, (places, (lists, separators)) = found
    nths, links = places or ([], [])
    codes = [code for codes in lists for code in codes]
    choice = any(link in vocabulary.OR for link in [*links, *separators])
    return Days(
        tuple(dict.fromkeys(nths)), tuple(dict.fromkeys(codes)), every=each is not None, choice=choice
    )


def _working_days(found: tuple[object, list[int] | None]) -> Days:
    each, nths = found
    return Days(tuple(nths or ()), WORKING_DAYS, every=each is not None, working=bool(nths))


_lead = some(
    word(
        "am",
        "an",
        "jeweils",
        "immer",
        "der",
        "den",
        "dem",
        "die",
        "von",
        "stets",
        "meist",
        "fast",
        "(",
        "vom",
    ),
    limit=3,
)
_nth_places = _places.map(lambda found: found[0])
# A date after the weekday makes it a single day: "Dienstag, 12. März 2024".
_dated = (
    maybe(word(","))
    >> maybe(word("dem", "den", "der", "am"))
    >> any_of(
        [
            one(lambda token: token.text if token.kind == "date" else None),
            one(_month_day) >> any_of([one(month_of).map(str), one(_month_day).map(str)]),
        ]
    )
)
days: Rule[Days] = any_of(
    [
        ((maybe(_each) + maybe(_nth_places)) << _working_day).map(_working_days),
        (
            word("abwechselnd", "wechselweise", "alternierend", "wechselnd") >> maybe(word("am")) >> _weekdays
        ).map(
            lambda found: Days(
                (), tuple(dict.fromkeys(code for codes in found[0] for code in codes)), choice=True
            )
        ),
        (maybe(_each) + (_places + _weekdays_at_place)).map(_days).unless(_dated),
        (maybe(_each) + _weekdays).map(lambda found: _days((found[0], (None, found[1])))).unless(_dated),
        (maybe(_each) + (word("am") | word("an")) << _weekend).map(lambda _: Days((), ("SA", "SU"))),
    ]
)
_month_of_every_year = any_of(
    [
        word("im", "pro", "je", "/") >> skipped("jeden jedes", limit=1) >> word("monat"),
        word("des", "eines", "jeden", "jedes", "der") >> skipped("jeden jedes jeweiligen laufenden", limit=1)
        >> word("monats", "monates", "monat", "folgemonats"),
        word("monatlich", "mtl"),
    ]
)  # fmt: skip
# "täglich außer sonntags", "montags geschlossen"
_closed = any_of([word("geschlossen", "ausgenommen", "frei"), word("nicht") >> _end])
_plain_weekdays = _weekdays.map(lambda found: tuple(code for codes in found[0] for code in codes))
excluded_days: Rule[Excluded] = any_of(
    [
        word("ausser", "ausgenommen", "nicht", "ohne")
        >> skipped("am an den jeden", limit=2)
        >> _plain_weekdays,
        _plain_weekdays << skipped("ist bleibt", limit=1) << _closed,
        # "außer dem 1. Dienstag im Monat": single dates left out change no count
        (
            word("ausser", "ausgenommen", "nicht", "ohne")
            >> skipped("am an den dem jeden jeweils", limit=3)
            >> _places
            >> _weekdays
            >> maybe(_month_of_every_year)
        ).map(lambda _: ()),
    ]
).map(lambda codes: Excluded(weekdays=codes))
single_day: Rule[str] = any_of(
    [
        (weekday << _dated),
        word("kommenden", "naechsten", "naechster", "vergangenen", "diesen", "diesem") >> one(_full_weekday),
    ]
)

_month_end = word("ultimo", "monatsletzten", "monatsultimo").map(lambda _: -1)
_month_start = word("monatsersten", "monatserster").map(lambda _: 1)
_last_day = place.where(lambda nth: nth == -1) >> word("tag", "tages", "kalendertag").map(lambda _: -1)
_day_list = listed(
    any_of([_last_day, one(_month_day) << maybe(word("tag", "tages"))]), by=_joint << _determiner
).map(lambda found: found[0])

_more_words = any_of(
    [one(_month_day).map(str), one(lambda token: token.text if token.kind == "word" else None), _joint]
)

month_days: Rule[MonthDays] = any_of(
    [
        (_lead >> maybe(_each) >> any_of([_month_end, _month_start])).map(lambda day: MonthDays((day,))),
        (_lead >> maybe(_each) >> _day_list << _month_of_every_year).map(
            lambda found: MonthDays(tuple(sorted(set(found), key=lambda day: day % 100)))
        ),
        # "jeden Monat am 10.": only beside a monthly cycle
        (word("am", "zum") >> one(_month_day))
        .unless(any_of([one(month_of).map(str), one(_full_weekday), unit_noun.map(str), _more_words]))
        .map(lambda day: MonthDays((day,), loose=True)),
        # "jeden 15.": more than a month's weeks can only be a date
        (_each >> one(_month_day).where(lambda day: day > 5))
        .unless(unit_noun | one(_full_weekday))
        .map(lambda day: MonthDays((day,))),
    ]
)
year_day: Rule[YearDay] = (
    (one(_month_day) + one(month_of)).unless(_year_number).map(lambda found: YearDay(found[0], found[1]))
)

# "gerade Wochen": every other week; "in ungeraden Jahren": every other year.
_even = (
    some(word("in", "den", "jeder", "jede", "alle", "allen", "nur", "an"), limit=2)
    >> about
    >> word("geraden", "ungeraden", "gerade", "ungerade", "gerader", "ungerader")
)
fortnight: Rule[Cycle] = any_of(
    [
        (_even >> word("wochen", "woche", "kalenderwochen", "kalenderwoche", "kw", "kws")).map(
            lambda _: Cycle(Span("week", Fraction(2)), Span("week", Fraction(2)))
        ),
        (_even >> word("jahre", "jahren", "kalenderjahre", "kalenderjahren")).map(
            lambda _: Cycle(Span("year", Fraction(2)), Span("year", Fraction(2)))
        ),
    ]
)
