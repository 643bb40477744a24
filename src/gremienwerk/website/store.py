"""Pages kept as they were sent: compressed once, found by a key that ends when the page does (ADR 0007).

The store lives in the memory of one process and is bounded in bytes. Nothing is ever removed because
it became wrong: a page that changed has another key, and the old one falls out when room is needed.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

import brotli
from cachetools import LRUCache
from django.conf import settings
from django.utils import timezone
from django.utils.http import parse_etags

_PACKAGE = Path(__file__).resolve().parents[1]
_COMPRESSIBLE = ("text/", "application/json", "application/ld+json", "application/geo+json", "image/svg+xml",
                 "application/xml", "application/manifest+json")  # fmt: skip
_OF_EACH_ANSWER = ("Content-Length", "ETag", "Cache-Control")
_SMALLEST = 200
_LARGEST = 2_000_000


class Key(NamedTuple):
    """Everything a page depends on; equal keys mean equal bytes."""

    origin: str
    body: int
    revision: int
    address: str
    day: date
    next_turn: datetime | None

    @property
    def tag(self) -> str:
        """The entity tag: weak, because it names the page in whichever compression."""
        words = "\n".join([release_mark(), *(str(part) for part in self)])
        return f'W/"{hashlib.sha256(words.encode()).hexdigest()[:24]}"'


class StoredPage:
    """A page with the headers it was sent with, in the forms that were asked for: as it is, or compressed.

    A form is made when it is first asked for, from any other; most pages are only ever asked for in one.
    """

    __slots__ = ("_forms", "headers", "is_compressible")

    def __init__(
        self, headers: tuple[tuple[str, str], ...], content: bytes, *, is_compressible: bool
    ) -> None:
        """Keep a page as it is until a compressed form is asked for."""
        self.headers = headers
        self.is_compressible = is_compressible
        self._forms = {"": content}

    @property
    def size(self) -> int:
        """What it takes in memory, in bytes, with room for one more compressed form."""
        return max(len(kept) for kept in self._forms.values()) * (2 if self.is_compressible else 1)

    def content(self, accepted: str) -> tuple[bytes, str]:
        """The bytes for a browser that accepts these encodings, and the encoding's name."""
        encoding = _encoding(accepted) if self.is_compressible else ""
        found = self._forms.get(encoding)
        if found is None:
            plain = next(_PLAIN[name](kept) for name, kept in self._forms.items())
            found = _FORMS[encoding](plain)
            if encoding:
                # One assignment, so that other threads see either set of forms.
                self._forms = {**{name: kept for name, kept in self._forms.items() if name}, encoding: found}
        return found, encoding


def _encoding(accepted: str) -> str:
    encodings = {
        word.split(";")[0].strip() for word in accepted.split(",") if "q=0" not in word.split(";")[1:]
    }
    return next((name for name in ("br", "gzip") if name in encodings), "")


_FORMS: Mapping[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
    "br": lambda content: brotli.compress(content, quality=5),
}
_PLAIN: Mapping[str, Callable[[bytes], bytes]] = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


class Answer(NamedTuple):
    """What is sent: an HTTP status, headers, bytes."""

    status: int
    headers: list[tuple[str, str]]
    content: bytes


#: The name under which a request's environment holds its entrance.
NOTED = "gremienwerk.entrance"


class Entrance(NamedTuple):
    """Where a request led that was answered from the store: the host's name, the key and its entity tag."""

    hostname: str
    key: Key
    tag: str

    def answer(self, page: StoredPage | None, *, accepted: str, now: datetime) -> Answer:
        """The page as a browser accepts it; without a page, that it has not changed (RFC 9110, section 15.4.5).

        A browser asks each time, a shared cache after a second; but a shared cache must not answer
        beyond the next turn or midnight, not even for that second.

        Args:
            page: what is kept for this key, or nothing.
            accepted: the request's ``Accept-Encoding``.
            now: the moment of the answer, aware.
        """
        shared = 1 if self._lasts_until(now + timedelta(seconds=1)) else 0
        rules = [
            ("ETag", self.tag),
            ("Cache-Control", f"public, max-age=0, s-maxage={shared}, must-revalidate"),
        ]
        if page is None:
            return Answer(304, [*rules, ("Vary", "Accept-Encoding")], b"")
        content, encoding = page.content(accepted)
        if encoding:
            rules.append(("Content-Encoding", encoding))
        return Answer(200, [*page.headers, *rules, ("Content-Length", str(len(content)))], content)

    def _lasts_until(self, moment: datetime) -> bool:
        key = self.key
        return timezone.localtime(moment).date() == key.day and (
            key.next_turn is None or moment < key.next_turn
        )


def is_known_by(*, tag: str, if_none_match: str) -> bool:
    """Whether a browser that sends this ``If-None-Match`` has the page already."""
    return bool(if_none_match) and (if_none_match == tag or tag in parse_etags(if_none_match))


_pages: LRUCache[str, StoredPage] = LRUCache(maxsize=64_000_000, getsizeof=lambda page: page.size + 2_000)
_lock = Lock()


def find_page(*, tag: str) -> StoredPage | None:
    """The page with this entity tag, if it is kept."""
    with _lock:
        return _pages.get(tag)


def keep_page(*, tag: str, headers: Mapping[str, str], content: bytes, accepted: str) -> StoredPage:
    """Keep a page, compressed as its first reader accepts it, if it is not too large.

    Args:
        tag: its entity tag.
        headers: as they were sent; those that each answer has of its own are left out.
        content: the page.
        accepted: the reader's ``Accept-Encoding``.
    """
    kind = headers.get("Content-Type", "")
    taken = tuple((name, value) for name, value in headers.items() if name not in _OF_EACH_ANSWER)
    page = StoredPage(
        taken, content, is_compressible=len(content) >= _SMALLEST and kind.startswith(_COMPRESSIBLE)
    )
    page.content(accepted)
    if page.size <= _LARGEST:
        with _lock:
            _pages[tag] = page
    return page


def forget_pages() -> None:
    """Empty the store; for tests, whose databases begin again with the same numbers."""
    with _lock:
        _pages.clear()


def plain_query(query: str) -> str:
    """A query string in one form: empty values left out, names in order."""
    return urlencode(sorted(parse_qsl(query)))


@cache
def release_mark() -> str:
    """A mark of the running program: its source, templates, catalogues and configuration.

    A page may look different after an update although nothing in the register changed.
    """
    digest = hashlib.sha256()
    for path in sorted(
        path for path in _PACKAGE.rglob("*") if path.suffix in {".py", ".html", ".mo", ".css", ".js"}
    ):
        digest.update(path.read_bytes())
    chosen = settings.ENVIRONMENT.model_dump(exclude={"secret_key", "database_url", "data_dir"})
    digest.update(repr(sorted(chosen.items())).encode())
    return digest.hexdigest()[:16]
