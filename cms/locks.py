"""Soft locks: who has a draft open. They tell editors of each other and hinder nobody; versions keep edits safe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cms import drafts
from cms.db import writing
from cms.models import DraftLock
from cms.permissions import Permission, Viewer
from cms.standing import confirm

LIFETIME_SECONDS = 60


@dataclass(frozen=True)
class Held:
    """Whether the viewer holds the lock now; otherwise `user_id` does, until `expires_at` at least."""

    is_own: bool
    user_id: int
    held_since: datetime
    expires_at: datetime


async def hold(viewer: Viewer, draft_id: int, *, take_over: bool = False) -> Held:
    """Take the draft's lock, or keep it for another LIFETIME_SECONDS: call it again every 20 seconds.

    Somebody else's lock is left alone and told of, unless it is over or `take_over` is said.

    Raises:
        Forbidden: the viewer may not write, or is no user.
        NotFound: there is no such draft, or the viewer may not know of it.
    """
    user_id = viewer.require_user(Permission.WRITE)
    now = datetime.now(UTC)
    async with writing() as tx:
        await confirm(tx, viewer)
        await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        lock = await DraftLock.get_or_none(draft_id=draft_id, using_db=tx)
        is_held = lock is not None and _is_held(lock, now)
        if lock is not None and is_held and lock.user_id != user_id and not take_over:
            return Held(False, lock.user_id, lock.held_since, lock.expires_at)
        since = lock.held_since if lock is not None and is_held and lock.user_id == user_id else now
        held = Held(True, user_id, since, now + timedelta(seconds=LIFETIME_SECONDS))
        values = {"user_id": user_id, "held_since": since, "expires_at": held.expires_at}
        if lock is None:
            await DraftLock.create(using_db=tx, draft_id=draft_id, **values)
        else:
            await DraftLock.filter(draft_id=draft_id).using_db(tx).update(**values)
    return held


async def release(viewer: Viewer, draft_id: int) -> bool:
    """Give up the own lock; whether there was one.

    Raises:
        Forbidden: the viewer may not write, or is no user.
    """
    user_id = viewer.require_user(Permission.WRITE)
    async with writing() as tx:
        await confirm(tx, viewer)
        return await DraftLock.filter(draft_id=draft_id, user_id=user_id).using_db(tx).delete() > 0


async def forget_expired() -> int:
    """Remove the locks that nobody holds any more; how many there were."""
    old = DraftLock.filter(expires_at__lte=datetime.now(UTC))
    # Looking without the lock on writing first keeps an idle server from taking it.
    if not await old.exists():
        return 0
    async with writing() as tx:
        return await old.using_db(tx).delete()


def _is_held(lock: DraftLock, now: datetime) -> bool:
    # A clock that was set back would otherwise let a lock outlive its editor by as much.
    return now < lock.expires_at <= now + timedelta(seconds=LIFETIME_SECONDS)
