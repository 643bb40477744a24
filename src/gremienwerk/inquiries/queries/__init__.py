"""Reading for answers.

``register.py``: the committees of a reporting unit on a day. ``leadership.py``: who is "we".
``missing.py``: what an answer lacks. ``inquiries.py``: inquiries and their releases.
"""

from gremienwerk.inquiries.queries.inquiries import (
    InquiryRow,
    inquiry_rows,
    latest_release,
    next_version,
    releases_of,
)
from gremienwerk.inquiries.queries.missing import MissingFacts, items_without_answer, missing_facts
from gremienwerk.inquiries.queries.register import (
    AnswerRegister,
    OwnSeat,
    Part,
    PartKind,
    RegisterRow,
    register_for,
)

__all__ = [
    "AnswerRegister",
    "InquiryRow",
    "MissingFacts",
    "OwnSeat",
    "Part",
    "PartKind",
    "RegisterRow",
    "inquiry_rows",
    "items_without_answer",
    "latest_release",
    "missing_facts",
    "next_version",
    "register_for",
    "releases_of",
]
