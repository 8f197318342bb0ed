"""Coroutines in steps: beginning one to see whether it must wait, and letting heavy beginnings take turns."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Generator
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")


class Begun(Generic[Result]):
    """A coroutine whose first step has been taken, up to where it waits for something; await it to go on.

    Attributes:
        is_done: whether that was all of it.
        result: what it returned then. Awaiting gives that, too.

    Raises:
        Exception: whatever the first step raises.
    """

    result: Result

    def __init__(self, coroutine: Coroutine[Any, Any, Result]) -> None:
        self._coroutine = coroutine
        self.is_done = False
        try:
            self._awaited = coroutine.send(None)
        except StopIteration as stop:
            self.is_done = True
            self.result = stop.value

    def __await__(self) -> Generator[Any, Any, Result]:
        """Go on to the end, as `await` does with a coroutine that has not begun."""
        if self.is_done:
            return self.result
        awaited = self._awaited
        while True:
            try:
                sent, thrown = (yield awaited), None
            except BaseException as error:  # above all a cancellation: the coroutine's own affair
                sent, thrown = None, error
            try:
                awaited = self._coroutine.send(sent) if thrown is None else self._coroutine.throw(thrown)
            except StopIteration as stop:
                result: Result = stop.value
                return result


class Turns:
    """Lets heavy work begin one at a time, with all else that is ready in between.

    An event loop runs what is ready in one go, so a hundred requests that each take twenty milliseconds to be read
    would hold up everybody else for two seconds. Here only the next one of them does.
    """

    def __init__(self) -> None:
        self._lock = asyncio.Lock()

    async def take(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        """What the coroutine returns; its first step waits for its turn, the others do not."""
        try:
            async with self._lock:
                await asyncio.sleep(0)
                begun = Begun(coroutine)
        except BaseException:
            coroutine.close()
            raise
        return await begun
