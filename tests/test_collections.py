"""Collections: making and changing them, and placing items by hand."""

from __future__ import annotations

import random

import pytest

from cms import collections, trash
from cms.collections import CollectionFields, Placement
from cms.db import Database
from cms.errors import Forbidden, NotFound, ValidationFailed, VersionConflict
from cms.models import Collection, CollectionItem, Draft, Event
from cms.permissions import Permission, Viewer
from cms.words import CollectionTail
from tests.content import EDITOR, make_article, make_collection, make_draft, make_reference

pytestmark = pytest.mark.anyio

WRITER = Viewer("w", frozenset({Permission.WRITE}))


async def placed(collection_id: int) -> list[tuple[int | None, int | None]]:
    """The target and the reference of each item, in order; their positions have no gaps."""
    rows = await CollectionItem.filter(collection_id=collection_id).order_by("position")
    assert [row.position for row in rows] == list(range(len(rows)))
    return [(row.target_id, row.reference_id) for row in rows]


async def test_a_collection_is_made_changed_and_deleted(database: Database) -> None:
    fields = CollectionFields(slug="front-page", title="头版", tail=CollectionTail.NEWEST)
    made = await collections.create_collection(EDITOR, fields)
    changed = await collections.update_collection(
        EDITOR, made.id, CollectionFields(title="首页", tail=CollectionTail.HOT, description="x"), expected_version=1
    )
    row = await Collection.get(id=made.id)
    await collections.delete_collection(EDITOR, made.id, expected_version=2)

    assert (row.slug, row.title, row.tail, row.description) == ("front-page", "首页", "HOT", "x")
    assert row.version == changed.version == 2
    assert await Collection.all().count() == 0
    types = [event.type for event in await Event.all().order_by("sequence")]
    assert types == ["collection.created", "collection.updated", "collection.deleted"]


async def test_everything_wrong_with_a_collection_is_told_at_once(database: Database) -> None:
    there = await make_collection("hot")

    with pytest.raises(ValidationFailed) as missing:
        await collections.create_collection(EDITOR, CollectionFields())
    with pytest.raises(ValidationFailed) as taken:
        await collections.create_collection(EDITOR, CollectionFields(slug="hot", title="x" * 201))

    assert [problem.path for problem in missing.value.problems] == ["slug", "title"]
    assert sorted(problem.path for problem in taken.value.problems) == ["slug", "title"]
    assert f"col_{there.id} has it already" in str(taken.value)


async def test_the_whole_list_is_replaced_and_the_version_grows(database: Database) -> None:
    articles = [await make_article() for _ in range(3)]
    hidden, reference = await make_draft(), await make_reference()
    collection = await make_collection(items=articles)
    wanted = [Placement(target_id=hidden.id), Placement(reference_id=reference.id), Placement(articles[2].id)]

    changed = await collections.set_items(EDITOR, collection.id, wanted, expected_version=1)
    emptied = await collections.set_items(EDITOR, collection.id, [], expected_version=2)

    assert (changed.version, emptied.version) == (2, 3)
    assert await placed(collection.id) == []
    event = await Event.filter(type="collection.changed").first()
    assert event is not None
    assert event.tags == [f"collection:{collection.id}"]


async def test_each_item_that_cannot_be_placed_is_named(database: Database) -> None:
    article, reference = await make_article(), await make_reference()
    collection = await make_collection(items=[article])
    wrong = [Placement(article.id), Placement(999), Placement(reference_id=999), Placement(article.id), Placement()]

    with pytest.raises(ValidationFailed) as refusal:
        await collections.set_items(EDITOR, collection.id, wrong, expected_version=1)
    with pytest.raises(ValidationFailed, match="too many"):
        await collections.set_items(
            EDITOR, collection.id, [Placement(reference_id=reference.id)] * 1001, expected_version=1
        )

    assert [problem.path for problem in refusal.value.problems] == ["itemIds.1", "itemIds.2", "itemIds.3", "itemIds.4"]
    assert await placed(collection.id) == [(article.id, None)]
    assert (await Collection.get(id=collection.id)).version == 1


async def test_items_are_pinned_moved_and_taken_out(database: Database) -> None:
    a, b, c = [await make_article() for _ in range(3)]
    collection = await make_collection(items=[a, b])
    number, one = collection.id, Placement(target_id=c.id)

    await collections.pin(EDITOR, number, one, position=1, expected_version=1)
    assert await placed(number) == [(a.id, None), (c.id, None), (b.id, None)]
    await collections.move_item(EDITOR, number, one, position=99, expected_version=2)
    assert await placed(number) == [(a.id, None), (b.id, None), (c.id, None)]
    await collections.move_item(EDITOR, number, one, position=0, expected_version=3)
    assert await placed(number) == [(c.id, None), (a.id, None), (b.id, None)]
    await collections.unpin(EDITOR, number, Placement(target_id=a.id), expected_version=4)
    assert await placed(number) == [(c.id, None), (b.id, None)]


