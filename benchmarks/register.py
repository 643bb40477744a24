"""Reads of the register on a day, and batch writes, against raw SQL in the same run."""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

DAY = date(2025, 6, 1)
SIZES = (1, 10)


def main() -> None:
    """Build registers of growing size and print time, raw limit and ratio of each read."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    for factor in SIZES:
        _measure(committees=200 * factor, seats=8)


def _measure(*, committees: int, seats: int) -> None:
    from django.db import connection

    from gremienwerk.committees.actions import Appointment, appoint_many
    from gremienwerk.committees.queries import committees_on, seats_on
    from tests.support.cast import SETUP, make_body, make_committee, make_organisation

    body = make_body(key=f"0599{random.randrange(1000, 9999)}")
    organisations = [make_organisation(body, f"Organisation {n}") for n in range(100)]
    groups = [make_committee(body, f"Gremium {n}") for n in range(committees)]
    wanted = [
        Appointment(group, organisation=organisation, on=DAY - timedelta(days=n * 40))
        for group in groups
        for n, organisation in enumerate(random.Random(group.pk).sample(organisations, seats))
    ]
    begun = time.perf_counter()
    appoint_many(body=body, appointments=wanted, by=SETUP)
    batch = time.perf_counter() - begun
    print(f"{len(wanted):>8} seats written through the batch action: {len(wanted) / batch:,.0f} rows/s")

    def raw(sql: str, *values: date | int) -> Callable[[], int]:
        def run() -> int:
            with connection.cursor() as cursor:
                cursor.execute(sql, values)
                return len(cursor.fetchall())

        return run

    held = "(valid_from IS NULL OR valid_from <= %s) AND (valid_until IS NULL OR valid_until > %s)"
    one = f"SELECT id, organisation_id, role FROM committees_membership WHERE committee_id = %s AND {held}"
    table = f"""SELECT c.*, k.name, m.id, m.organisation_id, m.person_id, m.role, m.seats, m.voting, m.valid_from,
        m.valid_until FROM committees_committee c JOIN bodies_committeekind k ON k.id = c.kind_id
        LEFT JOIN committees_membership m ON m.committee_id = c.id AND {held} WHERE c.body_id = %s"""
    first = groups[0].pk
    _compare(
        "members of one committee",
        lambda: seats_on(body=body.pk, on=DAY, committees=[first]),
        raw(one, first, DAY, DAY),
    )
    _compare(
        f"table of {committees} committees",
        lambda: committees_on(body=body.pk, on=DAY),
        raw(table, DAY, DAY, body.pk),
    )


def _compare(name: str, ours: Callable[[], object], limit: Callable[[], object]) -> None:
    mine, raw = _median(ours), _median(limit)
    print(f"{name:>40}: {mine * 1e3:8.2f} ms   raw SQL {raw * 1e3:8.2f} ms   ratio {raw / mine:5.2f}")


def _median(call: Callable[[], object], *, runs: int = int(os.environ.get("BENCHMARK_RUNS", "15"))) -> float:
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)
