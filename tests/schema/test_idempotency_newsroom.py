"""Retries of what editors do: the first answer, even where the same request would be a conflict by now."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from cms.models import Draft, Event, IdempotencyKey, Revision
from cms.words import Role
from tests.accounts import cheap_hashes, client
from tests.newsroom import CREATE, PUBLISH, UPDATE, Newsroom, newsroom

__all__ = ["cheap_hashes", "client", "newsroom"]
pytestmark = pytest.mark.anyio

NEW = {"title": "标题", "html": "<p>正文。</p>"}
BULK = """mutation($articles: [ArticleInput!]!, $key: String) {
  publishArticles(articles: $articles, idempotencyKey: $key) {
    ... on BulkPayload { doneCount refusedCount outcomes { id draft { id status version } refusal { code } } }
    ... on Refusal { code }
  }
}"""


def keyed(query: str) -> str:
    """The same mutation with the key "once"."""
    return query.replace("(input: $input)", '(input: $input, idempotencyKey: "once")')


async def sent(newsroom: Newsroom, query: str, **variables: Any) -> httpx2.Response:
    return await newsroom.client.post(
        "/graphql", json={"query": query, "variables": variables}, headers=newsroom.headers[Role.PUBLISHER]
    )


async def test_ten_times_the_same_new_article_is_one_article(newsroom: Newsroom) -> None:
    answers = await asyncio.gather(*(sent(newsroom, keyed(CREATE), input=NEW) for _ in range(10)))

    assert len({answer.content for answer in answers}) == 1
    assert answers[0].json()["data"]["createArticle"]["draft"]["head"]["title"] == "标题"
    assert (await Draft.all().count(), await Revision.all().count()) == (1, 1)
    assert await Event.filter(type="draft.created").count() == 1


async def test_a_retried_edit_is_no_conflict_with_itself(newsroom: Newsroom) -> None:
    made = (await newsroom.create())["draft"]
    edit = {"id": made["id"], "expectedVersion": made["version"], "title": "改过的标题"}

    first = await sent(newsroom, keyed(UPDATE), input=edit)
    later = await newsroom.update(id=made["id"], expectedVersion=made["version"] + 1, title="再改")
    again = await sent(newsroom, keyed(UPDATE), input=edit)

    assert first.json()["data"]["updateArticle"]["draft"]["title"] == "改过的标题"
    assert later["__typename"] == "UpdateArticlePayload"
    assert again.content == first.content
    assert (await Draft.get()).title == "再改"


async def test_a_conflict_is_not_kept_and_leaves_nothing(newsroom: Newsroom) -> None:
    made = (await newsroom.create())["draft"]
    stale = {"id": made["id"], "expectedVersion": made["version"], "title": "我的"}
    await newsroom.update(id=made["id"], expectedVersion=made["version"], title="你的")

    refused = await sent(newsroom, keyed(UPDATE), input=stale)

    assert refused.json()["data"]["updateArticle"]["__typename"] == "VersionConflict"
    assert refused.json()["data"]["updateArticle"]["theirs"] == {"title": "你的"}
    assert await IdempotencyKey.all().count() == 0
    assert (await Draft.get()).title == "你的"


async def test_a_retried_publication_answers_with_the_article_and_the_plan_of_then(newsroom: Newsroom) -> None:
    made = (await newsroom.create(publishedAt="2026-05-01T08:00:00+08:00", licence="CC0"))["draft"]
    given = {"id": made["id"], "expectedVersion": made["version"]}

    first = await sent(newsroom, keyed(PUBLISH), input=given)
    events = await Event.all().count()
    again = await sent(newsroom, keyed(PUBLISH), input=given)

    assert first.json()["data"]["publishArticle"]["article"]["title"] == "标题"
    assert again.content == first.content
    assert await Event.all().count() == events


async def test_a_retried_bulk_tells_again_what_was_done_and_what_was_not(newsroom: Newsroom) -> None:
    one, two = [(await newsroom.create(title=title))["draft"] for title in ("一", "二")]
    articles = [
        {"id": one["id"], "expectedVersion": one["version"]},
        {"id": two["id"], "expectedVersion": two["version"] + 1},
    ]

    first = await sent(newsroom, BULK, articles=articles, key="once")
    events = await Event.all().count()
    again = await sent(newsroom, BULK, articles=articles, key="once")

    bulk = first.json()["data"]["publishArticles"]
    assert (bulk["doneCount"], bulk["refusedCount"]) == (1, 1)
    assert [outcome["draft"] and outcome["draft"]["status"] for outcome in bulk["outcomes"]] == ["PUBLISHED", None]
    assert bulk["outcomes"][1]["refusal"] == {"code": "VERSION_CONFLICT"}
    assert again.content == first.content
    assert await Event.all().count() == events


async def test_another_mutation_with_the_same_arguments_is_another_request(newsroom: Newsroom) -> None:
    made = (await newsroom.create())["draft"]
    given = {"id": made["id"], "expectedVersion": made["version"]}

    trashed = await newsroom.act("trashArticle", arguments='idempotencyKey: "once"', **given)
    refused = await newsroom.act("restoreArticle", arguments='idempotencyKey: "once"', **given)

    assert trashed["draft"]["status"] == "TRASHED"
    assert refused["__typename"] == "IdempotencyKeyReused"
    assert (await Draft.get()).status == "TRASHED"
