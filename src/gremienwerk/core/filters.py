"""Filters of a list as plain values: what may be chosen, what is chosen, and how to undo each choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

TEXT = "text"


class Option(NamedTuple):
    """One value that may be chosen; ``value`` stands in the address, ``label`` on the page."""

    value: str
    label: str


class Choice(NamedTuple):
    """A filter with a fixed set of options; ``value`` is empty where nothing is chosen."""

    name: str
    label: str
    any_label: str
    options: tuple[Option, ...]
    value: str = ""

    @property
    def chosen(self) -> Option | None:
        """The chosen option."""
        return next((option for option in self.options if option.value == self.value), None)


class ActiveFilter(NamedTuple):
    """A filter that is at work, with the address of the same list without it."""

    label: str
    remove_url: str


class Filters(NamedTuple):
    """Everything a filter form shows."""

    text: str
    choices: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    active: tuple[ActiveFilter, ...]
    reset_url: str
    page_url: str

    @property
    def has_choice(self) -> bool:
        """Whether any filter besides the text is at work."""
        return any(choice.value for choice in self.choices)

    def without(self, name: str) -> str:
        """The address of the same list without one filter, ready for a parameter to follow: "?thema=kultur&"."""
        given = [*self.hidden, *([(TEXT, self.text)] if self.text else [])]
        given += [
            (choice.name, choice.value) for choice in self.choices if choice.value and choice.name != name
        ]
        address = _address(given)
        return f"{address}&" if len(address) > 1 else "?"

    def value(self, name: str) -> str:
        """The chosen value of the filter ``name``, empty for all."""
        return next(choice.value for choice in self.choices if choice.name == name)


def read_filters(
    *, given: Mapping[str, str], choices: Sequence[Choice], kept: Iterable[str] = (), text_label: str = "Text"
) -> Filters:
    """Read the filters of a list from an address.

    Args:
        given: the parameters of the address; values that no choice offers are ignored.
        choices: the filters of this list, without values.
        kept: names of parameters that belong to the page and stay when filters change (its date).
        text_label: the word before the searched text among the active filters.
    """
    text = given.get(TEXT, "").strip()
    read = tuple(_chosen(choice, given.get(choice.name, "")) for choice in choices)
    hidden = tuple((name, given[name]) for name in kept if given.get(name))
    current = [(TEXT, text)] if text else []
    current += [(choice.name, choice.value) for choice in read if choice.value]
    labels = {choice.name: f"{choice.label}: {choice.chosen.label}" for choice in read if choice.chosen}
    labels[TEXT] = f"{text_label}: {text}"
    active = tuple(
        ActiveFilter(labels[name], _address([*hidden, *((n, v) for n, v in current if n != name)]))
        for name, _ in current
    )
    address = _address([*hidden, *current])
    return Filters(text, read, hidden, active, _address(hidden), f"{address}&" if len(address) > 1 else "?")


def _chosen(choice: Choice, value: str) -> Choice:
    return choice._replace(value=value if any(value == option.value for option in choice.options) else "")


def _address(parameters: Iterable[tuple[str, str]]) -> str:
    return f"?{urlencode(list(parameters))}"
