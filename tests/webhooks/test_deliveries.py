"""The queue: order, limits, schedule, leases, giving up, recovering. On a clock that stands still."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from cms.db import Database, transaction
from cms.db.sql import run
from cms.models import Attempt, Delivery, Endpoint, Event
from cms.webhooks import deliveries
from cms.webhooks.deliveries import Ended
from cms.words import DeliveryState, EndpointState
from tests.webhooks.following import POLICY, START, Clock, Desk, ended, happen, make_endpoint, subjects, submit

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


@pytest.fixture
async def desk(database: Database) -> Desk:
    endpoint = await make_endpoint(concurrency=10)
    return Desk(endpoint.id)


async def only(desk: Desk) -> Delivery:
    return await Delivery.get(endpoint_id=desk.endpoint_id)


# Order


async def test_an_event_is_claimed_once_and_then_delivered(desk: Desk) -> None:
    sequence = await happen(17)

    (claimed,) = await desk.claim()
    again = await desk.claim()
    await desk.settle([claimed], body='{"a":1}', answer="danke")

    event = await Event.get(sequence=sequence)
    assert (claimed.event_uid, claimed.body, again) == (event.uid, None, [])
    row, attempt = await only(desk), await Attempt.get()
    assert (row.state, row.tries, row.attempt_count, row.body) == (DeliveryState.DELIVERED, 1, 1, '{"a":1}')
    assert (row.lease, row.leased_until, row.finished_at) == ("", None, START)
    assert (attempt.number, attempt.status, attempt.error, attempt.milliseconds, attempt.answer) == (
        *(1, 200, "", 12),
        "danke",
    )
    endpoint = await desk.endpoint()
    assert (endpoint.position, endpoint.delivered_at, endpoint.failing_since) == (sequence, START, None)


async def test_events_about_one_article_go_one_after_the_other_and_others_go_on(desk: Desk) -> None:
    await happen(1, 2, 1, 1, 3)

    first = await desk.claim()
    assert subjects(first) == [1, 2, 3]

    turn = await desk.end(first[1:])
    assert turn.claimed == []
    turn = await desk.end(first[:1])
    assert subjects(turn.claimed) == [1]
    assert turn.claimed[0].event is not None
    assert turn.claimed[0].event.sequence == 3


async def test_the_order_of_an_article_is_kept_across_retries_while_others_go_on(desk: Desk) -> None:
    await happen(1, 1, 2)
    one, two = await desk.claim()
    await desk.settle([one], 500)
    await desk.settle([two])
    await happen(2, 1)

    told = []
    for _ in range(40):
        desk.clock.move(seconds=20)
        for claimed in await desk.claim():
            assert claimed.event is not None
            told.append((claimed.event.subject_id, claimed.event.sequence))
            is_late = desk.clock() > START + timedelta(seconds=60)
            await desk.settle([claimed], 200 if is_late or claimed.event.subject_id == 2 else 500)

    assert [sequence for subject, sequence in dict.fromkeys(told) if subject == 1] == [1, 2, 5]
    assert told.index((2, 4)) < told.index((1, 2))
    assert await desk.states() == [DeliveryState.DELIVERED] * 5


async def test_a_draft_and_its_article_are_one_subject(desk: Desk) -> None:
    await Endpoint.all().update(types=["draft.submitted", "article.published"], run_as="EDITOR")
    await happen(17, 18)
    await submit(17)

    assert subjects(await desk.claim()) == [17, 18]


# Limits


async def test_no_more_are_sent_at_a_time_than_the_endpoint_takes(desk: Desk) -> None:
    await Endpoint.all().update(concurrency=2)
    await happen(*range(1, 6))

    turn = await desk.turn()
    other = await desk.turn()

    assert (len(turn.claimed), turn.is_held) == (2, True)
    assert (other.claimed, other.is_held) == ([], True)
    assert len((await desk.end(turn.claimed[:1])).claimed) == 1


async def test_no_more_are_sent_a_minute_than_the_endpoint_takes(desk: Desk) -> None:
    await Endpoint.all().update(rate_per_minute=3)
    await happen(*range(1, 8))

    counts = []
    for _ in range(4):
        claimed = await desk.claim()
        counts.append(len(claimed))
        await desk.settle(claimed)
        desk.clock.move(seconds=30)

    assert counts == [3, 0, 3, 0]


async def test_one_at_a_time_is_tried_while_the_endpoint_fails(desk: Desk) -> None:
    await happen(*range(1, 6))
    claimed = await desk.claim()
    await desk.settle(claimed[:1], None)
    await desk.settle(claimed[1:], None)

    desk.clock.move(seconds=10)
    probes = await desk.claim()

    assert len(probes) == 1
    assert len((await desk.end(probes)).claimed) == 4


# Pausing


@pytest.mark.parametrize("state", [EndpointState.PAUSED, EndpointState.DISABLED])
async def test_a_stopped_endpoint_is_told_nothing_until_it_goes_on(desk: Desk, state: EndpointState) -> None:
    await happen(1)
    claimed = await desk.claim()
    await Endpoint.all().update(state=state)
    await happen(2)

    assert (await desk.end(claimed, 500)).claimed == []
    desk.clock.move(days=3)
    assert await desk.claim() == []
    assert (await desk.endpoint()).position == 1

    await Endpoint.all().update(state=EndpointState.ACTIVE, failing_since=None)
    assert subjects(await desk.claim()) == [1, 2]


# Schedule


async def test_a_delivery_is_tried_again_by_the_schedule_with_some_jitter(desk: Desk) -> None:
    await happen(1)
    pauses = []
    (claimed,) = await desk.claim()
    for _ in range(3):
        await desk.settle([claimed], 503)
        pauses.append(((await only(desk)).next_at - desk.clock()).total_seconds())
        desk.clock.move(seconds=pauses[-1] - 1)
        assert await desk.claim() == []
        desk.clock.move(seconds=1)
        (claimed,) = await desk.claim()

    assert [low <= pause <= high for pause, (low, high) in zip(pauses, [(4, 7), (24, 37), (240, 361)], strict=True)]
    assert all(4 <= pause <= 361 for pause in pauses)
    assert pauses == sorted(pauses)


@pytest.mark.parametrize(("asked", "least", "most"), [(120, 120, 120), (1, 4, 7), (10**9, 86400, 86400)])
async def test_retry_after_is_kept_within_a_day(desk: Desk, asked: int, least: int, most: int) -> None:
    await happen(1)

    await desk.settle(await desk.claim(), 429, retry_after_seconds=asked)

    assert least <= ((await only(desk)).next_at - START).total_seconds() <= most


async def test_a_clock_that_was_set_back_parks_nothing(desk: Desk) -> None:
    await happen(1)
    desk.clock.move(days=400)
    await desk.settle(await desk.claim(), 500)

    desk.clock.now = START
    (claimed,) = await desk.claim()
    await desk.settle([claimed])

    assert await desk.states() == [DeliveryState.DELIVERED]


# Leases


async def test_what_a_killed_process_held_is_sent_again_under_the_same_id(desk: Desk) -> None:
    await happen(1)
    (lost,) = await desk.claim()

    desk.clock.move(seconds=29)
    assert await desk.claim() == []
    desk.clock.move(seconds=2)
    (again,) = await desk.claim()

    assert (again.id, again.event_uid) == (lost.id, lost.event_uid)
    assert again.lease != lost.lease


async def test_a_late_end_counts_if_it_arrived_and_else_leaves_the_new_holder_alone(desk: Desk) -> None:
    await happen(1, 2)
    late = await desk.claim()
    desk.clock.move(minutes=1)
    new = await desk.claim()

    await desk.turn(ended(late[0], desk.clock(), 500), ended(late[1], desk.clock(), 200))
    held, done = await Delivery.all().order_by("sequence")
    assert (held.state, held.lease, held.tries, held.attempt_count) == (DeliveryState.PENDING, new[0].lease, 0, 1)
    assert held.leased_until is not None
    assert done.state == DeliveryState.DELIVERED

    await desk.settle(new, 500)
    assert await desk.states() == [DeliveryState.PENDING, DeliveryState.DELIVERED]
    assert await Attempt.all().count() == 4


async def test_what_could_not_be_made_up_is_no_attempt(desk: Desk) -> None:
    await happen(1)
    (claimed,) = await desk.claim()

    await desk.turn(Ended(claimed.id, claimed.lease, START, was_sent=False))
    desk.clock.move(seconds=2)

    assert len(await desk.claim()) == 1
    assert await Attempt.all().count() == 0
    assert (await desk.endpoint()).failing_since is None


# Failing for good


async def fail_until_exhausted(desk: Desk, status: int | None = 400) -> None:
    """Every try of the first article fails, while all others are well."""
    for _ in range(len(POLICY.retry_seconds) + 1):
        await happen(2)
        while claimed := await desk.claim():
            for one in claimed:
                await desk.settle([one], status if subjects([one]) == [1] else 200)
        desk.clock.move(seconds=400)


async def test_a_delivery_is_given_up_when_others_arrive(desk: Desk) -> None:
    await happen(1, 1)

    await fail_until_exhausted(desk)
    await fail_until_exhausted(desk)

    assert (await desk.states())[:2] == [DeliveryState.FAILED, DeliveryState.FAILED]
    assert (await Delivery.get(sequence=1)).finished_at is not None


@pytest.mark.parametrize("status", [None, 500, 401])
async def test_nothing_is_given_up_while_the_endpoint_is_down(desk: Desk, status: int | None) -> None:
    await happen(1, 2)
    for _ in range(100):
        await desk.settle(await desk.claim(), status)
        desk.clock.move(seconds=400)

    assert await desk.states() == [DeliveryState.PENDING] * 2
    assert all(row.tries > 10 for row in await Delivery.all())
    desk.clock.move(seconds=400)
    assert subjects((await desk.end(await desk.claim())).claimed) in ([1], [2])


async def test_the_first_success_makes_due_what_had_failed_for_the_endpoints_sake(desk: Desk) -> None:
    await happen(*range(1, 5))
    claimed = await desk.claim()
    for one, status in zip(claimed, (None, 503, 429, 404), strict=True):
        await desk.settle([one], status, retry_after_seconds=3600 if status == 404 else None)
    desk.clock.move(seconds=80)
    await happen(9)
    while claimed := await desk.claim():
        await desk.settle(claimed, 503)

    await happen(10)
    turn = await desk.end(await desk.claim())

    assert sorted(subjects(turn.claimed)) == [1, 2, 3, 9]
    assert (await desk.endpoint()).failing_since is None


@pytest.mark.parametrize("pause", [1, 90])
async def test_the_success_of_others_uses_up_no_tries(desk: Desk, pause: int) -> None:
    await happen(1)
    while desk.clock() < START + timedelta(seconds=sum(POLICY.retry_seconds) * 0.8):
        await happen(2)
        for _ in range(3):
            for one in await desk.claim():
                await desk.settle([one], 500 if subjects([one]) == [1] else 200)
        assert (await Delivery.get(sequence=1)).state == DeliveryState.PENDING
        desk.clock.move(seconds=pause)

    assert (await Delivery.get(sequence=1)).attempt_count <= 8


async def test_an_endpoint_that_says_it_is_gone_is_to_be_disabled(desk: Desk) -> None:
    await happen(1, 2)
    claimed = await desk.claim()

    turn = await desk.end(claimed[:1], 410)

    assert "410" in turn.reason
    await deliveries.disable(desk.endpoint_id, turn.reason, desk.clock())
    await deliveries.disable(desk.endpoint_id, turn.reason, desk.clock())
    endpoint = await desk.endpoint()
    assert (endpoint.state, endpoint.reason, endpoint.version) == (EndpointState.DISABLED, turn.reason, 2)
    event = await Event.get(type="endpoint.disabled")
    assert (event.subject_id, event.payload["reason"]) == (endpoint.id, turn.reason)
    assert await desk.states() == [DeliveryState.PENDING] * 2


async def test_an_endpoint_is_to_be_disabled_after_five_days_of_failure(desk: Desk) -> None:
    await happen(1)
    reasons = []
    for _ in range(121):
        reasons.append((await desk.end(await desk.claim(), 500)).reason)
        desk.clock.move(hours=1)

    assert set(reasons[:120]) == {""}
    assert "5.0 days" in reasons[120]


# Several processes


async def test_heads_are_promoted_and_claimed_once_by_many_at_a_time(desk: Desk, database: Database) -> None:
    await happen(*[number % 7 + 1 for number in range(60)])
    told: list[tuple[int, int]] = []

    async def work(worker: Desk) -> None:
        while not told or await Delivery.filter(finished_at=None).exists():
            turn = await worker.turn()
            for claimed in turn.claimed:
                await asyncio.sleep(0)
                assert claimed.event is not None
                told.append((claimed.event.subject_id, claimed.event.sequence))
                await worker.settle([claimed])
            await asyncio.sleep(0.001)

    async with asyncio.timeout(60):
        await asyncio.gather(*(work(Desk(desk.endpoint_id, Clock())) for _ in range(4)))

    assert sorted(sequence for _subject, sequence in told) == list(range(1, 61))
    for subject in range(1, 8):
        sequences = [sequence for one, sequence in told if one == subject]
        assert sequences == sorted(set(sequences))


async def test_nothing_waits_behind_an_endpoint_that_somebody_is_at(desk: Desk, dialect: str) -> None:
    if dialect == "sqlite":
        pytest.skip("one writes at a time anyway")
    other = Desk((await make_endpoint()).id)
    await happen(1)

    async with transaction() as tx:
        assert await deliveries.lock(tx, desk.endpoint_id) is not None
        busy, free = await asyncio.create_task(_outside(desk)), await asyncio.create_task(_outside(other))

    assert busy == 0
    assert free == 1


async def _outside(desk: Desk) -> int:
    from tortoise.connection import get_connections  # noqa: PLC0415

    connections = get_connections()
    for name in list(connections._storage):  # a task born in a transaction is in it
        client = connections.get(name)
        connections.set(name, getattr(client, "root", client))
    return len(await desk.claim())


# Cost


async def test_a_long_queue_of_a_dead_endpoint_is_not_read_through(desk: Desk, dialect: str) -> None:
    await _pile_up(desk.endpoint_id, 3000)

    for plan in await _plans(dialect, desk):
        assert "ix_delivery_due" in plan, plan
        assert "Seq Scan on delivery" not in plan
        assert "SCAN delivery" not in plan


async def _pile_up(endpoint_id: int, count: int) -> None:
    rows = [
        Delivery(
            endpoint_id=endpoint_id,
            sequence=1000 + number,
            event_uid=f"evt_{number}",
            type="article.updated",
            key=f"article:{number % 1500 + 100}",
            state=DeliveryState.PENDING if number < 1500 else DeliveryState.WAITING,
            tries=3,
            next_at=START + timedelta(hours=number % 20 + 1),
            created_at=START,
        )
        for number in range(count)
    ]
    await Delivery.bulk_create(rows)


async def _plans(dialect: str, desk: Desk) -> list[str]:
    """How the statements are carried out that a turn makes while nothing is due."""
    asked: list[tuple[str, list[object]]] = []
    with pytest.MonkeyPatch.context() as patch:

        async def noting(tx: Any, sql: str, *values: object) -> list[dict[str, Any]]:
            asked.append((sql, list(values)))
            return await run(tx, sql, *values)

        patch.setattr(deliveries, "run", noting)
        await desk.turn()
    explain = "EXPLAIN QUERY PLAN " if dialect == "sqlite" else "EXPLAIN "
    async with transaction() as tx:
        await tx.execute_query("ANALYZE")
        found = [await run(tx, explain + sql, *values) for sql, values in asked]
    assert len(found) == 1
    return ["\n".join(str(list(row.values())[-1]) for row in rows) for rows in found]
