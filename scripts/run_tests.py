"""All tests on SQLite, all that read or write the database on PostgreSQL too; says at the end what was skipped and how to enable it.

Used by ``make test`` and ``.ci/run``. With ``REQUIRE_ALL=1`` nothing may be skipped.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from tests.support.postgresql import server_programs  # noqa: E402


def main() -> int:
    """Run the databases' tests one after the other; the exit code is that of the first failing run."""
    databases = ["sqlite"]
    missing: list[str] = []
    if server_programs() is not None:
        databases.append("postgresql")
    elif os.environ.get("REQUIRE_ALL"):
        sys.stderr.write("PostgreSQL's server programs are missing (Debian package postgresql).\n")
        return 1
    else:
        missing.append("the whole run on PostgreSQL: install PostgreSQL's server (Debian package postgresql)")
    failed = 0
    for number, database in enumerate(databases):
        # A test without a database, one that serves a demo of its own, and one marked so, is the same in every run.
        code, skipped = (
            _run(database, "--only-database", "-m", "not served and not once") if number else _run(database)
        )
        failed = failed or code
        missing += [f"{database}: {line}" for line in skipped]
    sys.stdout.write("\nSkipped: nothing.\n" if not missing else "\nSkipped, and how to enable it:\n")
    for line in dict.fromkeys(missing):
        sys.stdout.write(f"  - {line}\n")
    return failed


def _run(database: str, *chosen: str) -> tuple[int, list[str]]:
    sys.stdout.write(f"\n== Tests on {database} ==\n")
    sys.stdout.flush()
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "2",
        "--dist",
        "worksteal",
        "-q",
        "-rs",
        *chosen,
        *sys.argv[1:],
    ]
    environment = {**os.environ, "GREMIENWERK_TEST_DATABASE": database}
    skipped: list[str] = []
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            found = re.match(r"SKIPPED \[\d+\] (.*)", line)
            if found:
                skipped.append(found.group(1).strip())
    return running.returncode, skipped


if __name__ == "__main__":
    raise SystemExit(main())
