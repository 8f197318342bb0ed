"""Measuring in rounds: each round asks every lane once, so that what the machine does besides hits all of them."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import load
from benchmarks.databases import Site
from benchmarks.lanes import COLD, DATALOADERS, HOT, NOT_MODIFIED, UNSEEN, Lane
from benchmarks.load import Load, write_bodies
from benchmarks.operations import CREATE, PUBLISH, UPDATE, created, updated
from benchmarks.site import Member, look, staff
from cms.words import Role

CONNECTIONS = (1, 32)
CREATING, UPDATING, MIXED, ALONE = "create", "update", "page, 5 % writes", "page, the same without writes"
EVERY = 20  # requests of which one is a write
GROUP = 40  # articles saved before they are published, so that more than 32 connections never overtake themselves
BATCHES = 4  # a slow lane is asked until so many requests were answered on each connection
LONGEST_SECONDS = 30

Key = tuple[str, str, int]  # workload, lane, connections


@dataclass
class Results:
    """What each workload, lane and number of connections gave in each round."""

    loads: dict[Key, list[Load]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: Key, seen: Load) -> None:
        """Remember a run."""
        self.loads[key].append(seen)

    def median(self, key: Key, name: str) -> float:
        """The median of one figure over the rounds."""
        return median(getattr(one, name) for one in self.loads[key])

    def ratio(self, above: Key, below: Key, name: str = "rate") -> float | None:
        """The median of the rounds' ratios of two runs; None if one was not measured."""
        if above not in self.loads or below not in self.loads:
            return None
        pairs = zip(self.loads[above], self.loads[below], strict=True)
        return median(getattr(one, name) / max(1e-9, getattr(other, name)) for one, other in pairs)


