"""`POST /hit`: where pages tell that an article is read, as `navigator.sendBeacon` sends it.

It answers at once and touches no database: a HitCounter (cms/counting.py) writes what it gathered now and then.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from cms.cache import arrived
from cms.counting import HitCounter
from cms.errors import BadUserInput
from cms.middleware import SecurityHeaders, error_response

HIT_PATH = "/hit"
MOST_IDS = 50
LONGEST_BODY = 4096
RETRY_SECONDS = 60

_ID = re.compile(r"art_([1-9][0-9]{0,9})", re.ASCII)
_LARGEST = 2**31 - 1
_ANSWERED = (
    (b"cache-control", b"no-store"),
    *((name.lower().encode(), value.encode()) for name, value in SecurityHeaders.headers),
)


class Beacon:
    """Counts what requests say, for both ways that they come: past all layers, and through them."""

    def __init__(self, counter: HitCounter) -> None:
        self.counter = counter

    def answer(self, headers: Mapping[str, str], address: str, body: bytes) -> Response | None:
        """The refusal of a hit; None if all is well, whether it counts or not."""
        if len(body) > LONGEST_BODY:
            return error_response(413, "BAD_USER_INPUT", f"A hit may have {LONGEST_BODY:,} bytes at most.")
        try:
            ids = read_ids(body)
        except BadUserInput as error:
            return error_response(400, error.code, error.message)
        if "prefetch" in headers.get("sec-purpose", "") or "prefetch" in headers.get("purpose", ""):
            self.counter.drop("prefetch", len(ids))
            return None
        if self.counter.take(ids, address, headers.get("user-agent", "")):
            return None
        message = f"Too many hits come from this address; go on in {RETRY_SECONDS} seconds."
        return error_response(429, "RATE_LIMITED", message, {"Retry-After": str(RETRY_SECONDS)})

    @property
    def route(self) -> Route:
        """The address within all layers, for requests that are not there at once."""

        async def hit(request: Request) -> Response:
            """Count what one request says."""
            refusal = self.answer(request.headers, _address(request.scope), await request.body())
            return refusal or Response(status_code=204, headers={"Cache-Control": "no-store"})

        return Route(HIT_PATH, hit, methods=["POST"])


class QuickHits:
    """Answers hits before all other layers: one costs little more than reading its request.

    What is not there with its head, is long, or is to be refused goes through them all, as do preflights.
    """

    def __init__(self, app: ASGIApp, *, beacon: Beacon, cors_origins: Sequence[str], forwarded_allow_ips: str) -> None:
        self.app = app
        self.beacon = beacon
        self.origins = frozenset(cors_origins)
        self._quick: Any = ProxyHeadersMiddleware(self._answer, trusted_hosts=forwarded_allow_ips)  # type: ignore[arg-type] # its own types of the same things

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a hit; pass all else on."""
        if scope["type"] == "http" and scope["path"] == HIT_PATH and scope["method"] == "POST":
            await self._quick(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) <= 4 and int(length) <= LONGEST_BODY):
            await self.app(scope, receive, send)
            return
        body, receive = arrived(receive)
        if body is None:
            await self.app(scope, receive, send)
            return
        refusal = self.beacon.answer(headers, _address(scope), body)
        request_id = (b"x-request-id", os.urandom(16).hex().encode())
        if refusal is not None:
            refusal.raw_headers += [*_ANSWERED[1:], *self._cors(headers), request_id]
            await refusal(scope, receive, send)
            return
        answered = [*_ANSWERED, *self._cors(headers), request_id]
        await send({"type": "http.response.start", "status": 204, "headers": answered})
        await send({"type": "http.response.body", "body": b""})

    def _cors(self, headers: Headers) -> list[tuple[bytes, bytes]]:
        """What the layer for CORS would add."""
        origin = headers.get("origin")
        if origin is None or not self.origins:
            return []
        if "*" in self.origins:
            return [(b"access-control-allow-origin", b"*")]
        allowed = [(b"access-control-allow-origin", origin.encode("latin-1"))] if origin in self.origins else []
        return [*allowed, (b"vary", b"Origin")]


def read_ids(body: bytes) -> list[int]:
    """The numbers of the articles that a body names, `{"id": "art_17"}` or `{"ids": ["art_17", "art_18"]}`.

    Raises:
        BadUserInput: it is something else, or names more than MOST_IDS.
    """
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadUserInput("body", 'send JSON such as {"id": "art_17"}') from error
    ids = (told.get("ids") if "ids" in told else [told.get("id")]) if isinstance(told, dict) else None
    if not isinstance(ids, list) or not ids:
        raise BadUserInput("body", 'send {"id": "art_17"} or {"ids": ["art_17", "art_18"]}')
    if len(ids) > MOST_IDS:
        raise BadUserInput("ids", f"{len(ids)} are too many; at most {MOST_IDS}")
    found = [_ID.fullmatch(each) if isinstance(each, str) else None for each in ids]
    numbers = [int(match[1]) for match in found if match is not None]
    if len(numbers) < len(ids):
        raise BadUserInput("ids", "give ids of articles, such as art_17")
    return [number for number in numbers if number <= _LARGEST]


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else ""
