"""The public site, read only.

Owns what visitors without an account see; reads nothing but ``publishing``, so it cannot
leak. Start in ``door.py`` (how every page is made) and ``middleware.py`` (how it is kept).
"""
