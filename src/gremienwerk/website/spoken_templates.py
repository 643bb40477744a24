"""Templates translated when they are compiled: a page looks up only words that depend on a value.

A third of the time of a list went into looking up the same words for each row. Each template is therefore
compiled once for each language, and ``_("…")`` with a fixed text becomes the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping
from itertools import islice
from typing import Any

from django.utils import translation
from django.utils.translation import trans_real
from jinja2 import Environment, Template
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from gremienwerk.core.languages import DEFAULT

_CALL = ("name", "lparen", "string", "rparen")


class SpokenEnvironment(Environment):
    """Keeps each template once for each language; ``catalogue`` is set in the environments of one language."""

    catalogue: trans_real.DjangoTranslation | None = None

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  (Jinja's name)
    ) -> Template:
        """The template in the language that is active."""
        if self.overlayed:
            return super().get_template(name, parent, globals)
        code = translation.get_language() or DEFAULT.code
        return self._in(code).get_template(name, parent, globals)

    def _in(self, code: str) -> SpokenEnvironment:
        catalogue = trans_real.translation(code)
        spoken: dict[str, SpokenEnvironment] = self.__dict__.setdefault("_spoken", {})
        found = spoken.get(code)
        if found is None or found.catalogue is not catalogue:
            found = self.overlay()
            assert isinstance(found, SpokenEnvironment)
            found.catalogue = catalogue
            spoken[code] = found
        return found


class FixedTexts(Extension):
    """Puts texts in the place of ``_("…")``, marked as safe like the result of every translation."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Replace the calls in a template's tokens, in the environment of a language."""
        catalogue = getattr(self.environment, "catalogue", None)
        return stream if catalogue is None else _translated(list(stream), catalogue)


def _translated(tokens: list[Token], catalogue: trans_real.DjangoTranslation) -> Iterator[Token]:
    places = iter(range(len(tokens)))
    for place in places:
        token = tokens[place]
        called = tokens[place : place + len(_CALL)]
        if token.value != "_" or tuple(one.type for one in called) != _CALL:
            yield token
            continue
        # gettext fills in values even where there are none, so that a doubled sign of percent is one.
        text = catalogue.gettext(called[2].value) % {}
        yield from _safe(text, token.lineno)
        next(islice(places, len(_CALL) - 2, None))


def _safe(text: str, line: int) -> Iterator[Token]:
    yield Token(line, "lparen", "(")
    yield Token(line, "string", text)
    yield Token(line, "pipe", "|")
    yield Token(line, "name", "safe")
    yield Token(line, "rparen", ")")
