"""Names are found by how they begin: as written, by pinyin, by initials, in either script."""

from __future__ import annotations

import pytest

from cms import authors, categories, completion, editing, sources, tags
from cms.authors import AuthorFields
from cms.categories import CategoryFields
from cms.completion import keys_of, typed
from cms.db import Database
from cms.models import Author, Completion
from cms.snapshots import Content
from cms.sources import SourceFields
from cms.tags import TagFields
from cms.words import AuthorKind, CompletionKind
from tests.content import EDITOR, make_article, unpublish

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("临江日报", {"临江日报": 0, "linjiangribao": 0, "ljrb": 0, "日报": 2, "ribao": 2, "rb": 2}),
        ("臨江日報", {"临江日报": 0, "ljrb": 0}),
        ("Harbour Post", {"harbourpost": 0, "post": 1}),
        ("５Ｇ新闻", {"5g新闻": 0, "5gxinwen": 0, "5gxw": 0, "新闻": 1}),
        ("重庆", {"chongqing": 0, "cq": 0}),
        ("“早报”·晚报", {"早报晚报": 0, "晚报": 2}),
        ("🙂", {}),
    ],
)
def test_a_name_can_be_typed_in_many_ways(name: str, keys: dict[str, int]) -> None:
    found = keys_of(name)

    assert keys.items() <= found.items()
    assert bool(found) == bool(keys)
    assert all(typed(key) == key for key in found)


def test_the_surname_of_a_person_is_read_as_such() -> None:
    assert "zengyan" in keys_of("曾燕", is_person=True)
    assert "zengyan" not in keys_of("曾经", is_person=False)


def test_a_headline_is_found_from_where_its_parts_begin() -> None:
    found = keys_of("渡口改建：第一座桥 明日合龙", is_headline=True)

    assert {key for key, place in found.items() if key.startswith(("渡", "第", "明"))} == {
        "渡口改建第一座桥明日合龙",
        "第一座桥明日合龙",
        "明日合龙",
    }
    assert "口改建第一座桥明日合龙" not in found


def test_a_long_name_and_one_of_rare_characters_have_keys_that_fit() -> None:
    for name in ("长" * 200, "x" * 200, "\U00020000\U00020001乙"):
        found = keys_of(name)
        assert found
        assert max(map(len, found)) <= completion.KEY_LENGTH


async def kept(kind: CompletionKind, subject_id: int) -> set[str]:
    return {row.key for row in await Completion.filter(kind=kind, subject_id=subject_id)}


async def test_names_are_found_as_they_are_now(database: Database) -> None:
    source = await sources.create_source(EDITOR, SourceFields(name="临江日报"))
    tag = await tags.find_or_create(EDITOR, "渡口")
    category = await categories.create_category(EDITOR, CategoryFields(name="地方"))
    made = [
        await kept(kind, row_id)
        for kind, row_id in (
            (CompletionKind.SOURCE, source.id),
            (CompletionKind.TAG, tag.id),
            (CompletionKind.CATEGORY, category.id),
        )
    ]
    await sources.update_source(EDITOR, source.id, SourceFields(name="河港晚报"), expected_version=1)
    await categories.update_category(EDITOR, category.id, CategoryFields(name="本埠"), expected_version=1)
    await tags.delete_tag(EDITOR, tag.id, expected_version=1)

    assert ["ljrb" in made[0], "dk" in made[1], "df" in made[2]] == [True] * 3
    assert {"hgwb", "ljrb"} & await kept(CompletionKind.SOURCE, source.id) == {"hgwb"}
    assert {"bb", "df"} & await kept(CompletionKind.CATEGORY, category.id) == {"bb"}
    assert await kept(CompletionKind.TAG, tag.id) == set()


async def test_one_that_was_merged_away_is_found_no_more(database: Database) -> None:
    goes = await tags.create_tag(EDITOR, TagFields(name="老街"))
    stays = await tags.create_tag(EDITOR, TagFields(name="旧巷"))
    left = await categories.create_category(EDITOR, CategoryFields(name="旧闻"))
    into = await categories.create_category(EDITOR, CategoryFields(name="要闻"))

    await tags.merge_tags(EDITOR, goes.id, stays.id, expected_version=1, into_expected_version=1)
    await categories.merge_categories(EDITOR, left.id, into.id, expected_version=1, into_expected_version=1)

    assert await kept(CompletionKind.TAG, goes.id) == await kept(CompletionKind.CATEGORY, left.id) == set()
    assert "jx" in await kept(CompletionKind.TAG, stays.id)


async def test_whether_an_author_is_a_person_decides_how_the_name_is_read(database: Database) -> None:
    author = await authors.create_author(EDITOR, AuthorFields(name="解放", kind=AuthorKind.PERSON))
    before = await kept(CompletionKind.AUTHOR, author.id)

    await authors.update_author(EDITOR, author.id, AuthorFields(kind=AuthorKind.ORGANIZATION), expected_version=1)

    assert "xiefang" in before
    assert "jiefang" in await kept(CompletionKind.AUTHOR, author.id)


async def test_a_headline_is_found_while_its_article_is_public(database: Database) -> None:
    draft = await editing.create_draft(EDITOR, Content("渡口改建完工", "<p>正文。</p>"))
    before = await kept(CompletionKind.ARTICLE, draft.id)
    article = await make_article("渡口改建完工")
    public = await kept(CompletionKind.ARTICLE, article.id)
    await unpublish(article)

    assert before == set()
    assert "dkgjwg" in public
    assert await kept(CompletionKind.ARTICLE, article.id) == set()


async def test_rebuilding_mends_whatever_is_missing_or_left_over(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completion, "REBUILT_AT_ONCE", 2)
    made = [await sources.create_source(EDITOR, SourceFields(name=name)) for name in ("甲报", "乙报", "丙报", "丁报")]
    author = await Author.create(name="曾燕", key="曾燕", sort_key="", slug="zengyan")
    article = await make_article("渡口改建完工")
    right = {tuple(row) for row in await Completion.all().values_list("kind", "subject_id", "key", "place")}
    await Completion.filter(subject_id=made[1].id).delete()
    await Completion.create(kind=CompletionKind.TAG, subject_id=9, key="zz", place=0)
    await Completion.create(kind=CompletionKind.SOURCE, subject_id=made[3].id + 5, key="zz", place=0)

    lacking = await completion.lacking()
    completed = await completion.rebuild(missing=True)
    count = await completion.rebuild()

    found = {tuple(row) for row in await Completion.all().values_list("kind", "subject_id", "key", "place")}
    assert (lacking, completed, count) == (2, 2, 6)
    assert await completion.lacking() == 0
    assert found - right == {row for row in found if row[0] == "AUTHOR" and row[1] == author.id} != set()
    assert right <= found
    assert article.id in {row[1] for row in found if row[0] == "ARTICLE"}
