"""What a text takes back: negations, former rhythms, excluded weekdays, clauses about other matters."""

from collections.abc import Sequence
from dataclasses import replace

from gremienwerk.committees.rhythm.grammar import Part
from gremienwerk.committees.rhythm.items import (
    Cycle,
    Days,
    Excluded,
    Item,
    Mark,
    MonthDays,
    Months,
    Noise,
    Span,
    Times,
    Window,
)
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS
from gremienwerk.committees.rhythm.vocabulary import INCLUDED, MEETINGS, OTHER_MATTERS

# How many tokens after "nicht" or "statt" the words that it denies may begin, and how many parts it reaches.
_DENIED_WITHIN = 3
_FARTHEST = 14
_MEETS = ("tagt", "trifft", "treffen", "tagen", "zusammen", "zusammentritt", "tritt")


def without_weekdays(*, parts: Sequence[Part]) -> list[Part]:
    """The parts with the weekdays taken out that the text excludes: "täglich außer sonntags"."""
    closed = {code for part in parts if isinstance(part.item, Excluded) for code in part.item.weekdays}
    if not closed:
        return list(parts)
    kept: list[Part] = []
    for part in parts:
        item: Item | None = part.item
        if isinstance(item, Cycle) and item.short == item.long == Span("day") and not item.bare:
            item = Days((), tuple(code for code in WEEKDAYS if code not in closed))
        elif isinstance(item, Days) and not item.nths:
            left = tuple(code for code in item.codes if code not in closed)
            item = replace(item, codes=left) if left else None
        if item is not None:
            kept.append(Part(item, part.at))
    return kept


def without_denied(*, parts: Sequence[Part]) -> list[Part]:
    """The parts less what a negation or "statt bisher" takes back."""
    kept = list(parts)
    for index, part in enumerate(parts):
        if isinstance(part.item, Mark) and part.item.sign in ("not", "never", "former"):
            kept = _take_back(kept, parts, index)
    return _about_meetings(kept)


def _about_meetings(parts: list[Part]) -> list[Part]:
    """The parts less clauses about other matters ("der Vorsitz wechselt jährlich"), if others say how often."""
    clauses: list[list[Part]] = [[]]
    for part in parts:
        clauses[-1].append(part)
        ends = isinstance(part.item, Mark) and part.item.sign in ("break", "and")
        if ends:
            clauses.append([])
    kept = [part for clause in clauses if not _is_other_matter(clause) for part in clause]
    said = kept if any(_says_how_often(part.item) for part in kept) else parts
    strong = [part for part in said if not (isinstance(part.item, Cycle) and part.item.weak)]
    return strong if any(_says_how_often(part.item) for part in strong) else said


def without_articles(*, parts: Sequence[Part]) -> list[Part]:
    """The parts less articles that count nothing: "zweimal jährlich zu einer Sitzung"."""
    counted = [part for part in parts if _counts(part.item)]
    return [part for index, part in enumerate(parts) if not counted or not _is_article(parts, index)]


def _counts(item: Item) -> bool:
    own = isinstance(item, Times) and item.article is None
    return own or (isinstance(item, Cycle) and not item.bare and not item.weak)


def _is_article(parts: Sequence[Part], index: int) -> bool:
    """Does the article only name the meeting, because a count stands before it or no cycle behind it?"""
    item = parts[index].item
    if not isinstance(item, Times) or item.article is None:
        return False
    for part in reversed(parts[:index]):
        if isinstance(part.item, Mark) and part.item.sign in ("break", "and", "or", "to", "but"):
            break
        if isinstance(part.item, Times):
            return True
    behind = parts[index + 1].item if index + 1 < len(parts) else None
    return item.article == "einer" and not isinstance(behind, Cycle | Months | Window)


def without_loose_dates(*, parts: Sequence[Part]) -> list[Part]:
    """The parts less days of the month that no monthly cycle makes return."""
    monthly = any(
        isinstance(part.item, Cycle) and part.item.short.unit == "month" and not part.item.bare
        for part in parts
    )
    return [part for part in parts if monthly or not (isinstance(part.item, MonthDays) and part.item.loose)]


def _is_other_matter(clause: Sequence[Part]) -> bool:
    words = [part.item.text for part in clause if isinstance(part.item, Noise)]
    if words and words[0] in INCLUDED:
        return True
    other = any(word in OTHER_MATTERS for word in words)
    return other and not any(word.endswith(MEETINGS) or word in _MEETS for word in words)


def _take_back(kept: list[Part], parts: Sequence[Part], index: int) -> list[Part]:
    """Remove the clause after a negation, if it follows closely and says how often."""
    denied: list[Part] = []
    for part in parts[index + 1 : index + 1 + _FARTHEST]:
        if isinstance(part.item, Mark) and part.item.sign in ("but", "break"):
            break
        if not denied and part.at - parts[index].at > _DENIED_WITHIN:
            break
        if _says_how_often(part.item) or isinstance(part.item, Cycle | Months | Window):
            # A second cycle in the same clause is the new one: "statt monatlich vierteljährlich".
            if denied and isinstance(part.item, Times | Cycle) and isinstance(denied[-1].item, Cycle):
                break
            denied.append(part)
    rest = [part for part in kept if part not in denied]
    mark = parts[index].item
    former = isinstance(mark, Mark) and mark.sign == "former"
    if former and not any(_says_how_often(part.item) for part in rest):
        return kept
    return rest


def _says_how_often(item: Item) -> bool:
    return isinstance(item, Times | Days | MonthDays) or (isinstance(item, Cycle) and not item.bare)
