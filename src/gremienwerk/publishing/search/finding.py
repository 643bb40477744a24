"""Searching: the answer to a question, grouped, ordered and with reasons.

The words of a question must all be found; if nothing holds them all, similar words are tried, then fewer of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from gremienwerk.publishing.models import SearchEntry
from gremienwerk.publishing.search.analysis import NAME
from gremienwerk.publishing.search.asking import Clause, asker_for, read_question
from gremienwerk.publishing.search.folding import Word
from gremienwerk.publishing.search.matching import Candidate, Condition, by_index, candidates, counts, titled
from gremienwerk.publishing.search.ranking import Find, Ranker, condition
from gremienwerk.publishing.search.records import Correction, Found, Group, Hit, Kind
from gremienwerk.publishing.search.showing import reason_for, shown_word
from gremienwerk.publishing.search.suggesting import suggest

__all__ = ["find", "suggest"]

MOST_JUDGED = 240  # entries whose place is worked out exactly; beyond, those found in names come first
MOST_COUNTED = 3_000
NOTHING = Found((), (), "", False)


class _Question(NamedTuple):
    """What was asked, and for whom."""

    words: Sequence[Word]
    clauses: Sequence[Clause]
    language: str
    limit: int


class _Range(NamedTuple):
    """Where to look."""

    body: int
    nouns: Collection[str] | None
    on: date


class _Judged(NamedTuple):
    """A record with its best entry."""

    score: float
    candidate: Candidate
    finds: list[Find]


def find(
    *, body: int, text: str, language: str, on: date, limit: int, nouns: Collection[str] | None = None
) -> Found:
    """Look for what somebody typed.

    Args:
        body: primary key of the body.
        text: anything; never an error.
        language: the reader's language (BCP 47); titles are given in it where they exist.
        on: the day to look at; records are found only while they are shown.
        limit: most hits per group.
        nouns: only these groups; None for all.
    """
    words = read_question(text)
    if not words or (nouns is not None and not nouns):
        return NOTHING
    asker = asker_for(body=body, language=language)
    where = _Range(body, nouns, on)
    for forgiving in (False, True):
        question = _Question(words, asker.clauses(words, forgiving=forgiving), language, limit)
        found = _answer(where, question, condition(question.clauses))
        if found.groups:
            return found
    return _partial(where, question)


def _partial(where: _Range, question: _Question) -> Found:
    """Leave out one word, then all but one."""
    answerable = [clause for clause in question.clauses if clause.alternatives]
    if len(question.clauses) < 2:
        return NOTHING
    if len(answerable) > 2:
        for left_out in range(len(answerable)):
            some = [clause for n, clause in enumerate(answerable) if n != left_out]
            found = _answer(where, question, condition(some))
            if found.groups:
                return found._replace(is_partial=True)
    if not answerable:
        return NOTHING
    found = _answer(where, question, condition(answerable, all_of=False))
    return found._replace(is_partial=True)


def _answer(where: _Range, question: _Question, wanted: Condition) -> Found:
    if not any(clause.alternatives for clause in question.clauses):
        return NOTHING
    with by_index():
        rows, totals, is_more = _candidates(where, question, wanted)
    judged = _judge(rows, Ranker(question.clauses, question=[word.folded for word in question.words]))
    groups: dict[str, list[_Judged]] = defaultdict(list)
    for one in judged:
        if len(groups[one.candidate.noun]) < question.limit:
            groups[one.candidate.noun].append(one)
    entries = _entries(where, [UUID(one.candidate.record) for some in groups.values() for one in some])
    made = tuple(
        Group(noun, tuple(_hit(one, entries, question.language) for one in some), totals[noun], is_more)
        for noun, some in groups.items()
    )
    used = _corrections([one for some in groups.values() for one in some], entries)
    return Found(made, used, _corrected(question.words, used), False)


def _candidates(
    where: _Range, question: _Question, wanted: Condition
) -> tuple[list[Candidate], dict[str, int], bool]:
    """What is to be judged, how many records there are of each noun, and whether there are more.

    Of very many, titles that begin like the question are taken, and of each noun those found in names.
    """
    rows = candidates(**where._asdict(), condition=wanted, most=MOST_JUDGED + 1)
    if len(rows) <= MOST_JUDGED:
        totals: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            totals[row.noun].add(row.record)
        return rows, {noun: len(records) for noun, records in totals.items()}, False
    counted = counts(**where._asdict(), condition=wanted, most=MOST_COUNTED)
    begin = " ".join(word.folded for word in question.words)
    found = set(titled(**where._asdict(), begin=begin, most=MOST_JUDGED // 8))
    in_names = condition(question.clauses, mark=NAME)
    share = MOST_JUDGED // len(counted)
    found.update(rows[:share], candidates(**where._asdict(), condition=in_names, most=MOST_JUDGED))
    for noun in set(counted) - {row.noun for row in found}:
        found.update(candidates(**where._replace(nouns=[noun])._asdict(), condition=wanted, most=share))
    return (
        sorted(row for row in found if row.noun in counted),
        counted,
        sum(counted.values()) >= MOST_COUNTED // 2,
    )


def _judge(rows: Sequence[Candidate], ranker: Ranker) -> list[_Judged]:
    """Each record once, by its best entry, in the order in which they are shown."""
    best: dict[tuple[str, str], _Judged] = {}
    for row in rows:
        finds = ranker.finds(row.tokens)
        one = _Judged(round(ranker.score(finds, title_key=row.title_key), 6), row, finds)
        known = best.get((row.noun, row.record))
        if known is None or known.score < one.score:
            best[row.noun, row.record] = one
    return sorted(best.values(), key=lambda one: (-one.score, one.candidate.title_key, one.candidate.record))


Entries = dict[tuple[str, str], dict[str, SearchEntry]]


def _entries(where: _Range, records: list[UUID]) -> Entries:
    """The entries of records in all languages that are shown on the day."""
    found: Entries = defaultdict(dict)
    for entry in (
        SearchEntry.objects.filter(body=where.body, record__in=records).defer("tokens").order_by("pk")
    ):
        if (entry.shown_from or where.on) <= where.on and (
            entry.shown_until is None or entry.shown_until > where.on
        ):
            found[entry.noun, entry.record.hex][entry.language] = entry
    return found


def _hit(one: _Judged, entries: Entries, language: str) -> Hit:
    row = one.candidate
    by_language = entries[row.noun, row.record]
    matched = by_language[row.language]
    shown = by_language.get(language) or by_language.get("de") or matched
    # The find that is hardest to see is the one that wants a reason.
    reason = reason_for(entry=matched, find=min(one.finds, key=lambda found: found.value))
    return Hit(row.noun, UUID(row.record), shown.language, shown.title, shown.summary, reason, one.score)


def _corrections(judged: Sequence[_Judged], entries: Entries) -> tuple[Correction, ...]:
    """For each word that was only found by a similar one: the similar word of the best hit."""
    found: dict[str, Correction] = {}
    as_typed = {
        find.asked for one in judged for find in one.finds if find.kind not in (Kind.SIMILAR, Kind.SOUND)
    }
    for one in judged:
        for guess in one.finds:
            if guess.asked not in as_typed and guess.asked not in found:
                entry = entries[one.candidate.noun, one.candidate.record][one.candidate.language]
                found[guess.asked] = Correction(guess.asked, shown_word(entry=entry, find=guess))
    return tuple(found.values())


def _corrected(words: Sequence[Word], used: Sequence[Correction]) -> str:
    by_asked = {correction.asked: correction.used for correction in used}
    return " ".join(by_asked.get(word.shown, word.shown) for word in words) if used else ""
