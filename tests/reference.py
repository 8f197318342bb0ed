"""The reference that the compiler is measured against: slow, plain, and written from the schema's descriptions alone.

It knows the API only as printed SDL, is run by graphql-core's own executor, and answers every field from rows that the
ORM read beforehand. Nothing here shares a line with schema/, so a mistake would have to be made twice to go unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLResolveInfo, build_schema, execute_sync, parse

from cms import models
from tests.reference_where import article_matches, author_matches, category_matches, plain_matches, source_matches

PREFIXES = {"Article": "art", "Author": "aut", "Category": "cat", "Collection": "col"}
PREFIXES |= {"Reference": "ref", "Source": "src", "Tag": "tag"}
TABLES = [models.Article, models.ArticleBody, models.ArticleTag, models.Author, models.Category, models.Collection]
TABLES += [models.CategoryAncestor, models.CollectionItem, models.Credit, models.Reference, models.Relation]
TABLES += [models.Site, models.Source, models.Tag]
WRITERS = {"AUTHOR", "REPORTER", "CORRESPONDENT"}
Arguments = dict[str, Any]


class Rows:
    """Every row a reader could see, as one moment has it, and the look-ups over them."""

    def __init__(self, tables: dict[str, list[Any]]) -> None:
        self.tables = tables

    @classmethod
    async def read(cls) -> Rows:
        """Read all tables with the ORM."""
        return cls({model.__name__: await model.all().order_by(model._meta.pk_attr) for model in TABLES})

    def all(self, table: str) -> list[Any]:
        return self.tables[table]

    def by_id(self, table: str, number: int | None) -> Any:
        return self._index[table].get(number)

    def of(self, table: str, **columns: Any) -> list[Any]:
        """The rows with these values, in the order of their position where they have one."""
        found = [
            row for row in self.tables[table] if all(getattr(row, name) == value for name, value in columns.items())
        ]
        return sorted(found, key=lambda row: getattr(row, "position", 0))

    def under(self, category_id: int) -> set[int]:
        """The ids of a category and all below it, found by walking the tree."""
        below = {row.id for row in self.all("Category") if row.parent_id == category_id}
        return {category_id}.union(*(self.under(child) for child in below))

    def target(self, link: Any) -> Any:
        """What a relation or a placed item shows: a public article, the reference to one, or nothing."""
        if link.reference_id is None:
            return self.by_id("Article", link.target_id)
        reference = self.by_id("Reference", link.reference_id)
        return self.by_id("Article", reference.target_id) or reference

    @cached_property
    def _index(self) -> dict[str, dict[int, Any]]:
        return {name: {row.pk: row for row in rows} for name, rows in self.tables.items()}


@dataclass(frozen=True)
class Ordering:
    """An order by one column, ties broken by id, the same way."""

    name: str
    column: str
    descending: bool = False

    def key(self, row: Any) -> tuple[Any, int]:
        return getattr(row, self.column), row.id

    def cursor(self, row: Any) -> str:
        return "|".join([self.name, *(shown_text(value) for value in self.key(row))]).encode().hex()

    def position(self, cursor: str, example: Any) -> tuple[Any, int]:
        """The key that a cursor stands for; `example` is a row whose column has the type to read."""
        value, number = bytes.fromhex(cursor).decode().removeprefix(f"{self.name}|").rsplit("|", 1)
        kind = type(getattr(example, self.column))
        read: Callable[[str], Any] = moment if issubclass(kind, datetime) else kind
        return read(value), int(number)


ARTICLE_ORDERS = {
    "NEWEST": Ordering("NEWEST", "listed_at", descending=True),
    "OLDEST": Ordering("OLDEST", "listed_at"),
    "RECENTLY_MODIFIED": Ordering("RECENTLY_MODIFIED", "modified_at", descending=True),
    "MOST_VIEWED": Ordering("MOST_VIEWED", "view_count", descending=True),
}
BY_NAME = Ordering("NAME", "sort_key")


def moment(text: str) -> datetime:
    """A time from its text, in UTC and whole seconds."""
    return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)


def shown_text(value: Any) -> str:
    return f"{value.replace(tzinfo=None).isoformat()}Z" if isinstance(value, datetime) else str(value)


@dataclass(frozen=True)
class Page:
    """A connection: the whole list in order, and the part of it that is the page."""

    whole: Sequence[Any]
    start: int
    end: int
    order: Ordering
    rows: Rows

    @property
    def page(self) -> Sequence[Any]:
        return self.whole[self.start : self.end]


def make_page(rows: Rows, found: Iterable[Any], order: Ordering, arguments: Arguments) -> Page:
    """The page that Relay's arguments ask for."""
    whole = sorted(found, key=order.key, reverse=order.descending)
    start, end = 0, len(whole)
    if whole and arguments.get("after") is not None:
        start = sum(not _is_later(order, row, arguments["after"]) for row in whole)
    if whole and arguments.get("before") is not None:
        end = sum(_is_earlier(order, row, arguments["before"]) for row in whole)
    if arguments.get("last") is not None:
        return Page(whole, max(start, end - arguments["last"]), end, order, rows)
    first = 20 if arguments.get("first") is None else arguments["first"]
    return Page(whole, start, min(end, start + first), order, rows)


