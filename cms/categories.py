"""The tree of categories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, text
from cms.db import writing
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Category, CategoryAncestor
from cms.names import numbered
from cms.permissions import Permission, Viewer

DEEPEST = 10


async def ensure_path(viewer: Viewer, names: Sequence[str]) -> Category:
    """The category at the end of a path of names from the top; whatever is missing of the path is made.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: the path is empty, too deep, names a category twice, or turns the tree upside down: it puts a
            category below one that stands below it.
    """
    viewer.require(Permission.EDIT)
    names = [text.clean(name) for name in names]
    keys = [text.fold(name) for name in names]
    if not all(keys) or not 1 <= len(keys) <= DEEPEST:
        raise _refused(f"a path has 1 to {DEEPEST} names, none of them empty")
    if len(set(keys)) < len(keys):
        raise _refused(f"{' > '.join(names)} names a category twice")
    async with writing() as tx:
        found = await _find(tx, keys)
        if len(found) < len(names):
            await _refuse_upside_down(tx, names, keys)
        for name in names[len(found) :]:
            found.append(await _add(tx, viewer, name, found))
        return found[-1]


async def _find(tx: TransactionalDBClient, keys: Sequence[str]) -> list[Category]:
    """The categories of the path that exist, from the top."""
    found: list[Category] = []
    for key in keys:
        parent_id = found[-1].id if found else None
        category = await Category.get_or_none(key=key, parent_id=parent_id, using_db=tx)
        if category is None:
            break
        found.append(category)
    return found


async def _refuse_upside_down(tx: TransactionalDBClient, names: Sequence[str], keys: Sequence[str]) -> None:
    rows = CategoryAncestor.filter(category__key__in=keys, ancestor__key__in=keys, distance__gt=0).using_db(tx)
    for upper, lower in await rows.values_list("ancestor__key", "category__key"):
        if keys.index(upper) > keys.index(lower):
            above, below = names[keys.index(upper)], names[keys.index(lower)]
            raise _refused(f"{above} stands above {below} in the tree, but here below it; put one of them right")


async def _add(tx: TransactionalDBClient, viewer: Viewer, name: str, above: Sequence[Category]) -> Category:
    parent = above[-1] if above else None
    siblings = Category.filter(parent_id=parent.id if parent else None).using_db(tx)
    taken = {row["slug"] for row in await siblings.values("slug")}
    slug = text.name_slug(name, fallback="category")
    if slug in taken:
        slug = numbered(slug, taken)
    category = await Category.create(
        using_db=tx,
        parent_id=parent.id if parent else None,
        name=name,
        key=text.fold(name),
        slug=slug,
        path=f"{parent.path}/{slug}" if parent else slug,
        depth=len(above) + 1,
        position=len(taken),
    )
    way = [category, *reversed(above)]
    ancestors = [CategoryAncestor(category_id=category.id, ancestor_id=c.id, distance=d) for d, c in enumerate(way)]
    await CategoryAncestor.bulk_create(ancestors, using_db=tx)
    await events.record(tx, viewer, "category.created", ("category", category.id), at=datetime.now(UTC), name=name)
    return category


def _refused(message: str) -> ValidationFailed:
    return ValidationFailed(FieldProblem("category", message))
