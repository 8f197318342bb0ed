"""Who has a draft before them now: editors tell it again and again, and whoever falls silent is gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tortoise.expressions import Q

from cms import drafts
from cms.db import writing
from cms.db.sql import run
from cms.models import Presence
from cms.permissions import Permission, Via, Viewer
from cms.standing import confirm

LIFETIME_SECONDS = 60
# Saying the same again sooner writes nothing, so that a program in a hurry costs others no wait for the disk.
REPEAT_SECONDS = 2
# The table has at most so many rows for each user, however many drafts a program opens.
MOST_DRAFTS = 20


async def announce(viewer: Viewer, draft_id: int, *, is_editing: bool) -> None:
    """Say that the viewer has the draft open, for another LIFETIME_SECONDS: say it again every 20 seconds.

    Of more than MOST_DRAFTS, those not told of for the longest time are forgotten.

    Args:
        viewer: who.
        draft_id: what they have open.
        is_editing: whether they change something, or only look.

    Raises:
        Forbidden: the viewer may not write, or is no user.
        NotFound: there is no such draft, or the viewer may not know of it.
    """
    user_id = viewer.require_user(Permission.WRITE)
    now = datetime.now(UTC)
    values = {
        "session_id": viewer.credential_id if viewer.via is Via.SESSION else None,
        "is_editing": is_editing,
        "seen_at": now,
        "expires_at": now + timedelta(seconds=LIFETIME_SECONDS),
    }
    async with writing() as tx:
        await confirm(tx, viewer)
        await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        own = Presence.filter(draft_id=draft_id, user_id=user_id).using_db(tx)
        if await own.filter(_is_just_said(now), session_id=values["session_id"], is_editing=is_editing).exists():
            return
        if not await own.filter(_is_current(now)).update(**values):
            await own.delete()
            await Presence.create(using_db=tx, draft_id=draft_id, user_id=user_id, since=now, **values)
            await run(
                tx,
                "DELETE FROM presence WHERE user_id=? AND id NOT IN"
                " (SELECT id FROM presence WHERE user_id=? ORDER BY seen_at DESC,id DESC LIMIT ?)",
                user_id,
                user_id,
                MOST_DRAFTS,
            )


async def withdraw(viewer: Viewer, draft_id: int) -> bool:
    """Say that the viewer has closed the draft; whether they were there.

    Raises:
        Forbidden: the viewer may not write, or is no user.
    """
    user_id = viewer.require_user(Permission.WRITE)
    async with writing() as tx:
        await confirm(tx, viewer)
        return await Presence.filter(draft_id=draft_id, user_id=user_id).using_db(tx).delete() > 0


async def forget_expired() -> int:
    """Remove whoever fell silent; how many there were."""
    gone = Presence.exclude(_is_current(datetime.now(UTC)))
    # Looking without the lock on writing first keeps an idle server from taking it.
    if not await gone.exists():
        return 0
    async with writing() as tx:
        return await gone.using_db(tx).delete()


def _is_just_said(now: datetime) -> Q:
    return Q(seen_at__gt=now - timedelta(seconds=REPEAT_SECONDS), seen_at__lte=now)


def _is_current(now: datetime) -> Q:
    # A clock that was set back would otherwise let somebody stay for as much.
    return Q(expires_at__gt=now, expires_at__lte=now + timedelta(seconds=LIFETIME_SECONDS))
