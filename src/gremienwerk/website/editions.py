"""What is asked of the register once for each state of it, because many pages need it and it costs most.

An edition never becomes wrong: after a change, a turn or midnight pages speak for another one (ADR 0007),
and answers of old ones fall out when room is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from cachetools import LRUCache

Answer = TypeVar("Answer")
Question = tuple[str, ...]


class Edition(NamedTuple):
    """A state of a body's register on a day; pages of equal editions show the same.

    ``body`` is the body's primary key, ``next_turn`` when something appears or vanishes without a change.
    """

    body: int
    revision: int
    next_turn: datetime | None
    on: date
    today: date

    def once(self, *question: str, ask: Callable[[], Answer], is_large: bool = False) -> Answer:
        """The answer to a question about this edition, asked the first time only.

        Args:
            question: words that name what is asked and everything it depends on besides the edition.
            ask: gives the answer, which must never be changed.
            is_large: the answer grows with the register; only a few of these are kept.
        """
        key, answers = (self, question), _large_answers if is_large else _answers
        with _lock:
            answer: Answer | None = answers.get(key)
        if answer is None:
            answer = ask()
            with _lock:
                answers[key] = answer
        return answer

    def in_order(self, *question: object, ask: Callable[[], tuple[int, ...]]) -> tuple[int, ...]:
        """The primary keys of all rows of a list in their order, asked once for all its pages; as ``once``."""
        key = (self, question)
        with _lock:
            order = _orders.get(key)
        if order is None:
            order = ask()
            if len(order) + 20 <= _orders.maxsize:
                with _lock:
                    _orders[key] = order
        return order


_answers: LRUCache[tuple[Edition, Question], Any] = LRUCache(maxsize=300)
_large_answers: LRUCache[tuple[Edition, Question], Any] = LRUCache(maxsize=6)
# Bounded by the number of keys: about 20 MB.
_orders: LRUCache[tuple[Edition, tuple[object, ...]], tuple[int, ...]] = LRUCache(
    maxsize=500_000, getsizeof=lambda order: len(order) + 20
)
_lock = Lock()


def forget_editions() -> None:
    """Forget every answer; for tests, whose databases begin again with the same numbers."""
    with _lock:
        _answers.clear()
        _large_answers.clear()
        _orders.clear()
