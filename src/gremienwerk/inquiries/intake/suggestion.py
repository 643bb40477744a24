"""Which answer block fits a question, and why.

A block needs words of its own and, because "Wie oft …?" is also asked about street cleaning, a
word for committees in the question or, where it points back ("dieses Gremium"), among the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gremienwerk.core.german import join_words
from gremienwerk.inquiries.intake.parsed import Block

COMMITTEE = (
    r"\w*(?:gremi(?:um|en|ums)\b|arbeitskreis\w*|arbeitsgruppe\w*|arbeitsgemeinschaft\w*|lenkungs(?:gruppe|kreis|ausschuss)\w*|steuerungs(?:gruppe|kreis|runde|gremi)\w*|projektgruppe\w*"
    r"|netzwerk(?:e|en|s|treffen|arbeit)?\b|beir(?:at|äte|ats|äten)\b|fachforen|fachforum\w*|kommission(?:en)?\b|begleitgruppe\w*)|rund(?:e[rnm]?)\s+tisch\w*|\bAKs?\b|\bAGs?\b"
)
POINTS_BACK = r"\b(?:diese[rnms]?|jeweilig\w*|genannte\w*|betreffende\w*|aufgeführte\w*|sie|ihnen|einzelnen|treffen|sitzung\w*|zusammenk\w+|teilnehmer\w*|mitglieder|beteiligt\w*|teilnehmend\w*|teilnehmen|gäste)\b"
_MIGRANT_ORGANISATION = r"(?:migrant[\w*:_]*(?:selbst)?organisation\w*|migrant[\w*:_]*(?:verein|verb[aä]nd|gruppe|initiative|community|selbstorganisation)\w*|\bMSOs?\b|\bMOs?\b|(?:organisationen|vereine|verbände|selbstorganisationen)\s+(?:von|der)\s+(?:migrant\w*|zugewandert\w*|eingewandert\w*|menschen\s+mit\s+(?:migrations|zuwanderungs|einwanderungs)\w+))"


@dataclass(frozen=True, slots=True)
class _Sign:
    block: Block
    pattern: re.Pattern[str]
    weight: float
    alone: bool = False


def _sign(block: Block, pattern: str, weight: float, *, alone: bool = False) -> _Sign:
    return _Sign(block, re.compile(pattern, re.IGNORECASE), weight, alone)


_SIGNS = (
    _sign(Block.INSTITUTIONS, r"(?:institution\w*|organisationen|einrichtungen|vereine|verbände|träger|akteur\w*|partner\w*)\b.{0,60}\b(?:vertreten|beteiligt|teil|an)\b", 2),
    _sign(Block.INSTITUTIONS, r"\bsetz(?:t|en)\b.{0,60}\bzusammen|\bteilnehm(?:ende|er)\w*|\bwer\s+(?:nimmt|gehört|sitzt)\b", 2),
    _sign(Block.RHYTHM, r"wie\s+viele\s+(?:sitzungen|treffen|zusammenkünfte)|\b(?:sitzungen|treffen)\s+(?:pro|im)\s+jahr", 2.5),
    _sign(Block.OPENNESS, r"\bsteh(?:t|en)\b.{0,60}\boffen\b|\boffen\b", 2),
    _sign(Block.DIRECTORY, r"welche\w?\s+(?:\w+\s+){0,2}?" + _MIGRANT_ORGANISATION, 1.5, alone=True),
    _sign(Block.SEATS, r"\bmitglied\b|mitgliedschaft\w*|\bvertreten\b|\bents[ae]nd\w*|\bsitz(?:t|en|e)?\b", 2),
    _sign(Block.SEATS, r"initiator\w*|initiiert\w*|\binitiative\s+(?:ging|kam|für)|ins\s+leben\s+gerufen|gegründet|angestoßen", 3),
    _sign(Block.SEATS, r"federführ\w*|\bleitet\b|\bleitung\b|\bgeleitet\b|geschäftsführ\w*|\bvorsitz\w*|verantwortlich\w*|moderiert|einberuf\w*", 2),
    _sign(Block.SEATS, r"(?:welche\w?|in\s+welchen|an\s+welchen)\s+(?:\w+\s+){0,4}?" + COMMITTEE, 1.5),
    _sign(Block.SEATS, r"\b(?:beteilig\w*|mitwirk\w*|wirk\w*\s+mit|arbeite\w*\s+mit|mitarbeit\w*|nimmt|nehmen)\b.{0,80}(?:ressort|stadt|verwaltung|fachbereich|amt|abteilung)|(?:ressort|stadtverwaltung|verwaltung|fachbereich|abteilung\w*|stadt)\b.{0,120}\b(?:beteilig\w*|mitwirk\w*|wirk\w*\s+mit|arbeite\w*\s+mit|teil\b|vertreten)", 2),
    _sign(Block.INSTITUTIONS, r"institution\w*|organisationen\b|einrichtungen\b|akteur\w*|\bträger\w*|\bpartner\w*|\bverbände\b|\bvereine\b", 1.5),
    _sign(Block.INSTITUTIONS, r"teilnehm\w*|\bnehmen\b.{0,80}\bteil\b|\bbeteiligt\w*|\bzusammengesetzt|zusammensetzung\w*|\bgehör(?:en|t)\b.{0,60}\ban\b|\bangehör(?:en|t)\b|\bbesteh(?:en|t)\b.{0,40}\baus\b|mitgliedsorganisation\w*|\bdabei\b|\bmachen\b.{0,40}\bmit\b", 1.5),
    _sign(Block.INSTITUTIONS, r"auflist\w*|aufstellung|liste\b|aktuell\w*|derzeit\w*|zurzeit", 0.5),
    _sign(Block.RHYTHM, r"\bturnus\w*|\brhythmus\w*|wie\s+(?:oft|häufig|regelmäßig)|sitzungshäufigkeit|tagungshäufigkeit|häufigkeit|in\s+welche[nm]\s+(?:zeitlichen\s+)?(?:abst[aä]nd\w*|intervall\w*|zeitraum\w*)|\bfrequenz\b|sitzungs(?:turnus|rhythmus|termine)", 2.5),
    _sign(Block.RHYTHM, r"\btag(?:t|en)\b|\btreffen\b.{0,60}\bsich\b|\btrifft\b.{0,60}\bsich\b|\bsitzungen\b|\bkomm(?:t|en)\b.{0,60}\bzusammen\b|zusammen(?:kommen|treffen|kunft)|\bfind\w+\b.{0,60}\bstatt\b|getagt|\bversammel\w+", 1.5),
    _sign(Block.INVITATION, r"\beingeladen\b|einladung\w*|\blädt\b|\bladen\b.{0,60}\bein\b|\beinzuladen\b|\bladungs\w*|einladungs\w*|\bzu\s+den\s+(?:sitzungen|treffen)\s+gebeten", 3.5),
    _sign(Block.OPENNESS, r"\bgäste\w*|\bgast\b|außenstehend\w*|\bhospitier\w*|\boffen\s+für\b|\bzuhör\w*|\bteilnahme\s+(?:externer|weiterer|interessierter)\b|\bzugänglich\b", 2),
    _sign(Block.OPENNESS, r"protokoll\w*|niederschrift\w*|sitzungsunterlagen", 2.5),
    _sign(Block.OPENNESS, r"\böffentlich\w*|nichtöffentlich\w*|einsehbar|veröffentlicht\w*|\bvertraulich", 1.5),
    _sign(Block.TOPICS, r"schwerpunkt\w*|\bthem(?:a|en)\b|themenfeld\w*|\binhalt(?:e|en|lich\w*)\b|arbeitsinhalt\w*|\bbefass(?:t|en)\b|beschäftig(?:t|en)\b|\baufgabe\w*|auftr[aä]g\w*", 2),
    _sign(Block.TOPICS, r"\bziel(?:e|s|en|setzung\w*|stellung\w*|richtung)?\b|\bzweck\w*|übergeordnet\w*\s+ziel\w*|\bmandat\b|\bverfolg(?:t|en)\b", 2),
    _sign(Block.DIRECTORY, _MIGRANT_ORGANISATION, 3, alone=True),
    _sign(Block.DIRECTORY, r"\blist\w*|auflistung\w*|verzeichnis\w*|übersicht\w*|aufstellung\w*|datenbank\w*|adress\w*|internetseite\w*|homepage|webseite\w*|website", 1.5, alone=True),
)  # fmt: skip
_NAMES = {
    Block.SEATS: "wer in welchem Gremium sitzt und wer es leitet",
    Block.INSTITUTIONS: "welche Institutionen teilnehmen",
    Block.RHYTHM: "wie oft das Gremium tagt",
    Block.INVITATION: "wer wie eingeladen wird",
    Block.OPENNESS: "ob Gäste zugelassen und Protokolle zugänglich sind",
    Block.TOPICS: "welche Themen und Ziele das Gremium hat",
    Block.DIRECTORY: "welche Migrantenorganisationen es gibt",
}
_ENOUGH = {Block.DIRECTORY: 4.0, Block.INVITATION: 3.5, Block.RHYTHM: 2.5}


def suggest(text: str, *, context: str) -> tuple[Block | None, str]:
    """The answer block for a question with its reason in German; (None, "") where none fits.

    Args:
        text: the question with its parts.
        context: title and all questions, where the committees spoken of may be named.
    """
    near = bool(re.search(COMMITTEE, text, re.IGNORECASE))
    pointing = (
        bool(re.search(POINTS_BACK, text, re.IGNORECASE))
        and len(re.findall(COMMITTEE, context, re.IGNORECASE)) >= 2
    )
    scores: dict[Block, float] = {}
    words: dict[Block, list[str]] = {}
    for sign in _SIGNS:
        found = sign.pattern.search(text)
        if found and (near or pointing or sign.alone):
            scores[sign.block] = scores.get(sign.block, 0.0) + sign.weight
            words.setdefault(sign.block, []).append(_short(found.group()))
    if not re.search(_MIGRANT_ORGANISATION, text, re.IGNORECASE):
        scores.pop(Block.DIRECTORY, None)
    fitting = {block: score for block, score in scores.items() if score >= _ENOUGH.get(block, 2.0)}
    if not fitting:
        return None, ""
    best = max(fitting, key=lambda block: fitting[block])
    quoted = join_words([f"„{word}“" for word in words[best]])
    return best, f"Gefragt ist, {_NAMES[best]} (Stichworte: {quoted})."


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:18].rstrip()} … {words[-18:].lstrip()}"
