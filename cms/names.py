"""Things known by a name: finding them by it whichever way it is written, and giving each a slug of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any, TypeVar

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from cms import events, text
from cms.db import writing
from cms.models import Author, Source, Tag
from cms.permissions import Permission, Viewer

Named = TypeVar("Named", Source, Author, Tag)


async def find_or_create(
    viewer: Viewer, model: type[Named], name: str, match: dict[str, Any], columns: dict[str, Any]
) -> Named:
    """The row with that name (folded: full-width and case do not matter) and `match`; the first of several.

    A new row gets `match` and `columns` too, and leaves the event `source.created`, `author.created` or `tag.created`.

    Raises:
        Forbidden: the viewer may not edit.
    """
    viewer.require(Permission.EDIT)
    name = text.clean(name)
    key = text.fold(name)
    kind = model.__name__.lower()
    async with writing() as tx:
        found = await model.filter(key=key, **match).using_db(tx).order_by("id").first()
        if found is not None:
            return found
        slug = await free_slug(tx, model, text.name_slug(name, fallback=kind))
        values = {"name": name, "key": key, "sort_key": text.sort_key(name), "slug": slug} | match | columns
        made = await model.create(using_db=tx, **values)
        await events.record(tx, viewer, f"{kind}.created", (kind, made.id), at=datetime.now(UTC), name=name)
    return made


async def free_slug(tx: TransactionalDBClient, model: type[Model], wished: str) -> str:
    """The slug if no row of the model has it yet, otherwise with -2, -3… after it."""
    if not await model.filter(slug=wished).using_db(tx).exists():
        return wished
    rows = await model.filter(slug__startswith=f"{wished}-").using_db(tx).values("slug")
    return numbered(wished, {row["slug"] for row in rows})


def numbered(wished: str, taken: set[str]) -> str:
    """The first of `wished-2`, `wished-3`… that is not taken."""
    return next(slug for number in count(2) if (slug := f"{wished}-{number}") not in taken)
