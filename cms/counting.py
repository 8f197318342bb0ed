"""Counting hits in memory: what is a hit, and writing what was gathered every few seconds.

Nothing about a reader is kept. An address and a browser's name go into a keyed hash, which picks bits and counters of
fixed size; the key is random, never written, and another one every day.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import time
from array import array
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from mmap import mmap

from cms import hits
from cms.db import Database
from cms.errors import Unavailable
from cms.log import get_logger
from cms.throttle import network

# Articles and hours that wait to be written at the most; what comes beyond, while the database is away, is lost.
MOST_PENDING = 100_000
# From so many on they are written at once: most of them are forged then, and those are left out when they are written.
MANY_PENDING = MOST_PENDING // 10
KEY_SECONDS = 24 * 3600.0
MINUTE_SECONDS = 60.0
CALLERS = 2**18  # counters, four bytes each
FILTER_WORDS = 2**20  # of 64 bits, in each of two generations: eight megabytes
LONGEST_USER_AGENT = 1_000  # no browser's is as long
_BITS = 2**64 - 1
FILTER_FILL = 3_000_000  # pairs in a generation; with more, too much that is new would pass for a repeat

DROP_REASONS = ("bot", "full", "limit", "prefetch", "repeat")

# Whoever fetches pages without reading them and says so, as nearly all do: by "bot", "crawl", "spider" or the like, or
# by the name of a program. A browser's name begins with Mozilla or Opera; Cubot makes telephones.
_BOT = re.compile(
    r"(?<!cu)bot\b|bot[/;_-]|crawl|spider|slurp|scrap|archiver|monitor|check|probe|scan|preview|prerender|fetch"
    r"|facebookexternal|headless|lighthouse|pagespeed|gtmetrix|pingdom|phantomjs|selenium|puppeteer|playwright|feed|rss"
    r"|validator|curl|wget|python|java/|go-http|okhttp|axios|node|ruby|perl|php|libwww|httpclient|http_client",
    re.IGNORECASE,
)

log = get_logger(__name__)


def is_bot(user_agent: str) -> bool:
    """Whether a program says of itself that it is no reader's browser; one that says nothing is none either."""
    return len(user_agent) > LONGEST_USER_AGENT or _names_a_bot(user_agent)


@lru_cache(maxsize=4096)
def _names_a_bot(user_agent: str) -> bool:
    return not user_agent.startswith(("Mozilla/", "Opera/")) or _BOT.search(user_agent) is not None


class Repeats:
    """Remembers for a while what was there before: at least `seconds`, and at most twice as long.

    Two Bloom filters (B. H. Bloom, 1970; here with the bits of a pair in one word), the older of which is emptied in
    turn. They take the same memory whatever comes, and hold no hash that could be read out again; of what is new, one
    in some hundreds passes for a repeat when a filter is full, which takes FILTER_FILL pairs.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._young, self._old = _words(), _words()
        self._count = 0
        self._turned_at = 0.0

    def is_repeat(self, digest: int, now: float) -> bool:
        """Whether a pair, by 64 bits of its hash, was there before; it is from now on."""
        if not self.seconds:
            return False
        if now - self._turned_at >= self.seconds or self._count >= FILTER_FILL:
            self._turn(now)
        place = digest % FILTER_WORDS
        bits = 1 << (digest >> 40 & 63) | 1 << (digest >> 46 & 63) | 1 << (digest >> 52 & 63) | 1 << (digest >> 58)
        young = self._young[place]
        if young & bits == bits:
            return True
        self._young[place] = young | bits
        self._count += 1
        return self._old[place] & bits == bits

    def _turn(self, now: float) -> None:
        # After a pause of two turns nothing is left that is young enough.
        is_stale = now - self._turned_at >= 2 * self.seconds
        self._old, self._young = (_words() if is_stale else self._young), _words()
        self._count, self._turned_at = 0, now


def _words() -> memoryview:
    """The words of a filter, all zero; nobody waits until so much memory is cleared, as that is done page by page."""
    return memoryview(mmap(-1, 8 * FILTER_WORDS)).cast("Q")


class Pace:
    """How many hits come from one place in a minute. Places whose hashes meet share a counter."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._counts = array("I", bytes(4 * CALLERS))
        self._began_at = 0.0

    def is_too_fast(self, digest: int, count: int, now: float) -> bool:
        """Count so many; whether that is more than may be."""
        if now - self._began_at >= MINUTE_SECONDS:
            self._counts = array("I", bytes(4 * CALLERS))
            self._began_at = now
        place = digest % CALLERS
        self._counts[place] = counted = min(self._counts[place] + count, self.per_minute + 1)
        return counted > self.per_minute


@dataclass
class _Memory:
    """What is known of readers for a day: nothing but bits and counters that a secret key leads to."""

    repeats: Repeats
    pace: Pace
    began_at: float
    key: bytes = field(default_factory=lambda: os.urandom(32), repr=False)

    def digest(self, value: str) -> int:
        """The 64 bits of a value's hash."""
        made = hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8, key=self.key)
        return int.from_bytes(made.digest(), "little")


