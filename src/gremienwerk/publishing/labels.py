"""Words for the keys that public records hold, in the language that is active; empty for an empty key.

``website`` and ``opendata`` know no models, and the words belong to the models' choices. A key that is not known
is its own word, so that a page of an older process never fails on a newer record.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import Body, OrganisationKind
from gremienwerk.committees.models import Committee, Level, Role, Superordination
from gremienwerk.committees.status import Status
from gremienwerk.meetings.models import Meeting, Minutes
from gremienwerk.organisations.models import DirectoryProfile
from gremienwerk.organisations.models.profiles import TargetGroup
from gremienwerk.publishing.models import PublicName, PublicRecord

#: Stands for "not recorded" among the values a list can be chosen by.
UNKNOWN = "unbekannt"
_STATUS = {
    Status.UNKNOWN_YET.value: _("noch nicht erfasst"),
    Status.PLANNED.value: _("geplant"),
    Status.OVERDUE.value: _("geplant, überfällig"),
    Status.ACTIVE.value: _("besteht"),
    Status.DORMANT.value: _("ruht"),
    Status.ENDED.value: _("beendet"),
}


def role(key: str) -> str:
    """What a seat is for: "Federführung"."""
    return _word(Role, key)


def level(key: str) -> str:
    """For which area a committee works: "Stadt oder Gemeinde"."""
    return _word(Level, key)


def status(key: str) -> str:
    """What a committee is on a day: "besteht"."""
    return _known(_STATUS, key)


def publicness(key: str) -> str:
    """Whether meetings of a committee are public."""
    return _word(Committee.Publicness, key)


def guests(key: str) -> str:
    """Whether a committee admits guests."""
    return _word(Committee.Guests, key)


def minutes_policy(key: str) -> str:
    """What a committee does with its minutes."""
    return _word(Committee.Minutes, key)


def circle(key: str) -> str:
    """Who is invited."""
    return _word(Committee.Circle, key)


def channel(key: str) -> str:
    """How people are invited: "per E-Mail"."""
    return _known(Committee.CHANNELS, key)


def calendar_keeper(key: str) -> str:
    """Who keeps a committee's calendar."""
    return _word(Committee.CalendarKeeper, key)


def link(key: str) -> str:
    """What a line between committees means: "berichtet an"."""
    return _word(Superordination.Meaning, key)


def meeting_state(key: str) -> str:
    """Where in its life a meeting is: "abgesagt"."""
    return _word(Meeting.State, key)


def minutes_state(key: str) -> str:
    """Where in their life minutes are: "veröffentlicht"."""
    return _word(Minutes.State, key)


def sector(key: str) -> str:
    """The side a kind of organisation belongs to."""
    return _word(OrganisationKind.Sector, key)


def target_group(key: str) -> str:
    """For whom an organisation is there."""
    return _word(TargetGroup, key)


def accessibility(key: str) -> str:
    """How rooms can be reached."""
    return _word(DirectoryProfile.Accessibility, key)


def position(key: str) -> str:
    """How somebody fills a seat: as first, as deputy, or in their own right."""
    return _word(PublicName.Position, key)


def noun(key: str) -> str:
    """What kind of public record it is: "Gremium"."""
    return _word(PublicRecord.Noun, key)


def body_kind(key: str) -> str:
    """What kind of body it is: "kreisfreie Stadt"."""
    return _word(Body.Kind, key)


def _word(choices: Any, key: str) -> str:
    return _known(_words(choices), key)


@cache
def _words(choices: Any) -> Mapping[str, Any]:
    return {value: word for value, word in choices.choices if value}


def _known(words: Mapping[str, Any], key: str) -> str:
    if key == UNKNOWN:
        return str(_("nicht erfasst"))
    return str(words.get(key, key))
