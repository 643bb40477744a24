"""The command ``gremienwerk``.

Owns the words typed in a shell and their exit codes; owns no rule: every word calls a
Django management command of the package that knows. Start in ``main.py``.
"""
