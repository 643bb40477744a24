"""What the page of one organisation tells besides its seats: its life, names, contact, topics."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from gremienwerk.core.dates import Certainty, day_before, write_when
from gremienwerk.core.german import format_date, join_words, sort_key
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.queries import OrganisationFacts


class FormerName(NamedTuple):
    """A name of other times, with its period in words."""

    name: str
    period: str


class Contact(NamedTuple):
    """A way to reach the organisation by function."""

    function: str
    email: str
    phone: str


class Portrait(NamedTuple):
    """The facts beside the seats; empty values are not recorded."""

    sentence: str
    former_names: tuple[FormerName, ...]
    other_names: tuple[str, ...]
    contacts: tuple[Contact, ...]
    address: str
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    predecessors: tuple[OrganisationFacts, ...]
    successor: OrganisationFacts | None
    confirmed_on: str


def portrait_of(*, organisation: Organisation, on: date, names: Mapping[int, OrganisationFacts]) -> Portrait:
    """The portrait of an organisation as of a day; four queries.

    Args:
        organisation: whom it shows.
        on: the day.
        names: all organisations of the body on that day.
    """
    recorded = list(organisation.former_names.order_by("-valid_until"))
    place = " ".join(part for part in (organisation.postcode, organisation.city) if part)
    return Portrait(
        sentence=_sentence(names[organisation.pk], on),
        former_names=tuple(
            FormerName(row.name, _period(row.valid_from, row.valid_until))
            for row in recorded
            if not row.is_alias
        ),
        other_names=tuple(row.name for row in recorded if row.is_alias),
        contacts=tuple(
            Contact(point.function, point.email, point.phone)
            for point in organisation.contact_points.order_by("function")
        ),
        address=", ".join(part for part in (organisation.street, place, organisation.district) if part),
        topics=tuple(sorted((topic.name for topic in organisation.topics.all()), key=sort_key)),
        languages=tuple(organisation.languages),
        predecessors=tuple(
            names[key] for key in organisation.predecessors.values_list("pk", flat=True) if key in names
        ),
        successor=names.get(organisation.successor_id or 0),
        confirmed_on=format_date(organisation.confirmed_on) if organisation.confirmed_on else "",
    )


def _sentence(facts: OrganisationFacts, on: date) -> str:
    kinds = join_words(kind.name for kind in facts.kinds) or _("Die Art ist nicht erfasst")
    parts = [f"{kinds}."]
    if facts.founded:
        word = _("Gegründet") if facts.founded.passed(on=on) is not Certainty.NO else _("Gründung geplant")
        parts.append(f"{word} {write_when(facts.founded)}.")
    if facts.dissolved:
        over = facts.dissolved.passed(on=on) is not Certainty.NO
        word = _("Aufgelöst") if over else _("Auflösung vorgesehen")
        parts.append(f"{word} {write_when(facts.dissolved)}.")
    return " ".join(parts)


def _period(start: date | None, end: date | None) -> str:
    last = format_date(day_before(end)) if end else ""
    if start and last:
        return _("%(first)s bis %(last)s") % {"first": format_date(start), "last": last}
    if last:
        return _("bis %(last)s") % {"last": last}
    return _("seit %(first)s") % {"first": format_date(start)} if start else ""
