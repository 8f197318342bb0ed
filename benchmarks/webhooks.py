"""How soon webhooks arrive, how many a second, and whether a hanging endpoint delays the others.

    python -m benchmarks.webhooks                      # both databases, about two minutes
    python -m benchmarks.webhooks --databases sqlite

The receiver is in this process, and so is what commits the events. They are sent by this process, too (one process),
or by another one (two). A webhook has arrived late by the time between the end of its event's commit and its last
byte. All processes share the machine and its clock.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import orjson

from benchmarks.dispatching import SECRET, Sending, local_sender, render
from benchmarks.receiving import Receiver, receiving
from benchmarks.site import KINDS, fresh_database, load, percentile
from cms import events
from cms.db import Database, connect, writing
from cms.models import Endpoint
from cms.permissions import Viewer
from cms.settings import Settings
from cms.webhooks.dispatch import Dispatcher, dispatching
from cms.webhooks.policy import Policy

WRITER = Viewer.system("benchmark")


async def write(count: int, rate: float = 0, articles: int = 1_000_000) -> dict[int, float]:
    """Commit so many events, at a rate or all in a few transactions; when each commit had ended, by its number."""
    committed: dict[int, float] = {}
    began = time.perf_counter()
    for first in range(0, count, 1 if rate else 500):
        if rate:
            await asyncio.sleep(max(0, began + first / rate - time.perf_counter()))
        numbers = [first] if rate else range(first, min(first + 500, count))
        async with writing() as tx:
            sequences = [await _record(tx, number % articles + 1) for number in numbers]
        committed |= dict.fromkeys(sequences, time.perf_counter())
    return committed


async def _record(tx: object, article: int) -> int:
    return await events.record(
        tx,  # type: ignore[arg-type]  # a transaction
        WRITER,
        "article.updated",
        ("article", article),
        at=datetime.now(UTC),
        tags=[f"article:{article}", "list:articles"],
        revision=1,
        title="旧码头重开",
        path="/articles/1",
        language="zh-Hans",
    )


async def make_endpoint(receiver: Receiver, concurrency: int = 4) -> None:
    """An endpoint that is told of what comes."""
    now = datetime.now(UTC)
    await Endpoint.create(
        name="r",
        url=receiver.url,
        secret=SECRET,
        headers=[],
        concurrency=concurrency,
        position=0,
        created_at=now,
        updated_at=now,
    )


@asynccontextmanager
async def sending(database: Database, url: str, processes: int) -> AsyncIterator[None]:
    """Send by this process, or by another one."""
    async with AsyncExitStack() as stack:
        if processes == 1:
            sender = await stack.enter_async_context(local_sender())
            dispatcher = Dispatcher(database, sender, render, Policy.of(Settings()))
            await stack.enter_async_context(dispatching(database, dispatcher))
        else:
            other = Sending(url)
            stack.callback(other.close)
            stack.push_async_callback(asyncio.to_thread, other.stop)
            other.start()
            await asyncio.to_thread(other.wait_ready)
        yield


def lateness(receivers: Sequence[Receiver], committed: dict[int, float]) -> list[float]:
    """How late each webhook came, in milliseconds."""
    late = []
    for receiver in receivers:
        for one in receiver.requests:
            sequence = orjson.loads(one.body)["sequence"]
            if sequence in committed:
                late.append((one.at - committed[sequence]) * 1000)
    return late


async def latency(database: Database, url: str, processes: int, *, hanging: bool, seconds: float) -> list[float]:
    """How late webhooks come to three endpoints that are well, beside one that never answers or without it."""
    async with AsyncExitStack() as stack:
        receivers = [await stack.enter_async_context(receiving()) for _ in range(3)]
        for receiver in receivers:
            await make_endpoint(receiver)
        if hanging:
            await make_endpoint(await stack.enter_async_context(receiving(lambda: 0)))
        await stack.enter_async_context(sending(database, url, processes))
        count = int(seconds * 20)
        committed = await write(count, rate=20)
        for receiver in receivers:
            await receiver.reached(count)
        return lateness(receivers, committed)


async def throughput(database: Database, url: str, concurrency: int, count: int) -> float:
    """Deliveries a second of a queue to a receiver that answers at once, sent by another process."""
    async with receiving() as receiver:
        await make_endpoint(receiver, concurrency)
        await write(count)
        async with sending(database, url, 2):
            await receiver.reached(count)
        times = [one.at for one in receiver.requests]
        return (len(times) - 1) / (times[-1] - times[0])


def measure(kind: str, seconds: float, count: int) -> None:
    """Everything on one database."""
    for processes in (1, 2):
        for hanging in (False, True):
            with fresh_database(kind) as url:
                late = _within(url, latency, processes, hanging=hanging, seconds=seconds)
            which = "beside a hanging endpoint" if hanging else ""
            print(
                f"{kind:<9}{processes} process{'es' if processes > 1 else '  '}  p50 {percentile(late, 0.5):6.1f} ms"
                f"  p99 {percentile(late, 0.99):6.1f} ms  {len(late)} webhooks  {which}"
            )
    for concurrency in (4, 20):
        with fresh_database(kind) as url:
            rate = _within(url, throughput, concurrency, count)
        print(f"{kind:<9}{rate:6.0f} deliveries a second, {concurrency} at a time")
    print(f"         {load()}")


def _within(url: str, function: Callable[..., Awaitable[Any]], *arguments: Any, **options: Any) -> Any:
    """What a function gives that takes an open database and its address."""

    async def run() -> Any:
        database = await connect(url)
        try:
            with database.use():
                await database.news.open()
                return await function(database, url, *arguments, **options)
        finally:
            await database.close()

    return asyncio.run(run())


def main() -> None:
    """Measure on each database and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    options = parser.parse_args()
    for kind in options.databases:
        measure(kind, options.seconds, options.count)


if __name__ == "__main__":
    main()
