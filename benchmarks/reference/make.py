"""Writes the reference papers `table_*.typ`: what a Typst author would type for the same annex table, nothing more.

The rows are the samples of the tests. Run `python -m benchmarks.reference.make` after changing them, and commit.
"""

import re
from pathlib import Path

from gremienwerk.documents.rendering import cells
from gremienwerk.documents.rendering.pdf_data import COMMITTEE_COLUMNS
from tests.documents.rendering.samples import many_rows

HERE = Path(__file__).parent
SIZES = (50, 200, 1000)
HEAD = """\
#set document(title: "Gremientabelle", date: none)
#set text(lang: "de", font: "Noto Sans", size: 8pt, stretch: 75%, hyphenate: true)
#set par(leading: 0.55em)
#set page(paper: "a4", flipped: true, margin: (x: 15mm, top: 24mm, bottom: 18mm), numbering: "1 von 1", header: [Gremientabelle #h(1fr) Stand: 15. Mai 2026])
#set table.cell(breakable: false)
= Gremientabelle
"""


def typed(line: cells.CellLine) -> str:
    """A line of a cell as markup."""
    label = f"#text(fill: luma(80))[{escaped(line.label)}:] " if line.label else ""
    if line.text is None:
        return f"{label}_nicht erfasst_"
    return label + (f"*{escaped(line.text)}*" if line.strong else escaped(line.text))


def escaped(text: str) -> str:
    """Text that Typst prints as it is."""
    return re.sub(r"([\\#$*_`<>@~\[\]])", r"\\\1", text)


def reference(count: int) -> str:
    """The table of `count` committees as a Typst file."""
    widths = ", ".join(f"{share}fr" for share in COMMITTEE_COLUMNS)
    header = ", ".join(f"[*{escaped(word)}*]" for word in cells.COMMITTEE_HEADER)
    rows = "\n".join(
        "  "
        + ", ".join(
            "[" + " \\\n".join(typed(line) for line in cell) + "]" for cell in cells.committee_cells(row=row)
        )
        + ","
        for row in many_rows(count)
    )
    table = f"#table(\n  columns: ({widths}),\n  stroke: (x, y) => (bottom: 0.5pt + luma(200)),\n  table.header({header}),\n{rows}\n)\n"
    return HEAD + table


if __name__ == "__main__":
    for size in SIZES:
        (HERE / f"table_{size}.typ").write_text(reference(size), encoding="utf-8")
