"""Meetings of committees: dates proposed and confirmed, moved, cancelled, held; their minutes.

Owns dates, places and states of meetings and what became of their minutes; does not own the rhythm's wording
(``committees``) nor what of it is public (``publishing``). Agenda, invitations and attendance are a later issue.
Start in ``models.py``, then ``actions``.
"""
