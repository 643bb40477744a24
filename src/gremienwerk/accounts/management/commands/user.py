"""``gremienwerk user create``: the first administrator, and everybody after."""

from __future__ import annotations

import getpass
import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandParser
from django.core.validators import validate_email

from gremienwerk.accounts.actions import create_user
from gremienwerk.bodies.queries import only_body
from gremienwerk.core.actor import Role, command
from gremienwerk.core.errors import UserFacingError


class Command(BaseCommand):
    """Creates users; the password is asked for or read from standard input, never an argument."""

    help = "Konten anlegen."

    def add_arguments(self, parser: CommandParser) -> None:
        """One word: create."""
        words = parser.add_subparsers(dest="word", required=True)
        create = words.add_parser("create", help="Konto anlegen")
        create.add_argument("--email", required=True)
        create.add_argument("--name", required=True)
        create.add_argument("--role", choices=[role.value for role in Role], default=Role.ADMINISTRATOR.value)
        create.add_argument(
            "--body", default="", help="Gemeindeschlüssel, wenn es mehrere Körperschaften gibt"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask for the password and create the user."""
        body = only_body(official_key=options["body"])
        password = getpass.getpass("Kennwort: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        try:
            validate_email(options["email"])
            validate_password(password)
        except ValidationError as error:
            raise UserFacingError(" ".join(error.messages)) from error
        user = create_user(
            body=body,
            email=options["email"],
            name=options["name"],
            role=Role(options["role"]),
            password=password,
            by=command("gremienwerk user create"),
        )
        self.stdout.write(f"Das Konto {user.email} ist angelegt.")
