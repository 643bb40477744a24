"""Rules for numbers, counts and cycles: "ein- bis zweimal im Jahr", "alle sechs bis acht Wochen"."""

from fractions import Fraction

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
from gremienwerk.committees.rhythm.items import Cycle, Span, Times
from gremienwerk.committees.rhythm.tokens import Token
from gremienwerk.committees.rhythm.words import (
    UnitWord,
    is_rhythm,
    number_of,
    ordinal_of,
    short_unit_of,
    unit_of,
)

_MOST_A_YEAR = 400
_MAL = ("mal", "male", "mals", "malig", "maliger", "malige", "maligen", "x", "mall")

Range = tuple[Fraction, Fraction]


def _number(token: Token) -> Fraction | None:
    if token.kind in ("number", "decimal"):
        return token.number if token.number and token.number <= _MOST_A_YEAR else None
    return number_of(token.text) if token.kind == "word" else None


def _number_before_mal(token: Token) -> Fraction | None:
    """The number in "zweimal", "dreimalige"."""
    if token.kind != "word" or len(token.text) > 40:
        return None
    head, mal, tail = token.text.rpartition("mal")
    return (
        number_of(head)
        if head and mal and tail in ("", "s", "ig", "ige", "igen", "iger", "iges", "igem")
        else None
    )


def _unit(form: str) -> Rule[UnitWord]:
    def test(token: Token) -> UnitWord | None:
        unit = unit_of(token.text) if token.kind == "word" else None
        return unit if unit is not None and unit.form == form else None

    return one(test)


hyphen = word("-")
about = some(one(lambda token: token.text if token.text in vocabulary.ABOUT else None))
number = one(_number)
bounded = some(word("max", "maximal", "hoechstens", "zu", "mind", "mindestens"), limit=2)
to = any_of([hyphen, word("bis") << bounded, word("oder", "bzw", "od", "/")])
many_times = one(_number_before_mal)
mal = maybe(hyphen) >> word(*_MAL)
meeting = one(
    lambda token: (
        token.text
        if token.kind == "word" and token.text.endswith(vocabulary.MEETINGS) and unit_of(token.text) is None
        else None
    )
)
lasting = one(
    lambda token: token.text if token.kind == "word" and token.text.endswith(vocabulary.LASTING) else None
)
rhythm = one(lambda token: token.text if token.kind == "word" and is_rhythm(token.text) else None)
unit_noun = _unit("noun").where(lambda unit: not unit.counted).map(lambda unit: unit.span)
adverb = _unit("adverb")
lasting_adjective = _unit("lasting")
rhythm_compound = _unit("rhythm")
short_unit = one(lambda token: short_unit_of(token.text) if token.kind == "word" else None)
a_year_number = one(
    lambda token: (
        token.text if token.kind == "number" and token.number and 1900 <= token.number <= 2100 else None
    )
)
adjective = one(
    lambda token: (
        token.text
        if token.kind == "word"
        and not token.capital
        and len(token.text) > 4
        and token.text.endswith(("e", "en", "er", "es", "em"))
        and number_of(token.text) is None
        and ordinal_of(token.text) is None
        and unit_of(token.text) is None
        else None
    )
)


def _single(value: Fraction) -> Range:
    return value, value


def _pair(pair: tuple[Fraction, Fraction]) -> Range:
    return min(pair), max(pair)


# "zwei- bis drei", "1-2", "ein bis maximal zwei", "2 oder 3"
_first = number << maybe(tight(hyphen).if_before(word("bis", "oder", "bzw", "/", ",")))
_enumerated = tight(word(","))
number_range: Rule[Range] = any_of(
    [((_first << (to | _enumerated)) + (about >> number)).map(_pair), number.map(_single)]
)

_times_range: Rule[Range] = any_of(
    [
        # "ein- bis zweimal", "1- bis 2x", "einmal bis zweimal", "ein-, zweimal"
        (((many_times | _first) << (to | _enumerated)) + (about >> many_times)).map(_pair),
        (((many_times | (number << mal)) << to) + (about >> (number << mal))).map(_pair),
        number_range << mal,
        many_times.map(_single),
    ]
)

