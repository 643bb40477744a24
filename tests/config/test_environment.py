"""Configuration that fails early and says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = "import django; django.setup(); from django.conf import settings as s; print(s.DATABASES['default']['ENGINE'], s.DEBUG, s.SECURE_SSL_REDIRECT, s.SECRET_KEY_IS_SET)"


def started(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GREMIENWERK_")}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={
            **environment,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "GREMIENWERK_DATA_DIR": str(tmp_path),
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_said_is_secure(tmp_path: Path) -> None:
    assert started(tmp_path).stdout.split() == ["django.db.backends.sqlite3", "False", "True", "False"]


def test_postgresql_by_address(tmp_path: Path) -> None:
    done = started(tmp_path, GREMIENWERK_DATABASE_URL="postgresql://u:p%40@db.example/register")
    assert done.stdout.split()[0] == "django.db.backends.postgresql"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GREMIENWERK_PORT", "eighty"),
        ("GREMIENWERK_SECRET_KEY", "short"),
        ("GREMIENWERK_TRUSTED_PROXIES", "somewhere"),
        ("GREMIENWERK_DATABASE_URL", "mysql://db/register"),
        ("GREMIENWERK_DATABASE_URL", "postgresql://db"),
        ("GREMIENWERK_LOG_LEVEL", "LOUD"),
        ("GREMIENWERK_DEMO", "perhaps"),
        ("GREMIENWERK_MAIL_URL", "mail.example.org"),
        ("GREMIENWERK_SIGN_ON_URL", "http://login.example.org"),
        ("GREMIENWERK_SIGN_ON_URL", "https://login.example.org"),  # without name and secret
    ],
)
def test_a_wrong_value_ends_the_start_and_names_the_variable(tmp_path: Path, name: str, value: str) -> None:
    done = started(tmp_path, **{name: value})
    assert done.returncode == 2
    assert name in done.stderr
    assert "Traceback" not in done.stderr
