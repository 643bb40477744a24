"""Periods, vague dates, German text and collation, ``Actor``: plain values, no models.

Owns what every package speaks in. Imports nothing of ours. Start in ``actor.py`` and
``dates.py``.
"""
