"""Reading stored files."""

from __future__ import annotations

import hashlib

from django.core.files.storage import default_storage

from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.models import FileRestriction, StoredFile


def read_content(*, stored: StoredFile) -> bytes:
    """The bytes of a stored file, checked against its checksum.

    Raises:
        UserFacingError: if the storage has lost or changed them.
    """
    try:
        with default_storage.open(content_path(sha256=stored.sha256)) as opened:
            content: bytes = opened.read()
    except FileNotFoundError as error:
        raise UserFacingError(
            f"Die Datei „{stored.name}“ fehlt im Dateispeicher. Bitte die IT verständigen."
        ) from error
    if hashlib.sha256(content).hexdigest() != stored.sha256:
        raise UserFacingError(
            f"Die Datei „{stored.name}“ ist im Dateispeicher verändert. Bitte die IT verständigen."
        )
    return content


def content_path(*, sha256: str) -> str:
    """Where content lies in the storage."""
    return f"content/{sha256[:2]}/{sha256}"


def restriction_of(*, stored: StoredFile) -> FileRestriction | None:
    """Why the content of a file is no longer handed out; None if it is."""
    return FileRestriction.objects.filter(body=stored.body_id, sha256=stored.sha256).first()