def _is_later(order: Ordering, row: Any, cursor: str) -> bool:
    here, there = order.key(row), order.position(cursor, row)
    return here < there if order.descending else here > there


def _is_earlier(order: Ordering, row: Any, cursor: str) -> bool:
    here, there = order.key(row), order.position(cursor, row)
    return here > there if order.descending else here < there


class Reference:
    """Answers operations from rows in memory."""

    def __init__(self, sdl: str, rows: Rows) -> None:
        self.schema = build_schema(sdl)
        self.rows = rows

    def answer(self, query: str, variables: dict[str, Any] | None = None) -> ExecutionResult:
        """What the API has to answer."""
        return execute_sync(
            self.schema,
            parse(query),
            variable_values=variables,
            field_resolver=self.resolve,
            type_resolver=lambda row, _info, _type: type(row).__name__,
        )

    def resolve(self, parent: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        kind, name = info.parent_type.name, info.field_name
        if kind.endswith("Connection"):
            kind = "Connection"
        elif kind.endswith("Edge"):
            kind = "Edge"
        resolver = FIELDS.get((kind, name))
        if resolver is not None:
            return resolver(self.rows, parent, arguments)
        if name == "id":
            return f"{PREFIXES[kind]}_{parent.id}"
        value = getattr(parent, re.sub("[A-Z]", lambda match: f"_{match[0].lower()}", name))
        return shown_text(value) if isinstance(value, datetime) else value


FIELDS: dict[tuple[str, str], Callable[[Rows, Any, Arguments], Any]] = {
    ("Connection", "edges"): lambda _rows, page, _: [(page, row) for row in page.page],
    ("Connection", "nodes"): lambda rows, page, _: [_node(rows, row) for row in page.page],
    ("Connection", "pageInfo"): lambda _rows, page, _: page,
    ("Connection", "totalCount"): lambda _rows, page, _: len(page.whole),
    ("Edge", "cursor"): lambda _rows, edge, _: edge[0].order.cursor(edge[1]),
    ("Edge", "node"): lambda rows, edge, _: _node(rows, edge[1]),
    ("Edge", "kind"): lambda _rows, edge, _: edge[1].kind,
    ("PageInfo", "hasNextPage"): lambda _rows, page, _: page.end < len(page.whole),
    ("PageInfo", "hasPreviousPage"): lambda _rows, page, _: page.start > 0,
    ("PageInfo", "startCursor"): lambda _rows, page, _: page.order.cursor(page.page[0]) if page.page else None,
    ("PageInfo", "endCursor"): lambda _rows, page, _: page.order.cursor(page.page[-1]) if page.page else None,
    ("Body", "blocks"): lambda _rows, body, _: orjson.loads(body.blocks),
    ("Article", "teaser"): lambda _rows, article, _: article.excerpt,
    ("Article", "url"): lambda _rows, article, _: article.path,
    ("Article", "body"): lambda rows, article, _: rows.by_id("ArticleBody", article.id),
    ("Article", "source"): lambda rows, article, _: rows.by_id("Source", article.source_id),
    ("Article", "category"): lambda rows, article, _: rows.by_id("Category", article.category_id),
    ("Article", "credits"): lambda rows, article, a: _chosen(
        rows.of("Credit", article_id=article.id), "role", a.get("roles")
    ),
    ("Article", "authors"): lambda rows, article, _: [
        rows.by_id("Author", credit.author_id)
        for credit in rows.of("Credit", article_id=article.id)
        if credit.role in WRITERS
    ],
    ("Article", "tags"): lambda rows, article, _: [
        rows.by_id("Tag", link.tag_id) for link in rows.of("ArticleTag", article_id=article.id)
    ],
    ("Article", "relations"): lambda rows, article, a: _chosen(_relations(rows, article), "kind", a.get("kinds")),
    ("Article", "related"): lambda rows, article, a: make_page(
        rows, _relations(rows, article), Ordering("POSITION", "position"), a
    ),
    ("Relation", "target"): lambda rows, relation, _: rows.target(relation),
    ("Credit", "author"): lambda rows, credit, _: rows.by_id("Author", credit.author_id),
    ("Category", "parent"): lambda rows, category, _: rows.by_id("Category", category.parent_id),
    ("Category", "children"): lambda rows, category, _: _children(rows, category.id),
    ("Category", "breadcrumb"): lambda rows, category, _: _breadcrumb(rows, category),
    ("Collection", "items"): lambda rows, collection, a: _items(rows, collection, a["first"]),
    ("Source", "articles"): lambda rows, source, a: _articles(rows, a, lambda article: article.source_id == source.id),
    ("Author", "articles"): lambda rows, author, a: _articles(
        rows, a, lambda article: bool(rows.of("Credit", article_id=article.id, author_id=author.id))
    ),
    ("Tag", "articles"): lambda rows, tag, a: _articles(
        rows, a, lambda article: bool(rows.of("ArticleTag", article_id=article.id, tag_id=tag.id))
    ),
    ("Category", "articles"): lambda rows, category, a: _articles(
        rows, a, lambda article: article.category_id in rows.under(category.id)
    ),
    ("Query", "node"): lambda rows, _, a: _by_global_id(rows, a["id"]),
    ("Query", "nodes"): lambda rows, _, a: [_by_global_id(rows, each) for each in a["ids"]],
    ("Query", "site"): lambda rows, *_: rows.by_id("Site", 1),
    ("Query", "categoryTree"): lambda rows, *_: _children(rows, None),
    ("Query", "articles"): lambda rows, _, a: _articles(rows, a, lambda _article: True),
    ("Query", "sources"): lambda rows, _, a: _filtered(rows, "Source", source_matches, BY_NAME, a),
    ("Query", "authors"): lambda rows, _, a: _filtered(rows, "Author", author_matches, BY_NAME, a),
    ("Query", "tags"): lambda rows, _, a: _filtered(rows, "Tag", plain_matches, BY_NAME, a),
    ("Query", "categories"): lambda rows, _, a: _filtered(
        rows, "Category", category_matches, Ordering("PATH", "path"), a
    ),
    ("Query", "collections"): lambda rows, _, a: make_page(rows, rows.all("Collection"), Ordering("SLUG", "slug"), a),
}


def _single(table: str) -> Callable[[Rows, Any, Arguments], Any]:
    def resolve(rows: Rows, _parent: Any, arguments: Arguments) -> Any:
        if arguments.get("id") is not None:
            return _by_global_id(rows, arguments["id"])
        name, value = next((name, value) for name, value in arguments.items() if value is not None)
        return next(iter(rows.of(table, **{name: value})), None)

    return resolve


for _table in ("Article", "Source", "Author", "Category", "Tag", "Collection"):
    FIELDS["Query", _table.lower()] = _single(_table)


def _by_global_id(rows: Rows, given: str) -> Any:
    prefix, _, number = given.partition("_")
    return rows.by_id(next(kind for kind, own in PREFIXES.items() if own == prefix), int(number))


def _node(rows: Rows, row: Any) -> Any:
    return rows.target(row) if isinstance(row, models.Relation) else row


def _chosen(links: list[Any], column: str, words: list[str] | None) -> list[Any]:
    return [link for link in links if words is None or getattr(link, column) in words]


def _relations(rows: Rows, article: models.Article) -> list[Any]:
    return [link for link in rows.of("Relation", article_id=article.id) if rows.target(link) is not None]


def _children(rows: Rows, category_id: int | None) -> list[Any]:
    return sorted(rows.of("Category", parent_id=category_id), key=lambda row: (row.position, row.id))


def _breadcrumb(rows: Rows, category: models.Category) -> list[Any]:
    above = rows.by_id("Category", category.parent_id)
    return [*(_breadcrumb(rows, above) if above else []), category]


def _articles(rows: Rows, arguments: Arguments, belongs: Callable[[Any], bool]) -> Page:
    own = [article for article in rows.all("Article") if belongs(article)]
    found = [article for article in own if article_matches(rows, article, arguments.get("where"))]
    return make_page(rows, found, ARTICLE_ORDERS[arguments.get("orderBy") or "NEWEST"], arguments)


def _filtered(rows: Rows, table: str, matches: Any, order: Ordering, arguments: Arguments) -> Page:
    found = [row for row in rows.all(table) if matches(rows, row, arguments.get("where"))]
    return make_page(rows, found, order, arguments)


def _items(rows: Rows, collection: models.Collection, first: int) -> list[Any]:
    placed = [rows.target(item) for item in rows.of("CollectionItem", collection_id=collection.id)]
    order = {"NEWEST": ARTICLE_ORDERS["NEWEST"], "HOT": ARTICLE_ORDERS["MOST_VIEWED"]}.get(collection.tail)
    tail = sorted(rows.all("Article"), key=order.key, reverse=True) if order else []
    shown: list[Any] = []
    for item in [*placed, *tail]:
        if item is not None and item not in shown:
            shown.append(item)
    return shown[:first]
