"""The queue: what each endpoint has still to be told, in tables of the site's own database.

Each transaction here first locks the row of its endpoint, so what follows is done by one process at a time. Of the
deliveries about one subject only the first that is not finished is PENDING; the others wait. So whoever looks for work
looks at the heads alone, however long the queue of an endpoint is that does not answer. A delivery that is sent is
leased: its `next_at` is the end of the lease, after which anybody may send it again.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import events
from cms.db import transaction, writing
from cms.db.sql import listed, run, run_many
from cms.models import Endpoint, Event
from cms.models.fields import stored
from cms.permissions import Viewer
from cms.webhooks.matching import key_of, matching
from cms.webhooks.policy import Policy, rounded_up
from cms.words import DeliveryState, EndpointState

BATCH = 500
_GONE = 410
_TOO_MANY = 429
# A failure of ours: it says nothing about the endpoint.
INTERNAL = "INTERNAL"
_MINUTE = timedelta(minutes=1)
# Whatever failed for less than this is tried again soon anyway, and may have failed for its own sake.
_OUTAGE = timedelta(minutes=1)


@dataclass(frozen=True)
class Claimed:
    """A delivery that is ours to send until its lease ends.

    Without an `event` there is nothing left to tell: it was removed from the log. `body` is what was sent before.
    """

    id: int
    lease: str
    event_uid: str
    event: Event | None
    body: str | None = field(repr=False)


@dataclass(frozen=True)
class Ended:
    """What came of sending a delivery. `at` is when that began, `error` why it failed or "".

    `endpoint_version` is that of the endpoint that the body was made for.
    """

    id: int
    lease: str
    at: datetime
    status: int | None = None
    error: str = ""
    seconds: float = 0
    answer: str = field(default="", repr=False)
    retry_after_seconds: int | None = None
    body: str | None = field(default=None, repr=False)
    endpoint_version: int | None = None
    was_sent: bool = True  # if not, it was no attempt: the database could not be asked what to send
    is_hopeless: bool = False

    @property
    def ok(self) -> bool:
        """Whether the receiver has it."""
        return not self.error

    @property
    def is_down(self) -> bool:
        """Whether it failed for a reason that any other delivery to the endpoint would fail for, too."""
        if self.ok or self.error == INTERNAL:
            return False
        return self.status is None or self.status >= 500 or self.status == _TOO_MANY


@dataclass
class Turn:
    """What one turn at an endpoint brought.

    Attributes:
        endpoint: as it is now; None if it is gone, or another process is at it.
        claimed: what is to be sent now.
        is_behind: there are more events to look at.
        is_held: more is due than the limits of the endpoint let us send now.
        reason: why it is to be disabled, or "".
    """

    endpoint: Endpoint | None = None
    claimed: list[Claimed] = field(default_factory=list)
    is_behind: bool = False
    is_held: bool = False
    reason: str = ""


async def advance(
    endpoint_id: int,
    ended: Sequence[Ended],
    policy: Policy,
    now: datetime,
    *,
    is_behind: bool = True,
    is_stopping: bool = False,
) -> Turn:
    """Write down what ended, look at new events, and take what is to be sent next, all in one transaction.

    Args:
        endpoint_id: whose turn it is.
        ended: what came of what was claimed before.
        policy: when to try again.
        now: the time.
        is_behind: whether there may be new events.
        is_stopping: write down what ended, and nothing else.

    Raises:
        Unavailable: the database cannot answer now; nothing of it was done.
    """
    async with transaction(changes_content=False) as tx:
        endpoint = await lock(tx, endpoint_id, skip=not ended)
        if endpoint is None:
            return Turn()
        turn = Turn(endpoint)
        turn.reason = await settle(tx, endpoint, ended, policy, now)
        if is_stopping or turn.reason or endpoint.state != EndpointState.ACTIVE:
            return turn
        turn.is_behind = is_behind and await fan_out(tx, endpoint, now)
        turn.claimed, turn.is_held = await claim(tx, endpoint, policy, now)
    return turn


async def lock(tx: TransactionalDBClient, endpoint_id: int, *, skip: bool = False) -> Endpoint | None:
    """Keep everybody else from the endpoint and its deliveries until the transaction ends.

    None if it is gone or, with `skip`, if somebody else is at it.
    """
    return await Endpoint.filter(id=endpoint_id).using_db(tx).select_for_update(skip_locked=skip).first()


async def fan_out(tx: TransactionalDBClient, endpoint: Endpoint, now: datetime) -> bool:
    """Make deliveries of the next events that the endpoint is told of; whether there may be more events.

    Events are committed in the order of their sequence and without gaps, so none is missed.
    """
    following = Event.filter(sequence__gt=endpoint.position).using_db(tx).order_by("sequence")
    batch = await following.limit(BATCH)
    if not batch:
        return False
    await add(tx, endpoint, await matching(tx, endpoint, batch), now)
    endpoint.position = batch[-1].sequence
    await run(tx, "UPDATE endpoint SET position=? WHERE id=?", endpoint.position, endpoint.id)
    return len(batch) == BATCH


async def add(tx: TransactionalDBClient, endpoint: Endpoint, chosen: Sequence[Event], now: datetime) -> None:
    """Make a delivery of each of the events that has none."""
    moment = stored(now)
    keys = [key_of(event) for event in chosen]
    await run_many(
        tx,
        "INSERT INTO delivery (endpoint_id,sequence,event_uid,type,key,state,tries,attempt_count,next_at,lease,"
        "last_error,created_at) VALUES (?,?,?,?,?,'WAITING',0,0,?,'','',?)"
        " ON CONFLICT (endpoint_id,sequence) DO NOTHING",
        [
            (endpoint.id, event.sequence, event.uid, event.type, key, moment, moment)
            for event, key in zip(chosen, keys, strict=True)
        ],
    )
    await promote(tx, endpoint.id, keys)


async def promote(tx: TransactionalDBClient, endpoint_id: int, keys: Iterable[str]) -> None:
    """Let the first of those that wait with one of the keys go ahead, where none with that key is under way."""
    if not (wanted := sorted(set(keys))):
        return
    table, values = listed(tx, wanted)
    await run(
        tx,
        "UPDATE delivery SET state='PENDING' WHERE endpoint_id=? AND sequence IN (SELECT (SELECT min(w.sequence)"  # noqa: S608 - our own words
        " FROM delivery w WHERE w.endpoint_id=? AND w.key=listed.value AND w.state='WAITING')"
        f" FROM {table} WHERE NOT EXISTS (SELECT 1 FROM delivery p WHERE p.endpoint_id=? AND p.key=listed.value"
        " AND p.state='PENDING'))",
        endpoint_id,
        endpoint_id,
        values,
        endpoint_id,
    )


async def claim(
    tx: TransactionalDBClient, endpoint: Endpoint, policy: Policy, now: datetime
) -> tuple[list[Claimed], bool]:
    """Lease what is due, as much as the endpoint's limits allow; and whether they hold back what is due besides."""
    most = 1 if endpoint.failing_since else endpoint.concurrency
    due, leased = await _due(tx, endpoint, policy, now, most + 1)
    chosen = due[: max(0, min(most - leased, _rate_left(endpoint, now)))]
    if chosen and endpoint.rate_per_minute:
        await _count_rate(tx, endpoint, len(chosen), now)
    claimed = await _lease(tx, chosen, policy, now) if chosen else []
    return claimed, len(due) > len(chosen)


