"""Keeping the index complete, and following names."""

from __future__ import annotations

from typing import Any

import pytest

from cms import authors, editing, publishing, sources, tags
from cms.authors import AuthorFields
from cms.db import Database, writing
from cms.db.sql import run
from cms.edits import Edits
from cms.models import DraftSearchEntry, SearchEntry
from cms.search import index, upkeep
from cms.search.index import DRAFTS, PUBLIC
from cms.snapshots import CreditLink
from cms.sources import SourceFields
from cms.tags import TagFields
from cms.worker import index_for_search
from tests.content import EDITOR, make_article, make_author, make_draft, make_source, make_tag
from tests.search.test_index import found

pytestmark = pytest.mark.anyio


async def test_what_is_missing_is_made_oldest_first_and_can_be_interrupted(database: Database) -> None:
    with database.use():
        articles = [await make_article(f"桥{number}") for number in range(5)]
        await SearchEntry.all().delete()
        await DraftSearchEntry.filter(draft_id=articles[0].id).delete()
        state = await upkeep.state_of(PUBLIC)
        assert (state.indexed, state.missing, state.is_well) == (0, 5, False)

        async for made in upkeep.complete(PUBLIC, batch=2):
            assert made == 2
            break
        assert await found(database, "桥") == [articles[0].id, articles[1].id]
        assert await index_for_search() < 1
        while await upkeep.complete_some(2):
            pass

        assert await found(database, "桥") == [article.id for article in articles]
        assert (await upkeep.state_of(PUBLIC)).is_well
        assert (await upkeep.state_of(DRAFTS)).is_well
        assert await index_for_search() > 1


async def test_a_rebuild_makes_every_entry_anew_and_leaves_nothing_over(database: Database) -> None:
    with database.use():
        for number in range(3):
            await make_article(f"桥{number}")
        # Cursors of readers, and what is newest, stay as they are.
        before = {entry.id for entry in await SearchEntry.all()}

        await upkeep.make_all_anew(PUBLIC)
        assert (await upkeep.state_of(PUBLIC)).stale == 3
        assert len(await found(database, "桥")) == 3
        assert [made async for made in upkeep.complete(PUBLIC, batch=2)] == [2, 1]

        state = await upkeep.state_of(PUBLIC)
        assert (state.is_well, state.indexed, state.leftover) == (True, 3, 0)
        assert before == {entry.id for entry in await SearchEntry.all()}


async def test_entries_of_another_analyser_are_made_anew(database: Database) -> None:
    with database.use():
        article = await make_article("桥")
        await SearchEntry.all().update(version=0)
        assert (await upkeep.state_of(PUBLIC)).outdated == 1

        assert await upkeep.complete_some() == 1

        assert await found(database, "桥") == [article.id]
        assert (await upkeep.state_of(PUBLIC)).leftover == (1 if database.dialect == "sqlite" else 0)


@pytest.mark.parametrize("at_once", [200, 0])
async def test_names_that_change_are_followed(
    database: Database, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "AT_ONCE", at_once)
    with database.use():
        source, tag, author = await make_source("临江“日报”"), await make_tag("民_俗"), await make_author("王小明")
        links: dict[str, Any] = {"source_id": source.id, "tag_ids": (tag.id,)}
        links["credits"] = (CreditLink(author.id, "小明"),)
        article = await make_article("河", **links)
        draft = await make_draft("湖", **links)
        await make_article("海")

        async def both(query: str) -> tuple[list[int], list[int]]:
            while await upkeep.complete_some():
                pass
            return await found(database, query), await found(database, query, "draft_search")

        of_both = ([article.id], [article.id, draft.id])
        assert await both("来源:临江 tag:民 author:王小明 author:小明") == of_both
        await sources.update_source(EDITOR, source.id, SourceFields(name="晨报"), expected_version=1)
        await tags.update_tag(EDITOR, tag.id, TagFields(name="节庆"), expected_version=1)
        await authors.update_author(EDITOR, author.id, AuthorFields(name="李四"), expected_version=1)
        assert await both("来源:晨报 tag:节庆 author:李四 author:小明") == of_both
        for former in ("临江", "民", "王小明"):
            assert await both(former) == ([], [])

        into_source, into_tag = await make_source("晚报"), await make_tag("灯会")
        await sources.merge_sources(EDITOR, source.id, into_source.id, expected_version=2, into_expected_version=1)
        await tags.merge_tags(EDITOR, tag.id, into_tag.id, expected_version=2, into_expected_version=1)
        assert await both("来源:晚报 tag:灯会") == of_both
        assert await both("晨报") == await both("节庆") == ([], [])
        if database.dialect == "sqlite":
            async with writing() as tx:
                (words,) = await run(tx, "SELECT count(*) AS n FROM search_text_docsize")
                assert words["n"] == 2


async def test_what_is_corrected_or_renamed_does_not_become_newer(database: Database) -> None:
    with database.use():
        source = await make_source("晨报")
        old = await make_article("旧桥", source_id=source.id)
        new = await make_article("新桥")
        before = {entry.article_id: entry.id for entry in await SearchEntry.all()}

        await sources.update_source(EDITOR, source.id, SourceFields(name="晚报"), expected_version=1)
        saved = await editing.update_draft(EDITOR, old.id, Edits({"title": "古桥"}), expected_version=2)
        await publishing.publish(EDITOR, old.id, expected_version=saved.draft.version)

        assert before == {entry.article_id: entry.id for entry in await SearchEntry.all()}
        assert before[old.id] < before[new.id]
        assert await found(database, "来源:晚报") == [old.id]
        assert (await found(database, "晨报"), await found(database, "古桥")) == ([], [old.id])
