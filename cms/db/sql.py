"""Statements of our own inside a transaction, for what the ORM would need many for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient


async def run(client: BaseDBAsyncClient, sql: str, *values: object) -> list[dict[str, Any]]:
    """Run one statement and return its rows; each `?` in it stands for one of the values, on both databases."""
    return await client.execute_query_dict(_numbered(client, sql), list(values))


async def run_many(client: BaseDBAsyncClient, sql: str, rows: Sequence[Sequence[object]]) -> None:
    """Run one statement once for each row of values, with one round trip for all; `?` as in `run`."""
    if rows:
        await client.execute_many(_numbered(client, sql), [list(row) for row in rows])


def holding(text: str) -> str:
    """The pattern of LIKE for what holds a text; the condition says ESCAPE '!'."""
    for character in "!%_":
        text = text.replace(character, f"!{character}")
    return f"%{text}%"


def listed(client: BaseDBAsyncClient, values: Sequence[int] | Sequence[str]) -> tuple[str, object]:
    """A table expression of one column named `value`, and the one value for the `?` in it.

    A list of places for values would be another statement for each length, and its plan kept as another.
    """
    if client.capabilities.dialect == "postgres":
        kind = "text" if values and isinstance(values[0], str) else "bigint"
        return f"unnest(?::{kind}[]) AS listed(value)", list(values)
    return "json_each(?) AS listed", json.dumps(values)


def _numbered(client: BaseDBAsyncClient, sql: str) -> str:
    if client.capabilities.dialect != "postgres":
        return sql
    numbers = count(1)
    return "".join(f"${next(numbers)}" if character == "?" else character for character in sql)
