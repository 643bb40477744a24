"""What can be done to committees and their members.

``life.py``: plan, found, rename, pause, end. ``facts.py``: describe, initiators, superordinates.
``memberships.py``: appoint, end, correct. ``handovers.py``: all seats of a unit at once.
``representatives.py``: delegate, call back. ``texts.py``: say it in another language.
``grants.py``: who keeps which committee. ``undoing.py``: the last act is taken back. ``scores.py``: how complete they are, each day.
"""

from gremienwerk.committees.actions.facts import (
    add_committee_alias,
    confirm_committee,
    describe_committee,
    name_initiator,
    subordinate,
)
from gremienwerk.committees.actions.grants import grant_committee, revoke_committee
from gremienwerk.committees.actions.handovers import hand_over_seats
from gremienwerk.committees.actions.life import (
    end_committee,
    establish_committee,
    found_committee,
    pause_committee,
    plan_committee,
    rename_committee,
    resume_committee,
)
from gremienwerk.committees.actions.memberships import (
    Appointment,
    appoint,
    appoint_many,
    correct_membership,
    end_membership,
    replace_member,
)
from gremienwerk.committees.actions.person_handovers import hand_over_person
from gremienwerk.committees.actions.refusals import SeatTaken
from gremienwerk.committees.actions.representatives import delegate, end_delegation
from gremienwerk.committees.actions.scores import keep_scores
from gremienwerk.committees.actions.texts import translate_committee
from gremienwerk.committees.actions.undoing import undo_act, why_not_taken_back

__all__ = [
    "Appointment",
    "SeatTaken",
    "add_committee_alias",
    "appoint",
    "appoint_many",
    "confirm_committee",
    "correct_membership",
    "delegate",
    "describe_committee",
    "end_committee",
    "end_delegation",
    "end_membership",
    "establish_committee",
    "found_committee",
    "grant_committee",
    "hand_over_person",
    "hand_over_seats",
    "keep_scores",
    "name_initiator",
    "pause_committee",
    "plan_committee",
    "rename_committee",
    "replace_member",
    "resume_committee",
    "revoke_committee",
    "subordinate",
    "translate_committee",
    "undo_act",
    "why_not_taken_back",
]
