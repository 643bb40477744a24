"""Staff pages that show several nouns: start page, work lists, completeness.

Owns the frame of all pages (base template, navigation, static files); owns no rule and no
record. Pages of one noun live with the noun. Start in ``urls.py``.
"""
