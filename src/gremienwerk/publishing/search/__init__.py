"""Search over everything public: one index, written in the transaction of the change it follows.

Owns the index, its vocabulary and the order of hits; does not decide what is public (the projector hands
over public records only). One design on both databases: Python makes the words' forms and the order of
hits, the database answers which entries hold them. Start in ``indexing.py`` and ``finding.py``.
"""
