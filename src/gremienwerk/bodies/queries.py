"""Which body is meant."""

from __future__ import annotations

from gremienwerk.bodies.models import Body, Synonym
from gremienwerk.core.errors import UserFacingError


def only_body(*, official_key: str = "") -> Body:
    """The body with this key, or the installation's only one.

    Raises:
        UserFacingError: if there is none, or several and no key was given.
    """
    bodies = list(Body.objects.filter(official_key=official_key) if official_key else Body.objects.all()[:2])
    if len(bodies) == 1:
        return bodies[0]
    if not bodies:
        raise UserFacingError(
            "Es gibt noch kein Register. `gremienwerk demo` lädt die Demo-Stadt, "
            "`gremienwerk body create` legt eine Körperschaft an."
        )
    raise UserFacingError(
        "Hier gibt es mehrere Körperschaften. Bitte mit --body den Gemeindeschlüssel nennen."
    )


def synonyms_of(*, body: int) -> list[tuple[str, ...]]:
    """Groups of words that mean the same, in the order of their terms (one query)."""
    rows = Synonym.objects.filter(body=body).order_by("term", "pk").values_list("term", "equivalents")
    return [(term, *equivalents) for term, equivalents in rows]