# Where only a unit can stand: after "/" or "pro", also abbreviated.
_units = any_of([unit_noun, short_unit])
_each_word = word("jede", "jeder", "jedes", "jeden", "jedem")
_article = word("ein", "eine", "einem", "einer", "eines", "der", "des", "das", "dem", "die", "den")
_small = skipped(
    "ganzen gesamten kompletten laufenden eines einem einer der dem des jeden jedes jeder jedem", limit=2
)
_per_word = any_of(
    [
        word("pro", "je", "per", "/", "p"),
        phrase("im|innerhalb|binnen|waehrend laufe|verlauf|zeitraum")
        >> word("des", "eines", "der", "von", "einer"),
        word("im", "in", "innerhalb", "binnen", "waehrend", "uebers", "ueber", "am"),
        word("a"),
    ]
)
per: Rule[Span] = any_of(
    [
        ((word("pro", "je", "per", "/", "p") >> _small) >> _units).unless(a_year_number | rhythm),
        ((_per_word >> _small) >> unit_noun).unless(a_year_number | rhythm | hyphen),
        (word("die", "das", "den", "der", "des", "eines", "einer") >> _small >> unit_noun).unless(
            a_year_number | rhythm
        ),
        word("pa", "jaehrl", "perannum").map(lambda _: Span("year")),
        phrase("per|pro annum|anno").map(lambda _: Span("year")),
        phrase("p a").map(lambda _: Span("year")),
        phrase("im|uebers jahresverlauf|jahreslauf").map(lambda _: Span("year")),
    ]
)


def _cycle(span: Span) -> Cycle:
    return Cycle(span, span)


def _cycle_range(found: tuple[Range, Span]) -> Cycle:
    (low, high), span = found
    return Cycle(span.times(low), span.times(high))


_built = any_of([adverb, lasting_adjective])
_no_duration = any_of([lasting, a_year_number])
_own_unit = _built.where(lambda unit: not unit.counted).map(lambda unit: unit.span)
# "eintägig", "dreitägig" last so long; "14-tägig" comes back so often.
_not_short = 7


def _no_years(cycle: Cycle) -> bool:
    """ "2 jährlich" is twice a year; "2-jährlich" every other year."""
    return cycle.short.unit != "year"


def _returns(cycle: Cycle) -> bool:
    return cycle.short.unit != "day" or cycle.short.steps >= _not_short


_word_cycle = any_of(
    [
        adverb.map(lambda unit: _cycle(unit.span)),
        lasting_adjective.where(lambda unit: unit.counted or unit.span.steps != 1)
        .map(lambda unit: _cycle(unit.span))
        .where(_returns),
        rhythm_compound.map(lambda unit: _cycle(unit.span)),
    ]
).unless(maybe(adjective) >> lasting)


def _hyphened_pair(found: tuple[Fraction, UnitWord]) -> Cycle:
    low, unit = found
    single = Span(unit.span.unit)
    # "vier- bis sechswöchig": the second number is in the word, the first one counts the same unit.
    return Cycle(single.times(low), unit.span)


counted_cycle: Rule[Cycle] = any_of(
    [
        # "Viertel-Jahr", "1/4-jährlich"
        ((word("1") >> word("/") >> number << maybe(hyphen)) + any_of([_own_unit, unit_noun])).map(
            lambda found: _cycle(found[1].times(1 / found[0]))
        ),
        # "6-8-wöchig", "2-monatlich", "14 tägig"; "zwei jährliche Treffen" is a count
        ((number_range << hyphen) + _own_unit)
        .map(_cycle_range)
        .unless(maybe(adjective) >> lasting)
        .where(_returns),
        (number_range + _own_unit)
        .map(_cycle_range)
        .unless(any_of([meeting, lasting]))
        .where(_returns)
        .where(_no_years),
        ((_first << to) + _built.where(lambda unit: unit.counted)).map(_hyphened_pair).unless(lasting),
        # "6-Wochen-Rhythmus", "Zwei-Jahres-Turnus", "Jahres-Rhythmus", "8-10 Wochen Abstand"
        ((number_range << maybe(hyphen)) + unit_noun << maybe(hyphen) << rhythm).map(_cycle_range),
        (unit_noun << hyphen << rhythm).map(_cycle),
        ((number << maybe(hyphen)) + rhythm_compound.where(lambda unit: not unit.counted)).map(
            lambda found: _cycle(found[1].span.times(found[0]))
        ),
        # "viertel-jährlich", "halb jährlich"
        ((word("viertel", "halb") << maybe(hyphen)) + _own_unit).map(
            lambda found: _cycle(found[1].times(Fraction(1, 4 if found[0] == "viertel" else 2)))
        ),
    ]
)

