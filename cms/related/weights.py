"""Weighing the words of articles by how rare they are on the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cms import ranking
from cms.db import transaction
from cms.db.sql import run, run_many
from cms.models import ArticleWords
from cms.related.tables import WEIGHED, among, client_in_use, note, set_step

# All weights are made anew when the site has grown by this factor, since what is rare has changed by then.
_GROWTH = 2

Vector = Mapping[int, int]  # the weights by the ids of terms


async def weigh_all_if_grown(weighed: int) -> None:
    """Plan to weigh all articles anew when there are so many more of them."""
    total = await ArticleWords.all().count()
    if total > _GROWTH * weighed:
        await weigh_all()


async def weigh_all() -> None:
    """Plan to weigh all articles anew."""
    async with transaction(changes_content=False) as tx:
        await run(tx, "UPDATE article_words SET step=0 WHERE step>0")
    await note({"weighed": await ArticleWords.all().count()})


async def weigh(rows: Sequence[ArticleWords]) -> None:
    """Weigh the words of articles."""
    if not rows:
        return
    total = await ArticleWords.all().count()
    known = {
        row["id"]: (row["word"], row["article_count"])
        for row in await among(
            client_in_use(),
            "SELECT id,word,article_count FROM term WHERE id",
            sorted({term for row in rows for term, _ in row.words}),
        )
    }
    new = []
    for row in rows:
        counts = {known[term][0]: count for term, count in row.words}
        ids = {known[term][0]: term for term, _ in row.words}
        weights = ranking.weigh(counts, {known[term][0]: known[term][1] for term, _ in row.words}, total)
        new += [(ids[word], row.day, row.article_id, weight) for word, weight in weights.items()]
    ids_ = [row.article_id for row in rows]
    async with transaction(changes_content=False) as tx:
        await among(tx, "DELETE FROM article_term WHERE article_id", ids_)
        await run_many(tx, "INSERT INTO article_term (term_id,day,article_id,weight) VALUES (?,?,?,?)", new)
        await set_step(tx, ids_, WEIGHED)


@dataclass(frozen=True)
class Placed:
    """An article as it is compared: its day and its weights."""

    day: int
    vector: Vector


async def placed_of(article_ids: Sequence[int]) -> dict[int, Placed]:
    """The days and weights of articles."""
    found: dict[int, Placed] = {}
    rows = await among(
        client_in_use(), "SELECT article_id,day,term_id,weight FROM article_term WHERE article_id", article_ids
    )
    vectors: dict[int, dict[int, int]] = defaultdict(dict)
    for row in rows:
        vectors[row["article_id"]][row["term_id"]] = row["weight"]
        found[row["article_id"]] = Placed(row["day"], vectors[row["article_id"]])
    return found


async def words_of(placed: Iterable[Placed]) -> dict[int, str]:
    """The words that the weights of articles are of."""
    ids = sorted({term for each in placed for term in each.vector})
    return {row["id"]: row["word"] for row in await among(client_in_use(), "SELECT id,word FROM term WHERE id", ids)}
