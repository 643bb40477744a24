"""How a person is found in running text, and taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from gremienwerk.organisations.models import Person

MASK = "[gelöscht]"
_BEFORE_A_FAMILY_NAME = r"(?:Herrn?|Frau|Familie|Dr\.|Prof\.|Imam|Hodscha)"
_LETTERS = {"ı": "[ıi]", "ş": "[şs]", "ğ": "[ğg]", "ç": "[çc]", "ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue|u)", "ß": "(?:ß|ss)"}  # fmt: skip


class Naming:
    """The ways in which texts name one person: full name in both orders, with initial or address, mail, telephone.

    Args:
        person: whom.
        alone: whether the bare family name means this person, too; it may be somebody else's.
        kept: names of institutions; where one of them stands, nothing is taken out of it.
        also: the same person as other records had them, before these were merged into one.
    """

    def __init__(
        self, *, person: Person, alone: bool = False, kept: Iterable[str] = (), also: Iterable[Person] = ()
    ) -> None:
        forms = "|".join(dict.fromkeys(form for one in (person, *also) for form in _forms(one, alone=alone)))
        self._forms = re.compile(rf"(?<![^\W_])(?:{forms})(?![^\W_])", re.IGNORECASE)
        guarded = [re.escape(name) for name in kept if self._forms.search(name)]
        whole = "|".join(sorted(guarded, key=len, reverse=True))
        self._all = re.compile(
            rf"(?P<kept>{whole})|{self._forms.pattern}" if whole else self._forms.pattern, re.IGNORECASE
        )
        self._guards = bool(whole)

    def redact(self, value: Any) -> Any:
        """A JSON value without the person; names of institutions stay whole."""
        if isinstance(value, str):
            return self._all.sub(self._replaced, value)
        if isinstance(value, list):
            return [self.redact(one) for one in value]
        if isinstance(value, dict):
            return {name: self.redact(one) for name, one in value.items()}
        return value

    def mentions(self, value: Any) -> bool:
        """Whether the person is named anywhere in a JSON value."""
        return bool(self.redact(value) != value)

    def _replaced(self, match: re.Match[str]) -> str:
        return match.group() if self._guards and match.group("kept") else MASK


def _forms(person: Person, *, alone: bool) -> list[str]:
    family, given = _spelt(person.family_name), _spelt(person.given_name)
    gap = r"[\s\u00a0]+"
    forms = []
    if given:
        titled = rf"{_spelt(person.title)}{gap}" if person.title else ""
        forms += [
            *([rf"{titled}{given}{gap}{family}"] if titled else []),
            rf"{given}{gap}{family}",
            rf"{family},\s*{given}",
            rf"{_spelt(person.given_name[0])}\.\s*{family}",
        ]
    forms.append(rf"(?:{_BEFORE_A_FAMILY_NAME}{gap})+(?:{given}{gap})?{family}")
    forms += [re.escape(one) for one in (person.email, person.phone) if one]
    return [*forms, family] if alone else forms


def _spelt(name: str) -> str:
    """A pattern that also meets the spelling without the marks that keyboards lack."""
    words = [
        "".join(_LETTERS.get(letter, re.escape(letter)) for letter in word.lower()) for word in name.split()
    ]
    return r"[\s\u00a0]+".join(words)
