"""Whether a follower that pages through the log sees every commit once while many write.

    python -m benchmarks.following                     # 8 writers for 60 s, both databases
    python -m benchmarks.following --databases postgres --seconds 5

Each writer is a process of its own: it makes drafts, saves and publishes them, and now and then takes a change back
before its end. A follower asks a server process for `events(after:)` over HTTP, always with the last cursor that it was
given, and never waits. In the end what it saw is held against the log, and the log against its own numbers.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import httpx2

from benchmarks.site import KINDS, OPERATOR, Member, Server, ask, fresh_database, staff
from cms import editing, publishing
from cms.db import connect, writing
from cms.edits import Edits
from cms.errors import Unavailable
from cms.models import Event
from cms.snapshots import Content
from cms.words import Role

QUERY = """query($after: String) {
  events(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { sequence } } }"""


@dataclass
class Result:
    """What a run came to."""

    committed: int = 0
    busy: int = 0  # changes that found no turn to write in time, and were not made
    seen: list[int] = field(default_factory=list)
    logged: list[int] = field(default_factory=list)
    pages: int = 0

    @property
    def missed(self) -> int:
        return len(set(self.logged) - set(self.seen))

    @property
    def repeated(self) -> int:
        return len(self.seen) - len(set(self.seen))

    @property
    def is_right(self) -> bool:
        return self.seen == self.logged and self.logged == list(range(1, len(self.logged) + 1))


class _TakenBack(Exception):
    """Leaves a transaction with nothing done."""


def _write(url: str, number: int, seconds: float, found: Any) -> None:
    async def run() -> tuple[int, int]:
        database = await connect(url, wait_seconds=20)
        committed = busy = turn = 0
        end = time.monotonic() + seconds
        try:
            while time.monotonic() < end:
                turn += 1
                try:
                    committed += await _change(f"第{number}人第{turn}篇", is_taken_back=turn % 5 == 0)
                except Unavailable:
                    busy += 1
            return committed, busy
        finally:
            await database.close()

    found.put(asyncio.run(run()))


async def _change(title: str, *, is_taken_back: bool) -> int:
    """Make, save and publish an article; how many events that left."""
    draft = await editing.create_draft(OPERATOR, Content(title=title, html="<p>正文。</p>"))
    await editing.update_draft(OPERATOR, draft.id, Edits({"subtitle": "副题"}), expected_version=1)
    if is_taken_back:
        try:
            async with writing():
                await publishing.publish(OPERATOR, draft.id, expected_version=2)
                raise _TakenBack  # noqa: TRY301 - what it is for
        except _TakenBack:
            return 2
    await publishing.publish(OPERATOR, draft.id, expected_version=2)
    return 3


async def _follow(server: Server, follower: Member, is_over: Any) -> Result:
    result, after = Result(), None
    async with httpx2.AsyncClient(base_url=server.url, timeout=30) as client:
        while True:
            was_over = is_over.is_set()
            events = (await ask(client, follower, QUERY, after=after))["data"]["events"]
            result.pages += 1
            result.seen += [node["sequence"] for node in events["nodes"]]
            after = events["pageInfo"]["endCursor"] or after
            if was_over and not events["nodes"]:
                return result


def run(url: str, *, writers: int, seconds: float) -> Result:
    """Let them all run."""
    (follower,) = asyncio.run(staff(url, [Role.ADMIN]))
    context = multiprocessing.get_context("spawn")
    is_over, found = context.Event(), context.Queue()
    server = Server(url)
    server.start()
    try:
        processes = [context.Process(target=_write, args=(url, each, seconds, found)) for each in range(writers)]
        for process in processes:
            process.start()

        async def follow() -> Result:
            async def wait() -> list[tuple[int, int]]:
                counts = [await asyncio.to_thread(found.get) for _ in processes]
                is_over.set()
                return counts

            waiting = asyncio.create_task(wait())
            result = await _follow(server, follower, is_over)
            for committed, busy in await waiting:
                result.committed += committed
                result.busy += busy
            return result

        result = asyncio.run(follow())
        for process in processes:
            process.join()
    finally:
        server.stop()
    result.logged = asyncio.run(_logged(url))
    return result


async def _logged(url: str) -> list[int]:
    database = await connect(url)
    try:
        return [int(number) for number in await Event.all().order_by("sequence").values_list("sequence", flat=True)]
    finally:
        await database.close()


def main() -> int:
    """Run it on each database, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    is_right = True
    for kind in given.databases:
        with fresh_database(kind) as url:
            result = run(url, writers=given.writers, seconds=given.seconds)
        is_right &= result.is_right
        print(
            f"{kind}: {result.committed:,} events of {given.writers} writers in {given.seconds:g} s, {result.pages:,}"
            f" pages: {result.missed} missed, {result.repeated} repeated, {'right' if result.is_right else 'WRONG'};"
            f" {result.busy} changes found no turn to write"
        )
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
