"""HTTP connections that nobody can hold for nothing: heads must arrive in time, and answers must be read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from starlette.types import Scope
from uvicorn import Config
from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState

from cms.middleware import error_response

# A head is some hundred bytes in one packet, so this is generous even over a bad line.
HEAD_SECONDS = 10.0
# How long a client may leave an answer unread before its connection is cut.
UNREAD_SECONDS = 60.0
HEAD_BYTES = 64 * 1024
# What the library for sockets takes of an opening request; it fails instead of refusing more.
SOCKET_HEADERS = 100
SOCKET_LINE_BYTES = 8000
# Under this name in its scope, an answer that does not end by itself leaves what ends it when the server stops.
ON_SHUTDOWN: Final = "broadsheet.on_shutdown"


@dataclass(frozen=True, slots=True)
class Ready:
    """A whole answer. `head` is the headers as they are sent, without the server's own and the empty line."""

    status: int
    head: bytes
    body: bytes = b""


# Says what to answer to a request with this body; None leaves it to the application.
AtOnce = Callable[[Scope, bytes], Ready | None]


class _CutsOffTheDeaf(asyncio.Protocol):
    """What both protocols do with a client that does not read for UNREAD_SECONDS."""

    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    _cut: asyncio.TimerHandle | None = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_cut()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The client does not read as fast as is written."""
        super().pause_writing()
        self._start_cut()

    def resume_writing(self) -> None:
        """The client has read on."""
        if not self.transport.is_closing():
            self._stop_cut()
        super().resume_writing()

    def _start_cut(self) -> None:
        if self._cut is None:
            self._cut = self.loop.call_later(UNREAD_SECONDS, self.transport.abort)

    def _stop_cut(self) -> None:
        if self._cut is not None:
            self._cut.cancel()
            self._cut = None


class GuardedProtocol(_CutsOffTheDeaf, HttpToolsProtocol):
    """uvicorn's protocol, which by itself lets a client hold a connection for ever by sending too little.

    - A connection without a request must complete the head of one within HEAD_SECONDS of its first byte, a new
      connection of being opened. One that waits between two requests is closed after uvicorn's keep-alive time.
    - Where the configured number of connections is reached, the one that has waited longest for a request makes room.
    - Bytes that complete neither a head nor a piece of a body are counted, because the parser keeps them all and grows
      slower with each; above the limit (`h11_max_incomplete_event_size`) the request is refused with 431.
    - A client that does not read its answer for UNREAD_SECONDS is cut off.

    Beside that it lets an application answer some requests at once: the one it has for the method and path in
    `answers_at_once` is asked if the whole request came in one packet, and no task is made for it.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.head_limit = config.h11_max_incomplete_event_size or HEAD_BYTES
        # Since when no request is being read or answered; None while one is.
        self.waiting_since: float | None = None
        self._is_head_begun = False
        self._has_progressed = False
        self._pending_bytes = 0
        self._head_deadline: asyncio.TimerHandle | None = None
        self._at_once: Mapping[tuple[str, str], AtOnce] = getattr(self.app, "answers_at_once", {})
        # A request that may be answered at once if its body is there, too.
        self._begun: RequestResponseCycle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Begin to wait for the first request, in the place of another that waits if there are too many."""
        if self.limit_concurrency is not None and len(self.connections) + 1 >= self.limit_concurrency:
            self._make_room()
        super().connection_made(transport)
        self.waiting_since = self.loop.time()
        self._start_head_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_head_deadline()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Parse what arrived, and judge whether it led anywhere."""
        self._has_progressed = False
        super().data_received(data)
        if self._begun is not None:
            self._serve(self._begun)
        if self.transport.is_closing():
            return
        # What one packet holds after a completed part is counted with the next packet only.
        self._pending_bytes = 0 if self._has_progressed else self._pending_bytes + len(data)
        if self._pending_bytes > self.head_limit:
            self._refuse(431, f"The address and headers of a request may have {self.head_limit} bytes at most.")
        elif self.waiting_since is not None and self._head_deadline is None:
            self._start_head_deadline()

    def on_message_begin(self) -> None:
        """A request begins to arrive."""
        self._is_head_begun = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head is there: the request is being served from now on."""
        self._has_progressed = True
        self._is_head_begun = False
        self.waiting_since = None
        self._stop_head_deadline()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A piece of a body has arrived."""
        self._has_progressed = True
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request has arrived whole."""
        self._has_progressed = True
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request, if none is queued already."""
        super().on_response_complete()
        if self.cycle.response_complete:
            self.waiting_since = self.loop.time()
        if self.transport.is_closing():
            self._start_cut()  # what is written but not read would keep a closing connection open

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Begin to serve a request; one that may be answered at once waits until its packet is read to the end."""
        may_be = app is self.app and cycle.more_body and not self.flow.write_paused
        if may_be and (cycle.scope["method"], cycle.scope["path"]) in self._at_once:
            self._begun = cycle
        else:
            super()._start_asgi_task(cycle, app)

    def _serve(self, cycle: RequestResponseCycle) -> None:
        """Answer a request that began with this packet, or leave it to the application."""
        self._begun = None
        if self.transport.is_closing():
            return
        scope = cast("dict[str, Any]", cycle.scope)
        ready = None
        if not cycle.more_body:
            ready = self._at_once[scope["method"], scope["path"]](scope, bytes(cycle.body))
        if ready is None:
            super()._start_asgi_task(cycle, self.app)
            return
        own = [b"%s: %s\r\n" % header for header in cycle.default_headers]
        if not cycle.keep_alive:
            own.append(b"connection: close\r\n")
        self.transport.write(b"".join((STATUS_LINE[ready.status], *own, ready.head, b"\r\n", ready.body)))
        cycle.response_started = cycle.response_complete = True
        if not cycle.keep_alive:
            self.transport.close()
        self.on_response_complete()

    def shutdown(self) -> None:
        """Close when the running request is answered, at once if there is none."""
        is_answering = self.waiting_since is None
        if is_answering and (end := cast("dict[str, Any]", self.cycle.scope).get(ON_SHUTDOWN)):
            end()
        super().shutdown()
        if self.transport.is_closing():
            self._start_cut()

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection on to the protocol of sockets."""
        lines = [self.url, *(name + value for name, value in self.headers)]
        is_too_long = len(lines) > SOCKET_HEADERS or max(map(len, lines)) > SOCKET_LINE_BYTES
        if is_too_long or self.scope["method"] != "GET" or not self.url.isascii():
            self.waiting_since = self.loop.time()
            self._refuse(431 if is_too_long else 400, "A socket is opened by a GET with a short head.")
            return
        super().handle_websocket_upgrade()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection on which nothing more was asked."""
        self._close()

    def _make_room(self) -> None:
        waiting = [other for other in self.connections if isinstance(other, GuardedProtocol) and other.is_waiting]
        if waiting:
            longest = min(waiting, key=lambda other: other.waiting_since or 0)
            longest._close()  # noqa: SLF001 - of this very class
            # It stays in the set until the loop turns, and would be counted against the new connection.
            self.connections.discard(longest)

    @property
    def is_waiting(self) -> bool:
        """Whether it could be closed without a loss: no request is being served."""
        return self.waiting_since is not None and not self.transport.is_closing()

    def _start_head_deadline(self) -> None:
        self._head_deadline = self.loop.call_later(HEAD_SECONDS, self._head_is_late)

    def _stop_head_deadline(self) -> None:
        if self._head_deadline is not None:
            self._head_deadline.cancel()
            self._head_deadline = None

    def _head_is_late(self) -> None:
        if self._is_head_begun:
            self._refuse(408, f"The head of the request did not arrive within {HEAD_SECONDS:g} seconds.")
        else:
            self._close()

    def _refuse(self, status: int, message: str) -> None:
        # In the middle of another answer there is no place for this one.
        if self.waiting_since is not None and not self.transport.is_closing():
            response = error_response(status, "BAD_USER_INPUT", message, {"Connection": "close"})
            headers = b"".join(b"%s: %s\r\n" % header for header in response.raw_headers)
            self.transport.write(b"".join((STATUS_LINE[status], headers, b"\r\n", bytes(response.body))))
        self._close()

    def _close(self) -> None:
        self._stop_head_deadline()
        if not self.transport.is_closing():
            self.transport.close()
        self._start_cut()


class GuardedSocketProtocol(_CutsOffTheDeaf, WebSocketsSansIOProtocol):
    """uvicorn's protocol for sockets; a client that does not read for UNREAD_SECONDS is cut off here as well."""

    def shutdown(self) -> None:
        """Close the socket, since the server stops."""
        super().shutdown()
        self._start_cut()

    def keepalive_timeout(self) -> None:
        """Close the socket of a client that gives no sign of life."""
        super().keepalive_timeout()
        self._start_cut()

    def handle_ping(self) -> None:
        """Answer a ping, unless the client reads none of the answers: they would pile up."""
        if self.writable.is_set():
            super().handle_ping()
        else:
            self.conn.data_to_send()
