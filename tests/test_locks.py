"""Soft locks: they tell editors of each other and hinder nobody."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from cms import editing, locks, users
from cms.db import Database
from cms.edits import Edits
from cms.errors import Forbidden, NotFound, Unauthenticated
from cms.models import DraftLock, Event
from cms.words import Role
from tests.accounts import OPERATOR
from tests.content import EDITOR, make_draft
from tests.desk import MORNING, at, everything, make_viewer, refused

pytestmark = pytest.mark.anyio
LIFE = timedelta(seconds=locks.LIFETIME_SECONDS)
BEAT = timedelta(seconds=20)


async def test_whoever_comes_second_is_told_who_was_first(database: Database) -> None:
    first, second = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR)
    draft = await make_draft()

    with at(MORNING):
        own = await locks.hold(first, draft.id)
    with at(MORNING + BEAT):
        told = await locks.hold(second, draft.id)

    assert (own.is_own, told.is_own) == (True, False)
    assert (told.user_id, told.held_since, told.expires_at) == (first.id, MORNING, MORNING + LIFE)


async def test_a_heartbeat_keeps_the_lock_and_its_beginning(database: Database) -> None:
    editor, other = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR)
    draft = await make_draft()

    for beat in range(5):
        with at(MORNING + beat * BEAT):
            held = await locks.hold(editor, draft.id)
            assert not (await locks.hold(other, draft.id)).is_own

    assert (held.held_since, held.expires_at) == (MORNING, MORNING + 4 * BEAT + LIFE)


async def test_a_lock_without_heartbeat_ends_and_the_next_one_has_it(database: Database) -> None:
    gone, after = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR)
    draft = await make_draft()

    with at(MORNING):
        await locks.hold(gone, draft.id)
    with at(MORNING + LIFE):
        held = await locks.hold(after, draft.id)
        told = await locks.hold(gone, draft.id)

    assert (held.is_own, held.held_since) == (True, MORNING + LIFE)
    assert (told.is_own, told.user_id) == (False, after.id)


async def test_a_lock_is_taken_over_when_that_is_said(database: Database) -> None:
    first, second = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR)
    draft = await make_draft()

    with at(MORNING):
        await locks.hold(first, draft.id)
        taken = await locks.hold(second, draft.id, take_over=True)
        told = await locks.hold(first, draft.id)

    assert (taken.is_own, told.is_own, told.user_id) == (True, False, second.id)


async def test_a_clock_that_is_set_back_leaves_no_lock_behind(database: Database) -> None:
    gone, after = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR)
    draft = await make_draft()

    with at(MORNING):
        await locks.hold(gone, draft.id)
    with at(MORNING - timedelta(days=1)):
        held = await locks.hold(after, draft.id)

    assert held.is_own
    assert held.expires_at == MORNING - timedelta(days=1) + LIFE


async def test_a_lock_hinders_no_save(database: Database) -> None:
    holder, other = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR)
    draft = await make_draft()
    await locks.hold(holder, draft.id)

    saved = await editing.update_draft(other, draft.id, Edits(values={"title": "照样保存"}), expected_version=1)

    assert saved.draft.version == 2


async def test_releasing_ends_the_own_lock_only(database: Database) -> None:
    first, second = await make_viewer(Role.EDITOR), await make_viewer(Role.EDITOR)
    draft = await make_draft()
    await locks.hold(first, draft.id)

    released = [await locks.release(second, draft.id), await locks.release(first, draft.id)]

    assert released == [False, True]
    assert await locks.release(first, draft.id) is False
    assert (await locks.hold(second, draft.id)).is_own


async def test_of_many_who_come_at_once_one_has_the_lock(database: Database) -> None:
    editors = [await make_viewer(Role.EDITOR) for _ in range(6)]
    draft = await make_draft()

    held = await asyncio.gather(*(locks.hold(editor, draft.id) for editor in editors))

    assert sum(each.is_own for each in held) == 1
    assert len({each.user_id for each in held}) == 1


async def test_locks_are_for_users_who_may_write_and_see_the_draft(database: Database) -> None:
    reader, contributor = await make_viewer(Role.READER), await make_viewer(Role.CONTRIBUTOR)
    editor = await make_viewer(Role.EDITOR)
    draft = await make_draft()

    async with refused(Forbidden):
        await locks.hold(reader, draft.id)
    async with refused(Forbidden):
        await locks.hold(EDITOR, draft.id)  # the operator is no user
    async with refused(NotFound):
        await locks.hold(contributor, draft.id)
    async with refused(NotFound):
        await locks.hold(editor, 4711)
    async with refused(Forbidden):
        await locks.release(reader, draft.id)


async def test_whoever_was_disabled_holds_nothing(database: Database) -> None:
    await make_viewer(Role.ADMIN)
    editor = await make_viewer(Role.EDITOR)
    draft = await make_draft()
    assert editor.id is not None
    await users.update_user(OPERATOR, editor.id, is_disabled=True)

    async with refused(Unauthenticated):
        await locks.hold(editor, draft.id)


async def test_locks_are_no_changes_of_the_draft(database: Database) -> None:
    editor = await make_viewer(Role.EDITOR)
    draft = await make_draft()
    before = await everything(), await Event.all().count()

    await locks.hold(editor, draft.id)
    await locks.release(editor, draft.id)

    assert (await everything(), await Event.all().count()) == before


async def test_only_locks_that_are_over_are_forgotten(database: Database) -> None:
    editor = await make_viewer(Role.EDITOR)
    old, held = await make_draft(), await make_draft()
    with at(MORNING):
        await locks.hold(editor, old.id)
    with at(MORNING + BEAT):
        await locks.hold(editor, held.id)

    with at(MORNING + LIFE):
        counts = [await locks.forget_expired(), await locks.forget_expired()]

    assert counts == [1, 0]
    assert await DraftLock.all().values_list("draft_id", flat=True) == [held.id]
