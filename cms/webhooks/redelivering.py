"""Sending again what was sent before, or given up, or never asked for: with the same ids, in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tortoise.backends.base.client import TransactionalDBClient

from cms.db import transaction
from cms.db.sql import listed, run
from cms.models import Delivery, Event
from cms.models.fields import stored
from cms.webhooks.deliveries import BATCH, add, lock, promote
from cms.webhooks.matching import matching
from cms.words import DeliveryState

# One that is finished and whose event is still in the log.
_AGAIN = "state IN ('DELIVERED','FAILED') AND EXISTS (SELECT 1 FROM event WHERE event.sequence=delivery.sequence)"


async def redeliver(delivery_id: int, now: datetime) -> bool:
    """Send a delivery again, or at once if it waits for its next try; False if there is none, or its event is gone.

    One that waits for an earlier one about the same subject goes on waiting.
    """
    row = await Delivery.get_or_none(id=delivery_id)
    if row is None:
        return False
    async with transaction(changes_content=False) as tx:
        if await lock(tx, row.endpoint_id) is None:
            return False
        if await _begin_again(tx, row.endpoint_id, [delivery_id], now):
            return True
        rows = await run(
            tx,
            "UPDATE delivery SET next_at=CASE WHEN lease='' THEN ? ELSE next_at END WHERE id=?"
            " AND state IN ('PENDING','WAITING') RETURNING id",
            stored(now),
            delivery_id,
        )
    return bool(rows)


async def redeliver_failed(endpoint_id: int, since: datetime, now: datetime) -> int:
    """Send again all that was given up since a time, and at once what waits for its next try; how many there are."""
    async with transaction(changes_content=False) as tx:
        if await lock(tx, endpoint_id) is None:
            return 0
        failed = Delivery.filter(endpoint_id=endpoint_id, state=DeliveryState.FAILED, finished_at__gte=since)
        ids = [row.id for row in await failed.using_db(tx).only("id")]
        count = await _begin_again(tx, endpoint_id, ids, now)
        return count + await _hurry(tx, endpoint_id, now)


async def hurry(endpoint_id: int, now: datetime) -> int:
    """Send at once what waits for its next try; how many there are."""
    async with transaction(changes_content=False) as tx:
        return await _hurry(tx, endpoint_id, now) if await lock(tx, endpoint_id) is not None else 0


async def _hurry(tx: TransactionalDBClient, endpoint_id: int, now: datetime) -> int:
    rows = await run(
        tx,
        "UPDATE delivery SET next_at=? WHERE endpoint_id=? AND state='PENDING' AND next_at>? AND lease=''"
        " AND tries>0 RETURNING id",
        stored(now),
        endpoint_id,
        stored(now),
    )
    return len(rows)


async def replay(endpoint_id: int, from_sequence: int, now: datetime) -> int:
    """Send all events from a number on that the endpoint is told of, as if none had been sent; how many there are.

    It goes forward in batches, each a transaction, so others are not kept waiting; cut off, it may be done again.
    """
    count, after = 0, from_sequence - 1
    while True:
        async with transaction(changes_content=False) as tx:
            endpoint = await lock(tx, endpoint_id)
            if endpoint is None:
                return count
            # What comes after its position it is told of anyway.
            known = Event.filter(sequence__gt=after, sequence__lte=endpoint.position).using_db(tx)
            batch = await known.order_by("sequence").limit(BATCH)
            if not batch:
                return count
            chosen = await matching(tx, endpoint, batch)
            table, values = listed(tx, [event.sequence for event in chosen])
            rows = await run(
                tx,
                f"SELECT id FROM delivery WHERE endpoint_id=? AND sequence IN (SELECT value FROM {table})",  # noqa: S608 - our own words
                endpoint_id,
                values,
            )
            await _begin_again(tx, endpoint_id, [row["id"] for row in rows], now)
            await add(tx, endpoint, chosen, now)
        count += len(chosen)
        after = batch[-1].sequence


async def _begin_again(tx: TransactionalDBClient, endpoint_id: int, ids: Sequence[int], now: datetime) -> int:
    """Let those of the deliveries that are finished begin anew; how many those are."""
    if not ids:
        return 0
    table, values = listed(tx, ids)
    # A body that was made before the endpoint was changed is made anew.
    rows = await run(
        tx,
        "UPDATE delivery SET state='WAITING',tries=0,next_at=?,finished_at=NULL,lease='',leased_until=NULL,"  # noqa: S608 - our own words
        "body=CASE WHEN finished_at>(SELECT updated_at FROM endpoint WHERE id=delivery.endpoint_id) THEN body END"
        f" WHERE id IN (SELECT value FROM {table}) AND endpoint_id=? AND {_AGAIN} RETURNING key",
        stored(now),
        values,
        endpoint_id,
    )
    keys = sorted({row["key"] for row in rows})
    if not keys:
        return 0
    # A later one of the same subject that is not on its way yet goes back behind these.
    table, values = listed(tx, keys)
    await run(
        tx,
        "UPDATE delivery SET state='WAITING' WHERE endpoint_id=? AND state='PENDING' AND lease=''"  # noqa: S608 - our own words
        f" AND key IN (SELECT value FROM {table})",
        endpoint_id,
        values,
    )
    await promote(tx, endpoint_id, keys)
    return len(rows)
