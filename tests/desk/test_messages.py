"""The texts of the interface can be collected for translators."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from babel.messages.pofile import read_po

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "update_messages.py"


def extracted(target: Path) -> set[str]:
    specification = importlib.util.spec_from_file_location("update_messages", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    script.extract(target=target)
    with target.open("rb") as stream:
        return {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(stream)}


def test_texts_of_templates_and_modules_are_found(tmp_path: Path) -> None:
    found = extracted(tmp_path / "gremienwerk.pot")
    assert "Zum Inhalt springen" in found  # a template
    assert "Bitte korrigieren Sie eine Angabe." in found  # a plural in a template
    assert "Vollständigkeit" in found  # a module
