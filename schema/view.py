"""The GraphQL endpoint: one operation by POST or GET, answered per GraphQL over HTTP; and the door to sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any, Protocol

import orjson
from graphql import GraphQLError
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType

from cms.auth import has_cookie, session_cookie
from cms.cache import for_everybody
from cms.errors import CMSError, Forbidden, HeaderMissing, Unauthenticated, Unavailable
from cms.live import Feed
from cms.log import get_logger
from cms.permissions import Permission, Viewer
from cms.settings import Settings
from cms.steps import Turns
from cms.words import CONTENT_TAG
from schema.context import Context
from schema.errors import INTERNAL, UNAVAILABLE, format_error
from schema.live import Places
from schema.multipart import is_multipart, read_form
from schema.persisted import PersistedDocuments
from schema.plans import Plans
from schema.request import (
    ALLOWED,
    EVENT_STREAM,
    GRAPHQL_RESPONSE,
    JSON,
    BadRequest,
    GraphQLRequest,
    negotiate,
    parse_request,
    read_request,
    takes_events,
)
from schema.sockets import Socket
from schema.streams import EventStream, written_at_once

READING = frozenset({OperationType.QUERY})
READING_AND_WRITING = frozenset({OperationType.QUERY, OperationType.MUTATION})
# A request that failed as a whole is the client's mistake, unless its code says otherwise.
STATUS_OF_CODE = {INTERNAL: 500, UNAVAILABLE: 503}
# Clients that take JSON alone are those from before the GraphQL type: for them the specification keeps 200.
STATUS_OF_MISTAKE_IN_JSON = 200
# What keeps the sender of a request from being known, or believed.
STATUS_OF_SENDER: dict[type[CMSError], int] = {Unauthenticated: 401, HeaderMissing: 403, Unavailable: 503}
PERSONAL = {"Cache-Control": "private, no-store"}
# Fastly, and Varnish as docs/purging.md sets it up, read the first; Cloudflare the second.
CACHE_TAGS = {"Surrogate-Key": CONTENT_TAG, "Cache-Tag": CONTENT_TAG}
DRAIN_SECONDS = 5.0
# Values in the variables of a request that are read in less than a millisecond.
QUICK_VALUES = 150
# Where the state of a request holds what `by_plan` found out, and the long way need not find out again.
REFUSAL = "refusal"

log = get_logger(__name__)


class Schema(Protocol):
    """What the view needs of a Strawberry schema."""

    async def execute(
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any | None = None,
        root_value: Any | None = None,
        operation_name: str | None = None,
        allowed_operation_types: Any = None,
    ) -> ExecutionResult:
        """Parse, validate and execute one operation."""
        ...

    async def subscribe(
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any | None = None,
        root_value: Any | None = None,
        operation_name: str | None = None,
    ) -> Any:
        """Parse and validate one subscription; its results."""
        ...


async def everyone_is_anonymous(_request: HTTPConnection) -> Viewer:
    """The viewer of a site without sign-in."""
    return Viewer.anonymous()


class GraphQLView:
    """An ASGI application for one path. Give it to a `Route`, which matches the path exactly and without redirect.

    Args:
        schema: what is asked.
        settings: the timeout, and whether suggestions and SQL counts are shown.
        viewer_for: tells who sent a request.
        plans: what answers operations that come again; without it, each goes the long way.
        persisted: the documents that requests may name instead of sending them.
        feed: what subscriptions follow.
    """

    def __init__(
        self,
        schema: Schema,
        settings: Settings,
        viewer_for: Callable[[HTTPConnection], Awaitable[Viewer]] = everyone_is_anonymous,
        plans: Plans | None = None,
        persisted: PersistedDocuments | None = None,
        feed: Feed | None = None,
    ) -> None:
        self.schema = schema
        self.plans = plans
        self.settings = settings
        self.viewer_for = viewer_for
        self.persisted = persisted or PersistedDocuments({})
        self.feed = feed
        self.places = Places(settings)
        self._turns = Turns()
        self._running: set[asyncio.Task[Any]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request, or serve one socket."""
        self._note_running()
        if scope["type"] == "websocket":
            await Socket(self, scope, receive, send).serve()
            return
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            log.info("request.client_left")
            return
        await response(scope, receive, send)

    async def by_plan(self, scope: Scope, body: bytes) -> bytes | None:
        """The body of the answer to a reader, if its plan is kept; None where the long way has to be gone."""
        self._note_running()
        try:
            asked = parse_request(scope["method"], scope["query_string"], body)
            return await self._planned(self.with_document(asked, Viewer.anonymous()))
        except BadRequest as refusal:
            if refusal.code == UNAVAILABLE:
                scope["state"][REFUSAL] = refusal
        except Exception:  # a bug; the long way may know better, or tells of it
            log.exception("graphql.plan_failed")
        return None

    def _note_running(self) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def drain(self) -> None:
        """Wait until no request uses the database any more, at most some seconds.

        The server cancels late requests when it stops and does not wait for them; their rollback still needs the
        database.
        """
        others = self._running - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=DRAIN_SECONDS)

    def context_for(self, connection: HTTPConnection, viewer: Viewer) -> Context:
        """The context value of one operation."""
        return Context(
            viewer=viewer,
            request_id=_request_id(connection),
            request=connection,
            settings=self.settings,
            feed=self.feed,
        )

    async def execute(
        self, asked: GraphQLRequest, context: Context, allowed: frozenset[OperationType] = READING
    ) -> ExecutionResult:
        """The result of an operation, which is cancelled when it takes too long.

        Raises:
            InvalidOperationTypeError: it is of none of the allowed types.
        """
        execution = self.schema.execute(
            asked.query,
            variable_values=asked.variables,
            operation_name=asked.operation_name,
            context_value=context,
            allowed_operation_types=allowed,
        )
        try:
            async with asyncio.timeout(self.settings.operation_timeout_seconds) as limit:
                result = await self._turns.take(execution)
        except TimeoutError:
            if not limit.expired():
                raise
            return self._timed_out()
        if not _is_request_error(result):
            self.persisted.learn(asked)
        return result

    def with_document(self, asked: GraphQLRequest, viewer: Viewer) -> GraphQLRequest:
        """The request with its document, which the viewer may ask with.

        Raises:
            BadRequest: there is no such document, or the viewer may not.
        """
        asked = self.persisted.complete(asked)
        self.persisted.check(asked, is_signed_in=viewer.is_signed_in)
        return asked

    async def subscribe(self, asked: GraphQLRequest, context: Context) -> AsyncGenerator[ExecutionResult, None]:
        """The results of a subscription; one alone if it cannot be begun."""
        results: AsyncGenerator[ExecutionResult, None] = await self.schema.subscribe(
            asked.query,
            variable_values=asked.variables,
            operation_name=asked.operation_name,
            context_value=context,
        )
        return results

    async def _respond(self, request: Request) -> ASGIApp:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": ALLOWED})
        media_type = JSON
        try:
            media_type = negotiate(request.headers.get("accept"))
            if (refusal := request.scope.get("state", {}).get(REFUSAL)) is not None:
                raise refusal
            if is_multipart(request):
                return await self._respond_to_form(request, media_type)
            asked = await read_request(request)
            viewer = await self._viewer(request)
            asked = self.with_document(asked, viewer)
            context = self.context_for(request, viewer)
            body = await self._planned(asked)
            if body is not None:
                return self._for_everybody(request, body, context, media_type)
            return await self._execute(request, asked, media_type, context)
        except BadRequest as refusal:
            error = GraphQLError(refusal.message, extensions={"code": refusal.code})
            text = orjson.dumps({"errors": [self.format_error(error, request)]})
            # A request that is none has nothing to stream, and its status is what tells.
            media_type = JSON if media_type == EVENT_STREAM else media_type
            return _response(refusal.status, text, media_type, refusal.headers)

    async def _respond_to_form(self, request: Request, media_type: str) -> ASGIApp:
        """Answer a request that brings files. Nothing of it is read before its sender is known."""
        viewer = await self._viewer(request)
        if Permission.WRITE not in viewer.permissions:
            refusal = Forbidden(Permission.WRITE)
            raise BadRequest(403, refusal.message, code=refusal.code, headers=PERSONAL)
        asked, form = await read_form(request)
        try:
            asked = self.with_document(asked, viewer)
            return await self._execute(request, asked, media_type, self.context_for(request, viewer))
        finally:
            await form.close()

    async def _viewer(self, request: Request) -> Viewer:
        try:
            return await self.viewer_for(request)
        except CMSError as refusal:
            status = STATUS_OF_SENDER.get(type(refusal))
            if status is None:
                raise
            log.info("request.sender_refused", code=refusal.code)
            headers = PERSONAL | ({"WWW-Authenticate": "Bearer"} if status == 401 else {})
            raise BadRequest(status, refusal.message, code=refusal.code, headers=headers) from refusal

    async def _planned(self, asked: GraphQLRequest) -> bytes | None:
        """The body of the answer by a plan that is kept; None when the long way has to be gone.

        Raises:
            BadRequest: 503, the database cannot answer now.
        """
        if self.plans is None:
            return None
        seconds = self.settings.operation_timeout_seconds
        answering = self.plans.answer(asked.query, asked.operation_name, asked.variables, seconds=seconds)
        try:
            data = await (answering if asked.values <= QUICK_VALUES else self._turns.take(answering))
        except Unavailable as refusal:
            log.warning("graphql.unavailable", count=1, messages=[refusal.message])
            raise BadRequest(503, refusal.message, code=UNAVAILABLE) from refusal
        if data is None:
            return None
        self.persisted.learn(asked)
        return self._body(data)

    def _body(self, data: bytes) -> bytes:
        """The body with all of the data as the database made it."""
        extensions = b',"extensions":{"sql":{"statements":1}}' if self.settings.is_development else b""
        return b'{"data":' + data + extensions + b"}"

    def _for_everybody(self, request: Request, body: bytes, context: Context, media_type: str) -> Response:
        context.is_for_everybody = True
        return self._answer(request, 200, body, context, media_type)

    async def _execute(self, request: Request, asked: GraphQLRequest, media_type: str, context: Context) -> ASGIApp:
        try:
            result = await self.execute(asked, context, READING if asked.is_read_only else READING_AND_WRITING)
        except InvalidOperationTypeError as error:
            is_subscription = error.operation_type is OperationType.SUBSCRIPTION
            if is_subscription and request.method != "HEAD" and takes_events(request.headers.get("accept")):
                return EventStream(self, request, asked, context)
            raise _wrong_method(error.operation_type, asked) from None
        if result.errors:
            context.is_for_everybody = False
        elif self.plans is not None and context.planned is not None and context.cell is not None:
            self.plans.keep(asked.query, asked.operation_name, context.planned)
            return self._for_everybody(request, self._body(context.cell), context, media_type)
        return self._result(request, result, context, media_type)

    def _timed_out(self) -> ExecutionResult:
        seconds = self.settings.operation_timeout_seconds
        log.warning("graphql.timeout", seconds=seconds)
        refusal = Unavailable(f"The operation took longer than {seconds:g} seconds and was cancelled.")
        return PreExecutionError(data=None, errors=[GraphQLError(refusal.message, original_error=refusal)])

    def _result(self, request: Request, result: ExecutionResult, context: Context, media_type: str) -> Response:
        body = self.body_of(result, context)
        status = 200
        if "data" not in body:
            code = body["errors"][0]["extensions"]["code"]
            status = STATUS_OF_CODE.get(code, 400 if media_type == GRAPHQL_RESPONSE else STATUS_OF_MISTAKE_IN_JSON)
        return self._answer(request, status, orjson.dumps(body), context, media_type)

    def body_of(self, result: ExecutionResult, context: Context) -> dict[str, Any]:
        """A result as it goes to the client; without `data` if the operation failed as a whole."""
        body: dict[str, Any] = {}
        if result.errors:
            body["errors"] = [self._format(error, context.request_id) for error in result.errors]
        # A request that failed before its execution has no `data` entry at all.
        if not _is_request_error(result):
            body["data"] = result.data
        extensions = dict(result.extensions or {})
        if self.settings.is_development:
            extensions["sql"] = {"statements": context.statements}
        if extensions:
            body["extensions"] = extensions
        return body

    def _keep_session(self, request: Request, context: Context, response: Response) -> None:
        """Give the browser the cookie of a new session, or take away that of one that is over."""
        is_over = not context.viewer.is_signed_in and has_cookie(request, self.settings)
        if context.new_session or context.has_signed_out or is_over:
            response.headers.update(PERSONAL)
            response.headers.append("Set-Cookie", session_cookie(self.settings, context.new_session))

    def format_error(self, error: GraphQLError, connection: HTTPConnection) -> dict[str, Any]:
        """An error as it goes to the client."""
        return self._format(error, _request_id(connection))

    def _format(self, error: GraphQLError, request_id: str) -> dict[str, Any]:
        return format_error(error, request_id=request_id, hide_suggestions=not self.settings.introspection)

    def _answer(self, request: Request, status: int, text: bytes, context: Context, media_type: str) -> Response:
        """The answer, with what caches may do with it."""
        headers = {}
        if context.viewer.is_signed_in or context.is_private:
            headers = PERSONAL
        elif context.is_for_everybody and media_type != EVENT_STREAM:
            headers = {"Cache-Control": self.settings.cache_control}
            if self.settings.surrogate_keys:
                headers |= CACHE_TAGS
            for_everybody(request.scope)
        if media_type == EVENT_STREAM:
            # The stream tells of the failure; clients of streams take no other status.
            text, status = written_at_once(text), 200
        response = _response(status, text, media_type, headers)
        self._keep_session(request, context, response)
        return response


def _response(status: int, text: bytes, media_type: str, headers: dict[str, str]) -> Response:
    return Response(
        text,
        status,
        {"Vary": "Accept, Authorization, Cookie", "Cache-Control": "no-store", **headers},
        media_type=f"{media_type}; charset=utf-8",
    )


def _is_request_error(result: ExecutionResult) -> bool:
    if isinstance(result, PreExecutionError):
        return True
    return result.data is None and bool(result.errors) and all(error.path is None for error in result.errors or ())


def _wrong_method(operation_type: OperationType, asked: GraphQLRequest) -> BadRequest:
    if operation_type is OperationType.SUBSCRIPTION:
        message = (
            f"Subscriptions are answered as a stream: send `Accept: {EVENT_STREAM}`, "
            "or open a WebSocket (graphql-transport-ws) at this address."
        )
        return BadRequest(400, message)
    if asked.is_read_only:
        return BadRequest(405, "Mutations are taken by POST only.", headers={"Allow": "POST"})
    return BadRequest(400, f"A {operation_type.value} is not served here.")


def _request_id(connection: HTTPConnection) -> str:
    state: dict[str, Any] = connection.scope.get("state", {})
    return str(state.get("request_id", ""))
