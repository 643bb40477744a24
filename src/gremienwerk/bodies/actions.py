"""Setting up a body and its vocabularies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body, CommitteeKind, OrganisationKind, SiteText, Synonym, Topic
from gremienwerk.bodies.rules import (
    require_installation,
    require_site_text_editor,
    require_synonym_editor,
    require_vocabulary_keeper,
)
from gremienwerk.bodies.vocabulary import COMMITTEE_KINDS, ORGANISATION_KINDS, usual_synonyms
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError


def set_up_body(*, name: str, official_key: str, by: Actor, **settings: Any) -> Body:
    """Create a body with the usual vocabulary.

    Args:
        name: the body's official name.
        official_key: Amtlicher Gemeindeschlüssel, two to eight digits.
        by: a command of the installation; nobody else creates bodies.
        settings: any further field of ``Body``.

    Raises:
        NotAllowed: if a user asks.
        UserFacingError: if a body with this key exists.
    """
    require_installation(actor=by)
    if Body.objects.filter(official_key=official_key).exists():
        raise UserFacingError(
            f"Eine Körperschaft mit dem Schlüssel {official_key} gibt es schon.", field="official_key"
        )
    with transaction.atomic():
        key = (Body.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
        with change(by=by, body=key) as made:
            body = Body(pk=key, name=name, official_key=official_key, **settings)
            made.create(body, action="bodies.set_up")
            made.create_many(
                [CommitteeKind(body=body, **kind._asdict()) for kind in COMMITTEE_KINDS],
                action="bodies.add_kind",
            )
            made.create_many(
                [OrganisationKind(body=body, **kind._asdict()) for kind in ORGANISATION_KINDS],
                action="bodies.add_kind",
            )
            made.create_many(
                [
                    Synonym(body=body, term=row.term, equivalents=list(row.equivalents))
                    for row in usual_synonyms()
                ],
                action="bodies.add_synonym",
            )
    return body


def add_topic(*, body: Body, name: str, key: str, by: Actor) -> Topic:
    """Add a topic to the body's controlled tags."""
    require_vocabulary_keeper(actor=by, body=body.pk)
    with change(by=by, body=body.pk) as made:
        topic = Topic(body=body, name=name, key=key)
        made.create(topic, action="bodies.add_topic")
    return topic


def add_committee_kind(
    *, body: Body, name: str, key: str, by: Actor, plural: str = "", is_steering: bool = False
) -> CommitteeKind:
    """Add a kind of committee; without a plural the singular stands for both."""
    require_vocabulary_keeper(actor=by, body=body.pk)
    with change(by=by, body=body.pk) as made:
        kind = CommitteeKind(body=body, name=name, key=key, plural=plural or name, is_steering=is_steering)
        made.create(kind, action="bodies.add_kind")
    return kind


def add_organisation_kind(
    *, body: Body, name: str, key: str, by: Actor, plural: str = "", sector: str = "partner"
) -> OrganisationKind:
    """Add a kind of organisation; ``sector`` is one of ``OrganisationKind.Sector``."""
    require_vocabulary_keeper(actor=by, body=body.pk)
    with change(by=by, body=body.pk) as made:
        kind = OrganisationKind(body=body, name=name, key=key, plural=plural or name, sector=sector)
        made.create(kind, action="bodies.add_kind")
    return kind


def add_synonym(*, body: Body, term: str, equivalents: Iterable[str], by: Actor) -> Synonym:
    """Have search take words for one another, from now on.

    Args:
        body: whose search.
        term: a word, an abbreviation or several words.
        equivalents: what means the same; each a word or several.
        by: who adds them.

    Raises:
        UserFacingError: if the actor may not, a side is empty, or the term has synonyms already.
    """
    require_synonym_editor(actor=by, body=body.pk)
    values = _synonym(body=body, term=term, equivalents=equivalents, itself=0)
    with change(by=by, body=body.pk) as made:
        synonym = Synonym(body=body, **values)
        made.create(synonym, action="bodies.add_synonym")
    return synonym


def change_synonym(*, synonym: Synonym, term: str, equivalents: Iterable[str], by: Actor) -> None:
    """Correct a term or what it stands for; refuses what ``add_synonym`` refuses."""
    require_synonym_editor(actor=by, body=synonym.body_id)
    values = _synonym(body=synonym.body, term=term, equivalents=equivalents, itself=synonym.pk)
    with change(by=by, body=synonym.body_id) as made:
        made.update(synonym, action="bodies.change_synonym", **values)


def remove_synonym(*, synonym: Synonym, by: Actor) -> None:
    """Have search no longer take these words for one another."""
    require_synonym_editor(actor=by, body=synonym.body_id)
    with change(by=by, body=synonym.body_id) as made:
        made.remove(synonym, action="bodies.remove_synonym")


def _synonym(*, body: Body, term: str, equivalents: Iterable[str], itself: int) -> dict[str, Any]:
    """The clean values of a synonym."""
    word = " ".join(term.split())
    others = list(dict.fromkeys(" ".join(other.split()) for other in equivalents if other.strip()))
    if not word:
        raise UserFacingError("Bitte ein Wort oder eine Abkürzung angeben.", field="term")
    if not others:
        raise UserFacingError("Bitte mindestens ein gleichbedeutendes Wort angeben.", field="equivalents")
    others_of_body = Synonym.objects.filter(body=body, term__iexact=word)
    if itself is not None:
        others_of_body = others_of_body.exclude(pk=itself)
    if others_of_body.exists():
        raise UserFacingError(
            f"Für „{word}“ gibt es schon einen Eintrag. Bitte ändern Sie diesen.", field="term"
        )
    return {"term": word, "equivalents": others}


def write_site_text(
    *, body: Body, page: str, language: str, text: str, by: Actor, video_url: str = ""
) -> SiteText:
    """Write what a page that the law asks for says in one language, instead of what it said before.

    ``page`` is a key of ``SiteText.Page``, ``language`` the BCP 47 code of the text, which is Markdown; empty
    gives the page back to its default. ``video_url`` is for the page in sign language.

    Raises:
        UserFacingError: if the actor may not.
    """
    require_site_text_editor(actor=by, body=body.pk)
    with change(by=by, body=body.pk) as made:
        written = SiteText.objects.filter(body=body, page=page, language=language).first()
        if written is None:
            written = SiteText(body=body, page=page, language=language, text=text, video_url=video_url)
            made.create(written, action="bodies.write_site_text")
        else:
            made.update(written, action="bodies.write_site_text", text=text, video_url=video_url)
    return written
