"""Whether a release is still what was released, and what has changed in the register since."""

from __future__ import annotations

from typing import Any, NamedTuple

from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import sort_key
from gremienwerk.documents.queries import read_content
from gremienwerk.inquiries.models import Release
from gremienwerk.inquiries.models.redactions import shown_content
from gremienwerk.inquiries.printouts.frozen import checksum_of, plain
from gremienwerk.inquiries.printouts.table import committee_row
from gremienwerk.inquiries.queries import AnswerRegister

_FACTS = {
    "name": "Name",
    "kind": "Art",
    "level": "Ebene",
    "status": "Status",
    "seats": "eigene Sitze",
    "initiators": "Initiative",
    "leads": "Leitung",
    "participants": "teilnehmende Institutionen",
    "participants_note": "weitere Beteiligte",
    "rhythm": "Turnus",
    "meetings_last_year": "Sitzungen in zwölf Monaten",
    "invited": "Kreis der Eingeladenen",
    "invitation_channel": "Einladungsweg",
    "invitation_lead_time": "Einladungsfrist",
    "invited_by": "einladende Stelle",
    "guests": "Gäste",
    "publicness": "Öffentlichkeit der Sitzungen",
    "minutes": "Protokolle",
    "minutes_address": "Fundort der Protokolle",
    "topics": "Themen",
    "goal": "Ziel",
}


class Difference(NamedTuple):
    """A committee or a directory entry that differs from the release; ``what`` is a German phrase."""

    name: str
    what: str


def verify_release(*, release: Release) -> tuple[str, ...]:
    """Recompute all checksums of a release; German sentences on what is wrong, none if it is whole."""
    problems = []
    if checksum_of(release.content) != release.checksum:
        problems.append("Der Inhalt stimmt nicht mehr mit seiner Prüfsumme überein.")
    listed = [(file["name"], file["sha256"]) for file in release.content["files"]]
    stored = [one.file for one in release.files.select_related("file").order_by("position")]
    if listed != [(file.name, file.sha256) for file in stored]:
        problems.append("Die Dateien sind nicht die, die freigegeben wurden.")
    for file in stored:
        try:
            read_content(stored=file)
        except UserFacingError as error:
            problems.append(error.message)
    return tuple(problems)


def changed_since(*, release: Release, register: AnswerRegister) -> tuple[Difference, ...]:
    """What an answer from this register would say differently; new and gone ones first, then changed facts.

    Args:
        release: the frozen answer.
        register: the register for the same unit on a later day.
    """
    before = {one["uid"]: one["row"] for one in shown_content(release)["committees"]}
    after = {
        str(row.facts.uid): plain(committee_row(row=row, body=register.body))
        for row in (*register.existing, *register.planned)
    }
    listed_before = {one["uid"]: one["name"] for one in shown_content(release)["directory"]}
    listed_after = {str(entry.uid): entry.name for entry in register.directory}
    found = [
        *_come_and_gone({u: r["name"] for u, r in before.items()}, {u: r["name"] for u, r in after.items()}, "in der Gremientabelle"),
        *_come_and_gone(listed_before, listed_after, "in der Liste der Migrantenselbstorganisationen"),
    ]  # fmt: skip
    for uid in sorted(before.keys() & after.keys(), key=lambda uid: sort_key(after[uid]["name"])):
        facts = _differing(before[uid], after[uid])
        if facts:
            found.append(Difference(after[uid]["name"], f"geändert: {', '.join(facts)}"))
    return tuple(found)


def _come_and_gone(before: dict[str, str], after: dict[str, str], place: str) -> list[Difference]:
    gone = [Difference(before[uid], f"nicht mehr {place}") for uid in before.keys() - after.keys()]
    come = [Difference(after[uid], f"neu {place}") for uid in after.keys() - before.keys()]
    return sorted([*come, *gone], key=lambda one: sort_key(one.name))


def _differing(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [word for name, word in _FACTS.items() if before.get(name) != after.get(name)]
