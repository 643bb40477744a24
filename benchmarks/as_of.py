"""Seats on a day among up to two million, on both databases, against raw SQL and the ORM over the same rows.

The public rows are put into the tables directly: through the register, 100 times the size would take hours to write.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

DAY = date(2025, 6, 1)
SIZES = tuple(int(size) for size in os.environ.get("BENCHMARK_SIZES", "1,10,100").split(","))
ROUNDS = int(os.environ.get("BENCHMARK_RUNS", "15"))
COMMITTEES, ORGANISATIONS, SEATS = 200, 500, 20_000
_COLUMNS = (
    "uid", "body_id", "source_key", "committee_id", "organisation_id", "role", "role_order", "seats", "voting",
    "valid_from", "from_precision", "valid_until", "until_precision",
)  # fmt: skip


def main() -> None:
    """Run on SQLite and on a throw-away PostgreSQL, each in a process of its own."""
    from tests.support.postgresql import server_programs, throw_away_cluster

    _run({"GREMIENWERK_DATA_DIR": tempfile.mkdtemp(prefix="gremienwerk-benchmark-")})
    if server_programs() is None:
        print("PostgreSQL's server programs are not installed: measured on SQLite only.")
        return
    with throw_away_cluster() as url:
        _run({"GREMIENWERK_DATABASE_URL": url})


def _run(settings: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.as_of"], check=True, env={**os.environ, **settings})


def measure() -> None:
    """Fill the tables at each size and print the reads."""
    import django
    from django.core.management import call_command
    from django.db import connection

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    print(f"\n{connection.vendor}")
    for factor in SIZES:
        begun = time.perf_counter()
        body, committees = _fill(factor)
        print(f"{factor:>4} x: {SEATS * factor:,} seats put there in {time.perf_counter() - begun:.0f} s")
        _reads(body, committees)


def _fill(factor: int) -> tuple[int, list[UUID]]:
    """A body with public committees, organisations and seats; its primary key and the first 200 committees."""
    from django.db import connection

    from gremienwerk.committees.actions import appoint
    from gremienwerk.committees.models import Role
    from gremienwerk.publishing.models import PublicFacet, PublicRecord, PublicTitle
    from tests.support.cast import SETUP, make_body, make_committee, make_organisation

    body = make_body(key=f"0599{9000 + factor}")
    group = make_committee(body, "Vorbild", visibility="public")
    appoint(
        committee=group, organisation=make_organisation(body, "Vorbild"), role=Role.LEAD, on=None, by=SETUP
    )
    patterns = {row.noun: row for row in PublicRecord.objects.filter(body=body)}
    state = PublicFacet.objects.filter(body=body, noun="committee", facet="status").first()
    assert state is not None
    kept: dict[str, list[UUID]] = {}
    for noun, many in (("committee", COMMITTEES * factor), ("organisation", ORGANISATIONS * factor)):
        pattern = patterns[noun]
        uids = kept[noun] = [uuid4() for _ in range(many)]
        names = [f"{noun} {n:06}" for n in range(many)]
        _rows(PublicRecord).bulk_create(
            (
                PublicRecord(
                    uid=uid, body=body, noun=noun, source_key=10**9 * factor + n, title=name, kinds=pattern.kinds,
                    sort_key=name.encode(), content=pattern.content, folded=name,
                )
                for n, (uid, name) in enumerate(zip(uids, names, strict=True))
            ),
            batch_size=2_000,
        )  # fmt: skip
        _rows(PublicTitle).bulk_create(
            (
                PublicTitle(body=body, record_id=uid, title=name, sort_key=name.encode())
                for uid, name in zip(uids, names, strict=True)
            ),
            batch_size=5_000,
        )
    _rows(PublicFacet).bulk_create(
        (
            PublicFacet(body=body, record_id=uid, noun="committee", facet="status", value=state.value)
            for uid in kept["committee"]
        ),
        batch_size=5_000,
    )
    _put(_seats(body.pk, factor, kept["committee"], kept["organisation"]))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return body.pk, kept["committee"][:200]


def _rows(model: type[Any]) -> Any:
    """The table of a model without the rule that only actions write."""
    from django.db.models import QuerySet

    return QuerySet(model)


def _seats(
    body: int, factor: int, committees: list[UUID], organisations: list[UUID]
) -> Iterator[tuple[Any, ...]]:
    many = len(committees)
    for n in range(SEATS * factor):
        role, order = ("lead", 0) if n < many else ("member", 5)
        yield (
            uuid4(), body, 10**9 * factor + n, committees[n % many],
            organisations[(n * 7 + n // many) % len(organisations)], role, order, 1, True,
            DAY - timedelta(days=40 * (n // many)), "day",
            None if n < many * 8 else DAY - timedelta(days=10), "" if n < many * 8 else "day",
        )  # fmt: skip


def _put(rows: Iterator[tuple[Any, ...]]) -> None:
    from django.db import connection, transaction

    table = f"publishing_publicseat ({', '.join(_COLUMNS)})"
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["?"] * len(_COLUMNS))
        while some := [tuple(_plain(value) for value in row) for row in islice(rows, 50_000)]:
            cursor.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", some)


def _plain(value: Any) -> Any:
    """As SQLite keeps it."""
    if isinstance(value, UUID):
        return value.hex
    return value.isoformat() if isinstance(value, date) else value


def _reads(body: int, committees: list[UUID]) -> None:
    from gremienwerk.publishing import queries
    from gremienwerk.publishing.models import PublicSeat
    from gremienwerk.publishing.queries.plain import HELD, among, fetched, identifier, identifiers
    from gremienwerk.publishing.queries.reading import held
    from gremienwerk.publishing.queries.seats import glances, with_holder

    days, first = (DAY, DAY), committees[0]
    seats = (
        "SELECT s.committee_id, s.organisation_id, s.role, t.title, o.kinds FROM publishing_publicseat s "
        "JOIN publishing_publicrecord o ON o.uid = s.organisation_id "
        f"JOIN publishing_publictitle t ON t.record_id = s.organisation_id AND {HELD.format('t')} "
        f"WHERE {HELD.format('s')} AND s.committee_id "
    )
    table = (
        "SELECT r.uid, t.title, r.content, f.value FROM publishing_publicrecord r "
        f"JOIN publishing_publictitle t ON t.record_id = r.uid AND {HELD.format('t')} "
        f"JOIN publishing_publicfacet f ON f.record_id = r.uid AND f.facet = 'status' AND {HELD.format('f')} "
        "WHERE r.body_id = %s AND r.noun = 'committee' ORDER BY t.sort_key LIMIT 200"
    )

    def by_orm() -> object:
        rows = PublicSeat.objects.filter(held(on=DAY), body=body, committee__uid=first)
        return list(with_holder(rows, on=DAY).select_related("organisation"))

    def several() -> object:
        return fetched(seats + among(), (*days, *days, identifiers(committees)))

    raw = _median(lambda: fetched(seats + "= %s", (*days, *days, identifier(first))))
    orm = _median(by_orm)
    ours = _median(lambda: queries.members(body=body, committee=first, on=DAY, today=DAY))
    print(
        f"  {'members of a committee on a day':<42}{ours:9.2f} ms   raw {raw:8.2f} ms   ORM {orm:8.2f} ms   ours / ORM {ours / orm:.2f}"
    )
    raw = _median(several)
    ours = _median(lambda: glances(on=DAY, committees=committees))
    print(
        f"  {'seats of 200 committees, as a list shows them':<42}{ours:9.2f} ms   raw {raw:8.2f} ms   raw / ours {raw / ours:.2f}"
    )
    raw += _median(lambda: fetched(table, (*days, *days, body)))
    ours = _median(lambda: queries.committees(body=body, on=DAY, size=200, with_facets=False))
    print(
        f"  {'table of 200 committees, whole records':<42}{ours:9.2f} ms   raw {raw:8.2f} ms   raw / ours {raw / ours:.2f}"
    )


def _median(call: Callable[[], object]) -> float:
    """Milliseconds."""
    call()
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begun) * 1e3)
    return statistics.median(taken)


if __name__ == "__main__":
    measure()
