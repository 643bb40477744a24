"""Who asks, and what kind of paper it is."""

from __future__ import annotations

import re

from gremienwerk.inquiries.intake.letterhead import is_label

_PERSON = re.compile(
    r"^(?:Herr\s+|Frau\s+)?(?:Stadt(?:rat|rätin|räte|verordnete[rn]?)|Gemeinde(?:rat|rätin|vertreter(?:in)?)|Rats(?:herr|frau|mitglied|mitglieder)|Kreistagsmitglied\w*|Kreis(?:rat|rätin)"
    r"|Bezirks(?:verordnete[rn]?|vertreter(?:in)?|rätin)|Ortschaftsrätin|Herr\s+Ortschaftsrat|Ortsbeirat\w*|Einzelmandatsträger\w*|Mitglied\s+des\s+\w+|MdL|Sachkundige[rn]?\s+\w+)\s+[A-ZÄÖÜ].{2,70}$"
)
_GROUP_LINE = re.compile(
    r"fraktion\w*|\bGruppe\s+[A-ZÄÖÜ]|Wählergruppe|Ratsgruppe|Fraktionsgemeinschaft|Wählergemeinschaft",
    re.IGNORECASE,
)
_PARTY = (
    r"(?:CDU|CSU|SPD|FDP|AfD|FW|BSW|Volt|Linke|DIE\s+LINKE|Die\s+Linke|GRÜNE|Grüne|Die\s+PARTEI|Piraten|ÖDP|BÜNDNIS\s*90\s*/\s*DIE\s+GRÜNEN|Bündnis\s*90\s*/\s*Die\s+Grünen"
    r"|KAL|GfK|FÜR\s+Karlsruhe|Freie\s+Wähler|FREIE\s+WÄHLER|UWG|BfW|WfW|Tierschutz\w*|dieBasis|GUT|Klima\s*Freunde)"
)
_PARTY_LINE = re.compile(
    rf"^(?:Anfrage|Antrag|Anfragende|Kleine\s+Anfrage|Große\s+Anfrage)\s*:\s*({_PARTY}(?:\s*[/,+&-]\s*\w[\w\s]{{0,20}})*)$",
    re.IGNORECASE,
)
_PARTY_ONLY = re.compile(rf"^{_PARTY}(?:\s*(?:[/,+&]|und)\s*{_PARTY})*$")
_LABELLED = re.compile(
    r"^(?:Eingereicht\s+(?:von|durch)|Einreicher(?:/in|in|\*in|:in)?|Antragsteller(?:/in|in|\*in|:in|/-in)?(?:nen)?|Fragesteller(?:/in|in|\*in|:in|/-in)?(?:nen)?|Anfragesteller(?:in)?|Anfragende[rn]?|Anfragensteller|Verfasser(?:in)?|Urheber(?:in)?|Absender(?:in)?|Anfrage\s+von)\s*:?\s*(.*)$",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(
    r"\bAnfrage(?:n)?\s+(?:\w+\s+)?(?:der|des|von)\s+(.+?)(?=\s+(?:vom|zur?m?|an|für|betreffend|im\s+Rat|in\s+der|gemäß|nach|hinsichtlich|\(|über|bezüglich)\b|\s*[:,„\"–]|\s+-\s|$)",
    re.IGNORECASE,
)
_OPEN_NAME = re.compile(
    r"\b(?:BÜNDNIS|Bündnis|90|90\s?/|DIE|Die|Freie|FREIE|FÜR|und|der|(?<=\s)Fraktion(?:en)?|Frau|Herr|Stadtr\w+),?$"
)
_NO_NAME = re.compile(r"[.?!:]$|\b(?:stellt|fragt|bittet|vorsitz\w*|geschäft\w*)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    rf"\b(?:Die|die|der|Der)\s+((?:[\w/Ö.-]+\s+){{0,3}}?[\w/.-]*[Ff]raktion(?:en)?(?:\s+(?:{_PARTY}|[A-ZÄÖÜ][\w/.-]+))*)\s+(?:stellt|bittet|fragt|richtet|möchte|beantragt|hat)\b"
)
_KINDS = (
    (r"Antwort\s+auf\s+die\s+(große|kleine|mündliche|schriftliche)\s+Anfrage", "Antwort auf die {0} Anfrage"),
    (r"(?:Antwort|Beantwortung)\s+(?:\w+\s+){0,4}?(Großen|Kleinen)\s+Anfrage", "Antwort auf die {0} Anfrage"),
    (r"Stellungnahme\s+(?:der\s+\w+\s+)?zu(?:r|\s+der|\s+einer)?\s+(?:\w+\s+)?Anfrage", "Stellungnahme zur Anfrage"),
    (r"^(?:Antwort|Beantwortung)\b(?:\s+(?:der|des)\s+\w+)?\s+(?:auf|zu|zur|der|einer|von)\b.{0,40}\bAnfrage", "Antwort auf die Anfrage"),
    (r"^(?:Antwort(?:\s+der\s+(?:Stadt)?[Vv]erwaltung)?|Beantwortung\s+der\s+(?:Stadt)?[Vv]erwaltung)\s*:?$", "Antwort auf die Anfrage"),
    (r"^Stellungnahme(?:\s+der\s+(?:Stadt)?[Vv]erwaltung)?\s*:?$", "Stellungnahme zur Anfrage"),
    (r"^(?:Anfragen-?\s?Beantwortung|Anfragebeantwortung)\b", "Antwort auf die Anfrage"),
    (r"\bGro(?:ß|ss)e\s+Anfrage", "Große Anfrage"),
    (r"\bKleine\s+Anfrage", "Kleine Anfrage"),
    (r"\bGemeinsame\s+Anfrage", "Gemeinsame Anfrage"),
    (r"\bDring(?:liche|lichkeits)-?\s?anfrage", "Dringliche Anfrage"),
    (r"\bMündliche\s+Anfrage", "Mündliche Anfrage"),
    (r"\bSchriftliche\s+Anfrage", "Schriftliche Anfrage"),
    (r"\b(?:Einwohner|Bürger)(?:an)?frage\b", "Einwohneranfrage"),
    (r"anfrage", "Anfrage"),
    (r"^(?:Gemeinsamer\s+|Ergänzungs)?Antrag\b", "Antrag"),
)  # fmt: skip
ANSWER_KINDS = ("Antwort", "Stellungnahme")


def kind_of(lines: list[str]) -> str:
    """The kind of paper in the words of councils; "Anfrage" where nothing is said.

    Only short lines of the letterhead count, because running text speaks of other papers too.
    """
    short = [line for line in lines if len(line) < 160]
    for pattern, kind in _KINDS:
        for line in short:
            found = re.search(pattern, line, re.IGNORECASE)
            if found and not (
                kind.startswith(ANSWER_KINDS) and re.search(r"\bbitte|gebeten|folgende", line, re.IGNORECASE)
            ):
                return kind.format(*(group.lower() for group in found.groups()))
    return "Anfrage"


def groups_of(lines: list[str]) -> tuple[str, ...]:
    """Political groups and persons who ask, as stated, each once."""
    found: list[str] = []
    for index, line in enumerate(lines):
        found += _of_line(line, lines[index + 1 : index + 6])
    if not found:
        found = _in_sentence(" ".join(lines[-60:]))
    unique: list[str] = []
    for name in found:
        tidy = _tidy(name)
        if tidy and not any(tidy.casefold() == one.casefold() for one in unique):
            unique.append(tidy)
    return tuple(unique)


def _of_line(line: str, below: list[str]) -> list[str]:
    if re.search(r"@|www\.|https?:", line):
        return []
    labelled = _LABELLED.match(line)
    if labelled:
        names = [labelled.group(1)] if labelled.group(1) else _names_below(below)
        return [part for name in names for part in _divided(name)]
    party = _PARTY_LINE.match(line)
    if party:
        return [party.group(1)]
    of_group = _OF_GROUP.search(line)
    if of_group and below and of_group.end(1) == len(line) and _OPEN_NAME.search(line):
        of_group = _OF_GROUP.search(f"{line} {below[0]}")
    if of_group and _is_sender(of_group.group(1)) and len(line) < 250:
        return _divided(of_group.group(1))
    return [line] if _is_name(line) else []


def _is_name(line: str) -> bool:
    """Whether the line is nothing but the name of a group or a council member."""
    if (_PERSON.match(line) and not re.search(r"\d", line)) or _PARTY_ONLY.match(line):
        return True
    named = len(line) < 80 and _GROUP_LINE.search(line) and not _NO_NAME.search(line)
    return bool(named) and not is_label(line) and "nfrage" not in line


def _names_below(lines: list[str]) -> list[str]:
    names: list[str] = []
    for line in lines:
        if not line or is_label(line) or len(line) > 90:
            break
        names.append(line)
        if not line.endswith(","):
            break
    return names


def _is_sender(text: str) -> bool:
    return bool(_GROUP_LINE.search(text) or re.search(_PARTY, text) or _PERSON.match(text))


def _divided(text: str) -> list[str]:
    """Several groups in one line: divided by commas and "und" where each side is a group."""
    parts = re.split(r"\s*,\s*|\s+(?:und|sowie)\s+(?:der\s+)?|\s*;\s*", text)
    return parts if len(parts) > 1 and all(_is_sender(part) for part in parts) else [text]


def _in_sentence(line: str) -> list[str]:
    return [found.group(1) for found in _SENTENCE.finditer(line)]


def _tidy(name: str) -> str:
    name = re.sub(r"^(?:der|des|die|den)\s+", "", name.strip(" .,;:"))
    name = re.sub(
        r"^(?:Rats|Stadtrats|Kreistags|Gemeinderats|Bürgerschafts|Ortsrats)?[Ff]raktion(?:en)?\s+(?:der\s+|von\s+)?(?=\S)",
        "",
        name,
    )
    return name.strip()
