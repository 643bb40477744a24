"""What a reader has chosen in a list, read from the parameters of its address.

Pages, tables and feeds of the same list take the same parameters and read them here, so that a file always holds
exactly what the page shows. Values that mean nothing are left out rather than refused: an old link still works.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from gremienwerk.publishing.records import CommitteeChoice, MeetingChoice, ProfileChoice

YES = "ja"
_LONGEST_TEXT = 200

Given = Mapping[str, Sequence[str]]


def committee_choice(*, given: Given) -> CommitteeChoice:
    """The choice in a list of committees.

    Parameters: ``text``, ``art``, ``ebene``, ``status``, ``thema``, ``sitzungen``, ``gaeste`` (each may occur
    several times), ``leitung`` and ``partner`` (identifiers of organisations), ``mso=ja``.

    Args:
        given: values by parameter, as ``dict(request.GET.lists())`` gives them.
    """
    return CommitteeChoice(
        text=_one(given, "text").strip()[:_LONGEST_TEXT],
        kinds=_many(given, "art"),
        levels=_many(given, "ebene"),
        status=_many(given, "status"),
        topics=_many(given, "thema"),
        publicness=_many(given, "sitzungen"),
        guests=_many(given, "gaeste"),
        lead=_identifier(_one(given, "leitung")),
        partner=_identifier(_one(given, "partner")),
        with_migrant_organisations=_one(given, "mso") == YES,
    )


def meeting_choice(*, given: Given) -> MeetingChoice:
    """The choice in the calendar.

    Parameters: ``gremium`` (identifiers), ``organisation`` (an identifier), ``art``, ``ebene``, ``thema`` (each may
    occur several times), ``oeffentlich=ja``, ``gaeste=ja``.

    Args:
        given: values by parameter, as ``dict(request.GET.lists())`` gives them.
    """
    committees = (_identifier(value) for value in _many(given, "gremium"))
    return MeetingChoice(
        committees=tuple(one for one in committees if one is not None),
        organisation=_identifier(_one(given, "organisation")),
        topics=_many(given, "thema"),
        kinds=_many(given, "art"),
        levels=_many(given, "ebene"),
        only_public=_one(given, "oeffentlich") == YES,
        open_to_guests=_one(given, "gaeste") == YES,
    )


def profile_choice(*, given: Given) -> ProfileChoice:
    """The choice in the directory of migrant organisations.

    Parameters: ``text``, ``thema``, ``sprache`` (keys of ``core.spoken_languages``), ``stadtteil``, ``angebot``,
    ``zielgruppe`` (each may occur several times), ``stufenlos=ja``.

    Args:
        given: values by parameter, as ``dict(request.GET.lists())`` gives them.
    """
    return ProfileChoice(
        text=_one(given, "text").strip()[:_LONGEST_TEXT],
        topics=_many(given, "thema"),
        languages=_many(given, "sprache"),
        districts=_many(given, "stadtteil"),
        offers=_many(given, "angebot"),
        target_groups=_many(given, "zielgruppe"),
        only_step_free=_one(given, "stufenlos") == YES,
    )


def _many(given: Given, name: str) -> tuple[str, ...]:
    # No database compares text with a null character, and no value of ours holds one.
    return tuple(value for value in given.get(name, ()) if value and "\0" not in value)


def _one(given: Given, name: str) -> str:
    return next(iter(_many(given, name)), "")


def _identifier(value: str) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError:
        return None
