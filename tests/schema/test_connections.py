"""Pages: each row exactly once whichever way they are turned, exact flags, cursors only where they fit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cms.models import Draft
from cms.snapshots import RelationLink
from tests.content import DAY, make_article, make_reference, make_site_content, make_tag, publish
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

ARTICLES = [f"articles(orderBy: {order} %s)" for order in ("NEWEST", "OLDEST", "RECENTLY_MODIFIED", "MOST_VIEWED")]
LISTS = [*ARTICLES, 'articles(where: {not: {language: "en"}} %s)']
LISTS += ["sources(%s)", "authors(%s)", "categories(%s)", "tags(%s)", "collections(%s)"]
PAGE = "{ list: %s { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
NEXT = f"query($after: String) {PAGE % '%s(first: 2, after: $after)'}"


async def turn(both: Both, field: str, size: int, *, forward: bool) -> list[str]:
    """The ids of all pages, turned to the end one way; checks the flags on the way."""
    found: list[str] = []
    cursor = None
    while True:
        arguments = f"{'first' if forward else 'last'}: {size}"
        if cursor is not None:
            arguments += f', {"after" if forward else "before"}: "{cursor}"'
        page = (await both.ask(PAGE % (field % arguments)))["list"]
        ids = [edge["node"]["id"] for edge in page["edges"]]
        info = page["pageInfo"]
        assert [info["startCursor"], info["endCursor"]] == [page["edges"][0]["cursor"], page["edges"][-1]["cursor"]]
        assert info["hasPreviousPage" if forward else "hasNextPage"] is (cursor is not None)
        found = found + ids if forward else ids + found
        if not info["hasNextPage" if forward else "hasPreviousPage"]:
            return found
        assert len(ids) == size
        cursor = info["endCursor" if forward else "startCursor"]


async def test_pages_of_any_size_in_any_order_hold_every_row_exactly_once(both: Both) -> None:
    site = await make_site_content(seed=7, articles=16)

    for field in LISTS:
        whole = [
            node["id"]
            for node in (await both.ask(f"{{ l: {field % 'first: 100'} {{ nodes {{ id }} }} }}"))["l"]["nodes"]
        ]
        assert len(whole) == len(set(whole))
        for size in (1, 2, 7):
            assert await turn(both, field, size, forward=True) == whole, (field, size)
            assert await turn(both, field, size, forward=False) == whole, (field, size)
        if field in ARTICLES:
            assert len(whole) == len(site.articles)


async def test_newer_articles_between_two_pages_neither_repeat_nor_lose_any(both: Both) -> None:
    old = [f"art_{(await make_article(listed_at=DAY - timedelta(days=day // 2))).id}" for day in range(6)]

    found, after, more = [], None, True
    while more:
        page = (await both.ask(NEXT % "articles", {"after": after}))["list"]
        found += [edge["node"]["id"] for edge in page["edges"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
        await make_article(listed_at=DAY + timedelta(days=1))

    assert sorted(found) == sorted(old)


async def test_a_cursor_stays_good_when_its_row_is_gone(both: Both) -> None:
    articles = [await make_article(listed_at=DAY - timedelta(days=day)) for day in range(3)]
    cursors = [edge["cursor"] for edge in (await both.ask("{ articles { edges { cursor } } }"))["articles"]["edges"]]
    await articles[1].delete()

    after = await both.ask(PAGE % f'articles(after: "{cursors[1]}")')
    before = await both.ask(PAGE % f'articles(last: 5, before: "{cursors[1]}")')

    assert [edge["node"]["id"] for edge in after["list"]["edges"]] == [f"art_{articles[2].id}"]
    assert [edge["node"]["id"] for edge in before["list"]["edges"]] == [f"art_{articles[0].id}"]
    assert after["list"]["pageInfo"]["hasPreviousPage"] is True
    assert before["list"]["pageInfo"]["hasNextPage"] is True


async def test_the_flags_say_exactly_whether_rows_lie_beyond_the_page(both: Both) -> None:
    for day in range(4):
        await make_article(listed_at=DAY - timedelta(days=day))
    await both.reread()
    edges = (await both.ask("{ articles { edges { cursor } } }"))["articles"]["edges"]
    places: list[Any] = [None, *(edge["cursor"] for edge in edges)]

    for size in (
        "first: 0",
        "last: 0",
        "first: 1",
        "first: 2",
        "first: 4",
        "first: 100",
        "last: 1",
        "last: 3",
        "last: 4",
        "",
    ):
        for after in places:
            for before in places:
                # Crossing cursors and empty pages are among them.
                await both.agree(
                    "query($after: String, $before: String) { "
                    f"articles({size} after: $after, before: $before) {{ totalCount nodes {{ id }} "
                    "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
                    {"after": after, "before": before},
                )


async def test_each_flag_is_right_when_asked_for_alone(both: Both) -> None:
    for _ in range(3):
        await make_article()
    await both.reread()

    for size in ("first: 0", "last: 0", "first: 2", "first: 3", "last: 2", "last: 3"):
        for name in ("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"):
            await both.agree(f"{{ articles({size}) {{ pageInfo {{ {name} }} }} }}")
            await both.agree(f"{{ sources({size}) {{ pageInfo {{ {name} }} }} }}")


def hexed(text: str) -> str:
    return text.encode().hex()


SIZES = [
    ("first: -1", "first"),
    ("first: 101", "first"),
    ("first: 2147483647", "first"),
    ("last: -1", "last"),
    ("last: 101", "last"),
    ("first: 1, last: 1", "last"),
]
CURSORS = [
    "",
    "zz",
    "4e",
    "NEWEST|2026-01-28T01:30:00Z|1",
    hexed("NEWEST"),
    hexed("NEWEST|"),
    hexed("NEWEST|2026-01-28T01:30:00Z"),
    hexed("NEWEST|2026-01-28T01:30:00Z|"),
    hexed("NEWEST|2026-01-28T01:30:00Z|x"),
    hexed("NEWEST|2026-01-28T01:30:00Z|1|1"),
    hexed("NEWEST|2026-01-28T01:30:00Z|99999999999"),
    hexed("NEWEST|2026-01-28T01:30:00Z|１"),
    hexed("NEWEST|2026-13-28T01:30:00Z|1"),
    hexed("NEWEST|0000-01-28T01:30:00Z|1"),
    hexed("NEWEST|2026-01-28T01:30:00|1"),
    hexed("NEWEST|2026-01-28T01:30:00+08:00|1"),
    hexed("OLDEST|2026-01-28T01:30:00Z|1"),
    hexed("NAME|x|1"),
    hexed("NEWEST|2026-01-28T01:30:00Z|1").upper(),
    f" {hexed('NEWEST|2026-01-28T01:30:00Z|1')}",
    f"{hexed('NEWEST')} {hexed('|2026-01-28T01:30:00Z|1')}",
    f"{hexed('NEWEST|2026-01-28T01:30:00Z|1')}\n",
    hexed("NEWEST|2026-01-28T01:30:00Z|1\0"),
    "ff",
    "eda080",  # a lone surrogate
    "\0",
    "\ud800",
    "٣٣",
    "00" * 500_000,
]


async def test_sizes_out_of_range_are_refused_wherever_they_stand(both: Both) -> None:
    for argument, field in SIZES:
        for query in (
            f"{{ articles({argument}) {{ nodes {{ id }} }} }}",
            f"{{ articles({argument}) {{ totalCount }} }}",
            f"{{ articles {{ nodes {{ source {{ articles({argument}) {{ nodes {{ id }} }} }} }} }} }}",
        ):
            code, named, _message = await both.refused(query)
            assert (code, named) == ("BAD_USER_INPUT", field), query
    assert both.sql == []


async def test_a_size_in_a_variable_is_refused_like_a_written_one(both: Both) -> None:
    for size in (-1, 101):
        query = "query($n: Int) { articles(first: $n) { totalCount } }"
        assert (await both.refused(query, {"n": size}))[:2] == ("BAD_USER_INPUT", "first")
    for absent in ({}, {"n": None}):
        assert await both.ask(query, absent) == {"articles": {"totalCount": 0}}


async def test_what_is_no_cursor_of_the_list_is_refused(both: Both) -> None:
    query = "query($c: String) { articles(%s: $c) { nodes { id } } }"

    for cursor in CURSORS:
        for name in ("after", "before"):
            code, named, message = await both.refused(query % name, {"c": cursor})
            assert (code, named) == ("BAD_USER_INPUT", name), cursor[:100]
            assert len(message) < 200
    assert both.sql == []


async def test_a_cursor_of_another_order_is_told_apart(both: Both) -> None:
    _code, _field, message = await both.refused(
        f'{{ articles(orderBy: MOST_VIEWED, after: "{hexed("NEWEST|2026-01-28T01:30:00Z|1")}") {{ totalCount }} }}'
    )

    assert "another order" in message


async def test_a_cursor_holds_names_with_the_cursor_s_own_separator(both: Both) -> None:
    tags = [await make_tag(name, sort_key=name) for name in ("a|b", "a|b|1", "|", "||2")]
    await make_article(tag_ids=tuple(tag.id for tag in tags))

    assert len(await turn(both, "tags(%s)", 1, forward=True)) == 4


async def test_nothing_is_counted_unless_asked_for(both: Both) -> None:
    await both.ask("{ articles { nodes { id source { articles { nodes { id } } } } pageInfo { hasNextPage } } }")
    await both.ask("{ articles { totalCount } }")

    listed, counted = (sql for sql, _parameters in both.sql)
    assert "(SELECT count(*)" not in listed
    assert counted.count("(SELECT count(*)") == 1


async def test_a_cursor_of_related_items_outlives_publishing_the_article_again(both: Both) -> None:
    references = [await make_reference(f"{number}") for number in range(4)]
    relations = tuple(RelationLink(reference_id=row.id) for row in references)
    article = await make_article(relations=relations)
    query = """query($id: ID!, $after: String) { node(id: $id) { ... on Article {
        related(first: 2, after: $after) { nodes { title } pageInfo { endCursor } } } } }"""
    variables = {"id": f"art_{article.id}"}
    first = (await both.ask(query, variables))["node"]["related"]

    await publish(await Draft.get(id=article.id))
    second = (await both.ask(query, variables | {"after": first["pageInfo"]["endCursor"]}))["node"]["related"]

    assert [node["title"] for node in first["nodes"] + second["nodes"]] == ["0", "1", "2", "3"]
