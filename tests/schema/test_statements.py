"""One operation is one statement that reads no more than it shows and never carries a request's values in its text."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from cms.db import Database
from cms.db.files import sqlite_path
from cms.models import Article, Collection
from cms.snapshots import CreditLink, RelationLink
from tests.content import make_article, make_author, make_reference, make_site_content, make_source
from tests.operations import Operations
from tests.schema.differential import Both, pools_of

pytestmark = pytest.mark.anyio

DEEP_LIST = """
{ articles(first: 100) { totalCount pageInfo { hasNextPage } edges { cursor node {
    id title source { name articles(first: 1) { nodes { title } } } category { breadcrumb { name } }
    credits { name author { name articles(first: 1) { totalCount nodes { title } } } }
    related(first: 5) { edges { kind node { title ... on Article { tags { name } } } } }
} } } }
"""
SHALLOW_LIST = "{ articles(first: 100) { nodes { id title teaser publishedAt source { name } } } }"


async def test_lists_of_1_10_and_100_items_are_one_statement_each(both: Both) -> None:
    source, author, reference = await make_source(), await make_author(), await make_reference()
    made = 0

    for count in (1, 10, 100):
        while made < count:
            await make_article(
                source_id=source.id,
                credits=(CreditLink(author.id, "王二"),),
                relations=(RelationLink(reference_id=reference.id),),
            )
            made += 1
        for query in (DEEP_LIST, SHALLOW_LIST):
            both.sql.clear()
            data = await both.ask(query)
            listed = data["articles"].get("edges") or data["articles"]["nodes"]
            assert (len(listed), len(both.sql)) == (count, 1)


async def test_many_fields_at_the_root_are_one_statement_with_introspection_beside_them(both: Both) -> None:
    data = await both.ask(
        "{ a: articles { totalCount } b: sources { totalCount } __typename site { name } "
        '__schema { queryType { name } } c: node(id: "art_1") { id } __type(name: "Site") { kind } }'
    )

    assert list(data) == ["a", "b", "__typename", "site", "__schema", "c", "__type"]
    assert len(both.sql) == 1


async def test_introspection_alone_asks_the_database_nothing(both: Both) -> None:
    await both.ask("{ __typename __schema { types { name } } }")

    assert both.sql == []


async def test_the_body_is_only_read_when_asked_for(both: Both) -> None:
    for query, reads in (
        (DEEP_LIST, False),
        (SHALLOW_LIST, False),
        ("{ collections { nodes { items { title teaser url } } } }", False),
        ('{ article(id: "art_1") { title body @skip(if: true) { text } } }', False),
        ("{ articles { nodes { body { text } } } }", True),
    ):
        await both.ask(query)
        assert ("article_body" in both.sql[-1][0]) is reads, query


async def test_sqlite_plans_touch_no_body_and_lists_come_by_an_index(both: Both, database_url: str) -> None:
    if both.database.dialect != "sqlite":
        pytest.skip("SQLite's own words")
    await both.ask(SHALLOW_LIST)
    await both.ask(DEEP_LIST)

    connection = sqlite3.connect(sqlite_path(database_url))
    plans = [
        " | ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters))
        for sql, parameters in both.sql
    ]
    connection.close()

    for plan in plans:
        assert "article_body" not in plan
        assert "USING COVERING INDEX ix_article_listed" in plan or "USING INDEX ix_article_listed" in plan, plan


async def test_a_collection_reads_no_more_of_its_tail_than_it_shows(both: Both, database_url: str) -> None:
    if both.database.dialect != "sqlite":
        pytest.skip("SQLite's own steps")
    for tail in ("HOT", "NEWEST", "NONE"):
        await Collection.create(slug=tail.lower(), title=tail, tail=tail)
    steps = []

    for count in (20, 60):
        while await Article.all().count() < count:
            await make_article()
        await both.ask("{ collections { nodes { items(first: 3) { title } } } }")
        steps.append(_steps(database_url, *both.sql[-1]))

    assert steps[1] < steps[0] * 1.2


def _steps(database_url: str, sql: str, parameters: Any) -> int:
    """How many times ten steps SQLite's virtual machine makes for a statement."""
    taken: list[None] = []
    with closing(sqlite3.connect(sqlite_path(database_url))) as connection:
        connection.set_progress_handler(lambda: taken.append(None), 10)
        connection.execute(sql, parameters).fetchall()
    return len(taken)


MARKER = "marker_7f3a"


async def test_no_value_of_a_variable_is_in_the_statement(both: Both) -> None:
    query = """
    query($text: String, $where: ArticleWhere, $ids: [ID!]!, $id: ID!, $n: Int, $after: String,
          $kinds: [RelationKind!]) {
      article(slug: $text) { title relations(kinds: $kinds) { kind } }
      articles(where: $where, first: $n, after: $after) { totalCount nodes { id } }
      nodes(ids: $ids) { id } node(id: $id) { id }
      collection(slug: $text) { items(first: 77) { title } }
      inline: articles(where: {slug: "marker_7f3a literal", or: [{language: $text}]}) { totalCount }
    }
    """
    variables: dict[str, Any] = {
        "text": f"{MARKER}' \" \\ $1 :p1",
        "where": {
            "slug": MARKER,
            "not": {"language": MARKER},
            "or": [{"tag": {"name": MARKER}}, {"category": {"under": MARKER}}, {"and": []}],
            "urgency": {"gte": 73737373},
            "ids": ["art_73737373"],
        },
        "ids": ["art_73737373"],
        "id": "art_73737373",
        "n": 73,
        "after": b"NEWEST|2026-01-28T01:30:00Z|73737373".hex(),
        "kinds": ["RELATED"],
    }

    await both.ask(query, variables)

    sql, parameters = both.sql[0]
    assert MARKER not in sql
    assert "73" not in sql.replace("p73", "").replace("$73", "")
    assert "77" not in sql.replace("p77", "")
    bound = list(parameters.values()) if isinstance(parameters, dict) else list(parameters)
    assert sum(MARKER in str(value) for value in bound) >= 6


async def test_requests_of_one_shape_have_one_statement(both: Both) -> None:
    query = "query($w: ArticleWhere, $n: Int) { articles(where: $w, first: $n) { nodes { id } } }"

    for number in (1, 50, 100):
        await both.ask(query, {"n": number, "w": {"slug": f"{number}", "ids": [f"art_{number}"] * (number // 2)}})

    # An empty list is a shape of its own; the two others are the same.
    assert both.sql[1][0] == both.sql[2][0]


async def test_random_operations_bind_every_value(database: Database, repeats_allowed: None) -> None:
    await make_site_content(3, articles=8)
    both = await Both.over(database)
    pools = pools_of(both.reference.rows)
    for values in pools.values.values():
        values[:] = [f"{value[:4]}{737373}" if str(value)[3:4] == "_" else value for value in values]
    for kind in ("slug", "name", "path", "under", "language"):
        for name in [name for name in pools.values if name.endswith(f".{kind}")]:
            pools.values[name] = [MARKER]

    for number in range(40):
        operation = Operations(both.printed, pools, f"bind-{number}").make()
        await both.ask(operation.query, operation.variables)

    for sql, _parameters in both.sql:
        assert MARKER not in sql
        assert "737373" not in sql
    assert len(both.sql) >= 30
