"""Organisations as plain rows, with the names and existence of a day."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from gremienwerk.bodies.models import OrganisationKind
from gremienwerk.core.columns import stored_vague_date
from gremienwerk.core.dates import Certainty, VagueDate
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import fold, sort_key
from gremienwerk.organisations.models import Organisation, OrganisationName

_COLUMNS = (
    "id", "uid", "name", "short_name", "is_administration", "founded_earliest", "founded_latest", "founded_precision",
    "dissolved_earliest", "dissolved_latest", "dissolved_precision", "district", "website", "confirmed_on",
)  # fmt: skip


class Kind(NamedTuple):
    """What an organisation is."""

    key: str
    name: str
    plural: str
    sector: str
    position: int
    is_migrant_organisation: bool


class OrganisationFacts(NamedTuple):
    """An organisation on a day; ``name`` is the one it bore then, ``kinds`` in the body's order."""

    id: int
    uid: UUID
    name: str
    short_name: str
    kinds: tuple[Kind, ...]
    is_administration: bool
    founded: VagueDate | None
    dissolved: VagueDate | None
    district: str
    website: str
    confirmed_on: date | None

    def exists(self, *, on: date) -> Certainty:
        """Whether it exists on the day, as far as its dates are known; unknown founding counts as yes."""
        begun = self.founded.passed(on=on) if self.founded else Certainty.YES
        over = self.dissolved.passed(on=on) if self.dissolved else Certainty.NO
        if begun is Certainty.NO or over is Certainty.YES:
            return Certainty.NO
        return Certainty.UNCERTAIN if Certainty.UNCERTAIN in (begun, over) else Certainty.YES


def organisations_on(*, body: int, on: date, only: set[int] | None = None) -> dict[int, OrganisationFacts]:
    """All organisations of the body by primary key, or those in ``only``, with the names of the day: three queries."""
    rows = Organisation.objects.filter(body=body)
    names = OrganisationName.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=on), body=body, is_alias=False, valid_until__gt=on
    )
    through = Organisation.kinds.through.objects.filter(organisation__body=body)
    if only is not None:
        rows, names = rows.filter(pk__in=only), names.filter(organisation__in=only)
        through = through.filter(organisation__in=only)
    former = {
        o: (name, short) for o, name, short in names.values_list("organisation_id", "name", "short_name")
    }
    kinds: dict[int, list[Kind]] = {}
    for organisation, *kind in through.order_by("organisationkind__position").values_list(
        "organisation_id", *(f"organisationkind__{column}" for column in Kind._fields)
    ):
        kinds.setdefault(organisation, []).append(Kind(*kind))
    return {row[0]: _facts(row, former, kinds) for row in rows.values_list(*_COLUMNS)}


def find_unit(*, body: int, name: str, on: date) -> Organisation:
    """The organisation a person means by a name, a short name or the beginning of either.

    Raises:
        UserFacingError: if none or several fit; the message names those that are near.
    """
    wanted = fold(name)
    facts = sorted(organisations_on(body=body, on=on).values(), key=lambda o: sort_key(o.name))
    exact = [o for o in facts if wanted and wanted in (fold(o.name), fold(o.short_name))]
    found = exact or [o for o in facts if wanted and f"{fold(o.name)} ".startswith(f"{wanted} ")]
    if len(found) == 1:
        return Organisation.objects.get(pk=found[0].id)
    if not found:
        raise UserFacingError(
            f"Eine Einheit „{name}“ gibt es im Register nicht. Bitte Name oder Kurzname angeben.",
            field="unit",
        )
    names = ", ".join(f"„{o.name}“" for o in found[:5])
    raise UserFacingError(
        f"„{name}“ ist nicht eindeutig: {names}. Bitte den vollen Namen angeben.", field="unit"
    )


def migrant_organisation_kinds(*, body: int) -> list[OrganisationKind]:
    """The kinds that make an organisation a migrant self-organisation."""
    return list(OrganisationKind.objects.filter(body=body, is_migrant_organisation=True))


def _facts(
    row: tuple[object, ...], former: dict[int, tuple[str, str]], kinds: dict[int, list[Kind]]
) -> OrganisationFacts:
    value: dict[str, Any] = dict(zip(_COLUMNS, row, strict=True))
    key = value["id"]
    name, short = former.get(key, (value["name"], value["short_name"]))
    return OrganisationFacts(
        id=key,
        uid=value["uid"],
        name=name,
        short_name=short,
        kinds=tuple(kinds.get(key, ())),
        is_administration=bool(value["is_administration"]),
        founded=stored_vague_date(
            value["founded_earliest"], value["founded_latest"], value["founded_precision"]
        ),
        dissolved=stored_vague_date(
            value["dissolved_earliest"], value["dissolved_latest"], value["dissolved_precision"]
        ),
        district=value["district"],
        website=value["website"],
        confirmed_on=value["confirmed_on"],
    )
