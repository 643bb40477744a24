"""What clerks enter about committees and seats.

``committees.py``: a committee enters the register, and its facts. ``life.py``: what happens to it.
``handovers.py``: all seats of a unit or a person go over. ``organisations.py``: an organisation gets another name or place. ``seats.py``: somebody comes, a seat goes over, a seat ends, an entry was wrong, a person fills a seat.
"""

from gremienwerk.committees.forms.committees import PLAIN, DescribeForm, FoundForm
from gremienwerk.committees.forms.handovers import HandoverForm, PersonHandoverForm
from gremienwerk.committees.forms.letters import LetterForm
from gremienwerk.committees.forms.life import (
    EndCommitteeForm,
    EstablishForm,
    PauseForm,
    RenameForm,
    ResumeForm,
)
from gremienwerk.committees.forms.organisations import MoveOrganisationForm, RenameOrganisationForm
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
    "PLAIN",
    "AppointForm",
    "CorrectForm",
    "DelegateForm",
    "DescribeForm",
    "EndCommitteeForm",
    "EndForm",
    "EstablishForm",
    "FoundForm",
    "HandoverForm",
    "LetterForm",
    "MoveOrganisationForm",
    "NewcomerForm",
    "PauseForm",
    "PersonHandoverForm",
    "RecallForm",
    "RenameForm",
    "RenameOrganisationForm",
    "ReplaceForm",
    "ResumeForm",
]
