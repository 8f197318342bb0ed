"""Whether several processes that answer readers ever show what was there before a change that is done.

    python -m benchmarks.staleness                     # 100,000 commits, SQLite and PostgreSQL
    python -m benchmarks.staleness --commits 5000 --databases sqlite

One process changes the site's tagline to the next number, commits, and only then says so to the others (through shared
memory). The others are whole applications with their response caches; each looks at the number that was said last,
asks for the tagline over ASGI, and may get that number or a later one, never an earlier one. With SQLite there must be
none. With PostgreSQL other processes hear of a change a moment after it is done; how long after is measured.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import random
import sqlite3
import time
from collections.abc import Callable
from ctypes import c_double, c_int64
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson

from benchmarks.site import KINDS, fresh_database, load
from cms.app import create_app
from cms.settings import Settings

BODY = orjson.dumps({"query": "{ site { tagline } }"})
HEADERS = [(b"content-type", b"application/json"), (b"content-length", str(len(BODY)).encode())]
INSERT = "INSERT INTO site (id, name, tagline, url, language) VALUES (1, 'Site', '0', '', 'zh-Hans')"
# Two commits in this many are followed by a pause, so that answers are kept and used in between.
PAUSES = 5
PAUSE_SECONDS = 0.0002


@dataclass
class Seen:
    """What one reader saw."""

    answers: int = 0
    hits: int = 0
    stale: int = 0
    latest_seconds: float = 0.0  # how long after the commit that it misses the latest stale answer was asked for

    def add(self, other: Seen) -> None:
        self.answers += other.answers
        self.hits += other.hits
        self.stale += other.stale
        self.latest_seconds = max(self.latest_seconds, other.latest_seconds)


def run(database_url: str, *, commits: int, readers: int) -> Seen:
    """Let them all run, and add up what was seen."""
    context = multiprocessing.get_context("spawn")
    said, said_at = context.Value(c_int64, 0), context.Value(c_double, 0.0)
    ready, found = context.Barrier(readers + 1), context.Queue()
    processes = [
        context.Process(target=_read, args=(database_url, commits, said, said_at, ready, found)) for _ in range(readers)
    ]
    for process in processes:
        process.start()
    asyncio.run(_write(database_url, commits, said, said_at, ready))
    total = Seen()
    for _ in processes:
        total.add(found.get(timeout=60))
    for process in processes:
        process.join(30)
    return total


async def _write(url: str, commits: int, said: Any, said_at: Any, ready: Any) -> None:
    chance = random.Random(1)
    change, close = await (_sqlite if url.startswith("sqlite:") else _postgres)(url)
    ready.wait(60)
    for number in range(1, commits + 1):
        await change(number)
        said.value, said_at.value = number, time.monotonic()
        if chance.randrange(PAUSES) < 2:
            time.sleep(PAUSE_SECONDS * chance.random() * 5)  # noqa: ASYNC251 - nothing else runs here
    await close()


async def _sqlite(url: str) -> tuple[Callable[[int], Any], Callable[[], Any]]:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, timeout=30)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(INSERT)

    async def change(number: int) -> None:
        connection.execute("UPDATE site SET tagline = ?", [str(number)])

    async def close() -> None:
        connection.close()

    return change, close


async def _postgres(url: str) -> tuple[Callable[[int], Any], Callable[[], Any]]:
    connection = await asyncpg.connect(url)
    await connection.execute("SET synchronous_commit = off")
    await connection.execute(INSERT)

    async def change(number: int) -> None:
        await connection.execute("UPDATE site SET tagline = $1", str(number))

    return change, connection.close


def _read(url: str, commits: int, said: Any, said_at: Any, ready: Any, found: Any) -> None:
    found.put(asyncio.run(_seen(url, commits, said, said_at, ready)))


async def _seen(url: str, commits: int, said: Any, said_at: Any, ready: Any) -> Seen:
    app = create_app(Settings(_env_file=None, database_url=url))
    seen = Seen()
    async with app.router.lifespan_context(app) as state:
        ready.wait(60)
        while (least := said.value) < commits:
            told_at = said_at.value
            await asyncio.sleep(0)  # as between two requests over a network
            got = await _tagline(app, dict(state))
            seen.answers += 1
            if got < least:
                seen.stale += 1
                seen.latest_seconds = max(seen.latest_seconds, time.monotonic() - told_at)
        assert await _tagline(app, dict(state)) == commits or not url.startswith("sqlite:")
        seen.hits = app._answers.hits  # noqa: SLF001 - told to nobody else
    return seen


async def _tagline(app: Any, state: dict[str, Any]) -> int:
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": BODY, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/graphql", "query_string": b"", "headers": HEADERS}
    await app(scope | {"state": state, "client": ("127.0.0.1", 1)}, receive, send)
    return int(orjson.loads(sent[1]["body"])["data"]["site"]["tagline"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commits", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=3)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    given = parser.parse_args()
    print(f"{given.commits:,} commits, {given.readers} reading processes, {load()}\n")
    print("| database | answers | of them kept ones | stale | latest stale |\n|--|--|--|--|--|")
    for kind in given.databases:
        with fresh_database(kind) as url:
            seen = run(url, commits=given.commits, readers=given.readers)
        latest = f"{seen.latest_seconds * 1000:.1f} ms after the commit" if seen.stale else "-"
        print(f"| {kind} | {seen.answers:,} | {seen.hits:,} | {seen.stale:,} | {latest} |", flush=True)


if __name__ == "__main__":
    main()
