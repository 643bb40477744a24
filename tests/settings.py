"""The project's settings for a test run: data in a temporary folder, the database as the run asks for.

``GREMIENWERK_TEST_DATABASE=postgresql`` starts a throw-away cluster; the worker processes of a parallel
run inherit its address from the process that started it.
"""

from __future__ import annotations

import atexit
import os
import tempfile
from contextlib import ExitStack

from tests.support.postgresql import throw_away_cluster

os.environ.setdefault("GREMIENWERK_DATA_DIR", tempfile.mkdtemp(prefix="gremienwerk-test-"))
os.environ.setdefault("GREMIENWERK_HTTPS", "false")
os.environ.setdefault("GREMIENWERK_SECRET_KEY", "only-for-tests-" + "x" * 50)

if os.environ.get("GREMIENWERK_TEST_DATABASE") == "postgresql" and not os.environ.get(
    "GREMIENWERK_DATABASE_URL"
):
    _stack = ExitStack()
    os.environ["GREMIENWERK_DATABASE_URL"] = _stack.enter_context(throw_away_cluster())
    atexit.register(_stack.close)

from config.settings import *  # noqa: F403
from config.settings import DATABASES, STORAGES

# A file, not memory: several processes must be able to open SQLite's test database.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    _worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    DATABASES["default"]["TEST"] = {
        "NAME": os.environ["GREMIENWERK_DATA_DIR"] + f"/test-{_worker}-{os.getpid()}.sqlite3"
    }

# Pages in tests name static files without the hashed names of a collected release.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

# A test that writes sees what it wrote; tests of the trust set their own span.
REVISION_TRUSTED_SECONDS = 0.0
