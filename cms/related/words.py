"""Counting the words of articles: those of each article, and in how many articles each word occurs."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson
from tortoise.backends.base.client import TransactionalDBClient

from cms import ranking
from cms.db import transaction
from cms.db.sql import run, run_many
from cms.models import ArticleWords
from cms.related.lists import THIN
from cms.related.tables import COUNTED, among, client_in_use, list_again


async def count_words(articles: Sequence[tuple[str, str]]) -> list[dict[str, int]]:
    """As ranking.count_words, beside the event loop."""
    return await asyncio.to_thread(lambda: [ranking.count_words(title, text) for title, text in articles])


async def count_changed(article_ids: Sequence[int], *, anew: bool = False) -> None:
    """Count the words of those articles that changed, or of all of them, and forget those that are not public."""
    rows = await among(
        client_in_use(),
        "SELECT a.id,a.revision_id,a.title,a.listed_at,b.text FROM article a JOIN article_body b ON b.article_id=a.id"
        " WHERE a.id",
        article_ids,
    )
    known = {row.article_id: row for row in await ArticleWords.filter(article_id__in=article_ids)}
    there = {row["id"]: row for row in rows}
    changed = [row for row in rows if anew or _is_outdated(known.get(row["id"]), row)]
    counted = await count_words([(row["title"], row["text"]) for row in changed])
    gone = [row for number, row in known.items() if number not in there]
    async with transaction() as tx:
        if gone:
            await _forget(tx, gone)
        if changed:
            await _keep_counts(tx, list(zip(changed, counted, strict=True)), known)


def _is_outdated(known: ArticleWords | None, row: Mapping[str, Any]) -> bool:
    return (
        known is None
        or known.version != ranking.VERSION
        or known.revision_id != row["revision_id"]
        or known.day != day_of(_moment(row["listed_at"]))
    )


def day_of(moment: datetime) -> int:
    """The day by which an article is compared."""
    return moment.astimezone(UTC).toordinal()


def _moment(value: str | datetime) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


async def _keep_counts(
    tx: TransactionalDBClient,
    counted: Sequence[tuple[Mapping[str, Any], Mapping[str, int]]],
    known: Mapping[int, ArticleWords],
) -> None:
    """Write the words of articles; those whose words and days are as they were need no more."""
    ids = await term_ids(tx, {word for _, counts in counted for word in counts})
    change: Counter[int] = Counter()
    rows = []
    for row, counts in counted:
        words = [[ids[word], count] for word, count in counts.items()]
        former, day = known.get(row["id"]), day_of(_moment(row["listed_at"]))
        change.update(term for term, _ in words)
        if former is not None:
            change.subtract(term for term, _ in former.words)
        is_same = former is not None and (former.words, former.day) == (words, day)
        step = former.step if former is not None and is_same else COUNTED
        rows.append((row["id"], row["revision_id"], ranking.VERSION, day, orjson.dumps(words).decode(), step))
    await _change_frequencies(tx, change)
    await run_many(
        tx,
        "INSERT INTO article_words (article_id,revision_id,version,day,words,step) VALUES (?,?,?,?,?,?)"
        " ON CONFLICT (article_id) DO UPDATE SET revision_id=excluded.revision_id,version=excluded.version,"
        "day=excluded.day,words=excluded.words,step=excluded.step",
        rows,
    )


async def term_ids(tx: TransactionalDBClient, words: Collection[str]) -> dict[str, int]:
    """The ids of words, which get one if they have none."""
    in_order = sorted(words)
    found = {row["word"]: row["id"] for row in await among(tx, "SELECT id,word FROM term WHERE word", in_order)}
    new = [word for word in in_order if word not in found]
    if new:
        await run_many(
            tx,
            "INSERT INTO term (word,article_count) VALUES (?,0) ON CONFLICT (word) DO NOTHING",
            [(word,) for word in new],
        )
        found |= {row["word"]: row["id"] for row in await among(tx, "SELECT id,word FROM term WHERE word", new)}
    return found


async def _change_frequencies(tx: TransactionalDBClient, change: Mapping[int, int]) -> None:
    rows = sorted((term, by) for term, by in change.items() if by)
    await run_many(tx, "UPDATE term SET article_count=article_count+? WHERE id=?", [(by, term) for term, by in rows])


async def _forget(tx: TransactionalDBClient, gone: Sequence[ArticleWords]) -> None:
    """Remove all that is kept of articles that are not public any more; lists that lost too much are made anew."""
    ids = [row.article_id for row in gone]
    change: Counter[int] = Counter()
    for row in gone:
        change.subtract(term for term, _ in row.words)
    await _change_frequencies(tx, change)
    lost = {row["article_id"] for row in await among(tx, "SELECT article_id FROM neighbour WHERE target_id", ids)}
    for table, column in (
        ("article_words", "article_id"),
        ("article_term", "article_id"),
        ("neighbour", "article_id"),
        ("neighbour", "target_id"),
        ("suggestion", "target_id"),
    ):
        await among(tx, f"DELETE FROM {table} WHERE {column}", ids)
    left = Counter(
        row["article_id"] for row in await among(tx, "SELECT article_id FROM neighbour WHERE article_id", sorted(lost))
    )
    await list_again(tx, {number for number in lost if left[number] < THIN})


async def wrong_frequencies() -> list[tuple[int, int]]:
    """The ids of terms whose count of articles is not what the articles say, each with the right count."""
    right: Counter[int] = Counter()
    after = 0
    while rows := await ArticleWords.filter(article_id__gt=after).order_by("article_id").limit(1000):
        for row in rows:
            right.update(term for term, _ in row.words)
        after = rows[-1].article_id
        await asyncio.sleep(0)
    wrong, after = [], 0
    while found := await run(
        client_in_use(), "SELECT id,article_count FROM term WHERE id>? ORDER BY id LIMIT ?", after, 10_000
    ):
        wrong += [(row["id"], right[row["id"]]) for row in found if row["article_count"] != right[row["id"]]]
        after = found[-1]["id"]
        await asyncio.sleep(0)
    return wrong


async def count_frequencies() -> None:
    """Count anew in how many articles each word occurs, and forget those that no article has."""
    wrong = await wrong_frequencies()
    for start in range(0, len(wrong), 1000):
        async with transaction(changes_content=False) as tx:
            rows = [(count, term) for term, count in wrong[start : start + 1000]]
            await run_many(tx, "UPDATE term SET article_count=? WHERE id=?", rows)
    async with transaction(changes_content=False) as tx:
        await run(
            tx,
            "DELETE FROM term WHERE article_count=0 AND NOT EXISTS"
            "(SELECT 1 FROM article_term t WHERE t.term_id=term.id)",
        )
