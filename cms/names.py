"""Slugs of their own for things that share a name."""

from __future__ import annotations

from itertools import count

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from cms.models import Article, Draft, Redirect
from cms.words import RedirectKind

_KINDS = {"Draft": RedirectKind.ARTICLE, "Author": RedirectKind.AUTHOR, "Source": RedirectKind.SOURCE}
_KINDS |= {"Tag": RedirectKind.TAG}


async def free_slug(tx: TransactionalDBClient, model: type[Model], wished: str) -> str:
    """The slug if no row of the model has it yet, nor had it and leads on by it; otherwise with -2, -3… after it."""
    # An article keeps the slug that it is public under until it is published under another.
    models = (Draft, Article) if model is Draft else (model,)
    former = Redirect.filter(kind=_KINDS[model.__name__]).using_db(tx)
    taken = [await each.filter(slug=wished).using_db(tx).exists() for each in models]
    if not any(taken) and not await former.filter(former_slug=wished).exists():
        return wished
    left = await former.filter(former_slug__startswith=f"{wished}-").values("former_slug")
    slugs = {row["former_slug"] for row in left}
    for each in models:
        rows = await each.filter(slug__startswith=f"{wished}-").using_db(tx).values("slug")
        slugs |= {row["slug"] for row in rows}
    return numbered(wished, slugs)


def numbered(wished: str, taken: set[str]) -> str:
    """The first of `wished-2`, `wished-3`… that is not taken."""
    return next(slug for number in count(2) if (slug := f"{wished}-{number}") not in taken)
