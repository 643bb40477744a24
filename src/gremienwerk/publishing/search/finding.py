"""Searching: the answer to a question, grouped, ordered and with reasons.

The words of a question must all be found; if nothing holds them all, similar words are tried, then fewer of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from gremienwerk.publishing.models import PublicRecord, SearchEntry
from gremienwerk.publishing.search.analysis import ANYWHERE, NAME
from gremienwerk.publishing.search.asking import Clause, asker_for, read_question
from gremienwerk.publishing.search.folding import Word
from gremienwerk.publishing.search.matching import Candidate, Key, by_index, candidates, keys, titled
from gremienwerk.publishing.search.ranking import Find, Ranker, condition
from gremienwerk.publishing.search.records import Correction, Entry, Found, Group, Hit, Kind
from gremienwerk.publishing.search.showing import reason_for, shown_word
from gremienwerk.publishing.search.suggesting import suggest

__all__ = ["find", "suggest"]

MOST_JUDGED = 240  # entries whose place is worked out exactly; beyond, those found in names come first
MOST_COUNTED = 1_000  # entries that are counted
NOUNS = frozenset(PublicRecord.Noun.values)
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


class _Wanted(NamedTuple):
    """What entries must hold: all of some clauses, or one of them."""

    clauses: Sequence[Clause]
    all_of: bool

    @property
    def has_late(self) -> bool:
        return any(way.is_late for clause in self.clauses for way in clause.alternatives)

    def keys(
        self, where: _Range, *, mark: str = ANYWHERE, with_late: bool = True, most: int = MOST_COUNTED
    ) -> list[Key]:
        """Entries that do, in the order in which they were written."""
        wanted = condition(self.clauses, mark=mark, all_of=self.all_of, with_late=with_late)
        return keys(**where._asdict(), condition=wanted, most=most)


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
        found = _answer(where, question, question.clauses)
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
            found = _answer(where, question, some)
            if found.groups:
                return found._replace(is_partial=True)
    if not answerable:
        return NOTHING
    found = _answer(where, question, answerable, all_of=False)
    return found._replace(is_partial=True)


def _answer(where: _Range, question: _Question, clauses: Sequence[Clause], *, all_of: bool = True) -> Found:
    if not any(clause.alternatives for clause in question.clauses):
        return NOTHING
    with by_index():
        rows, totals, is_more = _candidates(where, question, _Wanted(clauses, all_of))
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
    where: _Range, question: _Question, wanted: _Wanted
) -> tuple[list[Candidate], dict[str, int], bool]:
    """What is to be judged, how many records there are of each noun, and whether there are more.

    Of very many, titles that begin like the question are taken, and of each noun those found in names.
    """
    named, found = _keys(where, wanted)
    records: dict[str, set[str]] = defaultdict(set)
    for _, noun, record in found:
        records[noun].add(record)
    totals = {noun: len(some) for noun, some in records.items()}
    is_more = len(named) >= MOST_JUDGED or len(found) >= MOST_COUNTED
    if len(found) <= MOST_JUDGED:
        return candidates(key for key, _, _ in found), totals, is_more
    if len(named) < MOST_JUDGED and wanted.has_late:
        named = wanted.keys(where, mark=NAME, most=MOST_JUDGED)
    begin = " ".join(word.folded for word in question.words)
    share = MOST_JUDGED // len(totals)
    chosen = {*titled(**where._asdict(), begin=begin, most=MOST_JUDGED // 8), *found[:share]}
    chosen.update(named[:MOST_JUDGED])
    for noun in totals.keys() - {noun for _, noun, _ in chosen}:
        chosen.update([one for one in found if one[1] == noun][:share])
    return candidates(key for key, noun, _ in chosen if noun in totals), totals, is_more


def _keys(where: _Range, wanted: _Wanted) -> tuple[list[Key], list[Key]]:
    """Entries found in names, and all that are found.

    If names alone give all that can be judged, texts are looked through only for nouns that have none of them:
    reading on would cost most where it tells least.
    """
    named = wanted.keys(where, mark=NAME, with_late=False)
    if len(named) < MOST_JUDGED:
        found = wanted.keys(where, with_late=False)
        if len(found) < MOST_COUNTED and wanted.has_late:
            found = wanted.keys(where)
        return named, found
    others = NOUNS.intersection(where.nouns or NOUNS) - {noun for _, noun, _ in named}
    if not others:
        return named, named
    return named, sorted([*named, *wanted.keys(where._replace(nouns=others), with_late=False)])


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


Entries = dict[tuple[str, UUID], dict[str, Entry]]


def _entries(where: _Range, records: list[UUID]) -> Entries:
    """The entries of records in all languages that are shown on the day."""
    found: Entries = defaultdict(dict)
    rows = SearchEntry.objects.filter(body=where.body, record__in=records).order_by("pk")
    for row in rows.values_list(*Entry._fields, "shown_from", "shown_until"):
        *told, shown_from, shown_until = row
        if (shown_from or where.on) <= where.on and (shown_until is None or shown_until > where.on):
            entry = Entry(*told)
            found[entry.noun, entry.record][entry.language] = entry
    return found


def _hit(one: _Judged, entries: Entries, language: str) -> Hit:
    row = one.candidate
    record = UUID(row.record)
    by_language = entries[row.noun, record]
    matched = by_language[row.language]
    shown = by_language.get(language) or by_language.get("de") or matched
    # The find that is hardest to see is the one that wants a reason.
    reason = reason_for(entry=matched, find=min(one.finds, key=lambda found: found.value))
    return Hit(row.noun, record, shown.language, shown.title, shown.summary, reason, one.score)


def _corrections(judged: Sequence[_Judged], entries: Entries) -> tuple[Correction, ...]:
    """For each word that was only found by a similar one: the similar word of the best hit."""
    found: dict[str, Correction] = {}
    as_typed = {
        find.asked for one in judged for find in one.finds if find.kind not in (Kind.SIMILAR, Kind.SOUND)
    }
    for one in judged:
        for guess in one.finds:
            if guess.asked not in as_typed and guess.asked not in found:
                entry = entries[one.candidate.noun, UUID(one.candidate.record)][one.candidate.language]
                found[guess.asked] = Correction(guess.asked, shown_word(entry=entry, find=guess))
    return tuple(found.values())


def _corrected(words: Sequence[Word], used: Sequence[Correction]) -> str:
    by_asked = {correction.asked: correction.used for correction in used}
    return " ".join(by_asked.get(word.shown, word.shown) for word in words) if used else ""
