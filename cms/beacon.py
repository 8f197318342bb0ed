"""`POST /hit`: where pages tell that an article is read, as `navigator.sendBeacon` sends it.

It answers at once and touches no database: a HitCounter (cms/counting.py) writes what it gathered now and then.
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterable, Mapping, Sequence

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Scope
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from cms.counting import HitCounter
from cms.errors import BadUserInput
from cms.middleware import SecurityHeaders, error_response
from cms.protocol import Ready

HIT_PATH = "/hit"
MOST_IDS = 50
LONGEST_BODY = 4096
RETRY_SECONDS = 60

_ID = re.compile(r"art_([1-9][0-9]{0,9})", re.ASCII)
_LARGEST = 2**31 - 1


def _lines(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Headers as they are sent."""
    return b"".join(b"%s: %s\r\n" % header for header in headers)


_SECURITY = _lines((name.lower().encode(), value.encode()) for name, value in SecurityHeaders.headers)
_ACCEPTED = _lines([(b"cache-control", b"no-store")]) + _SECURITY


# Nothing is logged of a hit, so its id has to be like no other, and nothing more.
_STARTED = os.urandom(8).hex().encode()
_requests = itertools.count()


def _request_id() -> bytes:
    return b"%s%016x" % (_STARTED, next(_requests))


async def _nothing(_scope: object, _receive: object, _send: object) -> None:
    """An application that does nothing."""


class Beacon:
    """Counts what requests say, for both ways that they come: past all layers, and through them."""

    def __init__(self, counter: HitCounter, *, cors_origins: Sequence[str], forwarded_allow_ips: str) -> None:
        self.counter = counter
        # Only what it knows of proxies is wanted.
        self._proxies = ProxyHeadersMiddleware(_nothing, trusted_hosts=forwarded_allow_ips).trusted_hosts
        origins = [origin.encode("latin-1") for origin in cors_origins]
        self._cors = {origin: _lines([(b"access-control-allow-origin", origin)]) for origin in origins}

    def answer(self, body: bytes, address: str, agent: str, purpose: str) -> Response | None:
        """The refusal of a hit; None if all is well, whether it counts or not.

        Args:
            address: where the request comes from; a proxy's word only where the settings believe it.
            agent: its User-Agent.
            purpose: its Sec-Purpose and Purpose.
        """
        if len(body) > LONGEST_BODY:
            return error_response(413, "BAD_USER_INPUT", f"A hit may have {LONGEST_BODY:,} bytes at most.")
        try:
            ids = read_ids(body)
        except BadUserInput as error:
            return error_response(400, error.code, error.message)
        if "prefetch" in purpose:
            self.counter.drop("prefetch", len(ids))
            return None
        if self.counter.take(ids, address, agent):
            return None
        message = f"Too many hits come from this address; go on in {RETRY_SECONDS} seconds."
        return error_response(429, "RATE_LIMITED", message, {"Retry-After": str(RETRY_SECONDS)})

    @property
    def route(self) -> Route:
        """The address within all layers, for requests that are not there at once, and for other servers than ours."""

        async def hit(request: Request) -> Response:
            """Count what one request says."""
            headers, client = request.headers, request.client
            purpose = headers.get("sec-purpose", "") + headers.get("purpose", "")
            agent = headers.get("user-agent", "")
            refusal = self.answer(await request.body(), client.host if client else "", agent, purpose)
            return refusal or Response(status_code=204, headers={"Cache-Control": "no-store"})

        return Route(HIT_PATH, hit, methods=["POST"])

    def at_once(self, scope: Scope, body: bytes) -> Ready | None:
        """The answer to a hit without any layer; None if they had better look at the request.

        One costs little more than reading its request that way.
        """
        headers = dict(scope["headers"])
        if len(headers) < len(scope["headers"]) or len(body) > LONGEST_BODY:
            return None
        agent = headers.get(b"user-agent", b"").decode("latin-1")
        purpose = headers.get(b"sec-purpose", b"") + headers.get(b"purpose", b"")
        refusal = self.answer(body, self._address(scope, headers), agent, purpose.decode("latin-1"))
        added = b"%sx-request-id: %s\r\n" % (self._cors_lines(headers), _request_id())
        if refusal is None:
            return Ready(204, _ACCEPTED + added)
        return Ready(refusal.status_code, _lines(refusal.raw_headers) + _SECURITY + added, bytes(refusal.body))

    def _address(self, scope: Scope, headers: Mapping[bytes, bytes]) -> str:
        """What the layer for proxies would find."""
        address = scope["client"][0] if scope["client"] else ""
        forwarded = headers.get(b"x-forwarded-for")
        if forwarded is None or address not in self._proxies:
            return address
        return self._proxies.get_trusted_client_address(forwarded.decode("latin-1"))[0] or address

    def _cors_lines(self, headers: Mapping[bytes, bytes]) -> bytes:
        """What the layer for CORS would add."""
        origin = headers.get(b"origin")
        return b"" if origin is None else self._cors.get(b"*") or self._cors.get(origin, b"")


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
