"""What the public and partners write without an account: so far what they say about the site.

Does not know the public site's pages; its own few pages stand in the same frame. One-time
links, replies and guests come with their issue. Start in ``actions.py``.
"""
