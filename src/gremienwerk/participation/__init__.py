"""What the public and partners do without an account: say what hinders them, confirm a committee by a one-time link.

Owns feedback, reminders to leads and their proposals, and the lists in which staff decide; does not know the public
site's pages, its own few stand in the same frame. Replies to invitations and guests come with their issue. Start in
``actions/``.
"""
