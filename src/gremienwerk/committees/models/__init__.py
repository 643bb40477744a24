"""Committees, what is dated about them, and who sits in them.

Start with ``committees.py``, then ``memberships.py``; every question about a day goes through ``queries``.
"""

from gremienwerk.committees.models.committees import Committee, Level
from gremienwerk.committees.models.grants import CommitteeGrant
from gremienwerk.committees.models.memberships import Membership, Representative, Role
from gremienwerk.committees.models.relations import CommitteeName, Dormancy, Initiator, Superordination
from gremienwerk.committees.models.scores import CompletenessScore
from gremienwerk.committees.models.texts import CommitteeText, source_hash

__all__ = [
    "Committee",
    "CommitteeGrant",
    "CommitteeName",
    "CommitteeText",
    "CompletenessScore",
    "Dormancy",
    "Initiator",
    "Level",
    "Membership",
    "Representative",
    "Role",
    "Superordination",
    "source_hash",
]
