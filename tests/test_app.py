"""The application put together, on both databases: start-up, refusal to start, health, shutdown."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs
from tortoise.context import require_context

from cms import endpoints
from cms.app import create_app, open_site
from cms.db import Database, connect
from cms.errors import SetupError, Unavailable
from cms.settings import Settings

pytestmark = pytest.mark.anyio


def make_app(url: str, **changes: Any) -> Starlette:
    """A site; webhooks are sent by nobody, unless a test wants it."""
    return create_app(Settings(_env_file=None, database_url=url, **{"dispatch": False, "follow": False} | changes))


@asynccontextmanager
async def started(app: Starlette) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of an application whose start-up has run, as a server runs it."""
    async with app.router.lifespan_context(app) as state:

        async def with_state(scope: Any, receive: Any, send: Any) -> None:
            await app({**scope, "state": dict(state)}, receive, send)

        transport = httpx2.ASGITransport(with_state)
        async with httpx2.AsyncClient(transport=transport, base_url="http://site") as client:
            yield client


async def test_started_site_answers_graphql_with_every_layer(database_url: str) -> None:
    async with started(make_app(database_url)) as client:
        response = await client.post(
            "/graphql", json={"query": "{ __typename }"}, headers={"Origin": "https://a.example"}
        )

    assert response.json() == {"data": {"__typename": "Query"}}
    assert response.headers["x-request-id"]
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["access-control-allow-origin"] == "*"


async def test_graphql_is_at_its_path_without_redirect(database_url: str) -> None:
    async with started(make_app(database_url)) as client:
        there = await client.get("/graphql", params={"query": "{ __typename }"})
        elsewhere = await client.post("/graphql/x", json={"query": "{ __typename }"})

    assert there.status_code == 200
    assert elsewhere.status_code == 404
    assert elsewhere.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"


async def test_real_query_reads_the_database(database_url: str) -> None:
    async with started(make_app(database_url, environment="development")) as client:
        response = await client.post("/graphql", json={"query": "{ articles(first: 3) { edges { node { id } } } }"})

    assert response.json() == {"data": {"articles": {"edges": []}}, "extensions": {"sql": {"statements": 1}}}


async def test_health_is_well_while_the_database_answers(database_url: str) -> None:
    async with started(make_app(database_url)) as client:
        live = await client.get("/health/live")
        ready = await client.get("/health/ready")

    assert (live.status_code, live.json()) == (200, {"status": "ok"})
    assert (ready.status_code, ready.json()) == (200, {"status": "ok", "database": "ok"})
    assert ready.headers["cache-control"] == "no-store"


async def broken_ping(_database: object) -> None:
    raise Unavailable("postgres://cms:hunter2@db/site cannot be reached")


async def hanging_ping(_database: object) -> None:
    await asyncio.sleep(60)


@pytest.mark.parametrize("ping", [broken_ping, hanging_ping])
async def test_ready_is_503_and_live_still_200_when_the_database_is_gone(
    ping: Any, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoints, "PING_SECONDS", 0.01)

    async with started(make_app(database_url)) as client:
        monkeypatch.setattr("cms.db.Database.ping", ping)
        with capture_logs():
            ready = await client.get("/health/ready")
        live = await client.get("/health/live")

    assert (ready.status_code, live.status_code) == (503, 200)
    assert "hunter2" not in ready.text


async def test_index_names_the_addresses(database_url: str) -> None:
    async with started(make_app(database_url)) as client:
        addresses = (await client.get("/")).json()
        statuses = [(await client.get(path)).status_code for path in addresses["health"].values()]

    assert addresses["graphql"] == "/graphql"
    assert statuses == [200, 200]


async def test_other_methods_beside_graphql_are_405_with_allow(database_url: str) -> None:
    async with started(make_app(database_url)) as client:
        response = await client.post("/health/live")

    assert response.status_code == 405
    assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD"}


async def test_limits_hold_for_the_whole_application(database_url: str) -> None:
    async with started(make_app(database_url, body_limit_bytes=1024, header_limit_bytes=2048)) as client:
        body = await client.post("/graphql", content=b"x" * 2000, headers={"Content-Type": "application/json"})
        head = await client.get("/graphql", params={"query": "{ __typename #" + "x" * 3000 + "\n}"})

    assert (body.status_code, head.status_code) == (413, 431)


async def test_empty_database_is_refused_with_the_command_that_mends_it(empty_url: str) -> None:
    if empty_url.startswith("sqlite:"):
        await (await connect(empty_url, create=True)).close()

    with pytest.raises(SetupError, match="Run `cms migrate`"):
        async with open_site(Settings(_env_file=None, database_url=empty_url)):
            pytest.fail("it was opened")


