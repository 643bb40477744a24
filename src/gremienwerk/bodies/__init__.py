"""Municipalities, counties and states: the tenants and their vocabularies.

Owns the body's settings, kinds and topics. Does not own organisations. Start in
``models.py``.
"""
