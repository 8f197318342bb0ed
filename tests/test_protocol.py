"""Clients that hold connections: silent, slow, endless and deaf ones, on real sockets."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from cms import protocol
from cms.protocol import Ready
from cms.serving import listen, uvicorn_config
from cms.settings import Settings

pytestmark = pytest.mark.anyio

GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
ANSWER = b"x" * 100_000

HELD: list[asyncio.Event] = []

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Site:
    """A running server, and the connections of its clients, which are closed with it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.writers: list[asyncio.StreamWriter] = []

    async def connect(self, sent: bytes = b"") -> Streams:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writers.append(writer)
        writer.write(sent)
        return reader, writer

    async def ask(self, sent: bytes) -> bytes:
        """All that the server says until it closes the connection."""
        reader, _writer = await self.connect(sent)
        return await whole(reader)


def post(body: bytes, *headers: bytes) -> bytes:
    """A request with a body, as it is sent."""
    lines = [b"POST /body HTTP/1.1", b"Host: x", b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


async def whole(reader: asyncio.StreamReader) -> bytes:
    async with asyncio.timeout(5):
        try:
            return await reader.read()
        except ConnectionError:
            return b"reset"


def is_over(reader: asyncio.StreamReader) -> bool:
    return reader.at_eof() or reader.exception() is not None


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers 200; `/large` with more than a socket takes, `/body` after reading the body, `/slow` after a while.

    `/held` is answered once the event is set that the test put into `HELD`.
    """
    assert scope["type"] == "http"
    if scope["path"] == "/body":
        while (await receive()).get("more_body"):
            pass
    if scope["path"] == "/slow":
        await asyncio.sleep(0.3)
    if scope["path"] == "/held":
        await HELD[0].wait()
    answer = ANSWER * 200 if scope["path"] == "/large" else b"well"
    headers = [(b"content-length", str(len(answer)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": answer})


class Quick:
    """The same application, which answers a POST to `/body` at once unless it says "slowly"."""

    def __init__(self) -> None:
        self.answers_at_once = {("POST", "/body"): self.answer}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await application(scope, receive, send)

    def answer(self, _scope: Scope, body: bytes) -> Ready | None:
        return None if b"slowly" in body else Ready(200, b"content-length: %d\r\n" % (len(body) + 5), b"once " + body)


@asynccontextmanager
async def running(app: object = application, **settings: Any) -> AsyncIterator[Site]:
    config = uvicorn_config(app, Settings(_env_file=None, **settings))
    config.lifespan = "off"
    server = uvicorn.Server(config)
    with listen("127.0.0.1", 0) as listener:
        task = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:  # noqa: ASYNC110 - the server tells by this alone
            await asyncio.sleep(0.001)
        site = Site(listener.getsockname()[1])
        try:
            yield site
        finally:
            for writer in site.writers:
                writer.close()
            server.should_exit = True
            await task


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deadlines that tests can wait for."""
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.15)
    monkeypatch.setattr(protocol, "UNREAD_SECONDS", 0.15)


async def test_silent_connection_is_closed_without_a_word(hasty: None) -> None:
    async with running() as site:
        assert await site.ask(b"") == b""