def _rate_left(endpoint: Endpoint, now: datetime) -> int:
    if not endpoint.rate_per_minute:
        return endpoint.concurrency
    return endpoint.rate_per_minute - (endpoint.rate_count if _is_window_open(endpoint, now) else 0)


def _is_window_open(endpoint: Endpoint, now: datetime) -> bool:
    began = endpoint.rate_window
    return began is not None and began <= now < began + _MINUTE


async def _count_rate(tx: TransactionalDBClient, endpoint: Endpoint, count: int, now: datetime) -> None:
    if not _is_window_open(endpoint, now):
        endpoint.rate_window, endpoint.rate_count = now, 0
    endpoint.rate_count += count
    await (
        Endpoint.filter(id=endpoint.id)
        .using_db(tx)
        .update(rate_window=endpoint.rate_window, rate_count=endpoint.rate_count)
    )


async def _due(
    tx: TransactionalDBClient, endpoint: Endpoint, policy: Policy, now: datetime, count: int
) -> tuple[list[int], int]:
    """The ids of the heads whose time has come, the longest due first, and how many are on their way by any process.

    A head that a clock set back parked is due, too.
    """
    heads = "FROM delivery WHERE endpoint_id=? AND state='PENDING' AND next_at"
    until = rounded_up(now + timedelta(seconds=policy.lease_seconds))
    rows = await run(
        tx,
        f"SELECT id,(SELECT count(*) {heads}>? AND next_at<=? AND lease<>'') AS leased FROM"  # noqa: S608 - our own words
        f" (SELECT * FROM (SELECT id,next_at {heads}<=? ORDER BY next_at,id LIMIT ?) a"
        f" UNION ALL SELECT * FROM (SELECT id,next_at {heads}>? ORDER BY next_at,id LIMIT ?) b) c ORDER BY next_at,id",
        endpoint.id,
        stored(now),
        stored(until),
        endpoint.id,
        stored(now),
        count,
        endpoint.id,
        stored(now + timedelta(seconds=policy.longest_seconds)),
        count,
    )
    return [row["id"] for row in rows][:count], rows[0]["leased"] if rows else 0


