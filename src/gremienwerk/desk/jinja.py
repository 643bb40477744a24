"""The Jinja2 environment of all pages: strict, escaped, every text through gettext.

German is the source language of the interface: the texts in templates are the message ids, so
there is no German catalogue. Settings name ``environment`` below for the template engine.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from gremienwerk.accounts.browsers import browser_name
from gremienwerk.core.as_of import AsOf
from gremienwerk.core.dates import write_vague_date
from gremienwerk.core.german import format_date, format_number


def environment(**options: Any) -> Environment:
    """Return the environment for Django's Jinja2 engine; ``options`` come from the settings.

    Unknown names raise (StrictUndefined) instead of printing nothing, so that a missing value is
    found by the first test that renders the page.
    """
    options = {"trim_blocks": True, "lstrip_blocks": True, **options, "undefined": StrictUndefined}
    env = Environment(**options, extensions=["jinja2.ext.i18n", "jinja2.ext.do"])  # noqa: S701  (Django passes autoescape=True)
    env.install_gettext_callables(  # type: ignore[attr-defined]  # added by the i18n extension
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.globals.update(
        static=static,
        url=url,
        page_url=page_url,
        sign_on_name=lambda: settings.SIGN_ON_NAME,
        language_code=translation.get_language,
        right_to_left=translation.get_language_bidi,
    )
    env.filters.update(
        date=format_date,
        vague_date=write_vague_date,
        number=format_number,
        file_size=write_file_size,
        moment=write_moment,
        browser=browser_name,
    )
    return env


def url(name: str, /, **arguments: object) -> str:
    """Return the path of the page called ``name``."""
    return reverse(name, kwargs=arguments or None)


@pass_context
def page_url(context: Context, name: str, /, **arguments: object) -> str:
    """Return the path of the page ``name``, keeping the date the present page speaks for."""
    as_of = context.get("as_of")
    path = url(name, **arguments)
    return f"{path}?{as_of.query}" if isinstance(as_of, AsOf) and as_of.query else path


def write_moment(moment: datetime) -> str:
    """Return an aware instant in local time: "9. Juni 2022, 16:00 Uhr"."""
    local = timezone.localtime(moment)
    return f"{format_date(local.date())}, {local:%H:%M} Uhr"


def write_file_size(size: int) -> str:
    """Return a size in bytes in the unit a reader expects: "340 kB", "1,2 MB" (powers of ten)."""
    if size < 1000:
        return f"{size} Byte"
    if size < 1_000_000:
        return f"{round(size / 1000)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
