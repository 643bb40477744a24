"""How much a text looks like a question or request of a council member."""

from __future__ import annotations

import re

_ASKING = re.compile(
    r"^(?:und\s+|oder\s+|aber\s+|daher\s+)?(?:(?:in|an|auf|aus|bei|durch|für|gegen|hinter|mit|nach|seit|über|um|unter|von|vor|wegen|zu|zum|zur|ab|bis)\s+)?"
    r"(?:wie\b|wieviele?\b|wer\b|wen\b|wem\b|wessen\b|was\b|wann\b|wo\b|woran\b|worauf\b|worin\b|wodurch\b|wofür\b|woher\b|wohin\b|womit\b|wonach\b"
    r"|worüber\b|wozu\b|wovon\b|warum\b|weshalb\b|wieso\b|weswegen\b|inwiefern\b|inwieweit\b|welch\w*\b|was für\b|ob\b)",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(
    r"^(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|kann|können|könnte|könnten|gibt|gab|gäbe|soll|sollen|sollte|sollten"
    r"|darf|dürfen|muss|müssen|liegt|liegen|besteht|bestehen|plant|planen|beabsichtigt|beabsichtigen|trifft|treffen|hält|sieht|sehen|teilt"
    r"|welche|existiert|existieren|stehen|steht|stimmt|fand|fanden|findet|finden|befasst|erfolgt|erfolgte|kommt|kommen|verfügt|unterstützt"
    r"|wäre|wären|würde|würden|falls|wenn|sofern)\b",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\b(?:(?:wir|ich)\s+(?:bitten?|beantragen?|fragen?|wünschen|möchten?|fordern)|bitten\s+wir|beantragen\s+wir|fragen\s+wir|möchten\s+wir\s+wissen"
    r"|wird\s+(?:gebeten|um|dargestellt|aufgezeigt|dargelegt|berichtet|erläutert|mitgeteilt|aufgelistet)|bitte\b|bitte\s+um\b|wird\s+beauftragt"
    r"|(?:die\s+(?:stadt)?verwaltung|der\s+(?:ober)?bürgermeister(?:in)?|der\s+magistrat)\s+(?:möge|soll|wird|stellt|legt|berichtet|erläutert|teilt|nennt|prüft|gibt)"
    r"|es\s+(?:wird|soll|ist|möge)\s+|auflistung|aufstellung|aufschlüsselung|darstellung\s+der|um\s+auskunft|hätten?\s+(?:wir\s+)?gerne?)",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b(?:wir|ich|fraktion(?:en)?|die\s+\w*antragsteller\w*)\b[^.?!]{0,80}\bbeantrag(?:en|t|e)\b|\bbeantrag(?:en|e)\s+(?:wir|ich|daher|hiermit)\b|\bes\s+wird\s+beantragt\b"
    r"|\b(?:hiermit|daher)\s+beantrag|\bstell(?:en|t|e)\s+(?:wir\s+|ich\s+)?(?:daher\s+|hiermit\s+|folgenden\s+)*(?:den\s+)?antrag\b"
    r"|^antrag\s*:|\bder\s+(?:rat|ausschuss|stadtrat|gemeinderat|kreistag)\s+möge\s+beschließen\b|\bbeschließt\s*:?$|\bwird\s+beauftragt\b",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"(?:\bfrag(?:en|e|t)\b|\banfragen?\b|\bbitte[nt]?\b|\bauskunft\b|\bbeantwort\w+|\bwissen\b|\binteressiert\b|\bbeantragen\b|\berkundigt\b)",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:bericht\w*|auskunft|darzustellen|darstellen|erläutern|mitzuteilen|mitteilen|beantwort\w+|fragen|fragestellungen|informationen|stellungnahme)\b",
    re.IGNORECASE,
)
_OWN_QUESTION = re.compile(
    r"\b(?:ob|wie|wann|wo|wer|wem|was|warum|welche\w*|inwie\w+)\b(?!\s+folgt)", re.IGNORECASE
)
_FOLLOW_UP = re.compile(
    r"^(?:wenn\b|falls\b|sofern\b|und\s+(?:wenn|falls|warum|wie|wer|was|wann)|bitte\b|wir\s+bitten\b|ansonsten\b|warum\s+nicht|(?:welche|wie\s+viele|warum|wann)\s*\?|wenn\s+ja|wenn\s+nein|ggf\.|andernfalls\b"
    r"|hierbei\b|dabei\b)",
    re.IGNORECASE,
)
_MARK_IN_QUOTES = re.compile(r"[„“\"»(][^„“”\"«»()]*\?[^„“”\"«»()]*[“”\"«)]")


def is_asking(text: str) -> bool:
    """Whether the text contains a question mark outside quotations and brackets."""
    return "?" in _MARK_IN_QUOTES.sub("", text)


def likeness(text: str) -> float:
    """From about -1 (a name, a street) to 5 (a full question)."""
    score = -0.5
    if is_asking(text):
        score += 3.5
    if _ASKING.match(text) or _VERB_FIRST.match(text):
        score += 1.0
    if _REQUEST.search(text):
        score += 2.0
    return score


def is_request(text: str) -> bool:
    """Whether the text asks for something without a question mark."""
    return bool(_REQUEST.search(text))


def is_motion(text: str) -> bool:
    """Whether the item wants a decision or an act ("Wir beantragen …") and not only an answer."""
    return bool(_MOTION.search(text)) and not text.rstrip().endswith("?")


def introduces(text: str) -> bool:
    """Whether the text announces questions ("Hierzu fragen wir:")."""
    return bool(_INTRO.search(text)) and (text.rstrip().endswith((":", "…", "...")) or len(text) < 90)


def requests_list(text: str) -> bool:
    """Whether the text asks for what a list below it names ("Die Verwaltung möge berichten:").

    A sentence with a question word of its own asks itself, and the list only completes it.
    """
    return text.rstrip().endswith(":") and bool(_WANTS.search(text)) and not _OWN_QUESTION.search(text)


def follows_up(text: str) -> bool:
    """Whether the text goes on with a question already asked ("Wenn nicht, bitte …")."""
    return bool(_FOLLOW_UP.match(text)) or next_sentence(text).endswith("?")


def depends(text: str) -> bool:
    """Whether a sentence makes sense only after another one ("Wenn nicht, warum?")."""
    return bool(_FOLLOW_UP.match(text))


def next_sentence(text: str) -> str:
    """The text up to its first sentence end."""
    return sentences(text)[0] if text.strip() else ""


_SENTENCE_END = re.compile(r"(?<=[.?!])(?:[\"”“)]*)\s+(?=[A-ZÄÖÜ„\"(0-9–-])")
_NO_END = re.compile(
    r"(?:\b(?:z\.\s?B|bzw|ca|Nr|Abs|Art|vgl|ggf|Dr|Prof|St|Str|u\.\s?a|d\.\s?h|v\.\s?a|z\.\s?T|o\.\s?g|o\.\s?ä|i\.\s?d\.\s?R|inkl|evtl|sog|bspw|max|min|Mio|Mrd|lt|gem|usw|etc|S|Tel)|\b\d{1,2}|\b[A-Z])\.$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text; abbreviations and ordinal numbers do not end one."""
    found: list[str] = []
    held = ""
    for piece in _SENTENCE_END.split(text.strip()):
        held = f"{held} {piece}".strip()
        if not _NO_END.search(held):
            found.append(held)
            held = ""
    return [*found, held] if held else found
