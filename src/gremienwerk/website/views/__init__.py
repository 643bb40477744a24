"""The pages of the public site: fetch, ask, show."""
