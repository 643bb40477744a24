"""Recognising what an inquiry asks: from lines of text to numbered questions, group, date, answers.

Owns the German of inquiries: numbering, headings, letterheads, page furniture. Does not own file
formats (``documents.reading``) nor records; it is plain functions over frozen values. Start in
``parsed.py``, then ``recognition.py`` with ``recognise``; ``contract.py`` is the command line's JSON.
"""
