"""What of an article or a draft is found by search: its own words from a revision, and the names around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from tortoise.backends.base.client import BaseDBAsyncClient

from cms.db.sql import listed, run
from cms.search.analysis import LONGEST_BODY

Names = dict[str, str]


@dataclass(frozen=True)
class Document:
    """The texts of one entry of the index. An excerpt that only repeats the body is left out."""

    title: str
    subtitle: str
    excerpt: str
    body: str
    byline: str
    source: str
    tags: str


def document(row: dict[str, Any], names: Names) -> Document:
    """The document of a row of `revisions_of` and of what its names were, or are."""
    body = row["body"][:LONGEST_BODY]
    excerpt = row["excerpt"]
    # What is made of the body ends in the middle of it, or where its lines are joined.
    is_made = excerpt.rstrip("…")[:40] in body
    return Document(row["title"], row["subtitle"], "" if is_made else excerpt, body, **names)


async def revisions_of(client: BaseDBAsyncClient, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The own words of revisions, by their ids: title, subtitle, excerpt, body; `byline` as printed."""
    source, value = listed(client, ids)
    held = ",".join(
        f"r.snapshot->'article'->>'{name}' AS {name}" for name in ("title", "subtitle", "excerpt", "byline")
    )
    sql = (
        f"SELECT r.id,{held},r.snapshot->'body'->>'text' AS body FROM {source}"  # noqa: S608 - our own names
        " JOIN revision r ON r.id=listed.value"
    )
    return {row["id"]: row for row in await run(client, sql, value)}


@dataclass(frozen=True)
class Subject:
    """What is to be indexed: the article's or draft's id, its revision, and the names that are indexed with it."""

    id: int
    revision_id: int
    names: Names


async def public_subjects(client: BaseDBAsyncClient, ids: Sequence[int]) -> list[Subject]:
    """Public articles with the names that are shown with them."""
    source, value = listed(client, ids)
    is_postgres = client.capabilities.dialect == "postgres"
    together = "string_agg({},{})" if is_postgres else "group_concat({},{})"
    credited = together.format("x.name", "'\n'")
    rows = await run(
        client,
        "SELECT a.id,a.revision_id,a.byline,coalesce(s.name,'') AS source,"  # noqa: S608 - our own names
        f"(SELECT {credited} FROM (SELECT c.name FROM credit c WHERE c.article_id=a.id UNION"
        " SELECT u.name FROM credit c JOIN author u ON u.id=c.author_id WHERE c.article_id=a.id) x) AS credited,"
        f"(SELECT {credited} FROM (SELECT g.name FROM article_tag j JOIN tag g ON g.id=j.tag_id"
        " WHERE j.article_id=a.id ORDER BY j.position) x) AS tags"
        f" FROM {source} JOIN article a ON a.id=listed.value LEFT JOIN source s ON s.id=a.source_id",
        value,
    )
    return [
        Subject(row["id"], row["revision_id"], _names(row["byline"], row["credited"], row["source"], row["tags"]))
        for row in rows
    ]


async def draft_subjects(client: BaseDBAsyncClient, ids: Sequence[int]) -> list[Subject]:
    """Drafts with the names in their newest revisions; what was merged is what it leads to."""
    source, value = listed(client, ids)
    rows = await run(
        client,
        "SELECT d.id,r.id AS revision_id,r.snapshot->'article'->>'byline' AS byline,"  # noqa: S608 - our own names
        "CAST(r.snapshot->'article'->>'source_id' AS INTEGER) AS source_id,"
        "CAST(r.snapshot->'credits' AS TEXT) AS credits,CAST(r.snapshot->'tags' AS TEXT) AS tags"
        f" FROM {source} JOIN draft d ON d.id=listed.value JOIN revision r ON r.draft_id=d.id"
        " AND r.number=(SELECT max(n.number) FROM revision n WHERE n.draft_id=d.id)",
        value,
    )
    read = [(row, orjson.loads(row["credits"]), orjson.loads(row["tags"])) for row in rows]
    sources = await _called(client, "source", [row["source_id"] for row, _, _ in read if row["source_id"]])
    authors = await _called(client, "author", [each["author_id"] for _, credits_, _ in read for each in credits_])
    tags = await _called(client, "tag", [each for _, _, tag_ids in read for each in tag_ids])
    subjects = []
    for row, credits_, tag_ids in read:
        credited = [name for each in credits_ for name in (each["name"], authors.get(each["author_id"], ""))]
        tagged = "\n".join(tags.get(each, "") for each in tag_ids)
        names = _names(row["byline"], "\n".join(credited), sources.get(row["source_id"], ""), tagged)
        subjects.append(Subject(row["id"], row["revision_id"], names))
    return subjects


async def _called(client: BaseDBAsyncClient, table: str, ids: Sequence[int]) -> dict[int, str]:
    """What the things with these ids are called; those that were merged, as what they lead to."""
    if not ids:
        return {}
    source, value = listed(client, sorted(set(ids)))
    rows = await run(
        client,
        f"SELECT listed.value AS id,t.name FROM {source} JOIN {table} t ON t.id=coalesce((SELECT x.id FROM {table} x"  # noqa: S608 - our own names
        " WHERE x.id=listed.value),(SELECT max(d.target_id) FROM redirect d"
        f" WHERE d.kind='{table.upper()}' AND d.former_id=listed.value))",
        value,
    )
    return {row["id"]: row["name"] for row in rows}


def _names(byline: str, credited: str | None, source: str, tags: str | None) -> Names:
    added = [name for name in dict.fromkeys((credited or "").split("\n")) if name and name not in byline]
    return {"byline": "\n".join([byline, *sorted(added)]).strip(), "source": source, "tags": tags or ""}
