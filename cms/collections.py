"""Lists placed by hand, with a computed tail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tortoise.backends.base.client import TransactionalDBClient

from cms import events
from cms.db import writing
from cms.models import Collection, CollectionItem
from cms.permissions import Permission, Viewer
from cms.words import CollectionTail


@dataclass(frozen=True)
class Placement:
    """One item placed by hand: an article here (`target_id`, its draft's id) or a reference; exactly one is set."""

    target_id: int | None = None
    reference_id: int | None = None


async def place(
    viewer: Viewer, slug: str, placements: Sequence[Placement], *, title: str, tail: CollectionTail
) -> Collection:
    """Put these items, in order, in the place of everything in the collection; it is made if it is not there.

    `title` and `tail` are those of a new collection; one that exists keeps its own.

    Raises:
        Forbidden: the viewer may not edit.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        collection = await _ensure(tx, slug, title, tail)
        await CollectionItem.filter(collection_id=collection.id).using_db(tx).delete()
        items = [
            CollectionItem(
                collection_id=collection.id,
                position=position,
                target_id=placement.target_id,
                reference_id=placement.reference_id,
            )
            for position, placement in enumerate(placements)
        ]
        await CollectionItem.bulk_create(items, using_db=tx)
        await _changed(tx, viewer, collection)
    return collection


async def append_article(viewer: Viewer, slug: str, draft_id: int) -> Collection:
    """Put an article at the end of what is placed in the collection; it is made if it is not there.

    Raises:
        Forbidden: the viewer may not edit.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        collection = await _ensure(tx, slug, slug, CollectionTail.NONE)
        placed = CollectionItem.filter(collection_id=collection.id).using_db(tx)
        if not await placed.filter(target_id=draft_id).exists():
            last = await placed.order_by("-position").first()
            position = last.position + 1 if last else 0
            await CollectionItem.create(using_db=tx, collection_id=collection.id, position=position, target_id=draft_id)
            await _changed(tx, viewer, collection)
    return collection


async def _ensure(tx: TransactionalDBClient, slug: str, title: str, tail: CollectionTail) -> Collection:
    found = await Collection.get_or_none(slug=slug, using_db=tx)
    return found or await Collection.create(using_db=tx, slug=slug, title=title, tail=tail)


async def _changed(tx: TransactionalDBClient, viewer: Viewer, collection: Collection) -> None:
    subject = ("collection", collection.id)
    tags = [f"collection:{collection.id}"]
    await events.record(
        tx, viewer, "collection.changed", subject, at=datetime.now(UTC), tags=tags, slug=collection.slug
    )
