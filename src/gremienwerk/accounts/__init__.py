"""Sign-in and users; no knowledge of nouns.

Owns who a user is and which body they work for. Grants that point at a noun live with the
noun. Start in ``models.py``.
"""
