"""Everything the public may ask; the only module of this package that pages and feeds need besides ``records``.

All functions take names only, the body's primary key first. ``on`` is the day asked about, ``today`` the present
day: consents, embargoes and times of publication must hold both.
"""

from gremienwerk.publishing.queries.answers import answer, answer_file, answers, answers_naming
from gremienwerk.publishing.queries.changes import changed, revision, turn, withdrawn
from gremienwerk.publishing.queries.committees import committee, committee_order, committees
from gremienwerk.publishing.queries.holding import administration, names_on, seats_of
from gremienwerk.publishing.queries.meetings import meeting, meeting_topics, meetings, minutes_file
from gremienwerk.publishing.queries.members import members
from gremienwerk.publishing.queries.moves import moved_to
from gremienwerk.publishing.queries.organisations import organisation, organisation_order, organisations
from gremienwerk.publishing.queries.profiles import directory_terms, districts, profile, profiles
from gremienwerk.publishing.queries.structure import structure
from gremienwerk.publishing.queries.timeline import changed_since, timeline
from gremienwerk.publishing.queries.translations import translated_names

__all__ = [
    "administration",
    "answer",
    "answer_file",
    "answers",
    "answers_naming",
    "changed",
    "changed_since",
    "committee",
    "committee_order",
    "committees",
    "directory_terms",
    "districts",
    "meeting",
    "meeting_topics",
    "meetings",
    "members",
    "minutes_file",
    "moved_to",
    "names_on",
    "organisation",
    "organisation_order",
    "organisations",
    "profile",
    "profiles",
    "revision",
    "seats_of",
    "structure",
    "timeline",
    "translated_names",
    "turn",
    "withdrawn",
]
