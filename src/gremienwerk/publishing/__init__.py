"""The only gate to the public: what is public at an instant.

Empty until the issue "The public site"; until then nothing is public and every page asks
for a sign-in.
"""
