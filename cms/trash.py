"""The trash: taking drafts out of sight, getting them back, and deleting them for ever."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import drafts, events, redirects, schedules, workflow
from cms.db import writing
from cms.db.sql import run
from cms.models import Draft, Tombstone
from cms.permissions import Permission, Viewer
from cms.projection import leave_tombstone, record_unpublished, withdraw
from cms.search import index
from cms.words import DraftStatus, RedirectKind, TombstoneKind
from cms.workflow import Act


async def trash(viewer: Viewer, draft_id: int, *, expected_version: int) -> Draft:
    """Put a draft into the trash. If it is public, it no longer is; its schedules end.

    Raises:
        Forbidden: the viewer may not write, or not publish and the article is public or something is planned for it.
        NotFound: there is no such draft, or the viewer may not know of it.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is there already.
    """
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.TRASH, expected_version)
        if await schedules.pending(tx, draft_id):
            viewer.require(Permission.PUBLISH)
        withdrawn = await withdraw(tx, draft_id, now)
        await schedules.cancel_pending(tx, draft_id, now, "put into the trash")
        await drafts.advance(tx, draft, now, trashed_at=now, **workflow.outcome(Act.TRASH))
        # Two changes: what readers may know of, and what only the newsroom does.
        if withdrawn:
            await record_unpublished(tx, viewer, draft_id, withdrawn, now)
        was_public = withdrawn is not None
        await events.record(tx, viewer, "draft.trashed", ("draft", draft_id), at=now, was_public=was_public)
    return draft


async def restore(viewer: Viewer, draft_id: int, *, expected_version: int) -> Draft:
    """Get a draft back from the trash. It is not public then, even if it was.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft, or the viewer may not know of it.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is not in the trash.
    """
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.RESTORE, expected_version)
        status = await _status_before(tx, draft)
        await drafts.advance(tx, draft, now, trashed_at=None, status=status)
        await events.record(tx, viewer, "draft.restored", ("draft", draft_id), at=now, status=status)
    return draft


async def _status_before(tx: TransactionalDBClient, draft: Draft) -> DraftStatus:
    if await Tombstone.filter(id=draft.id).using_db(tx).exists():
        return DraftStatus.TAKEN_DOWN
    return DraftStatus.DRAFT if draft.first_published_at is None else DraftStatus.UNPUBLISHED


async def delete(viewer: Viewer, draft_id: int, *, expected_version: int) -> Draft:
    """Delete a draft in the trash for ever, with all its revisions; the draft as it was.

    Its id is never used again. If it ever was public, a public tombstone stays; the change log tells of every one.

    Raises:
        Forbidden: the viewer may not delete.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is not in the trash.
    """
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.DELETE, expected_version)
        was_public = draft.first_published_at is not None
        if was_public and not await Tombstone.filter(id=draft_id).using_db(tx).exists():
            await leave_tombstone(tx, draft, TombstoneKind.DELETED, now)
        await redirects.forget(tx, RedirectKind.ARTICLE, draft_id)
        await run(
            tx,
            "UPDATE collection SET version=version+1 WHERE id IN"
            " (SELECT collection_id FROM collection_item WHERE target_id=?)",
            draft_id,
        )
        await index.remove(tx, index.DRAFTS, draft_id)
        await Draft.filter(id=draft_id).using_db(tx).delete()
        tags = [f"article:{draft_id}"] if was_public else []
        details: dict[str, Any] = {"title": draft.title, "was_public": was_public}
        await events.record(tx, viewer, "draft.deleted", ("draft", draft_id), at=now, tags=tags, **details)
    return draft
