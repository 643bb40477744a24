"""Why something was found, in words."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_noop

from gremienwerk.publishing.search.records import Field, Kind, Reason

_PLAIN = {
    Field.TITLE: "",
    Field.OTHER_NAME: gettext_noop("Auch bekannt als: %(shown)s"),
    Field.KEYWORD: gettext_noop("Stichwort: %(shown)s"),
    Field.TEXT: gettext_noop("Im Text: %(shown)s"),
}
_SYNONYM = {
    Field.TITLE: gettext_noop("%(asked)s steht auch für: %(shown)s"),
    Field.OTHER_NAME: gettext_noop("%(asked)s steht auch für den Namen: %(shown)s"),
    Field.KEYWORD: gettext_noop("%(asked)s steht auch für das Stichwort: %(shown)s"),
    Field.TEXT: gettext_noop("%(asked)s steht auch für das Wort im Text: %(shown)s"),
}
_SIMILAR = {
    Field.TITLE: gettext_noop("Ähnlich wie %(asked)s: %(shown)s"),
    Field.OTHER_NAME: gettext_noop("Ähnlich wie %(asked)s, auch bekannt als: %(shown)s"),
    Field.KEYWORD: gettext_noop("Ähnlich wie %(asked)s, Stichwort: %(shown)s"),
    Field.TEXT: gettext_noop("Ähnlich wie %(asked)s, im Text: %(shown)s"),
}
_LINES = {Kind.SYNONYM: _SYNONYM, Kind.SIMILAR: _SIMILAR, Kind.SOUND: _SIMILAR}


def sentence(reason: Reason) -> str:
    """The reason for a hit as a short line; empty if it is plain to see, because the title says it."""
    values = {"asked": reason.asked, "shown": reason.shown}
    lines = _LINES.get(reason.kind, _PLAIN)
    return gettext(lines[reason.field]) % values if lines[reason.field] else ""
