"""Lists placed by hand, with a computed tail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, inputs
from cms.db import writing
from cms.errors import FieldProblem, ValidationFailed
from cms.ids import shown_id
from cms.inputs import Input, check_version
from cms.models import Collection, CollectionItem, Draft, Reference
from cms.ordering import close_gaps, open_gap
from cms.permissions import Permission, Viewer
from cms.standing import confirm
from cms.words import CollectionTail

MOST_ITEMS = 1000


@dataclass(frozen=True)
class Placement:
    """One item placed by hand: an article here (`target_id`, its draft's id) or a reference; exactly one is set."""

    target_id: int | None = None
    reference_id: int | None = None


@dataclass(frozen=True)
class CollectionFields:
    """What an editor says of a collection. None leaves a field as it is, of a new collection as it begins."""

    slug: str | None = None
    title: str | None = None
    description: str | None = None
    tail: CollectionTail | None = None


async def create_collection(viewer: Viewer, fields: CollectionFields) -> Collection:
    """Make an empty collection. It needs a slug and a title.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: naming every problem, and the id of the collection that has the slug already.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        wanted = inputs.read(Collection, vars(fields), required=("slug", "title"))
        await _refuse_taken(tx, wanted)
        wanted.check()
        collection = await Collection.create(using_db=tx, **wanted.values)
        await _record(tx, viewer, "created", collection)
    return collection


async def update_collection(
    viewer: Viewer, collection_id: int, fields: CollectionFields, *, expected_version: int
) -> Collection:
    """Change what is given of a collection. Its former slug leads nowhere.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such collection.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem, and the id of the collection that has the slug already.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        collection = await _claim(tx, viewer, collection_id, expected_version)
        wanted = inputs.read(Collection, vars(fields), row=collection)
        await _refuse_taken(tx, wanted, collection.id)
        wanted.check()
        if wanted.values:
            await _advance(tx, collection, **wanted.values)
            await _record(tx, viewer, "updated", collection, wanted.changed)
    return collection


async def delete_collection(viewer: Viewer, collection_id: int, *, expected_version: int) -> None:
    """Delete a collection. What was placed in it stays what it is.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such collection.
        VersionConflict: it was changed since `expected_version`.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        collection = await _claim(tx, viewer, collection_id, expected_version)
        await Collection.filter(id=collection.id).using_db(tx).delete()
        await _record(tx, viewer, "deleted", collection)


async def set_items(
    viewer: Viewer, collection_id: int, placements: Sequence[Placement], *, expected_version: int
) -> Collection:
    """Put these items, in order, in the place of everything in the collection; at most MOST_ITEMS.

    An article need not be public: it shows as soon as it is.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such collection.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every item that is not there, or comes twice.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        collection = await _claim(tx, viewer, collection_id, expected_version)
        await _check_items(tx, placements)
        if await _placed(tx, collection) != list(placements):
            await _replace(tx, collection, placements)
            await _changed(tx, viewer, collection)
    return collection


async def pin(
    viewer: Viewer, collection_id: int, placement: Placement, *, position: int = 0, expected_version: int
) -> Collection:
    """Place one more item at a position, counted from 0; one too far is the end. What stands there moves down.

    An article need not be public: it shows as soon as it is.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such collection.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: the item is not there, or is placed already, or the collection is full.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        collection = await _claim(tx, viewer, collection_id, expected_version)
        await _check_items(tx, [placement], path="itemId")
        placed = CollectionItem.filter(collection_id=collection.id).using_db(tx)
        if await placed.filter(**vars(placement)).exists():
            raise ValidationFailed(FieldProblem("itemId", "this is placed already; move it instead"))
        if await placed.count() >= MOST_ITEMS:
            raise ValidationFailed(FieldProblem("itemId", f"{MOST_ITEMS:,} items are placed; take one out first"))
        await _put(tx, collection, placement, position)
        await _changed(tx, viewer, collection)
    return collection


async def move_item(
    viewer: Viewer, collection_id: int, placement: Placement, *, position: int, expected_version: int
) -> Collection:
    """Move a placed item to a position, counted from 0 without it; one too far is the end.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such collection.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: the item is not placed in it.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        collection = await _claim(tx, viewer, collection_id, expected_version)
        await _take_out(tx, collection, placement)
        await _put(tx, collection, placement, position)
        await _changed(tx, viewer, collection)
    return collection


async def unpin(viewer: Viewer, collection_id: int, placement: Placement, *, expected_version: int) -> Collection:
    """Take a placed item out of a collection.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such collection.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: the item is not placed in it.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        collection = await _claim(tx, viewer, collection_id, expected_version)
        await _take_out(tx, collection, placement)
        await close_gaps(tx, "collection_item", "collection_id", [collection.id])
        await _changed(tx, viewer, collection)
    return collection


async def place(
    viewer: Viewer, slug: str, placements: Sequence[Placement], *, title: str, tail: CollectionTail
) -> Collection:
    """Put these items, in order, in the place of everything in the collection; it is made if it is not there.

    For imports, which know a collection by its slug and no version. `title` and `tail` are those of a new collection;
    one that exists keeps its own.

    Raises:
        Forbidden: the viewer may not edit.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        collection = await _ensure(tx, viewer, slug, title, tail)
        await _replace(tx, collection, placements)
        await _changed(tx, viewer, collection)
    return collection


async def append_article(viewer: Viewer, slug: str, draft_id: int) -> Collection:
    """Put an article at the end of what is placed in the collection; it is made if it is not there.

    Raises:
        Forbidden: the viewer may not edit.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        collection = await _ensure(tx, viewer, slug, slug, CollectionTail.NONE)
        placed = CollectionItem.filter(collection_id=collection.id).using_db(tx)
        if not await placed.filter(target_id=draft_id).exists():
            last = await placed.order_by("-position").first()
            position = last.position + 1 if last else 0
            await CollectionItem.create(using_db=tx, collection_id=collection.id, position=position, target_id=draft_id)
            await _changed(tx, viewer, collection)
    return collection


async def _ensure(tx: TransactionalDBClient, viewer: Viewer, slug: str, title: str, tail: CollectionTail) -> Collection:
    collection = await Collection.get_or_none(slug=slug, using_db=tx)
    if collection is None:
        collection = await Collection.create(using_db=tx, slug=slug, title=title, tail=tail)
        await _record(tx, viewer, "created", collection)
    return collection


async def _claim(tx: TransactionalDBClient, viewer: Viewer, collection_id: int, expected_version: int) -> Collection:
    await confirm(tx, viewer)
    collection = await Collection.get_or_none(id=collection_id, using_db=tx)
    if collection is None:
        raise inputs.missing("collection", collection_id)
    check_version(collection, expected_version)
    return collection


async def _refuse_taken(tx: TransactionalDBClient, wanted: Input, collection_id: int = 0) -> None:
    if "slug" in wanted.values:
        others = Collection.filter(slug=wanted.values["slug"]).exclude(id=collection_id).using_db(tx)
        if other := await others.first():
            wanted.refuse("slug", f"{shown_id('collection', other.id)} has it already: {other.title}")


async def _check_items(tx: TransactionalDBClient, placements: Sequence[Placement], *, path: str = "") -> None:
    """Refuse items that are not there or come twice; `path` is what a single one is called."""
    if len(placements) > MOST_ITEMS:
        raise ValidationFailed(
            FieldProblem("itemIds", f"{len(placements):,} items are too many; at most {MOST_ITEMS:,}")
        )
    targets = {one.target_id for one in placements if one.target_id is not None}
    references = {one.reference_id for one in placements if one.reference_id is not None}
    drafts = {row["id"] for row in await Draft.filter(id__in=targets).using_db(tx).values("id")}
    known = {row["id"] for row in await Reference.filter(id__in=references).using_db(tx).values("id")}
    problems = []
    seen: set[Placement] = set()
    for number, one in enumerate(placements):
        where = path or f"itemIds.{number}"
        if one.target_id not in drafts and one.reference_id not in known:
            what = "article" if one.target_id is not None else "reference"
            problems.append(FieldProblem(where, f"there is no such {what}"))
        elif one in seen:
            problems.append(FieldProblem(where, "this is placed further ahead already"))
        seen.add(one)
    if problems:
        raise ValidationFailed(*problems)


async def _placed(tx: TransactionalDBClient, collection: Collection) -> list[Placement]:
    """What is placed in a collection, in order."""
    items = CollectionItem.filter(collection_id=collection.id).using_db(tx).order_by("position")
    return [Placement(item.target_id, item.reference_id) for item in await items]


async def _replace(tx: TransactionalDBClient, collection: Collection, placements: Sequence[Placement]) -> None:
    await CollectionItem.filter(collection_id=collection.id).using_db(tx).delete()
    items = [
        CollectionItem(collection_id=collection.id, position=position, **vars(placement))
        for position, placement in enumerate(placements)
    ]
    await CollectionItem.bulk_create(items, using_db=tx)


async def _put(tx: TransactionalDBClient, collection: Collection, placement: Placement, position: int) -> None:
    await close_gaps(tx, "collection_item", "collection_id", [collection.id])
    count = await CollectionItem.filter(collection_id=collection.id).using_db(tx).count()
    position = min(max(position, 0), count)
    await open_gap(tx, "collection_item", "collection_id", collection.id, position)
    await CollectionItem.create(using_db=tx, collection_id=collection.id, position=position, **vars(placement))


async def _take_out(tx: TransactionalDBClient, collection: Collection, placement: Placement) -> None:
    placed = CollectionItem.filter(collection_id=collection.id, **vars(placement)).using_db(tx)
    if not await placed.delete():
        raise ValidationFailed(FieldProblem("itemId", "this is not placed in the collection"))


async def _advance(tx: TransactionalDBClient, collection: Collection, **values: Any) -> None:
    values |= {"version": collection.version + 1}
    await Collection.filter(id=collection.id).using_db(tx).update(**values)
    collection.update_from_dict(values)


async def _changed(tx: TransactionalDBClient, viewer: Viewer, collection: Collection) -> None:
    """Move a collection on to its next version because its items changed."""
    await _advance(tx, collection)
    await _record(tx, viewer, "changed", collection)


async def _record(
    tx: TransactionalDBClient, viewer: Viewer, act: str, collection: Collection, changed: Sequence[str] = ()
) -> None:
    tags = [f"collection:{collection.id}"] + ([] if act == "changed" else ["list:collections"])
    await events.record(
        tx,
        viewer,
        f"collection.{act}",
        ("collection", collection.id),
        at=datetime.now(UTC),
        tags=tags,
        changed=changed,
        slug=collection.slug,
    )
