"""The bytes of a public file."""

from __future__ import annotations

from gremienwerk.documents.models import StoredFile
from gremienwerk.documents.queries import read_content, restriction_of
from gremienwerk.publishing.records import StoredBytes


def stored_bytes(*, body: int, sha256: str, name: str, media_type: str) -> StoredBytes | None:
    """A file whose checksum a public row names; None if the body has none like it, or it is restricted.

    Args:
        body: primary key of the body.
        sha256: the checksum that the public row names.
        name: under which name it is public.
        media_type: as which type it is public.

    Raises:
        UserFacingError: if the storage has lost or changed it.
    """
    stored = StoredFile.objects.filter(body=body, sha256=sha256).first()
    if stored is not None and restriction_of(stored=stored) is not None:
        return None
    return StoredBytes(name, media_type, sha256, read_content(stored=stored)) if stored else None
