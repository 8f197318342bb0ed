"""The GraphQL endpoint: one operation by POST or GET, answered per GraphQL over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import orjson
from graphql import GraphQLError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType

from cms.auth import has_cookie, session_cookie
from cms.errors import CMSError, HeaderMissing, Unauthenticated, Unavailable
from cms.log import get_logger
from cms.permissions import Viewer
from cms.settings import Settings
from schema.context import Context
from schema.errors import INTERNAL, UNAVAILABLE, format_error
from schema.plans import Plans
from schema.request import ALLOWED, GRAPHQL_RESPONSE, JSON, BadRequest, GraphQLRequest, negotiate, read_request

READING = frozenset({OperationType.QUERY})
READING_AND_WRITING = frozenset({OperationType.QUERY, OperationType.MUTATION})
# A request that failed as a whole is the client's mistake, unless its code says otherwise.
STATUS_OF_CODE = {INTERNAL: 500, UNAVAILABLE: 503}
# Clients that take JSON alone are those from before the GraphQL type: for them the specification keeps 200.
STATUS_OF_MISTAKE = {GRAPHQL_RESPONSE: 400, JSON: 200}
# What keeps the sender of a request from being known, or believed.
STATUS_OF_SENDER: dict[type[CMSError], int] = {Unauthenticated: 401, HeaderMissing: 403, Unavailable: 503}
PERSONAL = {"Vary": "Accept, Authorization, Cookie", "Cache-Control": "private, no-store"}
DRAIN_SECONDS = 5.0

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


async def everyone_is_anonymous(_request: Request) -> Viewer:
    """The viewer of a site without sign-in."""
    return Viewer.anonymous()


class GraphQLView:
    """An ASGI application for one path. Give it to a `Route`, which matches the path exactly and without redirect.

    Args:
        schema: what is asked.
        settings: the timeout, and whether suggestions and SQL counts are shown.
        viewer_for: tells who sent a request.
        plans: what answers operations that come again; without it, each goes the long way.
    """

    def __init__(
        self,
        schema: Schema,
        settings: Settings,
        viewer_for: Callable[[Request], Awaitable[Viewer]] = everyone_is_anonymous,
        plans: Plans | None = None,
    ) -> None:
        self.schema = schema
        self.plans = plans
        self.settings = settings
        self.viewer_for = viewer_for
        self._running: set[asyncio.Task[Any]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        request = Request(scope, receive)
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            log.info("request.client_left")
            return
        await response(scope, receive, send)

    async def drain(self) -> None:
        """Wait until no request uses the database any more, at most some seconds.

        The server cancels late requests when it stops and does not wait for them; their rollback still needs the
        database.
        """
        others = self._running - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=DRAIN_SECONDS)

    async def _respond(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": ALLOWED})
        media_type = JSON
        try:
            media_type = negotiate(request.headers.get("accept"))
            asked = await read_request(request)
            viewer = await self._viewer(request)
            context = Context(viewer=viewer, request_id=_request_id(request), request=request, settings=self.settings)
            answer = await self._planned(request, asked, media_type, context)
            return answer or await self._execute(request, asked, media_type, context)
        except BadRequest as refusal:
            error = GraphQLError(refusal.message, extensions={"code": refusal.code})
            return self._answer(refusal.status, {"errors": [self._format(error, request)]}, media_type, refusal.headers)

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

    async def _planned(
        self, request: Request, asked: GraphQLRequest, media_type: str, context: Context
    ) -> Response | None:
        """The answer by a plan that is kept; None when the long way has to be gone."""
        if self.plans is None:
            return None
        seconds = self.settings.operation_timeout_seconds
        data = await self.plans.answer(asked.query, asked.operation_name, asked.variables, seconds=seconds)
        if data is None:
            return None
        extensions = b',"extensions":{"sql":{"statements":1}}' if self.settings.is_development else b""
        body = b'{"data":' + data + extensions + b"}"
        response = self._answer(200, body, media_type, PERSONAL if context.viewer.is_signed_in else None)
        self._keep_session(request, context, response)
        return response

    async def _execute(self, request: Request, asked: GraphQLRequest, media_type: str, context: Context) -> Response:
        try:
            async with asyncio.timeout(self.settings.operation_timeout_seconds) as limit:
                result = await self.schema.execute(
                    asked.query,
                    variable_values=asked.variables,
                    operation_name=asked.operation_name,
                    context_value=context,
                    allowed_operation_types=READING if asked.is_read_only else READING_AND_WRITING,
                )
        except InvalidOperationTypeError as error:
            raise _wrong_method(error.operation_type, asked) from None
        except TimeoutError:
            if not limit.expired():
                raise
            result = self._timed_out()
        if self.plans is not None and context.planned is not None and not result.errors:
            self.plans.keep(asked.query, asked.operation_name, context.planned)
        return self._result(request, result, context, media_type)

    def _timed_out(self) -> ExecutionResult:
        seconds = self.settings.operation_timeout_seconds
        log.warning("graphql.timeout", seconds=seconds)
        refusal = Unavailable(f"The operation took longer than {seconds:g} seconds and was cancelled.")
        return PreExecutionError(data=None, errors=[GraphQLError(refusal.message, original_error=refusal)])

    def _result(self, request: Request, result: ExecutionResult, context: Context, media_type: str) -> Response:
        body: dict[str, Any] = {}
        status = 200
        if result.errors:
            body["errors"] = [self._format(error, request) for error in result.errors]
        if _is_request_error(result):
            # A request that failed before its execution has no `data` entry at all.
            status = STATUS_OF_CODE.get(body["errors"][0]["extensions"]["code"], STATUS_OF_MISTAKE[media_type])
        else:
            body["data"] = result.data
        extensions = dict(result.extensions or {})
        if self.settings.is_development:
            extensions["sql"] = {"statements": context.statements}
        if extensions:
            body["extensions"] = extensions
        is_personal = context.viewer.is_signed_in or context.is_private
        response = self._answer(status, body, media_type, PERSONAL if is_personal else None)
        self._keep_session(request, context, response)
        return response

    def _keep_session(self, request: Request, context: Context, response: Response) -> None:
        """Give the browser the cookie of a new session, or take away that of one that is over."""
        is_over = not context.viewer.is_signed_in and has_cookie(request, self.settings)
        if context.new_session or context.has_signed_out or is_over:
            response.headers.update(PERSONAL)
            response.headers.append("Set-Cookie", session_cookie(self.settings, context.new_session))

    def _format(self, error: GraphQLError, request: Request) -> dict[str, Any]:
        return format_error(error, request_id=_request_id(request), hide_suggestions=not self.settings.introspection)

    def _answer(
        self, status: int, body: dict[str, Any] | bytes, media_type: str, headers: dict[str, str] | None = None
    ) -> Response:
        return Response(
            body if isinstance(body, bytes) else orjson.dumps(body),
            status,
            {"Vary": "Accept", "Cache-Control": "no-store", **(headers or {})},
            media_type=f"{media_type}; charset=utf-8",
        )


def _is_request_error(result: ExecutionResult) -> bool:
    if isinstance(result, PreExecutionError):
        return True
    return result.data is None and bool(result.errors) and all(error.path is None for error in result.errors or ())


def _wrong_method(operation_type: OperationType, asked: GraphQLRequest) -> BadRequest:
    if operation_type is OperationType.SUBSCRIPTION:
        return BadRequest(400, "Subscriptions are not served here.")
    if asked.is_read_only:
        return BadRequest(405, "Mutations are taken by POST only.", headers={"Allow": "POST"})
    return BadRequest(400, f"A {operation_type.value} is not served here.")


def _request_id(request: Request) -> str:
    state: dict[str, Any] = request.scope.get("state", {})
    return str(state.get("request_id", ""))
