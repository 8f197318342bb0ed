"""Whether webhooks lose nothing while their receiver is down for three days and the processes that send are killed.

    python -m benchmarks.outage                              # 72 hours, 20 kills, SQLite and PostgreSQL
    python -m benchmarks.outage --kills 3 --databases sqlite

Two processes send; their clock is a file, so that days pass in a minute. Articles are published all the time. The
receiver is well at first, then down for 72 hours (refusing, hanging up, answering 500 and 503), then well again. At
random moments one of the processes gets SIGKILL and is started anew. In the end every event must have arrived; those
about one article in order; every request signed rightly and under the one id of its event; and nothing given up.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import orjson
from standardwebhooks import Webhook

from benchmarks.dispatching import SECRET, Sending, ahead
from benchmarks.receiving import Receiver, Request, receiving
from benchmarks.site import KINDS, fresh_database, load
from cms import events
from cms.db import Database, connect, writing
from cms.models import Attempt, Delivery, Endpoint, Event
from cms.permissions import Viewer
from cms.words import DeliveryState, EndpointState

WRITER = Viewer.system("benchmark")
ARTICLES = 12
HOUR = 3600


@dataclass
class Found:
    """What happened, and everything that should not have."""

    events: int = 0
    requests: int = 0
    kills: int = 0
    repeated: int = 0  # received again after it was accepted: what was on its way at a kill
    attempts: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


@contextmanager
def clock_file() -> Iterator[Path]:
    """A clock that can be moved."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
        path = Path(folder, "clock")
        path.write_text("0")
        yield path


class Outage:
    """One run."""

    def __init__(self, database: Database, url: str, receiver: Receiver, clock: Path, seed: int) -> None:
        self.database = database
        self.receiver = receiver
        self.clock = clock
        self.rng = random.Random(seed)
        self.workers = [Sending(url, clock) for _ in range(2)]
        self.found = Found()
        self.is_up = True
        receiver.answer = self.answer

    def answer(self) -> int | None:
        """How the receiver answers now."""
        return 200 if self.is_up else self.rng.choice([None, 500, 503, 503])

    def pass_time(self, seconds: float) -> None:
        """Move the clock; written whole, since others read it."""
        new = self.clock.with_suffix(".new")
        new.write_text(str(float(self.clock.read_text()) + seconds))
        new.replace(self.clock)

    async def publish(self, count: int) -> None:
        """Publish articles anew, one event each."""
        for _ in range(count):
            number = self.rng.randint(1, ARTICLES)
            async with writing() as tx:
                await events.record(
                    tx,
                    WRITER,
                    "article.updated",
                    ("article", number),
                    at=ahead(self.clock),
                    tags=[f"article:{number}"],
                    revision=1,
                    title="旧码头重开",
                    path="/articles/1",
                    language="zh-Hans",
                )
            self.found.events += 1

    async def kill_one(self) -> None:
        """Kill one of the processes and start it again."""
        worker = self.rng.choice(self.workers)
        await asyncio.to_thread(worker.kill)
        worker.start()
        self.found.kills += 1

    async def run(self, hours: float, steps: int, kills: int) -> Found:
        """All of it."""
        self.found.answers.clear()
        for worker in self.workers:
            worker.start()
        for worker in self.workers:
            await asyncio.to_thread(worker.wait_ready)
        await self.publish(10)
        await self.receiver.reached(10)
        self.is_up = False
        fatal = set(self.rng.sample(range(steps), min(kills, steps)))
        for step in range(steps):
            await self.publish(self.rng.randint(0, 3))
            await asyncio.sleep(self.rng.uniform(0.02, 0.3))
            if step in fatal:
                await self.kill_one()
            self.pass_time(hours * HOUR / steps)
        self.is_up = True
        await self._drain()
        for worker in self.workers:
            await asyncio.to_thread(worker.stop)
        await self._check()
        return self.found

    async def _drain(self) -> None:
        give_up_at = time.monotonic() + 120
        while not await self._is_done() and time.monotonic() < give_up_at:
            await asyncio.sleep(0.1)
            self.pass_time(60)

    async def _is_done(self) -> bool:
        last = await Event.all().order_by("-sequence").first()
        endpoint = await Endpoint.get()
        open_ = await Delivery.filter(finished_at=None).exists()
        return last is not None and endpoint.position == last.sequence and not open_

    async def _check(self) -> None:
        found, requests = self.found, self.receiver.requests
        found.requests = len(requests)
        found.attempts = await Attempt.all().count()
        found.answers = Counter(str(one.status) for one in requests)
        rows = await Event.filter(type="article.updated").order_by("sequence")
        uids = {row.uid: row for row in rows}
        accepted = [one.headers["webhook-id"] for one in requests if one.status == 200]
        first = list(dict.fromkeys(accepted))
        found.repeated = len(accepted) - len(first)
        if missing := uids.keys() - set(accepted):
            found.problems.append(f"{len(missing)} events never arrived")
        for article in range(1, ARTICLES + 1):
            told = [uids[uid].sequence for uid in first if uids[uid].subject_id == article]
            if told != sorted(told):
                found.problems.append(f"article {article} was told of out of order: {told}")
        found.problems += sorted({problem for one in requests if (problem := _problem(one, uids))})
        if found.repeated > found.kills * 8:
            found.problems.append(f"{found.repeated} were repeated after they had been accepted")
        failed = await Delivery.filter(state=DeliveryState.FAILED).count()
        endpoint = await Endpoint.get()
        if failed or endpoint.state != EndpointState.ACTIVE:
            found.problems.append(f"{failed} deliveries were given up; the endpoint is {endpoint.state}")
        logs = [worker.log() for worker in self.workers]
        found.problems += [f"a process told of a bug: {log[-2000:]}" for log in logs if "Traceback" in log]


