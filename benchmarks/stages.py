"""Where the time of a request goes, stage by stage, inside one process and without a network.

    python -m benchmarks.stages                        # SQLite, 2,000 articles
    python -m benchmarks.stages --database postgres --requests 2000

The article page is asked for three ways: an answer that is kept (hot), a plan that is kept (cold), and a text that was
never seen (first time). Each stage's own time is measured, without that of the stages inside it; what no stage claims
is the rest. Measuring costs a microsecond or two a stage, so the sum is a little more than a request really takes.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import uvloop

from benchmarks.content import fill
from benchmarks.site import KINDS, fresh_database, load
from cms import cache
from cms.app import create_app
from cms.db import Database, readers, versions
from cms.settings import Settings
from schema import compiler, documents, executor, plans, view
from schema.plan import Plan

PAGE = Path(__file__).parents[1].joinpath("docs/examples/article_page.graphql").read_text(encoding="utf-8")
# Name, where the function lives, and what it is called there.
STAGES: list[tuple[str, Any, str]] = [
    ("look at the headers", cache.ResponseCache, "_asked"),
    ("take the body", cache, "_arrived"),
    ("look at the content's version", versions.SQLiteVersions, "known"),
    ("look at the content's version", versions.PostgresVersions, "known"),
    ("find the answer", cache.Answers, "find"),
    ("read the request", view, "parse_request"),
    ("coerce the variables", plans.Plans, "_coerced"),
    ("bind the values", Plan, "parameters"),
    ("hold against the cost limit", Plan, "check_cost"),
    ("the database, and the way there and back", Database, "fetch"),
    ("make the tag, keep the answer", cache.ResponseCache, "keep"),
    ("parse the document", documents, "parse"),
    ("hold against the limits", documents, "excess"),
    ("validate", documents, "validate_document"),
    ("try whether SQLite can parse the statement", compiler, "parses"),
    ("write the statement", executor, "compile_operation"),
]
RUN = "the statement itself"


class Stopwatch:
    """Adds up the own time of functions, in microseconds."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._open: list[float] = []  # time of the stages inside each running one

    def watch(self, name: str, owner: Any, attribute: str) -> None:
        """Measure a function from now on."""
        function = getattr(owner, attribute)
        if asyncio.iscoroutinefunction(function):

            @functools.wraps(function)
            async def measured(*arguments: Any, **options: Any) -> Any:
                with self._stage(name):
                    return await function(*arguments, **options)

        else:

            @functools.wraps(function)
            def measured(*arguments: Any, **options: Any) -> Any:
                with self._stage(name):
                    return function(*arguments, **options)

        setattr(owner, attribute, measured)

    def watch_thread(self, name: str, owner: Any, attribute: str, inside: str) -> None:
        """Measure a function that runs in another thread while a stage of this one waits for it."""
        function: Callable[..., Any] = getattr(owner, attribute)

        @functools.wraps(function)
        def measured(*arguments: Any, **options: Any) -> Any:
            began = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                taken = (time.perf_counter() - began) * 1e6
                self.spent[name] = self.spent.get(name, 0) + taken
                self.spent[inside] = self.spent.get(inside, 0) - taken

        setattr(owner, attribute, measured)

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        self._open.append(0.0)
        try:
            yield
        finally:
            taken = (time.perf_counter() - began) * 1e6
            self.spent[name] = self.spent.get(name, 0) + taken - self._open.pop()
            if self._open:
                self._open[-1] += taken


def body(number: int, *, comment: str = "") -> bytes:
    """A request for the page of an article."""
    return orjson.dumps({"query": PAGE + comment, "variables": {"id": f"art_{number}"}})


async def ask(app: Any, state: dict[str, Any], text: bytes) -> float:
    """Ask, and return how long it took in microseconds."""
    began = time.perf_counter()
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": text, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(text)).encode())]
    scope = {"type": "http", "method": "POST", "path": "/graphql", "query_string": b"", "headers": headers}
    await app(scope | {"state": dict(state), "client": ("127.0.0.1", 1)}, receive, send)
    assert sent[0]["status"] == 200, sent
    return (time.perf_counter() - began) * 1e6


async def measure(url: str, articles: int, requests: int) -> None:
    """Print the three tables."""
    stopwatch = Stopwatch()
    for name, owner, attribute in STAGES:
        stopwatch.watch(name, owner, attribute)
    stopwatch.watch_thread(RUN, readers, "_run", "the database, and the way there and back")
    app = create_app(Settings(_env_file=None, database_url=url, log_level="error"))
    async with app.router.lifespan_context(app) as state:
        # The same again; another article each time; another text each time.
        lanes: dict[str, Callable[[int], bytes]] = {
            "hot": lambda _number: body(1),
            "cold": lambda number: body(1 + number % articles),
            "first time": lambda number: body(1 + number % articles, comment=f"# {number}"),
        }
        for lane, make in lanes.items():
            count = requests // 10 if lane == "first time" else min(requests, articles - 1)
            for number in range(50):
                await ask(app, dict(state), make(articles - 1 - number))
            stopwatch.spent.clear()
            taken = [await ask(app, dict(state), make(number)) for number in range(count)]
            report(lane, taken, {name: spent / count for name, spent in stopwatch.spent.items()})


def report(lane: str, taken: list[float], spent: dict[str, float]) -> None:
    """Print one table, the largest stage first."""
    mean = statistics.fmean(taken)
    print(f"\n**{lane}**: {statistics.median(taken):.0f} µs (median of {len(taken)} requests)\n")
    print("| stage | µs | share |\n|--|--|--|")
    spent["the rest"] = mean - sum(spent.values())
    for name, share in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"| {name} | {share:.0f} | {share / mean:.0%} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--requests", type=int, default=2_000)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    given = parser.parse_args()
    with fresh_database(given.database) as url:
        asyncio.run(fill(url, given.articles))
        print(f"{given.database}, {given.articles:,} articles, {load()}")
        uvloop.run(measure(url, given.articles, given.requests))


if __name__ == "__main__":
    main()
