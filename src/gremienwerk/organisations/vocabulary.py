"""The tags for offers that a directory starts with; administrators may change them afterwards.

The names are marked for translation: where a body keeps them, the public pages show them in every language.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_noop as _


class OfferRow(NamedTuple):
    """An offer to begin with."""

    key: str
    name: str


OFFERS = (
    OfferRow("beratung", _("Beratung")),
    OfferRow("begleitung", _("Begleitung zu Ämtern und Ärzten")),
    OfferRow("sprachmittlung", _("Sprachmittlung")),
    OfferRow("deutsch", _("Deutsch lernen")),
    OfferRow("muttersprache", _("Unterricht in der Muttersprache")),
    OfferRow("lernhilfe", _("Lernhilfe und Hausaufgaben")),
    OfferRow("arbeit", _("Hilfe bei Arbeit und Ausbildung")),
    OfferRow("kinder", _("Gruppen für Kinder")),
    OfferRow("jugend", _("Jugendtreff")),
    OfferRow("eltern", _("Angebote für Eltern")),
    OfferRow("frauen", _("Treffen für Frauen")),
    OfferRow("senioren", _("Treffen für Ältere")),
    OfferRow("gesundheit", _("Gesundheit und Pflege")),
    OfferRow("musik", _("Musik, Tanz und Theater")),
    OfferRow("sport", _("Sport und Bewegung")),
    OfferRow("feste", _("Kultur und Feste")),
    OfferRow("gebet", _("Gebet und Gottesdienst")),
    OfferRow("treffpunkt", _("Offener Treffpunkt")),
    OfferRow("raeume", _("Räume für andere Gruppen")),
    OfferRow("diskriminierung", _("Hilfe bei Diskriminierung")),
    OfferRow("spenden", _("Sachspenden und Nothilfe")),
)
