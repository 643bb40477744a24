"""Records that may be one: found by what they share, compared only with those that share it.

Comparing everybody with everybody takes 12.5 million comparisons for 5,000 persons. So records are put into blocks
first (same beginning of a word, same web site, same address) and only compared inside them; blocks that hold many
records say nothing about any two of them and are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from gremienwerk.core.german import fold
from gremienwerk.organisations.models import (
    Merge,
    Mergeable,
    NotDuplicate,
    Organisation,
    OrganisationName,
    Person,
)

#: A block with more records than this is too usual a word to say anything.
_CROWD = 40
#: How much two names must agree (percent) to be suggested by themselves, and if an address or web site agrees, too.
_ALIKE, _ALIKE_WITH_PLACE = 88, 70
#: Words that say the legal form, and small words: two names that differ in them only are one name.
_EMPTY_WORDS = frozenset({
    "e", "v", "ev", "ve", "ggmbh", "gmbh", "mbh", "ag", "kg", "ug", "eg", "verein", "eingetragener", "der", "die",
    "das", "des", "dem", "den", "und", "fuer", "von", "vom", "zur", "zum", "im", "in", "am", "an", "of", "the", "and",
    "for",
})  # fmt: skip


class Known(NamedTuple):
    """A record as it is compared: folded names, the words of each, what else identifies it."""

    uid: UUID
    name: str
    names: tuple[str, ...]
    website: str = ""
    place: str = ""
    email: str = ""


class Suspicion(NamedTuple):
    """Two records that may be one; ``score`` in percent, ``reasons`` in German."""

    first: UUID
    first_name: str
    second: UUID
    second_name: str
    score: int
    reasons: tuple[str, ...]


def suspicions(*, body: int, kind: Mergeable) -> list[Suspicion]:
    """Pairs that may be one record, the likeliest first; those remembered as different are left out.

    Three queries for organisations, two for persons, whatever their number.
    """
    known = _organisations(body) if kind is Mergeable.ORGANISATION else _persons(body)
    judge = _judge_organisations if kind is Mergeable.ORGANISATION else _judge_persons
    different = set(NotDuplicate.objects.filter(body=body, kind=kind).values_list("first", "second"))
    found = []
    for one, other in _pairs(known):
        first, second = (one, other) if one.uid.hex < other.uid.hex else (other, one)
        if (first.uid, second.uid) in different:
            continue
        score, reasons = judge(first, second)
        if reasons:
            found.append(Suspicion(first.uid, first.name, second.uid, second.name, score, reasons))
    return sorted(found, key=lambda one: (-one.score, fold(one.first_name), one.first.hex))


def merge_of(*, body: int, gone: UUID) -> Merge | None:
    """The merge in which a record went that had this address; None if there is none or it was taken back."""
    rows = Merge.objects.filter(body=body, gone_uid=gone, undone_on__isnull=True)
    return rows.select_related("organisation", "person").first()


def persons_in(*, person: Person) -> list[Person]:
    """Those who went into a person, as they were; not stored, for whoever has to know their names."""
    found = []
    for merge in Merge.objects.filter(person=person, undone_on__isnull=True):
        for step in merge.steps:
            if step["do"] == "remove" and step["label"] == Person._meta.label_lower:
                values = {name: step["values"][name] for name in ("title", "given_name", "family_name", "email", "phone")}  # fmt: skip
                found.append(Person(pk=merge.gone_key, uid=merge.gone_uid, body_id=merge.body_id, **values))
    return found


def _organisations(body: int) -> list[Known]:
    others: dict[int, list[str]] = defaultdict(list)
    rows = OrganisationName.objects.filter(body=body).values_list("organisation_id", "name")
    for key, name in rows:
        others[key].append(name)
    columns = ("pk", "uid", "name", "website", "street", "postcode", "city")
    return [
        Known(
            uid=uid,
            name=name,
            names=tuple(dict.fromkeys(_core(one) for one in (name, *others[pk]))),
            website=_host(website),
            place=fold(f"{street} {postcode or city}") if street else "",
        )
        for pk, uid, name, website, street, postcode, city in Organisation.objects.filter(body=body).values_list(*columns)
    ]  # fmt: skip


def _persons(body: int) -> list[Known]:
    columns = ("uid", "given_name", "family_name", "email")
    return [
        Known(
            uid=uid,
            name=f"{given} {family}".strip(),
            names=(f"{fold(given)}|{fold(family)}",),
            email=email.casefold(),
        )
        for uid, given, family, email in Person.objects.filter(body=body).values_list(*columns)
    ]


def _pairs(known: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """Pairs that share a block, each once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(known):
        for block in set(_blocks_of(one)):
            blocks[block].append(number)
    seen: set[tuple[int, int]] = set()
    for block, members in blocks.items():
        # The same whole name is no accident, however many bear it; but ten times the crowd is a fault of the data.
        if len(members) > (_CROWD * 10 if block.startswith("=") else _CROWD):
            continue
        for pair in combinations(members, 2):
            if pair not in seen:
                seen.add(pair)
                yield known[pair[0]], known[pair[1]]


