"""What a person gets at an address, and what a page offers to them."""

from __future__ import annotations

import re
from typing import NamedTuple

from django.test import Client
from django.urls import Resolver404, resolve

from tests.permissions.scene import undone

_OFFER = re.compile(r'(?:href|action)="(/(?:desk|accounts)/[^"?#]*)')


class Got(NamedTuple):
    """The status of the answer, and the names of the addresses that the page offers, each with its paths."""

    status: int
    offers: dict[str, frozenset[str]]

    def refused(self, client: Client, names: set[str]) -> frozenset[str]:
        """The names of addresses that are offered although the person is refused there.

        Args:
            client: the person's browser.
            names: what the table refuses to them for the scene's own records; of another record, such as the
                committee that they keep, the same address may open.
        """
        return frozenset(
            name
            for name, paths in self.offers.items()
            if name in names and any(client.get(path).status_code not in {200, 302} for path in paths)
        )


def ask(client: Client, request: str, path: str) -> Got:
    """Ask for an address by its name, "POST " in front for an empty form; nothing that happens is kept."""
    with undone():
        response = client.post(path) if request.startswith("POST ") else client.get(path)
        is_page = response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")
        return Got(response.status_code, offers(response.content.decode()) if is_page else {})


def offers(html: str) -> dict[str, frozenset[str]]:
    """The names of the staff addresses to which a page leads, with the paths."""
    found: dict[str, frozenset[str]] = {}
    for path in _OFFER.findall(html):
        try:
            name = resolve(path).view_name
        except Resolver404:
            name = path
        found[name] = found.get(name, frozenset()) | {path}
    return found
