"""Who has a draft before them: told again and again, gone soon after silence."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from cms import presence, users
from cms.db import Database
from cms.errors import Forbidden, NotFound, Unauthenticated
from cms.models import Draft, Event, Presence
from cms.permissions import Viewer
from cms.words import Role
from tests.accounts import OPERATOR
from tests.content import EDITOR, make_draft
from tests.desk import MORNING, at, make_viewer, refused
from tests.schemas import rows_of

pytestmark = pytest.mark.anyio
LIFE = timedelta(seconds=presence.LIFETIME_SECONDS)
BEAT = timedelta(seconds=20)


async def look(viewer: Viewer, draft: Draft, *, is_editing: bool = False) -> None:
    await presence.announce(viewer, draft.id, is_editing=is_editing)


async def test_a_heartbeat_keeps_somebody_and_when_they_came(database: Database) -> None:
    editor, draft = await make_viewer(Role.EDITOR), await make_draft()

    for beat in range(5):
        with at(MORNING + beat * BEAT):
            await look(editor, draft, is_editing=beat == 4)

    there = await Presence.get()
    assert (there.user_id, there.is_editing, there.since) == (editor.id, True, MORNING)
    assert (there.seen_at, there.expires_at) == (MORNING + 4 * BEAT, MORNING + 4 * BEAT + LIFE)


async def test_saying_the_same_again_at_once_writes_nothing(database: Database) -> None:
    editor, draft = await make_viewer(Role.EDITOR), await make_draft()
    said = []

    for second, is_editing in ((0, False), (1, False), (1, True), (2, True), (3, True)):
        with at(MORNING + timedelta(seconds=second)):
            await look(editor, draft, is_editing=is_editing)
            there = await Presence.get()
            said.append(((there.seen_at - MORNING).total_seconds(), there.is_editing))

    assert said == [(0, False), (0, False), (1, True), (1, True), (3, True)]


async def test_whoever_comes_back_after_silence_came_then(database: Database) -> None:
    editor, draft = await make_viewer(Role.EDITOR), await make_draft()

    for moment in (MORNING, MORNING + LIFE):
        with at(moment):
            await look(editor, draft)

    assert (await Presence.get()).since == MORNING + LIFE


async def test_a_clock_that_is_set_back_keeps_nobody(database: Database) -> None:
    gone, back, draft = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR), await make_draft()
    with at(MORNING):
        await look(gone, draft)
        await look(back, draft)

    with at(MORNING - timedelta(days=1)):
        await look(back, draft)
        assert await presence.forget_expired() == 1

    there = await Presence.get()
    assert (there.user_id, there.since) == (back.id, MORNING - timedelta(days=1))


async def test_withdrawing_ends_the_own_presence_only(database: Database) -> None:
    first, second, draft = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR), await make_draft()
    await look(first, draft)

    withdrawn = [await presence.withdraw(viewer, draft.id) for viewer in (second, first, first)]

    assert withdrawn == [False, True, False]


async def test_somebody_is_at_a_draft_once_however_many_windows_tell_at_the_same_time(database: Database) -> None:
    editors, draft = [await make_viewer(Role.EDITOR) for _ in range(3)], await make_draft()

    await asyncio.gather(*(look(editor, draft) for editor in editors for _ in range(4)))

    assert sorted(await Presence.all().values_list("user_id", flat=True)) == sorted(editor.id for editor in editors)


async def test_the_rows_of_a_user_are_bounded(database: Database) -> None:
    editor, other = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR)
    drafts = [await make_draft() for _ in range(presence.MOST_DRAFTS + 2)]
    await look(other, drafts[0])

    for second, draft in enumerate(drafts):
        with at(MORNING + timedelta(seconds=second)):
            await look(editor, draft)

    kept = await Presence.filter(user_id=editor.id).order_by("seen_at").values_list("draft_id", flat=True)
    assert kept == [draft.id for draft in drafts[2:]]
    assert await Presence.filter(user_id=other.id).count() == 1


async def test_presence_is_for_users_who_may_write_and_see_the_draft(database: Database) -> None:
    reader, contributor = await make_viewer(Role.READER), await make_viewer(Role.CONTRIBUTOR)
    editor, draft = await make_viewer(Role.EDITOR), await make_draft()

    async with refused(Forbidden):
        await look(reader, draft)
    async with refused(Forbidden):
        await look(EDITOR, draft)  # the operator is no user
    async with refused(NotFound):
        await look(contributor, draft)
    async with refused(NotFound):
        await presence.announce(editor, 4711, is_editing=False)
    async with refused(Forbidden):
        await presence.withdraw(reader, draft.id)


async def test_whoever_was_disabled_cannot_come(database: Database) -> None:
    await make_viewer(Role.ADMIN)
    editor, draft = await make_viewer(Role.EDITOR), await make_draft()
    assert editor.id is not None
    await users.update_user(OPERATOR, editor.id, is_disabled=True)

    async with refused(Unauthenticated):
        await look(editor, draft)


async def test_presence_is_no_change_of_anything(database: Database) -> None:
    editor, draft = await make_viewer(Role.EDITOR), await make_draft()

    async def state() -> object:
        content = await rows_of("SELECT version FROM content_version")
        return await Draft.all().values(), await Event.all().count(), content

    before = await state()
    await look(editor, draft, is_editing=True)
    await presence.withdraw(editor, draft.id)

    assert await state() == before


async def test_only_whoever_fell_silent_is_forgotten(database: Database) -> None:
    gone, there, draft = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR), await make_draft()
    with at(MORNING):
        await look(gone, draft)
    with at(MORNING + BEAT):
        await look(there, draft)

    with at(MORNING + LIFE):
        counts = [await presence.forget_expired(), await presence.forget_expired()]

    assert counts == [1, 0]
    assert await Presence.all().values_list("user_id", flat=True) == [there.id]
