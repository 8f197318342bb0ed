"""A small schema with subscriptions, served by a real server, for the tests of sockets and event streams."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import strawberry
from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from starlette.routing import Route, WebSocketRoute

from cms.app import middleware
from cms.errors import NotFound, Unauthenticated
from cms.permissions import Via, Viewer
from cms.settings import Settings
from schema.context import Context
from schema.documents import DocumentChecksFactory
from schema.errors import QuietSchema
from schema.view import GraphQLView
from tests.serving import Site, serving

SECRET = "password=secret at /srv/cms"
ANN = Viewer("Ann", id=7, via=Via.TOKEN, credential_id=70)
BEN = Viewer("Ben", id=8, via=Via.SESSION, credential_id=80)


class Facts:
    """What the tests want to know of the resolvers, and tell them."""

    def __init__(self) -> None:
        self.touched = 0
        self.produced = 0
        self.running = 0
        self.is_revoked = False


FACTS = Facts()
Info = strawberry.Info[Context, None]


@strawberry.type
class Query:
    @strawberry.field
    def title(self) -> str:
        return "打好“四大会战”"

    @strawberry.field
    def me(self, info: Info) -> str:
        return info.context.viewer.name

    @strawberry.field
    def bug(self) -> str | None:
        raise RuntimeError(SECRET)

    @strawberry.field
    async def slow(self) -> str:
        FACTS.running += 1
        try:
            await asyncio.sleep(60)
        finally:
            FACTS.running -= 1
        return "late"


@strawberry.type
class Mutation:
    @strawberry.mutation
    def touch(self) -> str:
        FACTS.touched += 1
        return "touched"


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def count(self, to: int) -> AsyncGenerator[int, None]:
        for number in range(to):
            yield number

    @strawberry.subscription
    async def bug(self) -> AsyncGenerator[int, None]:
        yield 1
        raise RuntimeError(SECRET)

    @strawberry.subscription
    async def refuse(self) -> AsyncGenerator[int, None]:
        raise NotFound("article", "art_17")
        yield 1

    @strawberry.subscription
    async def wait(self, info: Info) -> AsyncGenerator[str, None]:
        """One event, and then none."""
        FACTS.running += 1
        try:
            yield info.context.viewer.name
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.05)  # giving back takes time
            FACTS.running -= 1

    @strawberry.subscription
    async def flood(self) -> AsyncGenerator[str, None]:
        while True:
            FACTS.produced += 1
            yield "x" * 100_000
            await asyncio.sleep(0)


async def viewer_for(request: HTTPConnection) -> Viewer:
    """Ann by a token, Ben by a cookie."""
    if "authorization" in request.headers:
        if request.headers["authorization"] != "Bearer ann" or FACTS.is_revoked:
            raise Unauthenticated
        return ANN
    is_ben = request.cookies.get("session") == "ben" and not FACTS.is_revoked
    return BEN if is_ben else Viewer.anonymous()


@asynccontextmanager
async def live_site(**changes: Any) -> AsyncIterator[Site]:
    """The site; its facts are new, and nothing of it runs any more afterwards."""
    FACTS.__init__()  # type: ignore[misc]  # one for all, since resolvers find it by its name
    settings = Settings(_env_file=None, **changes)
    schema = QuietSchema(Query, Mutation, Subscription, extensions=[DocumentChecksFactory(settings)])
    view = GraphQLView(schema, settings, viewer_for)
    routes = [Route("/graphql", view), WebSocketRoute("/graphql", view)]
    async with serving(Starlette(routes=routes, middleware=middleware(settings)), settings) as site:
        yield site
    await view.drain()
    assert len(view.places) == 0
    assert FACTS.running == 0