async def _lease(tx: TransactionalDBClient, ids: Sequence[int], policy: Policy, now: datetime) -> list[Claimed]:
    lease = secrets.token_hex(8)
    until = stored(rounded_up(now + timedelta(seconds=policy.lease_seconds)))
    table, values = listed(tx, ids)
    rows = await run(
        tx,
        f"UPDATE delivery SET lease=?,leased_until=?,next_at=? WHERE id IN (SELECT value FROM {table})"  # noqa: S608 - our own words
        " RETURNING id,sequence,event_uid,body",
        lease,
        until,
        until,
        values,
    )
    found = await Event.filter(sequence__in=[row["sequence"] for row in rows]).using_db(tx)
    by_sequence = {event.sequence: event for event in found}
    stale = await _stale(tx, [row["id"] for row in rows if row["body"] is not None])
    return [
        Claimed(
            row["id"],
            lease,
            row["event_uid"],
            by_sequence.get(row["sequence"]),
            None if row["id"] in stale else row["body"],
        )
        for row in sorted(rows, key=lambda row: int(row["sequence"]))
    ]


async def _stale(tx: TransactionalDBClient, ids: Sequence[int]) -> set[int]:
    """Those whose article was unpublished or taken down since their event: what they said must not go out again."""
    if not ids:
        return set()
    table, values = listed(tx, ids)
    rows = await run(
        tx,
        "SELECT d.id FROM delivery d JOIN event e ON e.sequence=d.sequence"  # noqa: S608 - our own words
        f" WHERE d.id IN (SELECT value FROM {table}) AND e.subject_kind IN ('article','draft')"
        " AND (EXISTS (SELECT 1 FROM event g WHERE g.subject_kind='article' AND g.subject_id=e.subject_id"
        " AND g.sequence>e.sequence AND g.type IN ('article.unpublished','article.taken_down'))"
        " OR NOT EXISTS (SELECT 1 FROM draft t WHERE t.id=e.subject_id)"
        " OR (e.subject_kind='article' AND NOT EXISTS (SELECT 1 FROM article a WHERE a.id=e.subject_id)))",
        values,
    )
    return {row["id"] for row in rows}


async def settle(
    tx: TransactionalDBClient, endpoint: Endpoint, ended: Sequence[Ended], policy: Policy, now: datetime
) -> str:
    """Write down what became of deliveries; why the endpoint is to be disabled, or ""."""
    if not ended:
        return ""
    table, values = listed(tx, [one.id for one in ended])
    rows = await run(
        tx,
        "SELECT id,key,state,lease,tries,attempt_count,next_at,finished_at,body,last_status,last_error FROM delivery"  # noqa: S608 - our own words
        f" WHERE endpoint_id=? AND id IN (SELECT value FROM {table})",
        endpoint.id,
        values,
    )
    settling = _Settling(endpoint, policy, now, {row["id"]: row for row in rows})
    for one in ended:
        await settling.take(tx, one)
    await settling.write(tx)
    return settling.reason


