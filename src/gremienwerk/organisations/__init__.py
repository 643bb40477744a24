"""Institutions, units and persons.

Owns organisations (tree, names, existence), persons, contact points, consents and directory
profiles. Does not own seats (``committees``). Start in ``models/``, then ``actions/``.
"""
