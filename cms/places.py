"""Where an article shows: the cache tags of the lists it stands in and of the pages that link to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms.db.sql import listed, run
from cms.words import RelationKind

# Of what touches more articles, cached lists and pages are told apart no more.
LISTED_ARTICLES = 100

# Each part has an index; as conditions with OR, PostgreSQL reads whole tables.
_SHOWN = (
    "SELECT 'source' AS kind,source_id AS id FROM article WHERE id=? AND source_id IS NOT NULL"
    " UNION ALL SELECT 'category',x.ancestor_id FROM article a JOIN category_ancestor x"
    " ON x.category_id=a.category_id WHERE a.id=?"
    " UNION ALL SELECT 'author',author_id FROM credit WHERE article_id=?"
    " UNION ALL SELECT 'tag',tag_id FROM article_tag WHERE article_id=?"
    " UNION ALL SELECT 'collection',collection_id FROM collection_item WHERE target_id=?"
    " UNION ALL SELECT 'collection',i.collection_id FROM reference r JOIN collection_item i ON i.reference_id=r.id"
    " WHERE r.target_id=?"
    " UNION ALL SELECT 'translation',r.target_id FROM relation r JOIN article o ON o.id=r.target_id"
    " WHERE r.article_id=? AND r.kind='TRANSLATION_OF'"
    " UNION ALL SELECT 'translation',s.article_id FROM relation r JOIN article o ON o.id=r.target_id"
    " JOIN relation s ON s.target_id=o.id AND s.kind='TRANSLATION_OF'"
    " WHERE r.article_id=? AND r.kind='TRANSLATION_OF' AND s.article_id<>r.article_id"
    " UNION ALL SELECT 'article',l.id FROM (SELECT article_id AS id FROM relation WHERE target_id=?"
    " UNION SELECT w.article_id FROM reference r JOIN relation w ON w.reference_id=r.id WHERE r.target_id=?"
    " LIMIT ?) l"
)
_AROUND = frozenset({"collection", "article"})


@dataclass(frozen=True)
class Shown:
    """The cache tags of what shows an article.

    Attributes:
        around: what does so whatever the article says: collections that place it, public pages that link to it.
        lists: the lists in which it stands by what it says of itself, and the pages that name it as a translation;
            empty if it is not public.
    """

    around: frozenset[str]
    lists: frozenset[str]


async def shown(tx: TransactionalDBClient, draft_id: int) -> Shown:
    """What shows an article now, or would as soon as it is public."""
    rows = await run(tx, _SHOWN, *[draft_id] * 10, LISTED_ARTICLES + 1)
    linking = article_tags(row["id"] for row in rows if row["kind"] == "article")
    placed = (_tag(row) for row in rows if row["kind"] == "collection")
    lists = frozenset(_tag(row) for row in rows if row["kind"] not in _AROUND)
    return Shown(frozenset(("list:articles", *linking, *placed)), lists)


async def lists_of(tx: TransactionalDBClient, draft_id: int, snapshot: dict[str, Any]) -> set[str]:
    """The tags of the lists in which the article would stand with that snapshot, and of its translations."""
    source_id, category_id = snapshot["article"]["source_id"], snapshot["article"]["category_id"]
    above = "SELECT 'category' AS kind,ancestor_id AS id FROM category_ancestor WHERE category_id=?"
    found = {_tag(row) for row in await run(tx, above, category_id)} | ({f"source:{source_id}"} if source_id else set())
    found |= {f"author:{link['author_id']}" for link in snapshot["credits"]}
    found |= {f"tag:{tag_id}" for tag_id in snapshot["tags"]}
    originals = [
        link["target_id"]
        for link in snapshot["relations"]
        if link["kind"] == RelationKind.TRANSLATION_OF and link["target_id"] is not None
    ]
    if originals:
        table, value = listed(tx, originals)
        rows = await run(tx, _TRANSLATIONS.format(listed=table), value, value, draft_id)
        found |= {_tag(row) for row in rows}
    return found


_TRANSLATIONS = (
    "SELECT 'translation' AS kind,id FROM article WHERE id IN (SELECT value FROM {listed})"
    " UNION SELECT 'translation',s.article_id FROM article o JOIN relation s ON s.target_id=o.id"
    " AND s.kind='TRANSLATION_OF' WHERE o.id IN (SELECT value FROM {listed}) AND s.article_id<>?"
)


_LISTS = (
    "SELECT 'source' AS kind,source_id AS id FROM article WHERE source_id IS NOT NULL"
    " AND id IN (SELECT value FROM {listed})"
    " UNION SELECT 'category',x.ancestor_id FROM article a JOIN category_ancestor x ON x.category_id=a.category_id"
    " WHERE a.id IN (SELECT value FROM {listed})"
    " UNION SELECT 'author',author_id FROM credit WHERE article_id IN (SELECT value FROM {listed})"
    " UNION SELECT 'tag',tag_id FROM article_tag WHERE article_id IN (SELECT value FROM {listed}) LIMIT ?"
)


async def lists_with(tx: TransactionalDBClient, article_ids: Sequence[int]) -> list[str]:
    """The tags of the lists in which some public articles stand; of many, `list:articles` has to stand for all."""
    table, value = listed(tx, article_ids)
    rows = await run(tx, _LISTS.format(listed=table), value, value, value, value, LISTED_ARTICLES + 1)
    return sorted(_tag(row) for row in rows) if len(rows) <= LISTED_ARTICLES else []


def article_tags(ids: Iterable[int]) -> list[str]:
    """The tags of the pages of some articles; of more than LISTED_ARTICLES, `list:articles` has to stand for all."""
    numbers = list(ids)
    return [f"article:{number}" for number in numbers] if len(numbers) <= LISTED_ARTICLES else []


def _tag(row: dict[str, Any]) -> str:
    kind = "article" if row["kind"] == "translation" else row["kind"]
    return f"{kind}:{row['id']}"
