"""The annex table as PDF/UA against bare Typst for a committed reference paper of the same rows, in the same run."""

from __future__ import annotations

import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

REFERENCE = Path(__file__).parent / "reference"
SIZES = (50, 200, 1000)
TARGET = 1.2
# Each measurement is a process of its own, because Typst keeps what it has laid out.
MEASURE = """
import datetime, sys, time, typst
source, root, fonts, data = sys.argv[1:5]
compiler = typst.Compiler(source, root=root, font_paths=[fonts], ignore_system_fonts=True)
inputs = {"data": open(data, encoding="utf-8").read()} if data else {}
begun = time.perf_counter()
compiler.compile(input=source, sys_inputs=inputs, pdf_standards=["ua-1"],
                 timestamp=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
print(time.perf_counter() - begun)
"""


def main() -> None:
    """Print seconds of both and the ratio for 50, 200 and 1,000 rows."""
    from gremienwerk.documents.rendering import pdf_data
    from gremienwerk.documents.rendering.typesetting import TEMPLATES
    from tests.documents.rendering.samples import many_rows, paper

    for size in SIZES:
        whole = paper(rows=many_rows(size))
        table = dataclasses.replace(whole, annexes=whole.annexes[:1], items=(), climate_check=None)
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as data:
            json.dump(pdf_data.paper_values(paper=table, drawings={}), data)
            data.flush()
            bare, ours = [], []
            for _ in range(int(os.environ.get("BENCHMARK_RUNS", "5"))):
                bare.append(_seconds(REFERENCE / f"table_{size}.typ", ""))
                ours.append(_seconds(TEMPLATES / "answer.typ", data.name))
        ratio = statistics.median(ours) / statistics.median(bare)
        verdict = "ok" if ratio <= TARGET else "too slow"
        print(
            f"{size:>5} rows: {statistics.median(ours):6.2f} s   bare Typst {statistics.median(bare):6.2f} s   "
            f"ratio {ratio:5.2f} (target {TARGET}, {verdict})"
        )


def _seconds(source: Path, data: str) -> float:
    from gremienwerk.documents.rendering.typesetting import FONTS

    command = [sys.executable, "-c", MEASURE, str(source), str(source.parent), str(FONTS), data]
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
