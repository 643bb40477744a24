"""The documents tell the truth: links lead somewhere, and what they name exists."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.environment import Environment
from gremienwerk.cli.main import _COMMANDS, _DJANGO
from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.committees.rhythm.writing import explain

PROJECT = Path(__file__).resolve().parents[1]
DOCS = PROJECT / "docs"
SOURCE = PROJECT / "src" / "gremienwerk"
PAGES = sorted([*DOCS.rglob("*.md"), *(PROJECT / f"{n}.md" for n in ("README", "CHANGELOG", "CONTRIBUTING"))])
DECISIONS = sorted((DOCS / "adr").glob("[0-9]*.md"))

LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```[^\n]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
VARIABLE = re.compile(r"\bGREMIENWERK_[A-Z_]*[A-Z]\b")
FOR_TESTS_ONLY = {
    "GREMIENWERK_TEST_DATABASE",
    "GREMIENWERK_FAULT_RUNS",
    "GREMIENWERK_FAILPOINT",
    "GREMIENWERK_INPUTS",
}


def name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code_in(path: Path) -> Iterator[str]:
    """Everything set as code, in blocks and in lines."""
    for block, inline in CODE.findall(text(path)):
        yield block or inline


def rows(table_of: str) -> Iterator[list[str]]:
    """The cells of all table rows of a page."""
    for line in table_of.splitlines():
        if line.startswith("|") and not line.startswith("|---"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def anchor(heading: str) -> str:
    """The name by which a link reaches a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(text(path)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, fragment = target.partition("#")
        reached = (path.parent / file).resolve() if file else path
        assert reached.exists(), target
        assert reached.is_relative_to(PROJECT), target
        if fragment:
            headings = re.findall(r"^#+ (.+)$", text(reached), re.MULTILINE)
            assert fragment in {anchor(heading) for heading in headings}, target


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_make_target_that_is_named_exists(path: Path) -> None:
    known = set(re.findall(r"^([a-z-]+):", text(PROJECT / "Makefile"), re.MULTILINE))
    for code in code_in(path):
        named = re.findall(r"^\s*make ([a-z-]+)", code, re.MULTILINE)
        assert set(named) <= known


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_word_of_the_command_that_is_named_exists(path: Path) -> None:
    for code in code_in(path):
        named = re.findall(r"^\s*(?:\S*bin/)?gremienwerk ([a-z_]+)", code, re.MULTILINE)
        assert set(named) <= {*_COMMANDS, *_DJANGO, "help"}


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_script_and_source_file_that_is_named_exists(path: Path) -> None:
    for code in code_in(path):
        for found in re.findall(r"^(?:[\w.-]+/)+(?:[\w.-]+\.(?:py|html|css|csv|md|toml))?$", code):
            packages = (child for child in SOURCE.iterdir() if child.is_dir())
            places = (PROJECT, SOURCE, SOURCE.parent, DOCS, *packages)
            assert any((place / found).exists() for place in places), found


def test_every_variable_that_can_be_set_is_described() -> None:
    described = {cells[0].strip("`") for cells in rows(text(DOCS / "operations.md"))}
    settable = {f"GREMIENWERK_{field.upper()}" for field in Environment.model_fields}
    assert settable == {cell for cell in described if VARIABLE.fullmatch(cell)}


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_variable_that_is_named_can_be_set(path: Path) -> None:
    settable = {f"GREMIENWERK_{field.upper()}" for field in Environment.model_fields}
    assert set(VARIABLE.findall(text(path))) <= settable | FOR_TESTS_ONLY


def test_defaults_are_described_as_they_are() -> None:
    defaults = {
        cells[0].strip("`"): cells[2].strip("`")
        for cells in rows(text(DOCS / "operations.md"))
        if len(cells) > 3
    }
    for field, information in Environment.model_fields.items():
        default = information.default
        if isinstance(default, bool):
            assert defaults[f"GREMIENWERK_{field.upper()}"] == str(default).lower()
        elif isinstance(default, int) or (isinstance(default, str) and default):
            assert defaults[f"GREMIENWERK_{field.upper()}"] == str(default)


def test_every_decision_is_in_the_index_under_its_own_title() -> None:
    index = text(DOCS / "adr" / "README.md")
    for path in DECISIONS:
        title = text(path).splitlines()[0].removeprefix("# ").split(". ", 1)
        assert title[0] == path.name[:4]
        assert f"| {title[0]} | [{title[1]}]({path.name}) |" in index
    assert len(DECISIONS) == len(LINK.findall(index))


@pytest.mark.parametrize("path", DECISIONS, ids=name)
def test_a_decision_is_one_page_in_four_parts(path: Path) -> None:
    lines = text(path).splitlines()
    assert re.fullmatch(r"Status: (accepted|superseded by \d{4}) · \d{4}-\d\d-\d\d", lines[2])
    assert [line for line in lines if line.startswith("## ")] == [
        "## Context",
        "## Decision",
        "## Consequences",
    ]
    assert len([line for line in lines if not line.startswith("|")]) <= 60


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", [*PAGES, PROJECT / "pyproject.toml"], ids=name)
def test_every_decision_that_is_named_exists(path: Path) -> None:
    known = {path.name[:4] for path in DECISIONS}
    assert set(re.findall(r"\bADR (\d{4})\b", text(path))) <= known


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text(PROJECT / "pyproject.toml"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    used = {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in named}
    reasoned = {cells[0].strip("`") for cells in rows(text(next((DOCS / "adr").glob("0024-*.md"))))}
    assert used == reasoned - {"package"}


@pytest.mark.parametrize(
    ("function", "file"), sorted(set(re.findall(r"`([\w.]+)` in `([\w/]+\.py)`", text(DOCS / "flows.md"))))
)
def test_what_a_flow_names_is_defined_there(function: str, file: str) -> None:
    last = function.rsplit(".", maxsplit=1)[-1]
    assert re.search(rf"\b(?:def|class) {last}\b|^{last} =|^    {last} =", text(SOURCE / file), re.MULTILINE)


def test_rooms_called_empty_are_empty() -> None:
    for found in set(re.findall(r"\| `(\w+)`[^|]*\| empty room", text(DOCS / "flows.md"))):
        assert [path.name for path in (SOURCE / found).rglob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize(
    "cells", list(rows(text(DOCS / "handbuch" / "turnus-schreiben.md")))[1:], ids=lambda cells: cells[0]
)
def test_the_handbook_says_how_rhythms_are_read(cells: list[str]) -> None:
    written, reading = cells
    assert explain(parse(written)) == reading


@pytest.mark.parametrize("path", sorted((DOCS / "handbuch").glob("*.md")), ids=name)
def test_the_handbook_addresses_its_reader_politely(path: Path) -> None:
    assert not re.search(r"\b(?:du|dein|deine|dir|dich)\b", text(path), re.IGNORECASE)


def test_every_page_of_the_handbook_is_in_its_list() -> None:
    pages = {path.name for path in (DOCS / "handbuch").glob("*.md")} - {"README.md"}
    assert pages <= set(LINK.findall(text(DOCS / "handbuch" / "README.md")))


def test_every_number_of_a_room_of_the_map_is_a_package() -> None:
    packages = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    named = {cells[0].strip("`") for cells in rows(text(DOCS / "map.md")) if cells[0].startswith("`")}
    assert named == packages
