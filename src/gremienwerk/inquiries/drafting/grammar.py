"""Counted nouns, cases and names: what German needs before a number may stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Literal, NamedTuple, TypeVar

from gremienwerk.bodies.models import Body
from gremienwerk.core.german import join_words, number_word

Value = TypeVar("Value")
Case = Literal["nominative", "genitive", "dative", "accusative"]


class Noun(NamedTuple):
    """A noun that is counted; ``dative_many`` only where it differs from ``many``."""

    one: str
    many: str
    feminine: bool = False
    genitive: str = ""
    dative_many: str = ""


COMMITTEE = Noun("Gremium", "Gremien", genitive="Gremiums")
INSTITUTION = Noun("Institution", "Institutionen", feminine=True)
MEETING = Noun("Sitzung", "Sitzungen", feminine=True)
PERSON = Noun("Einzelperson", "Einzelpersonen", feminine=True)
UNIT = Noun("Einheit", "Einheiten", feminine=True)
ENTRY = Noun("Eintrag", "Einträge", genitive="Eintrags", dative_many="Einträgen")
_ONE: dict[tuple[Case, bool], str] = {
    ("nominative", False): "ein",
    ("accusative", False): "ein",
    ("genitive", False): "eines",
    ("dative", False): "einem",
    ("nominative", True): "eine",
    ("accusative", True): "eine",
    ("genitive", True): "einer",
    ("dative", True): "einer",
}
_ONE_ALONE: dict[Case, str] = {
    "nominative": "eines",
    "accusative": "eines",
    "genitive": "eines",
    "dative": "einem",
}


class Wording(Enum):
    """Words for people in the three styles a body may choose: with star, in pairs, neutral."""

    OUTSIDERS = (
        "externe Akteur*innen",
        "externe Akteurinnen und Akteure",
        "externe Beteiligte",
    )
    PARTNERS_DATIVE = (
        "Kooperationspartner*innen",
        "Kooperationspartnerinnen und Kooperationspartnern",
        "kooperierenden Einrichtungen",
    )


def worded(wording: Wording, *, body: Body) -> str:
    """The word in the style of the body."""
    star, pair, neutral = wording.value
    return {Body.GenderStyle.STAR: star, Body.GenderStyle.PAIR: pair}.get(
        Body.GenderStyle(body.gender_style), neutral
    )


def counted(number: int, noun: Noun, case: Case = "nominative") -> str:
    """A counted noun without article: "ein Gremium", "einem Gremium", "zwölf Gremien", "kein Gremium"."""
    many = noun.dative_many if case == "dative" and noun.dative_many else noun.many
    if number > 1:
        return f"{number_word(number)} {many}"
    article = _ONE[case, noun.feminine]
    word = noun.genitive if case == "genitive" and noun.genitive else noun.one
    return f"{article if number else 'k' + article} {word}"


def share(number: int, total: int, case: Case = "nominative") -> str:
    """Some of all committees: "drei der zwölf Gremien", "alle zwölf Gremien", "eines der zwölf Gremien"."""
    if total == 1:
        known = {"nominative": "das", "accusative": "das", "genitive": "des", "dative": "dem"}
        return f"{known[case]} {COMMITTEE.genitive if case == 'genitive' else COMMITTEE.one}"
    if number == total:
        everything = {"nominative": "alle", "accusative": "alle", "genitive": "aller", "dative": "allen"}
        which = "beide" if total == 2 else ""
        if which:
            ending = {"nominative": "", "accusative": "", "genitive": "r", "dative": "n"}
            return f"{which}{ending[case]} Gremien"
        return f"{everything[case]} {number_word(total)} Gremien"
    return f"{some(number, case)} der {'beiden' if total == 2 else number_word(total)} Gremien"


def some(number: int, case: Case = "nominative", *, feminine: bool = False) -> str:
    """A number that stands by itself for committees, or for a feminine noun: "eines", "keines", "eine", "drei"."""
    if number > 1:
        return number_word(number)
    if feminine:
        return _ONE[case, True] if number else f"k{_ONE[case, True]}"
    return _ONE_ALONE[case] if number else f"k{_ONE_ALONE[case]}"


def verb(number: int, one: str, many: str) -> str:
    """The verb that agrees: none and one take the singular."""
    return many if number > 1 else one


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def names_inline(names: Iterable[str]) -> str:
    """An enumeration of names; with semicolons where a name itself holds a comma, or an "und" in a longer list."""
    listed = list(names)
    if len(listed) == 2 and not any("," in name for name in listed):
        return join_words(listed, last="sowie" if any(" und " in name for name in listed) else "und")
    if any("," in name or " und " in name for name in listed) and len(listed) > 1:
        return "; ".join(listed)
    return join_words(listed)


def phrases_inline(phrases: Iterable[str]) -> str:
    """An enumeration inside a sentence of names that bring their article: "des Jugendamts und des Jobcenters"."""
    listed = list(phrases)
    if len(listed) > 1 and any("," in one for one in listed):
        return f"{'; '.join(listed[:-1])} sowie {listed[-1]}"
    return join_words(listed, last="sowie" if any(" und " in one for one in listed) else "und")


def quoted(text: str) -> str:
    """Recorded words in quotation marks, without their full stop."""
    return f"„{phrase(text).replace('„', '‚').replace('“', '‘')}“"


def sentence(text: str) -> str:
    """Free text as a sentence of its own: trimmed, with one full stop."""
    trimmed = text.strip()
    return trimmed if not trimmed or trimmed[-1] in ".!?" else f"{trimmed}."


def phrase(text: str) -> str:
    """Free text as part of a sentence: trimmed, without its full stop."""
    return text.strip().rstrip(".")


def in_groups(items: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    """Second elements by their first, in order of appearance."""
    found: dict[str, list[Value]] = {}
    for key, value in items:
        found.setdefault(key, []).append(value)
    return found


def one_sentence_each(parts: Sequence[str]) -> str:
    """Sentences one after the other; empty ones are left out."""
    return " ".join(part for part in parts if part)
