"""What an operation may read is bounded before it is run."""

from __future__ import annotations

from typing import Any

import pytest

from cms.db import Database
from cms.settings import Settings
from schema.build import make_schema
from schema.context import Context
from schema.errors import code_of
from tests.content import make_article

pytestmark = pytest.mark.anyio
NESTED = "{ articles(first: 100) { nodes { source { articles(first: 100) { nodes { body { html } } } } } } }"


async def ask(database: Database, query: str, variables: dict[str, Any] | None = None) -> Any:
    return await make_schema(database, Settings()).execute(query, variable_values=variables, context_value=Context())


@pytest.mark.parametrize(
    ("query", "variables", "culprit"),
    [
        pytest.param(NESTED, {}, "articles.source.articles", id="literal sizes"),
        pytest.param(
            "query($n: Int) { articles(first: $n) { nodes { category { articles(last: $n) { nodes { id } } } } } }",
            {"n": 100},
            "articles.category.articles",
            id="sizes in variables",
        ),
        pytest.param(
            "query($i: [ID!]!) { all: nodes(ids: $i) { ... on Tag { articles(first: 100) { nodes { id } } } } }",
            {"i": ["tag_1"] * 100},
            "all.articles",
            id="one id many times",
        ),
        pytest.param(
            "{ collections(first: 100) { nodes { items(first: 100) { title } } } categories { totalCount } }",
            {},
            "collections.items",
            id="items of collections",
        ),
    ],
)
async def test_pages_in_pages_are_refused_by_the_field_that_asks_for_most(
    database: Database, query: str, variables: dict[str, Any], culprit: str
) -> None:
    result = await ask(database, query, variables)

    assert result.data is None
    assert code_of(result.errors[0]) == "TOO_COMPLEX"
    assert f" by {culprit}; at most 10,000 " in result.errors[0].message
    assert database.statements == 0


async def test_the_same_text_with_smaller_pages_is_answered(database: Database) -> None:
    await make_article()
    query = "query($n: Int) { articles(first: $n) { nodes { source { articles(first: $n) { nodes { id } } } } } }"

    assert (await ask(database, query, {"n": 100})).errors is not None
    assert (await ask(database, query, {"n": 50})).errors is None


async def test_a_hundred_articles_with_all_their_links_are_not_too_much(database: Database) -> None:
    query = """{ articles(first: 100) { nodes {
        title body { html } source { name } category { breadcrumb { name } } tags { name }
        credits { role author { name } } related(first: 7) { edges { node { title teaser } } }
    } } }"""

    assert (await ask(database, query)).errors is None


@pytest.mark.parametrize(("declared", "size"), [("", "first: 0"), ("", "last: 0"), ("($none: Int)", "first: $none")])
async def test_what_lies_in_a_page_of_nothing_costs_as_in_one_of_a_row(
    database: Database, declared: str, size: str
) -> None:
    inner = "articles(first: 100) { nodes { source { %s } } }"
    query = f"query{declared} {{ articles({size}) {{ nodes {{ source {{ {inner % inner % 'id'} }} }} }} }}"

    result = await ask(database, query, {"none": 0})

    assert code_of(result.errors[0]) == "TOO_COMPLEX"
    assert database.statements == 0


@pytest.mark.parametrize("parts", [101, 1000])
async def test_filters_without_end_are_refused(database: Database, parts: int) -> None:
    query = "query($w: ArticleWhere) { articles(where: $w) { totalCount } }"

    result = await ask(database, query, {"w": {"or": [{"slug": "a"}] * parts}})

    assert code_of(result.errors[0]) == "TOO_COMPLEX"
    assert "100 conditions" in result.errors[0].message


async def test_a_refused_value_points_at_the_field_it_is_in(database: Database) -> None:
    result = await ask(database, "{ a: articles(first: 2) { totalCount }\n  b: articles(first: -1) { totalCount } }")

    (error,) = result.errors
    assert [(location.line, location.column) for location in error.locations] == [(2, 3)]
