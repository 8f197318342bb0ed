"""Keeping the index complete: what is missing, of another version of the analyser, or under former names is made anew.

Every batch is a transaction of its own and takes nothing away before it puts the new in its place, so that a search
meanwhile finds what it found before. Whoever is interrupted, the next one goes on: the entries themselves say what is
left to do.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.context import require_context

from cms.db import writing
from cms.db.sql import run
from cms.search.analysis import VERSION
from cms.search.index import DRAFTS, PUBLIC, Index, put

BATCH, SOME = 250, 100
Place = tuple[Any, int]


@dataclass(frozen=True)
class State:
    """What is wrong with an index. `leftover` are words of entries that are no more: they take space, nothing else."""

    indexed: int
    missing: int
    stale: int  # under former names, or of another revision than is shown now
    outdated: int  # of another version of the analyser
    leftover: int

    @property
    def is_well(self) -> bool:
        """Whether everything is found as it is."""
        return not (self.missing or self.stale or self.outdated)


async def make_all_anew(index: Index) -> None:
    """Note that every entry is to be made anew."""
    async with writing() as tx:
        await run(tx, f"UPDATE {index.name}_entry SET is_stale=true")  # noqa: S608 - our own names


async def complete(index: Index, *, batch: int = BATCH) -> AsyncIterator[int]:
    """Make all entries that are to be made, the oldest articles first; how many, after each batch."""
    place: Place | None = None
    while True:
        async with writing() as tx:
            rows = await _waiting(tx, index, place, batch)
            await put(tx, index, *(row["id"] for row in rows))
        if rows:
            yield len(rows)
        if len(rows) < batch:
            return
        place = rows[-1]["at"], rows[-1]["id"]


async def complete_some(limit: int = SOME) -> int:
    """Make some of the entries that are to be made, of either index; how many."""
    for index in (PUBLIC, DRAFTS):
        # Whoever finds nothing to do shall keep nobody from writing.
        if not await _waiting(require_context().db(), index, None, 1):
            continue
        async with writing() as tx:
            rows = await _waiting(tx, index, None, limit)
            await put(tx, index, *(row["id"] for row in rows))
            return len(rows)
    return 0


async def _waiting(client: BaseDBAsyncClient, index: Index, place: Place | None, limit: int) -> list[dict[str, Any]]:
    """What has no good entry, after a place in the order of time: its id, and its time as `at`."""
    owner = index.owner
    at = "t.listed_at" if owner == "article" else "t.id"
    after = f" AND ({at},t.id)>(?,?)" if place else ""
    return await run(
        client,
        f"SELECT t.id,{at} AS at FROM {owner} t LEFT JOIN {index.name}_entry e ON e.{owner}_id=t.id"  # noqa: S608 - our own names
        f" WHERE (e.id IS NULL OR e.version<>{VERSION} OR e.is_stale){after} ORDER BY {at},t.id LIMIT {limit}",
        *(place or ()),
    )


async def state_of(index: Index) -> State:
    """Look through an index."""
    owner, name = index.owner, index.name
    client = require_context().db()
    is_postgres = client.capabilities.dialect == "postgres"
    words = f"{name}_text" if is_postgres else f"{name}_text_docsize"
    shown = (
        "t.revision_id"
        if owner == "article"
        else ("(SELECT r.id FROM revision r WHERE r.draft_id=t.id ORDER BY r.number DESC LIMIT 1)")
    )
    (found,) = await run(
        client,
        "SELECT count(e.id) AS indexed,count(*)-count(w.id) AS missing,"  # noqa: S608 - our own names
        f"sum(CASE WHEN e.is_stale OR e.revision_id<>{shown} THEN 1 ELSE 0 END) AS stale,"
        f"sum(CASE WHEN e.version<>{VERSION} THEN 1 ELSE 0 END) AS outdated"
        f" FROM {owner} t LEFT JOIN {name}_entry e ON e.{owner}_id=t.id LEFT JOIN {words} w ON w.id=e.id",
    )
    (left,) = await run(
        client,
        f"SELECT count(*) AS n FROM {words} w WHERE NOT EXISTS(SELECT 1 FROM {name}_entry e WHERE e.id=w.id)",  # noqa: S608 - our own names
    )
    return State(found["indexed"], found["missing"], found["stale"] or 0, found["outdated"] or 0, left["n"])
