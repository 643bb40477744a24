"""Forms: ``feedback`` and ``answers`` for people without an account, ``desk`` for staff."""
