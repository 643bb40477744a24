"""The body's vocabulary in public."""

from __future__ import annotations

from typing import Any

from gremienwerk.bodies.models import CommitteeKind, OrganisationKind, Topic
from gremienwerk.organisations.models import Offer
from gremienwerk.publishing.models import PublicTerm

Scheme = PublicTerm.Scheme
_COMPARED = ("name", "plural", "is_steering", "is_council", "is_migrant_organisation", "sector", "position")


def project_terms(*, body: int) -> dict[tuple[str, str], dict[str, Any]]:
    """All words of the body by (scheme, key); four queries."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for committee_kind in CommitteeKind.objects.filter(body=body):
        found[Scheme.COMMITTEE_KIND, committee_kind.key] = {
            "name": committee_kind.name,
            "plural": committee_kind.plural,
            "is_steering": committee_kind.is_steering,
            "is_council": committee_kind.is_council,
        }
    for kind in OrganisationKind.objects.filter(body=body):
        found[Scheme.ORGANISATION_KIND, kind.key] = {
            "name": kind.name,
            "plural": kind.plural,
            "sector": kind.sector,
            "is_migrant_organisation": kind.is_migrant_organisation,
            "position": kind.position,
        }
    for key, name in Topic.objects.filter(body=body).values_list("key", "name"):
        found[Scheme.TOPIC, key] = {"name": name}
    for offer in Offer.objects.filter(body=body):
        found[Scheme.OFFER, offer.key] = {"name": offer.name, "position": offer.position}
    return found


def write_terms(*, body: int) -> None:
    """Bring the public vocabulary to the state of the register; inside a change."""
    wanted = project_terms(body=body)
    stored = {(row.scheme, row.key): row for row in PublicTerm.objects.filter(body=body)}
    gone = [row.pk for place, row in stored.items() if place not in wanted]
    if gone:
        PublicTerm.objects.filter(pk__in=gone).delete()
    fresh = []
    for (scheme, key), values in wanted.items():
        row = stored.get((scheme, key))
        if row is None:
            fresh.append(PublicTerm(body_id=body, scheme=scheme, key=key, **values))
        elif differs(row, values):
            for name, value in values.items():
                setattr(row, name, value)
            row.save(update_fields=list(values))
    PublicTerm.objects.bulk_create(fresh, batch_size=500)


def differing_terms(*, body: int) -> list[str]:
    """Words that stand differently in public than in the register; for the check."""
    wanted = project_terms(body=body)
    stored = {(row.scheme, row.key): row for row in PublicTerm.objects.filter(body=body)}
    wrong = [
        place for place, values in wanted.items() if place not in stored or differs(stored[place], values)
    ]
    return [f"{scheme} {key}" for scheme, key in [*wrong, *(p for p in stored if p not in wanted)]]


def differs(row: PublicTerm, values: dict[str, Any]) -> bool:
    """Whether a stored word has another value than the register."""
    return any(getattr(row, name) != values[name] for name in _COMPARED if name in values)
