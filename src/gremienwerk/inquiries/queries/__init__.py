"""Reading for answers.

``register.py``: the committees of a reporting unit on a day. ``leadership.py``: who is "we".
``inquiries.py``: inquiries and their items. ``comparison.py``: what changed since a release.
"""

from gremienwerk.inquiries.queries.register import (
    AnswerRegister,
    OwnSeat,
    Part,
    PartKind,
    RegisterRow,
    register_for,
)

__all__ = ["AnswerRegister", "OwnSeat", "Part", "PartKind", "RegisterRow", "register_for"]
