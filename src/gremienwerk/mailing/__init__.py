"""Outgoing mail: the outbox, what a letter looks like, its delivery and who may look after it; one-time links.

Owns rows that wait to be sent and the worker that sends them; does not own why somebody writes: the packages
above queue letters inside their own changes (``actions.queue_message``). Start in ``models.py``, then
``delivery.py``.
"""
