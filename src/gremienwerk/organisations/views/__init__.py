"""Pages of organisations and persons.

``lists.py``: the list of organisations. ``merging.py``: records that may be one, and their merge.
"""
