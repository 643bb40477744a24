"""Inquiries of the council and their answers, from the file that arrives to the frozen release.

Owns intake (recognising questions), live answer blocks, drafts and releases; does not own
the register it reads, nor the file formats (``documents``). Start in ``models.py``, then
``intake/`` and ``actions/``.
"""
