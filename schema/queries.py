"""The entry points for readers."""

from __future__ import annotations

import strawberry

from cms.models.content import SITE_LANGUAGE, SITE_NAME, SITE_TIME_ZONE
from schema.assets import AssetQueries
from schema.audit import AuditQueries
from schema.auth import AuthQueries
from schema.authors import AuthorQueries
from schema.categories import CategoryQueries
from schema.collections import CollectionQueries
from schema.comparing import ComparingQueries
from schema.completion import CompletionQueries
from schema.connection import Connection
from schema.content import Article, Author, Category, Collection, Node, Site, Source, Tag, Tombstone
from schema.describe import Argument, Order, Rows, connection, many, one
from schema.endpoints import EndpointQueries
from schema.enums import CompletionKind
from schema.events import EventQueries
from schema.hot import HotQueries
from schema.ids import PREFIXES, id_pair, id_pairs, row_number
from schema.newsroom import NewsroomQueries
from schema.orders import BY_NAME, BY_PATH, BY_PLACE, BY_SLUG, TREE_ORDER, ArticleOrder
from schema.publishing import PublishingQueries
from schema.redirects import RedirectQueries
from schema.references import ReferenceQueries
from schema.search import SearchQueries
from schema.shadows import AS_OF, PREVIEW, REVISION
from schema.sources import SourceQueries
from schema.system import SystemQueries
from schema.tags import TagQueries
from schema.users import UserQueries
from schema.visible import REDIRECTED, by_id, by_slug, visible
from schema.vocabulary import named_like
from schema.where import ArticleWhere, AuthorWhere, CategoryWhere, SourceWhere, TagWhere

TABLES = {kind: kind.lower() for kind in PREFIXES}

# An aggregate, so that a site that never said anything of itself has an answer too.
SITE = (
    f"(SELECT coalesce(max(name),'{SITE_NAME}') AS name,coalesce(max(tagline),'') AS tagline,"
    f"coalesce(max(url),'') AS url,coalesce(max(language),'{SITE_LANGUAGE}') AS language,"
    f"coalesce(max(time_zone),'{SITE_TIME_ZONE}') AS time_zone,"
    "coalesce(max(version),0) AS version FROM site)"
)


def _nodes(argument: str) -> Rows:
    """The rows of the ids in an argument, whatever type they are of, in the order asked for.

    Ids that were merged into another are that one's.
    """
    joins = [
        f"LEFT JOIN {table} {{t}}_{table} ON {{t}}.kind='{PREFIXES[kind]}' AND {{t}}_{table}.id={{t}}.number"
        f" AND {visible(table, f'{{t}}_{table}')}"
        for kind, table in TABLES.items()
    ]
    given = f"SELECT e.key AS place,e.value->>0 AS kind,CAST(e.value->>1 AS INTEGER) AS number FROM {{{argument}}} e"
    kinds = " ".join(f"WHEN '{prefix}' THEN '{table.upper()}'" for prefix, table in REDIRECTED.items())
    return Rows(
        f"(SELECT n.place,n.kind,coalesce(r.target_id,n.number) AS number FROM ({given}) n"
        f" LEFT JOIN redirect r ON r.former_id=n.number AND r.kind=CASE n.kind {kinds} END)",
        joins=" ".join(joins),
        members={kind: f"{{t}}_{table}" for kind, table in TABLES.items()},
    )


def _by_id(kind: str) -> Argument:
    description = f"Its id, such as {PREFIXES[kind]}_17."
    if kind.lower() not in REDIRECTED.values():
        return Argument(strawberry.ID | None, description, "{t}.id={value}", row_number(kind), "int")
    description += " That of something that was merged into it will do."
    return Argument(strawberry.ID | None, description, by_id(kind.lower()), row_number(kind), "int")


def _by_slug(table: str) -> Argument:
    return Argument(str | None, "Its slug, or a former one that leads to it.", by_slug(table))


@strawberry.type
class VocabularyQueries(
    SourceQueries,
    AuthorQueries,
    TagQueries,
    CategoryQueries,
    CollectionQueries,
    ReferenceQueries,
    RedirectQueries,
):
    """What editors ask of the nouns that articles share."""


