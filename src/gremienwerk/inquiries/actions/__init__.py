"""What can be done with inquiries and answers.

``receiving.py``: an inquiry arrives. ``drafting.py``: the clerk decides. ``releasing.py``: the answer is frozen.
"""

from gremienwerk.inquiries.actions.drafting import ChangedMeanwhile, draft_answer, edit_item, set_climate
from gremienwerk.inquiries.actions.receiving import Original, assign_number, receive_inquiry
from gremienwerk.inquiries.actions.releasing import (
    FAILPOINTS,
    DraftIncomplete,
    DraftMoved,
    ReasonMissing,
    SaysTheSame,
    release,
)

__all__ = [
    "FAILPOINTS",
    "ChangedMeanwhile",
    "DraftIncomplete",
    "DraftMoved",
    "Original",
    "ReasonMissing",
    "SaysTheSame",
    "assign_number",
    "draft_answer",
    "edit_item",
    "receive_inquiry",
    "release",
    "set_climate",
]
