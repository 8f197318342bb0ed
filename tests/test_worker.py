"""The loops beside the requests: they go on whatever happens, and plans run on time, in order and once."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from structlog.testing import capture_logs
from tortoise.context import require_context

from cms import locks, scheduling, worker
from cms.db import Database
from cms.errors import Unavailable
from cms.models import Article, Completion, Draft, DraftLock, Event, LookAlike, Publication, Schedule, Signature
from cms.words import CompletionKind, Role, ScheduleAct
from cms.worker import Loop
from tests.content import EDITOR, make_draft, make_source
from tests.desk import MINUTE, MORNING, at, everything, make_viewer
from tests.test_app import make_app, started
from tests.test_cli import Server, serving

pytestmark = pytest.mark.anyio
UNAVAILABLE = Unavailable("the database cannot be reached; try again later")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOOK_SECONDS", "TIDY_SECONDS", "RETRY_SECONDS"):
        monkeypatch.setattr(worker, name, 0.01)


async def until(condition: Callable[[], Awaitable[bool]], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 - the condition is met in the database, maybe by another process
            await asyncio.sleep(0.01)


async def make_plan(due_at: datetime, act: ScheduleAct = ScheduleAct.PUBLISH) -> Draft:
    draft = await make_draft()
    await scheduling.schedule(EDITOR, draft.id, act, due_at, expected_version=1)
    return draft


def is_public(draft: Draft) -> Callable[[], Awaitable[bool]]:
    return lambda: Article.exists(id=draft.id)


class Rounds:
    """A loop whose rounds do what the list says, and after that nothing."""

    def __init__(self, *outcomes: Exception | None) -> None:
        self.outcomes = list(outcomes)
        self.count = 0

    async def __call__(self) -> float:
        self.count += 1
        if self.outcomes and (outcome := self.outcomes.pop(0)) is not None:
            raise outcome
        return 0.001

    async def reach(self, count: int) -> None:
        async def reached() -> bool:
            return self.count >= count

        await until(reached)


# Any loop


async def test_a_loop_goes_round_until_the_block_ends_and_no_longer(database: Database) -> None:
    rounds = Rounds()

    async with worker.running(database, [Loop("test", rounds)]):
        await rounds.reach(5)
    count = rounds.count
    await asyncio.sleep(0.01)

    assert rounds.count == count


@pytest.mark.usefixtures("quick")
async def test_each_kind_of_failure_is_logged_once_until_all_is_well(database: Database) -> None:
    bug = ValueError("a bug")
    rounds = Rounds(UNAVAILABLE, UNAVAILABLE, bug, UNAVAILABLE, bug, None, UNAVAILABLE)

    with capture_logs() as logged:
        async with worker.running(database, [Loop("test", rounds)]):
            await rounds.reach(9)

    assert [(line["event"], line["log_level"]) for line in logged] == [
        ("worker.unavailable", "warning"),
        ("worker.failed", "error"),
        ("worker.recovered", "info"),
        ("worker.unavailable", "warning"),
        ("worker.recovered", "info"),
    ]
    assert logged[1]["exc_info"] is bug
    assert {line["loop"] for line in logged} == {"test"}


@pytest.mark.usefixtures("quick")
async def test_a_loop_that_fails_stops_no_other(database: Database) -> None:
    well = Rounds()
    broken = Rounds(*(RuntimeError("a bug") for _ in range(1000)))

    with capture_logs():
        async with worker.running(database, [Loop("broken", broken), Loop("well", well)]):
            await broken.reach(3)
            await well.reach(well.count + 3)


async def test_stopping_in_the_middle_of_a_change_leaves_nothing_of_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at(MORNING):
        draft = await make_plan(MORNING + MINUTE)
    before = await everything()
    reached = asyncio.Event()

    async def endless(*_arguments: Any, **_options: Any) -> None:
        reached.set()
        await asyncio.Event().wait()

    with monkeypatch.context() as patch:
        patch.setattr("cms.projection.Publication.create", endless)
        async with worker.running(database):
            await asyncio.wait_for(reached.wait(), 10)

    assert await everything() == before
    async with worker.running(database):
        await until(is_public(draft))


# The loop of the plans


@pytest.mark.parametrize(
    ("due_in", "seconds"), [(None, 1), (timedelta(hours=1), 1), (timedelta(seconds=1), 0.75), (timedelta(0), 1)]
)
async def test_the_next_look_is_when_the_next_plan_is_due_or_in_a_second(
    database: Database, due_in: timedelta | None, seconds: float
) -> None:
    with at(MORNING - MINUTE):
        if due_in is not None:
            await make_plan(MORNING + due_in)

    with at(MORNING + timedelta(milliseconds=250)):
        assert await worker.carry_out_plans() == pytest.approx(seconds)


@pytest.mark.usefixtures("quick")
async def test_plans_survive_an_outage_of_the_database(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with at(MORNING):
        draft = await make_plan(MORNING + MINUTE)
    real, failures = scheduling.run_due, [UNAVAILABLE, OSError("the cable is cut"), UNAVAILABLE]

    async def run_due() -> int:
        if failures:
            raise failures.pop()
        return await real()

    monkeypatch.setattr(scheduling, "run_due", run_due)
    with capture_logs():
        async with worker.running(database):
            await until(is_public(draft))

    assert await Publication.filter(draft_id=draft.id).count() == 1


@pytest.mark.usefixtures("quick")
async def test_a_clock_that_jumps_under_the_running_loop_neither_parks_nor_repeats_a_plan(database: Database) -> None:
    with time_machine.travel(MORNING, tick=True) as clock:
        draft, later = await make_plan(MORNING + timedelta(days=2)), await make_plan(MORNING + timedelta(days=9))
        async with worker.running(database):
            clock.move_to(MORNING + timedelta(days=3))
            await until(is_public(draft))
            for day in (0, 4, 1, 5):
                clock.move_to(MORNING + timedelta(days=day))
                await asyncio.sleep(0.03)
            assert not await Article.exists(id=later.id)
            clock.move_to(MORNING + timedelta(days=10))
            await until(is_public(later))

    assert await Publication.all().count() == 2
    assert await Event.filter(type="article.published").count() == 2


@pytest.mark.usefixtures("quick")
async def test_an_idle_server_writes_nothing(database: Database, database_url: str) -> None:
    await make_plan(datetime.now(UTC) + timedelta(days=1))
    rounds: Counter[str] = Counter()
    all_ran = asyncio.Event()

    def counted(loop: Loop) -> Loop:
        async def run() -> float:
            seconds = await loop.run()
            rounds[loop.name] += 1
            if len(rounds) == len(worker.LOOPS) and min(rounds.values()) > 2:
                all_ran.set()
            return min(seconds, 0.05)

        return Loop(loop.name, run)

    before = await everything(), await _written(database, database_url)
    async with asyncio.timeout(60), worker.running(database, [counted(loop) for loop in worker.LOOPS]):
        await all_ran.wait()

    assert (await everything(), await _written(database, database_url)) == before


async def _written(database: Database, url: str) -> object:
    """Something that every transaction which writes moves on."""
    if database.dialect == "sqlite":
        log = Path(url.removeprefix("sqlite:///") + "-wal")
        return log.stat().st_size, log.stat().st_mtime_ns
    rows = await require_context().db().execute_query_dict("SELECT txid_snapshot_xmax(txid_current_snapshot()) AS next")
    return rows[0]["next"]


async def test_locks_of_editors_who_left_are_tidied_away(database: Database) -> None:
    editor, draft = await make_viewer(Role.EDITOR), await make_draft()
    with at(MORNING):
        await locks.hold(editor, draft.id)

    async def is_tidy() -> bool:
        return not await DraftLock.all().exists()

    async with worker.running(database):
        await until(is_tidy)


# Whole servers


async def test_a_started_site_carries_out_plans_and_stops_with_its_last_request(
    database: Database, database_url: str
) -> None:
    with at(MORNING):
        draft = await make_plan(MORNING + MINUTE)

    async with started(make_app(database_url)):
        await until(is_public(draft))

    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("worker ")]


@pytest.fixture
def servers(database_url: str, tmp_path: Path) -> Iterator[Callable[[], Server]]:
    """Starts servers, each a process of its own, on the test's database."""
    with ExitStack() as stack:

        def start() -> Server:
            folder = tmp_path / f"server{time.monotonic_ns()}"
            folder.mkdir()
            return stack.enter_context(serving(folder, database_url=database_url))

        yield start


async def test_a_plan_runs_within_two_seconds_of_its_time(database: Database, servers: Callable[[], Server]) -> None:
    server = servers()
    due_at = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=2)
    draft = await make_plan(due_at)

    await until(is_public(draft))

    late = (datetime.now(UTC) - due_at).total_seconds()
    assert 0 <= late < 2
    assert server.stop() == 0


async def test_what_became_due_while_no_server_ran_runs_at_its_start_in_order_and_once(
    database: Database, servers: Callable[[], Server]
) -> None:
    drafts = [await make_plan(datetime.now(UTC) + timedelta(days=1)) for _ in range(12)]
    first = servers()
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait()
    # As if their times had come since: the later a draft was made, the earlier its plan is due.
    for number, draft in enumerate(drafts):
        await Schedule.filter(draft_id=draft.id).update(due_at=MORNING - number * MINUTE)

    both = [servers(), servers()]

    async def is_done() -> bool:
        return await Schedule.filter(state="PENDING").count() == 0

    await until(is_done)
    assert [server.stop() for server in both] == [0, 0]
    published = await Event.filter(type="article.published").order_by("sequence").values_list("subject_id", flat=True)
    assert published == [draft.id for draft in reversed(drafts)]
    assert await Publication.all().count() == len(drafts)
    assert await Schedule.filter(state="DONE").count() == len(drafts)


async def test_what_was_there_before_gets_its_names_and_signatures(database: Database) -> None:
    source = await make_source("临江日报")
    text = "<p>" + "码头今天重新开放，两岸的人们又坐上了渡船。" * 5 + "</p>"
    drafts = [await make_draft(html=text), await make_draft(html=text)]
    await Signature.all().delete()
    await LookAlike.all().delete()

    await worker.complete_names()
    await worker.sign_texts()

    assert await Completion.filter(kind=CompletionKind.SOURCE, subject_id=source.id, key="ljrb").exists()
    assert await LookAlike.filter(draft_id__in=[draft.id for draft in drafts]).exists()
