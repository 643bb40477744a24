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


def clause(words: str, text: str, *, total: int) -> int:
    """How many committees a clause counts: "Von den 56 Gremien tagen 13 öffentlich und 41 nicht öffentlich".

    Args:
        words: the end of the clause, behind number and verb.
        text: the answer.
        total: what "alle" and "das Gremium" stand for; 0 is the answer without such a clause.
    """
    verbs = "ist|sind|lässt|lassen|tagt|tagen|macht|machen|gibt|geben|führt|führen"
    if re.search(rf"(?:Alle [\w.]+ Gremien|Beide Gremien|Das Gremium) (?:{verbs}) {words}", text):
        return total
    found = re.search(rf"(?!nicht|teilweise)\b([\w.]+) (?:(?:{verbs}) )?{words}(?= und |[,;.])", text)
    return number(found.group(1)) if found else 0


def recorded(what: str, text: str, *, total: int) -> int:
    """For how many committees something is said to be recorded: "Eine Frist ist für 22 der 56 Gremien erfasst"."""
    if re.search(rf"{what} (?:alle [\w.]+|beide|das) Gremi(?:en|um) erfasst", text):
        return total
    found = re.search(rf"{what} (\w+) der {SOME} Gremien erfasst", text)
    if not found:
        assert total == 1 and f"{what} kein" in text
        return 0
    if found.group(2) != "beiden":
        assert number(found.group(2)) == total
    return number(found.group(1))
