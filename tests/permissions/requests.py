"""What a person gets at an address, and what a page offers to them."""

from __future__ import annotations

import re
from typing import NamedTuple

from django.test import Client
from django.urls import Resolver404, resolve

from tests.permissions.scene import undone

_OFFER = re.compile(r'(?:href|action)="(/(?:desk|accounts)/[^"?#]*)')


class Got(NamedTuple):
    """The status of the answer, and the names of the addresses that the page offers."""

    status: int
    offers: frozenset[str]


def ask(client: Client, request: str, path: str) -> Got:
    """Ask for an address by its name, "POST " in front for an empty form; nothing that happens is kept."""
    with undone():
        response = client.post(path) if request.startswith("POST ") else client.get(path)
        is_page = response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")
        return Got(response.status_code, offers(response.content.decode()) if is_page else frozenset())


def offers(html: str) -> frozenset[str]:
    """The names of the staff addresses to which a page leads."""
    found = set()
    for path in _OFFER.findall(html):
        try:
            found.add(resolve(path).view_name)
        except Resolver404:
            found.add(path)
    return frozenset(found)
