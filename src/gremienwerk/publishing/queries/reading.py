"""What all public queries share: periods of a day, terms, names of a day, stored values back to values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from gremienwerk.core.dates import Certainty, Precision, VagueDate
from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicRecord, PublicTerm, PublicTitle
from gremienwerk.publishing.models.rows import PublicRow
from gremienwerk.publishing.queries.plain import fetched
from gremienwerk.publishing.records import FormerName, Reference, Term

Scheme = PublicTerm.Scheme
Terms = Mapping[tuple[str, str], Term]
_TERMS = f"SELECT scheme, {', '.join(Term._fields)} FROM publishing_publicterm WHERE body_id = %s"  # noqa: S608 - constants only


def held(*, on: date, path: str = "") -> Q:
    """That a half-open period holds a day; ``path`` leads to its columns ("titles__")."""
    return (Q(**{f"{path}valid_from__isnull": True}) | Q(**{f"{path}valid_from__lte": on})) & (
        Q(**{f"{path}valid_until__isnull": True}) | Q(**{f"{path}valid_until__gt": on})
    )


def shown(*, on: date, today: date, path: str = "") -> Q:
    """That something is shown: its time of publication holds the day asked about and the present one.

    Publishing happens today, so a basis that has lapsed hides the past as well; one that lies ahead does not
    open the future.
    """
    earliest, latest = min(on, today), max(on, today)
    return (Q(**{f"{path}shown_from__isnull": True}) | Q(**{f"{path}shown_from__lte": earliest})) & (
        Q(**{f"{path}shown_until__isnull": True}) | Q(**{f"{path}shown_until__gt": latest})
    )


def of_body(model: type[PublicRow], *, body: int) -> QuerySet[Any]:
    """The rows of one body; every public query begins here, so that none can forget whose rows it reads."""
    found: QuerySet[Any] = model._default_manager.filter(body=body)
    return found


def records(*, body: int, noun: str) -> QuerySet[Any]:
    """The public rows of one kind that are not withdrawn."""
    found: QuerySet[Any] = of_body(PublicRecord, body=body).filter(noun=noun, withdrawn_at__isnull=True)
    return found


def named(rows: QuerySet[Any], *, on: date) -> QuerySet[Any]:
    """The rows joined with the name each bore on the day, as ``named``."""
    found: QuerySet[Any] = rows.annotate(
        named=FilteredRelation("titles", condition=held(on=on, path="titles__"))
    )
    return found


class Cut(NamedTuple):
    """Which rows of how many stand on a page; ``stop`` None means all."""

    total: int
    page: int
    pages: int
    start: int
    stop: int | None


def cut(total: int, *, page: int, size: int) -> Cut:
    """The place of a page in a list of so many rows; size 0 puts all rows on one page."""
    if not size:
        return Cut(total, 1, 1, 0, None)
    pages = max(1, -(-total // size))
    inside = min(max(1, page), pages)
    return Cut(total, inside, pages, (inside - 1) * size, inside * size)


def references(*, body: int, on: date, uids: Iterable[UUID | None]) -> dict[UUID, Reference]:
    """Names of public records on a day by identifier; those that are not public are missing. One query."""
    wanted = {uid for uid in uids if uid is not None}
    if not wanted:
        return {}
    rows = of_body(PublicTitle, body=body).filter(held(on=on), record__in=wanted)
    return {row[0]: Reference(*row) for row in rows.values_list("record_id", "title", "short_title")}


def terms(*, body: int) -> Terms:
    """The body's vocabulary by (scheme, key); one query."""
    return _vocabulary(tuple(fetched(_TERMS, (body,))))


@lru_cache(maxsize=32)
def _vocabulary(rows: tuple[tuple[Any, ...], ...]) -> Terms:
    """Made once while it stays the same."""
    return {(row[0], row[1]): _term(row[1:]) for row in rows}


def _term(row: Sequence[Any]) -> Term:
    key, name, plural, steering, council, migrants, sector, position = row
    # SQLite keeps truth as a number.
    return Term(key, name, plural, bool(steering), bool(council), bool(migrants), sector, position)


def term(known: Terms, scheme: str, key: str) -> Term:
    """A word of the vocabulary; its key where the vocabulary has lost it."""
    return known.get((scheme, key)) or Term(key, key)


def some_terms(known: Terms, scheme: str, keys: Iterable[str]) -> tuple[Term, ...]:
    """Several words of one kind."""
    return tuple(term(known, scheme, key) for key in keys)


def stored_terms(kinds: Iterable[Sequence[Any]] | None) -> tuple[Term, ...]:
    """The kinds of a record from their stored form."""
    return tuple(Term(*kind) for kind in kinds or ())


def topics_of(known: Terms, keys: Iterable[str]) -> tuple[Term, ...]:
    """Topics in German order."""
    return tuple(sorted(some_terms(known, Scheme.TOPIC, keys), key=lambda topic: sort_key(topic.name)))


def vague(stored: Sequence[Any] | None) -> VagueDate | None:
    """A vague date from its stored form [earliest, latest, precision]."""
    if not stored:
        return None
    earliest, latest, precision = stored
    return VagueDate(
        date.fromisoformat(earliest) if earliest else None, date.fromisoformat(latest), Precision(precision)
    )


def day(stored: str | None) -> date | None:
    """A day from its ISO form."""
    return date.fromisoformat(stored) if stored else None


def other_names(stored: Iterable[Sequence[Any]]) -> tuple[FormerName, ...]:
    """Former names and aliases from their stored form."""
    return tuple(FormerName(*row) for row in stored)


def existence(founded: VagueDate | None, dissolved: VagueDate | None, *, on: date) -> Certainty:
    """Whether something with these dates exists on a day; an unknown founding counts as yes."""
    begun = founded.passed(on=on) if founded else Certainty.YES
    over = dissolved.passed(on=on) if dissolved else Certainty.NO
    if begun is Certainty.NO or over is Certainty.YES:
        return Certainty.NO
    return Certainty.UNCERTAIN if Certainty.UNCERTAIN in (begun, over) else Certainty.YES
