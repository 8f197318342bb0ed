"""POST /hit: what it takes, what it answers, and that it asks nothing of the database."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx2
import pytest
import uvicorn
from starlette.applications import Starlette
from tortoise.context import require_context

from cms import beacon
from cms.db import connect
from cms.errors import BadUserInput
from cms.models import Draft
from cms.serving import listen, uvicorn_config
from cms.settings import Settings
from tests.content import make_article, make_draft
from tests.test_app import make_app, started
from tests.test_counting import BROWSER

pytestmark = pytest.mark.anyio
HEADERS = {"User-Agent": BROWSER}


async def send(client: httpx2.AsyncClient, *ids: str, **headers: str) -> httpx2.Response:
    """As navigator.sendBeacon sends a text."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.post("/hit", content=json.dumps({"ids": ids}), headers=HEADERS | given)


def counter_of(app: Starlette) -> Any:
    return app._beacon.counter  # type: ignore[attr-defined] # the site's own


async def views(url: str, *ids: int) -> list[int]:
    database = await connect(url)
    try:
        with database.use():
            return [(await Draft.get(id=number)).view_count for number in ids]
    finally:
        await database.close()


async def test_hits_are_answered_at_once_and_written_at_shutdown(database_url: str) -> None:
    async with started(make_app(database_url)) as client:
        article, draft = await make_article(), await make_draft()
        statements = require_context().db().statements  # type: ignore[attr-defined] # our own client
        one = await client.post("/hit", json={"id": f"art_{article.id}"}, headers=HEADERS)
        several = await send(client, f"art_{draft.id}", "art_999999", f"art_{article.id}", X_Forwarded_For="192.0.2.1")
        assert require_context().db().statements == statements  # type: ignore[attr-defined] # as above

    # Whether an article is there is told to nobody.
    assert [(each.status_code, each.content) for each in (one, several)] == [(204, b"")] * 2
    assert one.headers["cache-control"] == "no-store"
    assert one.headers["x-content-type-options"] == "nosniff"
    assert one.headers["x-request-id"] != several.headers["x-request-id"]
    assert "set-cookie" not in one.headers
    assert await views(database_url, article.id, draft.id) == [2, 0]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "art_1",
        "null",
        "[]",
        "{}",
        '{"ids": []}',
        '{"ids": "art_1"}',
        '{"ids": [1]}',
        '{"ids": ["aut_1"]}',
        '{"id": "art_0"}',
        '{"id": "art_１"}',
        '{"ids": ["art_1", null]}',
        '{"ids": [' + ",".join(['"art_1"'] * 51) + "]}",
    ],
)
async def test_what_is_no_hit_is_refused(database_url: str, body: str) -> None:
    async with started(make_app(database_url)) as client:
        response = await client.post("/hit", content=body.encode(), headers=HEADERS | {"Origin": "https://a.example"})

    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert response.headers["access-control-allow-origin"] == "*"


def test_numbers_that_no_article_has_are_passed_over() -> None:
    assert beacon.read_ids(b'{"ids": ["art_7", "art_9999999999"]}') == [7]
    with pytest.raises(BadUserInput):
        beacon.read_ids(b'{"ids": ["art_99999999999"]}')


async def test_a_long_body_is_refused_whether_it_is_declared_or_not(database_url: str) -> None:
    async def chunks() -> Any:
        for _ in range(50):
            yield b" " * 100

    async with started(make_app(database_url)) as client:
        declared = await client.post("/hit", content=b" " * 5000, headers=HEADERS)
        chunked = await client.post("/hit", content=chunks(), headers=HEADERS)

    assert [declared.status_code, chunked.status_code] == [413, 413]


async def test_a_body_of_ten_megabytes_is_refused_and_not_reset(database_url: str) -> None:
    server = uvicorn.Server(uvicorn_config(make_app(database_url), Settings(_env_file=None)))
    with listen("127.0.0.1", 0) as listener:
        task = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:  # noqa: ASYNC110 - the server tells by this alone
            await asyncio.sleep(0.01)
        reader, writer = await asyncio.open_connection(*listener.getsockname())
        # As simple clients do, it reads nothing until all is sent.
        writer.write(b"POST /hit HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n" + b" " * 10_000_000)
        await writer.drain()
        answer = await reader.read()
        writer.close()
        server.should_exit = True
        await task

    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_a_body_in_chunks_counts_as_well(database_url: str) -> None:
    app = make_app(database_url)

    async def chunks() -> Any:
        yield b'{"id": '
        yield b'"art_5"}'

    async with started(app) as client:
        response = await client.post("/hit", content=chunks(), headers=HEADERS)

    assert response.status_code == 204
    assert response.headers["x-content-type-options"] == "nosniff"
    assert counter_of(app).accepted == 1


