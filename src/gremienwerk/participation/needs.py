"""What people without an account wait for: proposals and messages, and committees whose confirmation is due."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.bodies.models import Body
from gremienwerk.core.dates import write_day
from gremienwerk.core.needs import Asking, Need, NeedGroup
from gremienwerk.participation.confirmations_page import WaitingRow, confirmations_page
from gremienwerk.participation.models import Feedback
from gremienwerk.participation.rules import may_read_feedback


def needs(asking: Asking) -> Iterator[NeedGroup]:
    """Proposals, confirmations that are due, messages; a constant number of queries."""
    yield from _confirmations(asking)
    if may_read_feedback(actor=asking.actor, body=asking.body):
        rows = Feedback.objects.filter(body=asking.body, settled_on=None).order_by("received_at", "pk")
        yield NeedGroup(
            "rueckmeldungen",
            _("Rückmeldungen beantworten"),
            tuple(
                Need(
                    title=row.text[:80],
                    below=row.page,
                    action=_("bearbeiten"),
                    url=reverse("participation:feedback_list"),
                )
                for row in rows
            ),
        )


def _confirmations(asking: Asking) -> Iterator[NeedGroup]:
    """What the page of confirmations shows to the actor: only committees that they may change."""
    page = confirmations_page(body=Body.objects.get(pk=asking.body), on=asking.on, actor=asking.actor)
    address = reverse("participation:confirmations")
    yield NeedGroup(
        "vorschlaege",
        _("Vorschläge entscheiden"),
        tuple(
            Need(
                title=row.name,
                below=row.who,
                action=_("entscheiden"),
                url=f"{address}#vorschlag-{row.uid}",
                said=_("vom %(day)s") % {"day": write_day(row.proposed_on)},
            )
            for row in page.proposals
        ),
    )
    waiting = (*page.without_answer, *page.due)
    yield NeedGroup(
        "bestaetigungen", _("Angaben bestätigen"), tuple(_to_confirm(row, address) for row in waiting)
    )


def _to_confirm(row: WaitingRow, address: str) -> Need:
    last = row.confirmed_on
    return Need(
        title=row.name,
        below=_("Niemand antwortet auf die Erinnerung.") if row.is_without_answer else "",
        action=_("bestätigen"),
        url=f"{address}#{'ohne-antwort' if row.is_without_answer else 'faellig'}",
        said=_("zuletzt am %(day)s") % {"day": write_day(last)} if last else _("noch nie bestätigt"),
    )
