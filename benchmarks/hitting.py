"""What counting 5,000 hits a second costs the readers of the same server, and what a killed server loses.

    python -m benchmarks.hitting                     # both databases, about three minutes each
    python -m benchmarks.hitting --databases sqlite --rounds 2 --seconds 3

One server process, as `cms serve` runs it, is on one core; the load generators (wrk, a process each for reads and for
hits) share the other. Every round measures reads alone, with hits that come ten in a request, and with hits that come
one in a request: reads as fast as they are answered, which shows what hits take away from a server that has no time to
spare, and reads at an even rate of half of that, as a site has them, which shows how much later they are answered.
Rounds take turns, and the ratios are those of the medians. What a hit costs is also told in CPU time, which other
processes disturb less.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import orjson

from benchmarks.databases import Site, open_store
from benchmarks.load import CLIENT_CORE, SERVER_CORE, WITHOUT_WRK, cpu_seconds, on_core, wait_until_idle, write_bodies
from benchmarks.operations import READINGS
from benchmarks.site import KINDS, Server, load, look

SCRIPT = Path(__file__).with_name("paced.lua")
ARTICLES = 1000
WANTED = 5000
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
# Each run has readers of its own, or its hits would be repeats.
READERS = itertools.count(1, 250_000)
FLUSH_SECONDS = 5
READ_CONNECTIONS, HIT_CONNECTIONS = 32, 64


@dataclass(frozen=True)
class Seen:
    """What one wrk saw; times in milliseconds."""

    rate: float
    p50: float
    p99: float
    errors: int


@dataclass(frozen=True)
class Case:
    """How many hits come in a request (0: no hits come), and how many reads a second (0: as fast as they go)."""

    ids: int
    pace: int = 0

    @property
    def name(self) -> str:
        """For the table."""
        reads = f"{self.pace:,} reads a second" if self.pace else "reads as fast as they go"
        return f"{reads}, {f'hits by {self.ids}' if self.ids else 'no hits'}"


@dataclass
class Round:
    """Reads and hits of one case in one round, and the share of its core that the server used."""

    reads: Seen
    hits: float
    cpu: float


def start(url: str, connections: int, seconds: float, **arguments: object) -> subprocess.Popen[str]:
    """A wrk that asks for some seconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:g}s", "--timeout", "30s", "-s", str(SCRIPT), url, "--"]
    given = [f"{name}={value}" for name, value in arguments.items()]
    with on_core(CLIENT_CORE):
        return subprocess.Popen([*command, *given], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def seen(process: subprocess.Popen[str]) -> Seen:
    """What it saw, when it is through."""
    out, err = process.communicate()
    line = next((line for line in out.splitlines() if line.startswith("RESULT ")), None)
    if line is None:
        raise RuntimeError(f"wrk failed: {out}{err}")
    found = json.loads(line.removeprefix("RESULT "))
    return Seen(found["requests"] / found["seconds"], found["p50"], found["p99"], found["errors"])


def accepted(server: Server) -> int:
    """How many hits the server counted so far."""
    page = httpx2.get(f"{server.url}/metrics").text
    line = next(line for line in page.splitlines() if line.startswith("broadsheet_hits_accepted_total"))
    return int(float(line.split()[1]))


class Bodies:
    """Files with what is sent."""

    def __init__(self, folder: Path, articles: int) -> None:
        reading = READINGS["page"]
        self.reads = write_bodies(folder / "reads", (reading.body(number, articles) for number in range(100)))
        self.hits = {
            count: write_bodies(
                folder / f"hits{count}",
                (
                    {"ids": [f"art_{1 + (number * count + place) * 7919 % articles}" for place in range(count)]}
                    for number in range(1000)
                ),
            )
            for count in (1, 10)
        }


def measure(server: Server, bodies: Bodies, case: Case, seconds: float) -> Round:
    """One case for some seconds."""
    pace = {"rate": case.pace} if case.pace else {}
    before, cpu, began = accepted(server), cpu_seconds(server.pid), time.monotonic()
    processes = [start(server.url, READ_CONNECTIONS, seconds, bodies=bodies.reads, **pace)]
    if case.ids:
        arguments = {"path": "/hit", "type": "text/plain;charset=UTF-8", "agent": BROWSER, "reader": next(READERS)}
        rate = {"rate": WANTED // case.ids, "bodies": bodies.hits[case.ids]}
        processes.append(start(server.url, HIT_CONNECTIONS, seconds, **arguments, **rate))
    found = [seen(process) for process in processes]
    took = time.monotonic() - began
    if errors := sum(one.errors for one in found):
        raise RuntimeError(f"{errors} requests failed")
    return Round(found[0], (accepted(server) - before) / took, (cpu_seconds(server.pid) - cpu) / took)


def cost(server: Server, bodies: Bodies, ids: int, seconds: float) -> tuple[float, float]:
    """Hits alone, as fast as they go: how many a second, and what one costs the server in microseconds of CPU."""
    before, cpu, began = accepted(server), cpu_seconds(server.pid), time.monotonic()
    arguments = {"path": "/hit", "type": "text/plain", "agent": BROWSER, "reader": next(READERS)}
    seen(start(server.url, HIT_CONNECTIONS, seconds, bodies=bodies.hits[ids], **arguments))
    count, took = accepted(server) - before, time.monotonic() - began
    return count / took, (cpu_seconds(server.pid) - cpu) / count * 1e6


@contextmanager
def serving(site: Site, **settings: str) -> Iterator[Server]:
    """The site's server on its core."""
    given = {"metrics": "true", "hit_limit_per_minute": "1000000000", "hit_flush_seconds": str(FLUSH_SECONDS)}
    server = Server(site.url, **given | settings)
    with on_core(SERVER_CORE):
        server.start()
    wait_until_idle(server.pid)  # at first it completes its tables, since the articles were written past it
    try:
        yield server
    finally:
        server.stop()


def compare(site: Site, rounds: int, seconds: float) -> None:
    """Print what reads are like with and without hits."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder, serving(site) as server:
        bodies = Bodies(Path(folder), site.articles)
        measure(server, bodies, Case(10), 2)  # warm
        most = _median([measure(server, bodies, Case(0), seconds).reads.rate for _ in range(3)])
        cases = [Case(ids, pace) for pace in (0, int(most / 200) * 100) for ids in (0, 10, 1)]
        found: dict[Case, list[Round]] = {case: [] for case in cases}
        for _ in range(rounds):
            for case in cases:
                found[case].append(measure(server, bodies, case, seconds))
        costs = {ids: cost(server, bodies, ids, seconds) for ids in (10, 1)}
    print(f"\n{site.kind}, {site.articles:,} articles, {rounds} rounds of {seconds:g} s, {load()}\n")
    print("| what | hits/s | reads/s | p50 ms | p99 ms | with / without: reads/s | p50 | p99 | core used |")
    print("|--|--|--|--|--|--|--|--|--|")
    for case in cases:
        rate, p50, p99 = _reads(found[case])
        alone = _reads(found[Case(0, case.pace)])
        hits, cpu = _median([one.hits for one in found[case]]), _median([one.cpu for one in found[case]])
        ratios = [f"{one / other:.2f}" if case.ids else "" for one, other in zip((rate, p50, p99), alone, strict=True)]
        print(
            f"| {case.name} | {hits:,.0f} | {rate:,.0f} | {p50:.2f} | {p99:.2f} | {' | '.join(ratios)} | {cpu:.0%} |",
            flush=True,
        )
    for ids, (most, microseconds) in costs.items():
        share = microseconds * WANTED / 1e6
        print(
            f"\nHits by {ids}, alone: {most:,.0f} a second; one costs {microseconds:.1f} µs of CPU, so {WANTED:,} a"
            f" second take {share:.0%} of a core."
        )


def _reads(rounds: Sequence[Round]) -> tuple[float, float, float]:
    """How many reads a second, and how late, in the middle of some rounds."""
    rate, p50, p99 = (_median([getattr(one.reads, name) for one in rounds]) for name in ("rate", "p50", "p99"))
    return rate, p50, p99


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


async def _stored(url: str) -> int:
    tables = await look(url, {"views": "SELECT coalesce(sum(view_count),0) AS n FROM article"})
    return int(tables["views"][0]["n"])


def crash(site: Site, seconds: float) -> bool:
    """Kill a server under hits, and say how much of what it had answered was lost; whether that is within the bound."""
    import asyncio

    before = asyncio.run(_stored(site.url))
    with serving(site, hit_flush_seconds="2") as server, httpx2.Client(headers={"User-Agent": BROWSER}) as client:
        answered: list[float] = []
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            number = len(answered)
            address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
            body = orjson.dumps({"id": f"art_{1 + number % site.articles}"})
            response = client.post(f"{server.url}/hit", content=body, headers={"X-Forwarded-For": address})
            assert response.status_code == 204, response.text
            answered.append(time.monotonic())
        killed_at = time.monotonic()
        server.kill()
        counted = asyncio.run(_stored(site.url)) - before
    lost = len(answered) - counted
    # A flush begins two seconds after the one before has ended.
    bound = sum(moment > killed_at - 2.5 for moment in answered)
    print(
        f"\n{site.kind}: killed (-9) after {len(answered):,} hits in {seconds:g} s with a flush every 2 s: {counted:,}"
        f" were written, {lost:,} lost, which is {lost / len(answered) * seconds:.2f} s of hits"
    )
    return 0 <= lost <= bound


def main() -> int:
    """Run it on each database."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=5)
    given = parser.parse_args()
    is_right = True
    with open_store(None) as store:
        for kind in given.databases:
            with store.site(kind, ARTICLES) as site:
                try:
                    compare(site, given.rounds, given.seconds)
                except FileNotFoundError:
                    print(WITHOUT_WRK)
                    return 1
                is_right &= crash(site, 7)
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
