"""Documents that arrive, turned into lines of text: TXT, PDF, Word (DOCX), OpenDocument (ODT), e-mail (EML).

Owns recognising the type, reading order, automatic numbering and what stands apart (headers,
footers, footnotes, attachments). Does not own what the lines mean (``inquiries.intake``) and knows
no records. Start in ``lines.py``, then ``files.py`` with ``read``.
"""
