"""What an organisation is, as far as its name or the table says it; never more."""

from __future__ import annotations

import re

from gremienwerk.core.german import fold

#: Words of the column „Art“, and the keys of the kinds they mean. A mosque association is a registered
#: association, a migrant self-organisation and a religious community at once (design.md, 3).
_STATED = {
    "mso": ("mso",),
    "migrantenselbstorganisation": ("mso",),
    "migrantenorganisation": ("mso",),
    "moscheeverein": ("mso", "religious", "association"),
    "moschee": ("religious",),
    "verein": ("association",),
    "initiative": ("initiative",),
    "bildungstraeger": ("education",),
    "wohlfahrtsverband": ("welfare",),
    "wohlfahrt": ("welfare",),
    "schule": ("school",),
    "hochschule": ("university",),
    "unternehmen": ("company",),
    "fraktion": ("political-group",),
    "behoerde": ("authority",),
    "religionsgemeinschaft": ("religious",),
    "netzwerk": ("network-organisation",),
}
_OWN_UNIT = re.compile(
    r"(ressort|dezernat|geschaeftsbereich|fachbereich|fachdienst|abteilung|team|stabsstelle|amt \d+)\b"
    r"|(jugend|sozial|schul|gesundheits|ordnungs|kultur|sport|standes|haupt|personal|umwelt|wohnungs|stadtplanungs)amt\b"
    r"|auslaender(?:- und einbuergerungs)?behoerde\b"
)
_BY_NAME = (
    (re.compile(r"\b(jobcenter|arbeitsagentur|agentur fuer arbeit)\b"), "employment"),
    (
        re.compile(r"\b(caritas\w*|diakon\w+|awo|arbeiterwohlfahrt|drk|rotes kreuz|paritaet\w+|zwst)\b"),
        "welfare",
    ),
    (re.compile(r"ministerium\b"), "ministry"),
    (re.compile(r"\b(bezirksregierung|polizei\w*|landes\w*amt)\b"), "authority"),
    (re.compile(r"\b(universitaet|\w*hochschule)\b"), "university"),
    (re.compile(r"\b(\w*kirche|\w*moschee|kirchenkreis|kirchengemeinde)\b"), "religious"),
    (re.compile(r" e ?v$"), "association"),
    (re.compile(r" (?:g ?)?gmbh$"), "company"),
)


def stated_kinds(text: str) -> tuple[list[str], list[str], str]:
    """Read a cell „Art“: keys of known kinds, names of kinds that are new, and a remark kept as text.

    „kein MSO (Wohlfahrt)“ says what it is not, and in the parenthesis what it is.
    """
    found = re.fullmatch(r"(.*?)\s*(?:\(([^()]*)\))?", text)
    main, inside = (found.group(1), found.group(2) or "") if found else (text, "")
    denied = fold(main).startswith("kein")
    keys: list[str] = []
    new: list[str] = []
    for part in (part.strip() for part in re.split(r"[/,|]", inside if denied else main)):
        if fold(part) in _STATED:
            keys += _STATED[fold(part)]
        elif part and not denied:
            new.append(part)
    return keys, new, text if denied or inside else ""


def kinds_by_name(name: str) -> list[str]:
    """Kinds that the name itself states; empty if it states none."""
    folded = fold(name)
    if is_own_unit(name):
        return ["administrative-unit"]
    return [kind for pattern, kind in _BY_NAME if pattern.search(folded)][:2]


def is_own_unit(name: str) -> bool:
    """Whether the name is that of a unit of a municipal administration: Ressort 204, Jugendamt, Team …"""
    return bool(_OWN_UNIT.match(fold(name)))
