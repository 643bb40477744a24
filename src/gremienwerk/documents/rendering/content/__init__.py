"""The types that callers fill: everything a document says, as plain text in the order it is to be read.

The renderers neither sort nor judge: rows come in the order of `gremienwerk.core.german.sort_key`.
`None` means "not recorded" and is printed as such, never left out; an empty text or tuple means "none".
Start with `papers.py` (a whole answer), then `annexes.py`, `charts.py`, `text.py`; `results.py` comes back.
"""
