"""The whole answer with all files, against its slowest part alone (the PDF) in the same run; aim: 200 committees < 2 s."""

from __future__ import annotations

import itertools
import os
import statistics
import time
from collections.abc import Callable
from datetime import date

AS_OF = date(2022, 5, 15)
SIZES = (20, 200)


def main() -> None:
    """Build registers of growing size, answer seven questions from each, print the time of every step."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    for committees in SIZES:
        _measure(committees)


def _measure(committees: int) -> None:
    from gremienwerk.documents.rendering import chart, pdf, word
    from gremienwerk.documents.rendering.content.papers import AnswerPaper
    from gremienwerk.inquiries.printing import print_answer
    from gremienwerk.inquiries.printouts import answer_paper, frozen_content
    from gremienwerk.inquiries.printouts.chart import answer_chart
    from gremienwerk.inquiries.queries import register_for
    from tests.inquiries.scene import source_of
    from tests.support.answer_benchmark import make_large_city

    city = make_large_city(committees=committees, key=f"05{committees:06}")
    titles = (f"Anfrage {number}" for number in itertools.count())

    def fresh() -> AnswerPaper:
        """A paper that no cache has seen: Typst keeps what it has laid out."""
        return answer_paper(source=source_of(title=next(titles)), register=register)

    def whole() -> int:
        read = register_for(body=city.body, unit=city.ressort, on=AS_OF)
        source = source_of(title=next(titles))
        paper = answer_paper(source=source, register=read)
        files = print_answer(paper=paper, register=read, source=source)
        frozen_content(paper=paper, register=read, files=files)
        return sum(len(file.content) for file in files)

    size = whole()
    register = register_for(body=city.body, unit=city.ressort, on=AS_OF)
    print(f"{committees} committees, {len(register.own)} of our own, {size / 1e6:.1f} MB in five files")
    everything = _median("whole answer, warm", whole)
    limit = _median("PDF alone", lambda: pdf.answer(paper=fresh()))
    _median("Word alone", lambda: word.answer(paper=fresh()))
    _median("chart alone", lambda: chart.as_file(chart=answer_chart(register=register, whole=False)))
    _median("register", lambda: register_for(body=city.body, unit=city.ressort, on=AS_OF))
    _median("text and tables", fresh)
    print(f"{'PDF alone / whole answer':>28}: {limit / everything:8.2f}")


def _median(
    name: str, call: Callable[[], object], *, runs: int = int(os.environ.get("BENCHMARK_RUNS", "5"))
) -> float:
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    median = statistics.median(taken)
    print(f"{name:>28}: {median * 1e3:8.0f} ms")
    return median
