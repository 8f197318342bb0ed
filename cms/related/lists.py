"""The lists of what is close to articles: as they are in the table, and as they shall be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from tortoise.backends.base.client import TransactionalDBClient

from cms.db.sql import run_many
from cms.related.tables import among, client_in_use

# The neighbours of an article that are kept, each story counted once, and with all copies of these.
KEPT = 20
_KEPT_WITH_COPIES = 40
# A list that lost some is made anew when it has fewer left.
THIN = KEPT // 2


@dataclass(frozen=True)
class Close:
    """Another article in an article's list."""

    target_id: int
    score: int
    keywords: str  # JSON


@dataclass
class Lists:
    """The lists of some articles as they are in the table, and as they shall be."""

    former: dict[int, dict[int, tuple[int, Close]]] = field(default_factory=lambda: defaultdict(dict))
    wanted: dict[int, dict[int, Close]] = field(default_factory=dict)
    stories: dict[int, int] = field(default_factory=dict)

    def of(self, article_id: int) -> dict[int, Close]:
        """The list of an article, to be changed."""
        if article_id not in self.wanted:
            self.wanted[article_id] = {target: close for target, (_id, close) in self.former[article_id].items()}
        return self.wanted[article_id]

    def cut(self) -> None:
        """Leave the closest in each list."""
        for article_id, closest in self.wanted.items():
            self.wanted[article_id] = self._closest(article_id, closest.values())

    def _closest(self, article_id: int, found: Iterable[Close]) -> dict[int, Close]:
        own = self.stories.get(article_id)
        kept: dict[int, Close] = {}
        stories: set[int] = set()
        for close in sorted(found, key=lambda each: (-each.score, -each.target_id)):
            story = self.stories.get(close.target_id)
            if story is not None and story == own:
                continue
            stories.add(-close.target_id if story is None else story)
            if len(stories) > KEPT or len(kept) == _KEPT_WITH_COPIES:
                break
            kept[close.target_id] = close
        return kept


async def load_lists(tx: TransactionalDBClient, article_ids: Collection[int]) -> Lists:
    """The lists of articles as they are."""
    lists = Lists()
    for row in await among(
        tx, "SELECT id,article_id,target_id,score,keywords FROM neighbour WHERE article_id", article_ids
    ):
        close = Close(row["target_id"], row["score"], row["keywords"])
        lists.former[row["article_id"]][close.target_id] = (row["id"], close)
    return lists


async def load_stories(tx: TransactionalDBClient, lists: Lists) -> None:
    """Learn which of the articles in the wanted lists are copies of each other."""
    everybody = {*lists.wanted, *(target for closest in lists.wanted.values() for target in closest)}
    rows = await among(tx, "SELECT article_id,story_id FROM copy WHERE article_id", everybody)
    lists.stories = {row["article_id"]: row["story_id"] for row in rows}


async def write_lists(tx: TransactionalDBClient, lists: Lists) -> set[int]:
    """Write what changed; the articles that lost something and have little left."""
    new, changed, gone, thin = [], [], [], set()
    for article_id, closest in lists.wanted.items():
        former = lists.former[article_id]
        for target, close in closest.items():
            if target not in former:
                new.append((article_id, target, close.score, close.keywords))
            elif former[target][1] != close:
                changed.append((close.score, close.keywords, former[target][0]))
        lost = [former[target][0] for target in former.keys() - closest.keys()]
        gone += lost
        if lost and len(closest) < THIN:
            thin.add(article_id)
    await among(tx, "DELETE FROM neighbour WHERE id", gone)
    await run_many(tx, "UPDATE neighbour SET score=?,keywords=? WHERE id=?", changed)
    await run_many(tx, "INSERT INTO neighbour (article_id,target_id,score,keywords) VALUES (?,?,?,?)", new)
    return thin


async def holders_of(target_ids: Collection[int]) -> list[tuple[int, int]]:
    """The articles that have one of these in their lists, each with that one."""
    rows = await among(client_in_use(), "SELECT article_id,target_id FROM neighbour WHERE target_id", target_ids)
    return [(row["article_id"], row["target_id"]) for row in rows]


async def not_listed(tx: TransactionalDBClient, article_ids: Collection[int]) -> set[int]:
    """Which of the articles have no list of their own yet, or are not public any more."""
    rows = await among(tx, "SELECT article_id FROM article_words WHERE step=2 AND article_id", article_ids)
    return set(article_ids) - {row["article_id"] for row in rows}
