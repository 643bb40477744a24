"""Meetings of committees.

Owns dates, places and states of meetings; does not own the rhythm's wording (``committees``).
The life of a meeting is a later issue, the record has its place here. Start in ``models.py``.
"""
