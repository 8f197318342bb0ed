"""The dispatcher: what is sent, lanes that do not wait for each other, and stopping without losing anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook

from cms.db import Database, connect
from cms.errors import Unavailable
from cms.models import Attempt, Delivery, Endpoint, Event
from cms.webhooks import deliveries, dispatch
from cms.webhooks.addresses import AddressRules
from cms.webhooks.deliveries import Ended, Turn
from cms.webhooks.dispatch import Dispatcher, dispatching
from cms.webhooks.sending import Outgoing, Sender
from cms.words import DeliveryState
from tests.content import make_article
from tests.webhooks.following import (
    POLICY,
    SECRET,
    START,
    Clock,
    Desk,
    FakeSender,
    happen,
    make_endpoint,
    render,
    submit,
    tell,
)
from tests.webhooks.receivers import answer, answering, receiving

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
async def news(database: Database) -> None:
    await database.news.open()


async def well(_outgoing: Outgoing) -> int:
    return 200


@asynccontextmanager
async def sending(database: Database, sender: Any, **more: Any) -> AsyncIterator[Dispatcher]:
    dispatcher = Dispatcher(database, sender, **{"render": render, "policy": POLICY} | more)
    async with dispatching(database, dispatcher):
        yield dispatcher


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(30):
        while not await condition():  # noqa: ASYNC110 - the condition is met in the database
            await asyncio.sleep(0.01)


async def finished(count: int) -> None:
    """Wait until so many deliveries are finished."""

    async def are_finished() -> bool:
        return await Delivery.exclude(finished_at=None).count() >= count

    await until(are_finished)


async def attempted(count: int) -> None:
    """Wait until so many attempts are written down."""

    async def are_attempted() -> bool:
        return await Attempt.all().count() >= count

    await until(are_attempted)


# What is sent


async def test_a_receiver_gets_a_signed_event(database: Database) -> None:
    async with receiving(answering(*[answer(200, b"danke")] * 2)) as receiver:
        await make_endpoint(
            f"http://127.0.0.1:{receiver.port}/hook?a=1", headers=[{"name": "X-Site", "value": "morning"}]
        )
        rules = AddressRules.parse([f"127.0.0.0/8:{receiver.port}"])
        async with Sender(rules, 5) as sender, sending(database, sender) as dispatcher:
            await happen(17)
            await finished(1)

    event, attempt = await Event.get(), await Attempt.get()
    headers, body = receiver.headers(), receiver.requests[0].partition(b"\r\n\r\n")[2]
    assert receiver.requests[0].startswith(b"POST /hook?a=1 HTTP/1.1\r\n")
    assert (headers["webhook-id"], headers["x-site"]) == (event.uid, "morning")
    assert headers["content-type"].startswith("application/json")
    assert Webhook(SECRET).verify(body, headers) == {"sequence": event.sequence}
    assert (attempt.status, attempt.answer, attempt.error) == (200, "danke", "")
    assert dispatcher.tally.attempts == {"OK": 1}


async def test_both_secrets_sign_until_the_former_one_ends(database: Database) -> None:
    former = "whsec_" + "QkJC" * 8
    sender, clock = FakeSender(well), Clock()
    await make_endpoint(former_secret=former, former_until=START + timedelta(hours=1))

    async with sending(database, sender, now=clock):
        await happen(1)
        await finished(1)
        clock.move(hours=2)
        await happen(2)
        await finished(2)

    signatures = [len(one.headers["webhook-signature"].split()) for one in sender.sent]
    assert signatures == [2, 1]
    assert sender.sent[1].headers["webhook-timestamp"] == str(int(clock().timestamp()))


async def test_retries_carry_the_same_id_and_body_and_their_own_timestamp(database: Database) -> None:
    statuses, clock, made = [500, None, 200], Clock(), []

    async def fail_twice(_outgoing: Outgoing) -> int | None:
        return statuses.pop(0)

    async def render_anew(_endpoint: Endpoint, event: Event) -> bytes:
        made.append(event.sequence)
        return b'{"made":%d}' % len(made)

    sender = FakeSender(fail_twice)
    await make_endpoint(position=0)
    await make_public()

    async with sending(database, sender, now=clock, render=render_anew):
        for number in range(1, 4):
            await sender.has_sent(number)
            await attempted(number)
            clock.move(seconds=400)
        await finished(1)

    assert {one.body for one in sender.sent} == {b'{"made":1}'}
    assert len(set(sender.ids)) == 1
    assert len({one.headers["webhook-timestamp"] for one in sender.sent}) == 3


async def test_what_was_taken_down_is_not_sent_again_as_it_was(database: Database) -> None:
    statuses, clock, made = [500, 200, 200], Clock(), []

    async def fail_once(_outgoing: Outgoing) -> int | None:
        return statuses.pop(0)

    async def render_anew(_endpoint: Endpoint, event: Event) -> bytes:
        made.append(event.sequence)
        return b'{"made":%d}' % len(made)

    sender = FakeSender(fail_once)
    await make_endpoint(position=0)
    draft = await make_public()
    async with sending(database, sender, now=clock, render=render_anew):
        await attempted(1)
        await tell("article.taken_down", draft)
        clock.move(seconds=400)
        await finished(2)

    assert [one.body for one in sender.sent] == [b'{"made":1}', b'{"made":2}', b'{"made":3}']


async def make_public() -> int:
    """An article that stays public, and the event of its publishing alone."""
    article = await make_article()
    await Event.exclude(type="article.published").delete()
    return article.id


async def test_what_was_queued_for_a_role_is_not_told_to_readers(database: Database) -> None:
    sender, clock = FakeSender(well), Clock()
    made = await make_endpoint(types=["draft.submitted", "article.published"], run_as="EDITOR")
    await submit(1)
    await happen(1)
    await Desk(made.id).claim()
    await Endpoint.all().update(run_as="")
    clock.move(minutes=1)
    async with sending(database, sender, now=clock):
        await finished(2)

    assert sender.ids == [(await Event.get(sequence=2)).uid]
    assert (await Delivery.get(sequence=1)).state == DeliveryState.FAILED


async def test_a_cache_gets_purges_and_nothing_for_events_without_tags(database: Database) -> None:
    sender = FakeSender(well)
    await make_endpoint("http://127.0.0.1:9/", kind="VARNISH_XKEY", secret="")

    async with sending(database, sender):
        await submit(3)
        await happen(17)
        await finished(1)

    (sent,) = sender.sent
    assert sent.method == "PURGE"
    assert "article:17" in sent.headers["xkey-purge"]
    assert await Delivery.all().count() == 1


async def test_a_bug_in_making_a_body_stops_nothing_else_and_is_no_fault_of_the_endpoint(database: Database) -> None:
    async def broken(endpoint: Endpoint, event: Event) -> bytes:
        if event.subject_id == 1:
            raise RuntimeError("a bug")
        return await render(endpoint, event)

    await make_endpoint()
    async with sending(database, FakeSender(well), render=broken) as dispatcher:
        await happen(1, 2)
        await finished(1)
        await attempted(2)

    endpoint, first = await Endpoint.get(), await Delivery.get(sequence=1)
    assert endpoint.failing_since is None
    assert (first.state, first.last_error) == (DeliveryState.PENDING, "INTERNAL")
    assert dispatcher.tally.attempts == {"OK": 1, "INTERNAL": 1}


# Lanes


async def test_a_hanging_endpoint_keeps_no_other_waiting(database: Database) -> None:
    async def hang_at_one(outgoing: Outgoing) -> int:
        if "slow" in outgoing.url:
            await asyncio.Event().wait()
        return 200

    sender = FakeSender(hang_at_one)
    await make_endpoint("http://127.0.0.1:9/slow", concurrency=2)
    await make_endpoint("http://127.0.0.1:9/fast")

    async with sending(database, sender):
        for number in range(1, 30):
            await happen(number)
        await finished(29)

    assert sum("slow" in one.url for one in sender.sent) == 2


async def test_events_about_an_article_arrive_in_order_and_others_side_by_side(database: Database) -> None:
    running, most = 0, 0

    async def count(_outgoing: Outgoing) -> int:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.002)
        running -= 1
        return 200

    sender = FakeSender(count)
    await make_endpoint(concurrency=4)
    await happen(*(number % 5 + 1 for number in range(50)))

    async with sending(database, sender):
        await finished(50)

    keys = dict(await Event.all().values_list("uid", "subject_id"))
    order = list(await Event.all().order_by("sequence").values_list("uid", flat=True))
    for subject in range(1, 6):
        assert [uid for uid in sender.ids if keys[uid] == subject] == [uid for uid in order if keys[uid] == subject]
    assert most == 4


async def test_what_ends_during_a_turn_is_written_down_in_the_next(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = asyncio.Event(), asyncio.Event()

    async def one_after_the_other(_outgoing: Outgoing) -> int:
        if first.is_set():
            await second.wait()
        first.set()
        return 200

    async def advance(endpoint_id: int, ended: list[Ended], *given: Any, **more: Any) -> Turn:
        turn = await deliveries.advance(endpoint_id, ended, *given, **more)
        if ended and not second.is_set():
            second.set()
            await asyncio.sleep(0.02)  # the other one ends now
        return turn

    monkeypatch.setattr(dispatch, "advance", advance)
    await make_endpoint(concurrency=2)
    await happen(1, 2)

    async with sending(database, FakeSender(one_after_the_other)), asyncio.timeout(10):
        await finished(2)


async def test_several_dispatchers_on_one_database_send_each_once(database: Database, database_url: str) -> None:
    sender = FakeSender(well)
    other = await connect(database_url, durable=False)
    await other.news.open()
    try:
        for number in range(3):
            await make_endpoint(f"http://127.0.0.1:9/{number}")
        async with sending(database, sender), sending(other, sender):
            for number in range(1, 41):
                await happen(number % 6 + 1)
            await finished(120)
    finally:
        await other.close()

    assert len(sender.sent) == 120
    assert len({(one.url, one.headers["webhook-id"]) for one in sender.sent}) == 120
    assert await Attempt.all().count() == 120


async def test_an_endpoint_that_recovers_is_drained(database: Database) -> None:
    is_up = False

    async def maybe(_outgoing: Outgoing) -> int | None:
        return 200 if is_up else None

    sender, clock = FakeSender(maybe), Clock()
    await make_endpoint()
    await happen(*range(1, 20))
    async with sending(database, sender, now=clock):
        await attempted(19)
        is_up = True
        clock.move(seconds=7)
        await finished(19)

    assert (await Endpoint.get()).failing_since is None


@pytest.mark.parametrize(("status", "after_days"), [(410, 0), (500, 6)])
async def test_an_endpoint_is_disabled_with_an_event(database: Database, status: int, after_days: int) -> None:
    async def fail(_outgoing: Outgoing) -> int:
        return status

    sender, clock = FakeSender(fail), Clock()
    await make_endpoint()
    await happen(1)
    async with sending(database, sender, now=clock):
        await sender.has_sent(1)
        await attempted(1)
        clock.move(days=after_days)
        await until(lambda: Event.exists(type="endpoint.disabled"))
        sent = len(sender.sent)
        await happen(2)
        await asyncio.sleep(0.1)

    assert len(sender.sent) == sent
    assert (await Endpoint.get()).state == "DISABLED"


# Stopping


async def test_what_is_on_its_way_when_the_server_stops_is_written_down(database: Database) -> None:
    go_on = asyncio.Event()

    async def wait(_outgoing: Outgoing) -> int:
        await go_on.wait()
        return 200

    sender = FakeSender(wait)
    await make_endpoint(concurrency=2)
    await happen(1, 2, 3)
    async with sending(database, sender):
        await sender.has_sent(2)
        asyncio.get_running_loop().call_later(0.05, go_on.set)

    assert len(sender.sent) == 2
    assert await Delivery.filter(state=DeliveryState.DELIVERED).count() == 2
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("webhooks")]


async def test_what_does_not_end_in_time_is_sent_again_with_the_same_id(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hang(_outgoing: Outgoing) -> int:
        await asyncio.Event().wait()
        return 200

    monkeypatch.setattr(dispatch, "STOP_SECONDS", 0.05)
    first, second, clock = FakeSender(hang), FakeSender(well), Clock()
    await make_endpoint()
    await happen(1)
    async with sending(database, first, now=clock):
        await first.has_sent(1)
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("webhooks")]

    clock.move(minutes=2)
    async with sending(database, second, now=clock):
        await finished(1)

    assert second.ids == first.ids


async def test_an_idle_dispatcher_writes_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "POLL_SECONDS", 0.01)
    await make_endpoint()
    await happen(1)
    async with sending(database, FakeSender(well)):
        await finished(1)
        await asyncio.sleep(0.1)
        looks, writes = database.statements, database.write_statements
        await asyncio.sleep(0.3)

        assert database.statements > looks + 3
        assert database.write_statements == writes


async def test_the_dispatcher_goes_on_whatever_happens(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    real, failures = Dispatcher._works, [Unavailable("away"), OSError("the cable is cut"), KeyError("a bug")]

    async def works(self: Dispatcher) -> Any:
        if failures:
            raise failures.pop()
        return await real(self)

    monkeypatch.setattr(Dispatcher, "_works", works)
    monkeypatch.setattr(dispatch, "RETRY_SECONDS", 0.01)
    await make_endpoint()
    await happen(1)
    async with sending(database, FakeSender(well)):
        await finished(1)


async def test_a_database_that_is_away_for_a_while_loses_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = dispatch.advance, 0

    async def advance(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls % 2:
            raise Unavailable("away")
        return await real(*arguments, **options)

    monkeypatch.setattr(dispatch, "advance", advance)
    monkeypatch.setattr(dispatch, "RETRY_SECONDS", 0.01)
    sender = FakeSender(well)
    await make_endpoint()
    async with sending(database, sender):
        await happen(1, 2, 3)
        await finished(3)

    assert len(sender.sent) == 3
