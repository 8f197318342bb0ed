"""Slowing down whoever guesses passwords, without letting him keep the owner out.

Every try counts, before the password is looked at, under these keys:

- the account from this network: five tries in a quarter of an hour;
- the network (an IPv4 address, an IPv6 /64), whatever account: thirty;
- the site (an IPv6 /48, which has 65,536 such networks and often one owner), whatever account: a hundred;
- the account, from wherever: fifty, against many networks guessing together.

Networks from which the owner signed in with the present password are familiar: they are not asked for the last two, so
that a stranger cannot spend the owner's tries.

A right password gives its try back. Refused tries do not count, so every wait ends by itself. The counts stand in the
database: they hold for all workers and over a restart.
"""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from socket import AF_INET, AF_INET6, inet_ntop, inet_pton

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import F

from cms.db import writing
from cms.errors import RateLimited
from cms.models import Session, SignInTries

SPAN = timedelta(minutes=15)
PER_PAIR, PER_NETWORK, PER_SITE, PER_ACCOUNT = 5, 30, 100, 50
# What an IPv4 address begins with that is written as one of IPv6.
_MAPPED = bytes(10) + b"\xff\xff"


@dataclass(frozen=True)
class Try:
    """One counted try: the keys it was counted under, for giving it back, and whether the owner came from there before.

    `pair` is the key whose wrong tries a right one forgives; empty where no account was named.
    """

    keys: tuple[str, ...]
    pair: str = ""
    is_familiar: bool = False


async def count_try(email: str, address: str) -> Try:
    """Count one try to sign in to an account, which need not exist.

    Args:
        email: folded.
        address: where the request comes from; a proxy's word only where the settings believe it.

    Raises:
        RateLimited: one of the limits is reached; nothing was counted.
    """
    where = network(address)
    pair = _key("pair", f"{email} {where}")
    limits = {pair: PER_PAIR, _key("network", where): PER_NETWORK}
    async with writing() as tx:
        is_familiar = await _is_familiar(tx, email, where)
        if not is_familiar:
            limits |= _site_limit(address)
            limits[_key("account", email)] = PER_ACCOUNT
        await _count(tx, limits)
    return Try(tuple(limits), pair, is_familiar)


async def count_place(address: str) -> Try:
    """Count one try to sign in where the account is not known before, as by a provider.

    Raises:
        RateLimited: one of the limits is reached; nothing was counted.
    """
    limits = {_key("network", network(address)): PER_NETWORK} | _site_limit(address)
    async with writing() as tx:
        await _count(tx, limits)
    return Try(tuple(limits))


async def forgive(counted: Try) -> None:
    """The try was right: forget the wrong ones before it from there, and count it nowhere else."""
    async with writing() as tx:
        await SignInTries.filter(key=counted.pair).using_db(tx).delete()
        await _uncount(tx, [key for key in counted.keys if key != counted.pair])


async def give_back(counted: Try) -> None:
    """The try was not looked at: it does not count."""
    async with writing() as tx:
        await _uncount(tx, counted.keys)


async def use_once(tx: TransactionalDBClient, secret: str, lifetime: timedelta) -> bool:
    """Use up something that works once and ends by itself; False if it was used before."""
    now = datetime.now(UTC)
    key = _key("once", secret)
    await SignInTries.filter(ends_at__lte=now).using_db(tx).delete()
    if await SignInTries.filter(key=key).using_db(tx).exists():
        return False
    await SignInTries.create(using_db=tx, key=key, count=1, ends_at=now + lifetime)
    return True


def network(address: str) -> str:
    """What counts as one place: an IPv4 address, or the /64 of an IPv6 one, since a customer gets at least that."""
    family = AF_INET6 if ":" in address else AF_INET
    try:
        # Much faster than the module for addresses, which the counting of hits would notice.
        packed = inet_pton(family, address.partition("%")[0])
    except (OSError, ValueError):
        return "unknown"
    if family == AF_INET:
        return inet_ntop(AF_INET, packed)
    if packed.startswith(_MAPPED):
        return inet_ntop(AF_INET, packed.removeprefix(_MAPPED))
    return f"{inet_ntop(AF_INET6, packed[:8] + bytes(8))}/64"


async def _count(tx: TransactionalDBClient, limits: Mapping[str, int]) -> None:
    now = datetime.now(UTC)
    await SignInTries.filter(ends_at__lte=now).using_db(tx).delete()
    rows = {row.key: row for row in await SignInTries.filter(key__in=list(limits)).using_db(tx)}
    waits = [row.ends_at for key, row in rows.items() if row.count >= limits[key]]
    if waits:
        raise RateLimited(max(1, ceil((max(waits) - now).total_seconds())))
    for key in limits:
        if key in rows:
            await SignInTries.filter(key=key).using_db(tx).update(count=F("count") + 1)
        else:
            await SignInTries.create(using_db=tx, key=key, count=1, ends_at=now + SPAN)


async def _uncount(tx: TransactionalDBClient, keys: Sequence[str]) -> None:
    await SignInTries.filter(key__in=list(keys), count__gt=0).using_db(tx).update(count=F("count") - 1)


def _site_limit(address: str) -> dict[str, int]:
    """The key and limit of the IPv6 /48 that an address is in; empty for any other."""
    where = network(address)
    if ":" not in where:
        return {}
    site = ipaddress.IPv6Network(where).supernet(new_prefix=48)
    return {_key("site", str(site)): PER_SITE}


async def _is_familiar(tx: TransactionalDBClient, email: str, where: str) -> bool:
    # Whoever signed in before the password was reset may be the one because of whom it was.
    version = F("user__credentials_version")
    sessions = Session.filter(user__email=email, address=where, credentials_version=version)
    return where != "unknown" and await sessions.using_db(tx).exists()


def _key(kind: str, value: str) -> str:
    # Hashed, because the value is a stranger's: it has a fixed length then, and no address stands here in the clear.
    return hashlib.sha256(f"{kind} {value}".encode("utf-8", "surrogatepass")).hexdigest()
