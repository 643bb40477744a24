"""What the frame of every page shows: the city, the navigation, who is signed in."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest  # noqa: TID251 - a context processor is part of the door
from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.accounts.models import User
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Role
from gremienwerk.core.as_of import PARAMETER

#: Roles that change committees, all of them or some.
_CHANGING = frozenset({Role.EDITOR, Role.ADMINISTRATOR, Role.COMMITTEE_OFFICE})
_KINDS = {messages.SUCCESS: "success", messages.WARNING: "warning", messages.ERROR: "danger"}


class Entry(NamedTuple):
    """One word of the main navigation."""

    label: str
    url: str
    is_current: bool
    is_exact: bool


class Notice(NamedTuple):
    """A sentence about what has just been done; ``kind`` is the notice's KERN kind."""

    kind: str
    text: str


class Frame(NamedTuple):
    """What the base template needs; plain values only."""

    city_name: str
    logo_url: str
    is_demo: bool
    licence: str
    user_name: str
    home_url: str
    sign_in_url: str
    sign_out_url: str
    navigation: tuple[Entry, ...]
    messages: tuple[Notice, ...]
    kept_parameters: tuple[tuple[str, str], ...]
    address_today: str
    upkeep: tuple[Entry, ...] = ()


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the context of the base template: ``{"frame": Frame}`` (a Django context processor)."""
    user = getattr(request, "user", None)
    member = user if isinstance(user, User) else None
    body = member.body if member else _sole_body()
    kept = tuple(_kept_parameters(request))
    return {
        "frame": Frame(
            city_name=body.name if body else _("Gremienwerk"),
            logo_url=_as_data_url(body.logo_svg) if body else "",
            is_demo=body.is_demo if body else False,
            licence=body.licence if body else "",
            user_name=member.name if member else "",
            home_url=reverse("desk:start"),
            sign_in_url=reverse("account_login"),
            sign_out_url=reverse("account_logout"),
            navigation=tuple(_navigation(request.path)) if member else (),
            messages=tuple(
                Notice(_KINDS.get(m.level or 0, "info"), str(m)) for m in messages.get_messages(request)
            ),
            kept_parameters=kept,
            address_today=f"{request.path}?{urlencode(kept)}" if kept else request.path,
            upkeep=tuple(_upkeep(member, request.path)) if member else (),
        )
    }


def _sole_body() -> Body | None:
    """Return the body whose name a page without a signed-in user may show: the installation's only one."""
    bodies = Body.objects.all()[:2]
    return bodies[0] if len(bodies) == 1 else None


def _kept_parameters(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.GET.lists():
        if name != PARAMETER:
            yield from ((name, value) for value in values if isinstance(value, str))


def _navigation(path: str) -> Iterator[Entry]:
    for label, name in (
        (_("Gremien"), "committees:list"),
        (_("Organisationen"), "organisations:list"),
        (_("Struktur"), "desk:structure"),
        (_("Anfragen"), "inquiries:list"),
        (_("Vollständigkeit"), "desk:completeness"),
    ):
        url = reverse(name)
        yield Entry(label, url, is_current=path.startswith(url), is_exact=path == url)


def _upkeep(member: User, path: str) -> Iterator[Entry]:
    """Links to what keeps the public site going; only those that this user may open."""
    roles = member.actor.roles
    for label, name, allowed in (
        (_("Öffentliche Seite"), "entrance", True),
        (_("Rückmeldungen"), "participation:feedback_list", roles & {Role.EDITOR, Role.ADMINISTRATOR}),
        (_("Bestätigungen"), "participation:confirmations", roles & _CHANGING),
        (_("Postausgang"), "mailing:outbox", roles & {Role.EDITOR, Role.ADMINISTRATOR}),
        (_("Pflichtseiten"), "desk:site_texts", roles & {Role.ADMINISTRATOR}),
        (_("Schritte der Zeichnung"), "inquiries:steps", roles & {Role.ADMINISTRATOR}),
        (_("Datenschutz"), "privacy:persons", roles & {Role.ADMINISTRATOR}),
        (_("Konten und Rechte"), "desk:users", roles & {Role.ADMINISTRATOR}),
    ):
        url = reverse(name)
        if allowed:
            yield Entry(label, url, is_current=path == url, is_exact=path == url)


def _as_data_url(svg: str) -> str:
    """Return the logo as an image address: an image cannot run scripts, whatever the drawing holds."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}" if svg else ""
