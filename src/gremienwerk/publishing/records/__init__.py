"""Frozen records of public fields: what every public page, feed and file is made of.

NamedTuples, because a list of thousands costs ten times as much as dataclasses. They hold raw values and keys;
the words for keys are the interface's (``publishing.labels``).
"""

from gremienwerk.publishing.records.answers import (
    AnswerFile,
    AnswerItem,
    AnswerRecord,
    AnswerRow,
    AnswerVersion,
    Difference,
    StoredBytes,
)
from gremienwerk.publishing.records.committees import (
    CommitteeChoice,
    CommitteeRecord,
    CommitteeRow,
    CommitteeText,
    InitiatorRow,
    LinkRow,
    PersonName,
    SeatRow,
    TimelineEntry,
    TranslatedName,
)
from gremienwerk.publishing.records.listing import (
    Changed,
    FacetOption,
    FormerName,
    Listing,
    Reference,
    Term,
)
from gremienwerk.publishing.records.meetings import MeetingChoice, MeetingMinutes, MeetingRow
from gremienwerk.publishing.records.organisations import (
    Contact,
    HeldSeat,
    OrganisationChoice,
    OrganisationRecord,
    OrganisationRow,
    TreeNode,
)
from gremienwerk.publishing.records.profiles import (
    DirectoryTerms,
    DistrictRow,
    ProfileChoice,
    ProfileRow,
    ProfileText,
)
from gremienwerk.publishing.records.structure import Structure, StructureEdge, StructureNode

__all__ = [
    "AnswerFile",
    "AnswerItem",
    "AnswerRecord",
    "AnswerRow",
    "AnswerVersion",
    "Changed",
    "CommitteeChoice",
    "CommitteeRecord",
    "CommitteeRow",
    "CommitteeText",
    "Contact",
    "Difference",
    "DirectoryTerms",
    "DistrictRow",
    "FacetOption",
    "FormerName",
    "HeldSeat",
    "InitiatorRow",
    "LinkRow",
    "Listing",
    "MeetingChoice",
    "MeetingMinutes",
    "MeetingRow",
    "OrganisationChoice",
    "OrganisationRecord",
    "OrganisationRow",
    "PersonName",
    "ProfileChoice",
    "ProfileRow",
    "ProfileText",
    "Reference",
    "SeatRow",
    "StoredBytes",
    "Structure",
    "StructureEdge",
    "StructureNode",
    "Term",
    "TimelineEntry",
    "TranslatedName",
    "TreeNode",
]
