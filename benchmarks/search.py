"""Search in 200,000 generated documents on both databases, against one bare look-up in the same index."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from gremienwerk.publishing.search.records import SearchSource

DAY = date(2026, 11, 22)
SIZES = tuple(int(size) for size in os.environ.get("BENCHMARK_SIZES", "2000,20000,200000").split(","))
ROUNDS = int(os.environ.get("BENCHMARK_RUNS", "15"))

HARD = (
    "Flüchtlingsberatung", "Fluechtlingsberatung", "Flüchtlings Beratung", "Beratung für Flüchtlinge",
    "Flüchtlinsberatung", "Verein", "Kulturverein", "Migrantinnen", "AWO", "MSO Netzwerk",
    "Kommunales Integrationsmanagement", "KIM", "Ausländerbeirat", "Strasse", "Integrationsart", "Yildiz",
    "Çiğdem Frauen", "النور", "Rat Integration", "Sprachkurse Barmen", "Xylophonorchester",
)  # fmt: skip
TOPICS = (
    "Flüchtling", "Integration", "Migration", "Kultur", "Sprach", "Bildung", "Jugend", "Frauen", "Senioren", "Sport",
    "Musik", "Gesundheit", "Schul", "Arbeit", "Wohn", "Stadtteil", "Nachbarschaft", "Familien", "Eltern", "Kinder",
    "Ehrenamt", "Sozial", "Umwelt", "Quartier", "Demokratie", "Teilhabe", "Vielfalt", "Friedens", "Theater", "Garten",
)  # fmt: skip
LINKS = {"Flüchtling": "s", "Integration": "s", "Migration": "s", "Bildung": "s", "Gesundheit": "s", "Arbeit": "s", "Ehrenamt": "s"}  # fmt: skip
HEADS = (
    "beratung", "verein", "netzwerk", "kreis", "hilfe", "zentrum", "initiative", "projekt", "gruppe", "forum", "werk",
    "konferenz", "rat", "beirat", "förderung", "arbeit", "dienst", "treff", "haus", "büro", "stelle", "bündnis",
)  # fmt: skip
PEOPLES = ("Kurdischer", "Türkischer", "Syrischer", "Ukrainischer", "Polnischer", "Eritreischer", "Griechischer", "Iranischer")  # fmt: skip
PLACES = (
    "Barmen",
    "Elberfeld",
    "Vohwinkel",
    "Ronsdorf",
    "Cronenberg",
    "Langerfeld",
    "Oberbarmen",
    "Heckinghausen",
)
SYLLABLES = ("al", "ber", "dor", "en", "fal", "gün", "hel", "is", "kay", "lin", "mar", "nur", "oz", "per", "rot", "şen", "tür", "ul", "wes", "yıl")  # fmt: skip
RARE = (
    ("Frauenverein Çiğdem", "Çiğdem Kadın Derneği"),
    ("Sportverein Yıldız", "Yıldızspor"),
    ("Kulturverein El-Nur", "مسجد النور"),
    ("Arbeiterwohlfahrt Kreisverband", "AWO"),
    ("Lenkungsgruppe Kommunales Integrationsmanagement", "KIM"),
    ("Ausschuss für Chancengerechtigkeit und Integration", "Ausländerbeirat"),
    ("Netzwerk der Migrantenselbstorganisationen", ""),
)


def main() -> None:
    """Run on SQLite and on a throw-away PostgreSQL, one after the other, each in a process of its own."""
    from tests.support.postgresql import server_programs, throw_away_cluster

    _run({"GREMIENWERK_DATA_DIR": tempfile.mkdtemp(prefix="gremienwerk-benchmark-")})
    if server_programs() is None:
        print("PostgreSQL's server programs are not installed: measured on SQLite only.")
        return
    with throw_away_cluster() as url:
        _run({"GREMIENWERK_DATABASE_URL": url})


def _run(settings: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.search"], check=True, env={**os.environ, **settings})


def measure() -> None:
    """Fill the index step by step and print the times at each size."""
    import django
    from django.core.management import call_command
    from django.db import connection

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from tests.support.cast import make_body

    body = make_body(key="05999077").pk
    print(f"\n{connection.vendor}")
    filled = 0
    for size in SIZES:
        _fill(body, filled, size)
        filled = size
        _ask_all(body, size)


def _fill(body: int, begin: int, end: int) -> None:
    from django.db import connection

    from gremienwerk.publishing.search.indexing import write

    begun = time.perf_counter()
    portion = 2_000
    for first in range(begin, end, portion):
        write(list(_documents(body, first, min(first + portion, end))))
    batch = (time.perf_counter() - begun) / (end - begin)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE publishing_searchentry")
    single = [_timed(partial(_write_some, body, n, n + 1)) for n in range(end, end + 20)]
    print(
        f"{end:>8} entries: writing {batch * 1e6:,.0f} µs each in batches, "
        f"{statistics.median(single) * 1e3:.1f} ms alone (median of 20)"
    )


def _write_some(body: int, begin: int, end: int) -> None:
    from gremienwerk.publishing.search.indexing import write

    write(_documents(body, begin, end))


def _ask_all(body: int, size: int) -> None:
    from gremienwerk.publishing.search.finding import find, suggest
    from gremienwerk.publishing.search.vocabulary import vocabulary_of

    loaded = _timed(lambda: vocabulary_of(body))
    known = len(vocabulary_of(body).words)
    times: list[float] = []
    worst: list[tuple[float, str, int]] = []
    for query in HARD:
        own = [
            _timed(partial(find, body=body, text=query, language="de", on=DAY, limit=10))
            for _ in range(ROUNDS)
        ]
        total = find(body=body, text=query, language="de", on=DAY, limit=10).total
        times += own
        worst.append((statistics.median(own), query, total))
    typed = ("Fl", "Flü", "Kulturv", "Frauenverein Ci", "Integr")
    suggested = [
        _timed(partial(suggest, body=body, text=q, on=DAY, limit=8)) for q in typed for _ in range(ROUNDS)
    ]
    floor = statistics.median(_timed(lambda: _bare(body)) for _ in range(ROUNDS))
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(
        f"{size:>8} entries, {known:,} words (first load {loaded * 1e3:.0f} ms): p50 {median * 1e3:.1f} ms, "
        f"p95 {p95 * 1e3:.1f} ms; suggestions p95 {statistics.quantiles(suggested, n=20)[-1] * 1e3:.1f} ms; "
        f"bare look-up {floor * 1e3:.2f} ms, ratio {floor / median:.2f}"
    )
    for taken, query, total in sorted(worst, reverse=True) if os.environ.get("BENCHMARK_DETAILS") else ():
        print(f"          {taken * 1e3:6.1f} ms  {query} ({total})")


def _bare(body: int) -> object:
    """The limit: one word, one statement, nothing understood and nothing ordered."""
    from gremienwerk.publishing.search.matching import AnyOf, keys

    return keys(body=body, condition=AnyOf(("afluchtlingsberatung",)), nouns=None, on=DAY, most=10)


def _documents(body: int, begin: int, end: int) -> Iterator[SearchSource]:
    from gremienwerk.publishing.search.records import SearchSource

    for number in range(begin, end):
        chance = random.Random(number)
        title, other = _name(number, chance)
        yield SearchSource(
            body=body,
            noun=chance.choice(("committee", "organisation", "organisation", "meeting", "profile", "answer")),
            uid=UUID(int=number + 1),
            language="de",
            title=title,
            other_names=(other,) if other else (),
            keywords=tuple(chance.sample(PLACES, 1)) + tuple(chance.sample(TOPICS, 2)),
            summary=chance.choice(_sentences()),
            text=" ".join(chance.choices(_sentences(), k=3)),
        )


def _name(number: int, chance: random.Random) -> tuple[str, str]:
    if number < len(RARE):
        return RARE[number]
    own = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()
    shape = chance.randrange(4)
    if shape == 0:
        return f"{chance.choice(PEOPLES)} {_compound(chance)} {own}", own
    if shape == 1:
        return f"{_compound(chance)} {chance.choice(PLACES)}", ""
    if shape == 2:
        return f"{_compound(chance)} {own}straße", f"{own} e. V."
    return f"{_compound(chance)} für {chance.choice(TOPICS)} und {_compound(chance)}", ""


def _compound(chance: random.Random) -> str:
    topic = chance.choice(TOPICS)
    if chance.random() < 0.3:
        topic += LINKS.get(topic, "") + chance.choice(TOPICS).lower()
        return topic + chance.choice(HEADS)
    return topic + LINKS.get(topic, "") + chance.choice(HEADS)


@lru_cache(maxsize=1)
def _sentences() -> tuple[str, ...]:
    """A stock of sentences to draw from, so that making documents takes no longer than indexing them."""
    chance = random.Random(0)
    shapes: tuple[Callable[[], str], ...] = (
        lambda: _compound(chance),
        lambda: chance.choice(TOPICS),
        lambda: chance.choice(
            ("begleitet", "berät", "unterstützt", "trifft", "plant", "der", "die", "und", "für", "mit")
        ),
    )
    return tuple(
        " ".join(chance.choices(shapes, weights=(3, 2, 6))[0]() for _ in range(12)) + "."
        for _ in range(20_000)
    )


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


if __name__ == "__main__":
    measure()
