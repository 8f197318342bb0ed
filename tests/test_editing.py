import asyncio
from dataclasses import replace

import pytest

from cms import authors, categories, collections, editing, relations, site, sources, tags
from cms.db import Database
from cms.errors import Forbidden, ValidationFailed
from cms.models import Author, Category, CategoryAncestor, CollectionItem, Draft, Reference, Revision, Source, Tag
from cms.permissions import Viewer
from cms.relations import Mention
from cms.snapshots import Content, content_of, make_snapshot
from cms.words import AuthorKind, CollectionTail
from tests.content import EDITOR, make_draft

pytestmark = pytest.mark.anyio


async def test_a_draft_has_a_whole_revision_with_everything_computed(database: Database) -> None:
    content = Content(title="  渡轮　", html="<p>第一句。</p><script>x</script><p>第二句。</p>")
    draft = await editing.create_draft(EDITOR, content)

    snapshot = (await Revision.get(draft_id=draft.id, number=1)).snapshot

    assert draft.title == "渡轮"
    assert snapshot["body"]["html"] == "<p>第一句。</p><p>第二句。</p>"
    assert snapshot["body"]["text"] == "第一句。\n\n第二句。"
    assert snapshot["article"]["word_count"] == 6
    assert snapshot["article"]["excerpt"].startswith("第一句。")


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (Content(title="", html="<p>x</p>"), "title"),
        (Content(title="\u3000\u00a0", html="<p>x</p>"), "title"),
        (Content(title="题" * 301, html="<p>x</p>"), "title"),
        (Content(title="题\0", html="<p>x</p>"), "title"),
        (Content(title="第一行\u2028第二行", html="<p>x</p>"), "title"),
        (Content(title="题", html="<p>\ud800</p>"), "html"),
        (Content(title="题", html="<p>x</p>", urgency=10), "urgency"),
    ],
)
async def test_content_that_no_draft_may_hold_is_refused_by_field(
    database: Database, content: Content, field: str
) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        await editing.create_draft(EDITOR, content)

    assert [problem.path for problem in refusal.value.problems] == [field]
    assert await Draft.all().count() == 0


async def test_two_drafts_never_share_a_slug_even_when_made_at_once(database: Database) -> None:
    content = Content(title="同一个题目", html="<p>x</p>")

    drafts = await asyncio.gather(*(editing.create_draft(EDITOR, content) for _ in range(8)))

    assert sorted(draft.slug for draft in drafts) == sorted(
        ["同一个题目", *(f"同一个题目-{number}" for number in range(2, 9))]
    )


async def test_a_reference_finds_its_article_when_it_comes_later(database: Database) -> None:
    (waiting,) = await relations.refer(EDITOR, [Mention("迟到的文章：上篇")])

    draft = await make_draft(title="迟到的文章:上篇")  # the half-width colon of another scraper

    assert (await Reference.get(id=waiting)).target_id == draft.id


async def test_a_reference_to_what_is_here_points_at_it_at_once(database: Database) -> None:
    draft = await make_draft(title="早到的文章")

    (reference,) = await relations.refer(EDITOR, [Mention("早到的文章")])

    assert (await Reference.get(id=reference)).target_id == draft.id


async def test_one_name_is_one_source_author_or_tag_however_it_is_written(database: Database) -> None:
    first = await sources.find_or_create(EDITOR, "ＡＢＣ日报")
    again = await sources.find_or_create(EDITOR, " abc日报")
    person = await authors.find_or_create(EDITOR, "abc日报", AuthorKind.PERSON)
    paper = await authors.find_or_create(EDITOR, "abc日报", AuthorKind.ORGANIZATION)
    tag = await tags.find_or_create(EDITOR, "渡轮")

    assert first.id == again.id
    assert person.id != paper.id
    assert person.slug != paper.slug
    assert tag.id == (await tags.find_or_create(EDITOR, "渡轮")).id
    assert (await Source.all().count(), await Author.all().count(), await Tag.all().count()) == (1, 2, 1)


async def test_names_made_at_once_are_made_once(database: Database) -> None:
    made = await asyncio.gather(*(sources.find_or_create(EDITOR, "同名日报") for _ in range(8)))

    assert len({source.id for source in made}) == 1


