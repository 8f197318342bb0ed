"""Slowing down whoever guesses passwords, without letting him keep the owner out.

Every try counts, before the password is looked at, under three keys:

- the account from this network: five tries in a quarter of an hour;
- the network (an IPv4 address, an IPv6 /64), whatever account: thirty;
- the account, from wherever: fifty, against many networks guessing together. Networks from which its owner signed in
  before are not asked for this one, so that a stranger cannot spend the owner's tries.

A right password gives its try back. Refused tries do not count, so every wait ends by itself. The counts stand in the
database: they hold for all workers and over a restart.
"""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import F

from cms.db import writing
from cms.errors import RateLimited
from cms.models import Session, SignInTries

SPAN = timedelta(minutes=15)
PER_PAIR, PER_NETWORK, PER_ACCOUNT = 5, 30, 50


@dataclass(frozen=True)
class Try:
    """One counted try: the keys it was counted under, for giving it back."""

    keys: tuple[str, ...]
    pair: str


async def count_try(email: str, address: str) -> Try:
    """Count one try to sign in to an account, which need not exist.

    Args:
        email: folded.
        address: where the request comes from; a proxy's word only where the settings believe it.

    Raises:
        RateLimited: one of the limits is reached; nothing was counted.
    """
    now = datetime.now(UTC)
    where = network(address)
    pair = _key("pair", f"{email} {where}")
    limits = {pair: PER_PAIR, _key("network", where): PER_NETWORK}
    async with writing() as tx:
        if not await _is_familiar(tx, email, where):
            limits[_key("account", email)] = PER_ACCOUNT
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
    return Try(tuple(limits), pair)


async def forgive(counted: Try) -> None:
    """The try was right: forget the wrong ones before it from there, and count it nowhere else."""
    async with writing() as tx:
        await SignInTries.filter(key=counted.pair).using_db(tx).delete()
        others = [key for key in counted.keys if key != counted.pair]
        await SignInTries.filter(key__in=others, count__gt=0).using_db(tx).update(count=F("count") - 1)


def network(address: str) -> str:
    """What counts as one place: an IPv4 address, or the /64 of an IPv6 one, since a customer gets at least that."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 4:
        return str(parsed)
    mapped = parsed.ipv4_mapped
    return str(mapped) if mapped else str(ipaddress.ip_network((int(parsed), 64), strict=False))


async def _is_familiar(tx: TransactionalDBClient, email: str, where: str) -> bool:
    return where != "unknown" and await Session.filter(user__email=email, address=where).using_db(tx).exists()


def _key(kind: str, value: str) -> str:
    # Hashed, because the value is a stranger's: it has a fixed length then, and no address stands here in the clear.
    return hashlib.sha256(f"{kind} {value}".encode("utf-8", "surrogatepass")).hexdigest()
