"""The list of organisations: what it can be filtered by, what it shows, the sentence above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gremienwerk.core.dates import Certainty
from gremienwerk.core.filters import Choice, Filters, Option
from gremienwerk.core.german import fold, format_date, sort_key
from gremienwerk.organisations.queries import OrganisationFacts, OrganisationTree

EVERYTHING = "alle"
DISSOLVED = "aufgeloest"


class OrganisationRow(NamedTuple):
    """A line of the list; empty values are not recorded."""

    uid: UUID
    name: str
    short_name: str
    kinds: str
    parent: OrganisationFacts | None
    district: str
    confirmed_on: str
    exists: bool


def filter_choices(*, organisations: Iterable[OrganisationFacts]) -> list[Choice]:
    """The filters of the list, with the options that occur in it."""
    facts = list(organisations)
    kinds = sorted(
        {kind for one in facts for kind in one.kinds}, key=lambda kind: (kind.position, sort_key(kind.name))
    )
    districts = sorted({one.district for one in facts if one.district}, key=sort_key)
    return [
        Choice("art", _("Art"), _("Alle Arten"), tuple(Option(kind.key, kind.name) for kind in kinds)),
        Choice(
            "stadtteil", _("Stadtteil"), _("Alle Stadtteile"), tuple(Option(name, name) for name in districts)
        ),
        Choice(
            "bestand",
            _("Bestand"),
            _("Bestehende"),
            (Option(DISSOLVED, _("aufgelöste")), Option(EVERYTHING, _("alle"))),
        ),
    ]


def matching(
    *, organisations: Iterable[OrganisationFacts], filters: Filters, on: date
) -> list[OrganisationFacts]:
    """The organisations that pass all filters, in German order; dissolved ones only when asked for."""
    found = [one for one in organisations if _passes(one, filters, on)]
    return sorted(found, key=lambda one: sort_key(one.name))


def row(
    *,
    organisation: OrganisationFacts,
    organisations: Mapping[int, OrganisationFacts],
    tree: OrganisationTree,
    on: date,
) -> OrganisationRow:
    """The line of one organisation."""
    return OrganisationRow(
        uid=organisation.uid,
        name=organisation.name,
        short_name=organisation.short_name,
        kinds=", ".join(kind.name for kind in organisation.kinds),
        parent=organisations.get(tree.parent(organisation.id) or 0),
        district=organisation.district,
        confirmed_on=format_date(organisation.confirmed_on) if organisation.confirmed_on else "",
        exists=organisation.exists(on=on) is not Certainty.NO,
    )


def describe(*, organisations: Sequence[OrganisationFacts]) -> str:
    """What the list shows, in one sentence: "150 Organisationen, davon 62 Migrantenselbstorganisationen"."""
    total = len(organisations)
    migrant = sum(any(kind.is_migrant_organisation for kind in one.kinds) for one in organisations)
    words = ngettext("%(total)s Organisation", "%(total)s Organisationen", total) % {"total": total}
    if not migrant:
        return words
    special = ngettext(
        "%(n)s Migrantenselbstorganisation", "%(n)s Migrantenselbstorganisationen", migrant
    ) % {"n": migrant}
    return _("%(organisations)s, davon %(special)s") % {"organisations": words, "special": special}


def _passes(one: OrganisationFacts, filters: Filters, on: date) -> bool:
    exists = one.exists(on=on) is not Certainty.NO
    wanted = filters.value("bestand")
    if wanted != EVERYTHING and exists is (wanted == DISSOLVED):
        return False
    kind, district = filters.value("art"), filters.value("stadtteil")
    if kind and kind not in {k.key for k in one.kinds}:
        return False
    return (not district or one.district == district) and fold(filters.text) in fold(
        f"{one.name} {one.short_name}"
    )