async def test_a_path_of_categories_is_made_once_with_its_ancestors(database: Database) -> None:
    leaf = await categories.ensure_path(EDITOR, ["情感", "故事"])
    again = await categories.ensure_path(EDITOR, ["情感", "故事"])
    sibling = await categories.ensure_path(EDITOR, ["情感", "婚恋"])

    assert leaf.id == again.id
    assert (leaf.path, sibling.path) == ("qinggan/gushi", "qinggan/hunlian")
    assert (leaf.position, sibling.position) == (0, 1)
    above = await CategoryAncestor.filter(category_id=leaf.id).order_by("distance").values("ancestor_id", "distance")
    assert above == [{"ancestor_id": leaf.id, "distance": 0}, {"ancestor_id": leaf.parent_id, "distance": 1}]


async def test_names_with_one_pinyin_get_paths_of_their_own(database: Database) -> None:
    first = await categories.ensure_path(EDITOR, ["故事"])
    second = await categories.ensure_path(EDITOR, ["古诗"])

    assert (first.path, second.path) == ("gushi", "gushi-2")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(["故事", "情感"], id="upside down"),
        pytest.param(["情感", "情感"], id="twice"),
        pytest.param([], id="empty"),
        pytest.param(["情感", " "], id="an empty name"),
        pytest.param([f"第{n}层" for n in range(11)], id="too deep"),
    ],
)
async def test_a_path_that_contradicts_the_tree_is_refused(database: Database, path: list[str]) -> None:
    await categories.ensure_path(EDITOR, ["情感", "故事"])

    with pytest.raises(ValidationFailed) as refusal:
        await categories.ensure_path(EDITOR, path)

    assert refusal.value.problems[0].path == "category"
    assert await Category.all().count() == 2


async def test_placing_a_collection_replaces_its_items_in_order(database: Database) -> None:
    references = await relations.refer(EDITOR, [Mention("一"), Mention("二"), Mention("三")])
    placed = [collections.Placement(reference_id=number) for number in references]

    await collections.place(EDITOR, "hot", placed, title="热门", tail=CollectionTail.HOT)
    await collections.place(EDITOR, "hot", placed[::-1][:2], title="别的", tail=CollectionTail.NONE)

    items = await CollectionItem.all().order_by("position")
    assert [item.reference_id for item in items] == [references[2], references[1]]


async def test_an_article_is_appended_to_a_collection_once(database: Database) -> None:
    draft = await make_draft()

    for _ in range(2):
        await collections.append_article(EDITOR, "front-page", draft.id)

    assert [item.target_id for item in await CollectionItem.all()] == [draft.id]


async def test_the_site_says_what_it_was_told(database: Database) -> None:
    await site.describe(EDITOR, name="晨报网")

    described = await site.describe(EDITOR, tagline="早安")

    assert (described.name, described.tagline) == ("晨报网", "早安")


async def test_readers_change_nothing(database: Database) -> None:
    reader = Viewer.anonymous()
    attempts = [
        editing.create_draft(reader, Content(title="题", html="<p>x</p>")),
        sources.find_or_create(reader, "日报"),
        categories.ensure_path(reader, ["情感"]),
        relations.refer(reader, [Mention("一")]),
        collections.place(reader, "hot", [], title="热门", tail=CollectionTail.NONE),
        collections.append_article(reader, "hot", 1),
        site.describe(reader, name="别人的"),
    ]

    for attempt in attempts:
        with pytest.raises(Forbidden):
            await attempt


@pytest.mark.parametrize(
    ("html", "lead"),
    [
        (
            "<h2>复航</h2><p>今天上午，渡轮复航。</p><ul><li>一</li></ul><table><tr><td>1</td></tr></table>",
            "今天上午，渡轮复航。",
        ),
        ('<figure><img src="/a.jpg"><figcaption>图：江边</figcaption></figure><p>本报讯。</p>', "本报讯。"),
        ("<ul><li>只有一项</li></ul>", "只有一项"),
    ],
)
def test_the_lead_made_from_a_body_is_what_its_paragraphs_say(html: str, lead: str) -> None:
    assert make_snapshot(Content("题", html))["article"]["excerpt"] == lead


def test_what_was_made_of_a_body_is_made_once() -> None:
    first = make_snapshot(Content("题", "<p>正文。</p>"))

    second = make_snapshot(replace(content_of(first), title="新题"), first)

    assert second["body"] is first["body"]
    assert second == make_snapshot(Content("新题", "<p>正文。</p>"))
