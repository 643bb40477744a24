"""``gremienwerk meetings propose``: dates of a year out of the rhythms of committees."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee
from gremienwerk.core.actor import command
from gremienwerk.core.german import count, format_date
from gremienwerk.meetings.actions import propose_meetings
from gremienwerk.meetings.models import Meeting

_PROPOSE = "propose"
_WE = Committee.CalendarKeeper.WE


class Command(BaseCommand):
    """Proposes meetings; they stay drafts until somebody confirms them."""

    help = "Termine eines Jahres aus dem Turnus der Gremien vorschlagen; sie bleiben Entwürfe."

    def add_arguments(self, parser: CommandParser) -> None:
        """Words of the command: ``propose --body KEY --year YEAR [--committee NAME]``."""
        parser.add_argument("word", choices=[_PROPOSE], metavar=_PROPOSE, help="Termine vorschlagen")
        parser.add_argument(
            "--body", metavar="AGS", help="Gemeindeschlüssel; nötig bei mehreren Körperschaften"
        )
        parser.add_argument("--year", required=True, type=int, metavar="JAHR", help="zum Beispiel 2027")
        parser.add_argument("--committee", metavar="NAME", help="Name oder Kurzname; ohne Angabe: alle")

    def handle(self, *args: Any, **options: Any) -> None:
        """Propose and say what was proposed, one line for each committee."""
        body = _body(options["body"])
        if not 1900 <= options["year"] <= 9998:
            raise CommandError("Bitte ein Jahr mit vier Ziffern angeben, zum Beispiel 2027.")
        start, until = date(options["year"], 1, 1), date(options["year"], 12, 31)
        by, total = command("meetings propose"), 0
        for committee in _committees(body, options["committee"]):
            proposals = propose_meetings(committee=committee, start=start, until=until, by=by)
            total += len(proposals.meetings)
            self.stdout.write(_line(committee, proposals.meetings, proposals.message))
        self.stdout.write(f"{count(total, 'Termin', 'Termine')} vorgeschlagen.")


def _body(key: str | None) -> Body:
    bodies = list(Body.objects.filter(official_key=key) if key else Body.objects.all()[:2])
    if len(bodies) == 1:
        return bodies[0]
    if key:
        raise CommandError(f"Eine Körperschaft mit dem Gemeindeschlüssel {key} gibt es hier nicht.")
    if not bodies:
        raise CommandError("Es gibt noch keine Körperschaft; `gremienwerk body create` legt eine an.")
    raise CommandError(
        "Es gibt mehrere Körperschaften; bitte eine mit --body und ihrem Gemeindeschlüssel nennen."
    )


def _committees(body: Body, name: str | None) -> list[Committee]:
    own = Committee.objects.filter(body=body).select_related("body", "kind").order_by("name", "pk")
    if name is None:
        return list(own.filter(calendar_keeper=_WE))
    found = [one for one in own if name in {one.name, one.short_name}]
    if not found:
        raise CommandError(f"Ein Gremium „{name}“ gibt es hier nicht.")
    return found


def _line(committee: Committee, meetings: list[Meeting], message: str) -> str:
    if not meetings:
        return message
    days = ", ".join(format_date(one.proposed_for) for one in meetings if one.proposed_for)
    return f"{committee}: {days}"
