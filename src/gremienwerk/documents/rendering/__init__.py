"""Turns plain rows into bytes: PDF, Word, spreadsheets and the structure chart.

Owns the look of everything printed, the bundled fonts and the Typst sources; knows no records, no database
and no clock. The owners of the data fill the types of `content` in their `printouts.py`.
Start reading in `content/`, then `pdf.py`, `word.py`, `sheet.py` and `chart.py`; `outputs.py` makes the set.
"""
