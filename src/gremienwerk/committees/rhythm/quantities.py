"""Rules for numbers and units of time: "ein bis zwei", "halbe Jahre", "pro Quartal"."""

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
from gremienwerk.committees.rhythm.items import Span
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
number_but_ein = one(lambda token: None if token.text == "ein" else _number(token))
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


def as_range(pair: tuple[Fraction, Fraction]) -> Range:
    """Two numbers as a range, the smaller one first."""
    return min(pair), max(pair)


# "zwei- bis drei", "1-2", "ein bis maximal zwei", "2 oder 3"
open_number = number << maybe(tight(hyphen).if_before(word("bis", "oder", "bzw", "/", ",")))
enumerated = tight(word(","))
number_range: Rule[Range] = any_of(
    [((open_number << (to | enumerated)) + (about >> number)).map(as_range), number.map(_single)]
)

half_year = (maybe(word("ein", "einem", "eines")) >> number.where(lambda part: part < 1) + unit_noun).map(
    lambda found: found[1].times(found[0])
)
# Where only a unit can stand: after "/" or "pro", also abbreviated.
units = any_of([unit_noun, short_unit])
each_word = word("jede", "jeder", "jedes", "jeden", "jedem")
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
        ((word("pro", "je", "per", "/", "p") >> _small) >> units).unless(a_year_number | rhythm),
        ((_per_word >> _small) >> unit_noun).unless(a_year_number | rhythm | hyphen),
        (word("die", "das", "den", "der", "des", "eines", "einer") >> _small >> unit_noun).unless(
            a_year_number | rhythm
        ),
        word("pa", "jaehrl", "perannum").map(lambda _: Span("year")),
        phrase("per|pro annum|anno").map(lambda _: Span("year")),
        phrase("p a").map(lambda _: Span("year")),
        (
            (word("in", "innerhalb", "binnen") >> maybe(word("von")) >> number.where(lambda steps: steps > 1))
            + unit_noun
        ).map(lambda found: found[1].times(found[0])),
        word("im", "pro", "je") >> half_year,
        word("im")
        >> one(
            lambda token: (
                short_unit_of(token.text) if token.text in ("j", "jhr", "hj", "quart", "qu") else None
            )
        ),
        phrase("im|uebers jahresverlauf|jahreslauf").map(lambda _: Span("year")),
    ]
)
