"""Names of units in sentences: "Das Jugendamt", "des Ressorts 204", "dem Kommunalen Integrationszentrum".

The gender follows from the last part of the head noun. Where it does not follow, the name stands in
quotation marks behind a noun that fits it ("die Einheit", "die Organisation", "das Gremium").
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
    ("beratung", "feminine"),
    ("regierung", "feminine"),
    ("stiftung", "feminine"),
    ("aufsicht", "feminine"),
    ("kammer", "feminine"),
    ("schaft", "feminine"),
    ("konferenz", "feminine"),
    ("initiative", "feminine"),
    ("hilfe", "feminine"),
    ("runde", "feminine"),
    ("jury", "feminine"),
    ("universität", "feminine"),
    ("forum", "neuter"),
    ("museum", "neuter"),
    ("bündnis", "neuter"),
    ("gymnasium", "neuter"),
    ("ausschuss", "masculine"),
    ("rat", "masculine"),
    ("tisch", "masculine"),
    ("bund", "masculine"),
    ("ring", "masculine"),
)
# "Ausländer- und Einbürgerungsbehörde": the last of the joined words decides.
_JOINED = re.compile(r"((?:\S+-,? )+und )(\S+)(.*)")
# "Sozialer Dienst" bends, "Talheimer Sportbund" does not: adjectives from names of places keep their "er".
_BENT_BEFORE_ER = re.compile(
    r"(?:isch|al|ell|lich|ig|sam|iv|är|end|rund|groß|klein|neu|frei|offen|erweitert)$", re.IGNORECASE
)
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

    @property
    def by(self) -> str:
        """Behind "von": "vom Jugendamt", "von der Ausländerbehörde"."""
        return f"von {self.dative}".replace("von dem ", "vom ", 1)

    @property
    def to(self) -> str:
        """Behind "zu": "zum Beirat", "zur Lenkungsgruppe"."""
        return f"zu {self.dative}".replace("zu dem ", "zum ", 1).replace("zu der ", "zur ", 1)


def unit_name(name: str) -> UnitName:
    """The name of a unit ready for sentences."""
    return known_name(name) or _quoted("Einheit", name, "feminine")


def organisation_name(name: str) -> UnitName:
    """The name of any organisation ready for sentences."""
    return known_name(name) or _quoted("Organisation", name, "feminine")


def committee_name(name: str) -> UnitName:
    """The name of a committee ready for sentences."""
    return known_name(name) or _quoted("Gremium", name, "neuter")


def known_name(name: str) -> UnitName | None:
    """A name whose gender follows from its head noun, ready for sentences; None for all others."""
    joined = _JOINED.fullmatch(name.strip())
    if joined and (gender := _gender(joined.group(2))):
        return _declined(gender, "", joined.group(1) + joined.group(2), joined.group(3).strip())
    first, _, rest = name.strip().partition(" ")
    gender = _gender(first)
    if gender:
        return _declined(gender, "", first, rest)
    second, _, last = rest.partition(" ")
    gender = _gender(second)
    if not gender or not first[:1].isupper():
        return None
    if first.endswith("er") and not _BENT_BEFORE_ER.search(first.removesuffix("er")):
        return _declined(gender, "", second, last, before=f"{first} ")
    if first.endswith(_ADJECTIVE_ENDINGS[gender]):
        return _declined(gender, first.removesuffix(_ADJECTIVE_ENDINGS[gender]), second, last)
    return None


def _quoted(noun: str, name: str, gender: Gender) -> UnitName:
    inner = name.strip().replace("„", "‚").replace("“", "‘")
    return _declined(gender, "", noun, f"„{inner}“")


def _gender(word: str) -> Gender | None:
    head = re.split(r"[-/]", word.casefold().strip(",;()"))[-1]
    return next((gender for ending, gender in _HEADS if head.endswith(ending)), None)


def _declined(gender: Gender, stem: str, noun: str, rest: str, *, before: str = "") -> UnitName:
    tail = f" {rest}" if rest else ""
    plain, weak = (f"{stem}e ", f"{stem}en ") if stem else (before, before)
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
    end = bare.casefold()
    sign = noun[len(bare) :]
    if end.endswith("nis"):
        return f"{bare}ses{sign}"
    return f"{bare}{'es' if end.endswith(('s', 'ß', 'x', 'z', 'tisch', 'bund', 'dienst')) else 's'}{sign}"
