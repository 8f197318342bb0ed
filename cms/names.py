"""Slugs of their own for things that share a name."""

from __future__ import annotations

from itertools import count

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from cms.db.sql import run
from cms.models import Draft
from cms.words import RedirectKind

_KINDS = {"Draft": RedirectKind.ARTICLE, "Author": RedirectKind.AUTHOR, "Source": RedirectKind.SOURCE}
_KINDS |= {"Tag": RedirectKind.TAG}


async def free_slug(tx: TransactionalDBClient, model: type[Model], wished: str) -> str:
    """The slug if no row of the model has it yet, nor had it and leads on by it; otherwise with -2, -3… after it."""
    # An article keeps the slug that it is public under until it is published under another.
    tables = ("draft", "article") if model is Draft else (model._meta.db_table,)
    kind = _KINDS[model.__name__]
    parts = [f"SELECT slug FROM {table} WHERE slug{{0}}" for table in tables]  # noqa: S608 - our own names
    parts.append(f"SELECT former_slug FROM redirect WHERE kind='{kind}' AND former_slug{{0}}")  # noqa: S608 - our word
    either = " UNION ALL ".join(parts)
    if not await run(tx, either.format("=?"), *[wished] * len(parts)):
        return wished
    rows = await run(tx, either.format(" LIKE ? ESCAPE '!'"), *[f"{wished}-%"] * len(parts))
    return numbered(wished, {row["slug"] for row in rows})


def numbered(wished: str, taken: set[str]) -> str:
    """The first of `wished-2`, `wished-3`… that is not taken."""
    return next(slug for number in count(2) if (slug := f"{wished}-{number}") not in taken)
