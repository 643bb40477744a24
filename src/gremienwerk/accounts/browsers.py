"""Browsers by their usual names: what one says of itself is long and claims to be all of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

# The order matters: Edge and Opera also call themselves Chrome, Chrome also Safari, Android also Linux.
_NAMES = (("Firefox/", "Firefox"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
_SYSTEMS = (
    ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip


def browser_name(agent: str) -> str:
    """Browser and system of a ``User-Agent`` header in words, for example "Firefox auf Windows"."""
    browser = _first(agent, _NAMES) or _("unbekannter Browser")
    system = _first(agent, _SYSTEMS) or _("unbekanntem Gerät")
    return _("%(browser)s auf %(system)s") % {"browser": browser, "system": system}


def _first(agent: str, signs: Iterable[tuple[str, str]]) -> str:
    return next((name for sign, name in signs if sign in agent), "")
