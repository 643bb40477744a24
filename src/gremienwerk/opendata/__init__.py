"""Public data for programs: calendars to subscribe to (iCalendar), read only.

Owns formats; what is public is decided in ``publishing`` and read through its queries. Start in ``urls.py``, then
``calendars.py``.
"""
