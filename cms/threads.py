"""Work in a thread that nothing has to wait for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


async def apart(function: Callable[[], Result]) -> Result:
    """What a function returns or raises, run in a daemon thread of its own.

    A cancelled caller goes on at once, and a process that ends does not wait for the thread, as it would for those of
    `asyncio.to_thread`: a read of an open pipe might never return.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Result] = loop.create_future()

    def report(result: Callable[[], None]) -> None:
        try:
            loop.call_soon_threadsafe(lambda: None if future.done() else result())
        except RuntimeError:  # the loop has been closed: nobody is interested any more
            return

    def run() -> None:
        try:
            result = function()
        except BaseException as error:  # raised again where it is awaited
            failure = error
            report(lambda: future.set_exception(failure))
        else:
            report(lambda: future.set_result(result))

    threading.Thread(target=run, name="apart", daemon=True).start()
    return await future
