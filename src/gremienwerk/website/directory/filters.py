"""What the directory can be filtered by: options with counts, in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from gremienwerk.core import wording as numbers
from gremienwerk.core.as_of import PARAMETER
from gremienwerk.core.filters import TEXT, Choice, Filters, Option, read_filters
from gremienwerk.core.german import sort_key
from gremienwerk.core.languages import Language
from gremienwerk.core.spoken_languages import name_of_key, own_name_of_key
from gremienwerk.publishing.choosing import YES, profile_choice
from gremienwerk.publishing.records import FacetOption, ProfileChoice
from gremienwerk.publishing.vocabulary import word
from gremienwerk.website.directory import wording

#: Keeps a name that is written in the other direction from turning the count behind it around (UAX 9, 2.4).
_ISOLATED = "\u2068{}\u2069"
Facets = Mapping[str, tuple[FacetOption, ...]]
#: Parameters whose fields are always open; the others wait behind "more filters".
FIRST = ("sprache", "stadtteil")


def directory_filters(*, given: Mapping[str, str], facets: Facets, language: Language) -> Filters:
    """The filter form of the directory as an address fills it.

    Args:
        given: the parameters of the address, one value each.
        facets: what occurs in the directory.
        language: the language of the page.
    """

    def options(facet: str) -> tuple[Option, ...]:
        listed = [
            Option(value, _counted(_label(facet, value, name, language), hits, language))
            for value, hits, name in facets.get(facet, ())
        ]
        return tuple(sorted(listed, key=lambda option: sort_key(option.label)))

    choices = (
        Choice("sprache", _("Gesprochene Sprache"), _("Jede Sprache"), options("language")),
        Choice("stadtteil", _("Stadtteil"), _("Ganze Stadt"), options("district")),
        Choice("thema", _("Thema"), _("Alle Themen"), options("topic")),
        Choice("angebot", _("Angebot"), _("Alle Angebote"), options("offer")),
        Choice("zielgruppe", _("Für wen"), _("Alle Zielgruppen"), options("target_group")),
        Choice(
            "stufenlos",
            _("Zugang"),
            _("Mit und ohne Stufen"),
            (Option(YES, _("Nur stufenlos erreichbar")),),
        ),
    )
    return read_filters(given=given, choices=choices, kept=(PARAMETER,), text_label=_("Suchwort"))


def choice_of(filters: Filters) -> ProfileChoice:
    """What the filters choose; values that no option offers have been left out by then."""
    given = {choice.name: [choice.value] for choice in filters.choices if choice.value}
    return profile_choice(given=given | ({TEXT: [filters.text]} if filters.text else {}))


def _label(facet: str, value: str, name: str, language: Language) -> str:
    if facet == "language":
        known = name_of_key(key=value, language=language.code)
        own = own_name_of_key(key=value)
        return (
            known if not own or own.casefold() == known.casefold() else f"{known} · {_ISOLATED.format(own)}"
        )
    if facet == "target_group":
        return wording.target_group(value)
    return word(name or value, language=language.code).text if facet != "district" else value


def _counted(label: str, count: int, language: Language) -> str:
    return f"{label} ({numbers.format_number(count, language.code)})"
