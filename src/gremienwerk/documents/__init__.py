"""Stored files, and the bytes of documents in both directions.

Owns content-addressed files, ``rendering/`` (rows to PDF, Word, spreadsheet, drawing) and
``reading/`` (files to lines). Knows no noun. Start in ``models.py``.
"""
