"""Writing the index: what is found follows what is public, and the newsroom's follows the newest revisions."""

from __future__ import annotations

import pytest

from cms import editing, publishing
from cms.db import Database, writing
from cms.db.sql import run
from cms.edits import Edits
from cms.search import query
from cms.snapshots import CreditLink
from tests.content import EDITOR, make_article, make_author, make_draft, make_source, make_tag

pytestmark = pytest.mark.anyio


async def found(database: Database, text: str, index: str = "search") -> list[int]:
    """The numbers of what a query finds."""
    asked = query.parse(text)
    owner = "article" if index == "search" else "draft"
    async with writing() as tx:
        if database.dialect == "sqlite":
            hits = (
                f"SELECT rowid FROM {index}_text WHERE {index}_text MATCH ?",
                f"SELECT rowid FROM {index}_character WHERE {index}_character MATCH ?",
            )
            text_, character = query.sqlite_text(asked), query.sqlite_characters(asked)
            sets = [
                {row["rowid"] for row in await run(tx, sql, value)}
                for sql, value in zip(hits, (text_, character), strict=True)
                if value != query.NOTHING
            ]
            entries = set.intersection(*sets) if sets else set()
            for sql, value in zip(
                hits,
                (query.sqlite_text(asked, excluded=True), query.sqlite_characters(asked, excluded=True)),
                strict=True,
            ):
                entries -= {row["rowid"] for row in await run(tx, sql, value)}
            rows = await run(tx, f"SELECT id,{owner}_id AS n FROM {index}_entry")
            return sorted(row["n"] for row in rows if row["id"] in entries)
        columns = (
            ("words", query.postgres_words(asked), query.postgres_not_words(asked)),
            ("heading", query.postgres_heading(asked), query.postgres_not_heading(asked)),
        )
        like = "".join(f" AND {name} LIKE ALL(?::text[]) AND NOT {name} LIKE ANY(?::text[])" for name, _, _ in columns)
        rows = await run(
            tx,
            f"SELECT e.{owner}_id AS n FROM {index}_text t JOIN {index}_entry e ON e.id=t.id"
            f" WHERE search_lexemes(t.words) @@ ?::text::tsquery{like} ORDER BY 1",
            query.postgres_lexemes(asked),
            *(patterns for _, *pair in columns for patterns in pair),
        )
        return [row["n"] for row in rows]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("江边", True),
        ("江", True),
        ("灯", True),
        ("灯会在江边", True),
        ("江灯", False),
        ("5G", True),
        ("５ｇ", True),
        ("5", False),
        ("5g手机", True),
        ("1月28日", True),
        ("28日", True),
        ("月28", True),
        ("8日", False),
        ("PM2.5", True),
        ("pm2", False),
        ("燈會", True),
        ("🎉", True),
        ("江边🎉", True),
        ("灯会 手机", True),
        ("灯会 电脑", False),
        ("灯会 -手机", False),
        ("灯会 －电脑", True),
        ("“灯会在江边”", True),
        ("「手机 灯会」", False),
        ("标题:灯会", True),
        ("标题：手机", False),
        ("title:灯", True),
        ("title:机", False),
        ("author:王小明", True),
        ("作者:小", True),
        ("author:灯会", False),
        ("source:临江日报", True),
        ("来源:临", True),
        ("tag:民俗", True),
        ("标签:俗", True),
        ("tag:灯会", False),
        ("民俗 灯会 -来源:晨报", True),
        ("灯会 -来源:临江", False),
        ("灯会 -来源:临", False),
        ("𠮷", True),
    ],
)
async def test_what_is_found(database: Database, text: str, is_found: bool) -> None:
    with database.use():
        author, source, tag = await make_author("王小明"), await make_source("临江日报"), await make_tag("民俗")
        article = await make_article(
            "元宵灯会在江边",
            "<p>1月28日，5G手机拍下灯会。江边🎉PM2.5浓度低，𠮷野家开门。</p>",
            credits=(CreditLink(author.id, "王小明"),),
            source_id=source.id,
            tag_ids=(tag.id,),
        )
        await make_article("别的", "<p>什么也没有。</p>")

        assert await found(database, text) == ([article.id] if is_found else [])


async def test_the_index_follows_what_is_public(database: Database) -> None:
    with database.use():
        article = await make_article("河上的桥", "<p>新桥通车。</p>")
        other = await make_draft("山里的路", "<p>旧路。</p>")

        saved = await editing.update_draft(EDITOR, article.id, Edits({"title": "河上的船"}), expected_version=2)
        assert (await found(database, "桥"), await found(database, "船")) == ([article.id], [])
        await publishing.publish(EDITOR, article.id, expected_version=saved.draft.version)
        assert (await found(database, "上的桥"), await found(database, "船")) == ([], [article.id])
        assert (await found(database, "上的桥", "draft_search"), await found(database, "路", "draft_search")) == (
            [],
            [other.id],
        )
        assert await found(database, "路") == []
        await publishing.unpublish(EDITOR, article.id, expected_version=saved.draft.version + 1)
        assert await found(database, "船") == []
        assert await found(database, "船", "draft_search") == [article.id]
        if database.dialect == "sqlite":
            async with writing() as tx:
                assert await run(tx, "SELECT * FROM search_text_docsize") == []


@pytest.mark.parametrize("word", ["QUJD" * 1000, "ส" * 400, "\U00010428" * 400])
async def test_words_longer_than_a_database_takes_are_found(database: Database, word: str) -> None:
    article = await make_article("长词", f"<p>{word}</p>")

    assert await found(database, word[:490]) == ([article.id] if len(word) <= 490 else [])
    assert await found(database, f'"{word[:480]}" 长词') == ([article.id] if len(word) == 400 else [])


async def test_characters_of_a_headline_are_no_phrase_by_themselves(database: Database) -> None:
    await make_article("会上、灯下", "<p>会 灯。</p>")
    named = await make_article("会、灯", "<p>会 灯。</p>")

    assert await found(database, 'title:"会 灯"') == [named.id]
