"""Texts of committees in other languages than the register's."""

from __future__ import annotations

from gremienwerk.audit.change import change
from gremienwerk.committees.models import Committee, CommitteeText, source_hash
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.languages import DEFAULT, LANGUAGES

_TRANSLATED = {one.code for one in LANGUAGES} - {DEFAULT.code}


def translate_committee(
    *,
    committee: Committee,
    language: str,
    field: CommitteeText.Field,
    text: str,
    by: Actor,
    state: CommitteeText.State = CommitteeText.State.RELEASED,
) -> CommitteeText:
    """Say one field of a committee in another language, for the German text as it stands now.

    A second time for the same field and language replaces the text and notes which German text it translates.

    Args:
        committee: whose field.
        language: BCP 47 code of a language of the interface other than German; plain German is ``de-simple``.
        field: which field of ``Committee`` is translated.
        text: the translation.
        by: who enters it.
        state: a draft is not shown to the public.

    Raises:
        UserFacingError: if there is no German text, no translation, or the language is not one of the interface.
    """
    require_change(actor=by, committee=committee)
    source = str(getattr(committee, field.value))
    if language not in _TRANSLATED:
        raise UserFacingError(f"In die Sprache „{language}“ wird hier nicht übersetzt.", field="language")
    if not source:
        raise UserFacingError(
            f"„{committee}“ hat keinen deutschen Text im Feld „{field.label}“, der zu übersetzen wäre.",
            field="field",
        )
    if not text.strip():
        raise UserFacingError("Bitte die Übersetzung eintragen.", field="text")
    values = {"text": text.strip(), "source_sha256": source_hash(source), "state": state}
    with change(by=by, body=committee.body_id) as made:
        known = CommitteeText.objects.filter(committee=committee, language=language, field=field).first()
        if known is not None:
            made.update(known, action="committees.translate", **values)
            found: CommitteeText = known
        else:
            found = CommitteeText(
                body_id=committee.body_id, committee=committee, language=language, field=field, **values
            )
            made.create(found, action="committees.translate")
    return found
