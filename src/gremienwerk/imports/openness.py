"""Cells about invitations, guests and minutes into the fields of a committee; the wording is always kept."""

from __future__ import annotations

import re
from typing import Any

from gremienwerk.committees.models import Committee
from gremienwerk.core.german import fold
from gremienwerk.imports.words import CHANNELS, CIRCLES, GUESTS, MINUTES, PUBLICNESS

_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(/[^\s;,]*)?", re.IGNORECASE)


def read_invitation(text: str) -> dict[str, Any]:
    """Who is invited, and how, as far as the words say it."""
    folded = fold(text)
    channels = [channel for word, channel in CHANNELS.items() if word in folded]
    fields: dict[str, Any] = {"invitation_note": text}
    if folded in CIRCLES:
        fields["invitation_circle"] = CIRCLES[folded]
    return fields | ({"invitation_channels": list(dict.fromkeys(channels))} if channels else {})


def read_guests(text: str) -> dict[str, Any]:
    """Whether guests are admitted, or whether meetings are public; other words say how guests ask."""
    folded = fold(text)
    if folded in PUBLICNESS:
        return {"publicness": PUBLICNESS[folded]}
    if folded in GUESTS:
        return {"guests": GUESTS[folded]}
    return {"guests_how": text}


def read_minutes(text: str) -> dict[str, Any]:
    """Where minutes are found; an address or „Internet“ means that they are public there."""
    folded = fold(text)
    if folded in MINUTES:
        return {"minutes": MINUTES[folded]}
    fields: dict[str, Any] = {"minutes_reason": text}
    address = _ADDRESS.search(text)
    if address:
        fields["minutes_url"] = f"https://{address.group(1)}{address.group(2) or ''}"
    if address or "internet" in folded or "ratsinformationssystem" in folded:
        fields["minutes"] = Committee.Minutes.PUBLIC
    return fields
