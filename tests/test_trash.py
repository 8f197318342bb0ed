"""The trash: out of sight, back again, and gone for ever."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cms import editing, publishing, scheduling, trash
from cms.db import Database
from cms.edits import Edits
from cms.errors import Forbidden, InvalidTransition, NotFound, VersionConflict
from cms.models import Article, CollectionItem, Draft, Event, Reference, Relation, Revision, Schedule, Tombstone
from cms.snapshots import Content, RelationLink
from cms.words import DraftStatus, Role, ScheduleAct
from tests.content import EDITOR, make_collection, make_draft, make_reference
from tests.desk import MORNING, at, event_types, make_viewer, refused

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def _morning() -> Any:
    with at(MORNING):
        yield


async def make_public(**content: Any) -> Draft:
    draft = await make_draft(**content)
    await publishing.publish(EDITOR, draft.id, expected_version=1)
    return await Draft.get(id=draft.id)


async def make_trashed(draft: Draft) -> Draft:
    return await trash.trash(EDITOR, draft.id, expected_version=draft.version)


async def test_what_is_trashed_is_not_public_any_more_and_has_no_plans(database: Database) -> None:
    draft = await make_public()
    await scheduling.schedule(EDITOR, draft.id, ScheduleAct.UNPUBLISH, MORNING + timedelta(hours=1), expected_version=2)

    trashed = await trash.trash(EDITOR, draft.id, expected_version=3)

    event = await Event.get(type="article.unpublished")
    last = await Event.all().order_by("-sequence").first()
    assert last is not None
    assert (trashed.status, trashed.trashed_at, trashed.version) == (DraftStatus.TRASHED, MORNING, 4)
    assert not await Article.exists(id=draft.id)
    assert (await Schedule.get(draft_id=draft.id)).state == "CANCELLED"
    assert (event.audience, event.payload, event.language) == ("PUBLIC", {}, "zh-Hans")
    assert (last.type, last.audience) == ("draft.trashed", "DESK")
    assert f"article:{draft.id}" in event.tags


async def test_a_draft_that_was_not_public_leaves_an_event_of_its_own(database: Database) -> None:
    draft = await make_trashed(await make_draft())

    assert await event_types(draft.id) == ["draft.created", "draft.trashed"]


async def test_only_who_may_publish_trashes_what_is_public(database: Database) -> None:
    editor = await make_viewer(Role.EDITOR)
    public, draft = await make_public(), await make_draft()

    async with refused(Forbidden, "PUBLISH"):
        await trash.trash(editor, public.id, expected_version=2)
    await trash.trash(editor, draft.id, expected_version=1)


async def test_contributors_trash_and_restore_their_own_drafts_only(database: Database) -> None:
    contributor = await make_viewer(Role.CONTRIBUTOR)
    own = await editing.create_draft(contributor, Content(title="自己的", html="<p>x</p>"))
    foreign = await make_draft()

    async with refused(NotFound):
        await trash.trash(contributor, foreign.id, expected_version=1)
    await trash.trash(contributor, own.id, expected_version=1)
    restored = await trash.restore(contributor, own.id, expected_version=2)

    assert restored.status == DraftStatus.DRAFT


@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR, Role.EDITOR, Role.PUBLISHER])
async def test_only_administrators_delete_for_ever(database: Database, role: Role) -> None:
    viewer = await make_viewer(role)
    draft = await make_trashed(await make_draft())

    async with refused(Forbidden, "DELETE"):
        await trash.delete(viewer, draft.id, expected_version=2)


async def test_nothing_is_done_to_what_is_in_the_trash_but_restoring_and_deleting(database: Database) -> None:
    draft = await make_trashed(await make_draft())

    async with refused(InvalidTransition):
        await trash.trash(EDITOR, draft.id, expected_version=2)
    async with refused(InvalidTransition):
        await editing.update_draft(EDITOR, draft.id, Edits(values={"title": "新"}), expected_version=2)
    async with refused(InvalidTransition):
        await publishing.publish(EDITOR, draft.id, expected_version=2)


async def test_what_is_not_in_the_trash_is_neither_restored_nor_deleted(database: Database) -> None:
    draft = await make_draft()

    async with refused(InvalidTransition):
        await trash.restore(EDITOR, draft.id, expected_version=1)
    async with refused(InvalidTransition):
        await trash.delete(EDITOR, draft.id, expected_version=1)


async def test_a_stale_view_trashes_restores_and_deletes_nothing(database: Database) -> None:
    draft = await make_draft()
    async with refused(VersionConflict):
        await trash.trash(EDITOR, draft.id, expected_version=2)
    await make_trashed(draft)

    async with refused(VersionConflict):
        await trash.restore(EDITOR, draft.id, expected_version=1)
    async with refused(VersionConflict):
        await trash.delete(EDITOR, draft.id, expected_version=1)


async def test_what_comes_back_is_not_public_and_stands_where_it_stood(database: Database) -> None:
    never, once, taken = await make_draft(), await make_public(), await make_public()
    taken = await publishing.take_down(EDITOR, taken.id, "侵权", expected_version=2)

    restored = []
    for draft in (never, once, taken):
        trashed = await make_trashed(draft)
        restored.append(await trash.restore(EDITOR, draft.id, expected_version=trashed.version))

    assert [draft.status for draft in restored] == ["DRAFT", "UNPUBLISHED", "TAKEN_DOWN"]
    assert all(draft.trashed_at is None for draft in restored)
    assert await Article.all().count() == 0
    assert (await event_types(once.id))[-2:] == ["draft.trashed", "draft.restored"]


async def test_deleting_leaves_no_trace_of_what_never_was_public(database: Database) -> None:
    draft = await make_trashed(await make_draft())

    await trash.delete(EDITOR, draft.id, expected_version=2)

    event = await Event.all().order_by("-sequence").first()
    assert event is not None
    assert not await Draft.exists(id=draft.id)
    assert not await Revision.exists(draft_id=draft.id)
    assert not await Tombstone.exists(id=draft.id)
    assert (event.type, event.payload, event.tags) == (
        "draft.deleted",
        {"title": draft.title, "wasPublic": False},
        [],
    )


async def test_deleting_what_was_public_leaves_a_tombstone(database: Database) -> None:
    draft = await make_trashed(await make_public())

    await trash.delete(EDITOR, draft.id, expected_version=3)

    stone = await Tombstone.get(id=draft.id)
    assert (stone.kind, stone.slug, stone.reason) == ("DELETED", draft.slug, "")
    assert stone.path == f"/articles/{draft.id}-{draft.slug}"


async def test_deleting_what_was_taken_down_keeps_the_reason(database: Database) -> None:
    taken = await publishing.take_down(EDITOR, (await make_public()).id, "侵权", expected_version=2)
    trashed = await make_trashed(taken)

    await trash.delete(EDITOR, taken.id, expected_version=trashed.version)

    stone = await Tombstone.get(id=taken.id)
    assert (stone.kind, stone.reason) == ("TAKEN_DOWN", "侵权")


async def test_an_id_is_never_used_again(database: Database) -> None:
    draft = await make_trashed(await make_draft("同一个"))
    await trash.delete(EDITOR, draft.id, expected_version=2)

    again = await make_draft("同一个")

    assert again.id > draft.id
    assert again.slug == draft.slug


async def test_what_pointed_at_a_deleted_article_stays_whole(database: Database) -> None:
    gone = await make_draft("要删除的")
    reference = await make_reference("要删除的", gone)
    other = await make_draft(relations=(RelationLink(target_id=gone.id),))
    await publishing.publish(EDITOR, other.id, expected_version=1)
    await make_collection("front", [gone])
    trashed = await make_trashed(await Draft.get(id=gone.id))

    await trash.delete(EDITOR, gone.id, expected_version=trashed.version)

    assert await Relation.all().count() == await CollectionItem.all().count() == 0
    assert (await Reference.get(id=reference.id)).target_id is None
    again = await publishing.publish(EDITOR, other.id, expected_version=2)
    assert again.article.id == other.id
