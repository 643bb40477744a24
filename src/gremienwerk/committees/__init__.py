"""Committees and networks: who sits where on any date.

Owns committees, memberships, representatives, rhythm and structure. Does not own the
organisations that hold seats, nor meetings. Start in ``models/``, then ``actions/``.
"""
