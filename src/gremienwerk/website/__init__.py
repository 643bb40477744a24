"""The public site, read only.

Owns what visitors without an account see; reads nothing but ``publishing``, so it cannot
leak. Empty until the issue "The public site"; the import contracts already hold for it.
"""
