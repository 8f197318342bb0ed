"""Completing what somebody types, and searching lists by names."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from cms import authors, categories, sources, tags
from cms.authors import AuthorFields
from cms.categories import CategoryFields
from cms.snapshots import CreditLink
from cms.sources import SourceFields
from cms.tags import TagFields
from cms.words import Role
from tests.content import EDITOR, make_article
from tests.newsroom import Newsroom

pytestmark = pytest.mark.anyio

COMPLETE = """query($prefix: String!, $first: Int! = 10,
 $kinds: [CompletionKind!]! = [ARTICLE, AUTHOR, SOURCE, CATEGORY, TAG])
{ completions(prefix: $prefix, kinds: $kinds, first: $first) { kind text node { __typename id } } }"""
PUBLIC = ("sources", "authors", "categories", "tags")
COUNT = '{ %s(search: "l") { totalCount } }'
ALL = ("allSources", "allAuthors", "allCategories", "allTags")


async def make_public() -> None:
    """A public article of the source, author, category and tag, and of each another that no article has."""
    source = await sources.create_source(EDITOR, SourceFields(name="临江日报"))
    author = await authors.create_author(EDITOR, AuthorFields(name="林家宝"))
    category = await categories.create_category(EDITOR, CategoryFields(name="临街"))
    tag = await tags.create_tag(EDITOR, TagFields(name="邻居"))
    await make_article(
        "临江老码头重开",
        source_id=source.id,
        category_id=category.id,
        credits=(CreditLink(author.id, "林家宝"),),
        tag_ids=(tag.id,),
    )
    await sources.create_source(EDITOR, SourceFields(name="临江内参"))
    await authors.create_author(EDITOR, AuthorFields(name="林隐"))
    await categories.create_category(EDITOR, CategoryFields(name="临时"))
    await tags.create_tag(EDITOR, TagFields(name="淋漓"))


async def complete(newsroom: Newsroom, prefix: str, **variables: Any) -> list[str]:
    found = (await newsroom.ask(COMPLETE, Role.READER, prefix=prefix, **variables))["completions"]
    return [f"{one['kind']} {one['text']}" for one in found]


async def test_what_is_public_is_found_by_every_way_of_typing(newsroom: Newsroom) -> None:
    await make_public()

    assert await complete(newsroom, "lin") == [
        "TAG 邻居",
        "CATEGORY 临街",
        "AUTHOR 林家宝",
        "SOURCE 临江日报",
        "ARTICLE 临江老码头重开",
    ]
    for prefix in ("临江", "臨江", " Lin jiang", "lj"):
        assert "SOURCE 临江日报" in await complete(newsroom, prefix)
    assert await complete(newsroom, "rb") == await complete(newsroom, "日報") == ["SOURCE 临江日报"]
    assert await complete(newsroom, "lin", kinds=["SOURCE", "TAG"]) == ["TAG 邻居", "SOURCE 临江日报"]
    assert await complete(newsroom, "lin", first=1) == ["TAG 邻居"]


@pytest.mark.parametrize("prefix", ["", "  ", "“”", "🙂", "%", "zzz", "'; DROP TABLE completion;--", "\\", "_"])
async def test_what_begins_no_name_finds_nothing(newsroom: Newsroom, prefix: str) -> None:
    await make_public()

    assert await complete(newsroom, prefix) == []


async def test_too_much_is_refused(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"query": COMPLETE, "variables": {"prefix": "长" * 201}})

    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "200" in error["message"]


async def test_the_thing_itself_comes_with_it(newsroom: Newsroom) -> None:
    await make_public()
    query = """{
      name: completions(prefix: "ljrb") { node { ... on Source { name articles { totalCount } } } }
      headline: completions(prefix: "lin jiang lao") { node { ... on Article { source { name } } } } }"""

    found = await newsroom.ask(query, Role.READER)

    assert found["name"] == [{"node": {"name": "临江日报", "articles": {"totalCount": 1}}}]
    assert found["headline"] == [{"node": {"source": {"name": "临江日报"}}}]


async def test_lists_are_searched_by_names(newsroom: Newsroom) -> None:
    await make_public()
    query = "{ %s(search: %s) { totalCount nodes { name } } }"

    found = [(await newsroom.ask(query % (field, '"l"'), Role.READER))[field] for field in PUBLIC]
    edited = [(await newsroom.ask(COUNT % field, Role.EDITOR))[field] for field in ALL]

    assert [[node["name"] for node in one["nodes"]] for one in found] == [["临江日报"], ["林家宝"], ["临街"], ["邻居"]]
    assert [one["totalCount"] for one in edited] == [2] * 4
    assert (await newsroom.ask(query % ("sources", '"日报"'), Role.READER))["sources"]["totalCount"] == 1
    assert (await newsroom.ask(query % ("sources", "null"), Role.READER))["sources"]["totalCount"] == 1
    assert (await newsroom.ask(query % ("sources", '""'), Role.READER))["sources"]["totalCount"] == 0
