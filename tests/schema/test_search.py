"""Searching what is public."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cms import editing, trash
from cms.models import User
from cms.snapshots import Content, CreditLink
from cms.words import Role
from schema import searching
from tests.accounts import ask, codes, make_user, send, sign_in, viewer_of
from tests.content import DAY, make_article, make_author, make_category, make_draft, make_source, make_tag
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

TITLES = "query($q: String!, $w: ArticleWhere) { search(query: $q, where: $w) { nodes { title } totalCount } }"
PAGE = """query($q: String!, $n: Int, $after: String, $order: SearchOrder! = RELEVANCE) {
  search(query: $q, first: $n, after: $after, orderBy: $order) {
    edges { cursor score node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }"""


async def titles(both: Both, query: str, where: dict[str, Any] | None = None) -> list[str]:
    found = (await both.ask(TITLES, {"q": query, "w": where}))["search"]
    assert found["totalCount"] == len(found["nodes"])
    return [node["title"] for node in found["nodes"]]


async def pages(both: Both, query: str, size: int, between: Any = None, order: str = "RELEVANCE") -> list[str]:
    """The ids of all hits, page after page; `between` is called after each."""
    found: list[str] = []
    after = None
    while True:
        given = {"q": query, "n": size, "after": after, "order": order}
        page = (await both.ask(PAGE, given))["search"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        found += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        assert after == (page["edges"][-1]["cursor"] if page["edges"] else None)
        if not page["pageInfo"]["hasNextPage"]:
            return found
        assert len(page["edges"]) == size
        if between:
            await between()


async def test_words_in_the_headline_come_first_and_short_headlines_before_long_ones(both: Both) -> None:
    tag = await make_tag("灯会")
    await make_article("有灯会也有别的许多事情的一天", "<p>一。</p>")
    await make_article("灯会", "<p>二。</p>")
    await make_article("正文里才有", "<p>江边的灯会。</p>")
    await make_article("标签里才有", "<p>江边。</p>", tag_ids=(tag.id,))
    await make_article("导语里才有", "<p>别的。</p>", excerpt="说的是灯会。")
    await make_article("哪里都没有", "<p>灯，会。</p>")

    expected = ["灯会", "有灯会也有别的许多事情的一天", "标签里才有", "导语里才有", "正文里才有"]
    assert await titles(both, "灯会") == expected
    assert await titles(both, "燈會") == expected


async def test_filters_and_exclusions_narrow_a_search(both: Both) -> None:
    paper, other = await make_source("临江日报"), await make_source("晨报")
    await make_article("新桥通车", "<p>桥上有人。</p>", source_id=paper.id)
    await make_article("旧桥拆除", "<p>桥下有水。</p>", source_id=other.id)

    assert await titles(both, "桥") == ["旧桥拆除", "新桥通车"]
    assert await titles(both, "桥", {"source": {"name": "晨报"}}) == ["旧桥拆除"]
    assert await titles(both, "桥 -拆") == ["新桥通车"]
    assert await titles(both, "桥 －拆除") == ["新桥通车"]
    assert await titles(both, "桥 来源:临江") == ["新桥通车"]
    assert await titles(both, "桥 -source:晨报") == ["新桥通车"]
    assert await titles(both, "“桥下有水”", {"not": {"source": {"name": "临江日报"}}}) == ["旧桥拆除"]


@pytest.mark.parametrize("order", ["RELEVANCE", "NEWEST"])
@pytest.mark.parametrize("ranked", [1000, 4])
async def test_pages_are_stable_while_articles_are_published(
    both: Both, order: str, ranked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "RANKED", ranked)
    monkeypatch.setattr(searching, "LATEST", ranked)
    old = []
    for number in range(11):
        title = ["河", "长长的河流边", "别的事情"][number % 3] + f"{number}"
        when = DAY + timedelta(hours=number * 7 % 5)
        old.append((await make_article(title, f"<p>{'河上有船。' * (number % 4 + 1)}</p>", listed_at=when)).id)
    whole = await pages(both, "河", 100, order=order)

    async def publish_more() -> None:
        await make_article("河" * 3, "<p>河河河河。</p>")
        await make_article("无关", "<p>无关。</p>")

    known = {f"art_{number}" for number in old}
    found = await pages(both, "河", 3, publish_more, order)

    assert set(whole) == known
    assert len(found) == len(set(found))
    assert [each for each in found if each in known] == whole


@pytest.mark.parametrize("order", ["RELEVANCE", "NEWEST"])
@pytest.mark.parametrize("ranked", [1000, 4])
async def test_pages_turn_backwards(both: Both, order: str, ranked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "RANKED", ranked)
    monkeypatch.setattr(searching, "LATEST", ranked)
    for number in range(9):
        when = DAY + timedelta(hours=number * 7 % 5)
        await make_article(["河", "别的事情"][number % 2] + f"{number}", "<p>河上有船。</p>", listed_at=when)
    whole = await pages(both, "河", 100, order=order)
    ask = """query($last: Int, $before: String, $after: String, $order: SearchOrder!) {
      search(query: "河", last: $last, before: $before, after: $after, orderBy: $order) {
        edges { cursor node { id } } pageInfo { hasPreviousPage hasNextPage startCursor } } }"""

    found: list[str] = []
    cursors: dict[str, str] = {}
    before = None
    while True:
        page = (await both.ask(ask, {"last": 2, "before": before, "order": order}))["search"]
        assert page["pageInfo"]["hasNextPage"] is (before is not None)
        found = [edge["node"]["id"] for edge in page["edges"]] + found
        cursors |= {edge["node"]["id"]: edge["cursor"] for edge in page["edges"]}
        before = page["pageInfo"]["startCursor"]
        if not page["pageInfo"]["hasPreviousPage"]:
            break

    assert found == whole
    between = {"after": cursors[whole[1]], "before": cursors[whole[7]], "order": order}
    page = (await both.ask(ask, between))["search"]
    assert [edge["node"]["id"] for edge in page["edges"]] == whole[2:7]
    refused = await both.refused('{ search(query: "河", first: 1, last: 1) { totalCount } }')
    assert refused[:2] == ("BAD_USER_INPUT", "last")


async def test_highlights_are_ranges_and_safe_html(both: Both) -> None:
    source, tag = await make_source("临江日报"), await make_tag("临江<民俗>")
    await make_article(
        "臨江 <b>Ｌｉｎ</b> & 临江",
        f"<p>{'开头' * 60}</p><p>一条&lt;script&gt;在临江边。</p><p>{'结尾' * 90}</p>",
        source_id=source.id,
        tag_ids=(tag.id,),
    )

    data = await both.ask(
        """{ search(query: "临江 lin") { edges {
          marks: highlights { f: field r: ranges { start end } html __typename } } } }"""
    )

    marks = {mark["f"]: mark for mark in data["search"]["edges"][0]["marks"]}
    assert marks["TITLE"]["html"] == (
        "<mark>臨江</mark> &lt;b&gt;<mark>Ｌｉｎ</mark>&lt;/b&gt; &amp; <mark>临江</mark>"
    )
    assert marks["TITLE"]["r"] == [{"start": 0, "end": 2}, {"start": 6, "end": 9}, {"start": 16, "end": 18}]
    assert marks["SOURCE"]["html"] == "<mark>临江</mark>日报"
    assert marks["TAGS"]["html"] == "<mark>临江</mark>&lt;民俗&gt;"
    assert "一条&lt;script&gt;在<mark>临江</mark>边。" in marks["BODY"]["html"]
    assert marks["BODY"]["html"].endswith("…")
    assert set(marks) == {"TITLE", "SOURCE", "TAGS", "BODY"}


async def test_facets_count_all_hits(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    top = await make_category("社会", slug="shehui", path="shehui")
    below = await make_category("民生", top, slug="minsheng", path="shehui/minsheng")
    source, author, tag = await make_source("临江日报"), await make_author("王小明"), await make_tag("桥梁")
    common = {"source_id": source.id, "credits": (CreditLink(author.id, "王小明"),), "tag_ids": (tag.id,)}
    await make_article("桥一", "<p>桥。</p>", category_id=top.id, listed_at=DAY, **common)
    await make_article("桥二", "<p>桥。</p>", category_id=below.id, listed_at=DAY + timedelta(days=40), **common)
    await make_article("桥三", "<p>桥。</p>", listed_at=DAY + timedelta(days=400))
    await make_article("船", "<p>船。</p>", category_id=top.id, source_id=source.id, listed_at=DAY)

    facets = """{ search(query: "桥", first: 1) { totalCount facets { isExact
      categories { count category { path } } sources { count source { name } } authors { count author { name } }
      tags { count tag { name } } years { year count } months(first: 2) { year month count } } } }"""
    data = (await both.ask(facets))["search"]

    assert data["totalCount"] == 3
    assert data["facets"] == {
        "isExact": True,
        "categories": [
            {"count": 2, "category": {"path": "shehui"}},
            {"count": 1, "category": {"path": "shehui/minsheng"}},
        ],
        "sources": [{"count": 2, "source": {"name": "临江日报"}}],
        "authors": [{"count": 2, "author": {"name": "王小明"}}],
        "tags": [{"count": 2, "tag": {"name": "桥梁"}}],
        "years": [{"year": 2027, "count": 1}, {"year": 2026, "count": 2}],
        "months": [{"year": 2027, "month": 3, "count": 1}, {"year": 2026, "month": 3, "count": 1}],
    }
    # Of more hits than are counted, the newest ones are.
    monkeypatch.setattr(searching, "FACETED", 2)
    some = """{ search(query: "桥") { totalCount facets { isExact sources { count } years { year count } } } }"""
    data = (await both.ask(some))["search"]
    assert data == {
        "totalCount": 3,
        "facets": {
            "isExact": False,
            "sources": [{"count": 1}],
            "years": [{"year": 2027, "count": 1}, {"year": 2026, "count": 1}],
        },
    }


async def test_suggestions_find_something(both: Both) -> None:
    source = await make_source("荆州日报")
    await make_source("京州日报")  # nothing public is from it
    await make_article("灯会开幕", "<p>江边。</p>", source_id=source.id)
    ask = "query($q: String!) { search(query: $q) { suggestions { query kind } totalCount } }"

    async def suggested(query: str) -> list[dict[str, str]]:
        return (await both.ask(ask, {"q": query}))["search"]["suggestions"]

    assert await suggested("灯会") == []
    assert await suggested("灯会 电脑") == [{"query": "灯会", "kind": "WORDS"}]
    assert await suggested("灯会闭幕") == [{"query": "灯会", "kind": "WORDS"}]
    assert await suggested("标题:江边") == [{"query": "江边", "kind": "WORDS"}]
    assert await suggested("灯会 -江边") == [{"query": "灯会", "kind": "WORDS"}]
    assert {"query": "荆州日报", "kind": "SOURCE"} in await suggested("经周日报")  # sounds alike
    assert {"query": "荆州日报", "kind": "SOURCE"} in await suggested("荆川日报")  # looks alike
    assert not any(each["query"] == "京州日报" for each in await suggested("京川日报"))


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("", "NOTHING_TO_FIND"),
        ("，。！ “” ( * \" ' : ", "NOTHING_TO_FIND"),
        ("\0", "NOTHING_TO_FIND"),
        ("-灯会 －江边", "ONLY_EXCLUSIONS"),
        ("灯" * 501, "TOO_LONG"),
        ("字" * 10_000, "TOO_LONG"),
        (" ".join(f"w{n}" for n in range(21)), "TOO_MANY_WORDS"),
    ],
)
async def test_a_query_that_can_find_nothing_says_why(both: Both, query: str, problem: str) -> None:
    await make_article("灯会", "<p>江边。</p>")

    data = await both.ask(
        "query($q: String!) { search(query: $q) { problem totalCount nodes { id } suggestions { query }"
        " facets { years { year } } edges { highlights { html } } } }",
        {"q": query},
    )

    assert data["search"]["problem"] == problem
    assert (data["search"]["totalCount"], data["search"]["nodes"], data["search"]["suggestions"]) == (0, [], [])


HOSTILE = [
    '" OR *',
    "灯会 AND NOT NEAR(江 边)",
    'title : "灯"*',
    "{title body}: 灯",
    "灯会')) UNION SELECT 1--",
    "灯 & !会 | <-> '",
    "灯\0会",
    "-",
    "--",
    "title:",
    "title:title:灯",
    "“灯",
    "灯”",
    "\ue000 \ue010灯 \ue002",
    "\U0010ffff 𠮷 👩‍👩‍👧",
    "İ ß ﬃ é",
    "%_!",
    "\\",
    "a" * 500,
    "灯" * 500,
    "1.2.3.4.5",
    ":p1 $1::text {t} @viewer @each[x] @found[1]",
]


@pytest.mark.parametrize("query", HOSTILE)
async def test_no_text_makes_the_engine_fail(both: Both, query: str) -> None:
    await make_article("灯会", "<p>江边。</p>")
    ask = """query($q: String!, $o: SearchOrder!) { search(query: $q, orderBy: $o) { problem totalCount isComplete
      edges { score cursor node { id } highlights { field html ranges { start } } } suggestions { query kind }
      facets { years { year count } tags { count } } } }"""

    for order in ("RELEVANCE", "NEWEST"):
        before = len(both.sql)
        data = await both.ask(ask, {"q": query, "o": order})
        assert data["search"]["isComplete"] is True
        assert len(both.sql) - before == 1


async def test_drafts_tell_readers_nothing(both: Both) -> None:
    source = await make_source("秘密日报")
    await make_draft("秘密计划", "<p>秘密。</p>", source_id=source.id)
    article = await make_article("公开的事", "<p>公开。</p>")
    ask = """query($q: String!) { search(query: $q) { totalCount problem edges { score } suggestions { query }
      facets { sources { count } years { count } } } }"""

    hidden = await both.ask(ask, {"q": "秘密"})
    never = await both.ask(ask, {"q": "从未"})
    alike = await both.ask(ask, {"q": "秘蜜日报"})

    assert hidden == never == alike
    assert (await both.ask(ask, {"q": "公开"}))["search"]["totalCount"] == 1
    assert article.id


async def test_several_searches_and_aliases_in_one_statement(both: Both) -> None:
    await make_article("灯会", "<p>江边的灯。</p>")
    await make_article("江边", "<p>有船。</p>")
    before = len(both.sql)

    data = await both.ask(
        """{ a: search(query: "灯") { x: edges { h: highlights { html } } y: edges { h2: highlights { html } } }
             b: search(query: "江边", orderBy: NEWEST) { totalCount facets { years { count } } nodes { title } }
             articles(first: 1) { nodes { title } } }"""
    )

    assert data["a"]["x"] == [{"h": [{"html": "<mark>灯</mark>会"}, {"html": "江边的<mark>灯</mark>。"}]}] or data["a"]
    assert [node["title"] for node in data["b"]["nodes"]] == ["江边", "灯会"]
    assert data["b"]["facets"]["years"] == [{"count": 2}]
    assert len(both.sql) - before == 1


async def test_a_cursor_of_another_order_is_refused(both: Both) -> None:
    await make_article("灯会", "<p>江边。</p>")
    page = await both.ask(PAGE, {"q": "灯会", "n": 1})
    cursor = page["search"]["edges"][0]["cursor"]

    assert (await both.refused(PAGE, {"q": "灯会", "after": cursor, "order": "NEWEST"}))[:2] == (
        "BAD_USER_INPUT",
        "after",
    )
    assert (await both.refused(PAGE, {"q": "灯会", "after": "zz"}))[:2] == ("BAD_USER_INPUT", "after")
    assert (await both.refused(PAGE, {"q": "灯会", "n": 101}))[:2] == ("BAD_USER_INPUT", "first")


async def test_editors_search_the_drafts_they_may_see(client: httpx2.AsyncClient) -> None:
    owner, other, editor = [await make_user(role) for role in (Role.CONTRIBUTOR, Role.CONTRIBUTOR, Role.EDITOR)]
    mine = await editing.create_draft(viewer_of(owner), Content(title="灯会筹备", html="<p>江边。</p>"))
    trashed = await editing.create_draft(viewer_of(owner), Content(title="旧灯会", html="<p>江边。</p>"))
    await trash.trash(viewer_of(editor), trashed.id, expected_version=1)
    public = await make_article("灯会开幕", "<p>江边。</p>")
    ask_ = (
        """query($q: String!) { drafts(search: $q) { totalCount nodes { id } } trash(search: $q) { nodes { id } } }"""
    )

    async def seen(user: User, text: str) -> tuple[set[str], set[str]]:
        await sign_in(client, user)
        data = await ask(client, ask_, q=text)
        found, gone = ({node["id"] for node in data[name]["nodes"]} for name in ("drafts", "trash"))
        assert data["drafts"]["totalCount"] == len(found)
        return found, gone

    assert await seen(owner, "燈會 江") == ({f"art_{mine.id}"}, {f"art_{trashed.id}"})
    assert await seen(other, "灯会") == (set(), set())
    assert await seen(editor, "灯会") == ({f"art_{mine.id}", f"art_{public.id}"}, {f"art_{trashed.id}"})
    assert await seen(editor, "灯会 -开幕") == ({f"art_{mine.id}"}, {f"art_{trashed.id}"})
    answer = await send(client, ask_, q="，。")
    assert codes(answer) == ["BAD_USER_INPUT"]
    assert "no letter" in answer.json()["errors"][0]["message"]
