"""Outgoing mail: outbox, templates, delivery state.

Empty until the first issue that sends mail; the import contracts already hold for it.
"""
