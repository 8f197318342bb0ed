"""What sockets and event streams share: their number, whose they are, and the subscription behind them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterator
from contextlib import aclosing, contextmanager
from typing import Any, Protocol

from graphql import GraphQLError
from starlette.requests import HTTPConnection
from strawberry.types import ExecutionResult

from cms.auth import is_own_page
from cms.errors import Unauthenticated
from cms.permissions import Viewer
from cms.settings import Settings
from cms.throttle import network
from schema.context import Context
from schema.errors import FORBIDDEN, RATE_LIMITED, UNAVAILABLE, log_errors
from schema.request import BadRequest, GraphQLRequest

Body = dict[str, Any]
# When a refused client may try again.
RETRY_SECONDS = "30"


class Endpoint(Protocol):
    """What a transport needs of the endpoint (schema/view.py)."""

    settings: Settings
    viewer_for: Callable[[HTTPConnection], Awaitable[Viewer]]
    places: Places

    def context_for(self, connection: HTTPConnection, viewer: Viewer) -> Context:
        """The context value of one operation."""
        ...

    def with_document(self, asked: GraphQLRequest, viewer: Viewer) -> GraphQLRequest:
        """The request with its document; raises BadRequest if there is none that the viewer may ask with."""
        ...

    async def execute(self, asked: GraphQLRequest, context: Context) -> ExecutionResult:
        """The result of an operation within its time; raises InvalidOperationTypeError for subscriptions."""
        ...

    async def subscribe(self, asked: GraphQLRequest, context: Context) -> AsyncGenerator[ExecutionResult, None]:
        """The results of a subscription; one alone if it cannot be begun."""
        ...

    def body_of(self, result: ExecutionResult, context: Context) -> Body:
        """A result as it goes to the client; without `data` if the operation failed as a whole."""
        ...

    def format_error(self, error: GraphQLError, connection: HTTPConnection) -> Body:
        """An error as it goes to the client."""
        ...


class Places:
    """How many connections are held open, in all and by each address; those of one IPv6 network count together."""

    def __init__(self, settings: Settings) -> None:
        self._limit = settings.live_limit
        self._limit_per_address = settings.live_limit_per_address
        self._taken: Counter[str] = Counter()

    def __len__(self) -> int:
        """How many are taken."""
        return self._taken.total()

    @contextmanager
    def take(self, connection: HTTPConnection) -> Iterator[None]:
        """Hold a place for a connection.

        Raises:
            BadRequest: 429, the address has too many already; 503, everybody together has.
        """
        address = network(connection.client.host) if connection.client else ""
        headers = {"Retry-After": RETRY_SECONDS}
        if self._taken[address] >= self._limit_per_address:
            message = f"One address may hold {self._limit_per_address} sockets and event streams at a time."
            raise BadRequest(429, message, code=RATE_LIMITED, headers=headers)
        if len(self) >= self._limit:
            message = "The server holds as many sockets and event streams as it may; try again later."
            raise BadRequest(503, message, code=UNAVAILABLE, headers=headers)
        self._taken[address] += 1
        try:
            yield
        finally:
            self._taken[address] -= 1
            if not self._taken[address]:
                del self._taken[address]


def check_origin(connection: HTTPConnection, settings: Settings) -> None:
    """Hold a socket against CMS_CORS_ORIGINS: browsers leave that to the server, and send the page's Origin.

    Raises:
        BadRequest: 403, the page is of a foreign origin that is not allowed.
    """
    origin = connection.headers.get("origin")
    allowed = settings.cors_origins
    if origin is None or "*" in allowed or origin in allowed or is_own_page(connection, settings):
        return
    raise BadRequest(403, "Pages of this origin may not open sockets (CMS_CORS_ORIGINS).", code=FORBIDDEN)


def sender_of(connection: HTTPConnection, settings: Settings, authorization: str | None) -> HTTPConnection:
    """A socket's opening request as `viewer_for` may believe it.

    The cookie counts only when a page of the site itself opened the socket, since other sites can make a visitor's
    browser send it. A token in `connection_init` goes before one in the headers, which browsers cannot set.
    """
    kept = []
    for name, value in connection.scope["headers"]:
        is_foreign_cookie = name == b"cookie" and not is_own_page(connection, settings)
        is_replaced = name == b"authorization" and authorization is not None
        if not is_foreign_cookie and not is_replaced:
            kept.append((name, value))
    if authorization is not None:
        kept.append((b"authorization", authorization.encode("latin-1", "replace")))
    return HTTPConnection({**connection.scope, "headers": kept})


async def renewed(endpoint: Endpoint, sender: HTTPConnection, before: Viewer) -> Viewer:
    """The viewer as of now, by the same credential as before.

    Raises:
        Unauthenticated: the credential is not valid any more.
        Unavailable: the database cannot tell.
    """
    if not before.is_signed_in:
        return before
    viewer = await endpoint.viewer_for(sender)
    if (viewer.via, viewer.credential_id) != (before.via, before.credential_id):
        raise Unauthenticated
    return viewer


async def bodies(endpoint: Endpoint, asked: GraphQLRequest, context: Context) -> AsyncGenerator[Body, None]:
    """What a subscription answers, one event at a time; the next is not made before it is asked for.

    An answer without `data` is the last one.
    """
    async with aclosing(await endpoint.subscribe(asked, context)) as results:
        async for result in results:
            body = endpoint.body_of(result, context)
            yield body
            if "data" not in body:
                return
            context.statements = 0


def errors_of(endpoint: Endpoint, connection: HTTPConnection, error: Exception) -> list[Body]:
    """An exception that ended an operation, logged as the executor logs them, and as it goes to the client."""
    if isinstance(error, BadRequest):
        wrapped = GraphQLError(error.message, extensions={"code": error.code})
    else:
        wrapped = GraphQLError(str(error), original_error=error)
    log_errors([wrapped])
    return [endpoint.format_error(wrapped, connection)]


async def ended(tasks: Collection[asyncio.Task[Any]], cancelled: Collection[asyncio.Task[Any]] = ()) -> None:
    """Cancel tasks and wait until they have given everything back, even if this is cancelled in turn.

    Those that are `cancelled` already are waited for: another time would interrupt their giving back.
    """
    running = [task for task in tasks if not task.done()]
    for task in running:
        if task not in cancelled:
            task.cancel()
    interruption: asyncio.CancelledError | None = None
    while any(not task.done() for task in running):
        try:
            await asyncio.wait(running)
        except asyncio.CancelledError as error:
            interruption = error
    if interruption is not None:
        raise interruption
