"""The lane in front of Django: what was answered once for a request is answered again without asking it.

Django checks host, proxy and address of a request the first time. As long as this process trusts what it
knows of the body (``sights.py``), and revision, day and next turn are those of the page, the same request
gets the same page. Anything else goes the whole way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus
from threading import Lock
from typing import Any

from cachetools import LRUCache
from django.utils import timezone

from gremienwerk.website.sights import known_sight
from gremienwerk.website.store import NOTED, Entrance, find_page, is_known_by

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

#: All that decides where a request leads (PEP 3333), as it arrives: before a middleware changes it.
_DECISIVE = (
    "REQUEST_METHOD",
    "wsgi.url_scheme",
    "HTTP_HOST",
    "SERVER_NAME",
    "SERVER_PORT",
    "SCRIPT_NAME",
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_X_FORWARDED_PROTO",
)
_REASONS = {200: f"200 {HTTPStatus.OK.phrase}", 304: f"304 {HTTPStatus.NOT_MODIFIED.phrase}"}


class PublicLane:
    """A WSGI application that answers kept pages itself and hands everything else on."""

    def __init__(self, application: Application, *, remembered: int = 4000) -> None:
        """Remember where the last requests led.

        Args:
            application: the whole way.
            remembered: how many requests.
        """
        self._application = application
        self._entrances: LRUCache[tuple[Any, ...], Entrance] = LRUCache(maxsize=remembered)
        self._lock = Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer from what is kept, or go the whole way and remember where it led."""
        asked = _asked(environ)
        with self._lock:
            entrance = self._entrances.get(asked)
        content = _answer(entrance, environ, start_response) if entrance else None
        if content is not None:
            return (content,)
        answered = self._application(environ, start_response)
        led_to = environ.get(NOTED)
        if led_to is not None:
            with self._lock:
                self._entrances[asked] = led_to
        return answered


def _asked(environ: Environ) -> tuple[Any, ...]:
    # Only what a proxy forwards makes the sender's address matter: proxies are trusted by it.
    forwarded = environ.get("HTTP_X_FORWARDED_FOR")
    return (*map(environ.get, _DECISIVE), forwarded and environ.get("REMOTE_ADDR"))


def _answer(entrance: Entrance, environ: Environ, start_response: StartResponse) -> bytes | None:
    now = timezone.now()
    sight = known_sight(hostname=entrance.hostname, now=now)
    key = entrance.key
    if sight is None or (sight.body.key, sight.revision, sight.next_turn, timezone.localtime(now).date()) != (
        key.body, key.revision, key.next_turn, key.day,
    ):  # fmt: skip
        return None
    page = None
    if not is_known_by(tag=entrance.tag, if_none_match=environ.get("HTTP_IF_NONE_MATCH", "")):
        page = find_page(tag=entrance.tag)
        if page is None:
            return None
    answer = entrance.answer(page, accepted=environ.get("HTTP_ACCEPT_ENCODING", ""), now=now)
    start_response(_REASONS[answer.status], answer.headers)
    return b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.content
