"""How soon subscribers hear of a change, how many of them a process serves, and what they cost.

    python -m benchmarks.live                          # both databases, about three minutes
    python -m benchmarks.live --databases sqlite --seconds 5

A server process serves sockets to subscribers in this process, which do little more than note when which event came.
Events are committed at a steady rate by the server process itself or by a third one; an event has arrived late by the
time between the end of its commit and its last byte. All processes share the machine and its clock.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import re
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import httpx2
import psutil
import uvicorn
import uvloop
from starlette.types import ASGIApp, Receive, Scope, Send

from benchmarks.site import KINDS, OPERATOR, fresh_database, load, percentile
from cms import editing, events, publishing
from cms.app import create_app
from cms.db import connect, writing
from cms.log import configure_logging
from cms.serving import listen, uvicorn_config
from cms.settings import Settings
from cms.snapshots import Content

QUERY = "subscription { articleChanged { cursor sequence type at article { id title slug excerpt } } }"
MANY = {"live_limit": 5000, "live_limit_per_address": 5000, "concurrency_limit": 10_000}
WRITER = "/write"
# PostgreSQL writes spaces around the colon.
_SEQUENCE = re.compile(rb'"sequence" ?: ?([0-9]+)')
Times = dict[int, float]  # by the event's number


async def write(count: int, rate: float) -> Times:
    """Record events of an article at a rate; when the commit of each had ended."""
    committed: Times = {}
    began = time.monotonic()
    for number in range(count):
        await asyncio.sleep(max(0, began + number / rate - time.monotonic()))
        payload = {"revision": 1, "title": "旧码头重开", "path": "/articles/1"}
        async with writing() as tx:
            sequence = await events.record(
                tx,
                OPERATOR,
                "article.updated",
                ("article", 1),
                at=datetime.now(UTC),
                tags=["article:1", "list:articles", "category:3"],
                changed=["title"],
                language="zh-Hans",
                **payload,
            )
        committed[sequence] = time.monotonic()
    return committed


class _WithWriter:
    """The application of a site, and beside it something that can be told to write."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("path") != WRITER:
            await self._app(scope, receive, send)
            return
        count, rate = scope["query_string"].decode().split("&")
        body = json.dumps(await write(int(count), float(rate))).encode()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})


def _serve(url: str, listener: socket.socket) -> None:
    settings = Settings(_env_file=None, database_url=url, log_level="warning", **MANY)
    configure_logging(settings.log_level, settings.log_format)
    app: Any = _WithWriter(create_app(settings))
    uvicorn.Server(uvicorn_config(app, settings)).run(sockets=[listener])


def _write_beside(url: str, count: int, rate: float, found: Any) -> None:
    async def run() -> Times:
        database = await connect(url)
        try:
            return await write(count, rate)
        finally:
            await database.close()

    found.put(asyncio.run(run()))


@contextmanager
def server(url: str) -> Iterator[tuple[int, psutil.Process]]:
    """A server process on a port."""
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        process = multiprocessing.get_context("spawn").Process(target=_serve, args=(url, listener))
        process.start()
        while True:
            try:
                if httpx2.get(f"http://127.0.0.1:{port}/health/ready", timeout=5).status_code == 200:
                    break
            except httpx2.TransportError:
                time.sleep(0.05)
        try:
            yield port, psutil.Process(process.pid)
        finally:
            process.terminate()
            process.join(30)


class Subscriber(asyncio.Protocol):
    """A socket that subscribes, and notes when each event came. It answers no pings, since it lasts but a minute."""

    def __init__(self) -> None:
        self.arrived: list[tuple[int, float]] = []
        self.is_acknowledged = asyncio.Event()
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self.transport.write(
            b"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
        )

    def say(self, **message: Any) -> None:
        """Send a text frame; its mask is all zeros."""
        text = json.dumps(message).encode()
        length = bytes([0x80 | len(text)]) if len(text) < 126 else bytes([0xFE, *len(text).to_bytes(2, "big")])
        self.transport.write(b"\x81" + length + b"\0\0\0\0" + text)

    def data_received(self, data: bytes) -> None:
        now = time.monotonic()
        if b"101 Switching" in data:
            self.say(type="connection_init")
            self.say(type="subscribe", id="1", payload={"query": QUERY})
        if b'"type":"error"' in data:
            raise RuntimeError(data)
        if b"connection_ack" in data:
            self.is_acknowledged.set()
        data = self._rest + data
        end = 0
        for match in _SEQUENCE.finditer(data):
            if match.end() < len(data):  # the number may be cut in two
                self.arrived.append((int(match[1]), now))
                end = match.end()
        self._rest = data[max(end, len(data) - 40) :]


