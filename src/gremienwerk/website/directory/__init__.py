"""The directory of migrant organisations as its pages show it: filters, entries, the map.

Plain values made of public records, in the language of the page; knows no requests. Start in
``entries.py``; the views are in ``website/views/directory.py``.
"""
