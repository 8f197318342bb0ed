"""The tree of categories in the database: its paths, its places, and one row for each category and each above it."""

from __future__ import annotations

from tortoise.backends.base.client import TransactionalDBClient

from cms import redirects
from cms.db.sql import run
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Category

DEEPEST = 10


async def add(tx: TransactionalDBClient, category: Category) -> None:
    """Write the rows of a new category for itself and for each category above it."""
    above = f"category_ancestor WHERE category_id={category.parent_id or 0}"
    await run(
        tx,
        "INSERT INTO category_ancestor (category_id,ancestor_id,distance)"  # noqa: S608 - numbers
        f" SELECT {category.id},ancestor_id,distance+1 FROM {above} UNION ALL SELECT {category.id},{category.id},0",
    )


async def is_below(tx: TransactionalDBClient, category_id: int, above_id: int) -> bool:
    """Whether a category is the other one or stands somewhere below it."""
    rows = await run(tx, "SELECT 1 FROM category_ancestor WHERE category_id=? AND ancestor_id=?", category_id, above_id)
    return bool(rows)


async def move(
    tx: TransactionalDBClient, category: Category, parent: Category | None, slug: str, *, field: str = "parentId"
) -> None:
    """Put a category, with all below it, under a parent (None is the top) and under a slug of its own there.

    Its former path and those of all below it lead on. The place among the siblings is `place`'s business; that the
    name and the slug are free there, and that the parent is not below the category, the caller has seen to. `field` is
    what a refusal names.

    Raises:
        ValidationFailed: something would stand deeper than DEEPEST.
    """
    depth = parent.depth + 1 if parent else 1
    path = f"{parent.path}/{slug}" if parent else slug
    below = f"SELECT category_id FROM category_ancestor WHERE ancestor_id={category.id}"  # noqa: S608 - a number
    if depth > category.depth:
        await _refuse_too_deep(tx, below, depth - category.depth, field)
    if path != category.path:
        await redirects.leave_subtree(tx, category.id)
        # Paths are unique row by row: one may move to where another still stands that moves, too. None begins with "~".
        await run(tx, f"UPDATE category SET path='~'||path WHERE id IN ({below})")  # noqa: S608 - numbers
        await run(
            tx,
            f"UPDATE category SET path=CAST(? AS VARCHAR(1300))||substr(path,{len(category.path) + 2}),"  # noqa: S608 - numbers
            f"depth=depth+({depth - category.depth}) WHERE id IN ({below})",
            path,
        )
    parent_id = parent.id if parent else None
    if parent_id != category.parent_id:
        await run(
            tx,
            f"DELETE FROM category_ancestor WHERE category_id IN ({below})"  # noqa: S608 - numbers
            f" AND ancestor_id NOT IN ({below})",
        )
        await run(
            tx,
            "INSERT INTO category_ancestor (category_id,ancestor_id,distance)"  # noqa: S608 - numbers
            " SELECT s.category_id,a.ancestor_id,s.distance+a.distance+1 FROM category_ancestor s, category_ancestor a"
            f" WHERE s.ancestor_id={category.id} AND a.category_id={parent_id or 0}",
        )
    values = {"parent_id": parent_id, "slug": slug}
    await Category.filter(id=category.id).using_db(tx).update(**values)
    category.update_from_dict(values | {"path": path, "depth": depth})


async def place(tx: TransactionalDBClient, category: Category, position: int | None) -> None:
    """Give a category a place among its siblings, counted from 0; None, and whatever is too far, is the end."""
    siblings = _siblings(category.parent_id)
    await close_gaps(tx, category.parent_id, but=category.id)
    (others,) = await run(tx, f"SELECT count(*) AS n FROM category WHERE {siblings} AND id<>{category.id}")  # noqa: S608 - numbers
    wanted = others["n"] if position is None else min(max(position, 0), others["n"])
    await run(
        tx,
        f"UPDATE category SET position=position+1 WHERE {siblings} AND position>={wanted} AND id<>{category.id}",  # noqa: S608 - numbers
    )
    await Category.filter(id=category.id).using_db(tx).update(position=wanted)
    category.position = wanted


async def close_gaps(tx: TransactionalDBClient, parent_id: int | None, *, but: int = 0) -> None:
    """Number the children of a category from 0, in their order, one of them left out."""
    await run(
        tx,
        "UPDATE category SET position=n.place FROM (SELECT id,row_number() OVER (ORDER BY position,id)-1 AS place"  # noqa: S608 - numbers
        f" FROM category WHERE {_siblings(parent_id)} AND id<>{but}) n WHERE n.id=category.id"
        " AND category.position<>n.place",
    )


async def _refuse_too_deep(tx: TransactionalDBClient, below: str, by: int, field: str) -> None:
    (row,) = await run(tx, f"SELECT max(depth) AS deepest FROM category WHERE id IN ({below})")  # noqa: S608 - numbers
    if row["deepest"] + by > DEEPEST:
        message = f"something would stand {row['deepest'] + by} deep there; at most {DEEPEST} is possible"
        raise ValidationFailed(FieldProblem(field, message))


def _siblings(parent_id: int | None) -> str:
    return "parent_id IS NULL" if parent_id is None else f"parent_id={parent_id}"
