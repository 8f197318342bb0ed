"""Sending one request to an address that somebody entered, and telling what came of it.

Built on httpcore2, which lets us choose the address that a name is connected to: the one that was judged. Its
relatives above it follow redirects and the environment's proxies, keep cookies and unpack answers, none of which is
wanted here.
"""

from __future__ import annotations

import asyncio
import codecs
import ssl
import time
from collections.abc import Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from importlib.metadata import version
from types import TracebackType
from typing import Self

import httpcore2

from cms.log import get_logger
from cms.network import HandshakeFailed, Network, StaleConnection
from cms.webhooks.addresses import (
    AddressRules,
    LookUp,
    NotResolved,
    Refused,
    Target,
    check_url,
    system_look_up,
)

USER_AGENT = f"Broadsheet-Webhooks/{version('broadsheet-cms')}"
ANSWER_BYTES = 2048
LONGEST_WAIT_SECONDS = 24 * 3600
IDLE_CONNECTIONS = 50
IDLE_SECONDS = 30.0
# What belongs to the connection, and is not for the owner of an endpoint to set.
OWN_HEADERS = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
    }
)

log = get_logger(__name__)


class ErrorKind(StrEnum):
    """Why an attempt failed."""

    HTTP_STATUS = "HTTP_STATUS"  # answered, but with none of 200 to 299
    REDIRECT = "REDIRECT"  # answered with 300 to 399; redirects are not followed
    TIMEOUT = "TIMEOUT"
    CONNECTION = "CONNECTION"  # refused, reset, or closed without an answer
    TLS = "TLS"  # the receiver could not prove its name, or speaks no TLS that we do
    NAME = "NAME"  # the name has no address
    ADDRESS_REFUSED = "ADDRESS_REFUSED"  # cms/webhooks/addresses.py
    PROTOCOL = "PROTOCOL"  # what came is no HTTP, or what should be sent is none
    INTERNAL = "INTERNAL"  # a bug of ours; the log tells


# The first that fits counts: a TLS error is an OSError, too.
KINDS: tuple[tuple[tuple[type[Exception], ...], ErrorKind], ...] = (
    ((TimeoutError, httpcore2.TimeoutException), ErrorKind.TIMEOUT),
    ((NotResolved,), ErrorKind.NAME),
    ((Refused,), ErrorKind.ADDRESS_REFUSED),
    ((ssl.SSLError, HandshakeFailed), ErrorKind.TLS),
    ((httpcore2.ProtocolError, UnicodeError), ErrorKind.PROTOCOL),
    ((httpcore2.NetworkError, OSError), ErrorKind.CONNECTION),
)


@dataclass(frozen=True)
class Outgoing:
    """A request to be sent. `Host`, `Content-Length` and the like are added by the sender."""

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)  # they may hold a secret
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class Outcome:
    """What came of a request.

    `answer` is the first 2 KB of the body as text, `seconds` the time until the end of what was read of it.
    `retry_after_seconds` is what the receiver asks for, 0 to a day; None if it does not.
    """

    status: int | None
    error: ErrorKind | None
    seconds: float
    answer: str
    retry_after_seconds: int | None

    @property
    def ok(self) -> bool:
        """Whether the receiver has it: answered with 200 to 299."""
        return self.error is None


@dataclass
class _Received:
    """As much of an answer as has arrived."""

    status: int | None = None
    retry_after: str = ""
    body: bytearray = field(default_factory=bytearray)


