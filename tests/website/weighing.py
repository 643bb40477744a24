"""What the first view of a page weighs: the page and what its markup makes a browser fetch, each with gzip.

Fonts are left out: they come later, once for all pages, and none in languages the system's fonts can write.
"""

from __future__ import annotations

import gzip
import urllib.request
from functools import cache
from typing import NamedTuple
from urllib.parse import urljoin

import lxml.html

_FETCHED = (
    "//link[contains(@rel, 'stylesheet') or contains(@rel, 'icon')]/@href",
    "//script/@src",
    "//img[not(starts-with(@src, 'data:'))]/@src",
)


class Weight(NamedTuple):
    """Bytes on the wire; ``own`` without the design system and other vendored files."""

    total: int
    own: int


def weigh(*, site: str, html: str) -> Weight:
    """The weight of a page of ``site`` (scheme, host and port)."""
    tree = lxml.html.fromstring(html.encode())
    page = len(gzip.compress(html.encode(), 6))
    parts = {urljoin(site, str(address)) for path in _FETCHED for address in tree.xpath(path)}
    sizes = {address: _size(address) for address in parts}
    vendored = sum(size for address, size in sizes.items() if "/vendor/" in address)
    total = page + sum(sizes.values())
    return Weight(total, total - vendored)


@cache
def _size(address: str) -> int:
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        return len(answer.read())
