"""Receivers on this machine that answer as told, byte by byte, and remember what they were sent."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Behaviour = Callable[["Receiver", asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Receiver:
    """A listening server: its port, and what it was sent, one entry for each request."""

    port: int = 0
    connections: int = 0
    requests: list[bytes] = field(default_factory=list)
    _heard: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def has_requests(self, count: int) -> None:
        """Wait for so many requests."""
        async with self._heard:
            await self._heard.wait_for(lambda: len(self.requests) >= count)

    async def read_request(self, reader: asyncio.StreamReader) -> bool:
        """Read and remember one request; whether there was one."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return False
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        self.requests.append(head + await reader.readexactly(length))
        async with self._heard:
            self._heard.notify_all()
        return True

    def headers(self, number: int = -1) -> dict[str, str]:
        """The headers of a request, names in lower case."""
        head = self.requests[number].partition(b"\r\n\r\n")[0].decode()
        pairs = (line.partition(":") for line in head.split("\r\n")[1:])
        return {name.lower(): value.strip() for name, _, value in pairs}


def answering(*answers: bytes) -> Behaviour:
    """Each request gets the next of the answers on one connection; then it is closed."""

    async def behave(receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in answers:
            if not await receiver.read_request(reader):
                return
            writer.write(answer)
            await writer.drain()

    return behave


def answer(status: int, body: bytes = b"", *headers: str) -> bytes:
    """An answer as it goes over the wire."""
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


@asynccontextmanager
async def receiving(behave: Behaviour, *, tls: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """A receiver on a free port of 127.0.0.1 while the block runs."""
    receiver = Receiver()
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        receiver.connections += 1
        try:
            await behave(receiver, reader, writer)
        except ConnectionError:
            pass  # the sender had enough
        finally:
            writer.transport.abort() if writer.transport.is_closing() else writer.close()

    def start(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(serve(reader, writer))
        tasks.add(task)

    server = await asyncio.start_server(start, "127.0.0.1", 0, ssl=tls)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


@dataclass(frozen=True)
class Authority:
    """A certificate authority of our own, in a folder."""

    folder: Path

    def __post_init__(self) -> None:
        key, certificate = _certificate("Test authority", [], None)
        object.__setattr__(self, "_issuer", (key, certificate))
        (self.folder / "authority.pem").write_bytes(certificate.public_bytes(Encoding.PEM))

    def trust(self) -> ssl.SSLContext:
        """For a client that believes this authority, and no other."""
        return ssl.create_default_context(cafile=str(self.folder / "authority.pem"))

    def server(self, *names: str, days: int = 1) -> ssl.SSLContext:
        """For a server with a certificate for these names, valid until so many days from now."""
        key, certificate = _certificate("Test receiver", list(names), self._issuer, days)  # type: ignore[attr-defined]
        path = self.folder / f"{'-'.join(names)}{days}.pem"
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


def _certificate(
    common_name: str,
    names: list[str],
    issuer: tuple[ec.EllipticCurvePrivateKey, x509.Certificate] | None,
    days: int = 1,
) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[1].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=10))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if issuer:
        authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer[0].public_key())
        builder = builder.add_extension(authority, critical=False)
    if names:
        alternatives = x509.SubjectAlternativeName([_name(name) for name in names])
        builder = builder.add_extension(alternatives, critical=False)
    return key, builder.sign(issuer[0] if issuer else key, hashes.SHA256())


def _name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
