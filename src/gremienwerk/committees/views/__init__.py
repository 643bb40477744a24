"""Pages of committees: the list, and the seats of an organisation.

The page of one committee also shows its meetings and stands in the package ``desk``.
"""
