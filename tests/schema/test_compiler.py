"""Statements of awkward shapes: very deep, very wide, hostile, and with a planner that would like another order."""

from __future__ import annotations

import sqlite3
from typing import Any

import orjson
import pytest

from cms.db.files import sqlite_path
from cms.snapshots import CreditLink, RelationLink
from schema.compiler import parses
from tests.content import (
    AWKWARD,
    make_article,
    make_author,
    make_category,
    make_collection,
    make_draft,
    make_reference,
    make_site_content,
    make_source,
    make_tag,
)
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

# Each goes eleven levels or more into lists, connections, single rows, unions and interfaces.
# The braces that close them are added.
DEEP = """
{ articles(first: 3) { nodes { source { articles(first: 2) { nodes { authors { articles(first: 2) { nodes {
category { parent { articles(first: 1) { nodes { title source { slug

{ articles(first: 2) { edges { node { related(first: 3) { edges { kind node { __typename ... on Article {
category { breadcrumb { articles(last: 2, orderBy: OLDEST) { totalCount pageInfo { endCursor } nodes { title
relations { target { ... on Reference { title isTruncated } ... on Article { tags { name

{ categoryTree { children { children { parent { parent { children { articles(first: 2) { nodes { credits {
author { articles(first: 1) { nodes { title collectedAt

{ nodes(ids: ["art_1", "src_1", "cat_2", "tag_1", "aut_1", "col_1", "ref_1"]) { id ... on Source {
articles(first: 2) { nodes { credits { author { articles(first: 2) { nodes { body { blocks } source {
articles(first: 1) { nodes { title } } } } } } } } } } ... on Tag { articles(first: 2) { nodes { category {
parent { name children { name } } } } } } ... on Collection { items(first: 4) { title ... on Article { source {
articles(first: 2) { nodes { tags { articles(first: 1) { nodes { title source { name

{ collections { nodes { items(first: 5) { ... on Article { related { nodes { ... on Article { related(last: 2) {
nodes { ... on Article { source { articles(first: 1, where: {not: {urgency: {eq: 1}}}) { nodes { title category
{ path
""".strip().split("\n\n")


def closed(query: str) -> str:
    return query + " }" * (query.count("{") - query.count("}"))


async def test_selections_of_eleven_levels_are_answered_on_both_databases(both: Both) -> None:
    await make_site_content(5, articles=20)
    await both.reread()

    for query in DEEP:
        await both.agree(closed(query))
        if both.database.dialect == "sqlite":
            assert both.sql[-1][0].startswith("WITH "), "it fits the parser unhoisted, so it is not deep enough"
    assert len(both.sql) == len(DEEP)


async def test_hoisted_lists_of_missing_parents_are_null_or_empty(both: Both) -> None:
    """An article without source and category, a category without a parent: keys that are NULL."""
    category = await make_category("上")
    await make_article("无")
    await make_article("有", category_id=category.id, source_id=(await make_source()).id)
    await both.reread()

    await both.agree(closed(DEEP[0]))
    await both.agree(
        closed(
            "{ articles { nodes { title source { articles { totalCount nodes { source { articles { nodes { category {"
            " parent { parent { articles { totalCount nodes { source { name } } } } } articles { nodes { title"
        )
    )
    assert len(both.sql) == 2


async def test_ninety_levels_are_answered_too(both: Both) -> None:
    await make_article("甲", source_id=(await make_source()).id)
    await both.reread()

    await both.agree(closed("{ articles { nodes { " + "source { articles(first: 1) { nodes { " * 30 + "title"))


async def test_wide_objects_are_whole(both: Both) -> None:
    await make_article(AWKWARD[1], "<p>一</p>", source_id=(await make_source(AWKWARD[2])).id)
    await both.reread()

    for width in (49, 50, 51, 63, 64, 70, 101, 127, 200):
        titles = " ".join(f"a{number}: title" for number in range(width))
        sources = " ".join(f"s{number}: source {{ name }}" for number in range(width))
        counts = " ".join(f"c{number}: totalCount" for number in range(width))
        await both.agree(f"{{ articles {{ {counts} nodes {{ {titles} }} edges {{ cursor node {{ {titles} }} }} }} }}")
        await both.agree(f'{{ article(id: "art_1") {{ {sources} }} }}')
        await both.agree("{ " + " ".join(f"r{number}: sources {{ totalCount }}" for number in range(width)) + " }")


