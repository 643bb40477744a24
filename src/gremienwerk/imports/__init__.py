"""Spreadsheets and the demo's files into the register.

Owns reading, matching and previewing rows; writes only through the actions of the nouns.
Owns no rule about the nouns. Start in ``tables.py`` and ``actions.py``.
"""
