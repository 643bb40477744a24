"""The transaction wrapper, the append-only record and the revision per body.

Owns *how* a change is made (``change.py``); imports no other package but ``core`` and knows no
noun. Start in ``change.py``.
"""
