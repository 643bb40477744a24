"""Subject access, erasure, retention: must see every noun.

Empty until its issue. The classification of every field (``core.classification``) and the
removable personal values of ``audit`` already prepare it.
"""
