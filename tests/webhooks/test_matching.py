"""Which events an endpoint is told of."""

from __future__ import annotations

from typing import Any

import pytest

from cms.categories import merge_categories
from cms.db import Database, writing
from cms.models import Event
from cms.sources import merge_sources
from cms.trash import delete, trash
from cms.webhooks.matching import matching
from tests.content import EDITOR, make_category, make_draft, make_source
from tests.webhooks.following import make_endpoint, submit, tell

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def told(**columns: Any) -> list[str]:
    """The types of the events in the log that an endpoint with these columns is told of."""
    endpoint = await make_endpoint(**{"position": 0} | columns)
    async with writing() as tx:
        found = await matching(tx, endpoint, await Event.all().using_db(tx).order_by("sequence"))
    return [f"{event.type} {event.subject_id}" for event in found]


async def test_without_types_an_endpoint_is_told_of_what_is_public(database: Database) -> None:
    await tell("article.published", 1)
    await submit(1)
    await tell("user.created", 1)

    assert await told() == ["article.published 1"]


async def test_an_endpoint_is_told_of_its_types_as_far_as_its_role_may_know(database: Database) -> None:
    await tell("article.published", 1)
    await tell("source.updated", 2, is_public=True)
    await tell("source.updated", 3, is_public=False)
    types = ["source.updated"]

    assert await told(types=types) == ["source.updated 2"]
    assert await told(types=types, run_as="EDITOR") == ["source.updated 2", "source.updated 3"]


@pytest.mark.parametrize("columns", [{"category_ids": [5]}, {"source_ids": [3]}, {"category_ids": [5, 6]}])
async def test_filters_of_place_look_at_where_an_article_stands_and_stood(
    database: Database, columns: dict[str, Any]
) -> None:
    await tell("article.published", 1, ["article:1", "category:5", "category:1", "source:3"])
    await tell("article.updated", 2, ["article:2", "category:7", "category:5", "source:3", "source:4"])
    await tell("article.published", 3, ["article:3", "category:55", "source:33"])
    await tell("site.updated", 1, ["site"])

    assert await told(**columns) == ["article.published 1", "article.updated 2", "site.updated 1"]


async def test_filters_of_place_follow_what_was_merged(database: Database) -> None:
    gone, kept = await make_category("要闻"), await make_category("时政")
    former, source = await make_source("旧报"), await make_source("新报")
    await merge_categories(EDITOR, gone.id, kept.id, expected_version=1, into_expected_version=1)
    await merge_sources(EDITOR, former.id, source.id, expected_version=1, into_expected_version=1)
    await tell("article.published", 1, ["article:1", f"category:{kept.id}", f"source:{source.id}"])
    await tell("article.published", 2, ["article:2", "category:77", "source:77"])

    types = ["article.published"]
    assert await told(types=types, category_ids=[gone.id]) == ["article.published 1"]
    assert await told(types=types, source_ids=[former.id]) == ["article.published 1"]


async def test_a_filter_of_languages_lets_changes_of_the_language_pass(database: Database) -> None:
    tags = ["article:1", "category:5"]
    await tell("article.published", 1, tags, language="en")
    await tell("article.published", 2, tags, language="zh-Hans")
    await tell("article.updated", 3, tags, language="zh-Hans", changed=["language", "title"])
    await tell("article.updated", 4, tags, language="zh-Hans", changed=["title"])

    assert await told(languages=["en"]) == ["article.published 1", "article.updated 3"]


async def test_events_of_drafts_are_judged_by_the_draft(database: Database) -> None:
    top = await make_category()
    category, source = await make_category(parent=top), await make_source()
    inside = await make_draft(category_id=category.id, source_id=source.id, language="en")
    outside = await make_draft(language="zh-Hans")
    await Event.all().delete()
    await submit(inside.id)
    await submit(outside.id)
    await submit(999)
    wanted = [f"draft.submitted {inside.id}", "draft.submitted 999"]
    common = {"types": ["draft.submitted"], "run_as": "EDITOR"}

    assert await told(category_ids=[top.id], **common) == wanted
    assert await told(source_ids=[source.id], **common) == wanted
    assert await told(languages=["en"], **common) == wanted
    assert await told(category_ids=[top.id], source_ids=[source.id + 1], **common) == wanted[1:]


async def test_a_draft_that_leaves_a_place_is_told_of(database: Database) -> None:
    draft = await make_draft(category_id=(await make_category()).id)
    await Event.all().delete()
    await tell("draft.saved", draft.id, changed=["title"])
    await tell("draft.saved", draft.id, changed=["category_id"])

    found = await told(types=["draft.saved"], run_as="EDITOR", category_ids=[999])

    assert len(found) == 1


async def test_a_deleted_draft_is_told_of(database: Database) -> None:
    draft = await make_draft()
    await trash(EDITOR, draft.id, expected_version=1)
    await delete(EDITOR, draft.id, expected_version=2)

    assert f"draft.deleted {draft.id}" in await told(types=["draft.deleted"], run_as="EDITOR", category_ids=[999])


async def test_a_cache_is_told_of_everything_with_tags(database: Database) -> None:
    await tell("article.published", 1, ["article:1"])
    await tell("source.updated", 2, ["source:2"], is_public=False)
    await submit(3)

    assert await told(kind="VARNISH_BAN") == ["article.published 1", "source.updated 2"]
