"""The limit for lists of the site: the same number of rows, as many bytes, by ``values_list`` and plain Jinja2.

Nothing else happens: no request, no frame, no filters, no languages, no compression.
"""

from __future__ import annotations

from collections.abc import Callable

_TABLE = """
<table>{% for uid, title, noun, day in rows %}
<tr class="kern-table__row">
  <th class="kern-table__header" scope="row"><a class="kern-link kern-link--no-visited-state" href="/de/gremien/{{ uid }}/"><bdi>{{ title }}</bdi></a><span class="gw-below">{{ noun }}</span></th>
  <td class="kern-table__cell" data-label="Status"><span class="gw-status gw-status--active"><span>{{ noun }}</span></span></td>
  <td class="kern-table__cell" data-label="Leitung"><bdi>{{ title }}</bdi></td>
  <td class="kern-table__cell" data-label="Trifft sich"><span class="gw-missing">{{ noun }}</span></td>
  <td class="kern-table__cell" data-label="Seit">{{ day or "–" }}</td>
</tr>{% endfor %}</table>{{ rest }}
"""


def plain_list(*, body: int, noun: str, rows: int, size: int) -> Callable[[], str]:
    """Return what makes the table of the first ``rows`` public records.

    Args:
        body: primary key of the body.
        noun: "committee" or "organisation".
        rows: how many rows.
        size: how many characters the page has; the rest stands below the table.
    """
    from jinja2 import Environment
    from markupsafe import Markup

    from gremienwerk.publishing.models import PublicRecord

    template = Environment(autoescape=True).from_string(_TABLE)

    def make(rest: str = "") -> str:
        found = PublicRecord.objects.filter(body=body, noun=noun, withdrawn_at=None).order_by("sort_key")
        shown = found.values_list("uid", "title", "noun", "day")[:rows]
        return template.render(rows=shown, rest=Markup(rest))

    rest = "x" * max(0, size - len(make()))
    return lambda: make(rest)