@strawberry.type(description="Reading what is public. Give exactly one argument to the fields for a single thing.")
class Query(
    AuthQueries,
    UserQueries,
    NewsroomQueries,
    AssetQueries,
    PublishingQueries,
    ComparingQueries,
    AuditQueries,
    EventQueries,
    EndpointQueries,
    SystemQueries,
    SearchQueries,
    HotQueries,
    VocabularyQueries,
    CompletionQueries,
):
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
        "One public article, by id or by slug; or one as a preview, or as it was or will be at another time.",
        requires_one=True,
        id=_by_id("Article"),
        slug=_by_slug("article"),
        preview=PREVIEW,
        revision=REVISION,
        as_of=AS_OF,
    )
    articles: Connection[Article] = connection(
        Rows("article"),
        ArticleOrder,
        "Public articles.",
        where=ArticleWhere,
        default_order=ArticleOrder.NEWEST,
        collapses=True,
        as_of=AS_OF,
    )
    tombstone: Tombstone | None = one(
        Rows("tombstone"),
        "What is told of an article that was public and was taken down, or deleted for ever; by id or by slug. Of"
        " several with one slug it is the latest.",
        requires_one=True,
        id=_by_id("Article"),
        slug=Argument(
            str | None,
            "A slug it had.",
            "{t}.id=coalesce((SELECT v.id FROM tombstone v WHERE v.slug={value} ORDER BY v.created_at DESC,v.id DESC"
            " LIMIT 1),(SELECT w.target_id FROM redirect w WHERE w.kind='ARTICLE' AND w.former_slug={value}))",
        ),
    )
    source: Source | None = one(
        Rows("source", visible("source")),
        "One source, by id or by slug.",
        requires_one=True,
        id=_by_id("Source"),
        slug=_by_slug("source"),
    )
    sources: Connection[Source] = connection(
        Rows("source", visible("source")),
        BY_NAME,
        "All sources of public articles, by name (Chinese by pinyin).",
        where=SourceWhere,
        search=named_like(CompletionKind.SOURCE),
    )
    author: Author | None = one(
        Rows("author", visible("author")),
        "One author, by id or by slug.",
        requires_one=True,
        id=_by_id("Author"),
        slug=_by_slug("author"),
    )
    authors: Connection[Author] = connection(
        Rows("author", visible("author")),
        BY_NAME,
        "All authors of public articles, by name (Chinese by pinyin).",
        where=AuthorWhere,
        search=named_like(CompletionKind.AUTHOR),
    )
    category: Category | None = one(
        Rows("category", visible("category")),
        "One category, by id or by path.",
        requires_one=True,
        id=_by_id("Category"),
        path=Argument(
            str | None,
            "The slugs from the top, joined by slashes; a former path leads to it, too.",
            by_slug("category", "path"),
        ),
    )
    categories: Connection[Category] = connection(
        Rows("category", visible("category")),
        BY_PATH,
        "All categories with public articles in them or below them, by path.",
        where=CategoryWhere,
        search=named_like(CompletionKind.CATEGORY),
    )
    category_tree: list[Category] = many(
        Rows("category", "{t}.parent_id IS NULL AND " + visible("category")),
        TREE_ORDER,
        "The categories at the top of the tree, in their order.",
    )
    tag: Tag | None = one(
        Rows("tag", visible("tag")),
        "One tag, by id or by slug.",
        requires_one=True,
        id=_by_id("Tag"),
        slug=_by_slug("tag"),
    )
    tags: Connection[Tag] = connection(
        Rows("tag", visible("tag")),
        BY_NAME,
        "All tags of public articles, by name (Chinese by pinyin).",
        where=TagWhere,
        search=named_like(CompletionKind.TAG),
    )
    collection: Collection | None = one(
        Rows("collection"),
        "One collection, by id or by slug.",
        requires_one=True,
        id=_by_id("Collection"),
        slug=Argument(str | None, "Its slug.", "{t}.slug={value}"),
    )
    collections: Connection[Collection] = connection(Rows("collection"), BY_SLUG, "All collections, by slug.")
    site: Site = one(Rows(SITE), "What the site says of itself.")
