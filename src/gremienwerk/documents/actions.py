"""Storing files: content first, the row that names it last."""

from __future__ import annotations

import hashlib
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor
from gremienwerk.documents.models import FileRestriction, StoredFile
from gremienwerk.documents.queries import content_path
from gremienwerk.documents.rules import require_restricting


def store_content(*, content: bytes) -> str:
    """Put bytes into the storage under their SHA-256 and return it as hex; equal content is stored once.

    Needs no transaction: content that no row names yet is harmless and found again by the next attempt. A file of
    another size under this name was cut off (by a full disk, by an older release) and is written again.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    path = content_path(sha256=sha256)
    if not default_storage.exists(path) or default_storage.size(path) != len(content):
        default_storage.save(path, ContentFile(content))
    return sha256


def register_file(*, body: Body, sha256: str, size: int, name: str, media_type: str, by: Actor) -> StoredFile:
    """Name content that is stored already; ``size`` in bytes."""
    with change(by=by, body=body.pk) as made:
        stored = StoredFile(body=body, sha256=sha256, size=size, name=name, media_type=media_type)
        made.create(stored, action="documents.store")
    return stored


def store_file(*, body: Body, content: bytes, name: str, media_type: str, by: Actor) -> StoredFile:
    """Store content and name it."""
    sha256 = store_content(content=content)
    return register_file(body=body, sha256=sha256, size=len(content), name=name, media_type=media_type, by=by)


def restrict_content(*, body: Body, sha256: str, reason: str, on: date, by: Actor) -> FileRestriction:
    """Keep content archived and hand it out to nobody but the administration; a first reason stays.

    Raises:
        NotAllowed: if the actor may not restrict.
    """
    require_restricting(actor=by, body=body.pk)
    with change(by=by, body=body.pk) as made:
        known = FileRestriction.objects.filter(body=body, sha256=sha256).first()
        if known is not None:
            return known
        restriction = FileRestriction(body=body, sha256=sha256, reason=reason, since=on)
        made.create(restriction, action="documents.restrict_content")
    return restriction
