"""What people without an account do, and what staff make of it.

``feedback.py``: what hinders somebody. ``reminders.py``: leads are asked whether the register is right.
``answers.py``: what they answer. ``proposals.py``: staff decide about proposed changes.
"""

from gremienwerk.participation.actions.answers import confirm_by_link, propose_by_link
from gremienwerk.participation.actions.feedback import give_feedback, remove_feedback, settle_feedback
from gremienwerk.participation.actions.proposals import accept_proposal, decline_proposal
from gremienwerk.participation.actions.reminders import remind_due, remind_now, set_reminding

__all__ = [
    "accept_proposal",
    "confirm_by_link",
    "decline_proposal",
    "give_feedback",
    "propose_by_link",
    "remind_due",
    "remind_now",
    "remove_feedback",
    "set_reminding",
    "settle_feedback",
]
