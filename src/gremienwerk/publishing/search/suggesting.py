"""Suggestions while typing: records whose name fits what stands there so far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from gremienwerk.publishing.models import SearchEntry
from gremienwerk.publishing.search.analysis import NAME
from gremienwerk.publishing.search.asking import Alternative, Asker, Clause, asker_for, read_question
from gremienwerk.publishing.search.folding import Word
from gremienwerk.publishing.search.matching import by_index, candidates, keys
from gremienwerk.publishing.search.ranking import Find, Ranker, condition
from gremienwerk.publishing.search.records import Entry, Field, Kind, Suggestion
from gremienwerk.publishing.search.showing import reason_for

SHORTEST = 2
_MOST_JUDGED = 200


def suggest(*, body: int, text: str, on: date, limit: int, language: str = "de") -> list[Suggestion]:
    """What might be meant by a text that is still being typed, the likeliest first.

    Args:
        body: primary key of the body.
        text: what stands in the field; the last word may be unfinished. Below two letters nothing is suggested.
        on: the day to look at.
        limit: most suggestions.
        language: the reader's language.
    """
    words = read_question(text)
    if not words or sum(len(word.folded) for word in words) < SHORTEST:
        return []
    found = {(s.noun, s.uid): s for s in _by_beginning(body, words, on, limit)}
    if len(found) < limit:
        asker = asker_for(body=body, language=language)
        for forgiving in (False, True):
            for one in _by_words(body, asker, words, on, forgiving):
                found.setdefault((one.noun, one.uid), one)
            if found:
                break
    return list(found.values())[:limit]


def _by_beginning(body: int, words: list[Word], on: date, limit: int) -> Iterable[Suggestion]:
    """Records whose title begins like the text, in order."""
    begin = " ".join(word.folded for word in words).encode()
    entries = SearchEntry.objects.filter(
        Q(shown_from=None) | Q(shown_from__lte=on),
        Q(shown_until=None) | Q(shown_until__gt=on),
        body=body,
        title_key__gte=begin,
        title_key__lt=begin + b"\xff",
    )
    rows = entries.order_by("title_key", "pk").values_list("noun", "record", "title")[: limit * 4]
    return (Suggestion(noun, record, title, "") for noun, record, title in rows)


def _by_words(body: int, asker: Asker, words: list[Word], on: date, forgiving: bool) -> Iterable[Suggestion]:
    """Records in whose names all words are found, the last one as the beginning of a word."""
    clauses = asker.clauses(words, forgiving=forgiving)
    clauses[-1] = _unfinished(clauses[-1], asker, words[-1])
    if not all(clause.alternatives for clause in clauses):
        return
    wanted = condition(clauses, mark=NAME)
    with by_index():
        found = keys(body=body, condition=wanted, nouns=None, on=on, most=_MOST_JUDGED)
        rows = candidates(key for key, _, _ in found)
    ranker = Ranker(clauses, question=[word.folded for word in words])
    judged: list[tuple[float, bytes, int, list[Find]]] = []
    for row in rows:
        finds = ranker.finds(row.tokens)
        judged.append((-ranker.score(finds, title_key=row.title_key), row.title_key, row.key, finds))
    judged.sort(key=lambda one: one[:3])
    stored = SearchEntry.objects.filter(pk__in=[key for _, _, key, _ in judged[:40]])
    entries = {key: Entry(*told) for key, *told in stored.values_list("pk", *Entry._fields)}
    for _, _, key, finds in judged[:40]:
        entry = entries[key]
        other = next((find for find in finds if find.field is Field.OTHER_NAME), None)
        name = reason_for(entry=entry, find=other).shown if other else ""
        yield Suggestion(entry.noun, entry.record, entry.title, name)


def _unfinished(clause: Clause, asker: Asker, word: Word) -> Clause:
    started = frozenset(asker.vocabulary.starting_with(word.folded)) - {word.folded}
    if not started or any(way.kind is Kind.UNFINISHED for way in clause.alternatives):
        return clause
    return clause._replace(
        alternatives=(*clause.alternatives, Alternative(Kind.UNFINISHED, 0.85, (started,)))
    )