async def test_missing_sqlite_file_is_refused_with_the_command_that_makes_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/none/site.sqlite3"

    with pytest.raises(SetupError, match="Run `cms init` to make it, or restore a backup"):
        async with started(make_app(url)):
            pytest.fail("it was started")

    assert list(tmp_path.iterdir()) == []


async def test_failed_start_leaves_no_thread_behind(tmp_path: Path) -> None:
    path = tmp_path / "site.sqlite3"
    path.write_bytes(b"this is no database" * 1000)
    before = set(threading.enumerate())

    with pytest.raises(SetupError):
        async with started(make_app(f"sqlite:///{path}")):
            pytest.fail("it was started")

    # Threads named so are the event loop's own, which ends them itself.
    left = [thread for thread in set(threading.enumerate()) - before if not thread.name.startswith("asyncio_")]
    for thread in left:
        thread.join(2)
    assert not any(thread.is_alive() for thread in left)


async def test_bug_during_start_closes_the_database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("cms.app.make_schema", broken)
    closed = []
    real_close = Database.close

    async def close(database: Any) -> None:
        closed.append(database)
        await real_close(database)

    monkeypatch.setattr(Database, "close", close)

    with pytest.raises(RuntimeError, match="a bug"):
        async with started(make_app(database_url)):
            pytest.fail("it was started")

    assert len(closed) == 1


async def test_shutdown_waits_for_running_requests_before_the_database_closes(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = []
    entered = asyncio.Event()

    async def slow_respond(_view: object, _request: object) -> Any:
        entered.set()
        await asyncio.sleep(0.05)
        order.append("request ended")

        async def respond(*_arguments: object) -> None:
            order.append("answered")

        return respond

    real_close = Database.close

    async def close(database: Any) -> None:
        order.append("database closed")
        await real_close(database)

    monkeypatch.setattr("schema.view.GraphQLView._respond", slow_respond)
    monkeypatch.setattr(Database, "close", close)
    app = make_app(database_url)

    async with app.router.lifespan_context(app) as state:
        scope = {"type": "http", "method": "POST", "path": "/graphql", "headers": [], "query_string": b""}
        request = asyncio.create_task(state["graphql"](scope, None, None))
        await entered.wait()
    await request

    assert order == ["request ended", "answered", "database closed"]


async def test_site_waits_for_other_writers_as_long_as_it_is_told(database_url: str) -> None:
    async with open_site(Settings(_env_file=None, database_url=database_url), wait_seconds=61):
        client = require_context().db()
        assert client.wait_seconds == 61
        if database_url.startswith("sqlite:"):
            assert [tuple(row) for row in (await client.execute_query("PRAGMA busy_timeout"))[1]] == [(61_000,)]


@pytest.mark.parametrize(
    ("names", "words"), [(["0009_a"], "1 migration is"), (["0009_a", "0010_b"], "2 migrations are")]
)
async def test_unapplied_migrations_are_counted_in_english(
    names: list[str], words: str, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def pending(_database: object) -> list[str]:
        return names

    monkeypatch.setattr("cms.migrations.pending", pending)

    with pytest.raises(SetupError, match=f"version: {words} not applied "):
        async with open_site(Settings(_env_file=None, database_url=database_url)):
            pytest.fail("it was opened")


async def test_misspelt_variable_is_named_in_the_log(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_PROT", "80")

    with capture_logs() as logged:
        async with open_site(Settings(_env_file=None, database_url=database_url)):
            pass

    assert {"event": "settings.unknown", "variable": "CMS_PROT", "did_you_mean": "CMS_PORT"}.items() <= logged[
        0
    ].items()


async def test_numbers_are_told_where_that_is_wished(database_url: str) -> None:
    async with started(make_app(database_url)) as client:
        assert (await client.get("/metrics")).status_code == 404
    async with started(make_app(database_url, metrics=True)) as client:
        for _ in range(3):
            answer = await client.post("/graphql", json={"query": "{ articles { totalCount } }"})
        await client.post("/graphql", json={"query": "{ articles { totalCount } }"}, headers={"If-None-Match": "*"})
        told = await client.get("/metrics")

    assert answer.headers["etag"]
    assert told.headers["content-type"].startswith("text/plain; version=")
    lines = told.text.splitlines()
    assert 'broadsheet_response_cache_requests_total{outcome="hit"} 3.0' in lines
    assert 'broadsheet_response_cache_requests_total{outcome="miss"} 1.0' in lines
    assert "broadsheet_response_cache_not_modified_total 1.0" in lines
    assert "broadsheet_response_cache_answers 1.0" in lines
    assert any(line.startswith("process_resident_memory_bytes") for line in lines)
