"""Filters: what each means, alone and together, with missing values, and with values that cannot be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cms.snapshots import CreditLink
from cms.words import AuthorKind, CreditRole, SourceKind
from tests.content import DAY, make_article, make_author, make_category, make_source, make_tag
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

QUERY = "query($where: ArticleWhere) { articles(where: $where, orderBy: OLDEST) { totalCount nodes { title } } }"
ALL = "甲乙丙丁"

# A filter, and the titles of what fulfils it. 甲 has everything, 乙 other things, 丙 little, 丁 nothing that may miss.
MEANINGS: list[tuple[dict[str, Any] | None, str]] = [
    (None, ALL),
    ({}, ALL),
    ({"and": []}, ALL),
    ({"or": []}, ""),
    ({"ids": []}, ""),
    ({"not": {}}, ""),
    ({"not": {"or": []}}, ALL),
    ({"not": {"ids": []}}, ALL),
    ({"and": None, "or": None, "not": None, "ids": None, "slug": None, "source": None}, ALL),
    ({"and": [{}, {"or": [{}, {"or": []}]}]}, ALL),
    ({"slug": "甲"}, "甲"),
    ({"slug": "'; DROP TABLE article; --"}, ""),
    ({"language": "en"}, "乙"),
    ({"language": "EN"}, ""),
    ({"urgency": {"eq": 1}}, "甲"),
    ({"urgency": {"gte": 1, "lte": 5}}, "甲乙"),
    ({"urgency": {"eq": None}}, ALL),
    ({"urgency": {}}, ALL),
    ({"urgency": {"lte": -2147483648}}, ""),
    # What has no urgency is neither 1 nor another one; `not` takes it in.
    ({"not": {"urgency": {"eq": 1}}}, "乙丙丁"),
    ({"not": {"not": {"urgency": {"eq": 1}}}}, "甲"),
    ({"not": {"urgency": {"gte": 1}}}, "丙丁"),
    ({"publishedAt": {"since": "1000-01-01T00:00:00Z"}}, "甲乙"),
    ({"not": {"publishedAt": {"since": "1000-01-01T00:00:00Z"}}}, "丙丁"),
    ({"publishedAt": {"after": "2026-01-28T01:30:00Z"}}, "乙"),
    ({"publishedAt": {"since": "2026-01-28T01:30:00Z"}}, "甲乙"),
    ({"publishedAt": {"before": "2026-01-29T01:30:00Z"}}, "甲"),
    ({"publishedAt": {"until": "2026-01-29T01:30:00Z"}}, "甲乙"),
    ({"publishedAt": {"until": "2026-01-28T09:30:00+08:00"}}, "甲"),
    ({"publishedAt": {"before": "9999-12-31T23:59:59Z"}}, "甲乙"),
    ({"source": {"slug": "morning"}}, "甲"),
    ({"source": {}}, "甲乙"),
    ({"not": {"source": {"slug": "morning"}}}, "乙丙丁"),
    ({"not": {"source": {}}}, "丙丁"),
    ({"source": {"kinds": ["AGENCY", "NEWSPAPER"]}}, "甲乙"),
    ({"source": {"kinds": []}}, ""),
    ({"category": {"under": "news"}}, "甲乙"),
    ({"category": {"path": "news"}}, "乙"),
    ({"category": {"under": "new"}}, ""),
    ({"not": {"category": {"under": "news"}}}, "丙丁"),
    ({"author": {"name": "王二"}}, "甲丙"),
    ({"author": {"kind": "ORGANIZATION"}}, "甲"),
    ({"not": {"author": {"kind": "ORGANIZATION"}}}, "乙丙丁"),
    # One and the same credit has to be the author's and in the role.
    ({"credit": {"roles": ["EDITOR"], "author": {"name": "王二"}}}, "丙"),
    ({"credit": {"roles": ["EDITOR"]}, "author": {"name": "王二"}}, "甲丙"),
    ({"credit": {}}, "甲丙"),
    ({"tag": {"name": "家庭"}}, "甲乙"),
    ({"not": {"tag": {}}}, "丙丁"),
    ({"or": [{"slug": "甲"}, {"slug": "丁"}]}, "甲丁"),
    ({"and": [{"or": [{"slug": "甲"}, {"slug": "丁"}]}, {"not": {"slug": "甲"}}]}, "丁"),
    ({"slug": "甲", "or": [{"slug": "丁"}]}, ""),
    ({"wordCount": {"gte": 2}}, "甲"),
]


async def make_four(both: Both) -> None:
    author, desk = await make_author("王二"), await make_author("编辑部", kind=AuthorKind.ORGANIZATION)
    morning = await make_source("晨报", slug="morning", kind=SourceKind.NEWSPAPER)
    agency = await make_source("社", slug="agency", kind=SourceKind.AGENCY)
    news = await make_category("新闻", slug="news", path="news")
    city = await make_category("本地", news, slug="city", path="news/city")
    tag = await make_tag("家庭")
    days = [DAY + timedelta(days=day) for day in range(4)]
    await make_article(
        "甲",
        "<p>一二三四</p>",
        published_at=days[0],
        urgency=1,
        source_id=morning.id,
        category_id=city.id,
        credits=(CreditLink(author.id, "王二"), CreditLink(desk.id, "部", CreditRole.EDITOR)),
        tag_ids=(tag.id,),
    )
    await make_article(
        "乙",
        "<p>一</p>",
        published_at=days[1],
        urgency=5,
        language="en",
        source_id=agency.id,
        category_id=news.id,
        tag_ids=(tag.id,),
    )
    await make_article(
        "丙", "<p>一</p>", listed_at=days[2], credits=(CreditLink(author.id, "王二", CreditRole.EDITOR),)
    )
    await make_article("丁", "<p>一</p>", listed_at=days[3])
    await both.reread()


async def test_each_filter_means_what_its_description_says(both: Both) -> None:
    await make_four(both)

    for where, titles in MEANINGS:
        data = await both.agree(QUERY, {"where": where})

        assert "".join(node["title"] for node in data["articles"]["nodes"]) == titles, where
        assert data["articles"]["totalCount"] == len(titles), where


async def test_fractions_of_a_second_are_cut_off_on_both_databases(both: Both) -> None:
    await make_article("甲", listed_at=DAY)
    await both.reread()

    for operator, count in (("before", 0), ("until", 1), ("after", 0), ("since", 1)):
        where = {"listedAt": {operator: "2026-01-28T01:30:00.999999Z"}}
        data = await both.ask(QUERY, {"where": where})
        assert data["articles"]["totalCount"] == count, operator


async def test_variables_may_stand_anywhere_in_a_filter(both: Both) -> None:
    await make_four(both)
    query = """
    query($slug: String, $either: [ArticleWhere!], $one: ArticleWhere!, $id: ID!, $roles: [CreditRole!], $at: DateTime,
          $inner: SourceWhere, $kind: AuthorKind, $absent: String, $number: Int) {
      a: articles(where: {slug: $slug, language: $absent}) { nodes { title } }
      b: articles(where: {or: $either}) { nodes { title } }
      c: articles(where: {or: [$one, {ids: [$id, "art_2"]}]}) { nodes { title } }
      d: articles(where: {credit: {roles: $roles, author: {kind: $kind}}}) { nodes { title } }
      e: articles(where: {and: [{publishedAt: {since: $at}}, {not: {source: $inner}}]}) { nodes { title } }
      f: articles(where: {urgency: {eq: $number}}) { totalCount }
    }
    """
    sets: list[dict[str, Any]] = [
        {"one": {}, "id": "art_1"},
        {"one": {"or": []}, "id": "art_3", "slug": None, "either": [], "roles": [], "inner": {}, "number": None},
        {
            "slug": "甲",
            "either": [{"slug": "乙"}, {"and": [], "not": {"ids": ["art_2", "art_1"]}}],
            "one": {"and": [{"slug": "丁"}]},
            "id": "art_999",
            "roles": ["EDITOR", "AUTHOR"],
            "at": "2026-01-28T20:30:00+19:00",
            "inner": {"kinds": ["AGENCY"]},
            "kind": "PERSON",
            "number": 5,
        },
    ]

    for variables in sets:
        await both.agree(query, variables)


REFUSED = [
    ({"id": "src_1"}, "where.id"),
    ({"ids": ["art_1", "art_x"]}, "where.ids"),
    ({"ids": ["art_1"] * 101}, "where.ids"),
    ({"source": {"id": "art_1"}}, "where.source.id"),
    ({"source": {"kinds": ["AGENCY"] * 101}}, "where.source.kinds"),
    ({"slug": "a\0"}, "where.slug"),
    ({"slug": "\ud800"}, "where.slug"),
    ({"language": "\udfff"}, "where.language"),
    ({"category": {"under": "a\0b"}}, "where.category.under"),
    ({"not": {"or": [{"tag": {"name": "\0"}}]}}, "where.not.or.0.tag.name"),
]
UNREADABLE = [
    {"urgency": {"eq": 2147483648}},
    {"urgency": {"eq": 10**30}},
    {"urgency": {"eq": 1.5}},
    {"listedAt": {"since": "yesterday"}},
    {"listedAt": {"since": "2026-01-28T01:30:00"}},
    {"listedAt": {"since": "0001-01-01T00:00:00+14:00"}},
    {"listedAt": {"since": "9999-12-31T23:59:59-14:00"}},
    {"listedAt": {"since": 0}},
    {"slug": 5},
    {"nothing": 1},
    {"ids": [None]},
]


async def test_values_that_cannot_be_used_are_refused_by_name(both: Both) -> None:
    for where, field in REFUSED:
        assert (await both.refused(QUERY, {"where": where}))[:2] == ("BAD_USER_INPUT", field), where
    assert both.sql == []


async def test_values_of_the_wrong_type_are_refused(both: Both) -> None:
    for where in UNREADABLE:
        assert (await both.refused(QUERY, {"where": where}))[0] == "BAD_USER_INPUT", where
    assert both.sql == []


async def test_the_other_lists_have_filters_too(both: Both) -> None:
    await make_four(both)

    for field in (
        'sources(where: {slug: "morning"})',
        'sources(where: {kinds: AGENCY, ids: ["src_1", "src_2"]})',
        "authors(where: {kind: ORGANIZATION})",
        'authors(where: {name: "王二", id: "aut_1"})',
        'categories(where: {under: "news"})',
        'categories(where: {path: "news/city"})',
        'tags(where: {name: "家庭"})',
        "tags(where: {ids: []})",
        "tags(where: null)",
    ):
        await both.agree(f"{{ {field} {{ totalCount nodes {{ id name slug }} }} }}")
