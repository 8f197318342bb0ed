"""Endpoints, events for them, a clock that stands still, and a sender that does as it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from cms import events
from cms.db import writing
from cms.event_types import TYPES
from cms.models import Delivery, Endpoint, Event
from cms.permissions import Viewer
from cms.webhooks.deliveries import Claimed, Ended, Turn, advance
from cms.webhooks.policy import Policy
from cms.webhooks.sending import ErrorKind, Outcome, Outgoing
from tests.happenings import sample

WRITER = Viewer.system("a test")
START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
SECRET = "whsec_" + "QUFB" * 8
POLICY = Policy(retry_seconds=(5, 30, 300), disable_after_seconds=5 * 86400, lease_seconds=30)
NUMBERS = count(1)


async def make_endpoint(url: str = "http://127.0.0.1:9/hook", **columns: Any) -> Endpoint:
    """An endpoint that is told of what happens from now on."""
    last = await Event.all().order_by("-sequence").first()
    given = {"name": f"接收者{next(NUMBERS)}", "url": url, "secret": SECRET, "headers": []}
    given |= {"position": last.sequence if last else 0, "created_at": START, "updated_at": START}
    return await Endpoint.create(**given | columns)


async def happen(*article_ids: int) -> int:
    """Articles were published, one event each; the number of the last event."""
    last = 0
    for number in article_ids:
        last = await tell("article.published", number, [f"article:{number}", "list:articles"], language="zh-Hans")
    return last


async def submit(draft_id: int) -> int:
    """A review of a draft was asked for."""
    return await tell("draft.submitted", draft_id)


async def tell(kind: str, number: int, tags: Sequence[str] = (), **more: Any) -> int:
    """Something happened to what has this number; the number of the event."""
    declared = TYPES[kind]
    async with writing() as tx:
        return await events.record(
            tx, WRITER, kind, (declared.subject_kind, number), at=START, tags=tags, **sample(declared) | more
        )


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def move(self, **units: float) -> None:
        self.now += timedelta(**units)


@dataclass
class Desk:
    """Plays the part of a dispatcher at one endpoint, step by step."""

    endpoint_id: int
    clock: Clock = field(default_factory=Clock)
    policy: Policy = POLICY

    async def turn(self, *ended: Ended) -> Turn:
        return await advance(self.endpoint_id, ended, self.policy, self.clock())

    async def claim(self) -> list[Claimed]:
        return (await self.turn()).claimed

    async def end(self, claimed: Sequence[Claimed], status: int | None = 200, **more: Any) -> Turn:
        """All of them came to this end."""
        return await self.turn(*(ended(one, self.clock(), status, **more) for one in claimed))

    async def settle(self, claimed: Sequence[Claimed], status: int | None = 200, **more: Any) -> None:
        """All of them came to this end, and nothing more is claimed."""
        outcomes = [ended(one, self.clock(), status, **more) for one in claimed]
        await advance(self.endpoint_id, outcomes, self.policy, self.clock(), is_stopping=True)

    async def endpoint(self) -> Endpoint:
        return await Endpoint.get(id=self.endpoint_id)

    async def states(self) -> list[str]:
        """The state of each delivery, in the order of the events."""
        return [row.state for row in await Delivery.filter(endpoint_id=self.endpoint_id).order_by("sequence")]


def ended(claimed: Claimed, now: datetime, status: int | None = 200, **more: Any) -> Ended:
    ok = status is not None and 200 <= status < 300
    error = "" if ok else "CONNECTION" if status is None else "HTTP_STATUS"
    given = {"status": status, "error": error, "seconds": 0.012, "body": claimed.body or "{}"}
    return Ended(claimed.id, claimed.lease, now, **given | more)


def subjects(claimed: Sequence[Claimed]) -> list[int]:
    return [one.event.subject_id for one in claimed if one.event is not None]


Answer = Callable[[Outgoing], Awaitable[int | None]]


@dataclass
class FakeSender:
    """Keeps what is sent. `answer` tells the status of each; None is no answer."""

    answer: Answer
    sent: list[Outgoing] = field(default_factory=list)
    _heard: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def send(self, outgoing: Outgoing) -> Outcome:
        self.sent.append(outgoing)
        async with self._heard:
            self._heard.notify_all()
        status = await self.answer(outgoing)
        if status is None:
            return Outcome(None, ErrorKind.CONNECTION, 0.01, "", None)
        return Outcome(status, None if 200 <= status < 300 else ErrorKind.HTTP_STATUS, 0.01, "ja", None)

    @property
    def ids(self) -> list[str]:
        """The event of each request."""
        return [one.headers["webhook-id"] for one in self.sent]

    async def has_sent(self, number: int) -> None:
        async with asyncio.timeout(20), self._heard:
            await self._heard.wait_for(lambda: len(self.sent) >= number)


async def render(endpoint: Endpoint, event: Event) -> bytes:
    return b'{"sequence":%d}' % event.sequence
