"""What sources, authors and tags have in common: they are known by a name, may change it, and may be merged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from tortoise.backends.base.client import TransactionalDBClient

from cms import completion, events, inputs, places, redirects, text, usage
from cms.db import writing
from cms.db.sql import run
from cms.errors import FieldProblem, ValidationFailed
from cms.ids import shown_id
from cms.inputs import Input, check_version
from cms.models import Author, Source, Tag
from cms.names import free_slug
from cms.ordering import close_gaps
from cms.permissions import Permission, Viewer
from cms.search import index
from cms.standing import confirm
from cms.words import CompletionKind, RedirectKind

Named = TypeVar("Named", Source, Author, Tag)


@dataclass(frozen=True)
class Affected:
    """The public articles that a change touched: how many, and the ids of the first, one more than are told apart."""

    count: int
    ids: tuple[int, ...]

    def cache_tags(self) -> list[str]:
        """The tags of everything cached that shows one of them."""
        return [*places.article_tags(self.ids), "list:articles"] if self.count else []


Rewrite = Callable[[TransactionalDBClient, int, int], Awaitable[Affected]]


async def find_or_create(
    viewer: Viewer, model: type[Named], name: str, match: dict[str, Any], columns: dict[str, Any]
) -> Named:
    """The row with that name (folded: full-width and case do not matter) and `match`; the first of several.

    A name that was merged into another finds that one. A new row gets `match` and `columns` too, and leaves the event
    `source.created`, `author.created` or `tag.created`.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: the name cannot be one.
    """
    viewer.require(Permission.EDIT)
    given = inputs.read(model, {"name": name} | match)
    given.check()
    key = given.values["key"]
    async with writing() as tx:
        await confirm(tx, viewer)
        found = await model.filter(key=key, **match).using_db(tx).order_by("id").first()
        if found is not None:
            return found
        survivor = await redirects.known_as(tx, _kind(model), key)
        if survivor is not None:
            return await model.get(id=survivor, using_db=tx)
        return await _insert(tx, viewer, model, given.values | match | columns)


async def create(viewer: Viewer, model: type[Named], given: Mapping[str, object]) -> Named:
    """A new row of what was given; the slug is made from the name unless one is given.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: naming every problem, and the id of what has the name or the slug already.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        wanted = inputs.read(model, given, required=("name",))
        await _refuse_taken(tx, model, wanted)
        wanted.check()
        return await _insert(tx, viewer, model, wanted.values)


async def update(
    viewer: Viewer, model: type[Named], row_id: int, given: Mapping[str, object], *, expected_version: int
) -> Named:
    """Change what is given of a row. A slug that it gives up leads to it.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such row.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem, and the id of what has the name or the slug already.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        row = await _claim(tx, model, row_id, expected_version)
        wanted = inputs.read(model, given, row=row)
        await _refuse_taken(tx, model, wanted, row_id)
        wanted.check()
        if not wanted.values:
            return row
        if (slug := wanted.values.get("slug", row.slug)) != row.slug:
            await redirects.leave(tx, _kind(model), row.slug, row.id)
        former, changes = row.name, wanted.values | {"version": row.version + 1}
        await model.filter(id=row.id).using_db(tx).update(**changes)
        row.update_from_dict(changes)
        if {"name", "kind"} & changes.keys():
            await _put(tx, row)
        if row.name != former:
            await index.renamed(tx, former)
        affected = await _showing(tx, model, row.id)
        facts: dict[str, Any] = {"name": row.name, "slug": slug}
        await _record(tx, viewer, model, "updated", row.id, affected, changed=wanted.changed, **facts)
        return row


async def delete(
    viewer: Viewer,
    model: type[Named],
    row_id: int,
    *,
    expected_version: int,
    counted: Callable[[TransactionalDBClient], Awaitable[Mapping[str, int]]],
) -> None:
    """Delete what nothing uses; `counted` tells how much uses it.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such row.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: it is used; the message tells how often.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        row = await _claim(tx, model, row_id, expected_version)
        word = _word(model)
        usage.refuse_used(word, f"merge it into another {word} instead", **await counted(tx))
        await redirects.forget(tx, _kind(model), row.id)
        await model.filter(id=row.id).using_db(tx).delete()
        await completion.drop(tx, CompletionKind(_kind(model)), row.id)
        await index.renamed(tx, row.name)
        await _record(tx, viewer, model, "deleted", row.id, Affected(0, ()), name=row.name, slug=row.slug)


