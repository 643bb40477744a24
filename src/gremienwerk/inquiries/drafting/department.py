"""Who the reporting unit is: the units below it by their kind, as an answer introduces them."""

from __future__ import annotations

from gremienwerk.core.german import join_words, number_word, sort_key
from gremienwerk.inquiries.drafting.grammar import in_groups, phrases_inline
from gremienwerk.inquiries.drafting.units import unit_name
from gremienwerk.inquiries.queries import AnswerRegister

DESCRIBED_AT_MOST = 8
KINDS_AT_MOST = 3
# Kinds of units that are told by number, with the dative of their plural.
_KINDS = {
    "Abteilung": "Abteilungen",
    "Fachbereich": "Fachbereichen",
    "Fachdienst": "Fachdiensten",
    "Fachgruppe": "Fachgruppen",
    "Fachreferat": "Fachreferaten",
    "Fachstelle": "Fachstellen",
    "Referat": "Referaten",
    "Ressort": "Ressorts",
    "Sachgebiet": "Sachgebieten",
    "Stabsstelle": "Stabsstellen",
    "Team": "Teams",
}


def units_below(*, register: AnswerRegister) -> str:
    """What belongs to the unit, as the end of a sentence: " mit seinen sechs Einheiten: vier Teams und …".

    The units directly below are named, those of one kind and those further down are counted; where there are
    too many, only their number is said. The numbers add up to all units but the reporting one.
    """
    number = len(register.units) - 1
    if number < 1:
        return ""
    owner = "ihr" if unit_name(register.unit.name).gender == "feminine" else "sein"
    if number == 1:
        below = next(one for one in register.units if one.id != register.unit.id)
        return f" mit {owner}er einzigen Einheit, {unit_name(below.name).dative}"
    opening = f" mit {owner}en {number_word(number)} Einheiten"
    parts = _parts(register)
    return f"{opening}: {phrases_inline(parts)}" if len(parts) <= DESCRIBED_AT_MOST else opening


def _parts(register: AnswerRegister) -> list[str]:
    """Phrases in the dative, larger units first."""
    known = {one.id: one.name for one in register.units}
    children = [key for key in register.tree.children(register.unit.id) if key in known]
    below = {
        key: [known[one] for one in register.tree.subtree(key) if one != key and one in known]
        for key in children
    }
    large = sorted(
        (key for key in children if below[key]), key=lambda key: (-len(below[key]), sort_key(known[key]))
    )
    named = [f"{unit_name(known[key]).dative} mit {_together(below[key])}" for key in large]
    return [*named, *_by_kind([known[key] for key in children if not below[key]])]


def _together(names: list[str]) -> str:
    parts = _by_kind(names)
    return join_words(parts) if len(parts) <= KINDS_AT_MOST else f"{number_word(len(names))} Einheiten"


def _by_kind(names: list[str]) -> list[str]:
    """Units of one kind as a number, a single one and those of no known kind by name; in German order."""
    kinds = in_groups((name.split(" ")[0], name) for name in sorted(names, key=sort_key))
    counted = [(key, found) for key, found in kinds.items() if key in _KINDS and len(found) > 1]
    several = [f"{number_word(len(found))} {_KINDS[key]}" for key, found in counted]
    single = [name for key, found in kinds.items() if key not in _KINDS or len(found) == 1 for name in found]
    return [*several, *(unit_name(name).dative for name in single)]
