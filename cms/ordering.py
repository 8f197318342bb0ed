"""Positions in ordered link tables, where no two rows of one owner may ever share one."""

from __future__ import annotations

from collections.abc import Sequence

from tortoise.backends.base.client import TransactionalDBClient

from cms.db.sql import run

# Both databases compare positions row by row while they change, so rows first go where none of the final places is.
AWAY = 1_000_000_000


async def close_gaps(tx: TransactionalDBClient, table: str, owner: str, ids: Sequence[int]) -> None:
    """Number the rows of each of these owners from 0, in their order."""
    if not ids:
        return
    listed = ",".join(str(int(number)) for number in ids)
    await run(tx, f"UPDATE {table} SET position=position+{AWAY} WHERE {owner} IN ({listed})")  # noqa: S608 - our own names
    await run(
        tx,
        f"UPDATE {table} SET position=n.place FROM (SELECT id,row_number() OVER (PARTITION BY {owner}"  # noqa: S608 - our own names
        f" ORDER BY position)-1 AS place FROM {table} WHERE {owner} IN ({listed})) n WHERE n.id={table}.id",
    )


async def open_gap(tx: TransactionalDBClient, table: str, owner: str, owner_id: int, position: int) -> None:
    """Move the owner's rows from that position on up by one."""
    own = f"{owner}={int(owner_id)}"
    await run(tx, f"UPDATE {table} SET position=position+{AWAY + 1} WHERE {own} AND position>={int(position)}")  # noqa: S608 - our own names
    await run(tx, f"UPDATE {table} SET position=position-{AWAY} WHERE {own} AND position>={AWAY}")  # noqa: S608 - our own names
