"""What public pages read, on registers of growing size, against raw SQL over the same rows in the same run."""

from __future__ import annotations

import json
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

DAY = date(2025, 6, 1)
SIZES = tuple(int(size) for size in os.environ.get("BENCHMARK_SIZES", "1,10").split(","))
ROUNDS = int(os.environ.get("BENCHMARK_RUNS", "9"))
ORGANISATIONS, COMMITTEES, PERSONS, SEATS, MEETINGS = 500, 200, 5_000, 20_000, 5_000


def main() -> None:
    """Build registers of growing size; print what publishing them costs and each read with its limit."""
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    for factor in SIZES:
        body = fill(factor)
        _measure(body, factor)


def fill(factor: int) -> int:
    """A register of which everything is public; returns the body's primary key."""
    from django.db import connection

    from gremienwerk.audit.change import change
    from gremienwerk.bodies.models import CommitteeKind
    from gremienwerk.committees.models import Committee, Membership, Representative
    from gremienwerk.meetings.models import Meeting
    from gremienwerk.organisations.models import Consent, Organisation, Person
    from tests.support.cast import SETUP, kind_of, make_body

    dice = random.Random(factor)
    body = make_body(name=f"Messstadt {factor}", key=f"0599{dice.randrange(1000, 9999)}")
    kinds = list(CommitteeKind.objects.filter(body=body))
    organisation_kinds = [kind_of(body, key) for key in ("mso", "association", "welfare")]
    begun = time.perf_counter()
    with change(by=SETUP, body=body.pk) as made:
        organisations = [
            Organisation(body=body, name=f"Verein {n:06}") for n in range(ORGANISATIONS * factor)
        ]
        made.create_many(organisations, action="benchmark")
        through: Any = Organisation.kinds.through
        through.objects.bulk_create(
            through(organisation_id=row.pk, organisationkind_id=dice.choice(organisation_kinds).pk)
            for row in organisations
        )
        committees = [
            Committee(
                body=body,
                name=f"Gremium {n:06}",
                kind=dice.choice(kinds),
                visibility="public",
                goal="Wir arbeiten zusammen. " * 8,
                founded_earliest=date(2018, 1, 1),
                founded_latest=date(2018, 1, 1),
                founded_precision="day",
            )
            for n in range(COMMITTEES * factor)
        ]
        made.create_many(committees, action="benchmark")
        seats = [
            Membership(
                body=body,
                committee=committees[n % len(committees)],
                organisation=organisations[(n * 7 + n // len(committees)) % len(organisations)],
                role="lead" if n < len(committees) else "member",
                valid_from=DAY - timedelta(days=40 * (n // len(committees))),
                valid_until=None if n < len(committees) * 8 else DAY - timedelta(days=10),
            )
            for n in range(SEATS * factor)
        ]
        made.create_many(seats, action="benchmark")
        persons = [Person(body=body, family_name=f"Person {n}") for n in range(PERSONS * factor)]
        made.create_many(persons, action="benchmark")
        made.create_many(
            [Representative(body=body, membership=seat, person=dice.choice(persons)) for seat in seats[::4]],
            action="benchmark",
        )
        made.create_many(
            [
                Consent(body=body, person=person, field="name", basis="consent", valid_from=DAY)
                for person in persons[::10]
            ],
            action="benchmark",
        )
        meetings = [
            Meeting(
                body=body,
                starts_at=datetime(2024, 1, 1, 9, tzinfo=UTC) + timedelta(hours=5 * n / factor),
                is_public=True,
                place="Rathaus",
            )
            for n in range(MEETINGS * factor)
        ]
        made.create_many(meetings, action="benchmark")
        met: Any = Meeting.committees.through
        met.objects.bulk_create(
            met(meeting_id=row.pk, committee_id=dice.choice(committees).pk) for row in meetings
        )
        written = time.perf_counter()
    done = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(
        f"\n{connection.vendor}, {factor} ×: {len(organisations):,} organisations, {len(committees):,} committees, "
        f"{len(seats):,} seats, {len(meetings):,} meetings\n"
        f"   register written in {written - begun:.1f} s; audit, public rows and index in {done - written:.1f} s more"
    )
    return body.pk


def _measure(body: int, factor: int) -> None:
    from django.db import connection

    from gremienwerk.committees.actions import describe_committee
    from gremienwerk.committees.models import Committee
    from gremienwerk.committees.queries import seats_on
    from gremienwerk.publishing import queries
    from gremienwerk.publishing.records import CommitteeChoice, MeetingChoice
    from tests.support.cast import SETUP

    first = Committee.objects.filter(body=body).order_by("pk").first()
    assert first is not None
    uid = first.uid.hex if connection.vendor == "sqlite" else first.uid

    def raw(sql: str, *values: UUID | str | date | int) -> Callable[[], int]:
        def run() -> int:
            with connection.cursor() as cursor:
                cursor.execute(sql, values)
                return len(cursor.fetchall())

        return run

    held = (
        "({0}valid_from IS NULL OR {0}valid_from <= %s) AND ({0}valid_until IS NULL OR {0}valid_until > %s)"
    )
    days = (DAY, DAY)
    one_committee = (
        "SELECT s.uid, s.role, s.seats, s.voting, s.valid_from, s.valid_until, t.title, o.kinds "
        "FROM publishing_publicseat s JOIN publishing_publicrecord o ON o.uid = s.organisation_id "
        f"JOIN publishing_publictitle t ON t.record_id = s.organisation_id AND {held.format('t.')} "
        f"WHERE s.committee_id = %s AND {held.format('s.')}"
    )
    table = (
        "SELECT r.uid, t.title, r.content, f.value FROM publishing_publicrecord r "
        f"JOIN publishing_publictitle t ON t.record_id = r.uid AND {held.format('t.')} "
        f"JOIN publishing_publicfacet f ON f.record_id = r.uid AND f.facet = 'status' AND {held.format('f.')} "
        "WHERE r.body_id = %s AND r.noun = 'committee' ORDER BY t.sort_key LIMIT 200"
    )
    seats_of_table = (
        "SELECT s.committee_id, s.organisation_id, s.role, t.title, o.kinds "
        "FROM publishing_publicseat s JOIN publishing_publicrecord o ON o.uid = s.organisation_id "
        f"JOIN publishing_publictitle t ON t.record_id = s.organisation_id AND {held.format('t.')} "
        f"WHERE s.body_id = %s AND {held.format('s.')} AND s.committee_id IN ({{ids}})"
    )
    ids = list(Committee.objects.filter(body=body).order_by("name").values_list("uid", flat=True)[:200])
    shown: list[UUID | str] = [one.hex for one in ids] if connection.vendor == "sqlite" else list(ids)
    two = (
        raw(table, *days, *days, body),
        raw(seats_of_table.format(ids=", ".join(["%s"] * len(shown))), *days, body, *days, *shown),
    )
    last = DAY + timedelta(days=365)
    month = raw(
        "SELECT uid, content, starts_at FROM publishing_publicrecord WHERE body_id = %s AND noun = 'meeting' "
        "AND withdrawn_at IS NULL AND day >= %s AND day <= %s ORDER BY day, starts_at LIMIT 50",
        body, DAY, last,
    )  # fmt: skip
    reads: list[tuple[str, Callable[[], Any], Callable[[], Any] | None]] = [
        (
            "members of a committee on a day",
            lambda: queries.members(body=body, committee=first.uid, on=DAY, today=DAY),
            raw(one_committee, *days, uid, *days),
        ),
        (
            "the same seats in the register",
            lambda: seats_on(body=body, on=DAY, committees=[first.pk]),
            raw(one_committee, *days, uid, *days),
        ),
        (
            "table of 200 committees on a day",
            lambda: queries.committees(body=body, on=DAY, size=200, with_facets=False),
            lambda: [run() for run in two],
        ),
        ("list page, 50 committees with options", lambda: queries.committees(body=body, on=DAY), None),
        (
            "list page, filtered by text",
            lambda: queries.committees(body=body, on=DAY, choice=CommitteeChoice(text="gremium 0001")),
            None,
        ),
        ("one committee", lambda: queries.committee(body=body, uid=first.uid, on=DAY), None),
        ("list page, 50 organisations", lambda: queries.organisations(body=body, on=DAY, today=DAY), None),
        (
            "50 meetings of a year",
            lambda: queries.meetings(body=body, today=DAY, first=DAY, last=last),
            month,
        ),
        (
            "meetings of one committee",
            lambda: queries.meetings(body=body, today=DAY, choice=MeetingChoice(committees=(first.uid,))),
            None,
        ),
        ("next turn", lambda: queries.turn(body=body, after=DAY), None),
    ]
    for name, read, limit in reads:
        took = _timed(read)
        if limit is None:
            print(f"   {name:<40}{took * 1e3:9.2f} ms")
        else:
            bare = _timed(limit)
            print(
                f"   {name:<40}{took * 1e3:9.2f} ms   raw {bare * 1e3:8.2f} ms   raw / ours {bare / took:.2f}"
            )
    wrote = _timed(lambda: describe_committee(committee=first, by=SETUP, goal=json.dumps(random.random())))
    print(f"   {'a change of one committee, published':<40}{wrote * 1e3:9.2f} ms   (at {factor} ×)")


def _timed(run: Callable[[], Any]) -> float:
    run()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    main()