class Sender:
    """Sends requests, and keeps some connections open for the next ones.

    How many are sent at a time is for the caller to limit: one that hangs here keeps nobody else waiting.

    Args:
        rules: what may be sent to besides the public Internet.
        timeout_seconds: how long one request may take with everything: name, connection, TLS, answer.
        look_up: finds the addresses of a name.
        ssl_context: whose certificates are believed; those that the system trusts, if None.
    """

    def __init__(
        self,
        rules: AddressRules,
        timeout_seconds: float,
        *,
        look_up: LookUp = system_look_up,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self.rules = rules
        self.timeout_seconds = timeout_seconds
        self.look_up = look_up
        self._ssl_context = ssl_context
        self._pools: dict[str, httpcore2.AsyncConnectionPool] = {}

    async def open(self) -> None:
        """Get ready; before the first request."""
        # Reading the certificates takes a while.
        context = self._ssl_context or await asyncio.to_thread(httpcore2.default_ssl_context)
        # One for each scheme, because a connection is judged by it, and httpcore2 does not tell it.
        for scheme in ("https", "http"):
            self._pools[scheme] = httpcore2.AsyncConnectionPool(
                ssl_context=context,
                max_connections=None,
                max_keepalive_connections=IDLE_CONNECTIONS,
                keepalive_expiry=IDLE_SECONDS,
                network_backend=Network(scheme, self.rules, self.look_up),
            )

    async def close(self) -> None:
        """Close all connections; after the last request."""
        while self._pools:
            _scheme, pool = self._pools.popitem()
            await pool.aclose()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Send a request. Whatever goes wrong is told by the outcome; only cancellation is raised."""
        began = time.perf_counter()
        received = _Received()
        error = await self._attempt(outgoing, received)
        if received.status is not None:
            # The head of the answer decides. A body that breaks off or never ends changes nothing.
            error = _error_of_status(received.status)
        return Outcome(
            status=received.status,
            error=error,
            seconds=time.perf_counter() - began,
            answer=_text(bytes(received.body)),
            retry_after_seconds=_seconds_to_wait(received.retry_after),
        )

    async def _attempt(self, outgoing: Outgoing, received: _Received) -> ErrorKind | None:
        """Send a request and fill in what is received; why that failed, or None."""
        try:
            async with asyncio.timeout(self.timeout_seconds):
                request = _request(outgoing, check_url(outgoing.url, self.rules))
                try:
                    await self._exchange(request, received)
                except StaleConnection:
                    # Nothing came of it, so it may be sent again; and if it did arrive, its id tells.
                    await self._exchange(request, received)
        except Exception as error:  # nothing may end the loop that sends to everybody
            kind = next((kind for types, kind in KINDS if isinstance(error, types)), ErrorKind.INTERNAL)
            if kind is ErrorKind.INTERNAL:
                log.exception("webhook.sending_failed")
            return kind
        return None

    async def _exchange(self, request: httpcore2.Request, received: _Received) -> None:
        response = await self._pools[request.url.scheme.decode()].handle_async_request(request)
        # Closing an answer of which there is more to read drops the connection.
        async with aclosing(response), aclosing(response.aiter_stream()) as chunks:
            received.status = response.status
            received.retry_after = _header(response.headers, b"retry-after")
            async for chunk in chunks:
                received.body += chunk[: ANSWER_BYTES + 1 - len(received.body)]
                if len(received.body) > ANSWER_BYTES:
                    break


def _request(outgoing: Outgoing, target: Target) -> httpcore2.Request:
    """The request as it goes over the wire."""
    headers = {
        "Host": target.authority,
        **{name: value for name, value in outgoing.headers.items() if name.lower() not in OWN_HEADERS},
        "User-Agent": USER_AGENT,
        "Accept-Encoding": "identity",
        "Content-Length": str(len(outgoing.body)),
    }
    url = httpcore2.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
    encoded = [(name.encode("ascii"), value.encode("ascii")) for name, value in headers.items()]
    return httpcore2.Request(outgoing.method, url, headers=encoded, content=outgoing.body)


def _error_of_status(status: int) -> ErrorKind | None:
    if 200 <= status < 300:
        return None
    return ErrorKind.REDIRECT if 300 <= status < 400 else ErrorKind.HTTP_STATUS


def _header(headers: Iterable[tuple[bytes, bytes]], wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in headers if name.lower() == wanted), "")


def _text(body: bytes) -> str:
    """The first 2 KB of a body as text that any database stores: no NUL, and no half character at the cut."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(body[:ANSWER_BYTES], final=len(body) <= ANSWER_BYTES)
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}")


def _seconds_to_wait(retry_after: str) -> int | None:
    """What a `Retry-After` header asks for (RFC 9110, 10.2.3): seconds, or a date; at most a day."""
    retry_after = retry_after.strip()
    if retry_after.isascii() and retry_after.isdigit():
        # Longer numbers are as much too large, and Python does not read the longest at all.
        return min(int(retry_after[:10]), LONGEST_WAIT_SECONDS)
    try:
        moment = parsedate_to_datetime(retry_after)
    except (ValueError, OverflowError):
        return None
    seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return max(0, min(round(seconds), LONGEST_WAIT_SECONDS))