async def test_texts_come_back_as_they_are_and_never_as_sql(both: Both) -> None:
    for text in AWKWARD:
        source = await make_source(text, slug=text, sort_key=text)
        article = await make_article(text, source_id=source.id, byline=text)
        await make_collection(text, [article], title=text, description=text)
    await both.reread()
    query = """
    query($text: String!) {
      source(slug: $text) { name slug } collection(slug: $text) { title description items { title } }
      sources(where: {name: $text}) { nodes { name slug } edges { cursor } pageInfo { endCursor } }
      articles(where: {source: {slug: $text}}) { nodes { title byline } }
      article(slug: $text) { title } tag(slug: $text) { name } category(path: $text) { name }
    }
    """

    for text in AWKWARD:
        data = await both.agree(query, {"text": text})
        assert data["source"] == {"name": text, "slug": text}
        assert [node["byline"] for node in data["articles"]["nodes"]] == [text]
        literal = text.replace("\\", "\\\\").replace('"', '\\"')
        assert (await both.ask(f'{{ source(slug: "{literal}") {{ name }} }}'))["source"] == {"name": text}


async def test_aliases_become_keys_and_nothing_else(both: Both) -> None:
    for alias in ("p1", "k", "j", "t1", "h0", "select", "null", "true", "_", "__", "A" * 500):
        assert await both.ask(f"{{ {alias}: articles {{ {alias}: totalCount }} }}") == {alias: {alias: 0}}


async def test_lists_keep_their_order_whatever_the_planner_thinks_of_the_tables(both: Both, database_url: str) -> None:
    tags = [await make_tag() for _ in range(3)]
    authors = [await make_author() for _ in range(3)]
    top = await make_category("上")
    low = await make_category("下", await make_category("中", top))
    await make_category("另", top)
    references = [await make_reference() for _ in range(3)]
    for _ in range(30):
        await make_article(
            category_id=low.id,
            tag_ids=(tags[2].id, tags[0].id, tags[1].id),
            credits=tuple(CreditLink(authors[number].id, "x") for number in (1, 2, 0)),
            relations=tuple(RelationLink(reference_id=references[number].id) for number in (2, 0, 1)),
        )
    await both.reread()
    query = """{ articles(last: 7) { nodes {
        id tags { name } authors { name } credits { name author { name } } category { breadcrumb { name } }
        related { nodes { title } } relations { target { ... on Reference { id } } } } }
      tags { nodes { articles(last: 3, orderBy: OLDEST) { nodes { id } } } } categoryTree { children { name } } }"""

    data = await both.agree(query)

    if both.database.dialect == "sqlite":
        # Statistics that make every joined table look like one row, and every table of links huge.
        connection = sqlite3.connect(sqlite_path(database_url))
        connection.execute("ANALYZE")
        small = "('tag', 'author', 'category', 'reference')"
        connection.execute(f"UPDATE sqlite_stat1 SET stat = '1 1 1' WHERE tbl IN {small}")
        connection.execute(f"UPDATE sqlite_stat1 SET stat = '9000000 9000000 1 1' WHERE tbl NOT IN {small}")
        connection.commit()
        connection.close()
        # Only a connection opened now has read them.
        connection = sqlite3.connect(sqlite_path(database_url))
        cell = connection.execute(*both.sql[-1]).fetchone()[0]
        connection.close()
        assert orjson.loads(cell) == data


async def test_unpublished_targets_leave_no_hole_at_the_edge_of_a_page(both: Both) -> None:
    hidden = [await make_draft() for _ in range(3)]
    shown = [await make_article(f"{number}") for number in range(3)]
    mixed = [row for pair in zip(hidden, shown, strict=True) for row in pair]
    article = await make_article(relations=tuple(RelationLink(target_id=row.id) for row in mixed))
    await both.reread()

    for arguments in ("first: 1", "first: 2", "first: 3", "last: 1", "last: 2", "last: 3"):
        data = await both.agree(
            f'{{ article(id: "art_{article.id}") {{ related({arguments}) {{ totalCount nodes {{ title }}'
            " pageInfo { hasNextPage hasPreviousPage } } } }"
        )
        assert len(data["article"]["related"]["nodes"]) == int(arguments[-1])


def test_the_parser_is_asked_about_its_stack_alone() -> None:
    assert parses("SELECT missing FROM nowhere WHERE x = :p1")
    assert parses("SELECT 1")
    assert not parses("SELECT " + "(" * 200 + "1" + ")" * 200)


FILTERED = """
articles(where: $where) { totalCount nodes { title } }

categories { nodes { articles(where: $where, first: 1) { totalCount edges { cursor

articles { nodes { source { articles { nodes { source { articles(last: 1, where: $where) {
totalCount pageInfo { hasNextPage endCursor } nodes { title category { name
""".strip().split("\n\n")


async def test_filters_nest_deep_wherever_they_stand(both: Both) -> None:
    await make_article("甲", source_id=(await make_source()).id, category_id=(await make_category()).id)
    await both.reread()
    where: dict[str, Any] = {"source": {"kinds": ["OTHER"]}, "category": {"ids": ["cat_1"]}}

    for depth in range(1, 13):
        where = [{"not": where}, {"or": [{"slug": "x"}, where]}, {"and": [where, {}], "not": {"slug": "y"}}][depth % 3]
        for query in FILTERED:
            await both.agree(closed("query($where: ArticleWhere) { " + query), {"where": where})