def past_all_layers(app: Starlette, body: bytes, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """What our server's protocol answers to a hit that is there whole."""
    given = HEADERS | {name.replace("_", "-"): value for name, value in headers.items()}
    raw = [(name.lower().encode(), value.encode()) for name, value in given.items()]
    scope = {"type": "http", "method": "POST", "path": "/hit", "headers": raw, "client": ("127.0.0.1", 1234)}
    ready = app.answers_at_once["POST", "/hit"](scope, body)  # type: ignore[attr-defined] # the site's own
    assert ready is not None
    lines = ready.head.decode().removesuffix("\r\n").split("\r\n")
    return ready.status, dict(line.split(": ", 1) for line in lines), ready.body


@pytest.mark.parametrize("origins", ["", "*", "https://a.example,https://b.example"])
async def test_a_hit_is_answered_the_same_past_all_layers_as_through_them(database_url: str, origins: str) -> None:
    app = make_app(database_url, cors_origins=origins)
    async with started(app) as client:
        for origin in (None, "https://b.example", "https://c.example"):
            for body in (b'{"id": "art_1"}', b"{}"):
                sent = {"Origin": origin} if origin else {}
                answer = await client.post("/hit", content=body, headers=HEADERS | sent)
                status, headers, content = past_all_layers(app, body, **sent)

                assert (status, content) == (answer.status_code, answer.content)
                assert headers.pop("x-request-id") != answer.headers["x-request-id"]
                assert headers == told(answer)


def told(answer: httpx2.Response) -> dict[str, str]:
    """The headers of an answer, without what tells nothing to who sends a beacon; caches do not keep it anyway."""
    left_out = {"access-control-expose-headers", "vary", "x-request-id"}
    return {name: value for name, value in answer.headers.items() if name not in left_out}


async def test_past_all_layers_the_same_counts(database_url: str) -> None:
    app = make_app(database_url, hit_limit_per_minute=3)
    hit = b'{"id": "art_1"}'
    answers = [
        past_all_layers(app, hit),
        past_all_layers(app, hit),
        past_all_layers(app, hit, User_Agent="Googlebot"),
        past_all_layers(app, hit, Purpose="prefetch"),
        past_all_layers(app, hit, X_Forwarded_For="192.0.2.1, 127.0.0.1"),
        past_all_layers(app, hit, X_Forwarded_For=""),
        past_all_layers(app, hit),
    ]

    assert [status for status, _, _ in answers] == [204] * 6 + [429]
    assert answers[-1][1]["retry-after"] == "60"
    assert counter_of(app).accepted == 2
    assert counter_of(app).dropped == {"repeat": 2, "bot": 1, "prefetch": 1, "limit": 1}


async def test_only_post_counts(database_url: str) -> None:
    async with started(make_app(database_url)) as client:
        response = await client.get("/hit", headers=HEADERS)

    assert response.status_code == 405


async def test_bots_prefetches_and_repeats_get_the_same_answer_and_do_not_count(database_url: str) -> None:
    app = make_app(database_url)
    async with started(app) as client:
        answers = [
            await send(client, "art_1"),
            await send(client, "art_1"),
            await send(client, "art_2", User_Agent="Mozilla/5.0 (compatible; Googlebot/2.1)"),
            await send(client, "art_3", Sec_Purpose="prefetch;prerender"),
            await send(client, "art_4", Purpose="prefetch"),
        ]

    assert [each.status_code for each in answers] == [204] * 5
    assert counter_of(app).accepted == 1
    assert counter_of(app).dropped == {"repeat": 1, "bot": 1, "prefetch": 2}


async def test_a_wish_not_to_be_followed_changes_nothing_as_nobody_is(database_url: str) -> None:
    app = make_app(database_url)
    async with started(app) as client:
        await send(client, "art_1", DNT="1", Sec_GPC="1")

    assert counter_of(app).accepted == 1


async def test_a_place_that_sends_too_much_is_told_so(database_url: str) -> None:
    async with started(make_app(database_url, hit_limit_per_minute=2)) as client:
        answers = [await send(client, f"art_{number}") for number in (1, 2, 3)]
        elsewhere = await send(client, "art_1", X_Forwarded_For="192.0.2.9")

    assert [each.status_code for each in answers] == [204, 204, 429]
    assert answers[2].headers["retry-after"] == "60"
    assert answers[2].json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    assert elsewhere.status_code == 204  # httpx's 127.0.0.1 is a proxy that is believed


async def test_a_proxy_that_is_not_believed_is_the_place_itself(database_url: str) -> None:
    app = make_app(database_url, forwarded_allow_ips="192.0.2.200", hit_limit_per_minute=1)
    async with started(app) as client:
        first = await send(client, "art_1", X_Forwarded_For="192.0.2.1")
        second = await send(client, "art_1", X_Forwarded_For="192.0.2.2")

    assert [first.status_code, second.status_code] == [204, 429]


async def test_pages_of_other_origins_may_send_as_the_settings_say(database_url: str) -> None:
    origins = "https://a.example,https://b.example"
    async with started(make_app(database_url, cors_origins=origins)) as client:
        allowed = await send(client, "art_1", Origin="https://b.example")
        other = await send(client, "art_1", Origin="https://c.example")
        preflight = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        asked = await client.options("/hit", headers=preflight | {"Origin": "https://a.example"})
    async with started(make_app(database_url)) as client:
        anybody = await send(client, "art_1", Origin="https://c.example")

    assert allowed.headers["access-control-allow-origin"] == "https://b.example"
    assert allowed.headers["vary"] == other.headers["vary"] == "Origin"
    assert "access-control-allow-origin" not in other.headers
    assert asked.headers["access-control-allow-origin"] == "https://a.example"
    assert anybody.headers["access-control-allow-origin"] == "*"


async def test_it_can_be_switched_off(database_url: str) -> None:
    async with started(make_app(database_url, hits=False)) as client:
        response = await send(client, "art_1")

    assert response.status_code == 404


async def test_the_numbers_tell_of_hits(database_url: str) -> None:
    async with started(make_app(database_url, metrics=True)) as client:
        await send(client, "art_1")
        await send(client, "art_1")
        page = (await client.get("/metrics")).text

    assert "broadsheet_hits_accepted_total 1.0" in page
    assert 'broadsheet_hits_dropped_total{reason="repeat"} 1.0' in page
    assert "broadsheet_hits_pending 1.0" in page
