"""Hearing what PostgreSQL tells of: one connection for all channels that a process listens to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from cms.db.failures import POSTGRES_FAILURES
from cms.db.postgres import Client
from cms.log import get_logger

CONTENT, EVENTS = "content_changed", "event_logged"
_LONGEST_PAUSE_SECONDS = 30.0
# A connection that was cut without a word looks like one on which nothing happens.
_PROBE_SECONDS = 5.0

log = get_logger(__name__)


class Listening:
    """Calls those who follow a channel at each notification, and whenever one may have been missed.

    Without a connection it tries again and again; `is_there` says whether it has one.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._connection: Any = None
        self._keeping: asyncio.Task[None] | None = None
        self._is_lost = asyncio.Event()
        self._followers: dict[str, Callable[[], None]] = {}

    @property
    def is_there(self) -> bool:
        """Whether notifications are heard now."""
        return self._connection is not None

    async def follow(self, channel: str, heard: Callable[[], None]) -> None:
        """Call a function from now on; the first to follow anything opens the connection."""
        self._followers[channel] = heard
        if self._keeping is None:
            await self._listen()
            self._keeping = asyncio.get_running_loop().create_task(self._keep_listening())

    async def leave(self, channel: str) -> None:
        """Call it no more; the last to leave closes the connection."""
        self._followers.pop(channel, None)
        if self._keeping is not None and not self._followers:
            keeping, self._keeping = self._keeping, None
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping
            await self._hang_up()

    async def _listen(self) -> None:
        self._is_lost.clear()
        try:
            connection = await self._client.connect()
            for channel in (CONTENT, EVENTS):
                await connection.add_listener(channel, self._heard)
            connection.add_termination_listener(self._lost)
        except POSTGRES_FAILURES as error:
            log.warning("database.not_listening", error=f"{type(error).__name__}: {error}")
            return
        self._connection = connection
        # What was told before it listened was not heard.
        self._tell_all()

    async def _keep_listening(self) -> None:
        """Listen anew whenever the connection is lost."""
        pause_seconds = 0.1
        while True:
            while self._connection is not None and await self._is_alive():
                pause_seconds = 0.1
            await self._hang_up()
            await asyncio.sleep(pause_seconds)
            pause_seconds = min(pause_seconds * 2, _LONGEST_PAUSE_SECONDS)
            await self._listen()

    async def _is_alive(self) -> bool:
        """Wait until the connection is lost, or proves after some seconds that it is not."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._is_lost.wait(), _PROBE_SECONDS)
        try:
            if not self._is_lost.is_set():
                await self._connection.fetchval("SELECT 1", timeout=_PROBE_SECONDS)
                return True
        except POSTGRES_FAILURES:
            pass
        log.warning("database.listening_lost")
        return False

    async def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        self._tell_all()
        if connection is not None:
            connection.remove_termination_listener(self._lost)
            connection.terminate()

    def _heard(self, _connection: object, _pid: int, channel: str, _payload: object) -> None:
        if (heard := self._followers.get(channel)) is not None:
            heard()

    def _lost(self, _connection: object) -> None:
        self._connection = None
        self._is_lost.set()
        self._tell_all()

    def _tell_all(self) -> None:
        for heard in self._followers.values():
            heard()
