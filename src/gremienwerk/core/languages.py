"""The languages of the public interface.

The desk is German. Public addresses begin with the segment of their language (`/tr/…`); the code
is what stands in ``lang`` attributes and what Django calls the language.
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """A language the public pages speak.

    ``code``: BCP 47, in lower case; ``simple`` is the registered variant for plain language.
    ``segment``: first part of public addresses. ``name``: in the language itself. ``rtl``: written
    from right to left.
    """

    code: str
    segment: str
    name: str
    rtl: bool = False

    @property
    def direction(self) -> str:
        """The value of HTML's ``dir`` attribute."""
        return "rtl" if self.rtl else "ltr"

    @property
    def cldr(self) -> str:
        """The language whose dates, numbers and plurals hold: plain German writes them as German does."""
        return self.code.split("-", maxsplit=1)[0]


LANGUAGES: tuple[Language, ...] = (
    Language("de", "de", "Deutsch"),
    Language("de-simple", "einfach", "Einfache Sprache"),
    Language("en", "en", "English"),
    Language("tr", "tr", "Türkçe"),
    Language("ar", "ar", "العربية", rtl=True),
    Language("uk", "uk", "Українська"),
    Language("fa", "fa", "فارسی", rtl=True),
    Language("fr", "fr", "Français"),
)
#: The language in which the register is kept and the interface is written.
DEFAULT = LANGUAGES[0]
_BY_SEGMENT = {language.segment: language for language in LANGUAGES}
_BY_CODE = {language.code: language for language in LANGUAGES}


def language_by_segment(segment: str) -> Language | None:
    """The language whose public addresses begin with ``segment``, or None."""
    return _BY_SEGMENT.get(segment)


def language_by_code(code: str) -> Language | None:
    """The language with this BCP 47 code, upper or lower case, or None."""
    return _BY_CODE.get(code.lower())
