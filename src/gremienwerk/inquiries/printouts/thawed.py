"""A frozen paper back as the values that renderers take: the way back from ``frozen.plain``."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date, datetime
from enum import Enum
from typing import Any

from gremienwerk.documents.rendering.content import annexes, charts, papers, text
from gremienwerk.documents.rendering.content.papers import AnswerPaper

_TYPES: dict[str, type] = {
    name: found
    for module in (annexes, charts, papers, text)
    for name, found in vars(module).items()
    if isinstance(found, type) and found.__module__ == module.__name__
}


class NotThawable(ValueError):
    """The frozen paper has another shape than this version writes."""


def thawed_paper(*, frozen: dict[str, Any], inquiry_number: str | None, produced_at: datetime) -> AnswerPaper:
    """The paper that was frozen, with what was left out of the frozen form.

    Raises:
        NotThawable: if something is missing or of another kind.
    """
    given = frozen | {"inquiry_number": inquiry_number, "produced_at": produced_at}
    try:
        return typing.cast(AnswerPaper, _record(given, AnswerPaper))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise NotThawable(str(error)) from error


def _thawed(value: Any, hint: Any) -> Any:
    if isinstance(value, dict) and "type" in value:
        return _record(value, _TYPES[value["type"]])
    if isinstance(value, list):
        return tuple(_items(value, hint))
    wanted = [one for one in typing.get_args(hint) if one is not types.NoneType]
    if typing.get_origin(hint) in (typing.Union, types.UnionType) and len(wanted) == 1:
        return _thawed(value, wanted[0])
    return _plain(value, hint) if isinstance(value, str) and isinstance(hint, type) else value


def _plain(value: str, kind: type) -> Any:
    if issubclass(kind, Enum):
        return kind(value)
    if issubclass(kind, date):
        return kind.fromisoformat(value)
    return value.encode() if issubclass(kind, bytes) else value


def _items(value: list[Any], hint: Any) -> list[Any]:
    tuples = [one for one in (hint, *typing.get_args(hint)) if typing.get_origin(one) is tuple]
    inner = typing.get_args(tuples[0])[0]
    return [_thawed(one, inner) for one in value]


def _record(value: dict[str, Any], kind: type) -> Any:
    if not dataclasses.is_dataclass(kind) and not hasattr(kind, "_fields"):
        raise NotThawable(kind.__name__)
    hints = typing.get_type_hints(kind)
    return kind(**{name: _thawed(value[name], hint) for name, hint in hints.items() if name in value})
