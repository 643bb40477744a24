"""What clerks enter about committees and seats.

``seats.py``: somebody comes, a seat goes over, a seat ends, an entry was wrong, a person fills a seat.
"""

from gremienwerk.committees.forms.seats import (
    AppointForm,
    CorrectForm,
    DelegateForm,
    EndForm,
    NewcomerForm,
    RecallForm,
    ReplaceForm,
)

__all__ = [
    "AppointForm",
    "CorrectForm",
    "DelegateForm",
    "EndForm",
    "NewcomerForm",
    "RecallForm",
    "ReplaceForm",
]
