"""Pages of inquiries.

``inquiries.py``: the list and the page of one. ``receiving.py``: an inquiry arrives. ``entering.py``: the clerk's
decisions. ``itemising.py``: the items as the source has them.
``sharing.py``: units that answer. ``signing.py``: who signs.
``releasing.py``: the release and its files. ``units.py``: what forms offer as units.
"""
