"""What all parts of it need: where an article stands, what the follower has noted, and statements about lists."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.context import require_context

from cms.db.sql import listed, run
from cms.models import ArticleWords, Follower

NAME = "related"

# How far an article is, in its row of `article_words`.
COUNTED, WEIGHED, LISTED = 0, 1, 2


def client_in_use() -> BaseDBAsyncClient:
    """The client of the database in use."""
    return require_context().db()


async def among(client: BaseDBAsyncClient, sql: str, ids: Collection[int] | Collection[str]) -> list[dict[str, Any]]:
    """The rows of a statement that ends with a condition on a list."""
    if not ids:
        return []
    table, values = listed(client, list(ids))  # type: ignore[arg-type] # all numbers, or all texts
    return await run(client, f"{sql} IN (SELECT value FROM {table})", values)


async def noted() -> dict[str, Any]:
    """What the follower has noted for itself."""
    row = await Follower.get_or_none(name=NAME)
    return dict(row.note) if row is not None else {}


async def note(changed: Mapping[str, object]) -> None:
    """Note something more."""
    await Follower.filter(name=NAME).update(note=await noted() | dict(changed))


async def at_step(step: int, limit: int) -> list[ArticleWords]:
    """The newest articles that are so far."""
    return await ArticleWords.filter(step=step).order_by("-article_id").limit(limit)


async def set_step(tx: TransactionalDBClient, article_ids: Collection[int], step: int) -> None:
    """Write how far articles are."""
    if article_ids:
        table, values = listed(tx, sorted(article_ids))
        await run(
            tx,
            f"UPDATE article_words SET step=? WHERE step<>? AND article_id IN (SELECT value FROM {table})",
            step,
            step,
            values,
        )


async def list_again(tx: TransactionalDBClient, article_ids: Collection[int]) -> None:
    """Plan to compare articles once more."""
    if article_ids:
        table, values = listed(tx, sorted(article_ids))
        await run(
            tx,
            f"UPDATE article_words SET step=1 WHERE step=2 AND article_id IN (SELECT value FROM {table})",
            values,
        )