@asynccontextmanager
async def subscribers(port: int, count: int) -> AsyncIterator[list[Subscriber]]:
    """Subscribers that have begun."""
    found = []
    try:
        for _ in range(count):
            _transport, one = await asyncio.get_running_loop().create_connection(Subscriber, "127.0.0.1", port)
            async with asyncio.timeout(10):
                await one.is_acknowledged.wait()
            found.append(one)
        await asyncio.sleep(0.5)  # a subscription is not acknowledged
        yield found
    finally:
        for one in found:
            one.transport.abort()


@dataclass
class Told:
    """What became of some events."""

    expected: int
    seconds: float
    cpu_seconds: float
    lags: list[float] = field(default_factory=list)


async def tell(url: str, subscriber_count: int, *, count: int, rate: float, beside: bool) -> Told:
    """Write events while subscribers listen, and see when they came."""
    with server(url) as (port, process):
        async with subscribers(port, subscriber_count) as listening:
            before = sum(process.cpu_times()[:2])
            if beside:
                context = multiprocessing.get_context("spawn")
                queue = context.Queue()
                writer = context.Process(target=_write_beside, args=(url, count, rate, queue))
                writer.start()
                committed = await asyncio.to_thread(queue.get)
                writer.join(30)
            else:
                async with httpx2.AsyncClient(timeout=None) as client:
                    answer = await client.post(f"http://127.0.0.1:{port}{WRITER}?{count}&{rate}")
                committed = {int(number): at for number, at in answer.json().items()}
            expected = subscriber_count * count
            give_up_at = time.monotonic() + 60
            # A subscriber is told of nothing else that one could wait for.
            while sum(len(one.arrived) for one in listening) < expected and time.monotonic() < give_up_at:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
            last = max((at for one in listening for _number, at in one.arrived), default=time.monotonic())
            told = Told(expected, last - min(committed.values()), sum(process.cpu_times()[:2]) - before)
            for one in listening:
                found = [number for number, _at in one.arrived]
                wanted = sorted(committed)
                assert found == wanted, f"{len(found)} of {len(wanted)}: missed, repeated or out of order"
                told.lags += [at - committed[number] for number, at in one.arrived]
            return told


async def idle_memory(url: str, count: int) -> float:
    """Kilobytes of the server process for each subscriber that has nothing to hear of."""
    with server(url) as (port, process):
        async with subscribers(port, 20):
            pass
        before = process.memory_info().rss
        async with subscribers(port, count):
            return (process.memory_info().rss - before) / count / 1024


async def make_article(url: str) -> None:
    database = await connect(url)
    draft = await editing.create_draft(OPERATOR, Content(title="旧码头重开", html="<p>" + "正文。" * 300 + "</p>"))
    await publishing.publish(OPERATOR, draft.id, expected_version=draft.version)
    await database.close()


def _ms(values: list[float], share: float) -> str:
    return f"{percentile(values, share) * 1000:.1f} ms"


async def run(kind: str, url: str, seconds: int, idle: int) -> None:
    await make_article(url)
    for beside in (False, True):
        told = await tell(url, 1, count=20 * seconds, rate=20, beside=beside)
        where = "another process" if beside else "the same process"
        print(f"| {kind} | commit → subscriber, written by {where} | {_ms(told.lags, 0.5)} | {_ms(told.lags, 0.99)} |")
    for beside in (False, True):
        told = await tell(url, 100, count=100 * seconds, rate=100, beside=beside)
        rate = len(told.lags) / told.seconds
        where = "another process" if beside else "the same process"
        print(
            f"| {kind} | 100 subscribers × 100 events/s, written by {where}: {len(told.lags):,} of {told.expected:,}"
            f" delivered, {rate:,.0f}/s, {told.cpu_seconds / told.seconds:.0%} of a core"
            f" | {_ms(told.lags, 0.5)} | {_ms(told.lags, 0.99)} |",
            flush=True,
        )
    print(f"| {kind} | {idle:,} idle subscribers | {await idle_memory(url, idle):.0f} KiB each | |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--seconds", type=int, default=15)
    parser.add_argument("--idle", type=int, default=1000)
    given = parser.parse_args()
    print(f"Process {os.getpid()}, {load()}\n")
    print("| database | what | p50 | p99 |\n|--|--|--:|--:|")
    for kind in given.databases:
        with fresh_database(kind) as url:
            uvloop.run(run(kind, url, given.seconds, given.idle))


if __name__ == "__main__":
    main()
