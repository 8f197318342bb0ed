"""What each field of the API means, over rows in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson

from cms import models
from tests.reference.pages import (
    ARTICLE_ORDERS,
    BY_CLOSENESS,
    BY_NAME,
    BY_PLACE_IN_STORY,
    Arguments,
    Ordering,
    Page,
    make_page,
    shown_text,
)
from tests.reference.pictures import picture_of, sizes_of
from tests.reference.rows import Rows
from tests.reference.where import article_matches, author_matches, category_matches, plain_matches, source_matches

PREFIXES = {"Article": "art", "Author": "aut", "Category": "cat", "Collection": "col"}
PREFIXES |= {"Reference": "ref", "Source": "src", "Tag": "tag"}
WRITERS = {"AUTHOR", "REPORTER", "CORRESPONDENT"}

FIELDS: dict[tuple[str, str], Callable[[Rows, Any, Arguments], Any]] = {
    ("Connection", "edges"): lambda _rows, page, _: [(page, row) for row in page.page],
    ("Connection", "nodes"): lambda rows, page, _: [_node(rows, row) for row in page.page],
    ("Connection", "pageInfo"): lambda _rows, page, _: page,
    ("Connection", "totalCount"): lambda _rows, page, _: len(page.whole),
    ("Edge", "cursor"): lambda _rows, edge, _: edge[0].order.cursor(edge[1]),
    ("Edge", "node"): lambda rows, edge, _: _node(rows, edge[1]),
    ("Edge", "kind"): lambda _rows, edge, _: getattr(edge[1], "kind", "SIMILAR"),
    ("Edge", "reason"): lambda _rows, edge, _: orjson.loads(getattr(edge[1], "keywords", "[]")),
    ("Edge", "score"): lambda _rows, edge, _: getattr(edge[1], "score", None),
    ("PageInfo", "hasNextPage"): lambda _rows, page, _: page.has_next,
    ("PageInfo", "hasPreviousPage"): lambda _rows, page, _: page.has_previous,
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
    ("Article", "translations"): lambda rows, article, _: _translations(rows, article),
    ("Article", "copies"): lambda rows, article, a: make_page(
        rows, [row for row in _story(rows, article) if row.article_id != article.id], BY_PLACE_IN_STORY, a
    ),
    ("Article", "canonical"): lambda rows, article, _: next(
        (rows.by_id("Article", row.article_id) for row in _story(rows, article) if row.is_lead), article
    ),
    ("Article", "related"): lambda rows, article, a: make_page(rows, _related(rows, article, a), BY_CLOSENESS, a),
    ("Article", "image"): lambda rows, article, _: picture_of(rows, article),
    ("Image", "id"): lambda _rows, picture, _: f"ast_{picture.asset.id}",
    ("Image", "url"): lambda _rows, picture, _: f"{picture.address}/original.jpg",
    ("Image", "mediaType"): lambda *_: "image/jpeg",
    ("Image", "renditions"): lambda _rows, picture, a: sizes_of(picture, a),
    ("Article", "corrections"): lambda rows, article, _: _corrections(rows, article),
    ("Correction", "correctedAt"): lambda _rows, publication, _: shown_text(publication.live_from),
    ("Tombstone", "id"): lambda _rows, tombstone, _: f"art_{tombstone.id}",
    ("Tombstone", "url"): lambda _rows, tombstone, _: tombstone.path,
    ("Query", "tombstone"): lambda rows, _, a: _tombstone(rows, a),
    ("Relation", "position"): lambda rows, relation, _: relation.place,
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
    ("Query", "viewer"): lambda *_: None,  # the reference is a reader who did not sign in
    ("Query", "site"): lambda rows, *_: rows.by_id("Site", 1),
    ("Query", "categoryTree"): lambda rows, *_: _children(rows, None),
    ("Query", "articles"): lambda rows, _, a: _articles(rows, a, lambda _article: True),
    ("Query", "sources"): lambda rows, _, a: _filtered(rows, "Source", source_matches, BY_NAME, a),
    ("Query", "authors"): lambda rows, _, a: _filtered(rows, "Author", author_matches, BY_NAME, a),
    ("Query", "tags"): lambda rows, _, a: _filtered(rows, "Tag", plain_matches, BY_NAME, a),
    ("Query", "categories"): lambda rows, _, a: _filtered(
        rows, "Category", category_matches, Ordering("PATH", "path"), a
    ),
    ("Query", "hotArticles"): lambda rows, _, a: _hot(rows, a),
    ("HotArticle", "node"): lambda rows, place, _: rows.by_id("Article", place.article_id),
    ("HotArticle", "previousRank"): lambda _rows, place, _: place.former_rank,
    ("HotArticle", "trend"): lambda _rows, place, _: _trend(place.rank, place.former_rank),
    ("Query", "collections"): lambda rows, _, a: make_page(rows, rows.all("Collection"), Ordering("SLUG", "slug"), a),
}


def _single(table: str) -> Callable[[Rows, Any, Arguments], Any]:
    def resolve(rows: Rows, _parent: Any, arguments: Arguments) -> Any:
        if arguments.get("id") is not None:
            return _by_global_id(rows, arguments["id"])
        name, value = next((name, value) for name, value in arguments.items() if value is not None)
        found = next(iter(rows.of(table, **{name: value})), None)
        return rows.led(table, former_slug=value) if found is None else found

    return resolve


for _table in ("Article", "Source", "Author", "Category", "Tag", "Collection"):
    FIELDS["Query", _table.lower()] = _single(_table)


def _by_global_id(rows: Rows, given: str) -> Any:
    prefix, _, number = given.partition("_")
    kind = next(kind for kind, own in PREFIXES.items() if own == prefix)
    return rows.by_id(kind, int(number)) or rows.led(kind, former_id=int(number))


def _hot(rows: Rows, arguments: Arguments) -> list[Any]:
    wanted, category_id = arguments.get("category"), 0
    if wanted is not None:
        is_id = wanted.startswith("cat_")
        found = _by_global_id(rows, wanted) if is_id else _single("Category")(rows, None, {"path": wanted})
        category_id = found.id if found else -1
    places = rows.of("HotPlace", span=arguments["window"], category_id=category_id)
    shown = [place for place in places if rows.by_id("Article", place.article_id)]
    return sorted(shown, key=lambda place: place.rank)[: arguments["first"]]


def _trend(rank: int, former: int | None) -> str:
    if former is None:
        return "NEW"
    return "UP" if former > rank else "DOWN" if former < rank else "SAME"


def _node(rows: Rows, row: Any) -> Any:
    if isinstance(row, models.Copy):
        return rows.by_id("Article", row.article_id)
    if isinstance(row, models.Neighbour):
        return rows.by_id("Article", row.target_id)
    return rows.target(row) if isinstance(row, models.Relation) else row


def _story(rows: Rows, article: models.Article) -> list[Any]:
    own = rows.of("Copy", article_id=article.id)
    return sorted(rows.of("Copy", story_id=own[0].story_id), key=lambda row: row.place) if own else []


def _collapsed(rows: Rows, found: list[Any]) -> list[Any]:
    """Of each story the first that was found."""
    ids = {article.id for article in found}
    firsts = {
        article.id: [row.article_id for row in _story(rows, article) if row.article_id in ids] for article in found
    }
    return [article for article in found if article.id in (firsts[article.id] or [article.id])[:1]]


def _chosen(links: list[Any], column: str, words: list[str] | None) -> list[Any]:
    return [link for link in links if words is None or getattr(link, column) in words]


def _relations(rows: Rows, article: models.Article) -> list[Any]:
    return [link for link in rows.of("Relation", article_id=article.id) if rows.target(link) is not None]


def _translations(rows: Rows, article: models.Article) -> list[Any]:
    """The original, what translates the article, and what translates the same public article."""
    links = rows.of("Relation", kind="TRANSLATION_OF")
    originals = [link.target_id for link in links if link.article_id == article.id and link.target_id]
    shown = {number for number in originals if rows.by_id("Article", number)}
    found = shown | {link.article_id for link in links if link.target_id in {article.id, *shown}}
    articles = [rows.by_id("Article", number) for number in found - {article.id}]
    return sorted(articles, key=lambda row: (row.language, row.id))


def _related(rows: Rows, article: models.Article, arguments: Arguments) -> list[Any]:
    mode = arguments.get("mode") or "BOTH"
    editorial = _relations(rows, article) if mode != "COMPUTED" else []
    return [*editorial, *(_similar(rows, article) if mode != "EDITORIAL" else [])]


def _similar(rows: Rows, article: models.Article) -> list[Any]:
    references = {row.id: row.target_id for row in rows.all("AnyReference")}
    links = rows.of("Relation", article_id=article.id)
    before = {article.id, *(link.target_id or references[link.reference_id] for link in links)}
    stories = {copy.story_id for number in before for copy in rows.of("Copy", article_id=number)}

    def is_new(target_id: int) -> bool:
        copies = rows.of("Copy", article_id=target_id)
        is_lead = all(copy.is_lead and copy.story_id not in stories for copy in copies)
        return target_id not in before and is_lead and rows.by_id("Article", target_id) is not None

    return [row for row in rows.of("Neighbour", article_id=article.id) if is_new(row.target_id)]


def _children(rows: Rows, category_id: int | None) -> list[Any]:
    return sorted(rows.of("Category", parent_id=category_id), key=lambda row: (row.position, row.id))


def _corrections(rows: Rows, article: models.Article) -> list[Any]:
    told = [row for row in rows.of("Publication", draft_id=article.id) if row.note]
    return sorted(told, key=lambda row: (row.live_from, row.id), reverse=True)


def _tombstone(rows: Rows, arguments: Arguments) -> Any:
    if arguments.get("id") is not None:
        return rows.by_id("Tombstone", int(arguments["id"].partition("_")[2]))
    found = rows.of("Tombstone", slug=arguments["slug"])
    latest = max(found, key=lambda row: (row.created_at, row.id), default=None)
    signs = [row for row in rows.of("Redirect", kind="ARTICLE") if row.former_slug == arguments["slug"]]
    return latest or (rows.by_id("Tombstone", signs[0].target_id) if signs else None)


def _breadcrumb(rows: Rows, category: models.Category) -> list[Any]:
    above = rows.by_id("Category", category.parent_id)
    return [*(_breadcrumb(rows, above) if above else []), category]


def _articles(rows: Rows, arguments: Arguments, belongs: Callable[[Any], bool]) -> Page:
    own = [article for article in rows.all("Article") if belongs(article)]
    found = [article for article in own if article_matches(rows, article, arguments.get("where"))]
    if arguments.get("collapseCopies"):
        found = _collapsed(rows, found)
    return make_page(rows, found, ARTICLE_ORDERS[arguments.get("orderBy") or "NEWEST"], arguments)


def _filtered(rows: Rows, table: str, matches: Any, order: Ordering, arguments: Arguments) -> Page:
    found = [row for row in rows.all(table) if matches(rows, row, arguments.get("where"))]
    return make_page(rows, found, order, arguments)


def _items(rows: Rows, collection: models.Collection, first: int) -> list[Any]:
    shown: dict[Any, Any] = {}
    for link in rows.of("CollectionItem", collection_id=collection.id):
        reference = rows.by_id("Reference", link.reference_id)
        article_id = reference.target_id if reference else link.target_id
        item = rows.target(link)
        if item is not None:
            # Two references to one article are that article twice, whether it is public or not.
            shown.setdefault(("reference", link.reference_id) if article_id is None else article_id, item)
    order = {"NEWEST": ARTICLE_ORDERS["NEWEST"], "HOT": ARTICLE_ORDERS["MOST_VIEWED"]}.get(collection.tail)
    for article in sorted(rows.all("Article"), key=order.key, reverse=True) if order else []:
        shown.setdefault(article.id, article)
    return list(shown.values())[:first]
