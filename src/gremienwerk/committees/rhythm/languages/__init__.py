"""Rhythms in the languages of the public interface other than German.

``sentences.py`` decides what is said and in which order; one module per language says it
(``speech.py`` names what each must be able to say). Numbers stand in digits: no language here
needs their gender or case then.
"""
