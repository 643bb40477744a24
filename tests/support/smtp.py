"""A real mail server on this machine that does as it is told: takes, refuses, drops, delays."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

from config.environment import MailServer


class Sink:
    """Keeps what it took.

    ``behaviour`` says what to do at "MAIL", "RCPT", "RCPT <address>", "DATA" and "after DATA": a refusal such as
    "550 no", "drop" to tear the connection, or a number of seconds to wait.
    """

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.behaviour: dict[str, str | float] = {}

    async def handle_MAIL(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        return await self._answer("MAIL", server) or _kept(envelope, address)

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        step = f"RCPT {address}"
        answer = await self._answer(step if step in self.behaviour else "RCPT", server)
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        refusal = await self._answer("DATA", server)
        if refusal is None:
            self.taken.append(message_from_bytes(envelope.content, policy=default))
        if "after DATA" in self.behaviour:  # taken, and nobody ever hears of it
            await self._answer("after DATA", server)
        return refusal or "250 OK"

    async def _answer(self, step: str, server: Any) -> str | None:
        told = self.behaviour.get(step)
        if isinstance(told, float):
            await asyncio.sleep(told)
            return None
        if told == "drop":
            server.transport.abort()
            await asyncio.sleep(0.1)
            return "421 gone"
        return told


class _OnAFreePort(Controller):
    """Asks for port 0 and says which one it got."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


def _kept(envelope: Any, address: str) -> str:
    envelope.mail_from = address
    return "250 OK"


class Served:
    """The running sink and how to reach it."""

    def __init__(self, sink: Sink, port: int) -> None:
        self.sink, self.port = sink, port

    @property
    def mail(self) -> MailServer:
        """The setting ``MAIL`` that leads to it."""
        return MailServer("127.0.0.1", self.port, "", "", is_tls=False, starts_tls=False)


@contextmanager
def serve_sink() -> Iterator[Served]:
    """A sink on a free port, for the time of a test."""
    sink = Sink()
    controller = _OnAFreePort(sink, hostname="127.0.0.1", port=0, ready_timeout=60)
    controller.start()
    try:
        yield Served(sink, controller.port)
    finally:
        controller.stop()


def words_in(message: EmailMessage, kind: str = "plain") -> str:
    """One form of a message: "plain" or "html"."""
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def links_in(message: EmailMessage) -> list[str]:
    """The addresses in the plain form."""
    return re.findall(r"https?://\S+", words_in(message))
