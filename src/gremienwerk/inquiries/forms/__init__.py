"""What clerks enter.

``receiving.py``: an inquiry arrives. ``answering.py``: the decisions on its answer. ``sharing.py``: units and
signatures.
"""

from gremienwerk.inquiries.forms.answering import (
    DispatchForm,
    DraftForm,
    ItemForm,
    ReleaseForm,
    WordingForm,
    seen_anew,
)
from gremienwerk.inquiries.forms.receiving import ArrivalForm, Choices, PasteForm, TypedForm, UploadForm
from gremienwerk.inquiries.forms.sharing import (
    STEPS,
    AssignForm,
    CommentForm,
    CosignatureForm,
    SignForm,
    StepsForm,
)

__all__ = [
    "STEPS",
    "ArrivalForm",
    "AssignForm",
    "Choices",
    "CommentForm",
    "CosignatureForm",
    "DispatchForm",
    "DraftForm",
    "ItemForm",
    "PasteForm",
    "ReleaseForm",
    "SignForm",
    "StepsForm",
    "TypedForm",
    "UploadForm",
    "WordingForm",
    "seen_anew",
]
