"""Pages of inquiries.

``inquiries.py``: the list and the page of one. ``entering.py``: upload and the clerk's decisions.
``releasing.py``: the release and its files.
"""
