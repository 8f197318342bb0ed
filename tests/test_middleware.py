"""Ids, limits, headers, compression and the last resort, on raw ASGI calls and small applications."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable
from typing import Any

import brotli
import httpx2
import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send
from structlog.testing import capture_logs

from cms.app import middleware
from cms.compression import Compression, preferred_encoding
from cms.middleware import BodyLimit, HeaderLimit, LastResort, RequestID, SecurityHeaders
from cms.settings import Settings

pytestmark = pytest.mark.anyio

TEXT = "这个十一月，经济日报推出" * 400


async def echo(request: Request) -> Response:
    return Response(await request.body(), media_type="text/plain")


async def tell_id(request: Request) -> Response:
    bound = structlog.contextvars.get_contextvars()
    return Response(f"{request.state.request_id} {bound['request_id']}")


async def fail(_request: Request) -> Response:
    raise RuntimeError("password=secret")


def make_client(*layers: Middleware, routes: list[Route] | None = None) -> httpx2.AsyncClient:
    app = Starlette(routes=routes or [Route("/", echo, methods=["GET", "POST"])], middleware=list(layers))
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://site")


def answering(response: Callable[[], Response]) -> list[Route]:
    async def endpoint(_request: Request) -> Response:
        return response()

    return [Route("/", endpoint)]


async def chunks(count: int, size: int) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield b"x" * size


async def call(app: Any, messages: list[Message], headers: list[tuple[bytes, bytes]] | None = None) -> list[Message]:
    """Call an ASGI application with a script of messages; after the last one the client sends nothing more."""
    script = iter(messages)
    sent: list[Message] = []

    async def receive() -> Message:
        for message in script:
            return message
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "raw_path": b"/",
        "query_string": b"",
        "headers": headers or [],
    }
    await app(scope, receive, send)
    return sent


async def read_all(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await Response(str(len(body)))(scope, receive, send)


@pytest.mark.parametrize("given_id", ["abc", "0af7651916cd43dd8448eb211c80319c", "a-b_c.d", "x" * 64])
async def test_sane_request_id_is_kept(given_id: str) -> None:
    async with make_client(Middleware(RequestID), routes=[Route("/", tell_id)]) as client:
        response = await client.get("/", headers={"X-Request-ID": given_id})

    assert response.headers["x-request-id"] == given_id
    assert response.text == f"{given_id} {given_id}"


@pytest.mark.parametrize("given_id", ["", "x" * 65, "a b", "-a", "\x1b[31m", "a;b", '"><script>'])
async def test_other_request_ids_are_replaced(given_id: str) -> None:
    async with make_client(Middleware(RequestID), routes=[Route("/", tell_id)]) as client:
        response = await client.get("/", headers={"X-Request-ID": given_id})

    made = response.headers["x-request-id"]
    assert made != given_id
    assert len(made) == 32
    assert response.text == f"{made} {made}"


async def test_request_id_does_not_outlive_its_request() -> None:
    async with make_client(Middleware(RequestID)) as client:
        await client.get("/")

    assert "request_id" not in structlog.contextvars.get_contextvars()


async def test_escaped_exception_is_500_masked_with_id_and_logged_once() -> None:
    async with make_client(Middleware(RequestID), Middleware(LastResort), routes=[Route("/", fail)]) as client:
        with capture_logs() as logged:
            response = await client.get("/", headers={"X-Request-ID": "abc"})

    assert response.status_code == 500
    assert response.json()["errors"][0]["extensions"] == {"code": "INTERNAL_SERVER_ERROR"}
    assert "abc" in response.json()["errors"][0]["message"]
    assert "secret" not in response.text
    (line,) = logged
    assert (line["event"], line["log_level"], line["exc_info"]) == ("request.failed", "error", True)


async def test_exception_after_the_answer_began_is_logged_and_sends_no_second_answer() -> None:
    async def break_off(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError("in the middle")

    with capture_logs() as logged:
        sent = await call(LastResort(break_off), [])

    assert [message["type"] for message in sent] == ["http.response.start"]
    assert [line["event"] for line in logged] == ["request.failed"]


async def test_client_that_left_is_no_error() -> None:
    with capture_logs() as logged:
        sent = await call(LastResort(read_all), [{"type": "http.disconnect"}])

    assert sent == []
    assert [(line["event"], line["log_level"]) for line in logged] == [("request.client_left", "info")]


async def test_disconnect_is_told_to_the_application() -> None:
    with pytest.raises(ClientDisconnect):
        await call(BodyLimit(read_all, limit_bytes=10, timeout_seconds=1), [{"type": "http.disconnect"}])


async def test_body_within_the_limit_passes_whole() -> None:
    async with make_client(Middleware(BodyLimit, limit_bytes=10, timeout_seconds=5)) as client:
        response = await client.post("/", content=b"0123456789")

    assert response.content == b"0123456789"


@pytest.mark.parametrize("chunked", [False, True])
async def test_body_over_the_limit_is_413(chunked: bool) -> None:
    content = chunks(3, 4) if chunked else b"x" * 11
    async with make_client(Middleware(BodyLimit, limit_bytes=10, timeout_seconds=5)) as client:
        response = await client.post("/", content=content)

    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert "10 bytes" in response.json()["errors"][0]["message"]
    assert response.headers["connection"] == "close"


async def test_false_content_length_does_not_pass_a_long_body() -> None:
    parts = [{"type": "http.request", "body": b"x" * 6, "more_body": True}] * 3
    app = BodyLimit(read_all, limit_bytes=10, timeout_seconds=0.05)

    sent = await call(app, [*parts, {"type": "http.request"}], [(b"content-length", b"2")])

    assert sent[0]["status"] == 413


async def test_refused_body_is_read_away_only_within_bounds() -> None:
    count = 0

    async def receive() -> Message:
        nonlocal count
        count += 1
        return {"type": "http.request", "body": b"x" * 1024 * 1024, "more_body": True}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "headers": [(b"content-length", b"999999999")], "method": "POST", "path": "/"}
    await BodyLimit(read_all, limit_bytes=10, timeout_seconds=5)(scope, receive, send)

    assert sent[0]["status"] == 413
    assert count == 16


async def test_client_waiting_for_continue_is_refused_unread() -> None:
    headers = [(b"content-length", b"99"), (b"expect", b"100-continue")]

    sent = await call(BodyLimit(read_all, limit_bytes=10, timeout_seconds=5), [], headers)

    assert sent[0]["status"] == 413


async def test_half_sent_body_is_408() -> None:
    app = BodyLimit(read_all, limit_bytes=10, timeout_seconds=0.02)

    sent = await call(app, [{"type": "http.request", "body": b"x", "more_body": True}])

    assert sent[0]["status"] == 408
    assert (b"connection", b"close") in sent[0]["headers"]


async def test_waiting_for_a_client_to_leave_has_no_deadline() -> None:
    async def wait_after_body(scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        async with asyncio.timeout(0.06):
            await receive()

    with pytest.raises(TimeoutError):
        await call(BodyLimit(wait_after_body, limit_bytes=10, timeout_seconds=0.01), [{"type": "http.request"}])


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {"X-Long": "x" * 1000}),
        ("/", {f"X-{number}": "1" for number in range(30)}),
        ("/?query=" + "x" * 1000, {}),
    ],
)
async def test_long_heads_are_431(path: str, headers: dict[str, str]) -> None:
    async with make_client(Middleware(HeaderLimit, limit_bytes=1000, limit_count=25)) as client:
        response = await client.get(path, headers=headers)

    assert response.status_code == 431
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_ordinary_heads_pass() -> None:
    async with make_client(Middleware(HeaderLimit, limit_bytes=1000, limit_count=25)) as client:
        response = await client.get("/?query=x", headers={"X-Short": "x"})

    assert response.status_code == 200


async def test_security_headers_are_added_and_own_ones_kept() -> None:
    routes = answering(lambda: Response("x", headers={"Content-Security-Policy": "default-src 'self'"}))
    async with make_client(Middleware(SecurityHeaders), routes=routes) as client:
        response = await client.get("/")

    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["x-frame-options"] == "DENY"
    assert response.headers["content-security-policy"] == "default-src 'self'"


@pytest.mark.parametrize(
    ("accept_encoding", "encoding"),
    [
        ("", ""),
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, br", "br"),
        ("GZIP", "gzip"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0", ""),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("br;q=0, gzip;q=0, *", ""),
        ("identity", ""),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip", "gzip"),
        ("deflate", ""),
        ("gzip;q=nan", ""),
        ("gzip;q=x", ""),
        ("gzip;q=2", ""),
        (" gzip ; q=0.2 ", "gzip"),
    ],
)
def test_encoding_follows_the_weights(accept_encoding: str, encoding: str) -> None:
    assert preferred_encoding(accept_encoding) == encoding


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_any_accept_encoding_is_understood(accept_encoding: str) -> None:
    assert preferred_encoding(accept_encoding) in {"", "br", "gzip"}


def decompress(response: httpx2.Response, raw: bytes) -> bytes:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[response.headers["content-encoding"]]
    return bytes(unpack(raw))


async def raw_answer(routes: list[Route], **headers: str) -> tuple[httpx2.Response, bytes]:
    client = make_client(Middleware(Compression, min_bytes=1000), routes=routes)
    async with client, client.stream("GET", "/", headers=headers) as response:
        return response, b"".join([part async for part in response.aiter_raw()])


@pytest.mark.parametrize("encoding", ["br", "gzip"])
async def test_long_texts_are_compressed(encoding: str) -> None:
    routes = answering(lambda: Response(TEXT, media_type="application/json", headers={"ETag": '"7"'}))

    response, raw = await raw_answer(routes, **{"Accept-Encoding": encoding})

    assert response.headers["content-encoding"] == encoding
    assert response.headers["vary"] == "Accept-Encoding"
    assert response.headers["etag"] == 'W/"7"'
    assert int(response.headers["content-length"]) == len(raw) < len(TEXT.encode())
    assert decompress(response, raw).decode() == TEXT


@pytest.mark.parametrize("encoding", ["br", "gzip"])
async def test_streams_are_compressed_as_they_come(encoding: str) -> None:
    async def lines() -> AsyncIterator[str]:
        for number in range(500):
            yield f"第{number}行\n"

    routes = answering(lambda: StreamingResponse(lines(), media_type="text/plain"))

    response, raw = await raw_answer(routes, **{"Accept-Encoding": encoding})

    assert decompress(response, raw).decode() == "".join(f"第{number}行\n" for number in range(500))
    assert "content-length" not in response.headers


@pytest.mark.parametrize(
    ("response", "varies"),
    [
        (lambda: Response("short", media_type="text/plain"), True),
        (lambda: Response(TEXT, media_type="text/event-stream"), False),
        (lambda: Response(TEXT, media_type="image/png"), False),
        (lambda: Response(TEXT, media_type="text/plain", headers={"Content-Encoding": "zstd"}), False),
        (lambda: Response(TEXT, media_type="text/plain", headers={"Cache-Control": "no-transform"}), False),
        (lambda: Response(TEXT, 206, media_type="text/plain"), False),
        (lambda: Response(status_code=204), False),
    ],
)
async def test_other_answers_pass_untouched(response: Callable[[], Response], varies: bool) -> None:
    expected = response()

    answer, raw = await raw_answer(answering(response), **{"Accept-Encoding": "gzip, br"})

    assert raw == expected.body
    assert answer.headers.get("content-encoding") == expected.headers.get("content-encoding")
    assert ("vary" in answer.headers) == varies


async def test_vary_keeps_what_stands_there() -> None:
    routes = answering(lambda: Response(TEXT, media_type="text/plain", headers={"Vary": "Accept, accept-encoding"}))

    response, _raw = await raw_answer(routes, **{"Accept-Encoding": "br"})

    assert response.headers["vary"] == "Accept, accept-encoding"


async def test_all_layers_together_answer_errors_with_every_header() -> None:
    layers = middleware(Settings(_env_file=None, cors_origins=("https://news.example",)))
    async with make_client(*layers, routes=[Route("/", fail)]) as client:
        with capture_logs():
            response = await client.get("/", headers={"Origin": "https://news.example"})

    assert response.status_code == 500
    assert response.headers["x-request-id"]
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["access-control-allow-origin"] == "https://news.example"


@pytest.mark.parametrize(
    ("origins", "origin", "allowed"),
    [
        (("*",), "https://a.example", "*"),
        (("https://a.example",), "https://a.example", "https://a.example"),
        (("https://a.example",), "https://b.example", None),
        ((), "https://a.example", None),
    ],
)
async def test_cors_allows_the_origins_that_were_set(
    origins: tuple[str, ...], origin: str, allowed: str | None
) -> None:
    layers = middleware(Settings(_env_file=None, cors_origins=origins))
    preflight = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }

    async with make_client(*layers) as client:
        asked = await client.options("/", headers=preflight)
        answered = await client.post("/", content=b"x", headers={"Origin": origin})

    assert asked.headers.get("access-control-allow-origin") == allowed
    assert answered.headers.get("access-control-allow-origin") == allowed
    assert "access-control-allow-credentials" not in answered.headers
