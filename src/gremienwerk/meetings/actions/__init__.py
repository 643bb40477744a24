"""What can be done to meetings.

``life.py``: record, confirm, move, cancel, hold. ``minutes.py``: add, approve, publish, withhold.
``proposals.py``: dates of a year out of a committee's rhythm.
"""

from gremienwerk.meetings.actions.life import (
    cancel_meeting,
    confirm_meeting,
    hold_meeting,
    move_meeting,
    record_meeting,
)
from gremienwerk.meetings.actions.minutes import (
    add_minutes,
    approve_minutes,
    publish_minutes,
    withhold_minutes,
)
from gremienwerk.meetings.actions.proposals import propose_meetings

__all__ = [
    "add_minutes",
    "approve_minutes",
    "cancel_meeting",
    "confirm_meeting",
    "hold_meeting",
    "move_meeting",
    "propose_meetings",
    "publish_minutes",
    "record_meeting",
    "withhold_minutes",
]
