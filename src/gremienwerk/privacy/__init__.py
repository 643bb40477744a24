"""Subject access, rectification, erasure, and the record of processing: it must see every noun.

Owns what is done with the data of one person across the register, and the ledger of erasures. Does not own persons
(``organisations``) nor what is public: ``publishing`` follows. Start in ``actions.py``, then ``naming.py``.
"""
