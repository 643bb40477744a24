"""Names of committees in other languages than German."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from gremienwerk.publishing.models import PublicRecord
from gremienwerk.publishing.queries.reading import records
from gremienwerk.publishing.records import TranslatedName


def translated_names(*, body: int, uids: Iterable[UUID], language: str) -> dict[UUID, TranslatedName]:
    """What the office calls these committees in a language; one query. Those it has not translated are missing.

    Args:
        body: primary key of the body.
        uids: identifiers of committees.
        language: BCP 47 code.
    """
    rows = records(body=body, noun=PublicRecord.Noun.COMMITTEE).filter(uid__in=set(uids))
    return {
        uid: TranslatedName(german, text)
        for uid, german, texts in rows.values_list("uid", "title", "content__texts")
        for spoken, field, text, is_current in texts
        if (spoken, field) == (language, "name") and is_current
    }
