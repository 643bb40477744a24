"""What has been loaded so far, by the keys that the files use."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from gremienwerk.bodies.models import Body, CommitteeKind, OrganisationKind, Topic
from gremienwerk.committees.models import Committee, Membership
from gremienwerk.core.actor import Actor
from gremienwerk.core.german import fold
from gremienwerk.imports.demo.rows import Row, read_rows
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.models import Organisation, Person


@dataclass
class DemoRegister:
    """The demo city while it is loaded; later files refer to what earlier ones brought, by key.

    ``today`` is the day on which it is loaded, None where the files alone say what there is; ``meetings`` are
    known by their committees and the beginning in ``sitzungen.csv``.
    """

    folder: Path
    body: Body
    by: Actor
    today: date | None = None
    topics: dict[str, Topic] = field(default_factory=dict)
    organisation_kinds: dict[str, OrganisationKind] = field(default_factory=dict)
    committee_kinds: dict[str, CommitteeKind] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    committees: dict[str, Committee] = field(default_factory=dict)
    memberships: list[Membership] = field(default_factory=list)
    meetings: dict[tuple[str, str], Meeting] = field(default_factory=dict)

    def rows(self, file: str, *columns: str) -> list[Row]:
        """The rows of a file that must have these columns."""
        return read_rows(folder=self.folder, file=file, columns=columns)

    def read_kinds(self) -> None:
        """Take over the body's vocabulary as it stands now, by folded name."""
        self.organisation_kinds = {
            fold(kind.name): kind for kind in OrganisationKind.objects.filter(body=self.body)
        }
        self.committee_kinds = {
            fold(kind.name): kind for kind in CommitteeKind.objects.filter(body=self.body)
        }


def new_key(*, row: Row, known: Container[str]) -> str:
    """The key of a row, which no other row of its file may bear."""
    key = row.required("Schlüssel")
    if key in known:
        raise row.wrong(f"„{key}“ steht zweimal in der Datei.", column="Schlüssel")
    return key
