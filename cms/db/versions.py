"""The version of what the public reads, as of now: what tells whether a kept answer is still good.

Triggers count it in the table `content_version`. On SQLite one look at that row costs some microseconds and sees every
commit of every process, so it is looked at each time. On PostgreSQL a look is a round trip; the number is remembered
until this process commits something or another one's notification arrives, which takes it about a millisecond.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from cms.db.failures import POSTGRES_FAILURES
from cms.db.listening import CONTENT, Listening
from cms.db.postgres import Client
from cms.errors import Unavailable

_LOOK = "SELECT version FROM content_version"


class Versions(Protocol):
    """Tells the version of the content."""

    async def open(self) -> None:
        """Begin to follow it."""

    async def close(self) -> None:
        """Give up all that is held for it."""

    def known(self) -> int | None:
        """The version, if it is known without waiting; every change that was committed before is counted."""

    async def current(self) -> int | None:
        """The version, counted as in `known`; None if the database cannot tell now."""


class SQLiteVersions:
    """Looks at the row, on a connection of its own in the event loop's thread. Before the first change it is 0."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._cursor: sqlite3.Cursor | None = None

    async def open(self) -> None:
        """Open the connection; the writing one must be open already."""
        connection = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        # The event loop must not wait. With a write-ahead log a reader has nobody to wait for, save for a moment when
        # the last user of the file leaves.
        connection.execute("PRAGMA busy_timeout = 0")
        self._cursor = connection.cursor()

    async def close(self) -> None:
        """Close the connection."""
        if self._cursor is not None:
            self._cursor.connection.close()
            self._cursor = None

    def known(self) -> int | None:
        """The version; None if the file cannot be read at this moment."""
        if self._cursor is None:
            return None
        try:
            row = self._cursor.execute(_LOOK).fetchone()
        except sqlite3.Error:
            return None
        return row[0] if row else 0

    async def current(self) -> int | None:
        """The same."""
        return self.known()


class PostgresVersions:
    """Remembers the version as long as changes are heard of; without that, each question goes to the database."""

    def __init__(self, client: Client, listening: Listening) -> None:
        self._client = client
        self._listening = listening
        self._version: int | None = None
        self._look: asyncio.Task[int | None] | None = None
        self._changes = -1

    async def open(self) -> None:
        """Begin to listen."""
        await self._listening.follow(CONTENT, self._forget)

    async def close(self) -> None:
        """Stop to listen."""
        if self._look is not None:
            self._look.cancel()
            with suppress(asyncio.CancelledError):
                await self._look
        await self._listening.leave(CONTENT)
        self._forget()

    def known(self) -> int | None:
        """The version, unless something was committed since it was looked at."""
        if self._changes != self._client.changes:
            self._forget()
        return self._version

    async def current(self) -> int | None:
        """The version, looked at if need be; those who ask at the same time share one look."""
        if (version := self.known()) is not None:
            return version
        if self._look is None:
            self._look = asyncio.get_running_loop().create_task(self._look_up())
        look = self._look
        return await asyncio.shield(look)

    def _forget(self) -> None:
        self._changes = self._client.changes
        self._version = None
        # A look that is under way may have been taken before the change; whoever asks from now on needs another.
        self._look = None

    async def _look_up(self) -> int | None:
        this, changes = asyncio.current_task(), self._changes
        try:
            async with self._client.hold() as connection:
                version = await connection.fetchval(_LOOK, timeout=5) or 0
        except (*POSTGRES_FAILURES, Unavailable):
            version = None
        if self._look is this:
            self._look = None
            if self._listening.is_there and changes == self._client.changes:
                self._version = version
        return version
