"""The list of committees: what it can be filtered by, what it shows, the sentence above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gremienwerk.committees.models import Committee, Level, Role
from gremienwerk.committees.queries import CommitteeFacts, completeness_of
from gremienwerk.committees.status import Status
from gremienwerk.core.filters import Choice, Filters, Option
from gremienwerk.core.german import fold, sort_key
from gremienwerk.organisations.queries import OrganisationFacts

EVERYTHING = "alle"
_OPEN = ("yes", "on_request")


class CommitteeRow(NamedTuple):
    """A line of the list; ``answered`` of six questions are known (None of a planned one), ``leads`` bear their names of the day."""

    uid: UUID
    name: str
    kind: str
    level: str
    status: str
    status_word: str
    leads: tuple[str, ...]
    rhythm: str
    guests: str
    answered: int | None


def filter_choices(
    *, committees: Sequence[CommitteeFacts], organisations: Mapping[int, OrganisationFacts]
) -> list[Choice]:
    """The filters of the list, with the options that occur in it."""
    kinds = {committee.kind.key: committee.kind.name for committee in committees}
    topics = {topic: topic for committee in committees for topic in committee.topics}
    levels = {committee.level for committee in committees}
    leads = {
        str(organisations[holder].uid): organisations[holder].name
        for committee in committees
        for holder in _leading(committee)
    }
    statuses = [Option(status.value, status.word) for status in Status if status is not Status.UNKNOWN_YET]
    return [
        Choice("art", _("Art"), _("Alle Arten"), _options(kinds)),
        Choice(
            "ebene",
            _("Ebene"),
            _("Alle Ebenen"),
            tuple(Option(level.value, str(level.label)) for level in Level if level.value in levels),
        ),
        Choice(
            "status",
            _("Status"),
            _("Alle außer beendeten"),
            (*statuses, Option(EVERYTHING, _("alle, auch beendete"))),
        ),
        Choice("thema", _("Thema"), _("Alle Themen"), _options(topics)),
        Choice(
            "gaeste",
            _("Offen für Gäste"),
            _("Egal"),
            tuple(Option(guests.value or "unbekannt", str(guests.label)) for guests in Committee.Guests),
        ),
        Choice("leitung", _("Federführung"), _("Alle"), _options(leads)),
    ]


def matching(
    *,
    committees: Iterable[CommitteeFacts],
    filters: Filters,
    organisations: Mapping[int, OrganisationFacts],
) -> list[CommitteeFacts]:
    """The committees that pass all filters, in their order; ended ones only when asked for."""
    return [committee for committee in committees if _passes(committee, filters, organisations)]


def row(*, committee: CommitteeFacts, organisations: Mapping[int, OrganisationFacts]) -> CommitteeRow:
    """The line of one committee."""
    score = completeness_of(committee=committee)
    return CommitteeRow(
        uid=committee.uid,
        name=committee.display_name,
        kind=committee.kind.name,
        level=committee.level_name,
        status=committee.status.value,
        status_word=committee.status.word,
        leads=tuple(organisations[holder].name for holder in _leading(committee)),
        rhythm=committee.rhythm.text if committee.rhythm else "",
        guests=str(Committee.Guests(committee.guests).label) if committee.guests else "",
        answered=score.answered if score.is_counted else None,
    )


def describe(*, committees: Sequence[CommitteeFacts]) -> str:
    """What the list shows, in one sentence: "38 Gremien, davon 11 offen für Gäste"."""
    total = len(committees)
    guests = sum(committee.guests in _OPEN for committee in committees)
    words = ngettext("%(total)s Gremium", "%(total)s Gremien", total) % {"total": total}
    if not guests:
        return words
    return _("%(committees)s, davon %(guests)s offen für Gäste") % {"committees": words, "guests": guests}


def _leading(committee: CommitteeFacts) -> list[int]:
    return [
        seat.holder.organisation
        for seat in committee.seats
        if seat.role is Role.LEAD and seat.holder.organisation is not None
    ]


def _options(labels: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(*pair) for pair in sorted(labels.items(), key=lambda pair: sort_key(pair[1])))


def _passes(
    committee: CommitteeFacts, filters: Filters, organisations: Mapping[int, OrganisationFacts]
) -> bool:
    status = filters.value("status")
    if status not in ("", EVERYTHING) and committee.status.value != status:
        return False
    if not status and committee.status is Status.ENDED:
        return False
    leads = {str(organisations[holder].uid) for holder in _leading(committee)}
    pairs = (
        (filters.value("art"), {committee.kind.key}),
        (filters.value("ebene"), {committee.level}),
        (filters.value("thema"), set(committee.topics)),
        (filters.value("gaeste"), {committee.guests or "unbekannt"}),
        (filters.value("leitung"), leads),
    )
    return all(wanted in there for wanted, there in pairs if wanted) and fold(filters.text) in fold(
        " ".join(
            (committee.display_name, committee.short_name, committee.goal, committee.focus, *committee.topics)
        )
    )
