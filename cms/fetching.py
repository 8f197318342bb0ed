"""Fetching one page from an address that an editor entered, guarded as webhooks are, and following its redirects."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urldefrag, urljoin

import httpcore2

from cms.network import HandshakeFailed, Network
from cms.webhooks.addresses import (
    LONGEST_URL,
    AddressRules,
    LookUp,
    Refused,
    Target,
    check_url,
    system_look_up,
)

USER_AGENT = f"Broadsheet-Import/{version('broadsheet-cms')}"
MOST_REDIRECTS = 5
CONTENT_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FAILURES: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((TimeoutError, httpcore2.TimeoutException), "It did not answer in time."),
    ((ssl.SSLError, HandshakeFailed), "It could not prove its name by a certificate."),
    ((httpcore2.ProtocolError, UnicodeError, zlib.error), "What it answered is no HTTP."),
    ((httpcore2.NetworkError, OSError), "No connection to it can be made."),
)


class NotFetched(Exception):
    """A page that could not be had. The sentence is for who asked; it tells nothing of the network behind us."""


@dataclass(frozen=True)
class Page:
    """What an address answered: `url` is where the redirects ended, `data` the body, unpacked."""

    url: str
    content_type: str
    data: bytes


@dataclass(frozen=True)
class FetchRules:
    """What may be fetched.

    Attributes:
        addresses: where from.
        most_bytes: how large a page may be, unpacked.
        timeout_seconds: how long it may take with everything, redirects included.
        look_up: finds the addresses of a name.
        ssl_context: whose certificates are believed; those that the system trusts, if None.
    """

    addresses: AddressRules
    most_bytes: int
    timeout_seconds: float
    look_up: LookUp = system_look_up
    ssl_context: ssl.SSLContext | None = None


async def fetch(url: str, rules: FetchRules) -> Page:
    """The page at an address. No cookie, no credential and no proxy takes part, and nothing is kept.

    Raises:
        NotFetched: it may not be asked, does not answer with a page, or with one too large; the sentence says which.
    """
    try:
        async with asyncio.timeout(rules.timeout_seconds):
            return await _follow(url, rules)
    except Refused as refusal:
        raise NotFetched(str(refusal)) from refusal
    except tuple(kind for kinds, _ in _FAILURES for kind in kinds) as error:
        sentence = next(sentence for kinds, sentence in _FAILURES if isinstance(error, kinds))
        raise NotFetched(sentence) from error


async def _follow(url: str, rules: FetchRules) -> Page:
    """The page at the end of the redirects, each of which is judged as the first address is."""
    context = rules.ssl_context
    if context is None:
        context = await asyncio.to_thread(httpcore2.default_ssl_context)
    for _ in range(MOST_REDIRECTS + 1):
        target = check_url(urldefrag(url).url, rules.addresses)
        answer = await _ask(target, url, rules, context)
        if isinstance(answer, Page):
            return answer
        try:
            url = urljoin(url, answer)
        except ValueError:
            raise NotFetched("It redirects to what is no address.") from None
        if len(url) > LONGEST_URL:
            raise NotFetched("It redirects to an address that is too long.")
    raise NotFetched(f"It redirects more than {MOST_REDIRECTS} times.")


async def _ask(target: Target, url: str, rules: FetchRules, context: ssl.SSLContext) -> Page | str:
    """The page at a target, or the address that it redirects to."""
    headers = {
        "Host": target.authority,
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.5",
        "Accept-Encoding": "gzip",
    }
    encoded = [(name.encode("ascii"), value.encode("ascii")) for name, value in headers.items()]
    address = httpcore2.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
    network = Network(target.scheme, rules.addresses, rules.look_up)
    async with httpcore2.AsyncConnectionPool(ssl_context=context, network_backend=network) as pool:
        response = await pool.handle_async_request(httpcore2.Request("GET", address, headers=encoded))
        async with aclosing(response):
            location = _header(response.headers, b"location")
            if response.status in _REDIRECTS and location:
                return location
            if not 200 <= response.status < 300:
                raise NotFetched(f"It answered with status {response.status}.")
            content_type = _header(response.headers, b"content-type")
            if content_type.partition(";")[0].strip().lower() not in CONTENT_TYPES:
                raise NotFetched("It is no HTML page; its content type is another one.")
            return Page(urldefrag(url).url, content_type, await _body(response, rules.most_bytes))


async def _body(response: httpcore2.Response, most: int) -> bytes:
    """The body, unpacked no further than may be kept of it."""
    encoding = _header(response.headers, b"content-encoding").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise NotFetched("It is packed in a way that was not asked for.")
    unpack = _Unpacking() if encoding not in ("", "identity") else None
    data = bytearray()
    received = 0
    async with aclosing(response.aiter_stream()) as chunks:
        async for chunk in chunks:
            received += len(chunk)
            data += unpack.more(chunk, most + 1 - len(data)) if unpack else chunk
            if len(data) > most or received > most:
                raise NotFetched(f"It is larger than {most:,} bytes.")
    if unpack is not None and not unpack.is_complete:
        raise NotFetched("What it answered ends in the middle.")
    return bytes(data)


class _Unpacking:
    """Unpacks gzip, which may come in several parts one after the other (RFC 1952), and deflate."""

    def __init__(self) -> None:
        self._part = zlib.decompressobj(wbits=47)

    @property
    def is_complete(self) -> bool:
        """Whether what came so far has an end."""
        return self._part.eof

    def more(self, packed: bytes, most: int) -> bytes:
        """What a piece unpacks to, `most` bytes of it, which is at least one."""
        data = bytearray()
        while packed and len(data) < most:
            if self._part.eof:
                self._part = zlib.decompressobj(wbits=47)
            data += self._part.decompress(packed, most - len(data))
            packed = self._part.unused_data
        return bytes(data)


def _header(headers: Iterable[tuple[bytes, bytes]], wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in headers if name.lower() == wanted), "")
