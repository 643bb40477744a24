"""How a body keeps its directory: its districts on the map, its deadlines, its tiles, who may embed it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification

PUBLIC, INTERNAL = Classification.PUBLIC, Classification.INTERNAL


class District(OfBody):
    """A part of the town with its middle, and its outline where one is known.

    ``outline`` is one closed ring of [longitude, latitude] in degrees (WGS 84), as in GeoJSON
    (RFC 7946, 3.1.6): it is drawn where the map has no tiles.
    """

    name = models.CharField(_("Stadtteil"), max_length=100)
    latitude = models.FloatField(_("Breite der Mitte"))
    longitude = models.FloatField(_("Länge der Mitte"))
    outline = models.JSONField(_("Umriss"), default=list, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "name", "latitude", "longitude", "outline"), PUBLIC
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["body", "name"], name="district_once"),
            models.CheckConstraint(
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="district_on_earth",
            ),
        )

    def __str__(self) -> str:
        return self.name


class DirectorySettings(OfBody):
    """What a body has settled for its directory; without a row the defaults hold."""

    mark_after_days = models.PositiveSmallIntegerField(
        _("Nach so vielen Tagen ohne Bestätigung kenntlich machen"), default=365
    )
    hide_after_days = models.PositiveSmallIntegerField(
        _("Nach so vielen Tagen ohne Bestätigung nicht mehr zeigen"), default=1095
    )
    tile_url = models.CharField(
        _("Adresse der Kartenkacheln"),
        max_length=300,
        blank=True,
        help_text=_("Mit {z}, {x} und {y}; leer: keine Kacheln."),
    )
    tile_attribution = models.CharField(_("Nachweis der Karte"), max_length=200, blank=True)
    embedding_hosts = models.JSONField(
        _("Seiten, die einbetten dürfen"),
        default=list,
        blank=True,
        help_text=_("Jede mit https://, ohne Pfad."),
    )

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "mark_after_days", "hide_after_days", "tile_url", "tile_attribution", "embedding_hosts"),
        PUBLIC,
    )  # fmt: skip

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["body"], name="directory_settings_once"),
            models.CheckConstraint(
                condition=Q(mark_after_days__gte=1) & Q(hide_after_days__gt=F("mark_after_days")),
                name="directory_settings_deadlines",
            ),
        )

    def __str__(self) -> str:
        return str(self.body)
