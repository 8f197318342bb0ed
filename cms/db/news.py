"""News of the change log: what wakes those who follow it, whichever process has written an event.

Nobody is told what is new; whoever is woken looks. A block of `cms.db.writing()` tells of itself as soon as it is
committed. Of other processes PostgreSQL tells by a notification; SQLite's file is looked at some times a second as long
as somebody waits.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress
from pathlib import Path

from cms.db.listening import EVENTS, Listening

LOOK_SECONDS = 0.02
_LAST_EVENT = "SELECT max(sequence) FROM event"


class News:
    """`count` grows whenever there may be events that were not there before."""

    def __init__(self) -> None:
        self.count = 0
        self._told = asyncio.Event()
        self._waiting = 0

    async def open(self) -> None:
        """Begin to learn of what other processes write."""

    async def close(self) -> None:
        """Give up all that is held for it."""

    def committed(self) -> None:
        """Note that this process has committed something that may hold events."""
        self.tell()

    def tell(self) -> None:
        """Wake all who wait."""
        self.count += 1
        told, self._told = self._told, asyncio.Event()
        told.set()

    async def wait(self, since: int, seconds: float, *, is_urgent: bool = True) -> int:
        """The count as soon as it is not `since`, or as it is after some seconds.

        What is not urgent may learn of other processes only when the seconds are over.

        Take the count, look at the log, and wait since that count: then nothing that comes between is missed. A
        wake-up may be lost all the same, as when a connection breaks, so look again after these seconds.
        """
        if self.count == since:
            self._waiting += is_urgent
            try:
                with suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        await self._told.wait()
            finally:
                self._waiting -= is_urgent
        return self.count


class SQLiteNews(News):
    """Looks at the file, on a connection of its own in the event loop's thread.

    `PRAGMA data_version` tells in two microseconds whether anybody has committed anything.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._cursor: sqlite3.Cursor | None = None
        self._looking: asyncio.Task[None] | None = None
        self._is_awaited = asyncio.Event()
        self._data_version: int | None = None
        self._last_event: int | None = None

    async def open(self) -> None:
        """Open the connection; the writing one must be open already."""
        connection = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        connection.execute("PRAGMA busy_timeout = 0")  # the event loop must not wait
        self._cursor = connection.cursor()
        self._look()
        self._looking = asyncio.get_running_loop().create_task(self._keep_looking())

    async def close(self) -> None:
        """Close the connection."""
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking
            self._looking = None
        if self._cursor is not None:
            self._cursor.connection.close()
            self._cursor = None

    def committed(self) -> None:
        """Wake all who wait, unless there is no new event in what was committed."""
        if self._cursor is None:
            self.tell()
        else:
            self._look()

    async def wait(self, since: int, seconds: float, *, is_urgent: bool = True) -> int:
        """As for all news; while nobody waits for what is urgent, nobody looks."""
        if is_urgent:
            self._is_awaited.set()
        return await super().wait(since, seconds, is_urgent=is_urgent)

    async def _keep_looking(self) -> None:
        while True:
            if not self._waiting:
                self._is_awaited.clear()
                await self._is_awaited.wait()
            self._look()
            await asyncio.sleep(LOOK_SECONDS)

    def _look(self) -> None:
        assert self._cursor is not None  # noqa: S101 - it is opened before anybody looks
        try:
            (data_version,) = self._cursor.execute("PRAGMA data_version").fetchone()
            if data_version == self._data_version:
                return
            (last_event,) = self._cursor.execute(_LAST_EVENT).fetchone()
        except sqlite3.Error:
            return  # somebody holds the file for a moment; it is looked at again
        self._data_version = data_version
        if last_event != self._last_event:
            self._last_event = last_event
            self.tell()


class PostgresNews(News):
    """Hears the notification that the table of events sends with each commit."""

    def __init__(self, listening: Listening) -> None:
        super().__init__()
        self._listening = listening

    async def open(self) -> None:
        """Begin to listen."""
        await self._listening.follow(EVENTS, self.tell)

    async def close(self) -> None:
        """Stop to listen."""
        await self._listening.leave(EVENTS)
