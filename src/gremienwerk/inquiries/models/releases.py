"""The frozen releases of an answer."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.audit.records import Recorded, RecordedQuerySet
from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.documents.models import StoredFile
from gremienwerk.inquiries.models.inquiries import Inquiry

INTERNAL, PERSONAL = Classification.INTERNAL, Classification.PERSONAL


class Frozen(RuntimeError):
    """Somebody tried to change or remove what has been released."""


Row = TypeVar("Row", bound=Recorded, covariant=True)


class FrozenQuerySet(RecordedQuerySet[Row]):
    """A queryset of rows that are written once: inserting works, nothing else does."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Always refuses."""
        raise Frozen("A release is never changed; a correction makes a new version.")

    def delete(self) -> NoReturn:
        """Always refuses."""
        raise Frozen("A release is never removed.")


class FrozenRecord(OfBody):
    """The base of what a release consists of: stored once, never changed or removed."""

    objects: ClassVar[Any] = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new record; refuses to store one again."""
        if not self._state.adding:
            raise Frozen("A release is never changed; a correction makes a new version.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Always refuses."""
        raise Frozen("A release is never removed.")


class Release(FrozenRecord):
    """A frozen answer: texts, data, chart and files as they were released, never changed afterwards."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="releases")
    version = models.PositiveSmallIntegerField(_("Fassung"))
    as_of = models.DateField(_("Stand"))
    released_on = models.DateField(_("Freigegeben am"))
    released_by = models.CharField(_("Freigegeben durch"), max_length=200)
    content = models.JSONField(_("Inhalt"))
    checksum = models.CharField(_("Prüfsumme des Inhalts (SHA-256)"), max_length=64)

    classification: ClassVar = {
        "body": INTERNAL,
        "uid": INTERNAL,
        "inquiry": INTERNAL,
        "version": INTERNAL,
        "as_of": INTERNAL,
        "released_on": INTERNAL,
        "released_by": PERSONAL,
        "content": INTERNAL,
        "checksum": INTERNAL,
    }

    class Meta:
        verbose_name = _("Freigabe")
        constraints = (
            models.UniqueConstraint(fields=["inquiry", "version"], name="release_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="release_version_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.inquiry}, Fassung {self.version}"


class ReleasedFile(FrozenRecord):
    """A file of a release, by the name under which it is handed out."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    classification: ClassVar = dict.fromkeys(("body", "uid", "release", "file", "position"), INTERNAL)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["release", "position"], name="released_file_position_once"),
        )

    def __str__(self) -> str:
        return str(self.file)
