"""Rules for counts: "ein- bis zweimal", "vier Sitzungen", "4/Jahr"."""

from fractions import Fraction
from typing import Literal

from gremienwerk.committees.rhythm import vocabulary
from gremienwerk.committees.rhythm.combinators import (
    Rule,
    any_of,
    maybe,
    one,
    phrase,
    skipped,
    some,
    tight,
    word,
)
from gremienwerk.committees.rhythm.items import Span, Times
from gremienwerk.committees.rhythm.quantities import (
    Range,
    about,
    adjective,
    adverb,
    as_range,
    each_word,
    enumerated,
    hyphen,
    mal,
    many_times,
    meeting,
    number,
    number_but_ein,
    number_range,
    open_number,
    per,
    to,
    unit_noun,
    units,
)
from gremienwerk.committees.rhythm.words import month_of, unit_of, weekday_of

_times_range: Rule[Range] = any_of(
    [
        # "ein- bis zweimal", "1- bis 2x", "einmal bis zweimal", "ein-, zweimal"
        (((many_times | open_number) << (to | enumerated)) + (about >> many_times)).map(as_range),
        (((many_times | (number << mal)) << to) + (about >> (number << mal))).map(as_range),
        number_range << mal,
        # the second number in brackets: "2 (bis 3) Mal"
        (((number << word("(")) << to) + (number << word(")"))).map(as_range) << mal,
        many_times.map(lambda value: (value, value)),
    ]
)


def _times(found: tuple[object, Range], span: Span | None = None) -> Times:
    each, (low, high) = found
    return Times(low, high, each=each is not None, span=span)


_each_time = maybe(word("je", "jeweils"))
# "vier Zoom-Treffen", but not "ein 2-Stunden-Treffen"
_compound = one(
    lambda token: (
        token.text
        if token.kind == "word"
        and token.capital
        and not token.text.startswith(("stunde", "minute"))
        and unit_of(token.text) is None
        else None
    )
) << tight(hyphen)
_of_meetings = some(adjective, limit=2) >> maybe(_compound) >> meeting
_times_range_or_meetings = _times_range | (number_range << _of_meetings)
_next_per = any_of([per, each_word >> unit_noun])
_no_unit = any_of(
    [unit_noun, hyphen >> unit_noun, word("%", "€", "euro", "uhr", "h"), (hyphen | word("bis")) >> number]
)

_other_bound = any_of(
    [word(*vocabulary.MOST, *vocabulary.LEAST), phrase("nicht mehr|weniger|oefter|haeufiger|seltener als")]
)
# The "ein" of "beruft den Beirat ein, mindestens jedoch zweimal" counts nothing.
_lower_number = any_of(
    [
        number << tight(hyphen),
        number.unless(word(",")),
        number_but_ein,
    ]
)
_article: Rule[Literal["einer", "eine"]] = any_of(
    [
        word("einer", "einem", "eines").map(lambda _: "einer"),
        word("eine", "einen", "ein").map(lambda _: "eine"),
    ]
)
_weekdays = one(
    lambda token: (
        token.text if weekday_of(token) and token.text.endswith(("e", "en")) and token.capital else None
    )
)
# "an sechs Tagen im Halbjahr", "zwei Nachmittage pro Woche": also where "sechs Tage im" would be a lead time.
day_counts: Rule[Times] = (
    (
        number_range
        << some(adjective, limit=1)
        << word("tage", "tagen", "abende", "abenden", *(
            f"{part}{end}" for part in ("nachmittage", "vormittage", "mittage", "wochenende") for end in ("", "n")
        ))
    )
    + per
).map(lambda found: _times((None, found[0]), found[1]))  # fmt: skip

_one_in_season = word("eine", "einen", "ein", "eines").if_before(
    word("im")
    >> one(lambda token: token.text if token.text in vocabulary.SEASONS or month_of(token) else None)
)

times: Rule[Times] = any_of(
    [
        # "min. 2, max. 4 Sitzungen", "mindestens zwei- und höchstens viermal"
        _lower_number.if_before(
            maybe(word(",", "/", "-"))
            >> skipped("und aber jedoch oder bis bzw")
            >> _other_bound
            >> skipped("aber jedoch")
            >> _times_range_or_meetings
        ).map(lambda low: Times(low, low)),
        _one_in_season.map(lambda _: Times(Fraction(1), Fraction(1))),
        (_times_range + unit_noun).map(lambda found: _times((None, found[0]), found[1])),
        (_each_time + _times_range).map(_times),
        (_article << _of_meetings).map(lambda form: Times(Fraction(1), Fraction(1), article=form)),
        (_each_time + (number_range << _of_meetings)).map(_times),
        # "an zwei Sonntagen im Monat": the days themselves are read next
        number_range.if_before(_weekdays).map(lambda pair: _times((None, pair))),
        # "zwei jährliche Treffen", "2 jährlich" (but "2-jährlich" is a cycle)
        ((number_range + adverb.where(lambda unit: not unit.counted)) << _of_meetings).map(
            lambda found: _times((None, found[0]), found[1].span)
        ),
        (number_range + adverb.where(lambda unit: unit.span == Span("year") and not unit.counted)).map(
            lambda found: _times((None, found[0]), found[1].span)
        ),
        # "4/Jahr", "2 pro Quartal", "3 p. a."
        (number_range.where(lambda pair: pair[0] == int(pair[0])) + any_of([per])).map(
            lambda found: _times((None, found[0]), found[1])
        ),
        # "eine öffentliche und zwei interne Sitzungen"
        (number.if_before(adjective >> word(*vocabulary.AND) >> number_range >> _of_meetings)).map(
            lambda low: Times(low, low)
        ),
        # as in "Sitzungen pro Jahr: 4"
        ((per << maybe(word(":", "="))) + (about >> number_range).unless(_no_unit)).map(
            lambda found: _times((None, found[1]), found[0])
        ),
        # "Sitzung pro Quartal"
        one(
            lambda token: (
                Times(Fraction(1), Fraction(1))
                if token.kind == "word"
                and token.text.endswith(("sitzung", "treffen", "tagung", "konferenz", "versammlung"))
                else None
            )
        ).if_before(word("pro", "je", "/") >> maybe(word("kalender")) >> units),
    ]
)
