"""Who takes part, as tables name it: organisations, or words for many („Vereine“, „Akteurinnen und Akteure“).

Words for many stay text for ever: "all partners of the project" is never an organisation (design.md, 3). The
order of the tests is the order of their certainty; each gives its reason for the report.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from gremienwerk.core.german import fold
from gremienwerk.imports.names import NameIndex, OrganisationEntry, split_name


class Reading(StrEnum):
    """How a participant was read."""

    KNOWN = "bekannt"
    NAMED = "Organisation"
    COLLECTIVE = "Text"


class Participant(NamedTuple):
    """A participant as read; ``remark`` is what stood in parentheses, ``reason`` why it was read so."""

    text: str
    reading: Reading
    entry: OrganisationEntry | None
    name: str
    remark: str
    reason: str


_LEGAL_FORM = re.compile(r"\b(e\. ?V\.|eV|gGmbH|GmbH|eG|AG|gUG|Stiftung|KdöR|AöR)(?=\W|$)")
_UNIT = re.compile(
    r"^(Ressort|Dezernat|Fachbereich|Fachdienst|Amt|Abteilung|Geschäftsbereich)\s+\d+", re.IGNORECASE
)
_COUNTED = re.compile(
    r"^(rund|etwa|ca\.?|circa|bis zu|mehr als|über|je|jeweils)?\s*\d+\b|^(zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\s",
    re.IGNORECASE,
)
_QUANTIFIED = re.compile(
    r"^(alle[rsn]?|alle|verschiedene|weitere|viele|mehrere|diverse|sonstige|andere|einige|zahlreiche|sämtliche|jede[rs]?|"
    r"interessierte|örtliche|lokale|relevante|die|der|das|den|seit|ggf\.?|u\. ?a\.?|z\. ?b\.?)\s", re.IGNORECASE
)  # fmt: skip
_AND_OTHERS = re.compile(r"\b(u\. ?a\.|unter anderem|und andere|u\. ?v\. ?m\.|usw\.?|etc\.?)", re.IGNORECASE)
_ABSTRACT = frozenset(
    {
        "verwaltung", "stadtverwaltung", "ehrenamt", "hauptamt", "politik", "wirtschaft", "wissenschaft", "zivilgesellschaft",
        "stadtgesellschaft", "presse", "oeffentlichkeit", "wohlfahrtspflege", "freie wohlfahrtspflege", "rat", "stadtrat",
        "nachbarschaft", "bevoelkerung", "praxis", "fachoeffentlichkeit", "jugendhilfe", "sozialwirtschaft", "kultur",
        "sport", "bildung",
    }
)  # fmt: skip
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9.\-]{1,11}")
_AREA = re.compile(r"^\w+(arbeit|wesen|landschaft|szene)$")
#: Endings of nouns in the plural that name many of a kind; compared with the first noun, where the name begins.
_PLURAL = re.compile(
    r"(initiativen|vereine|vereinen|verbaende|verbaenden|organisationen|gemeinden|gemeinschaften|einrichtungen|traeger|"
    r"traegern|dienste|diensten|schulen|mitglieder|mitgliedern|akteure|akteuren|akteurinnen|engagierte|engagierten|"
    r"ehrenamtliche|ehrenamtlichen|freiwillige|vertreter|vertreterinnen|vertretungen|vertretende|partner|partnerinnen|"
    r"partnern|moscheen|kirchen|kitas|institutionen|behoerden|aemter|fachkraefte|leitungskraefte|lehrkraefte|buerger|"
    r"buergerinnen|einwohner|einwohnerinnen|bewohner|bewohnerinnen|anwohner|familien|eltern|jugendliche|frauen|maenner|"
    r"gefluechtete|migranten|migrantinnen|zugewanderte|konfessionen|religionen|fraktionen|parteien|unternehmen|betriebe|"
    r"kommunen|staedte|gruppen|stellen|bueros|haeuser|zentren|projekte|netzwerke|ressorts|fachbereiche|teams|hochschulen|"
    r"beauftragte|beauftragten|beratungsstellen|interessierte|interessierten|beteiligte|beteiligten|betroffene|"
    r"patinnen|paten|lotsen|lotsinnen|sozialarbeiter|sozialarbeiterinnen|teilnehmende|gaeste|akteur innen|buendnisse|"
    r"wohlfahrtsverbaende|personen|menschen|kraefte|gewerkschaften|kammern|medien|sportvereine|traegerinnen)$"
)
_INNER_PLURAL = re.compile(r"\b\w+[*:_]innen\b|/-?innen\b", re.IGNORECASE)


def read_participant(*, text: str, index: NameIndex, committees: frozenset[str]) -> Participant:
    """Say whether a participant is an organisation.

    Args:
        text: one part of the cell, as it stands.
        index: the organisations of the register and of the tables.
        committees: folded names of committees; a committee holds no seat, its name stays text.
    """
    split = split_name(text)
    remark = split.remark or split.short_name or (split.aliases[0] if split.aliases else "")
    return _known(text, split.name, remark, index) or _judged(text, split.name, remark, committees)


def _known(text: str, name: str, remark: str, index: NameIndex) -> Participant | None:
    """The participant if the register or the tables know it; text if they know several of that name."""
    for candidate, said in ((text, ""), (name, remark)):
        found = index.find(candidate, by_beginning=not _why_collective(candidate))
        if len(found) == 1:
            above = found[0].parent
            kept = "" if above is not None and above in index.find(said) else said
            return Participant(text, Reading.KNOWN, found[0], candidate, kept, f"ist „{found[0].name}“")
        if found:
            names = ", ".join(f"„{entry.name}“" for entry in found[:3])
            return _collective(text, f"nicht eindeutig ({names})")
    return None


def _judged(text: str, name: str, remark: str, committees: frozenset[str]) -> Participant:
    """A participant nobody knows yet, judged by the form of its name."""
    collective = _why_collective(name)
    if fold(name) in committees:
        return _collective(text, "ist selbst ein Gremium; Sitze haben nur Organisationen")
    if _LEGAL_FORM.search(name):
        reason = "Rechtsform im Namen"
    elif _UNIT.match(name):
        reason = "Einheit mit Nummer"
    elif collective:
        return _collective(text, collective)
    else:
        reason = "Abkürzung als Eigenname" if _ABBREVIATION.fullmatch(name) else "Eigenname in der Einzahl"
    return Participant(text, Reading.NAMED, None, name[:1].upper() + name[1:], remark, reason)


def _why_collective(name: str) -> str:
    """The sign of a word for many, empty if there is none."""
    folded = fold(name)
    if _is_counted(name):
        return "gezählte Beteiligte, kein Name"
    if _QUANTIFIED.match(name) or _AND_OTHERS.search(name):
        return "Sammelbezeichnung („alle“, „weitere“, „u. a.“ …)"
    if folded in _ABSTRACT or _AREA.match(folded):
        return "Bereich, keine einzelne Organisation"
    if _INNER_PLURAL.search(name) or any(_PLURAL.search(noun) for noun in _leading_nouns(name)):
        return "Mehrzahl, keine einzelne Organisation"
    if "," in name and " und " in name:
        return "Aufzählung, keine einzelne Organisation"
    return ""


def _leading_nouns(name: str) -> list[str]:
    """The first capitalised word, and the second where the first may be an adjective („Freie Träger“), folded."""
    words = [word for word in re.split(r"[\s,]+", name) if word[:1].isupper()] or name.split()
    may_be_adjective = bool(re.search(r"(e|er|es|en)$", words[0])) if words else False
    return [fold(word) for word in words[: 2 if may_be_adjective else 1]]


def _is_counted(name: str) -> bool:
    return bool(_COUNTED.match(name)) and not _LEGAL_FORM.search(name)


def _collective(text: str, reason: str) -> Participant:
    return Participant(text, Reading.COLLECTIVE, None, text, "", reason)
