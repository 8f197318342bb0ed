"""GraphQL over SSE, distinct connections mode: one subscription as one event stream (PROTOCOL.md of graphql-sse).

Strawberry's own stream takes every client that lists `text/event-stream` at its word, ends lines with CRLF, which
urql cannot read, and knows neither of sessions that end nor of a server that stops; hence this one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import aclosing, suppress
from typing import Any

import orjson
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from cms.errors import Unauthenticated, Unavailable
from cms.log import get_logger
from cms.middleware import error_response
from cms.protocol import ON_SHUTDOWN
from schema.context import Context
from schema.live import Endpoint, bodies, ended, errors_of, renewed
from schema.request import EVENT_STREAM, BadRequest, GraphQLRequest

HEADERS = {
    "Content-Type": f"{EVENT_STREAM}; charset=utf-8",
    "Cache-Control": "no-store",
    "Vary": "Accept, Authorization, Cookie",
    # nginx would hold events back until its buffer is full.
    "X-Accel-Buffering": "no",
}
# A comment: it says nothing, but shows both sides that the other one is there.
BEAT = b":\n\n"
# Browsers pass over an event that has no data at all.
COMPLETE = b"event: complete\ndata:\n\n"

log = get_logger(__name__)


def written_at_once(text: bytes) -> bytes:
    """The whole stream of an operation that has one result, for those who take nothing but streams."""
    return _next(text) + COMPLETE


class EventStream:
    """The answer (an ASGI application) to a request for a subscription.

    It ends with the subscription, when the client leaves, when the sender's session or token has ended, or without
    `complete` when the server stops, so that clients connect again. A client that reads slowly slows its subscription.
    """

    def __init__(self, endpoint: Endpoint, request: Request, asked: GraphQLRequest, context: Context) -> None:
        self._endpoint = endpoint
        self._request = request
        self._asked = asked
        self._context = context

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream until one of the ends."""
        try:
            with self._endpoint.places.take(self._request):
                await self._stream(scope, receive, _Writer(send))
        except BadRequest as refusal:
            log.info("stream.refused", status=refusal.status)
            await error_response(refusal.status, refusal.code, refusal.message, refusal.headers)(scope, receive, send)

    async def _stream(self, scope: Scope, receive: Receive, writer: _Writer) -> None:
        stopping = asyncio.Event()
        scope[ON_SHUTDOWN] = stopping.set
        with suppress(OSError):  # the client left while something was sent
            await writer.begin()
            await _first_of(
                self._answer(writer), self._watch(writer), self._beat(writer), _left(receive), stopping.wait()
            )
            await writer.end()

    async def _answer(self, writer: _Writer) -> None:
        try:
            async with aclosing(bodies(self._endpoint, self._asked, self._context)) as answers:
                async for body in answers:
                    await writer.write(_next(orjson.dumps(body)))
                    await asyncio.sleep(0)  # one that never waits would hold up everybody else
        except OSError:
            raise
        except Exception as error:  # a bug, which ends this stream and nothing else
            await writer.write(self._failed(error))
        await writer.write(COMPLETE, is_last=True)

    async def _watch(self, writer: _Writer) -> None:
        """End the stream when its sender is not known any more."""
        while True:
            await asyncio.sleep(self._endpoint.settings.viewer_check_seconds)
            try:
                self._context.viewer = await renewed(self._endpoint, self._request, self._context.viewer)
            except Unavailable:
                continue
            except Unauthenticated as refusal:
                await writer.write(self._failed(refusal) + COMPLETE, is_last=True)
                return

    async def _beat(self, writer: _Writer) -> None:
        while True:
            await asyncio.sleep(self._endpoint.settings.heartbeat_seconds)
            await writer.write(BEAT)

    def _failed(self, error: Exception) -> bytes:
        return _next(orjson.dumps({"errors": errors_of(self._endpoint, self._request, error)}))


class _Writer:
    """Writes one piece at a time, each when the client has taken those before, and nothing behind the last one."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._turn = asyncio.Lock()
        self._is_over = False

    async def begin(self) -> None:
        headers = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
        await self._send({"type": "http.response.start", "status": 200, "headers": headers})
        await self.write(BEAT)

    async def write(self, piece: bytes, *, is_last: bool = False) -> None:
        async with self._turn:
            if not self._is_over:
                self._is_over = is_last
                await self._send({"type": "http.response.body", "body": piece, "more_body": True})

    async def end(self) -> None:
        await self._send({"type": "http.response.body", "body": b""})


async def _first_of(*coroutines: Coroutine[Any, Any, Any]) -> None:
    """Run them beside each other until one ends, by itself or by an exception, and end the others."""
    tasks = {asyncio.create_task(coroutine) for coroutine in coroutines}
    try:
        done, _running = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await ended(tasks)
    for task in done:
        task.result()


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _next(text: bytes) -> bytes:
    # JSON has no line ends of its own.
    return b"event: next\ndata: " + text + b"\n\n"
