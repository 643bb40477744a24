"""Reading committees as they are on a day, with a constant number of queries.

``facts.py``: committees with all that questions 1 to 6 ask for. ``seats.py``: seats of a day.
``history.py``: what happened to one committee. ``completeness.py``: what is missing; ``scores.py``: over time.
"""

from gremienwerk.committees.queries.completeness import Completeness, completeness_of
from gremienwerk.committees.queries.facts import CommitteeFacts, committees_on
from gremienwerk.committees.queries.history import HistoryEntry, history_of
from gremienwerk.committees.queries.scores import DayScore, scores_of
from gremienwerk.committees.queries.seats import (
    Holder,
    RepresentativeFacts,
    SeatFacts,
    seats_of_organisations,
    seats_on,
)

__all__ = [
    "CommitteeFacts",
    "Completeness",
    "DayScore",
    "HistoryEntry",
    "Holder",
    "RepresentativeFacts",
    "SeatFacts",
    "committees_on",
    "completeness_of",
    "history_of",
    "scores_of",
    "seats_of_organisations",
    "seats_on",
]
