"""Followers inside: what is computed from the change log, by one process at a time, whichever that is.

A follower has a place in the log of its own, kept in the database. Any number of processes may run it; the one that
holds the lease works, and another goes on when that has ended. Whatever was on its way when a process was killed is
done again: a follower handles each event at least once, so handling one twice must change nothing.

An event that cannot be handled is tried TRIES times, later and later, and then skipped, so that one bug does not stop
everything. Each failure is logged, and the numbers of the server tell how many were skipped and how far behind it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol
from uuid import uuid4

from cms.db import Database, transaction
from cms.db.sql import run
from cms.errors import Unavailable
from cms.log import get_logger
from cms.models import Event, Follower
from cms.webhooks.tally import Standing

BATCH = 200
# Covers a wake-up that was lost and, on SQLite, what other processes do.
POLL_SECONDS = 2.0
LEASE_SECONDS = 30.0
# A turn ends by then, so that no lease runs out in the middle and others get theirs.
TURN_SECONDS = 10.0
TRIES = 5
# Before the second try, the third, and so on.
RETRY_SECONDS = (1.0, 5.0, 30.0, 120.0)
NOT_BEGUN = -1

Clock = Callable[[], datetime]

log = get_logger(__name__)


class LeaseLost(Exception):
    """Another process works for the follower now, since we took too long."""


class Follows(Protocol):
    """What a follower does."""

    name: str

    async def begin(self) -> None:
        """Plan to make everything anew: it is the first time, or the log does not reach back to where it was."""

    async def handle(self, events: Sequence[Event]) -> None:
        """Take in some events, in their order. What they ask for may also be noted, for `go_on`."""

    async def go_on(self) -> bool:
        """Do a piece of what is noted; whether there was any."""

    async def is_idle(self) -> bool:
        """Whether nothing is noted. Asked every few seconds, so it must be cheap."""


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


class Following:
    """Runs a follower in this process. `turn` is one round of a loop of cms/worker.py.

    Args:
        database: where the log is.
        follows: what is done.
        now: the clock.
    """

    def __init__(self, database: Database, follows: Follows, *, now: Clock = utc_now) -> None:
        self._database = database
        self._follows = follows
        self._now = now
        self._holder = uuid4().hex
        self._count = -1
        self._one_by_one_until = 0

    async def turn(self) -> float:
        """Wait until there may be something to do, and do it if no other process does; the seconds to the next turn.

        Raises:
            Unavailable: the database cannot answer now.
        """
        news = self._database.news
        if self._count == news.count:
            await news.wait(self._count, POLL_SECONDS, is_urgent=False)
        count = news.count
        if await self.catch_up(TURN_SECONDS):
            self._count = count
        return 0

    async def catch_up(self, seconds: float | None = None) -> bool:
        """Work for some seconds, or until there is nothing more to do; whether that is so, as far as it is ours to do.

        Raises:
            Unavailable: the database cannot answer now.
        """
        if not await self._has_work():
            return True
        row = await self._lease()
        if row is None:
            return True
        end = None if seconds is None else time.monotonic() + seconds
        try:
            while await self._advance(row):
                if end is not None and time.monotonic() >= end:
                    return False
        except LeaseLost:
            log.warning("follower.lease_lost", follower=row.name)
        else:
            return True
        finally:
            # Should it fail, the lease ends by itself.
            with suppress(Unavailable, LeaseLost):
                await self._keep(row, leased_until=None)
        return True

    async def restart(self) -> bool:
        """Plan to make everything anew; False when another process holds the lease."""
        await self._make_row()
        row = await self._lease()
        if row is None:
            return False
        await self._begin(row)
        await self._keep(row, leased_until=None)
        return True

    async def _has_work(self) -> bool:
        row = await Follower.get_or_none(name=self._follows.name)
        if row is None:
            await self._make_row()
            return True
        now = self._now()
        if row.leased_until is not None and row.leased_until > now and row.holder != self._holder:
            return False
        is_behind = row.position != await _last_sequence() and (row.retry_at is None or row.retry_at <= now)
        return is_behind or not await self._follows.is_idle()

    async def _make_row(self) -> None:
        async with transaction(changes_content=False) as tx:
            await run(
                tx,
                "INSERT INTO follower (name,position,holder,tries,skipped,note) VALUES (?,?,'',0,0,'{}')"
                " ON CONFLICT (name) DO NOTHING",
                self._follows.name,
                NOT_BEGUN,
            )

    async def _lease(self) -> Follower | None:
        """The follower's row, ours for LEASE_SECONDS; None while another process has it."""
        now = self._now()
        async with transaction(changes_content=False) as tx:
            row = await Follower.filter(name=self._follows.name).using_db(tx).select_for_update().first()
            if row is None or (row.leased_until is not None and row.leased_until > now and row.holder != self._holder):
                return None
            await self._write(row, holder=self._holder, leased_until=self._lease_end())
        return row

    async def _advance(self, row: Follower) -> bool:
        """Handle the next events, and do a piece of what is noted; whether there was any."""
        events = await self._next_events(row)
        if events and (row.position < 0 or events[0].sequence != row.position + 1):
            await self._begin(row)
        elif events:
            await self._handle(row, events)
        elif row.position < 0 or row.position > await _last_sequence():
            await self._begin(row)
        went_on = await self._follows.go_on()
        if went_on:
            await self._keep(row, leased_until=self._lease_end())
        return bool(events) or went_on

    async def _next_events(self, row: Follower) -> list[Event]:
        if row.retry_at is not None and row.retry_at > self._now():
            return []
        limit = 1 if row.tries or row.position < self._one_by_one_until else BATCH
        return await Event.filter(sequence__gt=row.position).order_by("sequence").limit(limit)

    async def _begin(self, row: Follower) -> None:
        """Make everything anew, of what is there now and what comes after."""
        last = await _last_sequence()
        if row.position >= 0:
            log.warning("follower.begins_anew", follower=row.name, position=row.position, last=last)
        await self._follows.begin()
        await self._keep(row, position=last, tries=0, retry_at=None)

    async def _handle(self, row: Follower, events: Sequence[Event]) -> None:
        last = events[-1].sequence
        try:
            await self._follows.handle(events)
        except Unavailable:
            raise
        except Exception:  # whatever is wrong with one event, the others are handled
            if len(events) > 1:
                self._one_by_one_until = last
                return
            tries = row.tries + 1
            told = {"follower": row.name, "sequence": last, "type": events[0].type, "tries": tries}
            log.exception("follower.failed" if tries < TRIES else "follower.skipped", **told)
            await self._note_failure(row, last, tries)
            return
        await self._keep(row, position=last, tries=0, retry_at=None, leased_until=self._lease_end())

    async def _note_failure(self, row: Follower, sequence: int, tries: int) -> None:
        """Plan to try an event again, or give it up."""
        if tries < TRIES:
            retry_at = self._now() + timedelta(seconds=RETRY_SECONDS[tries - 1])
            await self._keep(row, tries=tries, retry_at=retry_at)
        else:
            given_up = {"skipped": row.skipped + 1, "skipped_sequence": sequence}
            await self._keep(row, position=sequence, tries=0, retry_at=None, **given_up)

    async def _keep(self, row: Follower, **columns: object) -> None:
        """Write down where we are.

        Raises:
            LeaseLost: another process holds the lease; what we did, it does again.
        """
        async with transaction(changes_content=False):
            await self._write(row, **columns)

    async def _write(self, row: Follower, **columns: object) -> None:
        mine = Follower.filter(name=row.name)
        if "holder" not in columns:
            mine = mine.filter(holder=self._holder)
        if not await mine.update(**columns):
            raise LeaseLost(row.name)
        row.update_from_dict(columns)

    def _lease_end(self) -> datetime:
        return self._now() + timedelta(seconds=LEASE_SECONDS)


async def standings(database: Database) -> dict[str, Standing]:
    """How far each follower is."""
    with database.use():
        last = await _last_sequence()
        return {row.name: Standing(last - max(row.position, 0), row.skipped) for row in await Follower.all()}


async def _last_sequence() -> int:
    last = await Event.all().order_by("-sequence").first()
    return last.sequence if last is not None else 0
