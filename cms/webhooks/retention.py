"""Forgetting what is old: the deliveries that are finished, and the events that nobody has still to be told of."""

from __future__ import annotations

from datetime import datetime, timedelta

from cms.db import transaction
from cms.db.sql import run
from cms.models import Delivery, Event
from cms.models.fields import stored

BATCH = 500


async def forget_deliveries(days: float, now: datetime) -> int:
    """Remove deliveries that were finished so many days ago, with their attempts; how many there were."""
    moment, count = now - timedelta(days=days), 0
    old = Delivery.filter(finished_at__lt=moment)
    # Looking first keeps an idle server from writing.
    while await old.exists():
        async with transaction(changes_content=False) as tx:
            # Told twice: one that is sent again meanwhile is old no more.
            rows = await run(
                tx,
                "DELETE FROM delivery WHERE id IN (SELECT id FROM delivery WHERE finished_at<? ORDER BY finished_at"
                " LIMIT ?) AND finished_at<? RETURNING id",
                stored(moment),
                BATCH,
                stored(moment),
            )
        count += len(rows)
    return count


async def forget_events(days: float, now: datetime) -> int:
    """Remove the events at the beginning of the log that are so many days old; how many there were. 0 days keep all.

    The last event stays, since the next one is numbered after it, and so does what any endpoint has still to be told,
    those that are paused or disabled included.
    """
    if not days:
        return 0
    moment, count = now - timedelta(days=days), 0
    while True:
        first = await Event.all().order_by("sequence").first()
        if first is None or first.created_at >= moment:
            return count
        async with transaction(changes_content=False) as tx:
            rows = await run(
                tx,
                "DELETE FROM event WHERE sequence>=? AND sequence<? AND sequence<(SELECT max(sequence) FROM event)"
                " AND sequence<coalesce((SELECT min(sequence) FROM event WHERE created_at>=?),sequence+1)"
                " AND sequence<=coalesce((SELECT min(position) FROM endpoint),sequence)"
                " AND sequence<coalesce((SELECT min(sequence) FROM delivery WHERE finished_at IS NULL),sequence+1)"
                " RETURNING sequence",
                first.sequence,
                first.sequence + BATCH,
                stored(moment),
            )
        if not rows:
            return count
        count += len(rows)
