"""The Jinja2 environment of public pages: strict, escaped, every text and every date in the page's language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from gremienwerk.core import wording
from gremienwerk.core.as_of import AsOf
from gremienwerk.core.dates import VagueDate
from gremienwerk.core.languages import DEFAULT, language_by_code
from gremienwerk.core.spoken_languages import name_of_key
from gremienwerk.publishing import labels
from gremienwerk.website import marking
from gremienwerk.website.fragments import kept
from gremienwerk.website.spoken_templates import FixedTexts, SpokenEnvironment

_HARMLESS = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def environment(**options: Any) -> Environment:
    """Return the environment for the engine "website"; ``options`` come from the settings.

    Unknown names raise (StrictUndefined), so that a missing value is found by the first test of the page.
    """
    options = {"trim_blocks": True, "lstrip_blocks": True, **options, "undefined": StrictUndefined}
    env = SpokenEnvironment(**options, extensions=["jinja2.ext.i18n", "jinja2.ext.do", FixedTexts])
    env.install_gettext_callables(  # type: ignore[attr-defined]  # added by the i18n extension
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.globals.update(
        static=cache(static),
        url=url,
        page_url=page_url,
        data_script=data_script,
        kept=kept,
        language_by_code=language_by_code,
        labels=labels,
    )
    env.filters.update(
        date=write_day,
        weekday=write_weekday_and_day,
        month=write_month,
        time=write_time,
        time_span=write_time_span,
        weekday_word=write_weekday,
        weekday_short=write_short_weekday,
        vague_date=write_vague_date,
        number=write_number,
        file_size=write_file_size,
        enumerate_words=join_words,
        language_name=write_language_name,
        german=marking.german,
        called=marking.called,
        term=marking.term,
        term_text=marking.term_text,
        term_language=marking.term_language,
        rhythm=marking.rhythm,
    )
    return env


def url(name: str, /, **arguments: object) -> str:
    """Return the path of the page ``name`` in the language of this page, or in ``language`` if it is given."""
    language = language_by_code(_code()) or DEFAULT
    kwargs = {"language": language.segment, **arguments}
    if isinstance(uid := kwargs.get("uid"), UUID) and kwargs.keys() == {"language", "uid"}:
        before, after = _around_uid(name, str(kwargs["language"]))
        return f"{before}{uid}{after}"
    return reverse(name, kwargs=kwargs)


@cache
def _around_uid(name: str, language: str) -> tuple[str, str]:
    """What stands before and after the identifier in the path of a page; lists write it in every row."""
    some = UUID(int=0)
    before, _uid, after = reverse(name, kwargs={"language": language, "uid": some}).partition(str(some))
    return before, after


@pass_context
def page_url(context: Context, name: str, /, **arguments: object) -> str:
    """Return the path of the page ``name`` like ``url``, keeping the date the present page speaks for."""
    path = url(name, **arguments)
    as_of = context.get("as_of")
    return f"{path}?{as_of.query}" if isinstance(as_of, AsOf) and as_of.query else path


def data_script(data: object) -> Markup:
    """Return JSON-LD as a data block: browsers run nothing of it, so the policy on scripts does not concern it."""
    text = json.dumps(data, ensure_ascii=False).translate(_HARMLESS)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))  # noqa: S704  (signs of HTML are escaped above)


def _code() -> str:
    return translation.get_language() or DEFAULT.code


def write_day(day: date) -> str:
    """A day in words, in the page's language: "9. Juni 2022"."""
    return wording.format_day(day, _code())


def write_weekday_and_day(day: date) -> str:
    """A day with its weekday."""
    return wording.format_weekday_and_day(day, _code())


def write_month(day: date) -> str:
    """The month of a day: "Juni 2022"."""
    return wording.format_month(day, _code())


def write_time(moment: datetime | time) -> str:
    """A time of day, of an aware instant in its own zone: "16:00 Uhr"."""
    return wording.format_time(moment.time() if isinstance(moment, datetime) else moment, _code())


def write_time_span(moments: tuple[datetime, datetime]) -> str:
    """From when to when on one day, aware instants in their own zone: "16:00 bis 18:00 Uhr"."""
    first, last = moments
    return wording.format_time_span(first.time(), last.time(), _code())


def write_weekday(day: date) -> str:
    """The weekday of a day: "Dienstag"."""
    return wording.weekday_name(day.weekday(), _code())


def write_short_weekday(day: date) -> str:
    """The weekday of a day, shortened: "Di"."""
    return wording.weekday_name(day.weekday(), _code(), short=True)


def write_vague_date(value: VagueDate) -> str:
    """A date as exactly as it is known: "Juni 2021"."""
    return wording.format_vague(value, _code())


def write_number(number: float) -> str:
    """A number with the language's separators."""
    return wording.format_number(number, _code())


def write_file_size(size: int) -> str:
    """A size in bytes in the unit a reader expects."""
    return wording.format_file_size(size, _code())


def join_words(words: Iterable[str]) -> str:
    """An enumeration: "a, b und c"."""
    return wording.join(words, _code())


def write_language_name(code: str) -> str:
    """The name of a spoken language, in the page's language: "Tigrinya" for "ti"."""
    return name_of_key(key=code, language=_code())
