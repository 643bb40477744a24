"""Loading the demo city: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from gremienwerk.accounts.actions import create_user
from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.imports.demo.city import load_vocabulary, set_up_city
from gremienwerk.imports.demo.committees import load_committees
from gremienwerk.imports.demo.directory import load_districts, load_profiles
from gremienwerk.imports.demo.inquiries import load_inquiries
from gremienwerk.imports.demo.meetings import load_meetings, propose_coming_meetings
from gremienwerk.imports.demo.memberships import load_memberships
from gremienwerk.imports.demo.organisations import load_organisations, load_persons
from gremienwerk.imports.demo.register import DemoRegister
from gremienwerk.imports.demo.site_texts import load_site_texts
from gremienwerk.imports.demo.texts import load_committee_texts
from gremienwerk.organisations.actions import set_reporting_unit

_USER_ROLES = {
    "administration": Role.ADMINISTRATOR,
    "sachbearbeitung": Role.EDITOR,
    "freigabe": Role.RELEASER,
    "lesen": Role.AUDITOR,
}

Step = Callable[[DemoRegister], None]


class DemoLoad(NamedTuple):
    """What loading did: the demo's body, whether it was loaded just now, and a German sentence about it."""

    body: Body
    is_new: bool
    message: str


def load(*, folder: Path, by: Actor, today: date | None = None) -> DemoLoad:
    """Load the demo city from its files in one transaction; a second time does nothing.

    Args:
        folder: the folder with the files described in its ``README.md``.
        by: a command of the installation.
        today: continue the calendar of meetings to a good year from this day; None: as the files say.

    Raises:
        UserFacingError: if a real body is in the register, or a file has a mistake; the message names file,
            row and column, and nothing has been stored.
    """
    present = _present_demo()
    if present is not None:
        return DemoLoad(present, is_new=False, message=f"Die Demo „{present.name}“ ist schon geladen.")
    if not folder.is_dir():
        raise UserFacingError(f"Der Ordner mit den Dateien der Demo fehlt: {folder}")
    with transaction.atomic():
        body = set_up_city(folder=folder, by=by)
        with change(by=by, body=body.pk, why="Demo-Stadt geladen"):
            register = DemoRegister(folder=folder, body=body, by=by, today=today)
            for step in STEPS:
                step(register)
    return DemoLoad(body, is_new=True, message=_summary(register))


def load_users(register: DemoRegister) -> None:
    """Create the demo's accounts, which nobody can sign in to by password."""
    for row in register.rows("konten.csv", "E-Mail", "Name", "Rolle"):
        role = row.choice("Rolle", _USER_ROLES)
        if role is None:
            raise row.wrong("Die Angabe fehlt.", column="Rolle")
        with row.named_in_errors():
            create_user(
                body=register.body,
                email=row.required("E-Mail"),
                name=row.required("Name"),
                role=role,
                password=None,
                by=register.by,
            )


def load_reporting_unit(register: DemoRegister) -> None:
    """Say which unit answers unless an inquiry names another one."""
    for row in register.rows("antwortende_einheit.csv", "Organisation"):
        unit = row.look_up_required("Organisation", register.organisations)
        set_reporting_unit(body=register.body, organisation=unit, by=register.by)


STEPS: tuple[Step, ...] = (
    load_vocabulary,
    load_site_texts,
    load_organisations,
    load_districts,
    load_profiles,
    load_reporting_unit,
    load_persons,
    load_committees,
    load_committee_texts,
    load_memberships,
    load_meetings,
    propose_coming_meetings,
    load_users,
    load_inquiries,
)


def _present_demo() -> Body | None:
    real = Body.objects.filter(is_demo=False).first()
    if real is not None:
        raise UserFacingError(
            f"Im Register steht schon „{real.name}“. Die Demo-Stadt wird nur in ein leeres Register geladen; "
            "bitte dafür mit GREMIENWERK_DATA_DIR ein anderes Datenverzeichnis nennen."
        )
    return Body.objects.filter(is_demo=True).first()


def _summary(register: DemoRegister) -> str:
    return (
        f"Die Demo „{register.body.name}“ ist geladen: {len(register.organisations)} Organisationen, "
        f"{len(register.committees)} Gremien, {len(register.memberships)} Sitze."
    )
