"""What every request passes on its way in and out: ids, limits, headers and the last resort, as plain ASGI classes."""

from __future__ import annotations

import asyncio
import re
import uuid
from dataclasses import dataclass

import orjson
import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cms.log import get_logger

SANE_REQUEST_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
# How much of a refused body is still read, so that the client gets to see the answer instead of a reset connection.
# What a form may have beside the file in it.
FORM_BYTES = 64 * 1024
DRAIN_BYTES = 16 * 1024 * 1024
DRAIN_SECONDS = 5.0

log = get_logger(__name__)


def error_response(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> Response:
    """A refusal in the form of a GraphQL answer, for whatever is refused before or beside GraphQL."""
    body = orjson.dumps({"errors": [{"message": message, "extensions": {"code": code}}]})
    return Response(
        body, status, {"Cache-Control": "no-store", **(headers or {})}, media_type="application/json; charset=utf-8"
    )


class SecurityHeaders:
    """Add the headers that keep a browser from guessing, framing or running what we answer; set ones are kept."""

    headers = (
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        # The API is made to be read by the pages of other origins; which of them may is a matter of CORS.
        ("Cross-Origin-Resource-Policy", "cross-origin"),
    )

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers:
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class RequestID:
    """Give each request an id: the client's own `X-Request-ID` if it is sane, else a new one.

    The id stands in `scope["state"]["request_id"]`, in every log line of the request and in the answer's headers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on under its id."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if SANE_REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id

        async def send_with_id(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            await self.app(scope, receive, send_with_id)


class LastResort:
    """Answer whatever escaped from everything else: 500, masked, with the request id; the traceback goes to the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; a client that left is no error."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        watched = _WatchedSend(send)
        try:
            await self.app(scope, receive, watched)
        except ClientDisconnect:
            log.info("request.client_left")
        except Exception:
            # This is the outermost door. Returning (and not raising again) keeps the server from logging it twice;
            # an answer that was begun stays incomplete, and the server cuts the connection.
            request_id = scope.get("state", {}).get("request_id", "")
            log.exception("request.failed", method=scope["method"], path=scope["path"])
            if not watched.started:
                message = f"Internal error. The server's log explains it under the request id {request_id}."
                await error_response(500, "INTERNAL_SERVER_ERROR", message)(scope, receive, send)


class HeaderLimit:
    """Refuse requests whose address and headers are too long (431), which the HTTP parser itself does not."""

    def __init__(self, app: ASGIApp, *, limit_bytes: int, limit_count: int) -> None:
        self.app = app
        self.limit_bytes = limit_bytes
        self.limit_count = limit_count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if its head is within the limits."""
        if scope["type"] != "http" or self._fits(scope):
            await self.app(scope, receive, send)
            return
        message = (
            f"The address and headers of a request may have {self.limit_bytes} bytes "
            f"and {self.limit_count} headers at most."
        )
        response = error_response(431, "BAD_USER_INPUT", message, {"Connection": "close"})
        await response(scope, receive, send)

    def _fits(self, scope: Scope) -> bool:
        headers = scope["headers"]
        address = len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"])
        # Four bytes a header for ": " and the line end, as HTTP/1.1 writes them.
        total = address + sum(len(name) + len(value) + 4 for name, value in headers)
        return total <= self.limit_bytes and len(headers) <= self.limit_count


@dataclass(frozen=True)
class Uploads:
    """What holds for requests that bring a file: those to `path`, and forms that are sent to GraphQL.

    A form may have FORM_BYTES beside the file.
    """

    path: str
    limit_bytes: int
    timeout_seconds: float

    def are(self, scope: Scope) -> bool:
        """Whether the request may bring a file."""
        is_form = Headers(scope=scope).get("content-type", "").lower().startswith("multipart/form-data")
        return bool(scope["method"] == "POST" and (scope["path"] == self.path or is_form))


class BodyLimit:
    """Count the bytes of a request body while it arrives, chunked or not, and its time.

    More than `limit_bytes` is answered 413, a body that has not arrived after `timeout_seconds` 408. Nothing of it is
    kept here. `uploads` have limits of their own.
    """

    def __init__(
        self, app: ASGIApp, *, limit_bytes: int, timeout_seconds: float, uploads: Uploads | None = None
    ) -> None:
        self.app = app
        self.limit_bytes = limit_bytes
        self.timeout_seconds = timeout_seconds
        self.uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; its body is judged as the application reads it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit_bytes, timeout_seconds = self.limit_bytes, self.timeout_seconds
        if self.uploads is not None and self.uploads.are(scope):
            limit_bytes, timeout_seconds = self.uploads.limit_bytes + FORM_BYTES, self.uploads.timeout_seconds
        watched = _WatchedSend(send)
        counted = _CountedReceive(receive, limit_bytes, timeout_seconds)
        if _declared_length(Headers(scope=scope)) > limit_bytes:
            await self._answer_too_long(scope, counted, send)
            return
        try:
            await self.app(scope, counted, watched)
        except _BodyTooLong:
            if watched.started:
                raise
            await self._answer_too_long(scope, counted, send)
        except _BodyTooSlow:
            if watched.started:
                raise
            message = f"The request body did not arrive within {timeout_seconds:g} seconds."
            response = error_response(408, "BAD_USER_INPUT", message, {"Connection": "close"})
            await response(scope, receive, send)

    async def _answer_too_long(self, scope: Scope, counted: _CountedReceive, send: Send) -> None:
        # A client that waits for "100 Continue" has sent nothing yet, so there is nothing to read away.
        if "expect" not in Headers(scope=scope):
            await counted.drain()
        message = f"A request body may have {counted.limit_bytes} bytes at most."
        response = error_response(413, "BAD_USER_INPUT", message, {"Connection": "close"})
        await response(scope, counted.receive, send)


class _BodyTooLong(Exception):
    """The body has more bytes than allowed."""


class _BodyTooSlow(Exception):
    """The body did not arrive in time."""


class _CountedReceive:
    """A `receive` that raises when the body grows too long or comes too slowly."""

    def __init__(self, receive: Receive, limit_bytes: int, timeout_seconds: float) -> None:
        self.receive = receive
        self.limit_bytes = limit_bytes
        self.deadline = asyncio.get_running_loop().time() + timeout_seconds
        self.count = 0
        self.is_complete = False

    async def __call__(self) -> Message:
        if self.is_complete:
            # What comes now is the news that the client has left; there is no hurry.
            return await self.receive()
        try:
            async with asyncio.timeout_at(self.deadline):
                message = await self.receive()
        except TimeoutError:
            raise _BodyTooSlow from None
        self._count(message)
        if self.count > self.limit_bytes:
            raise _BodyTooLong
        return message

    async def drain(self) -> None:
        """Read and forget what is still to come, within bounds."""
        stop = self.count + DRAIN_BYTES
        try:
            async with asyncio.timeout(DRAIN_SECONDS):
                while not self.is_complete and self.count < stop:
                    self._count(await self.receive())
        except TimeoutError:
            return

    def _count(self, message: Message) -> None:
        self.count += len(message.get("body", b""))
        self.is_complete = not message.get("more_body", False)


class _WatchedSend:
    """A `send` that remembers whether the answer was begun."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.started = False

    async def __call__(self, message: Message) -> None:
        self.started = self.started or message["type"] == "http.response.start"
        await self.send(message)


def _declared_length(headers: Headers) -> int:
    value = headers.get("content-length", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else 0
