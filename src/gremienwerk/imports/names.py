"""Names as tables write them: shortened, with remarks in parentheses, with spellings in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from gremienwerk.core.dates import VagueDate
from gremienwerk.core.german import fold
from gremienwerk.organisations.models import Organisation

_LEGAL_FORM = re.compile(r"(?: (?:e v|ev|e g|eg|gmbh|ggmbh|g gmbh|mbh))+$")
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ](?:[.\-]?[A-ZÄÖÜ0-9]){1,9}\.?")
_LATER = re.compile(r"(?:später|früher|ehemals|vormals|jetzt|heute|neu|auch)\s+(.+)", re.IGNORECASE)
_SPELLINGS = re.compile(r"\b(schreibweisen?|auch|namensabweichung|bekannt als|kurz)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[„“\"]([^„“”\"]{2,200})[“”\"]")
_GENERIC = re.compile(r"^(initiative|verein|gruppe|projekt|netzwerk|stadtteilinitiative) ")
_UNIT_WORDS = frozenset(
    {
        "ressort",
        "team",
        "fachbereich",
        "abteilung",
        "dezernat",
        "amt",
        "verein",
        "initiative",
        "gruppe",
        "stadt",
        "kreis",
    }
)


@dataclass(eq=False)
class OrganisationEntry:
    """An organisation of the register, or one that the import will found; ``record`` is set once it exists."""

    name: str
    short_name: str = ""
    kinds: list[str] = field(default_factory=list)
    parent: OrganisationEntry | None = None
    founded: VagueDate | None = None
    dissolved: VagueDate | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)
    note: str = ""
    is_administration: bool = False
    record: Organisation | None = None


class SplitName(NamedTuple):
    """A name taken apart: what stands in parentheses is a short name, another name, or a remark."""

    name: str
    short_name: str
    aliases: tuple[str, ...]
    remark: str


def split_name(text: str) -> SplitName:
    """Take the last parenthesis off a name and say what it is.

    An abbreviation is the short name, a single word or „später …“ another name, anything else a remark.
    """
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    if not found:
        return SplitName(text, "", (), "")
    name, inside = found.group(1).strip(), found.group(2).strip()
    if _ABBREVIATION.fullmatch(inside):
        return SplitName(name, inside, (), "")
    later = _LATER.fullmatch(inside)
    if later:
        return SplitName(name, "", (later.group(1).strip(),), inside)
    if re.fullmatch(r"[A-ZÄÖÜ][\wäöüß-]+", inside):
        return SplitName(name, "", (inside,), "")
    return SplitName(name, "", (), inside)


def quoted_spellings(*, remark: str, name: str) -> list[str]:
    """Other spellings that a remark quotes clearly, as in: Schreibweisen: „A“, „B“."""
    found: list[str] = []
    for sentence in remark.split(";"):
        if _SPELLINGS.search(sentence):
            found += [spelling.strip() for spelling in _QUOTED.findall(sentence)]
    return [spelling for spelling in dict.fromkeys(found) if spelling and spelling != name]


class NameIndex:
    """Finds organisations by the names tables give them; nothing is found that is not unambiguous."""

    def __init__(self, *, city: str) -> None:
        """``city`` is the place whose name tables leave out: „Jobcenter“ for „Jobcenter Wuppertal“."""
        self._city = fold(city).split()[:1]
        self._by_form: dict[str, list[OrganisationEntry]] = {}
        self._by_reduced: dict[str, list[OrganisationEntry]] = {}
        self._by_words: dict[str, list[OrganisationEntry]] = {}

    def add(self, entry: OrganisationEntry) -> None:
        """Make an entry findable by its name, its parts, its short name and its other names."""
        names = [entry.name, entry.short_name, *entry.name.split(" / "), *entry.aliases]
        for form in dict.fromkeys(fold(name) for name in names if fold(name)):
            _file(self._by_form, form, entry)
            _file(self._by_reduced, self._reduced(form), entry)
            if _has_numbers(form):
                _file(self._by_words, _without_numbers(form), entry)

    def find(self, text: str, *, by_beginning: bool = True) -> list[OrganisationEntry]:
        """The organisations a text may mean: one if it is clear, several if not, none if unknown.

        Tried in order: the name itself; the name without legal form and city; without its number („Ressort
        Zuwanderung …“ for „Ressort 204 Zuwanderung …“); without a leading „Initiative“ or the like; and, if
        allowed, its beginning („Ressort 204“).
        """
        wanted = fold(text)
        bare = _GENERIC.sub("", wanted)
        found = (
            self._by_form.get(wanted)
            or self._by_reduced.get(self._reduced(wanted))
            or self._by_words.get(wanted)
            or (self._by_form.get(bare) if bare != wanted else None)
            or (self._beginning_with(wanted) if by_beginning else None)
        )
        return list(found or [])

    def same_name(self, name: str) -> OrganisationEntry | None:
        """The entry with exactly this name, spelling aside."""
        return next(
            (entry for entry in self._by_form.get(fold(name), []) if fold(entry.name) == fold(name)), None
        )

    def reduced(self, name: str) -> str:
        """A name without what does not tell organisations apart."""
        return self._reduced(fold(name))

    def _beginning_with(self, wanted: str) -> list[OrganisationEntry]:
        if not wanted or wanted in _UNIT_WORDS:
            return []
        found: list[OrganisationEntry] = []
        for form, entries in self._by_form.items():
            if form.startswith(f"{wanted} "):
                found += [entry for entry in entries if entry not in found]
        return found

    def _reduced(self, folded: str) -> str:
        bare = _LEGAL_FORM.sub("", folded)
        words = [word for word in bare.split() if word not in self._city]
        return " ".join(words) or bare


def _file(shelf: dict[str, list[OrganisationEntry]], form: str, entry: OrganisationEntry) -> None:
    entries = shelf.setdefault(form, [])
    if entry not in entries:
        entries.append(entry)


def _has_numbers(folded: str) -> bool:
    return any(word.isdigit() for word in folded.split()) and len(_without_numbers(folded).split()) > 1


def _without_numbers(folded: str) -> str:
    return " ".join(word for word in folded.split() if not word.isdigit())
