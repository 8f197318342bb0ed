"""Looking whether the tables are what they should be."""

from __future__ import annotations

from cms import ranking
from cms.db.sql import run
from cms.models import Neighbour
from cms.related.comparing import close_between
from cms.related.tables import client_in_use
from cms.related.weights import placed_of, words_of
from cms.related.words import wrong_frequencies


async def find_faults() -> dict[str, int]:
    """What is wrong, and how many times. Where the follower is not at the end of the log, some is only not done yet."""
    client = client_in_use()

    async def count(sql: str, *values: object) -> int:
        (row,) = await run(client, f"SELECT count(*) AS n FROM {sql}", *values)
        return int(row["n"])

    public = "SELECT 1 FROM article a WHERE a.id="
    return {
        "articles whose words are not counted, or of another revision": await count(
            "article a LEFT JOIN article_words w ON w.article_id=a.id"
            " WHERE w.article_id IS NULL OR w.revision_id<>a.revision_id OR w.version<>?",
            ranking.VERSION,
        ),
        "articles without a list yet": await count("article_words WHERE step<2"),
        "words of what is not public": await count(f"article_words w WHERE NOT EXISTS({public}w.article_id)"),
        "weights of what is not public": await count(f"article_term t WHERE NOT EXISTS({public}t.article_id)"),
        "entries of lists that are not public": await count(
            f"neighbour n WHERE NOT EXISTS({public}n.article_id) OR NOT EXISTS({public}n.target_id)"
        ),
        "words that are counted wrongly": len(await wrong_frequencies()),
        "entries whose score the weights do not give": await _count_wrong_scores(),
    }


async def _count_wrong_scores() -> int:
    """How many entries have another score than their weights give."""
    wrong, after = 0, 0
    while rows := await Neighbour.filter(id__gt=after).order_by("id").limit(1000):
        placed = await placed_of(sorted({number for row in rows for number in (row.article_id, row.target_id)}))
        words = await words_of(placed.values())
        for row in rows:
            one, other = placed.get(row.article_id), placed.get(row.target_id)
            close = close_between(row.target_id, one, other, words) if one and other else None
            wrong += close is None or close.score != row.score
        after = rows[-1].id
    return wrong
