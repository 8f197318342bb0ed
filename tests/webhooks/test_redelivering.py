"""Sending again: one delivery, all that failed, or everything from an event on; and forgetting what is old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cms.db import Database
from cms.models import Attempt, Delivery, Endpoint, Event
from cms.webhooks import endpoints
from cms.webhooks.addresses import AddressRules
from cms.webhooks.endpoints import EndpointFields
from cms.webhooks.redelivering import redeliver, redeliver_failed, replay
from cms.webhooks.retention import forget_deliveries, forget_events
from cms.words import DeliveryState, PayloadForm
from tests.webhooks.following import START, WRITER, Desk, ended, happen, make_endpoint, subjects

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


@pytest.fixture
async def desk(database: Database) -> Desk:
    endpoint = await make_endpoint(concurrency=100)
    return Desk(endpoint.id)


async def deliver_all(desk: Desk) -> list[int]:
    """Deliver what is due; the sequences in the order in which they were sent."""
    told = []
    while claimed := await desk.claim():
        told += [one.event.sequence for one in claimed if one.event is not None]
        await desk.settle(claimed)
    return told


async def test_one_delivery_is_sent_again_with_its_id_and_body(desk: Desk) -> None:
    await happen(1)
    (first,) = await desk.claim()
    await desk.settle([first], body='{"a":1}')

    assert await redeliver(first.id, desk.clock())

    (again,) = await desk.claim()
    row = await Delivery.get()
    assert (again.id, again.event_uid) == (first.id, first.event_uid)
    assert (row.tries, row.attempt_count, row.finished_at) == (0, 1, None)
    await desk.settle([again])
    assert await Attempt.all().order_by("number").values_list("number", flat=True) == [1, 2]


async def test_a_stored_body_of_an_article_that_is_gone_is_not_sent_again(desk: Desk) -> None:
    await happen(1)  # there is no such article
    (first,) = await desk.claim()
    await desk.settle([first], body='{"a":1}')

    await redeliver(first.id, desk.clock())

    assert [one.body for one in await desk.claim()] == [None]


async def test_a_body_that_was_made_for_another_form_or_role_is_not_sent_again(desk: Desk) -> None:
    await happen(1, 2, 3)
    tried, sent, running = await desk.claim()
    await desk.settle([tried], 500, body="old", endpoint_version=1)
    await desk.settle([sent], body="old", endpoint_version=1)

    await endpoints.update_endpoint(
        WRITER, desk.endpoint_id, EndpointFields(payload=PayloadForm.THIN), AddressRules(), expected_version=1
    )
    await desk.settle([running], 500, body="old", endpoint_version=1)
    await redeliver(sent.id, desk.clock())

    assert [row.body for row in await Delivery.all()] == [None, None, None]


async def test_what_waits_for_its_next_try_is_sent_at_once(desk: Desk) -> None:
    await happen(1)
    (first,) = await desk.claim()
    await desk.settle([first], 500)
    assert await desk.claim() == []

    assert await redeliver(first.id, desk.clock())

    assert len(await desk.claim()) == 1


async def test_what_waits_for_its_next_try_is_sent_when_the_endpoint_is_resumed(desk: Desk) -> None:
    await happen(1)
    await desk.settle(await desk.claim(), 429, retry_after_seconds=3600)
    desk.clock.now = datetime.now(UTC)
    await Delivery.all().update(next_at=desk.clock() + timedelta(hours=5))
    await endpoints.pause_endpoint(WRITER, desk.endpoint_id)

    await endpoints.resume_endpoint(WRITER, desk.endpoint_id)

    desk.clock.move(seconds=10)
    assert len(await desk.claim()) == 1


async def test_what_is_being_sent_is_left_alone(desk: Desk) -> None:
    await happen(1)
    (first,) = await desk.claim()

    assert await redeliver(first.id, desk.clock())

    assert await desk.claim() == []
    assert not await redeliver(999, desk.clock())


async def test_an_earlier_one_goes_before_a_later_one_of_the_same_article(desk: Desk) -> None:
    await happen(1, 1)
    await deliver_all(desk)
    await happen(1)
    (later,) = await desk.claim()
    await desk.settle([later], 500)
    desk.clock.move(minutes=1)
    first, _second, _third = await Delivery.all().order_by("sequence")

    await redeliver(first.id, desk.clock())

    assert await deliver_all(desk) == [1, 3]


async def test_one_that_is_sent_right_now_keeps_an_earlier_one_waiting(desk: Desk) -> None:
    await happen(1)
    await deliver_all(desk)
    await happen(1)
    (running,) = await desk.claim()

    await redeliver((await Delivery.get(sequence=1)).id, desk.clock())

    assert await desk.claim() == []
    assert subjects((await desk.turn(ended(running, desk.clock()))).claimed) == [1]


async def test_all_that_was_given_up_is_sent_again_in_order(desk: Desk) -> None:
    await happen(*[1] * 3, *[2] * 3)
    await Delivery.all().delete()
    await Endpoint.all().update(position=0)
    await deliver_all(desk)
    await Delivery.filter(sequence__in=[1, 3, 4, 6]).update(state=DeliveryState.FAILED)
    await Delivery.filter(sequence=6).update(finished_at=START - timedelta(days=1))

    assert await redeliver_failed(desk.endpoint_id, START, desk.clock()) == 3

    assert sorted(await deliver_all(desk)) == [1, 3, 4]


async def test_a_replay_sends_everything_from_an_event_on_once_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.webhooks.redelivering.BATCH", 7)
    await happen(*(number % 5 + 1 for number in range(40)))
    await deliver_all(desk)
    uids = await Delivery.all().order_by("sequence").values_list("event_uid", flat=True)
    await Delivery.filter(sequence__in=[12, 30, 31]).delete()

    assert await replay(desk.endpoint_id, 11, desk.clock()) == 30

    told = await deliver_all(desk)
    assert sorted(told) == list(range(11, 41))
    for article in range(5):
        own = [sequence for sequence in told if (sequence - 1) % 5 == article]
        assert own == sorted(own)
    assert await Delivery.all().order_by("sequence").values_list("event_uid", flat=True) == uids


async def test_a_replay_tells_nothing_twice_that_is_still_to_come(desk: Desk) -> None:
    await happen(1, 2)
    (first, second) = await desk.claim()
    await desk.settle([first])
    await happen(3)

    assert await replay(desk.endpoint_id, 1, desk.clock()) == 2

    assert sorted(await deliver_all(desk)) == [1, 3]
    await desk.settle([second])
    assert await desk.states() == [DeliveryState.DELIVERED] * 3


# Forgetting


async def test_deliveries_are_forgotten_with_their_attempts_when_they_are_old(desk: Desk) -> None:
    await happen(1, 2, 3)
    claimed = await desk.claim()
    await desk.settle(claimed[:1])
    desk.clock.move(days=10)
    await desk.settle(claimed[1:2])
    await desk.settle(claimed[2:], 500)

    assert await forget_deliveries(30, START + timedelta(days=30)) == 0
    assert await forget_deliveries(30, START + timedelta(days=31)) == 1

    assert await Delivery.all().order_by("sequence").values_list("sequence", flat=True) == [2, 3]
    assert await Attempt.all().count() == 2
    assert await forget_deliveries(1, START + timedelta(days=900)) == 1
    assert await desk.states() == [DeliveryState.PENDING]


async def test_events_are_forgotten_up_to_what_anybody_has_still_to_be_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.webhooks.retention.BATCH", 3)
    await happen(*range(1, 21))
    claimed = await desk.claim()
    later = START + timedelta(days=11)

    assert await forget_events(0, later) == 0
    assert await forget_events(10, later) == 0
    await desk.settle(claimed[:8])
    assert await forget_events(12, later) == 0
    assert await forget_events(10, later) == 8
    await make_endpoint(position=15, state="PAUSED")
    await desk.settle(claimed[8:])
    assert await forget_events(10, later) == 7
    await Endpoint.exclude(id=desk.endpoint_id).delete()
    assert await forget_events(10, later) == 4

    assert await Event.all().values_list("sequence", flat=True) == [20]
    assert await happen(1) == 21


async def test_without_endpoints_only_the_last_event_stays() -> None:
    await happen(*range(1, 6))

    assert await forget_events(10, START + timedelta(days=11)) == 4


async def test_young_events_stay_and_all_that_come_after_them() -> None:
    await happen(*range(1, 6))
    await Event.filter(sequence=3).update(created_at=START + timedelta(days=9))

    assert await forget_events(10, START + timedelta(days=11)) == 2
