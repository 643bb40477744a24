"""Names of units in sentences: "Das Jugendamt", "des Ressorts 204", "dem Kommunalen Integrationszentrum".

The gender follows from the last part of the head noun. Where it does not follow, the name stands in
quotation marks behind "die Einheit", which is never wrong.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Gender = Literal["masculine", "feminine", "neuter"]

_HEADS: tuple[tuple[str, Gender], ...] = (
    ("amt", "neuter"),
    ("ressort", "neuter"),
    ("dezernat", "neuter"),
    ("referat", "neuter"),
    ("team", "neuter"),
    ("zentrum", "neuter"),
    ("büro", "neuter"),
    ("sachgebiet", "neuter"),
    ("institut", "neuter"),
    ("netzwerk", "neuter"),
    ("haus", "neuter"),
    ("jobcenter", "neuter"),
    ("sekretariat", "neuter"),
    ("ministerium", "neuter"),
    ("werk", "neuter"),
    ("bereich", "masculine"),
    ("dienst", "masculine"),
    ("betrieb", "masculine"),
    ("stab", "masculine"),
    ("verband", "masculine"),
    ("verein", "masculine"),
    ("kreis", "masculine"),
    ("stelle", "feminine"),
    ("abteilung", "feminine"),
    ("gruppe", "feminine"),
    ("behörde", "feminine"),
    ("verwaltung", "feminine"),
    ("koordination", "feminine"),
    ("koordinierung", "feminine"),
    ("beauftragung", "feminine"),
    ("leitung", "feminine"),
    ("bibliothek", "feminine"),
    ("schule", "feminine"),
    ("agentur", "feminine"),
    ("stadt", "feminine"),
    ("gemeinde", "feminine"),
    ("einheit", "feminine"),
    ("förderung", "feminine"),
    ("planung", "feminine"),
)
# "Ausländer- und Einbürgerungsbehörde": the last of the joined words decides.
_JOINED = re.compile(r"((?:\S+-,? )+und )(\S+)(.*)")
_ADJECTIVE_ENDINGS: dict[Gender, str] = {"neuter": "es", "masculine": "er", "feminine": "e"}
_ARTICLES: dict[Gender, tuple[str, str, str, str]] = {
    "masculine": ("der", "des", "dem", "den"),
    "neuter": ("das", "des", "dem", "das"),
    "feminine": ("die", "der", "der", "die"),
}


class UnitName(NamedTuple):
    """A unit's name in the cases that sentences need, each with its article; no capital letter."""

    nominative: str
    genitive: str
    dative: str
    accusative: str
    gender: Gender

    @property
    def possessive(self) -> str:
        """Before a plural in the genitive: "seiner" or "ihrer"."""
        return "ihrer" if self.gender == "feminine" else "seiner"


def unit_name(name: str) -> UnitName:
    """The name of a unit ready for sentences."""
    joined = _JOINED.fullmatch(name.strip())
    if joined and (gender := _gender(joined.group(2))):
        return _declined(gender, "", joined.group(1) + joined.group(2), joined.group(3).strip())
    first, _, rest = name.strip().partition(" ")
    gender = _gender(first)
    if gender:
        return _declined(gender, "", first, rest)
    second, _, last = rest.partition(" ")
    gender = _gender(second)
    if gender and first.endswith(_ADJECTIVE_ENDINGS[gender]) and first[:1].isupper():
        stem = first.removesuffix(_ADJECTIVE_ENDINGS[gender])
        return _declined(gender, stem, second, last)
    quoted = f"Einheit „{name.strip()}“"
    return UnitName(f"die {quoted}", f"der {quoted}", f"der {quoted}", f"die {quoted}", "feminine")


def _gender(word: str) -> Gender | None:
    head = re.split(r"[-/]", word.casefold().strip(",;()"))[-1]
    return next((gender for ending, gender in _HEADS if head.endswith(ending)), None)


def _declined(gender: Gender, stem: str, noun: str, rest: str) -> UnitName:
    tail = f" {rest}" if rest else ""
    plain, weak = (f"{stem}e ", f"{stem}en ") if stem else ("", "")
    articles = _ARTICLES[gender]
    return UnitName(
        f"{articles[0]} {plain}{noun}{tail}",
        f"{articles[1]} {weak}{_genitive(noun, gender)}{tail}",
        f"{articles[2]} {weak}{noun}{tail}",
        f"{articles[3]} {weak if gender == 'masculine' else plain}{noun}{tail}",
        gender,
    )


def _genitive(noun: str, gender: Gender) -> str:
    if gender == "feminine":
        return noun
    bare = noun.rstrip(",;")
    sign = noun[len(bare) :]
    return f"{bare}{'es' if bare.endswith(('s', 'ß', 'x', 'z')) else 's'}{sign}"
