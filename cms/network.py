"""Connections to addresses that somebody entered: to those that were judged, and to no others.

For sending webhooks (cms/webhooks/sending.py) and for fetching pages (cms/fetching.py).
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore2

from cms.webhooks.addresses import AddressRules, LookUp, Target, resolve_all


class HandshakeFailed(Exception):
    """The other end did not prove its name, or speaks no TLS that we do."""


class StaleConnection(httpcore2.ReadError):
    """A connection that was kept open was closed by its other end before anything of this answer came."""


class Network(httpcore2.AnyIOBackend):
    """Connects to the addresses that were judged, and to no others."""

    def __init__(self, scheme: str, rules: AddressRules, look_up: LookUp) -> None:
        self._scheme = scheme
        self._rules = rules
        self._look_up = look_up

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore2 calls it so
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to the first address of the host that takes one."""
        target = Target(self._scheme, host, port, "/")
        *others, last = await resolve_all(target, self._rules, look_up=self._look_up)
        for address in others:
            try:
                return _Stream(await super().connect_tcp(address, port, timeout, local_address, socket_options))
            except httpcore2.ConnectError:
                continue
        return _Stream(await super().connect_tcp(last, port, timeout, local_address, socket_options))


class _Stream(httpcore2.AsyncNetworkStream):
    """A connection that tells when it was stale, and why TLS failed."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream
        self._requests = 0
        self._is_waiting = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - as above
        """What came; nothing if the other end closed the connection."""
        try:
            data = await self._stream.read(max_bytes, timeout)
        except httpcore2.ReadError:
            self._check_stale()
            raise
        if data:
            self._is_waiting = False
        else:
            self._check_stale()
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - as above
        """Send something."""
        if not self._is_waiting:
            self._is_waiting = True
            self._requests += 1
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - as above
    ) -> httpcore2.AsyncNetworkStream:
        """The connection with TLS."""
        try:
            return _Stream(await self._stream.start_tls(ssl_context, server_hostname, timeout))
        except BaseException as error:
            # A handshake that is cancelled would leave its socket open.
            await self._stream.aclose()
            if isinstance(error, httpcore2.ConnectError):
                raise HandshakeFailed from error
            raise

    def get_extra_info(self, info: str) -> Any:
        """Something about the connection, by name."""
        return self._stream.get_extra_info(info)

    def _check_stale(self) -> None:
        if self._is_waiting and self._requests > 1:
            raise StaleConnection from None
