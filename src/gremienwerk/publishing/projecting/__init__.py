"""Dirty records of the register become public rows, in the transaction of the change that made them dirty.

``tracing.py`` says what is dirty, one module per noun makes values of the register, ``writing.py`` and
``seat_writing.py`` write what differs, ``projector.py`` does it in order. Nothing here decides what is public:
that is ``publishing.gate``.
"""