class HitCounter:
    """Takes hits, and writes them when told to.

    Attributes:
        accepted: how many hits counted so far.
        dropped: how many did not, by the reason (DROP_REASONS).
        written: how many were written; of those what is not public was left out.
        flushes: how many transactions that took, and `failures` how often it failed.
    """

    def __init__(self, *, repeat_seconds: float, limit_per_minute: int) -> None:
        self.accepted = 0
        self.dropped: Counter[str] = Counter()
        self.written = 0
        self.flushes = 0
        self.failures = 0
        self._pending: dict[tuple[int, int], int] = {}
        self._repeat_seconds = repeat_seconds
        self._limit_per_minute = limit_per_minute
        self._memory: _Memory | None = None  # most processes of tests and commands never need it
        self._writing = asyncio.Lock()
        self._wake = asyncio.Event()

    @property
    def pending(self) -> int:
        """How many articles and hours wait to be written."""
        return len(self._pending)

    def take(self, article_ids: Iterable[int], address: str, user_agent: str) -> bool:
        """Count a reader's hits on some articles; False if the place they come from sends too many.

        `address` is where the request comes from; a proxy's word only where the settings believe it.
        """
        ids = list(article_ids)
        if is_bot(user_agent):
            self.drop("bot", len(ids))
            return True
        now = time.monotonic()
        memory = self._memory
        if memory is None or now - memory.began_at >= KEY_SECONDS:
            memory = self._memory = _Memory(Repeats(self._repeat_seconds), Pace(self._limit_per_minute), now)
        place = network(address)
        if memory.pace.is_too_fast(memory.digest(place), len(ids), now):
            self.drop("limit", len(ids))
            return False
        hour = int(time.time()) // hits.HOUR_SECONDS
        reader = memory.digest(f"{place} {user_agent}")
        for article_id in ids:
            if memory.repeats.is_repeat(hash((reader, article_id)) & _BITS, now):
                self.drop("repeat")
            else:
                self._add((article_id, hour), 1)
        return True

    def drop(self, reason: str, count: int = 1) -> None:
        """Note that hits do not count."""
        self.dropped[reason] += count

    def _add(self, key: tuple[int, int], count: int) -> None:
        if key in self._pending:
            self._pending[key] += count
        elif len(self._pending) < MOST_PENDING:
            self._pending[key] = count
            if len(self._pending) == MANY_PENDING:
                self._wake.set()
        else:
            self.drop("full", count)
            return
        self.accepted += count

    async def wait(self, seconds: float) -> None:
        """Wait so many seconds, or until many hits wait to be written."""
        self._wake.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)

    def wake(self) -> None:
        """End the wait."""
        self._wake.set()

    async def flush(self) -> None:
        """Write what was gathered, `hits.AT_ONCE` articles and hours a transaction; what fails is kept for later.

        Let it run to its end: of what is cut off nobody knows whether it was written.

        Raises:
            Unavailable: no turn to write came in time, or the database cannot answer now.
        """
        async with self._writing:
            left = list(self._pending.items())
            self._pending = {}
            try:
                while left:
                    some = dict(left[: hits.AT_ONCE])
                    await hits.add(some)
                    del left[: hits.AT_ONCE]
                    self.flushes += 1
                    self.written += sum(some.values())
            except BaseException:
                self.failures += 1
                self._keep(left)
                raise

    def _keep(self, left: Iterable[tuple[tuple[int, int], int]]) -> None:
        """Put back what was not written."""
        for key, count in left:
            self.accepted -= count  # it is counted again
            self._add(key, count)


@asynccontextmanager
async def flushing(database: Database, counter: HitCounter, seconds: float) -> AsyncIterator[None]:
    """Write what a counter gathers every so many seconds during the block, and what is left at its end."""
    is_over = asyncio.Event()
    task = asyncio.create_task(_go_on(database, counter, seconds, is_over), name="hits")
    try:
        yield
    finally:
        is_over.set()
        counter.wake()
        await task


async def _go_on(database: Database, counter: HitCounter, seconds: float, is_over: asyncio.Event) -> None:
    is_failing = False
    with database.use():
        is_last = False
        while not is_last:
            # What could not be written is many, too, and is no reason to try again at once.
            if not is_over.is_set() and (is_failing or counter.pending < MANY_PENDING):
                await counter.wait(seconds)
            is_last = is_over.is_set()
            try:
                await counter.flush()
            except Exception as error:  # the outermost loop, which goes on whatever happens
                if not is_failing:
                    known = isinstance(error, Unavailable)
                    log.warning("hits.not_written", pending=counter.pending, exc_info=None if known else error)
                is_failing = True
            else:
                is_failing = False
    if counter.pending:
        log.error("hits.lost", articles=counter.pending)
