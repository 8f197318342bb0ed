"""Where the server may send requests to on behalf of others: the public Internet, and what the site's owner allows.

An address is judged after its name was resolved, and the very address that was judged is connected to, so a name that
changes its mind in between, or a fancy way of writing 127.0.0.1, gains nothing.
"""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Self
from urllib.parse import quote, urlsplit

import idna

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
LookUp = Callable[[str, int], Awaitable[Sequence[str]]]

LONGEST_URL = 2000
DEFAULT_PORTS = {"https": 443, "http": 80}
# The ports that need no allowing, and those that an entry of the allow-list without a port stands for.
FREE_PORTS = frozenset({443, 8443})
USUAL_PORTS = FREE_PORTS | {80}

# Python's `is_global` is true for some of these: metadata services, multicast, relays that carry IPv4 in IPv6.
FORBIDDEN_IPV4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
PUBLIC_IPV6 = IPv6Network("2000::/3")
FORBIDDEN_IPV6 = tuple(IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))

_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:]+)(?::([0-9]{1,5}))?")
_ENTRY = re.compile(r"(?:\[(?P<six>[^\[\]]+)\]|(?P<other>[^\[\]:]+))(?::(?P<port>[0-9]{1,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
# What may stand in a path and query as it is; anything else is percent-encoded.
_UNQUOTED = "/?%:@!$&'()*+,;=~-._"

# Threads of their own: names that hang may not keep others waiting that are looked up, or hashed, elsewhere.
_LOOK_UPS = ThreadPoolExecutor(max_workers=32, thread_name_prefix="look-up")


class Refused(Exception):
    """An address that nothing may be sent to. The sentence is for who entered it; it tells no resolved address."""


class NotResolved(Refused):
    """A name that has no address now; it may have one later."""


@dataclass(frozen=True)
class Target:
    """Where a URL leads to: `host` is a name in ASCII, or an address without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The value of the `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


@dataclass(frozen=True)
class _Entry:
    """One entry of the allow-list: a name or a network, and its port; None stands for the usual ones."""

    place: str | Network
    port: int | None

    def takes(self, port: int) -> bool:
        return port in USUAL_PORTS if self.port is None else port == self.port


@dataclass(frozen=True)
class AddressRules:
    """What is allowed besides the public Internet."""

    entries: tuple[_Entry, ...] = ()
    setting: str = "CMS_WEBHOOK_ALLOWED_ADDRESSES"  # where the owner allows more, for the sentences
    takes_http: bool = False  # whether http on port 80 needs no allowing

    @classmethod
    def parse(
        cls, allowed: Sequence[str], *, setting: str = "CMS_WEBHOOK_ALLOWED_ADDRESSES", takes_http: bool = False
    ) -> Self:
        """The rules of an allow-list.

        Each entry is a name, an address or a network (CIDR), alone or with `:port`; IPv6 with a port is in brackets.

        Raises:
            ValueError: an entry is none of these; the message repeats it.
        """
        return cls(tuple(_parse_entry(entry) for entry in allowed), setting, takes_http)

    def needs_allowing(self, target: Target) -> bool:
        """Whether only an entry of the list makes a target good, wherever it leads to."""
        if self.takes_http and target.scheme == "http":
            return target.port != DEFAULT_PORTS["http"]
        return target.scheme != "https" or target.port not in FREE_PORTS

    def allow_name(self, host: str, port: int) -> bool:
        """Whether a name may lead wherever it likes."""
        return any(entry.place == host and entry.takes(port) for entry in self.entries)

    def allow_address(self, address: Address, port: int) -> bool:
        """Whether an address is on the list, whatever name led to it."""
        return any(
            not isinstance(entry.place, str) and address in entry.place and entry.takes(port) for entry in self.entries
        )

    def may_allow(self, host: str, port: int) -> bool:
        """Whether a name is allowed, or could be, depending on the addresses that it turns out to have."""
        return any(
            (entry.place == host or not isinstance(entry.place, str)) and entry.takes(port) for entry in self.entries
        )


def check_url(url: str, rules: AddressRules) -> Target:
    """Where a URL leads to, if it is one that may be sent to as far as can be told without resolving its name.

    Raises:
        Refused: it is not; the sentence says what to change.
    """
    if len(url) > LONGEST_URL:
        raise Refused(f"The address is longer than {LONGEST_URL} characters.")
    if not url.isprintable() or " " in url or "\\" in url:
        raise Refused("The address holds a blank, a backslash or a character that cannot be seen.")
    if "#" in url:
        raise Refused("Leave out the part of the address from # on; it is never sent.")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Refused("This is no address; write it like https://example.org/hook.") from None
    if parts.scheme not in DEFAULT_PORTS:
        raise Refused("The address must begin with https://.")
    if "@" in parts.netloc:
        raise Refused("The address must not hold a user name or password; use a header.")
    found = _AUTHORITY.fullmatch(parts.netloc)
    if found is None:
        raise Refused("This is no address; write it like https://example.org/hook.")
    host = _host(found[1])
    port = int(found[2] or DEFAULT_PORTS[parts.scheme])
    if not 0 < port < 65536:
        raise Refused("The port must be a number from 1 to 65535.")
    path = quote(parts.path or "/", safe=_UNQUOTED) + (f"?{quote(parts.query, safe=_UNQUOTED)}" if parts.query else "")
    target = Target(parts.scheme, host, port, path)
    literal = _literal(host)
    if literal is not None:
        _judge(target, [literal], rules)
    elif rules.needs_allowing(target) and not rules.may_allow(host, port):
        raise _not_allowed(target, rules)
    return target


async def system_look_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a name as the system knows them, the best first.

    Raises:
        OSError: it has none.
    """
    loop = asyncio.get_running_loop()
    found = await loop.run_in_executor(
        _LOOK_UPS, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    )
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


async def resolve_all(target: Target, rules: AddressRules, *, look_up: LookUp = system_look_up) -> list[str]:
    """The addresses that may be connected to for a target, the best first; at least one.

    Raises:
        NotResolved: its name has no address.
        Refused: one of its addresses is forbidden; then none is used.
    """
    literal = _literal(target.host)
    if literal is not None:
        addresses: list[Address] = [literal]
    else:
        try:
            addresses = [_canonical(ip_address(text)) for text in await look_up(target.host, target.port)]
        except (OSError, UnicodeError):
            addresses = []
        if not addresses:
            raise NotResolved(f"There is no address for the name {target.host}.")
    _judge(target, addresses, rules)
    return [str(address) for address in addresses]


async def resolve(target: Target, rules: AddressRules, *, look_up: LookUp = system_look_up) -> str:
    """The first of `resolve_all`.

    Raises:
        NotResolved: its name has no address.
        Refused: one of its addresses is forbidden; then none is used.
    """
    return (await resolve_all(target, rules, look_up=look_up))[0]


def is_public(address: Address) -> bool:
    """Whether an address is one of the public Internet, where anybody could send a request to."""
    address = _canonical(address)
    if isinstance(address, IPv4Address):
        return not any(address in network for network in FORBIDDEN_IPV4)
    return address in PUBLIC_IPV6 and not any(address in network for network in FORBIDDEN_IPV6)


def _judge(target: Target, addresses: Sequence[Address], rules: AddressRules) -> None:
    if rules.allow_name(target.host, target.port):
        return
    unlisted = [address for address in addresses if not rules.allow_address(address, target.port)]
    if not all(is_public(address) for address in unlisted):
        raise Refused(
            f"{target.host} is not, or not only, an address of the public Internet; "
            f"others are allowed by {rules.setting}."
        )
    if unlisted and rules.needs_allowing(target):
        raise _not_allowed(target, rules)


def _not_allowed(target: Target, rules: AddressRules) -> Refused:
    if target.scheme != "https" and not rules.takes_http:
        return Refused(f"The address must begin with https://; http is for addresses of {rules.setting}.")
    ports = "80, 443 and 8443" if rules.takes_http else "443 and 8443"
    return Refused(f"Port {target.port} must be allowed by {rules.setting}; {ports} are open to all.")


def _canonical(address: Address) -> Address:
    """An IPv4 address that is written as IPv6 (::ffff:127.0.0.1) as what it is."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return address


def _literal(host: str) -> Address | None:
    try:
        return _canonical(ip_address(host))
    except ValueError:
        return None


def _host(written: str) -> str:
    """A host as it is resolved: an address in its one form, or a name in lower case ASCII without a dot at its end.

    Raises:
        Refused: it is neither, or a number that some systems take for an address (0x7f.1, 2130706433).
    """
    if written.startswith("["):
        try:
            return str(_canonical(IPv6Address(written[1:-1])))
        except ValueError:
            raise Refused("This is no IPv6 address.") from None
    try:
        name = written.lower() if written.isascii() else idna.encode(written, uts46=True).decode("ascii")
    except UnicodeError:
        raise Refused("This is no name of a host.") from None
    name = name.removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(IPv4Address(name))
        except ValueError:
            raise Refused("Write an IPv4 address with four decimal numbers.") from None
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise Refused("This is no name of a host.")
    return name


def _parse_entry(entry: str) -> _Entry:
    wrong = ValueError(
        f"{entry!r} is none of name, name:port, 10.0.0.0/8, 10.0.0.0/8:8080, fd00::/8 and [fd00::/8]:8080."
    )
    # An IPv6 address without brackets has no port.
    found = None if entry.count(":") > 1 and "[" not in entry else _ENTRY.fullmatch(entry)
    place, port = (found["six"] or found["other"], int(found["port"] or 0)) if found else (entry, 0)
    if found is not None and found["port"] is not None and not 0 < port < 65536:
        raise wrong
    try:
        return _Entry(ip_network(place), port or None)
    except ValueError:
        if "/" in place or ":" in place or entry.startswith("["):
            raise wrong from None
    try:
        return _Entry(_host(place), port or None)
    except Refused:
        raise wrong from None
