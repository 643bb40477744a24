"""How a translated text remembers what it translates (ADR 0008)."""

from __future__ import annotations

from hashlib import sha256


def text_hash(text: str) -> str:
    """SHA-256 of a German text as hexadecimal digits; line ends and outer spaces do not count."""
    return sha256("\n".join(text.strip().splitlines()).encode()).hexdigest()
