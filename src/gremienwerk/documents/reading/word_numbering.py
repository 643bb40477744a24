"""Automatic numbers of Word documents, counted as Word counts them.

Source of the rules: ISO/IEC 29500-1, 17.9 (numbering): levels of abstract numberings, overrides
of a numbering instance, restart after a higher level, numbers of styles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from gremienwerk.documents.reading.numerals import formatted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SYMBOL_BULLETS = re.compile("[\uf000-\uf0ff]")


@dataclass(slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _Instance:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class WordNumbering:
    """The counters of one document; ``label`` is asked paragraph by paragraph in reading order."""

    def __init__(self, *, numbering: Any | None, styles: Any | None) -> None:
        self._instances = _read_instances(numbering) if numbering is not None else {}
        self._styles = _read_styles(styles) if styles is not None else {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, properties: Any | None) -> tuple[str, int]:
        """The number that Word shows before a paragraph, and its level; ("", 0) for none.

        Args:
            properties: the paragraph's ``w:pPr``.
        """
        number_id, level = self._reference(properties)
        instance = self._instances.get(number_id or "")
        if instance is None:
            return "", 0
        definition = instance.levels.get(level, _Level())
        counters = self._advance(number_id or "", instance, level, definition)
        if definition.style == "bullet":
            return _bullet(definition.text), level
        return self._write(instance, definition, counters), level

    def _reference(self, properties: Any | None) -> tuple[str | None, int]:
        if properties is None:
            return None, 0
        style = properties.find(f"{W}pStyle")
        from_style = self._styles.get(_value(style) or "") if style is not None else self._styles.get("")
        direct = properties.find(f"{W}numPr")
        if direct is None:
            return from_style or (None, 0)
        number_id = _value(direct.find(f"{W}numId"))
        level = _number(_value(direct.find(f"{W}ilvl")), from_style[1] if from_style else 0)
        if number_id is None and from_style:
            number_id = from_style[0]
        return (None, 0) if number_id == "0" else (number_id, level)

    def _advance(self, number_id: str, instance: _Instance, level: int, definition: _Level) -> dict[int, int]:
        counters = self._counters.setdefault(instance.abstract, {})
        if (number_id, level) not in self._started:
            self._started.add((number_id, level))
            if level in instance.starts:
                counters.pop(level, None)
        start = instance.starts.get(level, definition.start)
        counters[level] = counters[level] + 1 if level in counters else start
        for deeper in [one for one in counters if one > level]:
            restart = instance.levels.get(deeper, _Level()).restart
            if restart is None or (restart != 0 and level < restart):
                del counters[deeper]
        for higher in range(level):
            counters.setdefault(higher, instance.levels.get(higher, _Level()).start)
        return counters

    def _write(self, instance: _Instance, definition: _Level, counters: dict[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            level = int(match.group(1)) - 1
            style = instance.levels.get(level, _Level()).style
            return formatted(counters.get(level, 1), "decimal" if definition.legal else style)

        return re.sub(r"%([1-9])", number, definition.text).strip()


def _bullet(text: str) -> str:
    return "•" if not text.strip() or _SYMBOL_BULLETS.search(text) or text.strip() == "o" else text.strip()


def _read_instances(numbering: Any) -> dict[str, _Instance]:
    abstracts = {_attribute(one, "abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    linked = {
        _value(one.find(f"{W}styleLink")): key
        for key, one in abstracts.items()
        if one.find(f"{W}styleLink") is not None
    }
    found: dict[str, _Instance] = {}
    for one in numbering.iter(f"{W}num"):
        key = _value(one.find(f"{W}abstractNumId")) or ""
        abstract = abstracts.get(key)
        if abstract is None:
            continue
        link = _value(abstract.find(f"{W}numStyleLink"))
        if link in linked:
            key = linked[link]
            abstract = abstracts[key]
        levels = {
            _number(_attribute(lvl, "ilvl"), 0): _read_level(lvl) for lvl in abstract.findall(f"{W}lvl")
        }
        instance = _Instance(abstract=key, levels=levels)
        for override in one.findall(f"{W}lvlOverride"):
            level = _number(_attribute(override, "ilvl"), 0)
            if override.find(f"{W}lvl") is not None:
                instance.levels[level] = _read_level(override.find(f"{W}lvl"))
            if override.find(f"{W}startOverride") is not None:
                instance.starts[level] = _number(_value(override.find(f"{W}startOverride")), 1)
        found[_attribute(one, "numId")] = instance
    return found


def _read_level(level: Any) -> _Level:
    restart = level.find(f"{W}lvlRestart")
    return _Level(
        start=_number(_value(level.find(f"{W}start")), 1),
        style=_value(level.find(f"{W}numFmt")) or "decimal",
        text=_value(level.find(f"{W}lvlText")) or "",
        restart=None if restart is None else _number(_value(restart), 0),
        legal=level.find(f"{W}isLgl") is not None,
    )


def _read_styles(styles: Any) -> dict[str, tuple[str | None, int]]:
    """Numbers that paragraph styles bring along, also inherited ones; "" is the default style."""
    elements = {_attribute(one, "styleId"): one for one in styles.iter(f"{W}style")}
    found: dict[str, tuple[str | None, int]] = {}
    for key, element in elements.items():
        reference = _style_number(key, elements)
        if reference is not None:
            found[key] = reference
            if _attribute(element, "default") in {"1", "true"} and _attribute(element, "type") == "paragraph":
                found[""] = reference
    return found


def _style_number(key: str, elements: dict[str, Any]) -> tuple[str | None, int] | None:
    seen: set[str] = set()
    level: int | None = None
    while key in elements and key not in seen:
        seen.add(key)
        direct = elements[key].find(f"{W}pPr/{W}numPr")
        if direct is not None:
            stated = _value(direct.find(f"{W}ilvl"))
            if level is None and stated is not None:
                level = _number(stated, 0)
            number_id = _value(direct.find(f"{W}numId"))
            if number_id is not None:
                return None if number_id == "0" else (number_id, level or 0)
        based_on = elements[key].find(f"{W}basedOn")
        key = (_value(based_on) or "") if based_on is not None else ""
    return None


def _value(element: Any | None) -> str | None:
    return None if element is None else element.get(f"{W}val")


def _attribute(element: Any, name: str) -> str:
    return str(element.get(f"{W}{name}") or "")


def _number(text: str | None, default: int) -> int:
    try:
        return min(int(text), 1_000_000) if text is not None else default
    except ValueError:
        return default
