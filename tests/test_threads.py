"""Threads that nothing has to wait for."""

from __future__ import annotations

import asyncio
import threading

import pytest

from cms.threads import apart

pytestmark = pytest.mark.anyio


async def test_result_and_error_come_out() -> None:
    def fail() -> None:
        raise ValueError("no")

    assert await apart(lambda: 7) == 7
    with pytest.raises(ValueError, match="no"):
        await apart(fail)


async def test_cancelled_caller_does_not_wait_for_the_thread() -> None:
    gate = threading.Event()

    task = asyncio.ensure_future(apart(gate.wait))
    await asyncio.sleep(0)
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert not gate.is_set()
    gate.set()
