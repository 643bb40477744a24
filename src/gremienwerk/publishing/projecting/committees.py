"""Public committees of the register's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q

from gremienwerk.committees.models import Committee, CommitteeName, CommitteeText, Dormancy, Initiator
from gremienwerk.committees.status import Life, Status, status_on
from gremienwerk.core.columns import stored_vague_date
from gremienwerk.core.periods import Period
from gremienwerk.organisations.models import ContactPoint, Person
from gremienwerk.publishing import gate
from gremienwerk.publishing.projecting.projected import (
    FacetValue,
    Projected,
    ends,
    folded_words,
    iso,
    spans,
    title_spans,
    turning_days,
    vague_plain,
)
from gremienwerk.publishing.records import Term
from gremienwerk.publishing.search_sources import committee_sources

UNKNOWN = "unbekannt"
_PLAIN = (
    "occasion", "goal", "focus", "mandate", "seat_level", "participants_note", "rhythm_text", "rhythm",
    "calendar_keeper", "invitation_circle", "invitation_note", "invitation_lead_days", "invited_by", "publicness",
    "guests", "guests_how", "minutes", "minutes_reason", "minutes_url", "contact", "website", "level",
)  # fmt: skip
_VAGUE = ("planned", "founded", "ended")
_COLUMNS = (
    "id", "uid", "name", "short_name", "kind__key", "kind__name", "kind__plural", "kind__is_steering", "kind__is_council", "invitation_channels", "is_planned", "is_ended",
    "planned_since", "confirmed_on", "contact_email", "contact_phone", *_PLAIN,
    *(f"{name}_{part}" for name in _VAGUE for part in ("earliest", "latest", "precision")),
)  # fmt: skip


class Around(NamedTuple):
    """What belongs to committees, by their primary keys; ``personal`` are addresses and numbers of persons."""

    names: dict[int, list[tuple[Any, ...]]]
    pauses: dict[int, list[tuple[Any, ...]]]
    topics: dict[int, list[tuple[str, str]]]
    initiators: dict[int, list[tuple[Any, ...]]]
    texts: dict[int, list[tuple[str, str, str, str]]]
    personal: frozenset[str]


def project_committees(*, body: int, keys: Collection[int] | None) -> list[Projected]:
    """The public ones among committees, as the public may know them; a constant number of queries.

    Args:
        body: primary key of the body.
        keys: only these primary keys; all of the body if None.
    """
    rows = Committee.objects.filter(body=body, visibility=gate.PUBLIC_VISIBILITY)
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    values = [dict(zip(_COLUMNS, row, strict=True)) for row in rows.values_list(*_COLUMNS)]
    around = _around(body, values)
    return [_project(body, value, around) for value in values]


def _around(body: int, values: list[dict[str, Any]]) -> Around:
    keys = [value["id"] for value in values]

    def grouped(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for key, *rest in rows:
            found[key].append(tuple(rest))
        return found

    names = CommitteeName.objects.filter(committee__in=keys).order_by("valid_from", "id")
    pauses = Dormancy.objects.filter(committee__in=keys).order_by("valid_from")
    topics = Committee.topics.through.objects.filter(committee__in=keys).order_by("topic__key")
    initiators = Initiator.objects.filter(committee__in=keys).order_by("id")
    texts = CommitteeText.objects.filter(committee__in=keys, state=CommitteeText.State.RELEASED)
    return Around(
        names=grouped(
            names.values_list("committee_id", "name", "short_name", "valid_from", "valid_until", "is_alias")
        ),
        pauses=grouped(pauses.values_list("committee_id", "valid_from", "valid_until", "reason")),
        topics=grouped(topics.values_list("committee_id", "topic__key", "topic__name")),
        initiators=grouped(initiators.values_list("committee_id", "organisation__uid", "text")),
        texts=grouped(
            texts.order_by("language", "field").values_list(
                "committee_id", "language", "field", "text", "source_sha256"
            )
        ),
        personal=_personal(body, values),
    )


def _personal(body: int, values: list[dict[str, Any]]) -> frozenset[str]:
    """Addresses in lower case and digits of telephone numbers that are persons', as far as committees use them.

    Numbers are written in many ways, so candidates are found by their last digits and compared by all of them.
    """
    emails = {value["contact_email"] for value in values} - {""}
    tails = {value["contact_phone"][-2:] for value in values if value["contact_phone"]}
    wanted = Q(email__in=emails | {email.lower() for email in emails})
    for tail in tails:
        wanted |= Q(phone__endswith=tail)
    if not emails and not tails:
        return frozenset()
    rows = [
        *Person.objects.filter(wanted, body=body).values_list("email", "phone"),
        *ContactPoint.objects.filter(wanted, body=body, is_personal=True).values_list("email", "phone"),
    ]
    digits = ("".join(sign for sign in phone if sign.isdigit()) for _, phone in rows)
    return frozenset({email.lower() for email, _ in rows if email} | {number for number in digits if number})


def _project(body: int, value: dict[str, Any], around: Around) -> Projected:
    key = value["id"]
    names, topics = around.names.get(key, []), around.topics.get(key, [])
    life = _life(value, around.pauses.get(key, []))
    titles = title_spans(
        (value["name"], value["short_name"]), [(*row[:2], *row[2:4]) for row in names if not row[4]]
    )
    facets = (*_facets(value, topics), *_states(life))
    content = _content(value, around, life)
    return Projected(
        noun="committee",
        source_key=key,
        uid=value["uid"],
        title=value["name"],
        short_title=value["short_name"],
        kinds=(_kind(value),),
        content=content,
        folded=folded_words(
            value["name"],
            value["short_name"],
            *(part for row in names for part in row[:2]),
            value["goal"],
            value["focus"],
            value["kind__name"],
            *(name for _, name in topics),
        ),
        titles=titles,
        facets=facets,
        turns=frozenset(ends(titles) | ends(facets) | turning_days(life.founded, life.ended)),
        search=committee_sources(
            body=body,
            uid=value["uid"],
            title=value["name"],
            short_title=value["short_name"],
            content=content,
            keywords=(value["kind__name"], *(name for _, name in topics)),
        ),
    )


def _kind(value: dict[str, Any]) -> Term:
    return Term(
        key=value["kind__key"],
        name=value["kind__name"],
        plural=value["kind__plural"],
        is_steering=value["kind__is_steering"],
        is_council=value["kind__is_council"],
    )


def _life(value: dict[str, Any], pauses: list[tuple[Any, ...]]) -> Life:
    dates = {
        n: stored_vague_date(value[f"{n}_earliest"], value[f"{n}_latest"], value[f"{n}_precision"])
        for n in _VAGUE
    }
    return Life(
        **dates,
        is_planned=value["is_planned"],
        is_ended=value["is_ended"],
        dormancies=tuple(Period(start, end) for start, end, _ in pauses),
        planned_since=value["planned_since"],
    )


def _states(life: Life) -> list[FacetValue]:
    """The status of all days on which anything is known."""
    turns = turning_days(life.planned, life.founded, life.ended)
    turns |= {day for pause in life.dormancies for day in pause if day is not None}
    turns |= {life.planned_since} if life.planned_since else set()

    def on(day: date) -> Status:
        return status_on(life, on=day)

    return [
        FacetValue("status", status.value, start, end)
        for status, start, end in spans(turns, on)
        if status is not Status.UNKNOWN_YET
    ]


def _facets(value: dict[str, Any], topics: list[tuple[str, str]]) -> list[FacetValue]:
    return [
        FacetValue("kind", value["kind__key"]),
        FacetValue("level", value["level"] or UNKNOWN),
        FacetValue("publicness", value["publicness"] or UNKNOWN),
        FacetValue("guests", value["guests"] or UNKNOWN),
        *(FacetValue("topic", key) for key, _ in topics),
    ]


def _content(value: dict[str, Any], around: Around, life: Life) -> dict[str, Any]:
    key = value["id"]
    return {name: value[name] for name in _PLAIN} | {
        "planned": vague_plain(life.planned),
        "founded": vague_plain(life.founded),
        "ended": vague_plain(life.ended),
        "confirmed_on": iso(value["confirmed_on"]),
        "invitation_channels": list(value["invitation_channels"]),
        "contact_email": gate.office_email(address=value["contact_email"], personal=around.personal),
        "contact_phone": gate.office_phone(
            number=value["contact_phone"], office=value["contact"], personal=around.personal
        ),
        "topics": [topic for topic, _ in around.topics.get(key, ())],
        "other_names": [
            [name, short, iso(start), iso(end), is_alias]
            for name, short, start, end, is_alias in around.names.get(key, ())
        ],
        "dormancies": [
            [iso(start), iso(end), reason] for start, end, reason in around.pauses.get(key, ())
        ],
        "initiators": [
            [str(uid) if uid else None, text] for uid, text in around.initiators.get(key, ())
        ],
        "texts": [
            [language, field, text, not _outdated(field, source, value)]
            for language, field, text, source in around.texts.get(key, ())
        ],
    }  # fmt: skip


def _outdated(field: str, source: str, value: dict[str, Any]) -> bool:
    return CommitteeText(source_sha256=source).is_outdated(source=value[field])
