"""Followers inside: each event at least once and in order, one process at a time, and no event stops them for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from cms import followers
from cms.db import Database, writing
from cms.errors import Unavailable
from cms.events import record
from cms.followers import BATCH, LEASE_SECONDS, TRIES, Following, standings
from cms.models import Event, Follower
from tests.content import EDITOR
from tests.desk import MORNING

pytestmark = pytest.mark.anyio


class Notebook:
    """A follower that notes what it is told, and does what the test says."""

    name = "notebook"

    def __init__(self) -> None:
        self.seen: list[int] = []
        self.batches: list[int] = []
        self.begun = 0
        self.pieces = 0
        self.broken: set[int] = set()
        self.error: BaseException = RuntimeError("a bug")
        self.hold: asyncio.Event | None = None

    async def begin(self) -> None:
        self.begun += 1

    async def handle(self, events: Sequence[Event]) -> None:
        if self.hold is not None:
            await self.hold.wait()
        if any(event.sequence in self.broken for event in events):
            raise self.error
        self.batches.append(len(events))
        self.seen += [event.sequence for event in events]

    async def go_on(self) -> bool:
        self.pieces -= self.pieces > 0
        return self.pieces > 0

    async def is_idle(self) -> bool:
        return self.pieces == 0


class Clock:
    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


async def make_events(count: int = 1) -> None:
    async with writing() as tx:
        for _ in range(count):
            await record(tx, EDITOR, "site.updated", ("site", 1), at=MORNING, name="晨报网")


async def begun(database: Database, notebook: Notebook | None = None, clock: Clock | None = None) -> Following:
    """A follower that is at the end of the log."""
    following = Following(database, notebook or Notebook(), now=clock or Clock())
    assert await following.catch_up()
    return following


async def position() -> int:
    return (await Follower.get(name="notebook")).position


async def test_the_first_time_it_begins_with_what_is_there_and_follows_what_comes(database: Database) -> None:
    await make_events(3)
    notebook = Notebook()

    following = await begun(database, notebook)
    await make_events(2)
    await following.catch_up()

    assert (notebook.begun, notebook.seen) == (1, [4, 5])


async def test_an_idle_follower_writes_nothing(database: Database) -> None:
    await make_events()
    following = await begun(database)
    before = await Follower.get(name="notebook").values()

    await following.catch_up()

    assert await Follower.get(name="notebook").values() == before


async def test_events_come_in_order_in_batches_and_once(database: Database) -> None:
    notebook = Notebook()
    following = await begun(database, notebook)
    await make_events(BATCH + 7)

    await following.catch_up()
    await following.catch_up()

    assert notebook.seen == list(range(1, BATCH + 8))
    assert notebook.batches == [BATCH, 7]


async def test_what_was_not_finished_is_handled_again_by_whoever_is_next(database: Database) -> None:
    clock, killed, other = Clock(), Notebook(), Notebook()
    first = await begun(database, killed, clock)
    await make_events(3)
    killed.hold = asyncio.Event()
    task = asyncio.create_task(first.catch_up())
    await asyncio.sleep(0.05)
    second = Following(database, other, now=clock)

    assert await second.catch_up()
    assert other.seen == []  # the other process has the lease
    clock.pass_(LEASE_SECONDS + 1)
    await second.catch_up()
    killed.hold.set()
    await task

    assert other.seen == [1, 2, 3]
    assert await position() == 3


async def test_whoever_lost_the_lease_does_not_turn_back_the_place(database: Database) -> None:
    clock, slow, other = Clock(), Notebook(), Notebook()
    first = await begun(database, slow, clock)
    await make_events(1)
    slow.hold = asyncio.Event()
    task = asyncio.create_task(first.catch_up())
    await asyncio.sleep(0.05)
    clock.pass_(LEASE_SECONDS + 1)
    await make_events(5)
    await Following(database, other, now=clock).catch_up()

    slow.hold.set()
    await task

    assert await position() == 6


async def test_the_lease_is_given_back(database: Database) -> None:
    clock = Clock()
    await (await begun(database, clock=clock)).catch_up()
    await make_events()
    other = Notebook()

    await Following(database, other, now=clock).catch_up()

    assert other.seen == [1]


async def test_a_bug_with_one_event_is_tried_again_and_then_passed_over_and_everybody_sees_it(
    database: Database,
) -> None:
    clock, notebook = Clock(), Notebook()
    following = await begun(database, notebook, clock)
    await make_events(5)
    notebook.broken = {3}

    with capture_logs() as logs:
        for _ in range(TRIES):
            await following.catch_up()
            clock.pass_(200)
        await following.catch_up()

    assert notebook.seen == [1, 2, 4, 5]
    told = [line["event"] for line in logs if line["log_level"] == "error"]
    assert told == ["follower.failed"] * (TRIES - 1) + ["follower.skipped"]
    assert (await standings(database))["notebook"].skipped == 1
    assert (await Follower.get(name="notebook")).skipped_sequence == 3


async def test_a_failing_event_waits_longer_each_time(database: Database) -> None:
    clock, notebook = Clock(), Notebook()
    following = await begun(database, notebook, clock)
    await make_events(1)
    notebook.broken = {1}

    waits = []
    for _ in range(TRIES - 1):
        await following.catch_up()
        row = await Follower.get(name="notebook")
        assert row.retry_at is not None
        waits.append((row.retry_at - clock.now).total_seconds())
        clock.now = row.retry_at

    assert waits == list(followers.RETRY_SECONDS)


async def test_a_database_that_does_not_answer_is_not_the_fault_of_an_event(database: Database) -> None:
    notebook = Notebook()
    following = await begun(database, notebook)
    await make_events(1)
    notebook.broken, notebook.error = {1}, Unavailable("the database cannot be reached")

    for _ in range(TRIES + 1):
        with pytest.raises(Unavailable):
            await following.catch_up()
    notebook.broken = set()
    await following.catch_up()

    assert notebook.seen == [1]
    assert (await standings(database))["notebook"].skipped == 0


async def test_where_the_log_does_not_reach_back_everything_is_made_anew(database: Database) -> None:
    notebook = Notebook()
    following = await begun(database, notebook)
    await make_events(5)
    await Event.filter(sequence__lte=3).delete()

    await following.catch_up()
    await make_events(1)
    await following.catch_up()

    assert (notebook.begun, notebook.seen) == (2, [6])


async def test_what_is_noted_is_done_without_an_event(database: Database) -> None:
    notebook = Notebook()
    following = await begun(database, notebook)
    notebook.pieces = 4

    await following.catch_up()

    assert notebook.pieces == 0


async def test_an_event_of_this_process_wakes_it(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(followers, "POLL_SECONDS", 60)
    await database.news.open()
    notebook = Notebook()
    following = await begun(database, notebook)
    await following.turn()
    waiting = asyncio.create_task(following.turn())
    await asyncio.sleep(0.05)

    await make_events(1)
    async with asyncio.timeout(5):
        await waiting

    assert notebook.seen == [1]


async def test_the_standing_tells_how_far_behind_it_is(database: Database) -> None:
    await begun(database)
    await make_events(3)

    assert (await standings(database))["notebook"].behind == 3
