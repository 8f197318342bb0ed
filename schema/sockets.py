"""GraphQL over WebSocket: the protocol `graphql-transport-ws` (PROTOCOL.md of graphql-ws), without mutations.

Strawberry has a handler for it, but most of what it does would have to be replaced: it checks no types, sends errors
unmasked and without codes, closes the socket for an operationName that is unknown, takes mutations, and asks but once
who is there. So the protocol is spoken here, and Strawberry executes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from functools import partial

import orjson
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from cms.errors import CMSError, TooComplex, Unauthenticated, Unavailable
from cms.log import get_logger
from cms.middleware import error_response
from cms.permissions import Viewer
from schema.context import Context
from schema.errors import BAD_USER_INPUT
from schema.live import Body, Endpoint, bodies, check_origin, ended, errors_of, renewed, sender_of
from schema.messages import Closing, id_of, payload_of, read_message
from schema.request import BadRequest, GraphQLRequest, checked

PROTOCOL = "graphql-transport-ws"

log = get_logger(__name__)


@dataclass
class _Operation:
    """What runs under an id."""

    context: Context
    task: asyncio.Task[None] | None = None


class Socket:
    """One client's socket, from its opening to its end.

    Messages are sent one at a time, each when the client has taken those before: an operation whose client does not
    read stands still. Whatever way the socket ends, its operations are cancelled and have ended when `serve` returns.
    """

    def __init__(self, endpoint: Endpoint, scope: Scope, receive: Receive, send: Send) -> None:
        self._endpoint = endpoint
        self._settings = endpoint.settings
        self._websocket = WebSocket(scope, receive, send)
        self._sending = asyncio.Lock()
        self._is_closing = False
        self._is_signed_off = False
        # Whose socket it is; unknown until `connection_init`.
        self._sender: HTTPConnection | None = None
        self._viewer = Viewer.anonymous()
        self._operations: dict[str, _Operation] = {}
        # All that has not ended yet: the tasks, those of operations among them, and those that were cancelled.
        self._tasks: set[asyncio.Task[None]] = set()
        self._running: set[asyncio.Task[None]] = set()
        self._cancelled: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Take the socket or refuse it, and speak the protocol until one side leaves."""
        try:
            check_origin(self._websocket, self._settings)
            with self._endpoint.places.take(self._websocket):
                await self._converse()
        except BadRequest as refusal:
            log.info("socket.refused", status=refusal.status, reason=refusal.message)
            response = error_response(refusal.status, refusal.code, refusal.message, refusal.headers)
            await self._websocket.send_denial_response(response)
        except WebSocketDisconnect:
            pass

    async def _converse(self) -> None:
        try:
            await self._accept()
            await self._read()
        except Closing as closing:
            await self._stop()
            await self._close(closing)
        finally:
            await self._stop()

    async def _stop(self) -> None:
        tasks, cancelled = self._tasks - self._cancelled, set(self._cancelled)
        self._cancelled |= tasks
        await ended(tasks | cancelled, cancelled)

    async def _accept(self) -> None:
        if PROTOCOL not in self._websocket.scope["subprotocols"]:
            await self._websocket.accept()
            raise Closing(4406, "Subprotocol not acceptable")
        await self._websocket.accept(PROTOCOL)

    async def _read(self) -> None:
        try:
            async with asyncio.timeout(self._settings.socket_init_seconds) as self._init_limit:
                while True:
                    await self._handle(await read_message(self._websocket, self._settings.socket_message_bytes))
        except TimeoutError:
            if not self._init_limit.expired():
                raise
            raise Closing(4408, "Connection initialisation timeout") from None

    async def _handle(self, message: Body) -> None:
        match message.get("type"):
            case "connection_init":
                await self._begin(payload_of(message))
            case "subscribe":
                await self._subscribe(id_of(message), payload_of(message))
            case "complete":
                self._cancel(id_of(message))
            case "ping":
                payload = payload_of(message)
                await self._send({"type": "pong", **({"payload": payload} if payload else {})})
            case "pong":
                payload_of(message)
            case _:
                raise Closing(4400, "A message must have one of the types of this protocol.")

    async def _begin(self, payload: Body) -> None:
        """Settle who is there."""
        if self._sender is not None:
            raise Closing(4429, "Too many initialisation requests")
        # From here on the client has done its part.
        self._init_limit.reschedule(None)
        given = next((value for name, value in payload.items() if name.lower() == "authorization"), None)
        if not isinstance(given, str | None):
            raise Closing(4403, "Forbidden")
        self._sender = sender_of(self._websocket, self._settings, given)
        try:
            self._viewer = await self._endpoint.viewer_for(self._sender)
        except Unavailable:
            raise Closing(1013, "Try again later") from None
        except CMSError:
            raise Closing(4403, "Forbidden") from None
        await self._send({"type": "connection_ack"})
        if self._viewer.is_signed_in:
            self._start(self._watch)

    async def _subscribe(self, id_: str, payload: Body) -> None:
        if self._sender is None:
            raise Closing(4401, "Unauthorized")
        if id_ in self._operations:
            raise Closing(4409, f"Subscriber for {id_} already exists")
        try:
            asked = checked(payload, is_read_only=True)
            self._check_count()
        except (BadRequest, TooComplex) as refusal:
            if refusal.code == BAD_USER_INPUT:
                raise Closing(4400, refusal.message) from None
            await self._send(self._error(id_, refusal))
            return
        if not self._is_signed_off:
            operation = self._operations[id_] = _Operation(self._endpoint.context_for(self._sender, self._viewer))
            operation.task = self._start(partial(self._run, id_, operation, asked))
            self._running.add(operation.task)
            operation.task.add_done_callback(self._running.discard)

    def _check_count(self) -> None:
        if len(self._running) >= self._settings.socket_operations:
            raise TooComplex(f"A socket may run {self._settings.socket_operations} operations at a time.")

    async def _run(self, id_: str, operation: _Operation, asked: GraphQLRequest) -> None:
        """Send all that an operation answers."""
        try:
            operation.context.viewer = await self._renewed()
            async with aclosing(self._answers(asked, operation.context)) as answers:
                async for body in answers:
                    if "data" not in body:
                        await self._end(id_, operation, {"type": "error", "payload": body["errors"]})
                        return
                    await self._send({"type": "next", "id": id_, "payload": body})
                    await asyncio.sleep(0)  # one that never waits would hold up everybody else
        except Unauthenticated:
            await self._sign_off()
        except WebSocketDisconnect:
            raise
        except Exception as error:  # a bug, or the database is away: this operation ends, the socket goes on
            await self._end(id_, operation, self._error(id_, error))
        else:
            await self._end(id_, operation, {"type": "complete"})

    async def _answers(self, asked: GraphQLRequest, context: Context) -> AsyncGenerator[Body, None]:
        asked = self._endpoint.with_document(asked, context.viewer)
        try:
            result = await self._endpoint.execute(asked, context)
        except InvalidOperationTypeError as error:
            if error.operation_type is not OperationType.SUBSCRIPTION:
                raise BadRequest(400, "Mutations are taken by POST only, not over sockets.") from None
        else:
            yield self._endpoint.body_of(result, context)
            return
        async with aclosing(bodies(self._endpoint, asked, context)) as events:
            async for body in events:
                yield body

    async def _end(self, id_: str, operation: _Operation, message: Body) -> None:
        """Send the last message of an operation; its id is free from now on."""
        if self._operations.get(id_) is operation:
            del self._operations[id_]
            await self._send({"id": id_, **message})

    def _cancel(self, id_: str) -> None:
        operation = self._operations.pop(id_, None)
        if operation is not None and operation.task is not None and operation.task is not asyncio.current_task():
            self._cancelled.add(operation.task)
            operation.task.cancel()

    # Whose socket it is

    async def _watch(self) -> None:
        """Notice when the session or the token of the socket has ended, and what its user may do by now."""
        while True:
            await asyncio.sleep(self._settings.viewer_check_seconds)
            if not self._operations:
                continue
            try:
                self._viewer = await self._renewed()
            except Unavailable:
                continue
            except Unauthenticated:
                await self._sign_off()
                return
            for operation in self._operations.values():
                operation.context.viewer = self._viewer

    async def _renewed(self) -> Viewer:
        return await renewed(self._endpoint, self._sender or self._websocket, self._viewer)

    async def _sign_off(self) -> None:
        """End all operations, each with an error, and close."""
        if self._is_signed_off:
            return
        self._is_signed_off = True
        ids = list(self._operations)
        for id_ in ids:
            self._cancel(id_)
        for id_ in ids:
            await self._send(self._error(id_, Unauthenticated()))
        await self._close(Closing(4403, "Forbidden"))

    # What is sent

    def _start(self, work: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        task = asyncio.create_task(self._guard(work))
        self._tasks.add(task)
        for place in (self._tasks, self._cancelled):
            task.add_done_callback(place.discard)
        return task

    async def _guard(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except WebSocketDisconnect:
            pass
        except Exception:
            log.exception("socket.failed")
            await self._close(Closing(1011, "Internal error"))

    async def _send(self, message: Body) -> None:
        async with self._sending:
            if self._is_closing or self._websocket.application_state is not WebSocketState.CONNECTED:
                raise WebSocketDisconnect  # whoever would have sent more ends with this
            await self._websocket.send_text(orjson.dumps(message).decode())

    async def _close(self, closing: Closing) -> None:
        async with self._sending:
            if not self._is_closing and self._websocket.application_state is WebSocketState.CONNECTED:
                self._is_closing = True
                log.info("socket.closed", code=closing.code, reason=closing.reason)
                with suppress(WebSocketDisconnect):
                    await self._websocket.close(closing.code, closing.reason)

    def _error(self, id_: str, error: Exception) -> Body:
        return {"type": "error", "id": id_, "payload": errors_of(self._endpoint, self._websocket, error)}
