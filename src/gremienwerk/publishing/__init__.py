"""The only gate to the public: what is public at an instant, and nothing else.

Owns the public rows, made of the register by the projector in the transaction of every change, the queries that
give them as frozen records, and the search index. It decides what is public (``gate.py``); how it looks belongs
to ``website`` and ``opendata``, which see only ``queries``, ``records`` and ``labels``. Start with ``gate.py``.
"""
