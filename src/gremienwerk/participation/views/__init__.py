"""Pages for people without an account, and the lists in which staff find what they wrote."""
