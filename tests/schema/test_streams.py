"""GraphQL over SSE, from a real server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest
from structlog.testing import capture_logs

from tests.schema.live_site import FACTS, SECRET, live_site
from tests.serving import Site, eventually

pytestmark = pytest.mark.anyio

EVENTS = "text/event-stream"
JSON = "application/json"
# What urql sends by default.
URQL = (
    "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed"
)


async def post(site: Site, query: str, accept: str = EVENTS, **headers: str) -> httpx2.Response:
    async with httpx2.AsyncClient(base_url=site.url) as client:
        return await client.post("/graphql", json={"query": query}, headers={"Accept": accept, **headers})


async def get(site: Site, query: str, accept: str = EVENTS, method: str = "GET") -> httpx2.Response:
    async with httpx2.AsyncClient(base_url=site.url) as client:
        return await client.request(method, "/graphql", params={"query": query}, headers={"Accept": accept})


@asynccontextmanager
async def stream(site: Site, query: str, **headers: str) -> AsyncIterator[AsyncIterator[str]]:
    """The lines of an open stream."""
    async with (
        asyncio.timeout(5),
        httpx2.AsyncClient(base_url=site.url) as client,
        client.stream("POST", "/graphql", json={"query": query}, headers={"Accept": EVENTS, **headers}) as response,
    ):
        assert response.status_code == 200
        yield response.aiter_lines()


def events(text: str) -> list[tuple[str, Any]]:
    """The events as a browser would read them; comments are passed over."""
    found = []
    for block in text.removesuffix("\n\n").split("\n\n"):
        fields = dict(line.split(":", 1) for line in block.split("\n"))
        if "event" in fields:
            data = fields["data"].strip()
            found.append((fields["event"].strip(), json.loads(data) if data else None))
    return found


def counted(*numbers: int) -> list[tuple[str, Any]]:
    return [*(("next", {"data": {"count": number}}) for number in numbers), ("complete", None)]


async def test_subscription_is_written_byte_by_byte_as_the_protocol_says() -> None:
    async with live_site() as site:
        response = await post(site, "subscription { count(to: 2) }")

    assert response.content == (
        b':\n\nevent: next\ndata: {"data":{"count":0}}\n\n'
        b'event: next\ndata: {"data":{"count":1}}\n\nevent: complete\ndata:\n\n'
    )
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-accel-buffering"] == "no"
    assert "content-encoding" not in response.headers


@pytest.mark.parametrize("accept", [EVENTS, f"{EVENTS}, multipart/mixed", URQL, f"{JSON}, {EVENTS};q=0.1"])
async def test_subscription_is_streamed_to_whoever_names_streams(accept: str) -> None:
    async with live_site() as site:
        by_post = await post(site, "subscription { count(to: 1) }", accept)
        by_get = await get(site, "subscription { count(to: 1) }", accept)

    assert events(by_post.text) == events(by_get.text) == counted(0)


@pytest.mark.parametrize("accept", [JSON, "*/*", f"{EVENTS};q=0, {JSON}"])
async def test_subscription_without_a_stream_is_refused_and_told_where(accept: str) -> None:
    async with live_site() as site:
        response = await post(site, "subscription { count(to: 1) }", accept)

    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert "text/event-stream" in response.json()["errors"][0]["message"]
    assert "graphql-transport-ws" in response.json()["errors"][0]["message"]


async def test_head_of_a_subscription_does_not_stream() -> None:
    async with live_site() as site:
        response = await get(site, "subscription { wait }", method="HEAD")

    assert response.status_code == 400


@pytest.mark.parametrize("accept", [URQL, f"{EVENTS}, {JSON};q=0.1", f"{EVENTS}, */*"])
async def test_query_is_json_for_whoever_takes_json(accept: str) -> None:
    async with live_site() as site:
        response = await post(site, "{ title }", accept)

    assert response.headers["content-type"].startswith("application/")
    assert response.json() == {"data": {"title": "打好“四大会战”"}}


async def test_query_and_mutation_are_streams_of_one_for_whoever_takes_nothing_else() -> None:
    async with live_site() as site:
        query = await get(site, "{ title }")
        mutation = await post(site, "mutation { touch }")
        mutation_by_get = await get(site, "mutation { touch }")

    assert events(query.text) == [("next", {"data": {"title": "打好“四大会战”"}}), ("complete", None)]
    assert query.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert events(mutation.text) == [("next", {"data": {"touch": "touched"}}), ("complete", None)]
    assert mutation_by_get.status_code == 405
    assert FACTS.touched == 1


REFUSED = {
    "{": "GRAPHQL_PARSE_FAILED",
    "{ nothing }": "GRAPHQL_VALIDATION_FAILED",
    "subscription { nothing }": "GRAPHQL_VALIDATION_FAILED",
    "subscription { refuse }": "NOT_FOUND",
    "subscription A { wait } subscription B { wait }": "OPERATION_RESOLUTION_FAILURE",
    "subscription($n: Int!) { count(to: $n) }": "BAD_USER_INPUT",
}


@pytest.mark.parametrize(("query", "code"), REFUSED.items())
async def test_refused_operation_is_told_in_the_stream(query: str, code: str) -> None:
    with capture_logs() as logs:
        async with live_site() as site:
            response = await post(site, query)
    (name, body), end = events(response.text)

    assert (name, end) == ("next", ("complete", None))
    assert body["errors"][0]["extensions"]["code"] == code
    assert "data" not in body
    assert {line["log_level"] for line in logs} == {"info"}


async def test_refused_operation_is_400_for_whoever_takes_json() -> None:
    async with live_site() as site:
        response = await post(site, "{ nothing }", URQL)

    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


async def test_what_is_no_request_is_a_plain_http_error() -> None:
    async with live_site() as site, httpx2.AsyncClient(base_url=site.url, headers={"Accept": EVENTS}) as client:
        list_ = await client.post("/graphql", json=[])
        text = await client.post("/graphql", content="x", headers={"Content-Type": "text/plain"})
        with capture_logs():
            token = await post(site, "subscription { wait }", Authorization="Bearer eve")

    assert (list_.status_code, text.status_code, token.status_code) == (400, 415, 401)
    assert {response.headers["content-type"] for response in (list_, text, token)} == {f"{JSON}; charset=utf-8"}
    assert token.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_bug_ends_the_stream_masked() -> None:
    with capture_logs() as logs:
        async with live_site() as site:
            response = await post(site, "subscription { bug }", **{"X-Request-ID": "abc"})
    first, second, end = events(response.text)

    assert first == ("next", {"data": {"bug": 1}})
    assert second[1]["errors"][0]["extensions"] == {"code": "INTERNAL_SERVER_ERROR", "requestId": "abc"}
    assert end == ("complete", None)
    assert SECRET not in response.text
    assert [line["event"] for line in logs] == ["graphql.bug"]


async def test_silent_stream_shows_signs_of_life() -> None:
    async with live_site(heartbeat_seconds=0.02) as site, stream(site, "subscription { wait }") as lines:
        beats = 0
        async for line in lines:
            beats += line == ":"
            if beats == 4:
                break

    assert beats == 4


async def test_client_that_leaves_ends_the_subscription() -> None:
    with capture_logs() as logs:
        async with live_site() as site:
            async with stream(site, "subscription { wait }"):
                await eventually(lambda: FACTS.running == 1)
            await eventually(lambda: FACTS.running == 0)

    assert logs == []


async def test_stream_ends_with_its_token() -> None:
    with capture_logs():
        async with (
            live_site(viewer_check_seconds=0.05) as site,
            stream(site, "subscription { wait }", Authorization="Bearer ann") as lines,
        ):
            await eventually(lambda: FACTS.running == 1)
            await asyncio.sleep(0.15)
            FACTS.is_revoked = True
            text = "\n".join([line async for line in lines]) + "\n"

    first, second, end = events(text)
    assert first == ("next", {"data": {"wait": "Ann"}})
    assert [error["extensions"]["code"] for error in second[1]["errors"]] == ["UNAUTHENTICATED"]
    assert end == ("complete", None)


async def test_stopping_server_ends_streams_without_complete() -> None:
    async with live_site() as site, stream(site, "subscription { wait }") as lines:
        await eventually(lambda: FACTS.running == 1)
        site.server.should_exit = True
        text = "\n".join([line async for line in lines]) + "\n"

    assert events(text) == [("next", {"data": {"wait": "anonymous"}})]


async def test_streams_and_sockets_of_one_address_are_counted_together() -> None:
    with capture_logs() as logs:
        async with live_site(live_limit_per_address=2) as site:
            async with site.socket(), stream(site, "subscription { wait }"):
                response = await post(site, "subscription { wait }")
            await eventually(lambda: FACTS.running == 0)

    assert response.status_code == 429
    assert response.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    assert [line["event"] for line in logs] == ["stream.refused"]


async def test_client_that_reads_nothing_stops_its_subscription() -> None:
    async with live_site() as site:
        _reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.transport.pause_reading()
        writer.write(
            b"GET /graphql?query=subscription%7Bflood%7D HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
        )
        await eventually(lambda: FACTS.produced > 0)
        before = -1
        while FACTS.produced != before:
            before = FACTS.produced
            await asyncio.sleep(0.2)
        stopped_at = FACTS.produced
        writer.transport.abort()

    assert 0 < stopped_at < 200
