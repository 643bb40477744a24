"""Marks what is not in the language of the page, for screen readers, hyphenation and direction of writing.

The rule for all public pages (docs/sprachen.md): words of the interface go through gettext; names stay as
they are; words of a vocabulary go through ``term``; German texts from the register stand in an element with
``lang="de"``, which ``german`` makes.
"""

from __future__ import annotations

from django.utils import translation
from markupsafe import Markup

from gremienwerk.core.languages import DEFAULT
from gremienwerk.publishing.records import CommitteeRecord, CommitteeRow, Reference
from gremienwerk.publishing.vocabulary import Rhythm, Word, rhythm_words, word


def german(text: str) -> Markup | str:
    """A German text from the register, marked where the page is in another language."""
    if not text or _page() == DEFAULT.code:
        return text
    return Markup('<bdi lang="de">{}</bdi>').format(text)


def called(committee: Reference | CommitteeRow | CommitteeRecord) -> Markup:
    """What a committee is called, marked where the name is not in the page's language."""
    if not committee.name:
        return Markup("{}").format(translation.gettext("Gruppe ohne Namen"))
    language = getattr(committee, "language", DEFAULT.code)
    if language == _page():
        return Markup("<bdi>{}</bdi>").format(committee.name)
    return Markup('<bdi lang="{}">{}</bdi>').format(language, committee.name)


def term(name: str) -> Markup | str:
    """A word of a vocabulary in the page's language; with a sign where only the German word exists."""
    return _marked(word(name, language=_page()))


def rhythm(value: Rhythm) -> Markup | str:
    """A rhythm in the page's language; with a sign where only the office's German wording exists."""
    return _marked(rhythm_words(value, language=_page()))


def term_text(name: str) -> str:
    """The same without a sign, for places that hold no elements: options, attributes, titles."""
    return word(name, language=_page()).text


def term_language(name: str) -> str:
    """The code of the language in which ``term_text`` gives the word, for ``lang`` of an option."""
    return word(name, language=_page()).language


def _marked(found: Word) -> Markup | str:
    if found.language == _page():
        return found.text
    return Markup('<bdi lang="{}" class="site-german">{}</bdi>').format(found.language, found.text)


def _page() -> str:
    return translation.get_language() or DEFAULT.code
