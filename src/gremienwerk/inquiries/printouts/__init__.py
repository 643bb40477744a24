"""What the answer's documents contain, as plain rows for the renderers.

``paper.py``: the whole answer. ``table.py``, ``profiles.py``, ``chart.py``, ``directory.py``: its annexes.
``agreement.py``: whether text and annexes agree. ``frozen.py``: the same as JSON with a checksum; ``thawed.py``: and back.
"""

from gremienwerk.inquiries.printouts.agreement import AnnexMismatch, require_agreement
from gremienwerk.inquiries.printouts.frozen import canonical, checksum_of, frozen_content
from gremienwerk.inquiries.printouts.paper import AnswerSource, Asked, answer_paper

__all__ = [
    "AnnexMismatch",
    "AnswerSource",
    "Asked",
    "answer_paper",
    "canonical",
    "checksum_of",
    "frozen_content",
    "require_agreement",
]
