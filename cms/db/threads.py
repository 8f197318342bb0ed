"""SQLite in its thread, and awaiting what must come to its end."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import aiosqlite

from cms.db.failures import SQLITE_FAILURES, from_sqlite
from cms.errors import Unavailable

Result = TypeVar("Result")


async def settle(future: asyncio.Future[Result]) -> Result:
    """Await a future to its end even if this task is cancelled meanwhile; the cancellation is raised afterwards.

    A future that is no task costs one shield (some microseconds) and no task of its own.
    """
    cancelled: asyncio.CancelledError | None = None
    while not future.done():
        try:
            await asyncio.shield(future)
        except asyncio.CancelledError as error:
            cancelled = error
        except Exception:  # the future's own, raised below
            break
    if cancelled is not None and (future.cancelled() or future.exception() is None):
        raise cancelled
    return future.result()


class Connection(aiosqlite.Connection):
    """A SQLite connection in a thread of its own that takes whole functions, so that one act is one hop.

    The thread is a daemon: a process whose start-up failed must exit, even if nobody closed the connection.
    """

    def __init__(self, opener: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(opener, iter_chunk_size=64)
        self._thread.daemon = True
        self.waiting = 0

    async def open(self) -> None:
        """Open the connection; if that fails, the thread has ended when the error comes out."""
        try:
            await self
        except BaseException:
            # The thread still reports to this loop, which may be closed as soon as the error is out.
            await settle(asyncio.ensure_future(self._ended()))
            raise

    async def close(self) -> None:
        """Close the connection when all that was queued is done; its thread has ended afterwards."""
        await super().close()
        await self._ended()

    async def _ended(self) -> None:
        # A thread that has nothing more to do ends within microseconds, but tells no one.
        while self._thread.is_alive():  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.001)

    def submit(self, function: Callable[[sqlite3.Connection], Result]) -> asyncio.Future[Result]:
        """Queue a function for the thread. It runs even if the future is cancelled, after all that was queued before.

        Raises:
            Unavailable: the connection has been closed.
        """
        if not self._running or self._connection is None:
            raise Unavailable("the database is closed")
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._tx.put_nowait((future, partial(function, self._connection)))
        return future

    async def call(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a function in the thread; the driver's failures come out as ours."""
        try:
            return await self.submit(function)
        except SQLITE_FAILURES as error:
            raise from_sqlite(error) from error

    async def finish(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        """As `call`, but a cancellation is raised only when the function has ended."""
        try:
            return await settle(self.submit(function))
        except SQLITE_FAILURES as error:
            raise from_sqlite(error) from error
