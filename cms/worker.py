"""What the server does beside answering: it carries out plans that are due, and tidies up. No cron is needed."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from cms import asset_upkeep, completion, copy_upkeep, editing, hits, hot, idempotency, locks, presence, scheduling
from cms.db import Database
from cms.errors import Unavailable
from cms.followers import Following, standings
from cms.library import Library
from cms.log import get_logger
from cms.permissions import Viewer
from cms.related.following import Related
from cms.search import upkeep
from cms.settings import Settings
from cms.webhooks import retention
from cms.webhooks.dispatch import count_backlogs
from cms.webhooks.tally import Tally

# How often the plans are looked at, which is also how late one may be that somebody else has just made.
LOOK_SECONDS = 1.0
TIDY_SECONDS = 60.0
COUNT_SECONDS = 15.0
FILES_SECONDS = 24 * 3600.0
LOOK_FOR_OLD_SECONDS = 3600.0
RETRY_SECONDS = 1.0
# Between one batch of the search index and the next, so that editors get their turns; and between two looks for work.
SOME_ENTRIES = 25
INDEX_SECONDS = 0.02
LOOK_FOR_WORDS_SECONDS = 10.0
# Timers may fire a little early; looking again at once would keep a core busy until the moment has come.
_LEAST_SECONDS = 0.01

log = get_logger(__name__)


@dataclass(frozen=True)
class Loop:
    """Something that is done again and again: `run` is one round and tells after how many seconds the next begins."""

    name: str
    run: Callable[[], Awaitable[float]]


async def carry_out_plans() -> float:
    """Carry out what is due; the seconds until the next plan is, LOOK_SECONDS at most.

    The wall clock is asked in every round, so that neither a jump of it nor a machine that slept delays a plan. What
    was carried out is said by the database alone, so that no jump repeats one.
    """
    await scheduling.run_due()
    due_at = await scheduling.next_due()
    if due_at is None:
        return LOOK_SECONDS
    return min(LOOK_SECONDS, max(_LEAST_SECONDS, (due_at - datetime.now(UTC)).total_seconds()))


async def tidy_autosaves() -> float:
    """Remove the autosaves that later ones stand for."""
    await editing.forget_superseded(datetime.now(UTC))
    return TIDY_SECONDS


async def tidy_locks() -> float:
    """Remove the locks of editors that went away."""
    await locks.forget_expired()
    return TIDY_SECONDS


async def tidy_presence() -> float:
    """Remove whoever has no draft before them any more."""
    await presence.forget_expired()
    return TIDY_SECONDS


async def tidy_answers() -> float:
    """Remove the answers that were kept for requests that come twice."""
    await idempotency.forget_expired()
    return TIDY_SECONDS


async def index_for_search() -> float:
    """Make some entries of the search index that are missing, of an older analyser, or under former names."""
    return INDEX_SECONDS if await upkeep.complete_some(SOME_ENTRIES) else LOOK_FOR_WORDS_SECONDS


async def complete_names() -> float:
    """Let names be found that no completion is kept of: those of a site that was there before completions were."""
    await completion.rebuild(missing=True)
    return LOOK_FOR_OLD_SECONDS


async def sign_texts() -> float:
    """Look for copies of what was there before they were looked for, or was looked at in another way."""
    async for _ in copy_upkeep.rebuild(Viewer.system("the server")):
        pass
    return LOOK_FOR_OLD_SECONDS


async def tidy_hits() -> float:
    """Remove the hours that no hot list looks back to."""
    await hits.forget_old(datetime.now(UTC))
    return TIDY_SECONDS


LOOPS = (
    Loop("schedules", carry_out_plans),
    # Each is a loop of its own, so that one that fails keeps none of the others from its work.
    Loop("autosaves", tidy_autosaves),
    Loop("locks", tidy_locks),
    Loop("presence", tidy_presence),
    Loop("idempotency", tidy_answers),
    Loop("search", index_for_search),
    Loop("names", complete_names),
    Loop("copies", sign_texts),
    Loop("hits", tidy_hits),
)


def loops_of(settings: Settings) -> list[Loop]:
    """All loops of a site."""

    async def tidy_deliveries() -> float:
        await retention.forget_deliveries(settings.delivery_retention_days, datetime.now(UTC))
        return TIDY_SECONDS

    async def tidy_events() -> float:
        await retention.forget_events(settings.event_retention_days, datetime.now(UTC))
        return TIDY_SECONDS

    return [*LOOPS, Loop("deliveries", tidy_deliveries), Loop("events", tidy_events)]


def counting(database: Database, tally: Tally) -> Loop:
    """The loop that counts what is still to be sent and to be followed, where somebody asks for the numbers."""

    async def count() -> float:
        await count_backlogs(database, tally)
        tally.followers = await standings(database)
        return COUNT_SECONDS

    return Loop("backlogs", count)


def tidying_files(library: Library) -> Loop:
    """The loop that deletes files that no asset has."""

    async def tidy_files() -> float:
        if gone := await asset_upkeep.clean(library):
            log.info("assets.cleaned", count=len(gone))
        return FILES_SECONDS

    return Loop("assets", tidy_files)


def following(database: Database) -> list[Loop]:
    """The loops that compute something from the change log."""
    return [Loop("related", Following(database, Related(database)).turn)]


def ranking(database: Database) -> Loop:
    """The loop that computes the hot lists, in one process at a time."""

    async def compute() -> float:
        now = datetime.now(UTC)
        if await hot.take_turn(now):
            await hot.rank(database, now)
        return hot.LOOK_SECONDS

    return Loop("hot", compute)


@asynccontextmanager
async def running(database: Database, loops: Sequence[Loop] = LOOPS) -> AsyncIterator[None]:
    """Run the loops during the block; at its end they are stopped wherever they are, with nothing half done.

    Enter it outside of any transaction: its tasks keep the context they were started in.
    """
    context = contextvars.copy_context()
    tasks = [
        asyncio.create_task(_go_on(database, loop), name=f"worker {loop.name}", context=context.copy())
        for loop in loops
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _go_on(database: Database, loop: Loop) -> None:
    """Run a loop for ever. Each kind of failure is logged once, until a round is well again."""
    failures: set[str] = set()
    with database.use():
        while True:
            try:
                seconds = await loop.run()
                if failures:
                    log.info("worker.recovered", loop=loop.name)
                failures.clear()
            except Exception as error:  # the outermost loop, which goes on whatever happens
                seconds = RETRY_SECONDS
                if (kind := _kind(error)) not in failures:
                    _tell(loop, error)
                failures.add(kind)
            await asyncio.sleep(seconds)


def _kind(error: Exception) -> str:
    """What makes two failures the same to whoever reads the log: the sort of refusal, or the place of a bug."""
    if isinstance(error, Unavailable):
        return error.code
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__name__} {where}"


def _tell(loop: Loop, error: Exception) -> None:
    if isinstance(error, Unavailable):
        log.warning("worker.unavailable", loop=loop.name, reason=error.message)
    else:
        log.error("worker.failed", loop=loop.name, exc_info=error)