_ordinal_step = one(
    lambda token: (
        int(token.number)
        if token.kind == "ordinal" and token.number
        else (ordinal_of(token.text) if token.kind == "word" else None)
    )
).where(lambda step: step > 0)
_half_year = (maybe(word("ein")) >> number.where(lambda part: part < 1) + unit_noun).map(
    lambda found: found[1].times(found[0])
)
_and_number = any_of([to, word("und", ",")])

every: Rule[Cycle] = any_of(
    [
        (word("alle", "aller", "all") >> about >> bounded >> number_range + _units).map(_cycle_range),
        (word("alle", "aller") >> about >> ((number << _and_number) + (about >> bounded >> number)).map(_pair) + _units).map(
            _cycle_range
        ),
        (word("alle", "aller") >> unit_noun).map(_cycle),
        (_each_word >> _ordinal_step + unit_noun).map(lambda found: _cycle(found[1].times(Fraction(found[0])))),
        (_each_word >> _half_year).map(_cycle),
        (_each_word >> maybe(word("neue", "neuen", "neuem")) >> unit_noun).map(_cycle),
        (
            rhythm
            >> maybe(word(":", "ist", "betraegt", "=", "-"))
            >> maybe(word("von", "alle", "zu"))
            >> about
            >> bounded
            >> maybe(word("jeweils"))
            >> number_range
            + unit_noun
        ).map(_cycle_range),
        (rhythm >> word("von") >> about >> _article >> unit_noun).map(_cycle),
        # "zum Quartalsende", "Anfang jeden Monats", "zu Beginn eines Quartals"
        (
            word("anfang", "mitte", "ende", "beginn", "schluss")
            >> word("jeden", "jedes", "eines", "jeder", "einer")
            >> maybe(word("jeden", "jedes", "jeder"))
            >> unit_noun
        ).map(_cycle),
        (word("am", "zum", "gegen", "jeweils", "zu", "immer") >> one(
            lambda token: Span("month") if token.text in ("monatsende", "monatsanfang", "monatsmitte", "monatsbeginn")
            else Span("month", Fraction(3)) if token.text in ("quartalsende", "quartalsanfang", "quartalsbeginn")
            else Span("month", Fraction(6)) if token.text in ("halbjahresende", "semesterende", "semesterbeginn", "semesteranfang")
            else None
        )).map(_cycle),
        (word("jeweils", "immer", "stets") >> skipped("am zum zu gegen", limit=1) >> word(
            "jahresende", "jahresanfang", "jahresbeginn", "schuljahresbeginn", "schuljahresende", "jahreswechsel"
        )).map(lambda _: _cycle(Span("year"))),
    ]
)  # fmt: skip

cycle: Rule[Cycle] = any_of([counted_cycle, every, _word_cycle])
bare_cycle: Rule[Cycle] = per.map(lambda span: Cycle(span, span, bare=True))


def _times(found: tuple[object, Range], span: Span | None = None) -> Times:
    each, (low, high) = found
    return Times(low, high, each=each is not None, span=span)


_each_time = maybe(word("je", "jeweils"))
_of_meetings = some(adjective, limit=2) >> meeting
_next_per = any_of([per, _each_word >> unit_noun])
_no_unit = any_of([unit_noun, hyphen >> unit_noun, word("%", "€", "euro"), hyphen >> number])

times: Rule[Times] = any_of(
    [
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
        # "Sitzungen pro Jahr: 4"
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
        ).if_before(word("pro", "je", "/") >> maybe(word("kalender")) >> _units),
    ]
)
