"""A real server on the loopback interface, and clients of its sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import uvicorn
from starlette.types import ASGIApp
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from cms.serving import listen, uvicorn_config
from cms.settings import Settings

SOCKETS = "graphql-transport-ws"


@dataclass
class Site:
    """A running server."""

    port: int
    server: uvicorn.Server

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def socket(
        self, payload: dict[str, Any] | None = None, *, init: bool = True, protocol: str = SOCKETS, **options: Any
    ) -> AsyncIterator[Client]:
        """An open socket, acknowledged unless `init` is false."""
        address = f"ws://127.0.0.1:{self.port}/graphql"
        async with connect(address, subprotocols=[protocol], proxy=None, **options) as connection:  # type: ignore[list-item]  # a new type of theirs
            client = Client(connection)
            if init:
                await client.send(type="connection_init", payload=payload)
                assert await client.receive() == {"type": "connection_ack"}
            yield client


class Client:
    """Speaks the protocol."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def send(self, **message: Any) -> None:
        await self.connection.send(json.dumps(message))

    async def receive(self) -> Any:
        async with asyncio.timeout(5):
            return json.loads(await self.connection.recv())

    async def subscribe(self, query: str, id_: str = "1", **payload: Any) -> None:
        await self.send(type="subscribe", id=id_, payload={"query": query, **payload})

    async def ask(self, query: str, id_: str = "1", **payload: Any) -> list[Any]:
        """All messages about one operation, to its last."""
        await self.subscribe(query, id_, **payload)
        messages = [await self.receive()]
        while messages[-1]["type"] == "next":
            messages.append(await self.receive())
        assert {message["id"] for message in messages} == {id_}
        return messages

    def leave(self) -> None:
        """Be gone without a word."""
        self.connection.transport.abort()

    async def closed(self) -> tuple[int, str]:
        """The code and the reason that the server closes with; whatever it sends before is read away."""
        with pytest.raises(ConnectionClosed) as caught:
            async with asyncio.timeout(5):
                while True:
                    await self.connection.recv()
        frame = caught.value.rcvd
        assert frame is not None
        return frame.code, frame.reason


@asynccontextmanager
async def serving(app: ASGIApp, settings: Settings) -> AsyncIterator[Site]:
    """Serve an application whose start-up has run already; it is stopped in order."""
    config = uvicorn_config(app, settings)
    config.lifespan = "off"
    server = uvicorn.Server(config)
    with listen("127.0.0.1", 0) as listener:
        task = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:  # noqa: ASYNC110 - the server tells by this alone
            await asyncio.sleep(0.001)
        try:
            yield Site(listener.getsockname()[1], server)
        finally:
            server.should_exit = True
            await task


async def eventually(condition: Any) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.005)
