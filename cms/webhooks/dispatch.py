"""Sending: one lane for each endpoint that has something to be told, so that none waits for another.

A process has one dispatcher, and several processes may have theirs on one database. What a process had on its way when
it was killed is sent again, under the same id, when its lease has ended.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import orjson

from cms.db import Database
from cms.errors import Unavailable
from cms.ids import shown_id
from cms.log import get_logger
from cms.models import Endpoint, Event
from cms.webhooks.carrying import Sends, send_purge, send_webhook
from cms.webhooks.deliveries import INTERNAL, Claimed, Ended, Turn, advance, disable
from cms.webhooks.matching import is_for
from cms.webhooks.policy import Policy
from cms.webhooks.sending import ErrorKind, Outcome
from cms.webhooks.tally import Backlog, Tally
from cms.words import EndpointKind

# Covers a wake-up that was lost, and an endpoint whose limits held something back.
POLL_SECONDS = 2.0
RETRY_SECONDS = 1.0
# Another process is at the endpoint, for some milliseconds.
_BUSY_SECONDS = 0.02
_HELD_SECONDS = 1.0
# How long what is on its way may take when the server stops.
STOP_SECONDS = 3.0

Render = Callable[[Endpoint, Event], Awaitable[bytes]]
Clock = Callable[[], datetime]

log = get_logger(__name__)


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


@dataclass
class _Lane:
    """What is under way at one endpoint."""

    wake: asyncio.Event = field(default_factory=asyncio.Event)
    is_behind: bool = False
    sends: set[asyncio.Task[None]] = field(default_factory=set)
    ended: list[Ended] = field(default_factory=list)
    task: asyncio.Task[None] | None = None


@dataclass(frozen=True)
class _Work:
    """What the tables say of one endpoint: whether there are new events, and when its next delivery is due."""

    endpoint_id: int
    is_behind: bool
    next_at: datetime | None
    last_at: datetime | None


class Dispatcher:
    """Sends to every endpoint what it is to be told. `run` it in a task that stands in no transaction.

    Args:
        database: where the queue is.
        sender: sends one request; it must be open.
        render: makes the body of an event for an endpoint.
        policy: when to try again.
        tally: what counts what was sent.
        now: the clock.
    """

    def __init__(
        self,
        database: Database,
        sender: Sends,
        render: Render,
        policy: Policy,
        *,
        tally: Tally | None = None,
        now: Clock = utc_now,
    ) -> None:
        self._database = database
        self._sender = sender
        self._render = render
        self._policy = policy
        self._now = now
        self._lanes: dict[int, _Lane] = {}
        self._held: dict[int, float] = {}
        self._poked = asyncio.Event()
        self._has_endpoints = asyncio.Event()
        self._is_stopping = False
        self._failures: set[str] = set()
        self.tally = tally or Tally()

    async def run(self) -> None:
        """Go on until cancelled. What is on its way then has a moment to end; of the rest the lease ends."""
        listening = asyncio.create_task(self._listen(), name="webhooks news")
        try:
            while True:
                self._poked.clear()
                await self._pause(await self._look())
        finally:
            listening.cancel()
            await self._stop()

    async def _listen(self) -> None:
        news = self._database.news
        count = news.count
        while True:
            # Waiting for news of other processes costs a percent of a core on SQLite; most sites have no endpoint.
            await self._has_endpoints.wait()
            count = await news.wait(count, POLL_SECONDS)
            self._poked.set()

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._poked.wait()

    async def _look(self) -> float:
        """Wake the lanes of endpoints with something to do; the seconds until there may be more."""
        try:
            works = await self._works()
        except Exception as error:  # the outermost loop, which goes on whatever happens
            self._tell("look", error)
            return RETRY_SECONDS
        self._failures.discard("look")
        if works:
            self._has_endpoints.set()
        else:
            self._has_endpoints.clear()
        now, seconds = self._now(), POLL_SECONDS
        for work in works:
            until_due = (work.next_at - now).total_seconds() if work.next_at else POLL_SECONDS
            is_due = until_due <= 0 or self._is_parked(work, now)
            if work.is_behind or (is_due and time.monotonic() >= self._held.get(work.endpoint_id, 0)):
                self._wake(work)
            elif not is_due:
                seconds = min(seconds, until_due)
        return max(seconds, 0.01)

    def _is_parked(self, work: _Work, now: datetime) -> bool:
        return work.last_at is not None and (work.last_at - now).total_seconds() > self._policy.longest_seconds

    async def _works(self) -> list[_Work]:
        """The endpoints that are sent to. Read where nobody waits for it, so an idle server writes nothing."""
        cell = await self._database.fetch(_WORKS[self._database.dialect])
        rows = orjson.loads(cell) if cell else []
        return [
            _Work(number, bool(is_behind), _moment(first), _moment(last)) for number, is_behind, first, last in rows
        ]

    def _wake(self, work: _Work) -> None:
        endpoint_id = work.endpoint_id
        lane = self._lanes.get(endpoint_id)
        if lane is None:
            lane = self._lanes[endpoint_id] = _Lane()
            lane.task = asyncio.create_task(self._run_lane(endpoint_id, lane), name=f"webhooks lane {endpoint_id}")
        lane.is_behind |= work.is_behind
        lane.wake.set()

    async def _run_lane(self, endpoint_id: int, lane: _Lane) -> None:
        """Take turns at the endpoint until there is nothing to do."""
        try:
            while True:
                lane.wake.clear()
                turn = await self._turn(endpoint_id, lane)
                for claimed in turn.claimed:
                    self._start(lane, turn.endpoint, claimed)
                if turn.is_held:
                    self._held[endpoint_id] = time.monotonic() + _HELD_SECONDS
                if lane.sends and not lane.is_behind:
                    await lane.wake.wait()
                elif not (lane.wake.is_set() or lane.ended or lane.is_behind):
                    return
        finally:
            del self._lanes[endpoint_id]

    async def _turn(self, endpoint_id: int, lane: _Lane) -> Turn:
        if self._is_stopping and not lane.ended:
            lane.is_behind = False
            return Turn()
        place = f"endpoint {endpoint_id}"
        ended, lane.ended = lane.ended, []
        is_behind, lane.is_behind = lane.is_behind, False
        try:
            turn = await advance(
                endpoint_id, ended, self._policy, self._now(), is_behind=is_behind, is_stopping=self._is_stopping
            )
            lane.is_behind |= turn.is_behind
            if turn.reason:
                ended = []  # that is written down; should this fail, the next failure tries it again
                await disable(endpoint_id, turn.reason, self._now())
                log.warning("webhook.endpoint_disabled", endpoint=endpoint_id, reason=turn.reason)
        except Exception as error:  # one lane's bug stops no other lane; what was leased is sent again
            self._tell(place, error)
            if isinstance(error, Unavailable):
                lane.ended = ended + lane.ended
            await asyncio.sleep(RETRY_SECONDS)
            lane.wake.set()
            return Turn()
        self._failures.discard(place)
        if turn.endpoint is None:
            await asyncio.sleep(_BUSY_SECONDS)
            self._poked.set()
        return turn

    def _tell(self, place: str, error: Exception) -> None:
        """Log a failure once until all is well again."""
        if place in self._failures:
            return
        self._failures.add(place)
        if isinstance(error, Unavailable):
            log.warning("webhook.unavailable", reason=error.message)
        else:
            log.error("webhook.failed", exc_info=error)

    def _start(self, lane: _Lane, endpoint: Endpoint | None, claimed: Claimed) -> None:
        assert endpoint is not None  # noqa: S101 - whoever claimed something has seen it

        async def send() -> None:
            # First the result, then the list: another one may be in its place by then.
            one = await self._attempt(endpoint, claimed)
            lane.ended.append(one)

        def ended(task: asyncio.Task[None]) -> None:
            lane.sends.discard(task)
            lane.wake.set()

        task = asyncio.create_task(send(), name=f"webhooks delivery {claimed.id}")
        lane.sends.add(task)
        task.add_done_callback(ended)

    async def _attempt(self, endpoint: Endpoint, claimed: Claimed) -> Ended:
        """Send one delivery; what came of it."""
        started = Ended(claimed.id, claimed.lease, self._now(), body=claimed.body, endpoint_version=endpoint.version)
        if claimed.event is None:
            return replace(started, error=INTERNAL, answer="the event is not in the log any more", is_hopeless=True)
        if not is_for(endpoint, claimed.event):
            return replace(started, error=INTERNAL, answer="the event is not for runAs as it is now", is_hopeless=True)
        try:
            if endpoint.kind == EndpointKind.WEBHOOK:
                body = await self._body(endpoint, claimed.event, claimed.body)
                started = replace(started, body=body.decode())
                outcome = await send_webhook(self._sender, endpoint, claimed.event_uid, body, self._now())
            else:
                outcome = await send_purge(self._sender, endpoint, claimed.event.tags)
        except Unavailable:
            return replace(started, was_sent=False)
        except Exception:  # a bug of ours, which stops no other delivery
            log.exception("webhook.delivery_failed", delivery=claimed.id, endpoint=endpoint.id)
            outcome = Outcome(None, ErrorKind.INTERNAL, 0, "", None)
        self.tally.attempts[outcome.error or "OK"] += 1
        self.tally.seconds += outcome.seconds
        return replace(
            started,
            status=outcome.status,
            error=str(outcome.error or ""),
            seconds=outcome.seconds,
            answer=outcome.answer,
            retry_after_seconds=outcome.retry_after_seconds,
        )

    async def _body(self, endpoint: Endpoint, event: Event, kept: str | None) -> bytes:
        return await self._render(endpoint, event) if kept is None else kept.encode()

    async def _stop(self) -> None:
        self._is_stopping = True
        lanes = {lane.task: lane for lane in self._lanes.values() if lane.task is not None}
        for lane in lanes.values():
            lane.wake.set()
        if not lanes:
            return
        _done, left = await asyncio.wait(lanes, timeout=STOP_SECONDS)
        tasks = [*left, *(send for task in left for send in lanes[task].sends)]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


# Each of the sub-selects is one step in an index, however long a queue is.
_HEADS = "(SELECT %s(next_at) FROM delivery d WHERE d.endpoint_id=e.id AND d.state='PENDING')"
_COLUMNS = f"e.id,e.position<coalesce((SELECT max(sequence) FROM event),0),{_HEADS % 'min'},{_HEADS % 'max'}"  # noqa: S608 - our own words
_WORKS: Mapping[str, str] = {
    "sqlite": f"SELECT json_group_array(json_array({_COLUMNS})) FROM endpoint e WHERE e.state='ACTIVE'",  # noqa: S608 - our own words
    "postgres": f"SELECT json_agg(json_build_array({_COLUMNS}))::text FROM endpoint e WHERE e.state='ACTIVE'",  # noqa: S608 - our own words
}


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


_UNFINISHED = "FROM delivery d WHERE d.endpoint_id=e.id AND d.state"
_COUNTED = (
    f"e.id,(SELECT count(*) {_UNFINISHED} IN ('PENDING','WAITING')),"
    f"(SELECT min(created_at) {_UNFINISHED}='PENDING')"  # the oldest is always one that waits for no other
)
_BACKLOGS: Mapping[str, str] = {
    "sqlite": f"SELECT json_group_array(json_array({_COUNTED})) FROM endpoint e",  # noqa: S608 - our own words
    "postgres": f"SELECT json_agg(json_build_array({_COUNTED}))::text FROM endpoint e",  # noqa: S608 - our own words
}


async def count_backlogs(database: Database, tally: Tally, now: Clock = utc_now) -> None:
    """Count what each endpoint has still to be told. It takes longer with longer queues, so not too often.

    Raises:
        Unavailable: the database cannot answer now.
    """
    cell = await database.fetch(_BACKLOGS[database.dialect])
    rows, moment = orjson.loads(cell) if cell else [], now()
    tally.backlogs = {
        shown_id("endpoint", number): Backlog(
            count, max(0.0, (moment - datetime.fromisoformat(oldest)).total_seconds()) if oldest else 0.0
        )
        for number, count, oldest in rows
    }


@asynccontextmanager
async def dispatching(database: Database, dispatcher: Dispatcher) -> AsyncIterator[None]:
    """Run a dispatcher during the block. Enter it outside of any transaction."""
    with database.use():
        task = asyncio.create_task(dispatcher.run(), name="webhooks")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
