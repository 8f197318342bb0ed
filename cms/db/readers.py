"""Reading from SQLite on connections of its own, so that no reader waits for a writer, nor for a slow reader."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from cms.db.failures import SQLITE_FAILURES, from_sqlite
from cms.db.paces import Paces
from cms.db.threads import Connection
from cms.errors import Unavailable

# SQLite looks at the clock after this many of its virtual machine's steps: about a millisecond.
_STEPS = 10_000

# A statement of a large operation takes some hundred kilobytes, and each reader keeps as many as this.
_KEPT_STATEMENTS = 64
# The longest text, statement or answer that a reader makes; SQLite's own limit is a thousand million bytes.
LONGEST_BYTES = 32 * 1024 * 1024


class _Job:
    """One statement of one reader: when it must be done by, whether anybody still waits for it, how long it ran."""

    __slots__ = ("abandoned", "began", "deadline", "seconds")

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.abandoned = False
        self.began: float | None = None
        self.seconds = 0.0

    def must_stop(self) -> bool:
        """Called by SQLite while it works; true ends the statement with SQLITE_INTERRUPT."""
        return self.abandoned or time.monotonic() > self.deadline


class Reader(Connection):
    """One read-only connection."""

    def __init__(self, path: Path) -> None:
        super().__init__(lambda: _open(path))
        self.waiting = 0

    async def fetch(
        self, sql: str, parameters: Mapping[str, object] | Sequence[object], job: _Job
    ) -> bytes | str | None:
        """The only cell of the statement's first row."""
        self.waiting += 1
        try:
            return await self.submit(lambda connection: _run(connection, sql, parameters, job))
        except asyncio.CancelledError:
            # The thread stops working on it within a millisecond; statements of others are not touched.
            job.abandoned = True
            raise
        except SQLITE_FAILURES as error:
            raise from_sqlite(error) from error
        finally:
            self.waiting -= 1


class Readers:
    """Some read-only connections to one file; each statement goes to the least busy one.

    The first of them is kept for statements that are known to be quick, so that these never wait for the others.
    """

    def __init__(self, path: Path, count: int) -> None:
        self._readers = [Reader(path) for _ in range(count)]
        self._paces = Paces()

    async def open(self) -> None:
        """Open all of them; the writing connection must be open already, since it makes the file's log."""
        for reader in self._readers:
            await reader.open()

    async def close(self) -> None:
        """Close all of them and end their threads."""
        for reader in self._readers:
            await reader.close()

    async def fetch(
        self, sql: str, parameters: Mapping[str, object] | Sequence[object], seconds: float
    ) -> bytes | str | None:
        """The only cell of the statement's first row, from the least busy connection."""
        job = _Job(time.monotonic() + seconds)
        allowed = self._readers if self._paces.is_quick(sql) else self._readers[1:]
        try:
            return await min(allowed, key=_busyness).fetch(sql, parameters, job)
        finally:
            # One that never ran tells nothing; one that nobody waits for any more has run this long at least.
            if job.began is not None:
                self._paces.note(sql, job.seconds or time.monotonic() - job.began)


def _busyness(reader: Reader) -> int:
    return reader.waiting


def _run(
    connection: sqlite3.Connection, sql: str, parameters: Mapping[str, object] | Sequence[object], job: _Job
) -> bytes | str | None:
    if job.must_stop():
        raise Unavailable("the database was too busy to begin in time; try again later")
    connection.set_progress_handler(job.must_stop, _STEPS)
    began = job.began = time.monotonic()
    try:
        cursor = connection.execute(sql, parameters)
        try:
            row = cursor.fetchone()
        finally:
            cursor.close()  # or the statement would keep its snapshot, and the log could not be cut
    finally:
        job.seconds = time.monotonic() - began
    return row[0] if row else None


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, cached_statements=_KEPT_STATEMENTS
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_BYTES)
    connection.text_factory = bytes  # the answer goes out as it is; decoding it only to encode it again costs time
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA mmap_size = 268435456")
    connection.execute("PRAGMA cache_size = -32000")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection
