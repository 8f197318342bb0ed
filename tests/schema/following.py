"""The whole application served for subscribers, and what they are told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx2

from cms import events
from cms.db import writing
from cms.live import Feed
from cms.permissions import Viewer
from cms.settings import Settings
from tests.content import DAY
from tests.happenings import sample
from tests.serving import Client, Site, serving
from tests.test_app import make_app

SHOWN = "cursor sequence type subjectId"


@dataclass
class Served:
    """A served application, and the feed of its subscriptions."""

    site: Site
    feed: Feed

    @asynccontextmanager
    async def told(
        self, field: str, *, after: int | None = 0, headers: dict[str, str] | None = None, **variables: Any
    ) -> AsyncIterator[Told]:
        """A subscription over a socket that has begun, `after` the event of that number or (None) from now on."""
        query, variables = document(field, after, variables)
        async with self.site.socket(headers) as client:
            before = len(self.feed)
            await client.subscribe(query, variables=variables)
            async with asyncio.timeout(5):
                while len(self.feed) == before or self.feed._following is None:  # noqa: ASYNC110 - it tells nobody
                    await asyncio.sleep(0.005)
            yield Told(client)

    async def refusal(self, field: str, *, headers: dict[str, str] | None = None, **variables: Any) -> str:
        """The code of the error that a subscription ends with at once, over a socket and over a stream."""
        query, variables = document(field, variables.pop("after", 0), variables)
        async with self.site.socket(headers) as client:
            (message,) = await client.ask(query, variables=variables)
        (_name, body), end = await streamed(self.site, query, variables, headers)
        assert end == ("complete", None)
        (by_socket,), (by_stream,) = message["payload"], body["errors"]
        assert by_socket["extensions"] == by_stream["extensions"]
        code: str = by_socket["extensions"]["code"]
        return code


class Told:
    """What one subscriber is told."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def next(self) -> Any:
        """The next event."""
        message = await self.client.receive()
        assert message["type"] == "next", message
        (event,) = message["payload"]["data"].values()
        return event

    async def types(self, count: int) -> list[str]:
        """The types of the next events."""
        return [(await self.next())["type"] for _ in range(count)]

    async def ends(self) -> str:
        """The code of the error that comes next."""
        message = await self.client.receive()
        assert message["type"] == "error", message
        code: str = message["payload"][0]["extensions"]["code"]
        return code


def document(field: str, after: int | None, variables: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """A subscription to a field with its arguments, such as "events types: $types"."""
    name, _, arguments = field.partition(" ")
    types = {"types": "[String!]", "subject": "ID", "id": "ID", "where": "ArticleChangeWhere"}
    declared = "".join(f", ${each}: {types[each]}" for each in variables)
    given = "".join(f", {each}: ${each}" for each in variables)
    query = f"subscription($after: String{declared}) {{ {name}(after: $after{given}) {{ {arguments or SHOWN} }} }}"
    return query, {"after": None if after is None else cursor(after), **variables}


def cursor(sequence: int) -> str:
    """The cursor of the event with this number."""
    return f"LOG|{sequence}".encode().hex()


@asynccontextmanager
async def served(database_url: str, **settings: Any) -> AsyncIterator[Served]:
    """The application of a database, served."""
    app = make_app(database_url, live_limit_per_address=300, **settings)
    async with app.router.lifespan_context(app) as state:

        async def with_state(scope: Any, receive: Any, send: Any) -> None:
            await app({**scope, "state": dict(state)}, receive, send)

        async with serving(with_state, Settings(_env_file=None, **settings)) as site:
            feed = state["graphql"].feed
            yield Served(site, feed)
        await state["graphql"].drain()
        assert len(feed) == 0
        assert feed._following is None


async def streamed(
    site: Site, query: str, variables: dict[str, Any], headers: dict[str, str] | None = None, count: int = 2
) -> list[tuple[str, Any]]:
    """The first events of an event stream."""
    found: list[tuple[str, Any]] = []
    body = {"query": query, "variables": variables}
    accept = {"Accept": "text/event-stream", **(headers or {})}
    async with (
        asyncio.timeout(10),
        httpx2.AsyncClient(base_url=site.url) as client,
        client.stream("POST", "/graphql", json=body, headers=accept) as response,
    ):
        name = ""
        async for line in response.aiter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data:"):
                data = line.removeprefix("data:").strip()
                found.append((name, json.loads(data) if data else None))
            if len(found) == count:
                break
    return found


async def happen(count: int = 1, **changes: Any) -> None:
    """Events of an article, all of one commit."""
    async with writing() as tx:
        for _ in range(count):
            given = {"at": DAY, "tags": ["article:1"], **sample(events.TYPES["article.updated"]), **changes}
            await events.record(tx, Viewer("x"), "article.updated", ("article", 1), **given)
