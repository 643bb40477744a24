"""Reading numbers back out of German sentences, to hold the text of an answer against its tables."""

from __future__ import annotations

import re

from gremienwerk.core.german import number_word

_WORDS = {number_word(n): n for n in range(13)} | {
    "eines": 1, "einem": 1, "einen": 1, "eine": 1, "ein": 1, "keines": 0, "keinem": 0, "kein": 0, "keine": 0,
    "keinen": 0, "das": 1, "dem": 1, "beide": 2, "beiden": 2,
}  # fmt: skip
SOME = r"([\w.]+)"


def number(word: str) -> int:
    """The number that a word stands for: "drei", "Keines", "1.234"."""
    plain = word.casefold()
    return _WORDS[plain] if plain in _WORDS else int(plain.replace(".", ""))


def numbers(pattern: str, text: str) -> list[int]:
    """The numbers that a pattern with groups finds first in a text.

    ``#`` in the pattern stands for a number; "alle 12", "beide" and "das Gremium" of a share count as all.
    """
    found = re.search(pattern.replace("#", SOME), text)
    assert found, f"{pattern!r} is not in {text!r}"
    return [number(word) for word in found.groups()]


def share(verb: str, text: str, *, total: int) -> int:
    """How many of all committees a sentence counts: "Drei der zwölf Gremien <verb>", 0 without such a sentence."""
    everything = rf"(?:Alle [\w.]+ Gremien|Beide Gremien|Das Gremium) {verb}"
    if re.search(everything, text):
        return total
    found = re.search(rf"(\w+) der {SOME} Gremien {verb}", text)
    if not found:
        return 0
    assert number(found.group(2)) == total
    return number(found.group(1))
