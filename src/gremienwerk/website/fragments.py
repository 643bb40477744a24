"""Pieces of pages kept by what they show: after a change only the rows that changed are written anew.

A piece is what a macro makes of its values. The values themselves are the key, with all else it depends on: the
compiled macro (so its language and the release) and the day that its links keep. So a piece never becomes wrong.
"""

from __future__ import annotations

from threading import Lock
from typing import Any

from cachetools import LRUCache
from django.utils import translation
from jinja2 import pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from gremienwerk.core.as_of import AsOf

Key = tuple[Any, ...]

# Bounded by the number of characters.
_pieces: LRUCache[Key, Markup] = LRUCache(maxsize=16_000_000, getsizeof=lambda piece: len(piece) + 1_000)
_lock = Lock()


@pass_context
def kept(context: Context, macro: Macro, /, *values: object) -> Markup:
    """What the macro makes of these values; asked again, the same text without running it.

    The macro may use the language and the day of the page besides its values, nothing else of the page.
    Values that cannot be hashed are written each time.
    """
    as_of = context.get("as_of")
    day = as_of.query if isinstance(as_of, AsOf) else ""
    key = (macro._func.__code__, translation.get_language(), day, values)
    try:
        with _lock:
            piece = _pieces.get(key)
    except TypeError:
        return Markup(macro(*values))  # noqa: S704  (a macro escapes what it writes)
    if piece is None:
        piece = Markup(macro(*values))  # noqa: S704  (as above)
        with _lock:
            _pieces[key] = piece
    return piece


def forget_pieces() -> None:
    """Forget every piece; for measurements."""
    with _lock:
        _pieces.clear()