async def merge(
    viewer: Viewer, model: type[Named], row_id: int, into_id: int, versions: tuple[int, int], rewrite: Rewrite
) -> Named:
    """Make two rows one: everything that shows the first shows the second then; the first is gone and leads there.

    Revisions are not rewritten: whoever reads links out of one follows redirects (cms/links.py).

    Args:
        viewer: on whose behalf.
        model: what they are.
        row_id: what goes.
        into_id: what stays.
        versions: the versions of both, in this order.
        rewrite: moves what shows the first over to the second.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: one of them is not there.
        VersionConflict: one of them was changed since.
        ValidationFailed: they are one and the same.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        row = await _claim(tx, model, row_id, versions[0])
        into = await _claim(tx, model, into_id, versions[1])
        if row.id == into.id:
            raise ValidationFailed(FieldProblem("intoId", f"choose another {_word(model)} than the one that goes"))
        affected = await rewrite(tx, row.id, into.id)
        slug, key = row.slug, row.key
        await model.filter(id=row.id).using_db(tx).delete()
        await completion.drop(tx, CompletionKind(_kind(model)), row.id)
        await redirects.leave(tx, _kind(model), slug, into.id, former_id=row.id, former_key=key)
        await index.renamed(tx, row.name)
        tags = [f"{_word(model)}:{row.id}"]
        facts: dict[str, Any] = {"from_id": row.id, "from_name": row.name, "to_id": into.id, "to_name": into.name}
        facts |= {"article_count": affected.count}
        await _record(tx, viewer, model, "merged", into.id, affected, tags=tags, **facts)
        return into


async def merge_links(
    tx: TransactionalDBClient, table: str, column: str, alike: str, row_id: int, into_id: int
) -> Affected:
    """Move the rows of an ordered link table from one thing to another.

    Where an article has both, the one further behind is dropped and what follows moves up.

    Args:
        tx: the change's transaction.
        table: the link table, which has an article and a position.
        column: its column that names the thing.
        alike: a condition over `a` and `b` under which two links of one article cannot both name the same thing.
        row_id: the thing that goes.
        into_id: the thing that stays.
    """
    both = f"{column} IN ({row_id},{into_id})"
    affected = await showing(tx, f"{table} WHERE {column}={row_id}", "article_id")
    dropped = await run(
        tx,
        f"DELETE FROM {table} WHERE id IN (SELECT b.id FROM {table} a JOIN {table} b ON b.article_id=a.article_id"  # noqa: S608 - our own names
        f" AND a.position<b.position AND {alike} WHERE a.{both} AND b.{both}) RETURNING article_id",
    )
    await run(tx, f"UPDATE {table} SET {column}={into_id} WHERE {column}={row_id}")  # noqa: S608 - our own names
    await _merge_noted(tx, column, row_id, into_id)
    if dropped:
        await close_gaps(tx, table, "article_id", sorted({row["article_id"] for row in dropped}))
    return affected


async def _merge_noted(tx: TransactionalDBClient, column: str, row_id: int, into_id: int) -> None:
    """Let drafts that name the first be found by the second (DraftAuthor, DraftTag)."""
    table = f"draft_{column.removesuffix('_id')}"
    await run(
        tx,
        f"UPDATE {table} SET {column}={into_id} WHERE {column}={row_id}"  # noqa: S608 - our own names
        f" AND draft_id NOT IN (SELECT draft_id FROM {table} WHERE {column}={into_id})",
    )


async def showing(tx: TransactionalDBClient, rows: str, column: str) -> Affected:
    """The articles that stand in a column of some rows (a FROM clause of ours)."""
    (counted,) = await run(tx, f"SELECT count(DISTINCT {column}) AS n FROM {rows}")  # noqa: S608 - our own names
    first = await run(tx, f"SELECT DISTINCT {column} AS id FROM {rows} ORDER BY 1 LIMIT {places.LISTED_ARTICLES + 1}")  # noqa: S608 - our own names
    return Affected(counted["n"], tuple(row["id"] for row in first))


async def _insert(tx: TransactionalDBClient, viewer: Viewer, model: type[Named], values: dict[str, Any]) -> Named:
    if "slug" not in values:
        is_person = inputs.is_person(model, values)
        wished = text.name_slug(values["name"], fallback=_word(model), is_person=is_person)
        values["slug"] = await free_slug(tx, model, wished)
    made = await model.create(using_db=tx, **values)
    await _put(tx, made)
    await _record(tx, viewer, model, "created", made.id, Affected(0, ()), name=made.name)
    return made


async def _put(tx: TransactionalDBClient, row: Source | Author | Tag) -> None:
    kind = CompletionKind(_kind(type(row)))
    await completion.put(tx, kind, row.id, row.name, is_person=completion.is_person(row))


async def _claim(tx: TransactionalDBClient, model: type[Named], row_id: int, expected_version: int) -> Named:
    row = await model.get_or_none(id=row_id, using_db=tx)
    if row is None:
        raise inputs.missing(_word(model), row_id)
    check_version(row, expected_version)
    return row


async def _refuse_taken(tx: TransactionalDBClient, model: type[Named], wanted: Input, row_id: int = 0) -> None:
    """Note a name or a slug that another row has; authors may share a name."""
    columns = {"slug": "slug"} if model is Author else {"slug": "slug", "key": "name"}
    for column, path in columns.items():
        if column in wanted.values:
            others = model.filter(**{column: wanted.values[column]}).exclude(id=row_id).using_db(tx)
            if other := await others.first():
                wanted.refuse(path, f"{shown_id(_word(model), other.id)} has it already: {other.name}")


async def _showing(tx: TransactionalDBClient, model: type[Named], row_id: int) -> Affected:
    rows = {
        "source": (f"article WHERE source_id={row_id}", "id"),
        "author": (f"credit WHERE author_id={row_id}", "article_id"),
        "tag": (f"article_tag WHERE tag_id={row_id}", "article_id"),
    }
    return await showing(tx, *rows[_word(model)])


async def _record(
    tx: TransactionalDBClient,
    viewer: Viewer,
    model: type[Named],
    act: str,
    row_id: int,
    affected: Affected,
    *,
    tags: Sequence[str] = (),
    changed: Sequence[str] = (),
    **payload: Any,
) -> None:
    word = _word(model)
    all_tags = [f"{word}:{row_id}", *tags, *affected.cache_tags()]
    now = datetime.now(UTC)
    # What no public article shows, readers may not know of.
    is_public = affected.count > 0 if act in {"updated", "merged"} else None
    facts = payload | {"tags": all_tags, "changed": changed, "is_public": is_public}
    await events.record(tx, viewer, f"{word}.{act}", (word, row_id), at=now, **facts)


def _word(model: type[Source | Author | Tag]) -> str:
    """What the rows are called in events, ids and messages."""
    return model.__name__.lower()


def _kind(model: type[Source | Author | Tag]) -> RedirectKind:
    return RedirectKind(model.__name__.upper())