def _blocks_of(one: Known) -> Iterator[str]:
    for name in one.names:
        words = name.replace("|", " ").split()
        yield f"={' '.join(sorted(words))}"
        if "|" in name:
            given, family = name.split("|")
            yield f"{given[:1]}|{family[:3]}"
            yield f"{given[:3]}|{family[:1]}|{family[-2:]}"
            continue
        yield from (word[:5] for word in words if len(word) > 3)
    yield from (
        f"{sign}{value}" for sign, value in (("@", one.email), ("w", one.website), ("p", one.place)) if value
    )


def _judge_organisations(one: Known, other: Known) -> tuple[int, tuple[str, ...]]:
    pairs = ((a, b) for a in one.names for b in other.names if a and b and _signs(a) == _signs(b))
    score = round(max((_likeness(a, b) for a, b in pairs), default=0.0))
    same = [
        words
        for words, equal in (
            (_("gleiche Internetadresse"), one.website and one.website == other.website),
            (_("gleiche Anschrift"), one.place and one.place == other.place),
        )
        if equal
    ]
    if score >= _ALIKE or (same and score >= _ALIKE_WITH_PLACE):
        name = _("gleicher Name") if score == 100 else _("ähnlicher Name (%(n)s %%)") % {"n": score}
        return score, (name, *same)
    return score, ()


def _likeness(one: str, other: str) -> float:
    """Two names in percent, whatever the order of their words, and whether they are written apart or together."""
    together = fuzz.ratio(one.replace(" ", ""), other.replace(" ", ""))
    return max(fuzz.token_sort_ratio(one, other), together)


def _judge_persons(one: Known, other: Known) -> tuple[int, tuple[str, ...]]:
    (given, family), (given_too, family_too) = one.names[0].split("|"), other.names[0].split("|")
    straight = min(fuzz.ratio(family, family_too), _given(given, given_too))
    crossed = min(fuzz.ratio(family, given_too), fuzz.ratio(given, family_too)) if given and given_too else 0
    score = round(max(straight, crossed))
    same_mail = bool(one.email) and one.email == other.email
    if score >= _ALIKE - 6 or (same_mail and fuzz.ratio(family, family_too) >= _ALIKE_WITH_PLACE):
        name = _("gleicher Name") if score == 100 else _("ähnlicher Name (%(n)s %%)") % {"n": score}
        return score, (name, *([_("gleiche E-Mail-Adresse")] if same_mail else ()))
    return score, ()


def _given(one: str, other: str) -> float:
    """How much given names agree: an initial agrees with what it begins, none with none only."""
    if not one or not other:
        return 100.0 if one == other else 0.0
    if min(len(one), len(other)) == 1:
        return 95.0 if one[0] == other[0] else 0.0
    return fuzz.ratio(one, other)


def _core(name: str) -> str:
    """The words of a name that tell it from others, folded; all of them if none is left."""
    words = fold(name).split()
    return " ".join(word for word in words if word not in _EMPTY_WORDS) or " ".join(words)


def _signs(name: str) -> frozenset[str]:
    """Numbers and single letters: "Team 204.1" and "Team 204.2" look alike and never are."""
    return frozenset(word for word in name.split() if len(word) == 1 or re.search(r"\d", word))


def _host(website: str) -> str:
    """Where a web address leads, without protocol, "www." and the stroke at its end."""
    parts = urlsplit(website if "//" in website else f"//{website}")
    return f"{parts.netloc.casefold().removeprefix('www.')}{parts.path.rstrip('/')}" if website else ""