class _Settling:
    """What some attempts make of their deliveries and of the endpoint; written with few statements at the end."""

    def __init__(self, endpoint: Endpoint, policy: Policy, now: datetime, rows: dict[int, dict[str, Any]]) -> None:
        self.endpoint = endpoint
        self.policy = policy
        self.now = now
        self.rows = rows
        self.reason = ""
        self._attempts: list[tuple[object, ...]] = []
        self._touched: dict[int, dict[str, Any]] = {}
        self._finished: set[str] = set()
        self._is_recovered = False
        self._is_told = False

    async def take(self, tx: TransactionalDBClient, one: Ended) -> None:
        """Take one attempt in."""
        row = self.rows.get(one.id)
        if row is None:
            return
        is_ours = row["state"] == DeliveryState.PENDING and row["lease"] == one.lease
        if not one.was_sent:
            if is_ours:
                self._free(row, self.now + timedelta(seconds=1))
            return
        row["attempt_count"] += 1
        self._touched[one.id] = row
        milliseconds = round(one.seconds * 1000)
        self._attempts.append(
            (one.id, row["attempt_count"], stored(one.at), one.status, one.error, milliseconds, one.answer)
        )
        gives_up = not one.ok and is_ours and await self._gives_up(tx, row, one)
        self._judge(one)
        # One that another process took over after our lease had ended is that one's, unless ours did arrive.
        if not is_ours and not (one.ok and row["state"] in {DeliveryState.PENDING, DeliveryState.FAILED}):
            return
        row["tries"] += 1
        row["last_status"], row["last_error"] = one.status, one.error
        # One that was made for the endpoint as it was before is not to be sent again.
        if one.body is not None and (one.ok or one.endpoint_version in {None, self.endpoint.version}):
            row["body"] = one.body
        if one.ok or gives_up:
            self._free(row, self.now)
            row["state"] = DeliveryState.DELIVERED if one.ok else DeliveryState.FAILED
            row["finished_at"] = stored(self.now)
            self._finished.add(row["key"])
        else:
            self._free(row, self.policy.next_try(self.now, row["tries"], one.retry_after_seconds))

    def _free(self, row: dict[str, Any], next_at: datetime) -> None:
        row["lease"], row["next_at"] = "", stored(next_at)
        self._touched[row["id"]] = row

    async def _gives_up(self, tx: TransactionalDBClient, row: dict[str, Any], one: Ended) -> bool:
        """Whether this was the last try. While an endpoint is down nothing is given up."""
        if one.is_hopeless:
            return True
        if not self.policy.is_exhausted(row["tries"] + 1):
            return False
        first = row["attempt_count"] - row["tries"]
        rows = await run(tx, "SELECT at FROM attempt WHERE delivery_id=? AND number=?", row["id"], first)
        began = _moment(rows[0]["at"]) if rows else self.now
        # One that was hurried on with every success of another has had its tries, but not its time.
        if (self.now - began).total_seconds() < self.policy.shortest_seconds:
            return False
        if self.endpoint.failing_since is None:
            return True
        if one.is_down or self.endpoint.delivered_at is None:
            return False
        # It answers, but refuses this one: did it take any other since this one was first tried?
        return self.endpoint.delivered_at >= began

    def _judge(self, one: Ended) -> None:
        """Note what an attempt tells of the endpoint."""
        endpoint = self.endpoint
        if one.ok:
            since = endpoint.failing_since
            self._is_recovered |= since is not None and self.now - since >= _OUTAGE
            if endpoint.failing_since or endpoint.delivered_at is None or stored(self.now) > endpoint.delivered_at:
                endpoint.failing_since, endpoint.delivered_at = None, self.now
                self._is_told = True
        elif one.error != INTERNAL:
            if endpoint.failing_since is None:
                endpoint.failing_since = self.now
                self._is_told = True
            failing_seconds = (self.now - endpoint.failing_since).total_seconds()
            if one.status == _GONE:
                self.reason = "the receiver answered 410, that it is gone for good"
            elif failing_seconds >= self.policy.disable_after_seconds:
                days = failing_seconds / 86400
                self.reason = f"nothing could be delivered for {days:.1f} days; the last error was {one.error}"

    async def write(self, tx: TransactionalDBClient) -> None:
        """Write everything down."""
        if self._is_recovered:
            await _hurry(tx, self.endpoint.id, self.now)
        await run_many(
            tx,
            "INSERT INTO attempt (delivery_id,number,at,status,error,milliseconds,answer) VALUES (?,?,?,?,?,?,?)",
            self._attempts,
        )
        names = ("state", "tries", "attempt_count", "next_at", "finished_at", "body", "last_status", "last_error")
        await run_many(
            tx,
            f"UPDATE delivery SET {','.join(f'{name}=?' for name in names)},lease=?,"  # noqa: S608 - our own words
            "leased_until=CASE WHEN lease=? THEN leased_until END WHERE id=?",
            [(*(row[name] for name in names), row["lease"], row["lease"], row["id"]) for row in self._touched.values()],
        )
        await promote(tx, self.endpoint.id, self._finished)
        if self._is_told:
            await (
                Endpoint.filter(id=self.endpoint.id)
                .using_db(tx)
                .update(failing_since=self.endpoint.failing_since, delivered_at=self.endpoint.delivered_at)
            )


async def _hurry(tx: TransactionalDBClient, endpoint_id: int, now: datetime) -> None:
    """Make due what failed only because the endpoint was down."""
    await run(
        tx,
        "UPDATE delivery SET next_at=? WHERE endpoint_id=? AND state='PENDING' AND next_at>? AND lease='' AND tries>0"
        " AND (last_status IS NULL OR last_status>=500 OR last_status=?) AND last_error<>?",
        stored(now),
        endpoint_id,
        stored(now),
        _TOO_MANY,
        INTERNAL,
    )


def _moment(cell: Any) -> datetime:
    return datetime.fromisoformat(cell) if isinstance(cell, str) else cell


async def disable(endpoint_id: int, reason: str, now: datetime) -> None:
    """Send the endpoint nothing more until somebody enables it again. What it was not told yet stays."""
    async with writing() as tx:
        endpoint = await lock(tx, endpoint_id)
        if endpoint is None or endpoint.state != EndpointState.ACTIVE:
            return
        await (
            Endpoint.filter(id=endpoint_id)
            .using_db(tx)
            .update(state=EndpointState.DISABLED, reason=reason, version=endpoint.version + 1, updated_at=now)
        )
        await events.record(
            tx,
            Viewer.system("webhooks"),
            "endpoint.disabled",
            ("endpoint", endpoint_id),
            at=now,
            name=endpoint.name,
            reason=reason,
        )
