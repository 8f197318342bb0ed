"""Statements of our own inside a transaction, for what the ORM would need many for."""

from __future__ import annotations

from itertools import count
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient


async def run(client: BaseDBAsyncClient, sql: str, *values: object) -> list[dict[str, Any]]:
    """Run one statement and return its rows; each `?` in it stands for one of the values, on both databases."""
    if client.capabilities.dialect == "postgres":
        numbers = count(1)
        sql = "".join(f"${next(numbers)}" if character == "?" else character for character in sql)
    return await client.execute_query_dict(sql, list(values))
