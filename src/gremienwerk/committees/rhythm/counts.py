"""Rules for counts: "ein- bis zweimal", "vier Sitzungen", "4/Jahr"."""

from fractions import Fraction

from gremienwerk.committees.rhythm import vocabulary
from gremienwerk.committees.rhythm.combinators import Rule, any_of, maybe, one, skipped, some, word
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
    number_range,
    open_number,
    per,
    to,
    unit_noun,
    units,
)
from gremienwerk.committees.rhythm.words import month_of

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
_of_meetings = some(adjective, limit=2) >> meeting
_times_range_or_meetings = _times_range | (number_range << _of_meetings)
_next_per = any_of([per, each_word >> unit_noun])
_no_unit = any_of(
    [unit_noun, hyphen >> unit_noun, word("%", "€", "euro", "uhr", "h"), (hyphen | word("bis")) >> number]
)

_one_in_season = word("eine", "einen", "ein", "eines").if_before(
    word("im")
    >> one(lambda token: token.text if token.text in vocabulary.SEASONS or month_of(token) else None)
)

times: Rule[Times] = any_of(
    [
        _one_in_season.map(lambda _: Times(Fraction(1), Fraction(1))),
        (_times_range + unit_noun).map(lambda found: _times((None, found[0]), found[1])),
        (_each_time + _times_range).map(_times),
        (_each_time + (number_range << _of_meetings)).map(_times),
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
        # "min. 2, max. 4 Sitzungen"
        number.if_before(
            maybe(word(","))
            >> skipped("und aber jedoch")
            >> word(*vocabulary.MOST)
            >> _times_range_or_meetings
        ).map(lambda low: Times(low, low)),
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
