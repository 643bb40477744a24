"""The command ``gremienwerk``: words to management commands, errors to sentences."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command, execute_from_command_line
from django.db import DatabaseError

from gremienwerk.core.errors import UserFacingError

_HELP = """gremienwerk WORT [ANGABEN]

  demo [--serve]           Demo-Stadt laden (und auf http://127.0.0.1:8000 zeigen)
  prepare                  Datenbank und statische Dateien auf den Stand dieser Fassung bringen
  serve                    Register im Browser zeigen
  work [--once | --check]  E-Mails versenden und tägliche Aufgaben erledigen (oder den Mailserver prüfen)
  rhythm parse --json      Turnusangaben von der Standardeingabe lesen
  inquiry parse DATEI --json
                           Anfrage lesen und ihre Fragen zeigen
  inquiry answer DATEI --as-of TAG [--unit EINHEIT] --out ORDNER
                           Anfrage aus dem Register beantworten
  meetings propose --year JAHR [--committee NAME]
                           Termine aus dem Turnus vorschlagen (bleiben Entwürfe)
  import DATEI … [--dry-run]
                           Tabellen in das Register übernehmen
  publish [--check]        Öffentliche Daten neu aufbauen oder prüfen
  directory settle [--tiles ADRESSE] [--embed SEITE …] [--mark-after TAGE] [--hide-after TAGE]
                           Verzeichnis der Migrantenorganisationen einstellen
  privacy export | preview | erase | reapply | record
                           Auskunft, Löschung und Verzeichnis der Verarbeitung
  body create              Körperschaft anlegen
  user create              Konto anlegen

`gremienwerk WORT --help` erklärt die Angaben.
"""
_COMMANDS = {
    "demo": "demo",
    "prepare": "prepare",
    "serve": "serve",
    "work": "work",
    "rhythm": "rhythm",
    "inquiry": "inquiry",
    "meetings": "meetings",
    "import": "import_tables",
    "publish": "publish",
    "directory": "directory",
    "privacy": "privacy",
    "body": "body",
    "user": "user",
}
_DJANGO = frozenset(
    {"migrate", "makemigrations", "check", "shell", "dbshell", "collectstatic", "makemessages"}
)
BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one word of the command line and end the process with its exit code.

    0 if all went well, 2 for input that cannot be used (one German sentence on standard error).
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    words = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(words))


def run(words: list[str]) -> int:
    """Run the words and return the exit code."""
    if not words or words[0] in {"help", "--help", "-h"}:
        sys.stdout.write(_HELP)
        return 0 if words else BAD_INPUT
    name = words[0]
    if name not in _COMMANDS and name not in _DJANGO:
        sys.stderr.write(f"„{name}“ kennt gremienwerk nicht. `gremienwerk help` zeigt alle Wörter.\n")
        return BAD_INPUT
    try:
        return _call(name, words[1:])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except (UserFacingError, CommandError, ImproperlyConfigured, DatabaseError, PermissionError) as error:
        sys.stderr.write(_sentence(error).strip() + "\n")
        return BAD_INPUT


def _call(name: str, words: list[str]) -> int:
    if name in _DJANGO:
        execute_from_command_line(["gremienwerk", name, *words])
        return 0
    import django

    django.setup()
    if name == "inquiry" and words[:1] == ["answer"] and not {"-h", "--help"} & set(words):
        _load_demo_into_nothing()
    call_command(_COMMANDS[name], *words)
    return 0


def _load_demo_into_nothing() -> None:
    """In a checkout nobody has configured and that has no register yet, an answer comes from the demo city."""
    from django.conf import settings

    if settings.UNCONFIGURED and not (settings.DATA_DIR / "gremienwerk.sqlite3").exists():
        sys.stderr.write("Hier gibt es noch kein Register; die Demo-Stadt wird geladen.\n")
        call_command("demo", stdout=sys.stderr)


def _sentence(error: Exception) -> str:
    if isinstance(error, UserFacingError):
        return error.message
    if isinstance(error, DatabaseError):
        return _explain(error)
    if isinstance(error, PermissionError):
        return f"„{error.filename}“ darf Gremienwerk nicht lesen oder schreiben. Bitte die Rechte prüfen."
    if isinstance(error, ImproperlyConfigured):
        return f"Die Einstellungen stimmen nicht: {error}"
    return str(error)


def _explain(error: DatabaseError) -> str:
    text = str(error)
    if "no such table" in text or "does not exist" in text:
        return (
            "Die Datenbank ist noch nicht eingerichtet. `gremienwerk prepare` richtet sie ein, "
            "`gremienwerk demo` lädt dazu die Demo-Stadt."
        )
    if "unable to open database file" in text:
        return (
            "Den Ordner für die Daten (GREMIENWERK_DATA_DIR) gibt es nicht, oder er ist nicht beschreibbar. "
            "`gremienwerk prepare` legt ihn an und richtet die Datenbank ein."
        )
    if "locked" in text:
        return "Die Datenbank ist gerade belegt. Bitte in einer Minute noch einmal versuchen."
    return f"Die Datenbank antwortet nicht wie erwartet ({text.splitlines()[0]}). Bitte die IT verständigen."
