"""Addresses that lead elsewhere now."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gremienwerk.audit.records import RecordedQuerySet
from gremienwerk.core.classification import Classification
from gremienwerk.publishing.models.rows import PublicRow


class PublicMove(PublicRow):
    """That an organisation went into another: ``uid`` is its old address, ``target`` the one that stands for it.

    Whether the target is public at that time is asked when somebody comes.
    """

    target = models.UUIDField()

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(("body", "uid", "target"), Classification.PUBLIC)

    def __str__(self) -> str:
        return f"{self.uid} → {self.target}"
