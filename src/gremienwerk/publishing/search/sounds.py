"""Keys for how names sound, so that spellings carried over from other scripts meet.

``sound`` keeps the vowels ("Yusuf", "Jusuf" and "Юсуф" agree). Arabic is written without short vowels, so
Arabic words meet Latin ones by their consonants only ("فاطمة" and "Fatima"); keys of two letters would fit
everything and are left out.
"""

from __future__ import annotations

import re

from gremienwerk.publishing.search.stems import script_of

_SHORTEST_SOUND = 4
_SHORTEST_SKELETON = 3

_CYRILLIC = {
    **dict(zip("абвгдезиклмнопрстуфхыэъь", [*"abvhdezyklmnoprstufhie", "", ""], strict=True)),
    "ж": "zh", "ц": "ts", "ч": "c", "ш": "s", "щ": "sc", "ю": "iu", "я": "ia",
}  # fmt: skip
_ARABIC = {
    **dict(zip("بپتطثجچحخهدذضرزظژسصشغگفقكلمن", "bbtttcchhhdddrzzzsssggfkklmn", strict=True)),
    **dict.fromkeys("اويءع", ""),
}
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\bc(?=[aoulr])|ck|q", "k"), (r"tsch|tch|dsch|dzh|dj", "c"), (r"sch|sh", "s"), (r"zh", "z"),
        (r"kh|ch", "h"), (r"gh", "g"), (r"ph", "f"), (r"th", "t"), (r"x", "ks"), (r"w", "v"),
        (r"[yj]", "i"), (r"oo|ou", "u"), (r"ee|ie", "i"), (r"(?<=[aeiou])h(?![aeiou])", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_CONSONANTS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|dsch|dzh|dj|j", "c"), (r"sch|sh", "s"), (r"kh|ch", "h"), (r"gh", "g"), (r"ph", "f"),
        (r"th", "t"), (r"dh", "d"), (r"zh", "z"), (r"ck|q", "k"), (r"p", "b"), (r"x", "ks"),
        (r"(?<=[aeiou])h$", ""), (r"[aeiouywv]", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def sound(folded: str) -> str:
    """How a Latin or Cyrillic word sounds; empty if it is too short to tell."""
    script = script_of(folded)
    if script == "cyrillic":
        folded = "".join(_CYRILLIC.get(letter, letter) for letter in folded)
    elif script != "latin":
        return ""
    key = _rewritten(folded, _SPELLINGS)
    return key if len(key) >= _SHORTEST_SOUND and key.isalpha() else ""


def skeleton(folded: str) -> str:
    """The consonants of an Arabic or Latin word; empty if there are fewer than three."""
    script = script_of(folded)
    if script == "arabic":
        bare = folded.removeprefix("ال").removesuffix("ه")
        key = re.sub(r"(.)\1+", r"\1", "".join(_ARABIC.get(letter, "") for letter in bare))
    elif script == "latin":
        key = _rewritten(folded, _CONSONANTS)
    else:
        return ""
    return key if len(key) >= _SHORTEST_SKELETON else ""


def _rewritten(text: str, spellings: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in spellings:
        text = pattern.sub(replacement, text)
    return text
