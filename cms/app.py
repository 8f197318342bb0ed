"""The wiring: settings in, a Starlette application out. The only place where all parts meet."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, TypedDict

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from strawberry import Schema
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from cms import asset_endpoints, endpoints, migrations, worker
from cms.asset_endpoints import UPLOAD_PATH
from cms.auth import ViewerFor, cookie_name, viewer_finder
from cms.beacon import HIT_PATH, Beacon
from cms.cache import Answers, ResponseCache
from cms.compression import Compression
from cms.counting import HitCounter, flushing
from cms.db import Database, check, connect
from cms.db.files import sqlite_path
from cms.errors import SetupError
from cms.gui.pages import gui_routes
from cms.library import Library
from cms.live import Feed
from cms.log import configure_logging, get_logger
from cms.middleware import BodyLimit, HeaderLimit, LastResort, RequestID, SecurityHeaders, Uploads, error_response
from cms.settings import Settings, load_settings, unknown_variables
from cms.webhooks.addresses import AddressRules
from cms.webhooks.dispatch import Dispatcher, dispatching
from cms.webhooks.policy import Policy
from cms.webhooks.sending import Sender
from cms.webhooks.tally import Tally
from schema.build import make_plans, make_schema
from schema.payloads import Payloads
from schema.persisted import PersistedDocuments, load_trusted
from schema.view import GraphQLView

GRAPHQL_PATH = "/graphql"

log = get_logger(__name__)


class State(TypedDict):
    """What the lifespan hands to every request (`request.state`)."""

    database: Database
    graphql: GraphQLView
    library: Library
    viewer_for: ViewerFor


def create_app(settings: Settings) -> Starlette:
    """The whole server as one ASGI application.

    Its start-up opens the database and refuses, with a SetupError that names the remedy, one that cannot be used or
    has unapplied migrations. From then on the loops of cms/worker.py run beside the requests. Its shutdown ends them
    and closes the database when the last request has ended.

    Raises:
        SetupError: the settings want an extra that is not installed, or a file that cannot be read.
    """
    trusted = load_trusted(settings.trusted_documents)
    persisted = PersistedDocuments(trusted, only_trusted=settings.trusted_documents_only)
    answers = Answers(settings.response_cache_bytes)
    tally = Tally()
    counter = HitCounter(
        repeat_seconds=settings.hit_repeat_seconds if settings.hits else 0,
        limit_per_minute=settings.hit_limit_per_minute,
    )
    beacon = Beacon(counter, cors_origins=settings.cors_origins, forwarded_allow_ips=settings.forwarded_allow_ips)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[State]:
        async with open_site(settings) as database:
            library = Library(settings)
            schema = make_schema(database, settings)
            plans = make_plans(schema, database, settings)
            feed = Feed(database, settings.live_buffer_events)
            viewer_for = viewer_finder(database, settings)
            view = GraphQLView(schema, settings, viewer_for, plans, persisted, feed)
            await database.versions.open()
            await database.news.open()
            work = working(
                database, settings, schema, tally, library, dispatch=settings.dispatch, follow=settings.follow
            )
            async with flushing(database, counter, settings.hit_flush_seconds), work:
                yield {"database": database, "graphql": view, "library": library, "viewer_for": viewer_for}
                await view.drain()
            await feed.close()
            await library.close()

    return Site(
        answers,
        settings,
        beacon,
        routes=[
            *endpoints.routes,
            *asset_endpoints.routes,
            *([beacon.route] if settings.hits else []),
            *_metrics_routes(settings, answers, tally, counter),
            *_sign_in_routes(settings),
            *gui_routes(settings),
            Route(GRAPHQL_PATH, _GraphQL()),
            WebSocketRoute(GRAPHQL_PATH, _GraphQL()),
        ],
        middleware=middleware(settings),
        exception_handlers={HTTPException: _plain_refusal},
        lifespan=lifespan,
    )


def _metrics_routes(settings: Settings, answers: Answers, tally: Tally, counter: HitCounter) -> list[Route]:
    if not settings.metrics:
        return []
    from cms.metrics import metrics_route  # noqa: PLC0415 - it takes a while to import, and most sites go without

    return [metrics_route(answers, tally, counter)]


def _sign_in_routes(settings: Settings) -> list[Route]:
    """The addresses for signing in by a provider; none if the settings name no provider.

    Raises:
        SetupError: they name one, and the extra for it is not installed.
    """
    if not settings.oidc_issuer:
        return []
    try:
        from cms.oidc_endpoints import oidc_routes  # noqa: PLC0415 - an extra, which most sites do not install
    except ModuleNotFoundError as error:
        # Anything else that is missing is a bug, which must not pass for an extra.
        if (error.name or "").partition(".")[0] not in {"authlib", "joserfc", "httpx", "httpx2", "cryptography"}:
            raise
        raise SetupError(
            "CMS_OIDC_ISSUER is set, but the extra for it is not installed.",
            "Run `pip install 'broadsheet-cms[oidc]'`, or take the setting away.",
        ) from error
    return oidc_routes(settings)


def from_environment() -> Starlette:
    """The application of the settings in the environment: what `uvicorn --factory cms.app:from_environment` serves."""
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    leave_imports_alone()
    return create_app(settings)


def leave_imports_alone() -> None:
    """Tell the garbage collector that what is there now stays; for a process that does nothing but serve.

    It would look through some hundred thousand objects now and then, and nobody is answered in that tenth of a second.
    """
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def open_site(settings: Settings, *, wait_seconds: float = 5) -> AsyncIterator[Database]:
    """The site's database, ready for use, and closed in the end whatever happens.

    `wait_seconds` is how long a change waits for the changes of others, in this process or another.

    Raises:
        SetupError: it cannot be opened, is damaged, or has unapplied migrations.
    """
    for name, nearest in unknown_variables().items():
        log.warning("settings.unknown", variable=name, did_you_mean=nearest)
    url = settings.database_url
    if url.startswith("sqlite:") and not sqlite_path(url).exists():
        raise SetupError(f"There is no database {sqlite_path(url)}.", "Run `cms init` to make it, or restore a backup.")
    database = await connect(
        url,
        pool_size=settings.database_pool_size,
        wait_seconds=wait_seconds,
        # On PostgreSQL waiting for others is a statement too.
        command_seconds=max(30, wait_seconds + 5),
    )
    # A database that stays open keeps its threads, and with them a process that failed to start.
    try:
        await check(database)
        if names := await migrations.pending(database):
            count = "1 migration is" if len(names) == 1 else f"{len(names)} migrations are"
            raise SetupError(
                f"The database is behind this version: {count} not applied ({', '.join(names)}).", "Run `cms migrate`."
            )
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def working(
    database: Database,
    settings: Settings,
    schema: Schema,
    tally: Tally,
    library: Library,
    *,
    dispatch: bool,
    follow: bool,
) -> AsyncIterator[None]:
    """Do during the block what is done beside answering: the loops of cms/worker.py, and sending webhooks.

    Without `dispatch` no webhooks are sent, without `follow` nothing is computed from the change log.

    Enter it outside of any transaction, with the news of the database open.
    """
    loops = [*worker.loops_of(settings), worker.ranking(database), worker.tidying_files(library)]
    if settings.metrics:
        loops.append(worker.counting(database, tally))
    if follow:
        loops += worker.following(database)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(worker.running(database, loops))
        if dispatch:
            rules = AddressRules.parse(settings.webhook_allowed_addresses)
            sender = await stack.enter_async_context(Sender(rules, settings.webhook_timeout_seconds))
            render = Payloads(schema, settings).render
            dispatcher = Dispatcher(database, sender, render, Policy.of(settings), tally=tally)
            await stack.enter_async_context(dispatching(database, dispatcher))
        yield


def middleware(settings: Settings) -> list[Middleware]:
    """What every request passes that is not answered from the cache, the outermost first."""
    return [
        Middleware(ProxyHeadersMiddleware, trusted_hosts=settings.forwarded_allow_ips),
        Middleware(SecurityHeaders),
        Middleware(RequestID),
        Middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=("GET", "POST"),
            allow_headers=("Authorization", "Content-Type", "X-Request-ID"),
            expose_headers=("X-Request-ID",),
        ),
        Middleware(LastResort),
        Middleware(HeaderLimit, limit_bytes=settings.header_limit_bytes, limit_count=settings.header_limit_count),
        Middleware(
            BodyLimit,
            limit_bytes=settings.body_limit_bytes,
            timeout_seconds=settings.body_timeout_seconds,
            uploads=Uploads(UPLOAD_PATH, settings.asset_limit_bytes, settings.asset_timeout_seconds),
        ),
        Middleware(Compression, min_bytes=settings.compression_min_bytes),
    ]


class Site(Starlette):
    """A Starlette application with the response cache around everything, so that a hit costs nothing else.

    Attributes:
        answers_at_once: what the server's protocol asks before all that (cms/protocol.py), for the same reason.
    """

    def __init__(self, answers: Answers, settings: Settings, beacon: Beacon, **options: Any) -> None:
        super().__init__(**options)
        self._answers = answers
        self._settings = settings
        self._beacon = beacon
        self.answers_at_once = {("POST", HIT_PATH): beacon.at_once} if settings.hits else {}

    def build_middleware_stack(self) -> ASGIApp:
        """All layers."""
        return ResponseCache(
            super().build_middleware_stack(),
            answers=self._answers,
            path=GRAPHQL_PATH,
            cookie=cookie_name(self._settings),
            compression_min_bytes=self._settings.compression_min_bytes,
        )


class _GraphQL:
    """Passes requests and sockets to the view that the lifespan made, since its schema needs an open database."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await scope["state"]["graphql"](scope, receive, send)


async def _plain_refusal(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    code = "NOT_FOUND" if error.status_code == 404 else "BAD_USER_INPUT"
    return error_response(error.status_code, code, error.detail, dict(error.headers or {}))
