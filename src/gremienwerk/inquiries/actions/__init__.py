"""What can be done with inquiries and answers.

``receiving.py``: an inquiry arrives. ``drafting.py``: the clerk decides. ``releasing.py``: the answer is frozen.
``itemising.py``: its items before the release.
``dispatching.py``: from when on it may be seen.
"""

from gremienwerk.inquiries.actions.dispatching import AlreadyDispatched, make_public, schedule_dispatch
from gremienwerk.inquiries.actions.drafting import draft_answer, edit_item, set_climate
from gremienwerk.inquiries.actions.itemising import (
    ItemsFixed,
    merge_item,
    move_item,
    remove_item,
    reword_item,
    split_item,
)
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
    "DraftIncomplete",
    "DraftMoved",
    "ItemsFixed",
    "Original",
    "ReasonMissing",
    "SaysTheSame",
    "assign_number",
    "draft_answer",
    "edit_item",
    "make_public",
    "merge_item",
    "move_item",
    "receive_inquiry",
    "release",
    "remove_item",
    "reword_item",
    "schedule_dispatch",
    "set_climate",
    "split_item",
]
