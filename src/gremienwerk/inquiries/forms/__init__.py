"""What clerks enter.

``receiving.py``: an inquiry arrives. ``answering.py``: the decisions on its answer.
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

__all__ = [
    "ArrivalForm",
    "Choices",
    "DispatchForm",
    "DraftForm",
    "ItemForm",
    "PasteForm",
    "ReleaseForm",
    "TypedForm",
    "UploadForm",
    "WordingForm",
    "seen_anew",
]
