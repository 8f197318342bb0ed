"""Asking for a review, asking for changes, and who shall go on with a draft."""

from __future__ import annotations

from typing import Any

import pytest

from cms import editing, publishing, reviewing, trash, users
from cms.db import Database
from cms.edits import Edits
from cms.errors import Forbidden, InvalidTransition, NotFound, ValidationFailed, VersionConflict
from cms.models import Draft, Event
from cms.snapshots import Content
from cms.words import Role
from tests.accounts import OPERATOR
from tests.content import EDITOR, make_draft
from tests.desk import MORNING, at, event_types, make_viewer, refused

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def _morning() -> Any:
    with at(MORNING):
        yield


async def test_a_review_goes_back_and_forth_until_the_article_is_published(database: Database) -> None:
    contributor, editor = await make_viewer(Role.CONTRIBUTOR), await make_viewer(Role.EDITOR)
    draft = await editing.create_draft(contributor, Content(title="稿件", html="<p>正文。</p>"))

    asked = await reviewing.submit(contributor, draft.id, expected_version=1)
    answered = await reviewing.request_changes(editor, draft.id, "请补充来源。\n第二段太长。", expected_version=2)
    again = await reviewing.submit(contributor, draft.id, expected_version=3)
    await publishing.publish(EDITOR, draft.id, expected_version=4)

    published = await Draft.get(id=draft.id)
    assert (asked.review, answered.review, again.review, published.review) == (
        "REQUESTED",
        "CHANGES_REQUESTED",
        "REQUESTED",
        "NONE",
    )
    assert (answered.review_note, again.review_note) == ("请补充来源。\n第二段太长。", "")
    assert await event_types(draft.id) == [
        *("draft.created", "draft.submitted", "draft.changes_requested", "draft.submitted", "article.published")
    ]


async def test_asking_for_a_review_leaves_the_article_public_and_the_draft_open(database: Database) -> None:
    draft = await make_draft()
    await publishing.publish(EDITOR, draft.id, expected_version=1)

    submitted = await reviewing.submit(EDITOR, draft.id, expected_version=2)
    await editing.update_draft(EDITOR, draft.id, Edits(values={"title": "改过的"}), expected_version=3)

    assert (submitted.status, (await Draft.get(id=draft.id)).review) == ("PUBLISHED", "REQUESTED")


async def test_a_review_is_asked_for_once_and_answered_only_then(database: Database) -> None:
    draft = await make_draft()

    async with refused(InvalidTransition, "NONE"):
        await reviewing.request_changes(EDITOR, draft.id, "改", expected_version=1)
    await reviewing.submit(EDITOR, draft.id, expected_version=1)
    async with refused(InvalidTransition, "REQUESTED"):
        await reviewing.submit(EDITOR, draft.id, expected_version=2)


async def test_a_reviewer_is_an_editor_and_says_what_to_change(database: Database) -> None:
    contributor = await make_viewer(Role.CONTRIBUTOR)
    draft = await editing.create_draft(contributor, Content(title="稿件", html="<p>正文。</p>"))
    await reviewing.submit(contributor, draft.id, expected_version=1)

    async with refused(Forbidden, "EDIT"):
        await reviewing.request_changes(contributor, draft.id, "改", expected_version=2)
    for note in ("", " \u3000\n", "x" * (reviewing.LONGEST_NOTE + 1), "a\0b"):
        async with refused(ValidationFailed, "note"):
            await reviewing.request_changes(EDITOR, draft.id, note, expected_version=2)


async def test_contributors_submit_their_own_drafts_only(database: Database) -> None:
    contributor, reader = await make_viewer(Role.CONTRIBUTOR), await make_viewer(Role.READER)
    draft = await make_draft()

    async with refused(NotFound):
        await reviewing.submit(contributor, draft.id, expected_version=1)
    async with refused(Forbidden):
        await reviewing.submit(reader, draft.id, expected_version=1)


async def test_a_contributor_may_change_what_is_assigned_to_him_and_no_longer_when_it_is_not(
    database: Database,
) -> None:
    contributor = await make_viewer(Role.CONTRIBUTOR)
    draft = await make_draft()

    await reviewing.assign(EDITOR, draft.id, contributor.id, expected_version=1)
    await editing.update_draft(contributor, draft.id, Edits(values={"title": "接手"}), expected_version=2)
    await reviewing.assign(EDITOR, draft.id, None, expected_version=3)

    async with refused(NotFound):
        await editing.update_draft(contributor, draft.id, Edits(values={"title": "再改"}), expected_version=4)
    told = await Event.filter(type="draft.assigned").order_by("sequence")
    assert [event.payload for event in told] == [{"assignee": f"usr_{contributor.id}"}, {"assignee": None}]


async def test_drafts_are_assigned_to_those_who_can_write(database: Database) -> None:
    await make_viewer(Role.ADMIN)
    reader, gone = await make_viewer(Role.READER), await make_viewer(Role.EDITOR)
    assert gone.id is not None
    await users.update_user(OPERATOR, gone.id, is_disabled=True)
    draft = await make_draft()

    for user_id in (reader.id, gone.id, 4711):
        async with refused(ValidationFailed, "user_id"):
            await reviewing.assign(EDITOR, draft.id, user_id, expected_version=1)


async def test_contributors_assign_nothing(database: Database) -> None:
    contributor = await make_viewer(Role.CONTRIBUTOR)
    draft = await editing.create_draft(contributor, Content(title="稿件", html="<p>正文。</p>"))

    async with refused(Forbidden, "EDIT"):
        await reviewing.assign(contributor, draft.id, contributor.id, expected_version=1)


async def test_a_stale_view_moves_no_review(database: Database) -> None:
    draft = await make_draft()
    await reviewing.submit(EDITOR, draft.id, expected_version=1)

    async with refused(VersionConflict):
        await reviewing.request_changes(EDITOR, draft.id, "改", expected_version=1)
    async with refused(VersionConflict):
        await reviewing.assign(EDITOR, draft.id, None, expected_version=1)


async def test_what_goes_to_the_trash_waits_for_no_review(database: Database) -> None:
    draft = await make_draft()
    await reviewing.submit(EDITOR, draft.id, expected_version=1)

    trashed = await trash.trash(EDITOR, draft.id, expected_version=2)

    assert trashed.review == "NONE"
    async with refused(InvalidTransition):
        await reviewing.submit(EDITOR, draft.id, expected_version=3)
