"""The words of the command line and their exit codes."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from gremienwerk.bodies.models import Body
from gremienwerk.cli import main as cli
from tests.support.cast import make_body


@pytest.mark.parametrize(
    "words", [[], ["unbekannt"], ["body"], ["body", "create", "--name", "X"], ["inquiry", "parse"]]
)
def test_what_cannot_be_understood_ends_with_two_and_no_traceback(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(words) == 2
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err + shown.out


def test_help_lists_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["help"]) == 0
    shown = capsys.readouterr().out
    assert all(
        word in shown
        for word in ("rhythm parse", "inquiry parse", "inquiry answer", "demo", "serve", "import")
    )


@pytest.mark.django_db
def test_a_body_is_created_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["body", "create", "--name", "Musterstadt", "--key", "05999003"]) == 0
    assert Body.objects.get().name == "Musterstadt"
    assert cli.run(["body", "list"]) == 0
    assert "05999003\tMusterstadt" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_second_body_with_the_same_key_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_body(key="05999003")
    assert cli.run(["body", "create", "--name", "Andere", "--key", "05999003"]) == 2
    assert capsys.readouterr().err.strip().count("\n") == 0


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "x", "123456789"])
def test_a_wrong_key_is_refused(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["body", "create", "--name", "X", "--key", key]) == 2
    assert "Ziffern" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no such table: bodies_body", "noch nicht eingerichtet"),
        ('relation "bodies_body" does not exist', "noch nicht eingerichtet"),
        ("database is locked", "gerade belegt"),
        ("server closed the connection", "antwortet nicht wie erwartet"),
    ],
)
def test_a_failing_database_is_explained(
    text: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise OperationalError(text)

    monkeypatch.setattr(cli, "_call", fail)
    assert cli.run(["body", "list"]) == 2
    assert words in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise PermissionError(13, "Permission denied", "/srv/register")

    monkeypatch.setattr(cli, "_call", fail)
    assert cli.run(["prepare"]) == 2
    assert "„/srv/register“ darf Gremienwerk nicht" in capsys.readouterr().err


def test_serving_without_a_key_or_a_demo_for_all_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("django.conf.settings.SECRET_KEY_IS_SET", False)
    assert cli.run(["serve"]) == 2
    assert "GREMIENWERK_SECRET_KEY" in capsys.readouterr().err
    assert cli.run(["serve", "--demo", "--host", "0.0.0.0"]) == 2
    assert "nur auf diesem Rechner" in capsys.readouterr().err