@dataclass
class Suite:
    """The runs on one database."""

    site: Site
    lanes: Sequence[Lane]
    folder: Path
    seconds: float
    editor: Member
    results: Results = field(default_factory=Results)
    _places: int = 0  # the articles that were written to, so that each is taken once

    def run(self, rounds: int, workloads: Sequence[str]) -> Results:
        """Measure everything."""
        service = self._warm(workloads)
        for number in range(rounds):
            for connections in CONNECTIONS:
                for lane in self.lanes:
                    for workload in (one for one in lane.workloads if one in workloads):
                        self._read(lane, workload, connections, service[workload, lane.name])
                if "write" in workloads:
                    self._write(connections)
                if "mixed" in workloads:
                    self._mix(connections)
            print(f"  round {number + 1} of {rounds} done", flush=True)
        return self.results

    def _warm(self, workloads: Sequence[str]) -> dict[tuple[str, str], float]:
        """Ask each lane some times; about how many seconds one answer takes."""
        service = {}
        for lane in self.lanes:
            for workload in (one for one in lane.workloads if one in {*workloads, "page"}):
                bodies = (lane.body(workload, number) for number in range(lane.bodies))
                write_bodies(self._bodies(lane, workload), bodies)
                began = time.perf_counter()
                for number in range(5):
                    lane.ask(workload, number)
                service[workload, lane.name] = (time.perf_counter() - began) / 5
        return service

    def _bodies(self, lane: Lane, workload: str) -> Path:
        return self.folder / f"{lane.name}-{workload}".replace(" ", "-")

    def _read(self, lane: Lane, workload: str, connections: int, service: float, shown_as: str = "") -> None:
        if lane.name in {HOT, NOT_MODIFIED}:
            for number in range(lane.bodies):
                lane.ask(workload, number)  # so that it knows the answers, whatever was written since
        arguments: dict[str, Any] = {"bodies": self._bodies(lane, workload), "path": lane.path_of(workload)}
        if lane.unseen:
            arguments |= {"unseen": UNSEEN, "first": self._next_place(1_000_000)}
        if lane.tag:
            arguments["tag"] = lane.tag
        seconds = max(self.seconds, min(LONGEST_SECONDS, service * connections * BATCHES))
        self._load(lane, (shown_as or workload, lane.name, connections), arguments, seconds)

    def _load(self, lane: Lane, key: Key, arguments: Mapping[str, Any], seconds: float) -> None:
        load.wait_until_idle(lane.server.pid)
        seen = load.run(
            lane.server.url,
            lane.server.pid,
            self.site.database_pid,
            arguments,
            connections=key[2],
            seconds=seconds,
        )
        if seen.errors:
            raise RuntimeError(f"{key}: {seen.errors} of {seen.requests} requests failed: {lane.server.log()}")
        self.results.add(key, seen)

    def _next_place(self, count: int) -> int:
        self._places += count
        return self._places - count

    def _lane(self, name: str) -> Lane:
        return next(lane for lane in self.lanes if lane.name == name)

    def _write(self, connections: int) -> None:
        """Editors' creating and updating, ours and the reference's."""
        for workload in (CREATING, UPDATING):
            for name in (COLD, DATALOADERS):
                lane = self._lane(name)
                bodies = self._updates() if workload == UPDATING else self._creations()
                self._write_load(lane, (workload, name, connections), bodies, {})

    def _mix(self, connections: int) -> None:
        """Readers of article pages, with and without editors beside them who save and publish in turn."""
        for name in (COLD, HOT):
            lane = self._lane(name)
            reading = {"bodies": self._bodies(lane, "page")}
            self._read(lane, "page", connections, 0, shown_as=ALONE)
            self._write_load(lane, (MIXED, name, connections), self._publications(), reading | {"every": EVERY})

    def _write_load(self, lane: Lane, key: Key, bodies: Iterator[dict[str, Any]], arguments: Mapping[str, Any]) -> None:
        writes = write_bodies(self.folder / "writes", bodies)
        token = self.editor.headers["Authorization"].removeprefix("Bearer ")
        before = self._changes()
        self._load(lane, key, {"writes": writes, "token": token} | arguments, self.seconds)
        seen = self.results.loads[key][-1]
        sent = seen.requests if not arguments else seen.requests / EVERY
        # A small site has been through when time is left; and some writes are still under way when readers have ended.
        wanted = min(sent, len(writes.read_bytes().splitlines()))
        if (done := self._changes() - before) < wanted - key[2]:
            raise RuntimeError(f"{key}: {done} changes of {wanted:.0f} were made")

    def _changes(self) -> int:
        """A number that grows by one with each draft that is made, saved or published."""
        found = asyncio.run(look(self.site.url, {"sum": "SELECT sum(version) AS changes FROM draft"}))
        return int(found["sum"][0]["changes"])

    def _chosen(self, count: int) -> list[tuple[int, int]]:
        """The next articles and the versions of their drafts."""
        first = self._next_place(count) % self.site.articles
        ids = [1 + (first + number) % self.site.articles for number in range(min(count, self.site.articles))]
        rows = asyncio.run(
            look(self.site.url, {"draft": f"SELECT id,version FROM draft WHERE id<={self.site.articles}"})
        )
        versions = {row["id"]: row["version"] for row in rows["draft"]}
        return [(one, versions[one]) for one in ids]

    def _creations(self) -> Iterator[dict[str, Any]]:
        first = self._next_place(2000)
        for number in range(2000):
            yield {"query": CREATE, "variables": created(first + number, self.site.articles)}

    def _updates(self) -> Iterator[dict[str, Any]]:
        for number, (article_id, version) in enumerate(self._chosen(4000)):
            yield {"query": UPDATE, "variables": updated(self._places + number, article_id, version)}

    def _publications(self) -> Iterator[dict[str, Any]]:
        chosen = self._chosen(2000)
        for start in range(0, len(chosen), GROUP):
            group = chosen[start : start + GROUP]
            for article_id, version in group:
                yield {"query": UPDATE, "variables": updated(self._places + article_id, article_id, version)}
            for article_id, version in group:
                given = {"id": f"art_{article_id}", "expectedVersion": version + 1}
                yield {"query": PUBLISH, "variables": {"input": given}}


def measure(site: Site, lanes: Sequence[Lane], *, rounds: int, seconds: float, workloads: Sequence[str]) -> Results:
    """Measure all lanes on a database."""
    [editor] = asyncio.run(staff(site.url, [Role.PUBLISHER]))
    with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
        return Suite(site, lanes, Path(folder), seconds, editor).run(rounds, workloads)
