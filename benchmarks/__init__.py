"""Measurements against a limit taken in the same run; each prints ratios, none asserts a time."""
