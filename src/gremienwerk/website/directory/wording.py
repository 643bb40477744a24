"""The words of the interface for keys of the directory, in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext as _


def target_group(key: str) -> str:
    """For whom an organisation is there; the key itself where it is none of ours."""
    return {
        "everyone": _("alle"),
        "families": _("Familien und Eltern"),
        "children": _("Kinder"),
        "youth": _("Jugendliche und junge Erwachsene"),
        "women": _("Frauen und Mädchen"),
        "seniors": _("ältere Menschen"),
        "refugees": _("Geflüchtete"),
        "students": _("Studierende"),
        "queer": _("queere Menschen"),
    }.get(key, key)


def accessibility(key: str) -> str:
    """How one gets into the rooms; empty where it is not recorded."""
    return {
        "full": _("Die Räume sind stufenlos erreichbar."),
        "partly": _("Ein Teil der Räume ist stufenlos erreichbar."),
        "none": _("Die Räume sind nicht stufenlos erreichbar."),
    }.get(key, "")
