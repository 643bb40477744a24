"""What a message says, as plain values, and its two equal forms: plain text and HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import NamedTuple

from django.utils import translation
from django.utils.html import format_html, format_html_join, urlize
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from gremienwerk.core import languages

_WIDTH = 76
# Mail programs know no style sheets of ours. Colours and sizes keep contrast in light and dark programs alike:
# text takes the program's own colour, only the button has both of its own (10.9 : 1).
_PAGE = "font-family: Arial, Helvetica, sans-serif; font-size: 17px; line-height: 1.5; max-width: 38em; margin: 0 auto; padding: 16px;"
_BUTTON = "display: inline-block; padding: 12px 20px; border-radius: 4px; background-color: #0b3d78; color: #ffffff; font-weight: bold; text-decoration: underline;"
_SMALL = "font-size: 14px; border-top: 1px solid #767676; padding-top: 12px; margin-top: 28px;"


class Link(NamedTuple):
    """The one link that matters; ``words`` say what it does, ``address`` is whole (https://…)."""

    words: str
    address: str


class Letter(NamedTuple):
    """A letter: ``subject`` says who, what and when, the first paragraph is the reason for writing.

    ``items`` is a list between the paragraphs and the link; ``after`` stands behind the link. All of it is plain
    text in the language of the receiver.
    """

    subject: str
    paragraphs: tuple[str, ...]
    link: Link | None = None
    items: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Written(NamedTuple):
    """Both forms of a letter."""

    text: str
    html: str


def write(*, letter: Letter, name: str, language: str, from_whom: str, closing: str) -> Written:
    """Write a letter as text and as HTML with the same words.

    Args:
        letter: what to say.
        name: whom it greets; empty greets everybody.
        language: code of its language, for the greeting and for screen readers.
        from_whom: the body's name, at the end.
        closing: the body's own last lines; may be empty.
    """
    spoken = languages.language_by_code(language) or languages.DEFAULT
    with translation.override(spoken.code):
        greeting = _("Guten Tag %(name)s,") % {"name": name} if name else _("Guten Tag,")
    last = [from_whom, *closing.splitlines()]
    return Written(
        text=_as_text(letter, greeting, last),
        html=_as_html(letter, greeting, last, language=spoken),
    )


def marked_up(*, text: str, subject: str, language: str) -> str:
    """A finished plain text as HTML with the same words; addresses become links."""
    spoken = languages.language_by_code(language) or languages.DEFAULT
    inner = [
        format_html("<p>{}</p>", _lines(map(_linked, part.splitlines())))
        for part in text.strip().split("\n\n")
    ]
    return _page(inner, subject, spoken)


def _linked(line: str) -> SafeString:
    return SafeString(urlize(line, autoescape=True))


def _as_text(letter: Letter, greeting: str, last: list[str]) -> str:
    parts = [greeting, *map(_wrapped, letter.paragraphs)]
    if letter.items:
        parts.append("\n".join(_wrapped(f"- {item}", hanging="  ") for item in letter.items))
    if letter.link:
        parts.append(f"{_wrapped(letter.link.words)}:\n{letter.link.address}")
    parts += map(_wrapped, letter.after)
    parts.append("\n".join(["-- ", *last]))  # RFC 3676, 4.3: the line before a signature
    return "\n\n".join(parts) + "\n"


def _wrapped(words: str, hanging: str = "") -> str:
    """Lines of readable width; addresses are never broken."""
    return "\n".join(
        textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False, subsequent_indent=hanging)
        for line in words.splitlines()
    )


def _as_html(letter: Letter, greeting: str, last: list[str], *, language: languages.Language) -> str:
    inner = [_paragraph(greeting), *map(_paragraph, letter.paragraphs)]
    if letter.items:
        inner.append(
            format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((i,) for i in letter.items)))
        )
    if letter.link:
        inner.append(
            format_html(
                '<p><a href="{}" style="{}">{}</a></p>', letter.link.address, _BUTTON, letter.link.words
            )
        )
    inner += map(_paragraph, letter.after)
    inner.append(format_html('<p style="{}">{}</p>', _SMALL, _lines(last)))
    return _page(inner, letter.subject, language)


def _page(inner: list[SafeString], subject: str, language: languages.Language) -> str:
    code, direction = language.code, language.direction
    return format_html(
        '<!DOCTYPE html>\n<html lang="{}" dir="{}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title></head>\n'
        '<body><div role="article" aria-label="{}" lang="{}" dir="{}" style="{}">\n{}\n</div></body></html>\n',
        *(code, direction, subject, subject, code, direction, _PAGE),
        format_html_join("\n", "{}", ((part,) for part in inner)),
    )


def _paragraph(words: str) -> SafeString:
    return format_html("<p>{}</p>", _lines(words.splitlines()))


def _lines(lines: Iterable[str]) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines))
