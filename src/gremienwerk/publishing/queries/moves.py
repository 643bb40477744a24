"""Where an old address leads."""

from __future__ import annotations

from uuid import UUID

from gremienwerk.publishing.models import PublicMove
from gremienwerk.publishing.queries.reading import of_body, records


def moved_to(*, body: int, uid: UUID) -> UUID | None:
    """The address of the public organisation into which the one of this address went; None if there is none."""
    public = records(body=body, noun="organisation").values("uid")
    rows = of_body(PublicMove, body=body).filter(uid=uid, target__in=public)
    found: UUID | None = rows.values_list("target", flat=True).first()
    return found
