"""German prose about how often something meets, read into a ``Rhythm``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from gremienwerk.committees.rhythm import assembly, vocabulary
from gremienwerk.committees.rhythm.assembly import Count, DayRule
from gremienwerk.committees.rhythm.facts import Facts, gather
from gremienwerk.committees.rhythm.grammar import Part, constituents
from gremienwerk.committees.rhythm.items import Clock, Cycle, Excluded, Mark, Span
from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm
from gremienwerk.committees.rhythm.omissions import (
    without_articles,
    without_denied,
    without_loose_dates,
    without_weekdays,
)
from gremienwerk.committees.rhythm.parity import halved, read_parity
from gremienwerk.committees.rhythm.recurrence import rounded
from gremienwerk.committees.rhythm.tokens import Token, tokenise
from gremienwerk.committees.rhythm.words import full_weekday_of, number_of, ordinal_of, unit_of

_SEVERAL = "mehrere Angaben zu einer Spanne zusammengefasst"
_FRAME = "Wochentag genannt, aber nicht, welche Termine: die Regel nennt alle möglichen Tage"
# A rhythm is a phrase or a sentence. Of longer texts the beginning is read, so that nothing takes long.
_LONGEST = 800
# Words shorter than this are too near to other words to be mended.
_MENDABLE = 7
_TWO_SLIPS = 12


def parse(text: str) -> Rhythm:
    """Read German wording about how often something meets.

    Any text gives a rhythm; of very long ones the first 800 words and signs are read. What cannot
    be counted is ``Kind.UNKNOWN``, never a guess. Counts are per normal year (52 weeks, 12 months). Bounds
    stay open: "mindestens" has no maximum, "bis zu" has the minimum 0. Times without meetings
    leave the count as it is, except named months ("monatlich, außer im August": 11).
    """
    parity = read_parity(tokens=prepared(tokens=list(islice(tokenise(text), _LONGEST))))
    rhythm = _parsed(text, parity.tokens)
    if parity.weeks_differ and rhythm.kind is Kind.RRULE:
        # "in geraden Wochen montags, in ungeraden dienstags": countable, but no one rule holds the days.
        rhythm = replace(rhythm, kind=Kind.FREQUENCY, rrule=None)
    if not parity.every_other_year:
        return rhythm
    if rhythm.kind is Kind.UNKNOWN:
        # "in geraden Jahren zweimal": in each of them.
        rhythm = _parsed(text, [*parity.tokens, *tokenise("pro Jahr")])
    return halved(rhythm)


def _parsed(text: str, tokens: list[Token]) -> Rhythm:
    found = without_articles(parts=without_weekdays(parts=constituents(tokens)))
    parts = without_loose_dates(parts=found)
    facts = gather(parts=parts)
    said = without_denied(parts=parts)
    excluded = [part.item for part in said if isinstance(part.item, Excluded)]
    months = assembly.season(
        parts=said, excluded=tuple(sorted({month for item in excluded for month in item.months}))
    )
    reading = _reading(said, facts, months)
    rhythm = _rhythm(text, reading, needed=_marked(said, "needed"))
    if rhythm.kind is Kind.UNKNOWN:
        return rhythm
    clock = next((part.item for part in said if isinstance(part.item, Clock)), None)
    return replace(
        rhythm,
        approximate=rhythm.per_year_min is not None
        and (_marked(said, "about") or any(token.text in vocabulary.ABOUT for token in tokens)),
        months=rhythm.recurrence.months if rhythm.recurrence else months,
        excluded=_in_order(times for item in excluded for times in item.times),
        time_from=clock.start if clock else None,
        time_until=clock.end if clock else None,
    )


def prepared(*, tokens: Sequence[Token]) -> list[Token]:
    """The tokens without full stops of abbreviations, and with slips of the pen mended."""
    kept: list[Token] = []
    for token in tokens:
        if token.text == "." and token.tight and kept and kept[-1].text in vocabulary.ABBREVIATIONS:
            continue
        kept.append(replace(token, text=_mended(token.text)) if token.kind == "word" else token)
    return kept


@lru_cache(maxsize=4096)
def _mended(text: str) -> str:
    if not _MENDABLE <= len(text) <= 20 or text in vocabulary.MENDED:
        return text
    known = unit_of(text) or number_of(text) or ordinal_of(text) or full_weekday_of(text)
    if known or text.endswith(vocabulary.MEETINGS):
        return text
    slips = 2 if len(text) >= _TWO_SLIPS else 1
    found = process.extractOne(
        text, vocabulary.MENDED, scorer=DamerauLevenshtein.distance, score_cutoff=slips
    )
    # A mended word starts as the right one does: "ähnlich" is not "jährlich".
    return found[0] if found and found[0][:2] == text[:2] else text


@dataclass(frozen=True)
class _Reading:
    """Days and counts as they will stand in the rhythm."""

    count: Count
    rule: DayRule | None
    notes: tuple[str, ...] = ()


def _reading(parts: Sequence[Part], facts: Facts, months: tuple[int, ...]) -> _Reading:
    dates = assembly.year_days(parts=parts, facts=facts)
    if dates is not None:
        return _Reading(Count(), DayRule(dates, exact=True))
    several = assembly.several_dates(parts=parts, facts=facts) or assembly.days_by_season(
        parts=parts, facts=facts
    )
    if several is not None:
        return _Reading(several, None)
    rule = assembly.day_rule(facts=facts, months=months)
    counted = [fact for fact in facts.counts if fact.cycle is None or fact.bound is not None or rule is None]
    count = assembly.total(parts=parts, facts=replace(facts, counts=tuple(counted)), months=months)
    if rule is None:
        seldom = assembly.points_of_some_years(parts=parts, facts=facts)
        if seldom is not None:
            return _Reading(seldom, None)
        if count == Count():
            count = assembly.from_points(parts=_before_need(parts))
        return _Reading(count, None, (_SEVERAL,) if len(counted) > 1 and count.low != count.high else ())
    return _with_days(parts, facts, months, rule, count)


def _before_need(parts: Sequence[Part]) -> Sequence[Part]:
    """So: "Im Mai und bei Bedarf" is a meeting in May; "bei Bedarf im Mai" is none."""
    needs = [
        index
        for index, part in enumerate(parts)
        if isinstance(part.item, Mark) and part.item.sign == "needed"
    ]
    return parts[: needs[0]] if needs else parts


def _with_days(
    parts: Sequence[Part], facts: Facts, months: tuple[int, ...], rule: DayRule, count: Count
) -> _Reading:
    """Days are the whole answer if nothing else is counted or the count agrees; else they are a frame."""
    a_year = rule.recurrence.per_year
    if count == Count() and rule.exact and _cycle_agrees(facts, rule):
        return _Reading(count, rule, rule.notes)
    if count == Count():
        count = assembly.total(parts=parts, facts=facts, months=months)
    if count == Count():
        number = _loose(facts, rule, months)
        bound = facts.days[0].bound
        count = Count(Fraction(0), number) if bound == "most" else Count(number, None if bound else number)
    open_end = count.high is None and not _marked(parts, "needed")
    if open_end and rule.exact and rule.recurrence.unit != "week" and (count.low or a_year) < a_year:
        # "Am 3. Dienstag im Monat, mindestens zehnmal im Jahr": the days are the most there can be.
        count = replace(count, high=Fraction(str(a_year)))
    agrees = count.low == count.high is not None and rounded(float(count.high)) == a_year
    if agrees and rule.exact:
        return _Reading(Count(), rule, rule.notes)
    frame = replace(rule.recurrence, unit="week" if rule.recurrence.unit == "week" else "month", interval=1)
    return _Reading(count, DayRule(frame, exact=False), (_FRAME,))


def _cycle_agrees(facts: Facts, rule: DayRule) -> bool:
    """Is every cycle beside the days part of their rule ("alle zwei Monate am 2. Dienstag")?"""
    if not facts.counts:
        return True
    cycles = {fact.cycle for fact in facts.counts}
    cycle = next(iter(cycles))
    if len(cycles) != 1 or cycle is None:
        return False
    if cycle == Cycle(Span("day"), Span("day")):
        # "täglich von Montag bis Freitag"
        return True
    if rule.recurrence.unit == "week":
        return (
            rounded(float(cycle.long.rate)) * len(rule.recurrence.weekdays)
            == rounded(52 / rule.recurrence.interval) * len(rule.recurrence.weekdays)
            and cycle.short == cycle.long
        )
    return True


def _loose(facts: Facts, rule: DayRule, months: tuple[int, ...]) -> Fraction:
    """How often, when days are named but not all are taken."""
    days = [fact.days for fact in facts.days]
    if len(days) == 1 and getattr(days[0], "choice", False):
        # "dienstags oder mittwochs": one of them each time.
        choices = len(rule.recurrence.weekdays) or 1
        return Fraction(str(rule.recurrence.per_year)) / choices
    if any(getattr(day, "nths", ()) for day in days) and not all(getattr(day, "nths", ()) for day in days):
        every = sum(len(getattr(day, "codes", ())) for day in days if not getattr(day, "nths", ()))
        other = [fact.days for fact in facts.days if assembly.is_every_other(fact=fact)]
        monthly = sum(
            len(getattr(day, "weekdays", ())) for day in days if getattr(day, "nths", ()) and day not in other
        )
        weekly = every + Fraction(sum(len(getattr(day, "codes", ())) for day in other), 2)
        # "jeden 2. Sonntag im Monat, im Advent jeden Sonntag": the months are those of the weekly part
        return Fraction(round(52 * weekly * (len(months) or 12) / 12) + 12 * monthly)
    return Fraction(str(rule.recurrence.per_year))


def _rhythm(text: str, reading: _Reading, *, needed: bool) -> Rhythm:
    rule, count = reading.rule, reading.count
    if rule is not None and rule.exact:
        a_year = rule.recurrence.per_year
        return Rhythm(text, Kind.RRULE, str(rule.recurrence), a_year, a_year, needed, notes=reading.notes)
    low = rounded(float(count.low)) if count.low is not None else None
    high = rounded(float(count.high)) if count.high is not None else None
    frame = str(rule.recurrence) if rule is not None and low is not None else None
    if needed and high is None:
        return Rhythm(text, Kind.AS_NEEDED, frame, low, None, as_needed=True, notes=reading.notes)
    if low is None:
        return Rhythm(text)
    return Rhythm(text, Kind.FREQUENCY, frame, low, high, needed, notes=reading.notes)


def _marked(parts: Sequence[Part], sign: str) -> bool:
    return any(isinstance(part.item, Mark) and part.item.sign == sign for part in parts)


def _in_order(times: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    found = set(times)
    return tuple(time for time in Exclusion if time in found)
