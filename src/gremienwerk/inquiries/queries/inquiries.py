"""Inquiries as lists and pages show them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q

from gremienwerk.inquiries.models import Inquiry, InquiryItem, Release, Signature

_COLUMNS = (
    "uid", "title", "kind", "number", "groups", "received_on", "due_on", "reporting_unit__name", "item_count",
    "open_count",
)  # fmt: skip

# The same as InquiryItem.is_open.
_UNCONFIRMED = ~Q(items__restriction="") & Q(items__block_confirmed=False)
_OPEN = Q(items__answer_text="") & (Q(items__block="") | _UNCONFIRMED)


class InquiryRow(NamedTuple):
    """A line of the list; ``version`` is the latest released one, 0 if none is."""

    uid: UUID
    title: str
    kind: str
    number: str
    groups: tuple[str, ...]
    received_on: date
    due_on: date | None
    reporting_unit: str
    items: int
    open_items: int
    version: int
    released_on: date | None

    @property
    def is_released(self) -> bool:
        """Whether a version of the answer has been released."""
        return self.version > 0


def inquiry_rows(*, body: int, units: Collection[int] | None = None) -> list[InquiryRow]:
    """Inquiries of the body, open ones first, then the newest; two queries.

    Args:
        body: primary key of the body.
        units: primary keys; only inquiries about which one of these is asked. All if None.
    """
    rows = Inquiry.objects.filter(concerning(units=units), body=body).annotate(
        item_count=Count("items"), open_count=Count("items", filter=_OPEN)
    )
    latest = {
        inquiry: (version, on)
        for inquiry, version, on in Release.objects.filter(body=body)
        .values("inquiry")
        .annotate(latest=Max("version"), on=Max("released_on"))
        .values_list("inquiry", "latest", "on")
    }
    found = []
    for key, *values in rows.values_list("pk", *_COLUMNS):
        version, released_on = latest.get(key, (0, None))
        facts = dict(zip(InquiryRow._fields, values, strict=False))
        facts["groups"] = tuple(facts["groups"])
        found.append(InquiryRow(**facts, version=version, released_on=released_on))
    return sorted(found, key=lambda row: (row.is_released, -row.received_on.toordinal(), row.title))


def concerning(*, units: Collection[int] | None) -> Q:
    """A condition on inquiries: one of the units (primary keys) answers an item or signs; all inquiries if None."""
    if units is None:
        return Q()
    answers = InquiryItem.objects.filter(inquiry=OuterRef("pk"), assigned_unit__in=units)
    signs = Signature.objects.filter(inquiry=OuterRef("pk"), unit__in=units)
    return Q(Exists(answers)) | Q(Exists(signs))


def inquiry_with_original(*, body: int, content: bytes) -> Inquiry | None:
    """The latest inquiry of the body that arrived as a file with exactly these bytes."""
    digest = hashlib.sha256(content).hexdigest()
    return Inquiry.objects.filter(body=body, original__sha256=digest).order_by("-pk").first()


def releases_of(*, inquiry: Inquiry) -> list[Release]:
    """The released versions with their files, the newest first; three queries."""
    releases = Release.objects.filter(inquiry=inquiry).order_by("-version")
    return list(releases.prefetch_related("files__file"))


def latest_release(*, inquiry: Inquiry) -> Release | None:
    """The newest released version."""
    found: Release | None = Release.objects.filter(inquiry=inquiry).order_by("-version").first()
    return found


def next_version(*, inquiry: Inquiry) -> int:
    """The number that the next released version bears, from 1."""
    latest = latest_release(inquiry=inquiry)
    return latest.version + 1 if latest else 1
