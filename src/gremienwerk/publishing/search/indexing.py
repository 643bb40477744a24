"""Writing the index, in the transaction of the change that it follows.

On PostgreSQL, writers of one body's index wait for each other from here to their commit. Call this last, after all
other rows have been written, so that nobody who waits here holds what another needs.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db import connection, transaction

from gremienwerk.publishing.models import SearchEntry, SearchWord
from gremienwerk.publishing.search.analysis import ANYWHERE, PART, analyse, title_key, tokens
from gremienwerk.publishing.search.compounds import Known, parts_of
from gremienwerk.publishing.search.folding import Word
from gremienwerk.publishing.search.matching import is_held, wait_for_turn
from gremienwerk.publishing.search.records import SearchSource
from gremienwerk.publishing.search.stems import script_of, stems
from gremienwerk.publishing.search.vocabulary import (
    Vocabulary,
    part_keys,
    sound_keys,
    stem_keys,
    vocabulary_of,
)

_AT_ONCE = 500
_COMPARED = ("shown_from", "shown_until", "title", "tokens", "other_names", "keywords", "summary", "text")

Key = tuple[str, UUID]
Thing = TypeVar("Thing")


@transaction.atomic
def write(sources: Iterable[SearchSource]) -> None:
    """Put records into the index; what was stored of a named record, in any language, is replaced.

    Args:
        sources: all languages of each record that is named; a language left out is no longer found.
    """
    by_body: dict[int, list[SearchSource]] = defaultdict(list)
    for source in sources:
        by_body[source.body].append(_storable(source))
    for body, own in sorted(by_body.items()):
        wait_for_turn(body=body)
        records: dict[Key, list[SearchSource]] = defaultdict(list)
        for source in own:
            records[source.noun, source.uid].append(source)
        for some in _in_portions(records.values()):
            _replace(body, [source for record in some for source in record])


@transaction.atomic
def withdraw(*, body: int, keys: Iterable[tuple[str, UUID]]) -> None:
    """Take records out of the index, in all languages, with every word that only they held.

    Args:
        body: primary key of the body.
        keys: (noun, uid) of each record; unknown ones are passed over.
    """
    wait_for_turn(body=body)
    for some in _in_portions(keys):
        _remove(body, list(_stored(body, set(some)).values()), kept=set())


def _replace(body: int, sources: list[SearchSource]) -> None:
    stored = _stored(body, {(source.noun, source.uid) for source in sources})
    analyses = [analyse(source) for source in sources]
    found = {word.folded: word for analysis in analyses for word in analysis.everything}
    vocabulary = _learn(body, found)
    new: list[SearchEntry] = []
    for source, analysis in zip(sources, analyses, strict=True):
        entry = _entry(source, tokens(source, analysis, parts=vocabulary.parts))
        known = stored.get((source.noun, source.uid, source.language))
        if known and all(getattr(known, name) == getattr(entry, name) for name in _COMPARED):
            del stored[source.noun, source.uid, source.language]
        else:
            new.append(entry)
    _remove(body, list(stored.values()), kept=set(found))
    SearchEntry.objects.bulk_create(new)


def _stored(body: int, keys: set[Key]) -> dict[tuple[str, UUID, str], SearchEntry]:
    rows = SearchEntry.objects.filter(body=body, record__in={uid for _, uid in keys})
    return {(row.noun, row.record, row.language): row for row in rows if (row.noun, row.record) in keys}


def _storable(source: SearchSource) -> SearchSource:
    """Without the null character, which PostgreSQL cannot store."""
    return source._replace(
        title=source.title.replace("\x00", " "),
        summary=source.summary.replace("\x00", " "),
        text=source.text.replace("\x00", " "),
        other_names=tuple(name.replace("\x00", " ") for name in source.other_names),
        keywords=tuple(keyword.replace("\x00", " ") for keyword in source.keywords),
    )


def forget_removed_words() -> None:
    """Take out of the index's own pages what removed entries leave there; joins the change that erases somebody.

    SQLite's full-text index only marks terms as gone until it merges its segments (FTS5, "optimize"), so an erased
    name could still be read in the file. PostgreSQL's own index holds terms of live rows after its next vacuum.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_entry_tokens(search_entry_tokens) VALUES ('optimize')")


def _entry(source: SearchSource, tokens: str) -> SearchEntry:
    return SearchEntry(
        body_id=source.body, noun=source.noun, record=source.uid, language=source.language, title=source.title,
        shown_from=source.shown_from, shown_until=source.shown_until, title_key=title_key(source.title),
        tokens=tokens, other_names=list(source.other_names), keywords=list(source.keywords),
        summary=source.summary, text=source.text,
    )  # fmt: skip


def _learn(body: int, found: dict[str, Word]) -> Vocabulary:
    """Add the words that the body's vocabulary does not hold yet."""
    vocabulary = vocabulary_of(body)
    # Words known in memory may have gone since; the database decides.
    known: set[str] = set()
    for some in _in_portions(found):
        known.update(SearchWord.objects.filter(body=body, word__in=some).values_list("word", flat=True))
    new = sorted(word for word in found if word not in known)
    if not new:
        return vocabulary
    batch = secrets.randbits(62)
    SearchWord.objects.bulk_create(
        (
            _word(body, found[word], batch, lambda part: part in found or vocabulary.knows(part))
            for word in new
        ),
        batch_size=_AT_ONCE,
    )
    return vocabulary_of(body)


def _word(body: int, word: Word, batch: int, known: Known) -> SearchWord:
    parts = parts_of(word.folded, known=known) if script_of(word.folded) == "latin" else ()
    keys = f"{stem_keys(stems(word.shown))} {part_keys(parts)}".strip()
    return SearchWord(body_id=body, word=word.folded, stems=keys, sounds=sound_keys(word.folded), batch=batch)


def _remove(body: int, entries: list[SearchEntry], *, kept: set[str]) -> None:
    """Delete entries, and the words that neither ``kept`` nor any other entry holds."""
    if not entries:
        return
    SearchEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    words = {token[1:] for entry in entries for token in entry.tokens.split() if token[0] == ANYWHERE}
    words = {word for word in words if word[0] != PART}
    gone = [word for word in sorted(words - kept) if not is_held(body=body, word=word)]
    for some in _in_portions(gone):
        SearchWord.objects.filter(body=body, word__in=some).delete()


def _in_portions(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    source = iter(things)
    while portion := list(islice(source, _AT_ONCE)):
        yield portion
