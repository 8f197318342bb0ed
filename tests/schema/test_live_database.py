"""Sockets and event streams over a database of each kind: real queries, rows of subscriptions, clients that leave."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
import strawberry
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute
from structlog.testing import capture_logs

from cms.auth import viewer_finder
from cms.db import Database, writing
from cms.models import Tag, Token
from cms.settings import Settings
from schema.build import PARTS
from schema.content import Tag as TagType
from schema.describe import Row
from schema.documents import DocumentChecksFactory
from schema.errors import QuietSchema
from schema.executor import make_executor
from schema.view import GraphQLView
from tests.accounts import make_token, make_user, now
from tests.content import make_article, make_tag
from tests.serving import Site, eventually, serving
from tests.test_app import make_app

pytestmark = pytest.mark.anyio

LATEST = "{ articles(first: 3) { edges { node { title tags { name } } } } }"


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def tag(self, id_: int) -> AsyncGenerator[TagType, None]:
        """A tag as it is, and again and again after it was written."""
        while True:
            yield Row("tag", id_)  # type: ignore[misc]  # the executor reads it
            async with writing():
                await Tag.filter(id=id_).update(media_topic="x" * random.randint(1, 9))


@asynccontextmanager
async def site_over(database: Database, **changes: Any) -> AsyncIterator[Site]:
    """The real types with a subscription beside them."""
    settings = Settings(_env_file=None, live_limit_per_address=300, **changes)
    schema = QuietSchema(
        **PARTS | {"subscription": Subscription},
        execution_context_class=make_executor(database, settings.max_cost),
        extensions=[DocumentChecksFactory(settings)],
    )
    view = GraphQLView(schema, settings, viewer_finder(database, settings))
    app = Starlette(routes=[Route("/graphql", view), WebSocketRoute("/graphql", view)])
    async with serving(app, settings) as site:
        yield site
    await view.drain()
    assert not view._running
    assert len(view.places) == 0


async def test_the_application_serves_sockets(database_url: str) -> None:
    app = make_app(database_url)
    async with app.router.lifespan_context(app) as state:
        await make_article("甲")
        token = await make_token(await make_user(email="ann@example.org"))

        async def with_state(scope: Any, receive: Any, send: Any) -> None:
            await app({**scope, "state": dict(state)}, receive, send)

        async with (
            serving(with_state, Settings(_env_file=None)) as site,
            site.socket({"Authorization": f"Bearer {token}"}) as client,
        ):
            latest, _complete = await client.ask(LATEST)
            viewer, _complete = await client.ask("{ viewer { email } }")
            with capture_logs():
                await Token.all().update(revoked_at=now())
                (refused,) = await client.ask(LATEST)
            closing = await client.closed()

    assert latest["payload"] == {"data": {"articles": {"edges": [{"node": {"title": "甲", "tags": []}}]}}}
    assert viewer["payload"]["data"]["viewer"]["email"] == "ann@example.org"
    assert refused["payload"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert closing[0] == 4403


async def test_row_of_a_subscription_is_read_by_one_statement_an_event(database: Database) -> None:
    tag = await make_tag("科技")
    async with site_over(database, environment="development") as site, site.socket() as client:
        await client.subscribe("subscription($id: Int!) { tag(id_: $id) { name } }", variables={"id": tag.id})
        payloads = [(await client.receive())["payload"] for _ in range(3)]
        client.leave()

    assert payloads == [{"data": {"tag": {"name": "科技"}}, "extensions": {"sql": {"statements": 1}}}] * 3


async def visit(site: Site, tag: Tag, seed: int) -> None:
    """Come, ask, and leave at some moment without a word."""
    random_ = random.Random(seed)
    if random_.random() < 0.3:
        async with httpx2.AsyncClient(base_url=site.url) as browser:
            query = {"query": f"subscription {{ tag(id_: {tag.id}) {{ name }} }}"}
            async with browser.stream("GET", "/graphql", params=query, headers={"Accept": "text/event-stream"}):
                await asyncio.sleep(random_.random() / 10)
        return
    async with site.socket() as client:
        for number in range(random_.randint(1, 6)):
            query = random_.choice([LATEST, f"subscription {{ tag(id_: {tag.id}) {{ name }} }}"])
            await client.subscribe(query, str(number))
            await asyncio.sleep(random_.random() / 50)
        if random_.random() < 0.7:
            client.leave()


async def test_storm_of_leaving_clients_leaves_the_database_usable(database: Database) -> None:
    tag = await make_tag("科技")
    await make_article("甲")
    async with site_over(database) as site:
        with capture_logs() as logs:
            await asyncio.gather(*(visit(site, tag, seed) for seed in range(100)))
            await eventually(lambda: not site.server.server_state.tasks)
        async with asyncio.timeout(10), site.socket() as client:
            answer, _complete = await client.ask(LATEST)
            async with writing():
                await Tag.filter(id=tag.id).update(media_topic="afterwards")

    assert "errors" not in answer["payload"]
    assert (await Tag.get(id=tag.id)).media_topic == "afterwards"
    assert [line for line in logs if line["log_level"] == "error"] == []


async def test_sockets_are_held_to_trusted_documents_too(database_url: str, tmp_path: Path) -> None:
    path = tmp_path / "documents.json"
    path.write_text(json.dumps({"latest": LATEST}))
    app = make_app(database_url, trusted_documents=str(path), trusted_documents_only=True)
    async with app.router.lifespan_context(app) as state:

        async def with_state(scope: Any, receive: Any, send: Any) -> None:
            await app({**scope, "state": dict(state)}, receive, send)

        async with serving(with_state, Settings(_env_file=None)) as site, site.socket() as client:
            await client.send(type="subscribe", id="1", payload={"documentId": "latest"})
            answered = [await client.receive() for _ in range(2)]
            (refused,) = await client.ask("{ __typename }")

    assert [message["type"] for message in answered] == ["next", "complete"]
    assert answered[0]["payload"]["data"] == {"articles": {"edges": []}}
    assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", "FORBIDDEN")
