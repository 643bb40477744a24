"""The words and names of an entry that a find means, as they stand there."""

from __future__ import annotations

from collections.abc import Iterable

from gremienwerk.publishing.search.analysis import PART
from gremienwerk.publishing.search.folding import words
from gremienwerk.publishing.search.ranking import Find
from gremienwerk.publishing.search.records import Entry, Field, Reason


def reason_for(*, entry: Entry, find: Find) -> Reason:
    """Why an entry was found: the whole name or keyword, or the word of the title or text."""
    if find.field is Field.OTHER_NAME:
        shown = _first_with(entry.other_names, find.words)
    elif find.field is Field.KEYWORD:
        shown = _first_with(entry.keywords, find.words)
    else:
        shown = shown_word(entry=entry, find=find)
    return Reason(find.field, find.kind, find.asked, shown)


def shown_word(*, entry: Entry, find: Find) -> str:
    """The single words that were meant, joined if the find needs several."""
    texts = {
        Field.TITLE: [entry.title],
        Field.OTHER_NAME: entry.other_names,
        Field.KEYWORD: entry.keywords,
        Field.TEXT: [entry.summary, entry.text, entry.title, *entry.other_names, *entry.keywords],
    }[find.field]
    shown: dict[str, str] = {}
    for text in texts:
        for word in words(text):
            if _is_meant(word.folded, find.words):
                shown.setdefault(word.folded, word.shown)
        if shown:
            break
    return " ".join(shown.values()) or find.asked


def _first_with(texts: Iterable[str], wanted: frozenset[str]) -> str:
    """The first text that holds one of the words."""
    everything = list(texts)
    holding = (text for text in everything if any(_is_meant(word.folded, wanted) for word in words(text)))
    return next(holding, everything[0] if everything else "")


def _is_meant(word: str, wanted: frozenset[str]) -> bool:
    """Whether a folded word is one of the index words, or a compound with one of the parts among them."""
    return word in wanted or any(piece[1:] in word for piece in wanted if piece[0] == PART)
