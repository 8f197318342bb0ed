"""Figures that are no ratios of lanes: growth, a heavy neighbour, starting, and memory."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import httpx2

from benchmarks import load
from benchmarks.databases import Site, Store
from benchmarks.figures import Figure
from benchmarks.lanes import COLD_BODIES, started
from benchmarks.load import Load, write_bodies
from benchmarks.operations import HEAVY, READINGS
from benchmarks.site import Server

START_SECONDS, IDLE_MB, GROWN_MB, MANY_REQUESTS = 1.0, 90, 30, 1_000_000
CACHE_BYTES = 4 * 1024 * 1024
GROWTH, NEIGHBOUR = 1.3, 10


def growth(store: Store, kind: str, sizes: tuple[int, int], *, rounds: int, seconds: float) -> Iterator[Figure]:
    """How much slower each reading workload is on the larger of two sites, cold, on one connection."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="broadsheet-")))
        sites = [stack.enter_context(store.site(kind, size)) for size in sizes]
        servers = [started(Server(site.url, response_cache_bytes="0"), stack) for site in sites]
        for name in READINGS:
            files = [_bodies(folder / f"{name}-{site.articles}", name, site) for site in sites]
            ratios = []
            for _ in range(rounds):
                small, large = (
                    _run(server, site, file, seconds) for server, site, file in zip(servers, sites, files, strict=True)
                )
                ratios.append(large.p50 / small.p50)
            yield Figure(
                f"cold {name}, p50 with {sizes[1]:,} articles / with {sizes[0]:,}", GROWTH, median(ratios), at_most=True
            )


def neighbour(site: Site, *, rounds: int, seconds: float) -> Iterator[Figure]:
    """How much slower a cold article page is while somebody asks for 3,000 rows in a loop."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="broadsheet-")))
        server = started(Server(site.url, response_cache_bytes="0"), stack)
        file = _bodies(folder / "page", "page", site)
        ratios = []
        for _ in range(rounds):
            alone = _run(server, site, file, seconds)
            ended = threading.Event()
            with ThreadPoolExecutor(1) as pool:
                heavy = pool.submit(_ask_heavily, server, ended)
                try:
                    beside = _run(server, site, file, seconds, is_busy=True)
                finally:
                    ended.set()
            heavy.result()  # raises what it raised
            ratios.append(beside.p50 / alone.p50)
        yield Figure("page p50 with a heavy neighbour / alone", NEIGHBOUR, median(ratios), at_most=True)


def _ask_heavily(server: Server, ended: threading.Event) -> None:
    with httpx2.Client(timeout=60) as client:
        while not ended.is_set():
            response = client.post(f"{server.url}/graphql", json=HEAVY.body(0, 0))
            if "errors" in response.json():
                raise RuntimeError(response.text[:1000])


def process(site: Site, *, rounds: int, requests: int = MANY_REQUESTS) -> Iterator[Figure]:
    """What starting costs, and how much memory the server holds, idle and after very many requests."""
    starts = []
    for _ in range(rounds):
        with ExitStack() as stack:
            server = started(Server(site.url), stack)
            starts.append(load.cpu_seconds(server.pid))
            idle = load.memory_mb(server.pid)
    yield Figure("CPU time of a start", START_SECONDS, median(starts), at_most=True, unit=" s")
    yield Figure("memory, idle", IDLE_MB, idle, at_most=True, unit=" MB")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="broadsheet-")))
        server = started(Server(site.url, response_cache_bytes=str(CACHE_BYTES)), stack)
        file = _bodies(folder / "page", "page", site)
        before, done = load.memory_mb(server.pid), 0
        while done < requests:
            done += _run(server, site, file, 10, connections=32).requests
        grown = load.memory_mb(server.pid) - before - CACHE_BYTES / 1e6
        name = f"memory grown in {done:,} requests, beyond the cache's bound"
        yield Figure(name, GROWN_MB, grown, at_most=True, unit=" MB")


def _bodies(path: Path, workload: str, site: Site) -> Path:
    return write_bodies(path, (READINGS[workload].body(number, site.articles) for number in range(COLD_BODIES)))


def _run(
    server: Server, site: Site, file: Path, seconds: float, *, connections: int = 1, is_busy: bool = False
) -> Load:
    if not is_busy:
        load.wait_until_idle(server.pid)
    seen = load.run(
        server.url, server.pid, site.database_pid, {"bodies": file}, connections=connections, seconds=seconds
    )
    if seen.errors:
        raise RuntimeError(f"{seen.errors} of {seen.requests} requests failed: {server.log()}")
    return seen


def all_limits(
    store: Store, kind: str, sizes: Sequence[int], *, rounds: int, seconds: float, requests: int
) -> Iterator[Figure]:
    """All of them on one kind of database."""
    with store.site(kind, sizes[0]) as site:
        yield from neighbour(site, rounds=rounds, seconds=seconds)
        yield from process(site, rounds=rounds, requests=requests)
    if len(sizes) > 1:
        yield from growth(store, kind, (sizes[0], sizes[1]), rounds=rounds, seconds=seconds)
