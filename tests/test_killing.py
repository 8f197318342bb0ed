"""A server that is killed while it is changed, as benchmarks/killing.py does it, a few times."""

from __future__ import annotations

import pytest

from benchmarks.checking import check_all
from benchmarks.killing import kill_again_and_again
from cms import editing, publishing, trash
from cms.db import Database
from cms.snapshots import Content
from cms.words import Role
from tests.desk import make_viewer

pytestmark = pytest.mark.anyio


async def test_a_killed_server_lost_nothing_and_did_nothing_twice_or_by_half(database_url: str) -> None:
    found = await kill_again_and_again(database_url, kills=2, busy=0.8)

    assert found.kills == 2
    assert found.changes > 0


async def test_what_is_checked_then_holds_for_whatever_became_of_an_article(
    database: Database, database_url: str
) -> None:
    editor = await make_viewer(Role.ADMIN)
    drafts = [await editing.create_draft(editor, Content("标题", "<p>正文。</p>")) for _ in range(4)]
    for draft in drafts[:3]:
        await publishing.publish(editor, draft.id, expected_version=1)
    await publishing.take_down(editor, drafts[0].id, "撤", expected_version=2)
    for draft, version in zip(drafts, (3, 2, 2, 1), strict=True):
        trashed = await trash.trash(editor, draft.id, expected_version=version)
        if draft is not drafts[2]:
            await trash.delete(editor, draft.id, expected_version=trashed.version)

    tables = await check_all(database_url)

    assert {row["id"]: row["kind"] for row in tables["tombstone"]} == {
        drafts[0].id: "TAKEN_DOWN",
        drafts[1].id: "DELETED",
    }
