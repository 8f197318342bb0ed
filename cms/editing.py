"""Making and changing drafts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, text
from cms.db import writing
from cms.models import Draft, Reference, Revision
from cms.names import free_slug
from cms.permissions import Permission, Viewer
from cms.snapshots import Content, check, make_snapshot


async def create_draft(
    viewer: Viewer,
    content: Content,
    *,
    suggestions: list[Any] | None = None,
    slug_style: str = "unicode",
    views: int = 0,
) -> Draft:
    """Make a draft with its first revision, and point references that wait for its title at it.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: the content cannot be a draft; every wrong field is named.
    """
    viewer.require(Permission.EDIT)
    check(content)
    snapshot = make_snapshot(content)
    title = snapshot["article"]["title"]
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await Draft.create(
            using_db=tx,
            title=title,
            title_key=text.fold(title)[:300],
            slug=await free_slug(tx, Draft, text.slugify(title, pinyin=slug_style == "pinyin", fallback="article")),
            source_id=content.source_id,
            category_id=content.category_id,
            suggestions=suggestions or [],
            view_count=views,
            created_at=now,
            updated_at=now,
        )
        revision = Revision(draft_id=draft.id, number=1, snapshot=snapshot, actor=viewer.name, created_at=now)
        await revision.save(using_db=tx)
        await resolve_references(tx, draft)
        await events.record(tx, viewer, "draft.created", ("draft", draft.id), at=now, title=title)
    return draft


async def resolve_references(tx: TransactionalDBClient, draft: Draft) -> int:
    """Point every reference with the draft's title that has no target yet at the draft; how many there were."""
    waiting = Reference.filter(title_key=draft.title_key, target_id=None).using_db(tx)
    return await waiting.update(target_id=draft.id)