def _problem(request: Request, uids: dict[str, Event]) -> str:
    """What is wrong with one request, or ""."""
    uid, moment = request.headers["webhook-id"], int(request.headers["webhook-timestamp"])
    signature = Webhook(SECRET).sign(uid, datetime.fromtimestamp(moment, UTC), request.body.decode())
    if request.headers["webhook-signature"] != signature:
        return "a signature is wrong"
    if uid not in uids or orjson.loads(request.body)["sequence"] != uids[uid].sequence:
        return "an event was sent under another id"
    return ""


async def outage(
    database_url: str, clock: Path, *, hours: float = 72, steps: int = 144, kills: int = 20, seed: int = 1
) -> Found:
    """Let the receiver of a site be down for some hours, in so many steps, and kill so many processes meanwhile."""
    database = await connect(database_url)
    try:
        with database.use():
            async with receiving() as receiver:
                now = ahead(clock)
                await Endpoint.create(
                    name="r", url=receiver.url, secret=SECRET, headers=[], position=0, created_at=now, updated_at=now
                )
                run = Outage(database, database_url, receiver, clock, seed)
                try:
                    return await run.run(hours, steps, kills)
                finally:
                    for worker in run.workers:
                        worker.kill()
                        worker.close()
    finally:
        await database.close()


def main() -> None:
    """Run it on each database, print what was found, and fail if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, default=72)
    parser.add_argument("--steps", type=int, default=144)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    options = parser.parse_args()
    is_sound = True
    for kind in options.databases:
        began = time.monotonic()
        with fresh_database(kind) as url, clock_file() as clock:
            found = asyncio.run(
                outage(url, clock, hours=options.hours, steps=options.steps, kills=options.kills, seed=options.seed)
            )
        print(
            f"{kind:<9}{options.hours:g} h down, {found.kills} kills  {found.events} events"
            f"  {found.requests} requests ({found.attempts} logged, {found.repeated} repeated after a kill)"
            f"  answered {dict(sorted(found.answers.items()))}  {time.monotonic() - began:.0f} s  {load()}"
        )
        for problem in found.problems:
            print(f"         WRONG: {problem}")
        is_sound &= not found.problems
    print("every event arrived, in order, signed, under one id" if is_sound else "NOT SOUND")
    sys.exit(0 if is_sound else 1)


if __name__ == "__main__":
    main()
