"""What can be done with inquiries and answers.

``receiving.py``: an inquiry arrives. ``drafting.py``: the clerk decides. ``releasing.py``: the answer is frozen.
``itemising.py``: its items before the release.
``dispatching.py``: from when on it may be seen. ``assigning.py``: which unit answers what. ``signing.py``: who signs.
``telling.py``: what people are told by mail.
"""

from gremienwerk.inquiries.actions.assigning import assign_items, comment_item
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
from gremienwerk.inquiries.actions.redacting import Redaction, prepare_redaction, redact_release
from gremienwerk.inquiries.actions.releasing import (
    FAILPOINTS,
    DraftIncomplete,
    DraftMoved,
    NotSigned,
    ReasonMissing,
    SaysTheSame,
    release,
)
from gremienwerk.inquiries.actions.signing import (
    NotYourTurn,
    Step,
    refuse,
    request_cosignature,
    set_sign_off_chain,
    sign,
    start_signing,
    withdraw_cosignature,
)

__all__ = [
    "FAILPOINTS",
    "AlreadyDispatched",
    "DraftIncomplete",
    "DraftMoved",
    "ItemsFixed",
    "NotSigned",
    "NotYourTurn",
    "Original",
    "ReasonMissing",
    "Redaction",
    "SaysTheSame",
    "Step",
    "assign_items",
    "assign_number",
    "comment_item",
    "draft_answer",
    "edit_item",
    "make_public",
    "merge_item",
    "move_item",
    "prepare_redaction",
    "receive_inquiry",
    "redact_release",
    "refuse",
    "release",
    "remove_item",
    "request_cosignature",
    "reword_item",
    "schedule_dispatch",
    "set_climate",
    "set_sign_off_chain",
    "sign",
    "split_item",
    "start_signing",
    "withdraw_cosignature",
]
