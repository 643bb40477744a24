"""Inquiries and their answers.

``inquiries.py``: what is asked, and the draft. ``comments.py``: remarks on items. ``signing.py``: who signs.
``stages.py``: how far an answer is. ``releases.py``: what is frozen. ``redactions.py``: what stands in its place
after an erasure.
"""

from gremienwerk.inquiries.models.comments import ItemComment
from gremienwerk.inquiries.models.inquiries import AnswerDraft, ClimateEffect, Inquiry, InquiryItem
from gremienwerk.inquiries.models.redactions import RedactedRelease
from gremienwerk.inquiries.models.releases import (
    Frozen,
    FrozenQuerySet,
    FrozenRecord,
    Release,
    ReleasedFile,
)
from gremienwerk.inquiries.models.signing import Signature, SignOffStep

__all__ = [
    "AnswerDraft",
    "ClimateEffect",
    "Frozen",
    "FrozenQuerySet",
    "FrozenRecord",
    "Inquiry",
    "InquiryItem",
    "ItemComment",
    "RedactedRelease",
    "Release",
    "ReleasedFile",
    "SignOffStep",
    "Signature",
]
