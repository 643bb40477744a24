"""Rules for steps in time: "alle sechs bis acht Wochen", "im Zwei-Jahres-Turnus", "monatlich"."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from gremienwerk.committees.rhythm.combinators import Rule, any_of, listed, maybe, one, skipped, word
from gremienwerk.committees.rhythm.items import Cycle, Span
from gremienwerk.committees.rhythm.quantities import (
    Range,
    a_year_number,
    about,
    adjective,
    adverb,
    as_range,
    bounded,
    each_word,
    half_year,
    hyphen,
    lasting,
    lasting_adjective,
    meeting,
    number,
    number_range,
    open_number,
    per,
    rhythm,
    rhythm_compound,
    to,
    unit_noun,
    units,
)
from gremienwerk.committees.rhythm.tokens import Token
from gremienwerk.committees.rhythm.vocabulary import AND, MEETINGS
from gremienwerk.committees.rhythm.words import UnitWord, ordinal_of, unit_of

_article = word("ein", "eine", "einem", "einer", "eines", "der", "des", "das", "dem", "die", "den")


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
    """So: "2 jährlich" is twice a year; "2-jährlich" every other year."""
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
        ((open_number << to) + _built.where(lambda unit: unit.counted)).map(_hyphened_pair).unless(lasting),
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
_and_number = any_of([to, word("und", ",")])

_distance = (
    rhythm
    >> maybe(word(":", "ist", "betraegt", "=", "-"))
    >> maybe(word("von", "alle", "zu", "mit"))
    >> maybe(word("jeweils"))
)
# The further apart, the rarer: the longest distance is the least count.
_LIMITS: Mapping[str, Literal["least", "most"]] = {
    "hoechstens": "least", "max": "least", "maximal": "least", "laengstens": "least", "spaetestens": "least",
    "mindestens": "most", "mind": "most", "wenigstens": "most", "min": "most",
}  # fmt: skip
_limit: Rule[Literal["least", "most"]] = one(lambda token: _LIMITS.get(token.text))

_part_of = listed(
    any_of([_ordinal_step, one(lambda token: ordinal_of(token.text))]),
    by=word(*AND, ",", "/") << skipped("der die dem den am in"),
)
# "jede 1. Woche im Monat", "am letzten Tag des Quartals": as often as the whole, if nothing else says how often;
# "in der ersten Woche des Monats" alone only says when.
_part: Rule[Cycle] = (
    any_of(
        [
            skipped("jeweils immer stets am zum", limit=2) >> _part_of << word("tag", "tages"),
            (each_word | word("jeweils", "immer", "stets"))
            >> skipped("in der die am", limit=2)
            >> _part_of
            << word("woche", "wochen", "kalenderwoche", "haelfte"),
        ]
    )
    + (
        word("im", "des", "eines", "pro", "je", "jedes", "jeden")
        >> skipped("jeden jedes jeweiligen")
        >> unit_noun
    )
).map(lambda found: replace(_cycle(found[1].times(Fraction(1, len(found[0][0])))), weak=True))
_each_day = (word("jeden") >> word("morgen", "abend", "vormittag", "nachmittag", "mittag")).map(
    lambda _: _cycle(Span("day"))
)

every: Rule[Cycle] = any_of(
    [
        _part,
        _each_day,
        (word("alle", "aller", "all") >> about >> bounded >> number_range + units).map(_cycle_range),
        (word("alle", "aller") >> about >> ((number << _and_number) + (about >> bounded >> number)).map(as_range) + units).map(
            _cycle_range
        ),
        (word("alle", "aller") >> unit_noun).map(_cycle),
        (each_word >> _ordinal_step + unit_noun).map(lambda found: _cycle(found[1].times(Fraction(found[0])))),
        (each_word >> half_year).map(_cycle),
        (each_word >> maybe(word("neue", "neuen", "neuem")) >> unit_noun).map(_cycle),
        ((_distance + (about >> maybe(_limit))) + ((about >> number_range) + unit_noun)).map(
            lambda found: replace(_cycle_range(found[1]), limit=found[0][1])
        ),
        (_distance >> about >> half_year).map(_cycle),
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

# "im wöchentlichen Wechsel": what changes is the place or the group, unless nothing else says how often
_in_turn = (adverb << word("wechsel", "abwechslung")).map(lambda unit: replace(_cycle(unit.span), weak=True))
cycle: Rule[Cycle] = any_of([_in_turn, counted_cycle, every, _word_cycle])


def _named(token: Token) -> Cycle | None:
    """The cycle in "Quartalstreffen", "Jahrestagung"."""
    for meeting_word in MEETINGS:
        if token.kind == "word" and token.text.endswith(meeting_word):
            unit = unit_of(token.text.removesuffix(meeting_word))
            if unit is not None and unit.form == "noun" and not unit.counted:
                return Cycle(unit.span, unit.span, weak=True)
    return None


named_cycle = one(_named)
bare_cycle: Rule[Cycle] = per.map(lambda span: Cycle(span, span, bare=True))
