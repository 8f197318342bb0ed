"""Coroutines that are begun before they are awaited, and heavy ones that take turns."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from cms.steps import Begun, Turns

pytestmark = pytest.mark.anyio


async def whole(log: list[str]) -> str:
    log.append("begun")
    try:
        await asyncio.sleep(0)
        await asyncio.sleep(0.001)
        log.append("waited")
        return "result"
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    finally:
        log.append("over")


async def at_once(value: str) -> str:
    return value


async def failing() -> None:
    await asyncio.sleep(0)
    raise KeyError("late")


async def test_what_need_not_wait_is_done_at_once() -> None:
    begun = Begun(at_once("x"))

    assert (begun.is_done, begun.result) == (True, "x")
    assert await begun == "x"


async def test_what_waits_goes_on_when_it_is_awaited() -> None:
    log: list[str] = []
    begun = Begun(whole(log))
    assert (begun.is_done, log) == (False, ["begun"])

    assert await begun == "result"

    assert log == ["begun", "waited", "over"]


async def test_errors_of_later_steps_come_out() -> None:
    with pytest.raises(KeyError, match="late"):
        await Begun(failing())


async def test_a_cancellation_reaches_the_coroutine() -> None:
    log: list[str] = []

    async def waiting() -> None:
        await Begun(whole(log))

    task = asyncio.create_task(waiting())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert log == ["begun", "cancelled", "over"]


async def test_a_coroutine_may_outlast_a_cancellation() -> None:
    async def stubborn() -> str:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            await asyncio.sleep(0)
        return "done"

    async def waiting() -> str:
        return await Begun(stubborn())

    task = asyncio.create_task(waiting())
    await asyncio.sleep(0)
    task.cancel()

    assert await task == "done"


async def test_others_run_between_heavy_beginnings() -> None:
    turns, order = Turns(), []

    async def heavy(number: int) -> None:
        order.append(f"heavy {number}")
        await asyncio.sleep(0)

    async def light() -> None:
        for _ in range(30):
            order.append("light")
            await asyncio.sleep(0)

    await asyncio.gather(*(turns.take(heavy(number)) for number in range(5)), light())

    heavies = [index for index, entry in enumerate(order) if entry != "light"]
    assert [order[index] for index in heavies] == [f"heavy {number}" for number in range(5)]
    assert all("light" in order[one:other] for one, other in itertools.pairwise(heavies))


async def test_one_that_waits_for_others_does_not_hold_the_turn() -> None:
    turns, go_on = Turns(), asyncio.Event()

    async def long() -> None:
        await go_on.wait()

    waiting = asyncio.create_task(turns.take(long()))
    assert await turns.take(at_once("x")) == "x"

    go_on.set()
    await waiting


async def test_who_is_cancelled_while_it_waits_for_its_turn_leaves_it_to_the_next() -> None:
    turns, log = Turns(), list[str]()
    tasks = [asyncio.create_task(turns.take(whole(log))) for _ in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel()

    results = await asyncio.gather(*tasks, return_exceptions=True)

    assert [results[0], results[2]] == ["result", "result"]
    assert isinstance(results[1], asyncio.CancelledError)
    assert log.count("begun") == 2
