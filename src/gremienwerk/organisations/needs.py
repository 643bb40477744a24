"""Which organisations and persons may be in the register twice."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.core.needs import Asking, Need, NeedGroup
from gremienwerk.organisations.models import Mergeable
from gremienwerk.organisations.queries import suspicions
from gremienwerk.organisations.rules import may_edit_register


def needs(asking: Asking) -> Iterator[NeedGroup]:
    """Pairs that may be one record, each with the form that makes them one or says that they differ; five queries."""
    if not may_edit_register(actor=asking.actor, body=asking.body):
        return
    yield NeedGroup(
        "dubletten",
        _("Mögliche Dubletten"),
        tuple(
            Need(
                title=_("%(one)s und %(other)s") % {"one": pair.first_name, "other": pair.second_name},
                below=", ".join(pair.reasons),
                action=_("vergleichen"),
                url=reverse(
                    "organisations:merge",
                    kwargs={"kind": kind.value, "kept": pair.first, "gone": pair.second},
                ),
            )
            for kind in Mergeable
            for pair in suspicions(body=asking.body, kind=kind)
        ),
    )
