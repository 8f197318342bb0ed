"""The entry points for readers."""

from __future__ import annotations

import strawberry

from cms.models.content import SITE_LANGUAGE, SITE_NAME
from schema.auth import AuthQueries
from schema.connection import Connection
from schema.content import Article, Author, Category, Collection, Node, Site, Source, Tag
from schema.describe import Argument, Order, Rows, connection, many, one
from schema.ids import PREFIXES, id_pair, id_pairs, row_number
from schema.orders import BY_NAME, BY_PATH, BY_PLACE, BY_SLUG, TREE_ORDER, ArticleOrder
from schema.visible import visible
from schema.where import ArticleWhere, AuthorWhere, CategoryWhere, SourceWhere, TagWhere

TABLES = {kind: kind.lower() for kind in PREFIXES}

# An aggregate, so that a site that never said anything of itself has an answer too.
SITE = (
    f"(SELECT coalesce(max(name),'{SITE_NAME}') AS name,coalesce(max(tagline),'') AS tagline,"
    f"coalesce(max(url),'') AS url,coalesce(max(language),'{SITE_LANGUAGE}') AS language FROM site)"
)


def _nodes(argument: str) -> Rows:
    """The rows of the ids in an argument, whatever type they are of, in the order asked for."""
    joins = [
        f"LEFT JOIN {table} {{t}}_{table} ON {{t}}.kind='{PREFIXES[kind]}' AND {{t}}_{table}.id={{t}}.number"
        f" AND {visible(table, f'{{t}}_{table}')}"
        for kind, table in TABLES.items()
    ]
    return Rows(
        f"(SELECT e.key AS place,e.value->>0 AS kind,CAST(e.value->>1 AS INTEGER) AS number FROM {{{argument}}} e)",
        joins=" ".join(joins),
        members={kind: f"{{t}}_{table}" for kind, table in TABLES.items()},
    )


def _by_id(kind: str) -> Argument:
    return Argument(
        strawberry.ID | None, f"Its id, such as {PREFIXES[kind]}_17.", "{t}.id={value}", row_number(kind), "int"
    )


def _by_slug() -> Argument:
    return Argument(str | None, "Its slug.", "{t}.slug={value}")


@strawberry.type(description="Reading what is public. Give exactly one argument to the fields for a single thing.")
class Query(AuthQueries):
    """The root of all queries."""

    node: Node | None = one(
        _nodes("id"),
        "Anything by its id; null if it is not there or not public.",
        id=Argument(strawberry.ID, "The id.", convert=id_pair),
    )
    nodes: list[Node | None] = many(
        _nodes("ids"),
        Order("PLACE", BY_PLACE.keys[1:]),
        "Several things by their ids, in the order asked for; null where there is nothing.",
        ids=Argument(list[strawberry.ID], "At most 100 ids.", convert=id_pairs),
    )
    article: Article | None = one(
        Rows("article"),
        "One public article, by id or by slug.",
        requires_one=True,
        id=_by_id("Article"),
        slug=_by_slug(),
    )
    articles: Connection[Article] = connection(
        Rows("article"), ArticleOrder, "Public articles.", where=ArticleWhere, default_order=ArticleOrder.NEWEST
    )
    source: Source | None = one(
        Rows("source", visible("source")),
        "One source, by id or by slug.",
        requires_one=True,
        id=_by_id("Source"),
        slug=_by_slug(),
    )
    sources: Connection[Source] = connection(
        Rows("source", visible("source")),
        BY_NAME,
        "All sources of public articles, by name (Chinese by pinyin).",
        where=SourceWhere,
    )
    author: Author | None = one(
        Rows("author", visible("author")),
        "One author, by id or by slug.",
        requires_one=True,
        id=_by_id("Author"),
        slug=_by_slug(),
    )
    authors: Connection[Author] = connection(
        Rows("author", visible("author")),
        BY_NAME,
        "All authors of public articles, by name (Chinese by pinyin).",
        where=AuthorWhere,
    )
    category: Category | None = one(
        Rows("category", visible("category")),
        "One category, by id or by path.",
        requires_one=True,
        id=_by_id("Category"),
        path=Argument(str | None, "The slugs from the top, joined by slashes.", "{t}.path={value}"),
    )
    categories: Connection[Category] = connection(
        Rows("category", visible("category")),
        BY_PATH,
        "All categories with public articles in them or below them, by path.",
        where=CategoryWhere,
    )
    category_tree: list[Category] = many(
        Rows("category", "{t}.parent_id IS NULL AND " + visible("category")),
        TREE_ORDER,
        "The categories at the top of the tree, in their order.",
    )
    tag: Tag | None = one(
        Rows("tag", visible("tag")), "One tag, by id or by slug.", requires_one=True, id=_by_id("Tag"), slug=_by_slug()
    )
    tags: Connection[Tag] = connection(
        Rows("tag", visible("tag")),
        BY_NAME,
        "All tags of public articles, by name (Chinese by pinyin).",
        where=TagWhere,
    )
    collection: Collection | None = one(
        Rows("collection"),
        "One collection, by id or by slug.",
        requires_one=True,
        id=_by_id("Collection"),
        slug=_by_slug(),
    )
    collections: Connection[Collection] = connection(Rows("collection"), BY_SLUG, "All collections, by slug.")
    site: Site = one(Rows(SITE), "What the site says of itself.")