async def test_what_is_placed_or_not_placed_is_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = await make_article(), await make_article()
    collection = await make_collection(items=[a])
    number = collection.id

    with pytest.raises(ValidationFailed, match="placed already"):
        await collections.pin(EDITOR, number, Placement(a.id), expected_version=1)
    with pytest.raises(ValidationFailed, match="not placed"):
        await collections.unpin(EDITOR, number, Placement(b.id), expected_version=1)
    with pytest.raises(ValidationFailed, match="not placed"):
        await collections.move_item(EDITOR, number, Placement(b.id), position=0, expected_version=1)
    with pytest.raises(ValidationFailed, match="no such article"):
        await collections.pin(EDITOR, number, Placement(999), expected_version=1)
    monkeypatch.setattr(collections, "MOST_ITEMS", 1)
    with pytest.raises(ValidationFailed, match="take one out"):
        await collections.pin(EDITOR, number, Placement(b.id), expected_version=1)

    assert await placed(number) == [(a.id, None)]


async def test_gaps_left_by_deleted_articles_do_not_shift_a_pin(database: Database) -> None:
    a, b, c, d = [await make_draft() for _ in range(4)]
    collection = await make_collection(items=[a, b, c])
    await Draft.filter(id=a.id).delete()

    await collections.pin(EDITOR, collection.id, Placement(d.id), position=1, expected_version=1)

    assert await placed(collection.id) == [(b.id, None), (d.id, None), (c.id, None)]


async def test_a_stale_version_places_nothing(database: Database) -> None:
    a, b = await make_article(), await make_article()
    collection = await make_collection(items=[a])
    await collections.pin(EDITOR, collection.id, Placement(b.id), position=0, expected_version=1)
    number, stale = collection.id, {"expected_version": 1}

    for refused in (
        collections.set_items(EDITOR, number, [], **stale),
        collections.pin(EDITOR, number, Placement(a.id), **stale),
        collections.move_item(EDITOR, number, Placement(a.id), position=0, **stale),
        collections.unpin(EDITOR, number, Placement(a.id), **stale),
        collections.update_collection(EDITOR, number, CollectionFields(title="x"), **stale),
        collections.delete_collection(EDITOR, number, **stale),
    ):
        with pytest.raises(VersionConflict):
            await refused

    assert await placed(number) == [(b.id, None), (a.id, None)]


async def test_imports_move_the_version_on(database: Database) -> None:
    article = await make_article()

    await collections.place(EDITOR, "hot", [], title="热", tail=CollectionTail.NONE)
    collection = await collections.append_article(EDITOR, "hot", article.id)

    assert (await Collection.get(id=collection.id)).version == collection.version == 3


@pytest.mark.parametrize("seed", range(2))
async def test_any_sequence_of_pins_keeps_the_order_a_list_would_have(database: Database, seed: int) -> None:
    random_ = random.Random(seed)
    drafts = [(await make_draft()).id for _ in range(6)]
    collection = await make_collection()
    model: list[int] = []
    for _ in range(25):
        draft, position = random_.choice(drafts), random_.randrange(8)
        version = {"expected_version": (await Collection.get(id=collection.id)).version}
        if draft not in model:
            await collections.pin(EDITOR, collection.id, Placement(draft), position=position, **version)
            model.insert(position, draft)
        elif random_.random() < 0.5:
            await collections.move_item(EDITOR, collection.id, Placement(draft), position=position, **version)
            model.remove(draft)
            model.insert(position, draft)
        else:
            await collections.unpin(EDITOR, collection.id, Placement(draft), **version)
            model.remove(draft)

        assert [target for target, _reference in await placed(collection.id)] == model


async def test_only_editors_change_collections(database: Database) -> None:
    collection = await make_collection()

    with pytest.raises(Forbidden):
        await collections.create_collection(WRITER, CollectionFields(slug="x", title="x"))
    with pytest.raises(Forbidden):
        await collections.set_items(WRITER, collection.id, [], expected_version=1)
    with pytest.raises(NotFound):
        await collections.set_items(EDITOR, 999, [], expected_version=1)


async def test_setting_the_items_that_are_there_changes_nothing(database: Database) -> None:
    article = await make_article()
    made = await collections.create_collection(EDITOR, CollectionFields("front", "头版"))
    placed = [Placement(target_id=article.id)]
    await collections.set_items(EDITOR, made.id, placed, expected_version=1)

    same = await collections.set_items(EDITOR, made.id, placed, expected_version=2)

    assert same.version == 2
    assert await Event.filter(type="collection.changed").count() == 1


async def test_a_deleted_article_moves_the_collection_on_that_loses_it(database: Database) -> None:
    draft = await make_draft()
    made = await collections.create_collection(EDITOR, CollectionFields("front", "头版"))
    await collections.set_items(EDITOR, made.id, [Placement(target_id=draft.id)], expected_version=1)
    await trash.trash(EDITOR, draft.id, expected_version=1)

    await trash.delete(EDITOR, draft.id, expected_version=2)

    assert (await Collection.get(id=made.id)).version == 3


async def test_an_import_that_makes_a_collection_tells_of_it(database: Database) -> None:
    await collections.place(EDITOR, "hot", [], title="热门", tail=CollectionTail.HOT)

    assert await Event.exists(type="collection.created")
