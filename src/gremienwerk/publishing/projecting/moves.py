"""Old addresses of merged organisations follow the register; they are few, so all of a body are compared."""

from __future__ import annotations

from uuid import UUID

from gremienwerk.organisations.models import Merge
from gremienwerk.publishing.models import PublicMove


def project_moves(*, body: int) -> dict[UUID, UUID]:
    """Old and new address of every organisation that went into another; one query."""
    merges = Merge.objects.filter(body=body, organisation__isnull=False, undone_on__isnull=True)
    return dict(merges.values_list("gone_uid", "organisation__uid"))


def write_moves(*, body: int) -> None:
    """Bring the public moves to the state of the register; inside a change."""
    wanted = project_moves(body=body)
    stored = dict(PublicMove.objects.filter(body=body).values_list("uid", "target"))
    wrong = [uid for uid, target in stored.items() if wanted.get(uid) != target]
    if wrong:
        PublicMove.objects.filter(body=body, uid__in=wrong).delete()
    PublicMove.objects.bulk_create(
        [
            PublicMove(body_id=body, uid=uid, target=target)
            for uid, target in wanted.items()
            if stored.get(uid) != target
        ],
        batch_size=500,
    )


def differing_moves(*, body: int) -> list[str]:
    """Old addresses that lead elsewhere than the register says; for the check."""
    wanted = project_moves(body=body)
    stored = dict(PublicMove.objects.filter(body=body).values_list("uid", "target"))
    return [str(uid) for uid in wanted.keys() | stored.keys() if wanted.get(uid) != stored.get(uid)]
