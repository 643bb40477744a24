"""Spreadsheets and the demo's files into the register.

Owns reading tables (``tables.py``), recognising their columns (``headings.py``) and reading their rows (``*_rows.py``,
``statuses.py``, ``participants.py``); writes only through the actions of the nouns (``writing.py``). Owns no rule about
the nouns. Start in ``tables.py`` and ``actions.py``; the invented city is in ``demo/``.
"""
