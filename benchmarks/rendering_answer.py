"""The whole answer, warm, for 200 committees, 60 organisations and a chart of 150 groups; target 2 s."""

from __future__ import annotations

import os
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

TARGET_SECONDS = 2.0


def main() -> None:
    """Print the median of the five files together, and each alone; every run has other rows, so nothing is cached."""
    from gremienwerk.documents.rendering import chart, pdf, sheet, word, worker
    from gremienwerk.documents.rendering.content.papers import AnswerPaper
    from tests.documents.rendering.samples import entries, large_chart, many_rows, paper

    def given(seed: int) -> AnswerPaper:
        return paper(
            rows=many_rows(200, seed), chart=large_chart(140 + seed % 23, 5 + seed // 1000), directory=60
        )

    def sheets(one: AnswerPaper) -> None:
        table, listed = one.annexes[0], one.annexes[3]
        city, as_of, produced_at = one.letterhead.city, one.as_of, one.produced_at
        sheet.committee_table(table=table, city=city, as_of=as_of, produced_at=produced_at)  # type: ignore[arg-type]
        sheet.directory(directory=listed, city=city, as_of=as_of, produced_at=produced_at)  # type: ignore[arg-type]

    def drawing(one: AnswerPaper) -> None:
        chart.as_file(chart=one.annexes[2].chart)  # type: ignore[union-attr]

    def everything(one: AnswerPaper) -> None:
        with ThreadPoolExecutor(max_workers=1) as beside:
            printed = beside.submit(pdf.answer, paper=one)
            word.answer(paper=one)
            sheets(one)
            drawing(one)
            printed.result()

    worker.warm_up()
    everything(paper(directory=len(entries(3))))
    runs = int(os.environ.get("BENCHMARK_RUNS", "5"))
    parts = (
        ("all files", everything),
        ("PDF", lambda one: pdf.answer(paper=one)),
        ("Word", lambda one: word.answer(paper=one)),
        ("spreadsheets", sheets),
        ("drawing", drawing),
    )
    for offset, (name, make) in enumerate(parts):
        taken = []
        for run in range(runs):
            one = given(1000 * offset + run)
            begun = time.perf_counter()
            make(one)
            taken.append(time.perf_counter() - begun)
        note = f"   target {TARGET_SECONDS} s" if make is everything else ""
        print(f"{name:>13}: {statistics.median(taken):5.2f} s{note}")
