"""A receiver of webhooks on this machine that keeps what it got, and can be down in several ways."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Request:
    """A request, when its last byte came, and how it was answered (None: not at all)."""

    at: float
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    status: int | None


@dataclass
class Receiver:
    """A listening server. `answer` tells the status for each request; None hangs up, 0 never answers."""

    answer: Callable[[], int | None] = lambda: 200
    port: int = 0
    requests: list[Request] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}/hook"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                pairs = (line.partition(":") for line in head.split("\r\n")[1:])
                headers = {name.lower(): value.strip() for name, _colon, value in pairs}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                status = self.answer()
                self.requests.append(Request(time.perf_counter(), headers, body, status))
                if status is None:
                    return
                if status == 0:
                    await asyncio.Event().wait()
                writer.write(f"HTTP/1.1 {status} Whatever\r\nContent-Length: 2\r\n\r\nok".encode())
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            return  # the sender had enough
        finally:
            writer.close()

    async def reached(self, count: int, seconds: float = 120) -> None:
        """Wait until so many requests came.

        Raises:
            TimeoutError: they did not.
        """
        async with asyncio.timeout(seconds):
            while len(self.requests) < count:  # noqa: ASYNC110 - a thousand events a second would cost more
                await asyncio.sleep(0.002)


@asynccontextmanager
async def receiving(answer: Callable[[], int | None] = lambda: 200) -> AsyncIterator[Receiver]:
    """A receiver on a free port while the block runs."""
    receiver, tasks = Receiver(answer), set[asyncio.Task[None]]()

    def start(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(receiver.serve(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(start, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
