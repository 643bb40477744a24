"""The German of answers: sentences computed from the register of a day, one module for each block.

Owns wording and number agreement; does not own what is counted (``queries.register``) nor how a paper looks
(``documents.rendering``). The paper is German whatever language the pages speak, so nothing here goes
through gettext. Start with ``blocks.py``.
"""
