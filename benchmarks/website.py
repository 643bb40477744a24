"""Each kind of public page first after a change, made anew, kept and not modified, with limits of the same run.

Kept pages are held against Django sending fixed bytes; lists that are made anew against ``plain_list.py``.
"first": nothing is known of the register yet; "anew": another page of the same revision was made before.
"""

from __future__ import annotations

import io
import os
import statistics
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import UUID

import brotli
from django.http import HttpRequest, HttpResponse
from django.test.utils import override_settings
from django.urls import path

SIZES = tuple(int(size) for size in os.environ.get("BENCHMARK_SIZES", "1,10").split(","))
ROUNDS = int(os.environ.get("BENCHMARK_RUNS", "9"))
_KEPT_ROUNDS = 300
_FIXED = b"x" * 47_000


def fixed(_request: HttpRequest) -> HttpResponse:
    """The limit: Django without middleware, templates or database."""
    return HttpResponse(_FIXED)


urlpatterns = [path("", fixed)]


def main() -> None:
    """Build registers of growing size and print a line for each kind of page."""
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("GREMIENWERK_DEMO", "true")
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    from benchmarks.publishing import fill

    for factor in SIZES:
        body = fill(factor)
        with override_settings(ALLOWED_HOSTS=["*"]):
            _measure(body)


def _measure(body: int) -> None:
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection

    from gremienwerk.audit.change import change
    from gremienwerk.bodies.models import Body
    from tests.support.cast import SETUP

    with change(by=SETUP, body=body):
        Body.objects.filter(pk=body).update(hostname=f"body{body}.example")

    with override_settings(MIDDLEWARE=[], ROOT_URLCONF="benchmarks.website"):
        plain = WSGIHandler()
        limit = _median(lambda: _get(plain, "/"), rounds=_KEPT_ROUNDS)
    from config.wsgi import application as site

    print(f"{'Django sending 47 kB of fixed bytes':>44}: {limit * 1e6:9.0f} µs")
    for name, address in _addresses(body):
        status, headers, content = _get(site, address, host=f"body{body}.example")
        if status != 200:
            print(f"{name:>44}: status {status}")
            continue
        host = f"body{body}.example"
        tag = headers.get("ETag", "")
        first = _median(partial(_first, site, address, body), rounds=ROUNDS)
        cold = _median(partial(_cold, site, address, body), rounds=ROUNDS)
        kept = _median(partial(_get, site, address, host=host), rounds=_KEPT_ROUNDS)
        again = _median(partial(_get, site, address, host=host, tag=tag), rounds=_KEPT_ROUNDS)
        print(
            f"{name:>44}: first {first * 1e3:8.1f} ms   anew {cold * 1e3:8.1f} ms   kept {kept * 1e6:6.0f} µs, ratio {limit / kept:4.2f}   "
            f"304 {again * 1e6:6.0f} µs, ratio {limit / again:4.2f}   {len(content) / 1000:6.1f} kB"
        )
        _compare_list(name, body, partial(_cold, site, address, body), len(brotli.decompress(content)))
    connection.close()


def _addresses(body: int) -> Iterable[tuple[str, str]]:
    from gremienwerk.publishing.models import PublicRecord

    def one(noun: str) -> UUID | None:
        rows = PublicRecord.objects.filter(body=body, noun=noun, withdrawn_at=None)
        return rows.order_by("uid").values_list("uid", flat=True).first()

    yield "start page", "/de/"
    yield "list of committees, cards", "/de/gremien/"
    yield "list of committees, table", "/de/gremien/?ansicht=tabelle"
    yield "a committee", f"/de/gremien/{one('committee')}/"
    yield "a committee three years ago", f"/de/gremien/{one('committee')}/?stand=2023-06-01"
    yield "list of organisations", "/de/organisationen/"
    yield "structure, first part", "/de/struktur/"
    yield "directory of migrant organisations", "/de/migrantenorganisationen/"
    yield "inquiries", "/de/anfragen/"
    yield "an organisation", f"/de/organisationen/{one('organisation')}/"
    yield "calendar", "/de/kalender/"
    yield "a meeting", f"/de/kalender/{one('meeting')}/"
    yield "search", "/de/suche/?text=gremium+000012"
    yield "the list as CSV", "/de/gremien/tabelle.csv?text=gremium+00001"


def _compare_list(name: str, body: int, make: Callable[[], object], size: int) -> None:
    """Print how often a list costs what its rows and bytes cost alone; in turns, so that both meet the same noise."""
    from benchmarks.plain_list import plain_list
    from gremienwerk.website import committee_list, organisation_pages

    lists = {
        "list of committees, cards": ("committee", committee_list.ON_A_PAGE),
        "list of committees, table": ("committee", committee_list.ON_A_PAGE),
        "list of organisations": ("organisation", organisation_pages.ON_A_PAGE),
    }
    if name not in lists:
        return
    noun, rows = lists[name]
    plain = plain_list(body=body, noun=noun, rows=rows, size=size)
    pairs = [(_cpu(make), _cpu(plain)) for _ in range(3 * ROUNDS)]
    ours, limit = (statistics.median(taken) for taken in zip(*pairs, strict=True))
    print(
        f"{'':>44}  CPU {ours * 1e3:.1f} ms; {rows} rows, {size / 1000:.0f} kB by values_list and plain Jinja2 "
        f"{limit * 1e3:.1f} ms, ratio {ours / limit:.1f}"
    )


def _cpu(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun


def _first(site: Any, address: str, body: int) -> None:
    from gremienwerk.website.editions import forget_editions

    forget_editions()
    _cold(site, address, body)


def _cold(site: Any, address: str, body: int) -> None:
    from gremienwerk.website.store import forget_pages

    forget_pages()
    _get(site, address, host=f"body{body}.example")


def _get(
    app: Any, address: str, *, host: str = "localhost", tag: str = ""
) -> tuple[int, dict[str, str], bytes]:
    target, _mark, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": target, "QUERY_STRING": query, "SERVER_NAME": host, "SERVER_PORT": "80",
        "HTTP_HOST": host, "HTTP_ACCEPT_ENCODING": "br", "REMOTE_ADDR": "127.0.0.1", "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http", "wsgi.version": (1, 0), "wsgi.multithread": False,
        "wsgi.multiprocess": False, "wsgi.run_once": False, "SCRIPT_NAME": "",
    }  # fmt: skip
    if tag:
        environ["HTTP_IF_NONE_MATCH"] = tag
    answered: list[Any] = []
    content = b"".join(app(environ, lambda status, headers: answered.extend((status, headers))))
    return int(answered[0].split()[0]), dict(answered[1]), content


def _median(call: Callable[[], object], *, rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)