@pytest.mark.parametrize("half", [b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nA: b"])
async def test_half_a_head_is_408_after_some_seconds(half: bytes, hasty: None) -> None:
    async with running() as site:
        answer = await site.ask(half)

    assert answer.startswith(b"HTTP/1.1 408 Request Timeout\r\n")
    assert b"connection: close\r\n" in answer
    assert b'"code":"BAD_USER_INPUT"' in answer


async def test_head_sent_byte_by_byte_gets_no_more_time(hasty: None) -> None:
    async with running() as site:
        reader, writer = await site.connect()
        start = time.perf_counter()
        for byte in b"GET /" + b"x" * 100:
            if is_over(reader):
                break
            writer.write(bytes([byte]))
            await asyncio.sleep(0.02)

    assert is_over(reader)
    assert time.perf_counter() - start < 1


async def test_half_a_head_after_an_answered_request_is_closed_as_well(hasty: None) -> None:
    async with running() as site:
        reader, writer = await site.connect(GET)
        first = await reader.readuntil(b"well")
        writer.write(b"GET / HTTP/1.1\r\n")
        second = await whole(reader)

    assert first.startswith(b"HTTP/1.1 200 ")
    assert second.startswith(b"HTTP/1.1 408 ")


async def test_body_that_nobody_reads_does_not_hold_the_connection(hasty: None) -> None:
    async with running() as site:
        reader, writer = await site.connect(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        await reader.readuntil(b"well")
        start = time.perf_counter()
        while not is_over(reader) and time.perf_counter() - start < 2:
            writer.write(b"x")
            await asyncio.sleep(0.02)

    assert time.perf_counter() - start < 1


async def test_request_in_work_has_no_such_deadline(hasty: None) -> None:
    async with running() as site:
        answer = await site.ask(b"GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 200 ")


async def test_connection_may_rest_between_requests_for_the_keep_alive_time(hasty: None) -> None:
    async with running(keep_alive_seconds=1) as site:
        reader, writer = await site.connect(GET)
        await reader.readuntil(b"well")
        await asyncio.sleep(0.3)
        writer.write(GET)
        second = await reader.readuntil(b"well")

    assert second.startswith(b"HTTP/1.1 200 ")


ENDLESS = {
    "address": b"GET /",
    "header name": b"GET / HTTP/1.1\r\nHost: x\r\n",
    "header value": b"GET / HTTP/1.1\r\nHost: x\r\nA: ",
    "trailer": b"POST /body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: ",
}


@pytest.mark.parametrize("begun", ENDLESS.values(), ids=ENDLESS)
async def test_endless_line_is_cut_off_at_the_limit(begun: bytes) -> None:
    async with running(header_limit_bytes=4096) as site:
        reader, writer = await site.connect(begun)
        sent = 0
        while not is_over(reader) and sent < 1_000_000:
            writer.write(b"x" * 1000)
            sent += 1000
            await asyncio.sleep(0.001)
        answer = await whole(reader)

    assert sent < 300_000
    assert answer == b"reset" or answer[:13] in {b"", b"HTTP/1.1 431 "}


async def test_head_over_the_limit_in_pieces_is_431() -> None:
    async with running(header_limit_bytes=2048) as site:
        reader, writer = await site.connect(b"GET / HTTP/1.1\r\nHost: x\r\nA: ")
        await asyncio.sleep(0.02)
        writer.write(b"x" * 2100)
        answer = await whole(reader)

    assert answer.startswith(b"HTTP/1.1 431 ")
    assert b"2048 bytes at most" in answer


async def test_long_body_in_small_pieces_is_no_long_head() -> None:
    async with running(header_limit_bytes=1024) as site:
        head = b"POST /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 20000\r\n\r\n"
        reader, writer = await site.connect(head)
        for _ in range(20):
            writer.write(b"x" * 1000)
            await asyncio.sleep(0.001)
        answer = await whole(reader)

    assert answer.startswith(b"HTTP/1.1 200 ")


async def test_many_small_requests_on_one_connection_are_no_long_head() -> None:
    async with running(header_limit_bytes=1024) as site:
        reader, writer = await site.connect()
        for _ in range(10):
            writer.write(GET)
            assert (await reader.readuntil(b"well")).startswith(b"HTTP/1.1 200 ")


async def test_silent_connections_make_room_for_clients_that_ask() -> None:
    async with running(concurrency_limit=10) as site:
        silent = [await site.connect(b"GET" if number % 2 else b"") for number in range(40)]
        answers = [await site.ask(GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")) for _ in range(3)]

        assert {answer[:13] for answer in answers} == {b"HTTP/1.1 200 "}
        # The oldest went first.
        assert await whole(silent[0][0]) == b""


async def test_requests_in_work_make_no_room() -> None:
    HELD[:] = [asyncio.Event()]
    async with running(concurrency_limit=10) as site:
        busy = [await site.connect(b"GET /held HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(10)]
        late = await site.ask(GET)
        HELD[0].set()
        answers = [await reader.readline() for reader, _writer in busy]

    assert late.startswith(b"HTTP/1.1 503 ")
    assert [line[:13] for line in answers].count(b"HTTP/1.1 200 ") == 9


async def test_client_that_does_not_read_its_answer_is_cut_off(hasty: None) -> None:
    async with running() as site:
        reader, writer = await site.connect(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        writer.transport.pause_reading()
        await asyncio.sleep(0.5)
        writer.transport.resume_reading()
        answer = await whole(reader)

    assert answer == b"reset" or len(answer) < len(ANSWER) * 200


# Answers without a task


async def test_what_is_there_whole_is_answered_at_once_and_the_connection_stays() -> None:
    async with running(Quick()) as site:
        reader, writer = await site.connect(post(b"one"))
        first = await reader.readuntil(b"once one")
        writer.write(post(b"two", b"Connection: close"))
        second = await whole(reader)

    assert first.startswith(b"HTTP/1.1 200 OK\r\ndate: ")
    assert b"connection" not in first
    assert b"\r\nconnection: close\r\ncontent-length: 8\r\n" in second
    assert second.endswith(b"\r\n\r\nonce two")


async def test_what_comes_later_or_is_left_to_it_is_the_applications() -> None:
    async with running(Quick()) as site:
        reader, writer = await site.connect(post(b"late")[:-4])
        await asyncio.sleep(0.05)
        writer.write(b"late" + post(b"slowly", b"Connection: close"))
        answers = await whole(reader)
        elsewhere = await site.ask(
            GET.replace(b"/", b"/body", 1).replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
        )

    assert answers.count(b"well") == 2
    assert elsewhere.endswith(b"well")


async def test_requests_in_one_packet_are_answered_in_order() -> None:
    async with running(Quick()) as site:
        one = await site.ask(post(b"one") + post(b"slowly") + post(b"three", b"Connection: close"))
        other = await site.ask(post(b"slowly") + post(b"two") + post(b"three", b"Connection: close"))

    assert [one.count(b"once one"), one.count(b"well")] == [1, 2]
    assert other.count(b"well") == 3


async def test_what_follows_is_no_part_of_a_request_that_is_answered_at_once() -> None:
    async with running(Quick()) as site:
        answer = await site.ask(post(b"one") + b"\0\0\0\r\n\r\n")

    assert answer.count(b"HTTP/1.1 ") == 1
    assert answer.startswith(b"HTTP/1.1 400 ")
