"""The seven questions about one committee, each answered in a plain German sentence.

What is not recorded is said ("ist nicht erfasst"), never left out (look.md). Names of organisations come
as rows of the same day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gremienwerk.committees.models import Committee, Role
from gremienwerk.committees.queries import CommitteeFacts
from gremienwerk.committees.rhythm.model import Kind, Rhythm
from gremienwerk.committees.rhythm.writing import write
from gremienwerk.core.german import join_words, number_word
from gremienwerk.organisations.queries import OrganisationFacts

Names = Mapping[int, OrganisationFacts]


class Sentence(NamedTuple):
    """An answer; ``known`` is False where it says that nothing is recorded."""

    text: str
    known: bool = True


def who_leads(*, committee: CommitteeFacts, organisations: Names, persons: Mapping[int, str]) -> Sentence:
    """Question 1: who leads, runs and chairs it, and who initiated it."""
    leading = holders(committee=committee, roles=(Role.LEAD,), organisations=organisations, persons=persons)
    running = holders(
        committee=committee, roles=(Role.SECRETARIAT,), organisations=organisations, persons=persons
    )
    chair = holders(committee=committee, roles=(Role.CHAIR,), organisations=organisations, persons=persons)
    parts = []
    if leading:
        parts.append(_ended(_("Federführung: %(names)s") % {"names": join_words(leading)}))
    if running:
        parts.append(_ended(_("Geschäftsführung: %(names)s") % {"names": join_words(running)}))
    if chair:
        parts.append(_ended(_("Vorsitz: %(names)s") % {"names": join_words(chair)}))
    if not parts:
        parts.append(_("Wer das Gremium leitet, ist nicht erfasst."))
    begun = initiators(committee=committee, organisations=organisations)
    if begun:
        parts.append(_ended(_("Angestoßen von: %(names)s") % {"names": join_words(begun)}))
    else:
        parts.append(_("Wer es angestoßen hat, ist nicht erfasst."))
    return Sentence(" ".join(parts), known=bool(leading or running or chair or begun))


def who_takes_part(*, committee: CommitteeFacts, institutions: int) -> Sentence:
    """Question 2: how many institutions take part; collective participants in their own words."""
    parts = []
    if institutions:
        words = ngettext(
            "%(count)s Institution wirkt mit.", "%(count)s Institutionen wirken mit.", institutions
        )
        parts.append(
            words % {"count": "Eine" if institutions == 1 else number_word(institutions).capitalize()}
        )
    if committee.participants_note:
        parts.append(_ended(_("Dazu gehören im Wortlaut: %(text)s") % {"text": committee.participants_note}))
    return (
        Sentence(" ".join(parts)) if parts else Sentence(_("Wer mitwirkt, ist nicht erfasst."), known=False)
    )


def how_often(*, committee: CommitteeFacts, held: int | None) -> Sentence:
    """Question 3: the rhythm and, beside it, the meetings of the last twelve months.

    Args:
        committee: the facts of the day.
        held: meetings held in the twelve months before the day; None if nothing is recorded, which is not the
            same as none (design.md, 2).
    """
    if committee.rhythm is None:
        parts = [_("Wie oft das Gremium zusammenkommt, ist nicht erfasst.")]
    else:
        parts = [_rhythm(committee.rhythm)]
    if held is not None:
        # None at all takes the plural in German: "haben keine Sitzungen stattgefunden".
        words = ngettext(
            "In den letzten zwölf Monaten hat %(count)s Sitzung stattgefunden.",
            "In den letzten zwölf Monaten haben %(count)s Sitzungen stattgefunden.",
            held,
        )
        parts.append(words % {"count": {0: _("keine"), 1: _("eine")}.get(held, number_word(held))})
    return Sentence(" ".join(parts), known=committee.rhythm is not None or held is not None)


def how_invited(*, committee: CommitteeFacts) -> Sentence:
    """Question 4: who is invited by whom, on which way and how long before."""
    circle = committee.invitation_note or (
        str(Committee.Circle(committee.invitation_circle).label) if committee.invitation_circle else ""
    )
    parts = []
    if circle:
        parts.append(_ended(_("Eingeladen werden: %(circle)s") % {"circle": circle}))
    if committee.invitation_channels:
        ways = join_words(str(Committee.CHANNELS.get(way, way)) for way in committee.invitation_channels)
        parts.append(_("Die Einladung kommt %(ways)s.") % {"ways": ways})
    if committee.invitation_lead_days:
        words = ngettext("Frist: %(days)s Tag.", "Frist: %(days)s Tage.", committee.invitation_lead_days)
        parts.append(words % {"days": committee.invitation_lead_days})
    if committee.invited_by:
        parts.append(_ended(_("Es lädt ein: %(who)s") % {"who": committee.invited_by}))
    return (
        Sentence(" ".join(parts))
        if parts
        else Sentence(_("Wer wie eingeladen wird, ist nicht erfasst."), known=False)
    )


def how_open(*, committee: CommitteeFacts) -> Sentence:
    """Question 5: whether meetings are public, whether guests may come, and what becomes of the minutes."""
    parts = [_meetings(committee), _guests(committee), _minutes(committee)]
    known = bool(committee.publicness or committee.guests or committee.minutes)
    return (
        Sentence(" ".join(parts), known=known)
        if known
        else Sentence(
            _("Ob Gäste zugelassen sind und ob es Protokolle gibt, ist nicht erfasst."), known=False
        )
    )


def what_about(*, committee: CommitteeFacts) -> Sentence:
    """Question 6: the goal in its own words, else the topics."""
    if committee.goal:
        return Sentence(committee.goal)
    if committee.topics or committee.focus:
        return Sentence(_("Das übergeordnete Ziel ist nicht erfasst."))
    return Sentence(_("Themen und Ziel sind nicht erfasst."), known=False)


def migrant_organisations(*, names: Iterable[str]) -> Sentence:
    """Question 7 for one committee: which migrant self-organisations take part."""
    listed = list(names)
    if not listed:
        return Sentence(_("Es wirkt keine erfasste Migrantenselbstorganisation mit."))
    words = ngettext(
        "%(count)s Migrantenselbstorganisation wirkt mit: %(names)s",
        "%(count)s Migrantenselbstorganisationen wirken mit: %(names)s",
        len(listed),
    )
    count = "Eine" if len(listed) == 1 else number_word(len(listed)).capitalize()
    return Sentence(_ended(words % {"count": count, "names": join_words(listed)}))


def holders(
    *, committee: CommitteeFacts, roles: Iterable[Role], organisations: Names, persons: Mapping[int, str]
) -> list[str]:
    """Names of those who hold a seat with one of the roles, in the order of the seats."""
    wanted = set(roles)
    found = []
    for seat in committee.seats:
        if seat.role in wanted and seat.holder.organisation is not None:
            found.append(organisations[seat.holder.organisation].name)
        elif seat.role in wanted and seat.holder.person is not None:
            found.append(persons[seat.holder.person])
    return found


def initiators(*, committee: CommitteeFacts, organisations: Names) -> list[str]:
    """Who initiated the committee, by name or in words."""
    return [
        organisations[one.organisation].name if one.organisation is not None else one.text
        for one in committee.initiators
    ]


def _rhythm(rhythm: Rhythm) -> str:
    """The reading in words; the wording itself where it names no rhythm that could be read."""
    if rhythm.kind is Kind.UNKNOWN:
        return _ended(_("Zum Turnus heißt es im Wortlaut: „%(wording)s“") % {"wording": rhythm.text})
    return _ended(_("Trifft sich %(rhythm)s") % {"rhythm": write(rhythm)})


def _meetings(committee: CommitteeFacts) -> str:
    return {
        "": _("Ob die Sitzungen öffentlich sind, ist nicht erfasst."),
        "public": _("Die Sitzungen sind öffentlich."),
        "not_public": _("Die Sitzungen sind nicht öffentlich."),
        "partly": _("Die Sitzungen sind teilweise öffentlich."),
    }[committee.publicness]


def _guests(committee: CommitteeFacts) -> str:
    words = {
        "": _("Ob Gäste zugelassen sind, ist nicht erfasst."),
        "yes": _("Gäste sind willkommen."),
        "on_request": _("Gäste sind auf Anfrage willkommen."),
        "no": _("Gäste sind nicht zugelassen."),
    }[committee.guests]
    how = _ended(_("So melden sie sich an: %(how)s") % {"how": committee.guests_how})
    return f"{words} {how}" if committee.guests_how and committee.guests in ("yes", "on_request") else words


def _minutes(committee: CommitteeFacts) -> str:
    words = {
        "": _("Ob Protokolle zugänglich sind, ist nicht erfasst."),
        "public": _("Die Protokolle stehen öffentlich im Internet."),
        "on_request": _("Die Protokolle gibt es auf Anfrage."),
        "internal": _("Die Protokolle sind nur intern."),
        "none": _("Protokolle werden nicht geführt."),
    }[committee.minutes]
    reason = _ended(_("Begründung: %(reason)s") % {"reason": committee.minutes_reason})
    return f"{words} {reason}" if committee.minutes_reason else words


def _ended(words: str) -> str:
    """The words as a sentence; an abbreviation or a question at the end brings its own stop ("… e. V.")."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
