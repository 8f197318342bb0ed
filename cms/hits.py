"""How often articles are read, as it is stored: by the hour for the hot lists, and as one number for ever.

A hit is no change of content: it leaves no event and no new version, and kept answers stay good.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tortoise.backends.base.client import TransactionalDBClient

from cms.db import writing
from cms.db.sql import run
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Article, HourlyHits
from cms.permissions import Permission, Viewer
from cms.standing import confirm

HOUR_SECONDS = 3600
# The longest hot list looks back thirty days, and its trend a day more.
KEPT_HOURS = 32 * 24
# What one transaction writes, so that others who write do not wait long.
AT_ONCE = 5000
MOST_RECORDED = 1000
MOST_COUNT = 1_000_000
LARGEST = 2**31 - 1
# A clock may be a little ahead of ours.
AHEAD = timedelta(minutes=5)

# How often articles were read, by their ids and the hour since 1970.
Hits = Mapping[tuple[int, int], int]


def hour_of(moment: datetime) -> int:
    """The hour that a moment lies in, counted since 1970."""
    return int(moment.timestamp()) // HOUR_SECONDS


# The list of article, hour and count that is bound for `?`, as rows.
_GIVEN = {
    "sqlite": "SELECT e.value->>0 AS article_id,e.value->>1 AS hour,e.value->>2 AS count FROM json_each(?) e",
    "postgres": "SELECT CAST(e.value->>0 AS INTEGER) AS article_id,CAST(e.value->>1 AS INTEGER) AS hour,"
    "CAST(e.value->>2 AS INTEGER) AS count FROM jsonb_array_elements(CAST(CAST(? AS text) AS jsonb)) e",
}


async def add(hits: Hits) -> None:
    """Add hits to what is stored, in one transaction. What is not public is left out without a word.

    Numbers grow by what is given, so several processes add up.

    Raises:
        Unavailable: no turn to write came in time, or the database cannot answer now; nothing was added.
    """
    async with writing(changes_content=False) as tx:
        await _add(tx, hits)


async def _add(tx: TransactionalDBClient, hits: Hits) -> None:
    if not hits:
        return
    given = json.dumps([[article_id, hour, count] for (article_id, hour), count in sorted(hits.items())])
    read = _GIVEN[tx.capabilities.dialect]
    public = "EXISTS(SELECT 1 FROM article a WHERE a.id=n.article_id)"
    added = _sum("hourly_hits.count", "excluded.count")
    insert = (
        f"INSERT INTO hourly_hits (article_id,hour,count) SELECT n.article_id,n.hour,n.count FROM ({read}) n"  # noqa: S608 - our own words
        f" WHERE {public} ON CONFLICT (article_id,hour) DO UPDATE SET count={added}"
    )
    await run(tx, insert, given)
    by_article = f"SELECT n.article_id,sum(n.count) AS count FROM ({read}) n WHERE {public} GROUP BY n.article_id"  # noqa: S608 - as above
    for table in ("draft", "article"):
        grown = _sum(f"{table}.view_count", "s.count")
        await run(tx, f"UPDATE {table} SET view_count={grown} FROM ({by_article}) s WHERE id=s.article_id", given)  # noqa: S608 - as above


def _sum(one: str, other: str) -> str:
    """The sum of two numbers, but never more than a column can hold."""
    return f"CASE WHEN {one}>{LARGEST}-{other} THEN {LARGEST} ELSE {one}+{other} END"


@dataclass(frozen=True)
class Recorded:
    """How often an article was read, as another system counted it. `at` is when, to the hour; None is now."""

    article_id: int
    count: int
    at: datetime | None = None


async def record_hits(viewer: Viewer, recorded: Sequence[Recorded]) -> list[int]:
    """Add what another system counted; the ids of what is not public, which were left out, in order.

    What was read longer ago than hot lists look back counts for the article's number alone.

    Raises:
        Forbidden: the viewer may not record hits.
        ValidationFailed: more than MOST_RECORDED entries, a count outside 1 to MOST_COUNT, or a time to come.
    """
    viewer.require(Permission.RECORD_HITS)
    now = datetime.now(UTC)
    _check(recorded, now)
    hits: dict[tuple[int, int], int] = {}
    for one in recorded:
        key = one.article_id, hour_of(min(one.at or now, now))
        hits[key] = min(hits.get(key, 0) + one.count, LARGEST)
    async with writing() as tx:
        await confirm(tx, viewer)
        ids = {article_id for article_id, _hour in hits}
        public = {row["id"] for row in await Article.filter(id__in=ids).using_db(tx).values("id")}
        await _add(tx, {key: count for key, count in hits.items() if key[0] in public})
    return sorted(ids - public)


def _check(recorded: Sequence[Recorded], now: datetime) -> None:
    if len(recorded) > MOST_RECORDED:
        raise ValidationFailed(FieldProblem("input", f"{len(recorded):,} are too many; at most {MOST_RECORDED:,}"))
    problems = [
        FieldProblem(f"input.{place}.count", f"must be 1 to {MOST_COUNT:,}")
        for place, one in enumerate(recorded)
        if not 1 <= one.count <= MOST_COUNT
    ]
    problems += [
        FieldProblem(f"input.{place}.at", "is still to come; give the time at which it was read")
        for place, one in enumerate(recorded)
        if one.at is not None and one.at > now + AHEAD
    ]
    if problems:
        raise ValidationFailed(*problems)


async def forget_old(now: datetime) -> int:
    """Delete the hours that no hot list looks back to, some thousand at a time; how many rows there were."""
    oldest = hour_of(now) - KEPT_HOURS
    count = 0
    while await HourlyHits.filter(hour__lt=oldest).exists():
        async with writing(changes_content=False) as tx:
            old = HourlyHits.filter(hour__lt=oldest).using_db(tx).order_by("hour").limit(AT_ONCE)
            ids = await old.values_list("id", flat=True)
            await HourlyHits.filter(id__in=ids).using_db(tx).delete()
        count += len(ids)
    return count
