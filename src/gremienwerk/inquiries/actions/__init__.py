"""What can be done with inquiries and answers.

``receiving.py``: an inquiry arrives. ``drafting.py``: the clerk decides. ``releasing.py``: the answer is frozen.
``dispatching.py``: from when on it may be seen.
"""

from gremienwerk.inquiries.actions.dispatching import AlreadyDispatched, schedule_dispatch
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
    "AlreadyDispatched",
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
    "schedule_dispatch",
    "set_climate",
]
