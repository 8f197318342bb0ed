"""The change log as it grows: each process reads a new event once, and any number of subscribers take it from there.

A subscriber holds nothing but its place in the log and asks for the next event when its client has taken the one
before, so one that is slow costs no memory. The last events are kept for all; whoever is farther behind reads the
database.
"""

from __future__ import annotations

import asyncio
import contextvars
import time
from bisect import bisect_right
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from operator import attrgetter

import orjson

from cms.db import Database
from cms.errors import EventsGone, SubscriberTooSlow, Unavailable
from cms.log import get_logger
from cms.words import Audience

# Wake-ups may be lost, as when a connection breaks, so the log is looked at this often anyway.
POLL_SECONDS = 3.0
RETRY_SECONDS = 1.0
BATCH = 200
# How long a subscriber may stay farther behind than what is kept, before it is told that it is too slow.
GRACE_SECONDS = 30.0
_READ = {
    "sqlite": """
        SELECT json_group_array(json_array(
            sequence, type, audience, subject_kind, subject_id, json(tags), json(changed), language
        )) FROM (SELECT * FROM event WHERE sequence > :p1 ORDER BY sequence LIMIT :p2)""",
    "postgres": """
        SELECT coalesce(json_agg(json_build_array(
            sequence, type, audience, subject_kind, subject_id, tags, changed, language
        ) ORDER BY sequence), '[]')::text
        FROM (SELECT * FROM event WHERE sequence > $1::bigint ORDER BY sequence LIMIT $2::int) e""",
}
_ENDS = {
    "sqlite": "SELECT json_array(coalesce(min(sequence),0),coalesce(max(sequence),0)) FROM event",
    "postgres": "SELECT json_build_array(coalesce(min(sequence),0),coalesce(max(sequence),0))::text FROM event",
}
_sequence = attrgetter("sequence")

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """As much of an event as it takes to tell whom it is for. `language` is that of an article."""

    sequence: int
    type: str
    audience: Audience
    subject_kind: str
    subject_id: int
    tags: frozenset[str]
    changed: frozenset[str]
    language: str


class Feed:
    """The one follower of the log in a process, and what it keeps for the subscribers. It rests while there are none.

    Args:
        database: open, its news too.
        kept: how many events are kept.
    """

    def __init__(self, database: Database, kept: int) -> None:
        self._database = database
        self._most = kept
        self._subscribers = 0
        self._following: asyncio.Task[None] | None = None
        self._came = asyncio.Event()
        # What is kept is all that came after `_floor`, up to `_last`.
        self._kept: list[LoggedEvent] = []
        self._floor = self._last = 0
        # A task that a subscriber begins must not inherit what belongs to its request.
        self._context = contextvars.copy_context()

    def __len__(self) -> int:
        """How many subscribers there are."""
        return self._subscribers

    async def close(self) -> None:
        """Read no more."""
        if self._following is not None:
            self._following.cancel()
            with suppress(asyncio.CancelledError):
                await self._following

    async def follow(self, after: int | None = None) -> AsyncGenerator[LoggedEvent, None]:
        """Every event that comes after a place in the log (None: after its end as it is now), in order, without end.

        Raises:
            EventsGone: the log does not hold everything that came after this place.
            SubscriberTooSlow: the events were not taken as fast as they came; what is missing can be read from the log.
            Unavailable: the database cannot answer now.
        """
        with self._subscribed():
            first, last = await self._ends()
            self._begin(last)
            if after is not None and after > 0 and not first - 1 <= after <= last:
                raise EventsGone
            place = last if after is None else after
            up_to_date_at: float | None = None
            while True:
                if place >= self._last:
                    await self._came.wait()
                    up_to_date_at = time.monotonic()  # until now there was nothing to be behind of
                elif place >= self._floor:
                    event = self._kept[bisect_right(self._kept, place, key=_sequence)]
                    place = event.sequence
                    if place % BATCH == 0:
                        await asyncio.sleep(0)  # whoever wants none of them would keep everybody else waiting
                    yield event
                else:
                    if up_to_date_at is not None and time.monotonic() - up_to_date_at > GRACE_SECONDS:
                        raise SubscriberTooSlow
                    for event in await self._read_on(place):
                        place = event.sequence
                        yield event

    @contextmanager
    def _subscribed(self) -> Iterator[None]:
        self._subscribers += 1
        try:
            yield
        finally:
            self._subscribers -= 1
            if not self._subscribers and self._following is not None:
                self._following.cancel()
                self._following = None

    def _begin(self, last: int) -> None:
        """Follow the log from here on, if that is not done already."""
        if self._following is None:
            self._kept = []
            self._floor = self._last = last
            self._following = asyncio.create_task(self._keep_following(), context=self._context.copy())

    async def _keep_following(self) -> None:
        while True:
            count = self._database.news.count
            try:
                found = await self._read(self._last)
            except Unavailable as error:
                log.warning("feed.unavailable", reason=error.message)
                await asyncio.sleep(RETRY_SECONDS)
                continue
            except Exception:  # a bug; ending here would leave all subscribers waiting for ever
                log.exception("feed.failed")
                await asyncio.sleep(RETRY_SECONDS)
                continue
            if found:
                self._keep(found)
            if len(found) < BATCH:
                await self._database.news.wait(count, POLL_SECONDS)

    def _keep(self, found: list[LoggedEvent]) -> None:
        self._kept += found
        self._last = found[-1].sequence
        # Cut in large pieces, because what stays is moved each time.
        if len(self._kept) > 2 * self._most:
            over = len(self._kept) - self._most
            self._floor = self._kept[over - 1].sequence
            del self._kept[:over]
        came, self._came = self._came, asyncio.Event()
        came.set()

    async def _read_on(self, place: int) -> list[LoggedEvent]:
        """The events after a place that is not kept here any more, as far as one reading goes."""
        found = await self._read(place)
        # The log has no gaps but where its beginning was removed.
        if not found or (place > 0 and found[0].sequence != place + 1):
            raise EventsGone
        return found

    async def _read(self, after: int) -> list[LoggedEvent]:
        dialect = self._database.dialect
        parameters = {"p1": after, "p2": BATCH} if dialect == "sqlite" else [after, BATCH]
        rows = orjson.loads(await self._database.fetch(_READ[dialect], parameters) or b"[]")
        return [
            LoggedEvent(number, type_, Audience(audience), kind, id_, frozenset(tags), frozenset(changed), language)
            for number, type_, audience, kind, id_, tags, changed, language in rows
        ]

    async def _ends(self) -> tuple[int, int]:
        """The sequences of the first and the last event; 0 of an empty log."""
        first, last = orjson.loads(await self._database.fetch(_ENDS[self._database.dialect]) or b"[0,0]")
        return first, last
