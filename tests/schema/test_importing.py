"""Importing an article over GraphQL, and judging what was unsure."""

from __future__ import annotations

from typing import Any

import pytest

from cms.errors import ValidationFailed
from cms.importers import desk
from cms.models import Author, Draft, Event, Revision, Source
from tests.content import EDITOR
from tests.newsroom import Newsroom

pytestmark = pytest.mark.anyio

PAGE = """<html><head><title>渡口重新开放_沿江网</title></head><body>
<div>当前位置：首页 &gt; 城事 &gt; 正文</div><h1>渡口重新开放</h1><div>更新时间：2026-02-11 16:20</div>
<p>渡口今天清晨重新开放，第一班船载着四十名乘客过江，比停航以前早了半个小时。</p>
<p>责任编辑：卓小英</p><h3>热门文章</h3><ul><li><a href="/1">山里的信号塔修好了</a></li></ul></body></html>"""
IMPORT = """mutation ($input: ImportArticleInput!) { importArticle(input: $input) { __typename
  ... on ImportArticlePayload { isNew notes draft { id version suggestions
    evidence { field origin text confidence isSuggestion value }
    head { title html publishedAt source { name } category { path } credits { name role } canonicalUrl } } }
  ... on ValidationFailed { problems { path message } } ... on Refusal { code } } }"""
CHANGE = """mutation ($input: SuggestionInput!) { %s(input: $input) { __typename
  ... on DraftPayload { draft { version suggestions head { publishedAt source { name } credits { name } } } }
  ... on Refusal { code message } } }"""


async def take(newsroom: Newsroom, **given: Any) -> Any:
    return (await newsroom.ask(IMPORT, input=given))["importArticle"]


async def judge(newsroom: Newsroom, name: str, draft: Any, field: str, value: str) -> Any:
    given = {"id": draft["id"], "expectedVersion": draft["version"], "field": field, "value": value}
    return (await newsroom.ask(CHANGE % name, input=given))[name]


async def test_page_becomes_a_draft_with_its_evidence(newsroom: Newsroom) -> None:
    made = await take(newsroom, html=PAGE, url="https://news.example.org/a/1.html#top")

    draft = made["draft"]
    head = draft["head"]
    assert (made["isNew"], head["title"], head["category"]) == (True, "渡口重新开放", {"path": "chengshi"})
    assert head["credits"] == [{"name": "卓小英", "role": "EDITOR"}]
    assert (head["publishedAt"], head["source"]) == (None, None)
    found = {one["field"]: one for one in draft["evidence"]}
    assert found["title"]["origin"] == "HEADING"
    assert found["categoryId"] == {
        "field": "categoryId",
        "origin": "BREADCRUMB",
        "text": "首页 > 城事",
        "confidence": 90,
        "isSuggestion": False,
        "value": "",
    }
    assert found["publishedAt"]["isSuggestion"]
    assert [one["value"] for one in draft["suggestions"]] == ["2026-02-11", "沿江网"]
    assert "publishedAt: perhaps “2026-02-11”" in made["notes"]


async def test_page_that_was_imported_before_is_found(newsroom: Newsroom) -> None:
    first = await take(newsroom, html=PAGE, url="https://news.example.org/a/1.html")
    again = await take(newsroom, html=PAGE.replace("四十名", "四十一名"), url="https://news.example.org/a/1.html")

    assert (again["isNew"], again["draft"]["id"]) == (False, first["draft"]["id"])
    assert await Draft.all().count() == 1


async def test_lists_of_the_page_change_no_collection(newsroom: Newsroom) -> None:
    await take(newsroom, html=PAGE)

    assert not await Event.filter(type__startswith="collection.").exists()


async def test_plain_text_is_read_as_the_importer_reads_it(newsroom: Newsroom) -> None:
    made = await take(
        newsroom, text="当前位置:首页 > 城事 >\n渡口重新开放\n日期:2026-01-16 来源:沿江晚报\n渡口今天重新开放。"
    )

    assert made["draft"]["head"]["source"] == {"name": "沿江晚报"}
    assert {one["origin"] for one in made["draft"]["evidence"]} == {"HEADING", "BREADCRUMB", "INFO_LINE", "BODY"}


async def test_text_that_is_html_is_read_as_html(newsroom: Newsroom) -> None:
    made = await take(newsroom, text=f"\n{PAGE}")
    again = await take(newsroom, html=PAGE)

    assert made["draft"]["head"]["credits"] == [{"name": "卓小英", "role": "EDITOR"}]
    assert (again["isNew"], again["draft"]["id"]) == (False, made["draft"]["id"])


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({}, "url"),
        ({"html": PAGE, "text": "字"}, "url"),
        ({"html": "<p></p>"}, "html"),
        ({"text": "字"}, "text"),
        ({"url": "http://127.0.0.1:1/"}, "url"),
        ({"url": "http://169.254.169.254/latest/"}, "url"),
        ({"url": "file:///etc/passwd"}, "url"),
    ],
)
async def test_what_is_no_article_is_refused(newsroom: Newsroom, given: dict[str, str], path: str) -> None:
    refused = await take(newsroom, **given)

    assert [problem["path"] for problem in refused["problems"]] == [path]
    assert await Draft.all().count() == 0


async def test_addresses_can_be_switched_off() -> None:
    with pytest.raises(ValidationFailed, match="switched off"):
        await desk.import_article(EDITOR, desk.Given(url="https://example.org/"), None)


async def test_suggestion_is_confirmed_as_an_edit(newsroom: Newsroom) -> None:
    draft = (await take(newsroom, html=PAGE))["draft"]

    dated = (await judge(newsroom, "confirmSuggestion", draft, "publishedAt", "2026-02-11"))["draft"]
    written = dated["suggestions"][0]["field"]
    sourced = (await judge(newsroom, "confirmSuggestion", draft | dated, written, "沿江网"))["draft"]

    assert dated["head"]["publishedAt"] == "2026-02-10T16:00:00Z"
    assert (sourced["head"]["source"], sourced["suggestions"]) == ({"name": "沿江网"}, [])
    assert await Source.filter(name="沿江网").count() == 1
    assert await Revision.all().count() == 3


async def test_suggested_author_is_confirmed_beside_the_others(newsroom: Newsroom) -> None:
    page = PAGE.replace("</head>", '<meta name="author" content="bluefish"></head>')
    draft = (await take(newsroom, html=page))["draft"]

    confirmed = (await judge(newsroom, "confirmSuggestion", draft, "credits", "bluefish"))["draft"]

    assert confirmed["head"]["credits"] == [{"name": "卓小英"}, {"name": "bluefish"}]
    assert await Author.filter(name="bluefish").exists()


async def test_dismissed_suggestion_only_goes(newsroom: Newsroom) -> None:
    draft = (await take(newsroom, html=PAGE))["draft"]

    left = (await judge(newsroom, "dismissSuggestion", draft, "sourceId", "沿江网"))["draft"]
    unknown = await judge(newsroom, "dismissSuggestion", draft | left, "sourceId", "沿江网")

    assert [one["field"] for one in left["suggestions"]] == ["published_at"]
    assert (left["version"], left["head"]["source"]) == (draft["version"] + 1, None)
    assert unknown["code"] == "NOT_FOUND"
    assert await Revision.all().count() == 1
