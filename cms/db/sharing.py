"""One reading for all who ask the same at the same moment."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from cms.db import Database, Parameters

# As old as an answer may be that is given to another one.
FRESH_SECONDS = 1.0
_KEPT = 256

_Key = tuple[str, tuple[Any, ...]]


class SharedReads:
    """Reads for subscriptions: hundreds of them ask for the same event with the same statement."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[_Key, tuple[float, asyncio.Task[bytes | str | None]]] = OrderedDict()

    def ask(self, sql: str, parameters: Parameters) -> tuple[asyncio.Task[bytes | str | None], bool]:
        """The reading of a statement's only cell, and whether it was begun for this one.

        Wait for it in a `shield`: whoever leaves must not end it for the others. It raises what `Database.fetch` does.
        """
        key = (sql, tuple(parameters.items() if isinstance(parameters, Mapping) else parameters))
        now = time.monotonic()
        if (kept := self._kept.get(key)) is not None and now - kept[0] < FRESH_SECONDS and not _has_failed(kept[1]):
            return kept[1], False
        task = asyncio.create_task(self._read(sql, parameters))
        task.add_done_callback(_has_failed)  # nobody may be left who wants to know
        self._kept[key] = now, task
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT or now - next(iter(self._kept.values()))[0] >= FRESH_SECONDS:
            self._kept.popitem(last=False)
        return task, True

    async def _read(self, sql: str, parameters: Parameters) -> bytes | str | None:
        return await self._database.fetch(sql, parameters)


def _has_failed(task: asyncio.Task[Any]) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)
