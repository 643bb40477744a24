"""What the page behind a one-time link shows of a committee: the answers that the register gives today."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from gremienwerk.committees import sentences
from gremienwerk.committees.models import Committee
from gremienwerk.committees.queries import committees_on
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.queries import organisations_on


class Fact(NamedTuple):
    """A question in the language of the page, and the register's German answer."""

    label: str
    text: str


class CommitteePortrait(NamedTuple):
    """A committee as the register knows it on a day."""

    name: str
    facts: tuple[Fact, ...]
    institutions: tuple[str, ...]
    contact: tuple[str, ...]
    confirmed_on: date | None


def portrait(*, committee: Committee, on: date) -> CommitteePortrait | None:
    """The committee on a day, without the names of representatives; None if nothing is recorded for it."""
    found = committees_on(body=committee.body_id, on=on, only=[committee.pk])
    if not found:
        return None
    facts = found[0]
    organisations = organisations_on(body=committee.body_id, on=on)
    # A link may be passed on, so it names no person; the answer is German, as the register is.
    persons = {seat.holder.person: "eine Person" for seat in facts.seats if seat.holder.person is not None}
    held = [seat.holder.organisation for seat in facts.seats]
    names = {organisations[key].name for key in held if key in organisations}
    return CommitteePortrait(
        name=facts.display_name,
        facts=(
            Fact(
                _("Wer leitet es?"),
                sentences.who_leads(committee=facts, organisations=organisations, persons=persons).text,
            ),
            Fact(_("Wie oft trifft es sich?"), sentences.how_often(committee=facts, held=None).text),
            Fact(_("Wer wird eingeladen?"), sentences.how_invited(committee=facts).text),
            Fact(_("Sind Gäste zugelassen?"), sentences.how_open(committee=facts).text),
            Fact(_("Worum geht es?"), sentences.what_about(committee=facts).text),
        ),
        institutions=tuple(sorted(names, key=sort_key)),
        contact=tuple(filter(None, (facts.contact, facts.contact_email, facts.contact_phone, facts.website))),
        confirmed_on=facts.confirmed_on,
    )
