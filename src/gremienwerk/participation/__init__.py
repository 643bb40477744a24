"""What the public and partners write without an account: one-time links, replies, guests.

Empty until its issue; the import contracts already hold for it.
"""
