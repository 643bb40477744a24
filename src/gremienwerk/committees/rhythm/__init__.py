"""How often a committee meets: German prose to a structured reading, and back.

Owns the grammar, the writer and the planner of rhythms (Turnus). Knows no record, no clock and
no committee. Start in ``model.py``, then ``parsing.py`` (words to reading), ``writing.py``
(reading to words) and ``planning.py`` (reading to dates).
"""
