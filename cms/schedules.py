"""What is planned for drafts: reading it, and ending what came to nothing."""

from __future__ import annotations

from datetime import datetime

from tortoise.backends.base.client import TransactionalDBClient

from cms.models import Schedule
from cms.words import ScheduleAct, ScheduleState


async def pending(tx: TransactionalDBClient, draft_id: int) -> dict[ScheduleAct, Schedule]:
    """The draft's pending schedules; there is at most one of each act."""
    rows = await Schedule.filter(draft_id=draft_id, state=ScheduleState.PENDING).using_db(tx)
    return {ScheduleAct(row.act): row for row in rows}


async def cancel_pending(
    tx: TransactionalDBClient, draft_id: int, now: datetime, reason: str, *, act: ScheduleAct | None = None
) -> int:
    """End the draft's pending schedules, all or those of one act; how many there were."""
    rows = Schedule.filter(draft_id=draft_id, state=ScheduleState.PENDING).using_db(tx)
    if act is not None:
        rows = rows.filter(act=act)
    return await rows.update(state=ScheduleState.CANCELLED, ended_at=now, outcome=reason)
