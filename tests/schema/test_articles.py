"""One article and everything on its page."""

from __future__ import annotations

import pytest

from cms.models import Draft
from cms.snapshots import CreditLink, RelationLink
from cms.words import CollectionTail, CreditRole, RelationKind
from tests.content import (
    DAY,
    make_article,
    make_author,
    make_category,
    make_collection,
    make_draft,
    make_reference,
    make_site,
    make_source,
    make_tag,
    publish,
    unpublish,
)
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

PAGE = """
query Page($id: ID!) {
  site { name }
  article(id: $id) {
    id title url publishedAt listedAt urgency body { html text blocks }
    source { name } category { name breadcrumb { name path } }
    credits { name role author { id kind } } authors { name } tags { name }
    editors: credits(roles: [EDITOR]) { name }
    relations { kind position target { __typename ... on Article { title } ... on Reference { title isTruncated } } }
    related(first: 7) { totalCount edges { kind node { title teaser url } } pageInfo { hasNextPage } }
  }
  hot: collection(slug: "hot") { title items(first: 5) { __typename title } }
}
"""


async def test_an_article_is_found_by_id_and_by_slug(both: Both) -> None:
    article = await make_article("打好“四大会战”")

    for argument in (f'id: "art_{article.id}"', f'slug: "{article.slug}"'):
        data = await both.ask(f"{{ article({argument}) {{ id title slug }} }}")
        assert data == {"article": {"id": f"art_{article.id}", "title": "打好“四大会战”", "slug": article.slug}}


async def test_one_query_returns_everything_on_a_page(both: Both) -> None:
    await make_site(name="晨报网")
    source, author, editor = await make_source("晨报"), await make_author("王二"), await make_author("李四")
    top = await make_category("情感", slug="qinggan", path="qinggan")
    stories = await make_category("故事", top, slug="gushi", path="qinggan/gushi")
    tag, elsewhere = await make_tag("家庭"), await make_reference("别处", teaser="导语……", is_truncated=True)
    other, hidden = await make_article("另一篇", "<p>第一句。</p>"), await make_draft("未发表")
    await make_collection("hot", [other, hidden, elsewhere], CollectionTail.NEWEST, title="热门")

    article = await make_article(
        "标题",
        "<p>正文“引号”</p><p>👩‍👩‍👧 \\ 第二段</p>",
        published_at=DAY,
        urgency=3,
        source_id=source.id,
        category_id=stories.id,
        credits=(CreditLink(author.id, "王二"), CreditLink(editor.id, "李四", CreditRole.EDITOR)),
        relations=(
            RelationLink(RelationKind.FOLLOW_UP, target_id=other.id),
            RelationLink(target_id=hidden.id),
            RelationLink(RelationKind.BACKGROUND, reference_id=elsewhere.id),
        ),
        tag_ids=(tag.id,),
    )
    data = await both.ask(PAGE, {"id": f"art_{article.id}"})

    found = data["article"]
    assert data["site"] == {"name": "晨报网"}
    assert found["title"] == "标题"
    assert found["url"] == f"/articles/{article.id}-{article.slug}"
    assert found["publishedAt"] == found["listedAt"] == "2026-01-28T01:30:00Z"
    assert found["body"]["html"] == "<p>正文“引号”</p><p>👩‍👩‍👧 \\ 第二段</p>"
    assert found["body"]["text"] == "正文“引号”\n\n👩‍👩‍👧 \\ 第二段"
    assert [block["type"] for block in found["body"]["blocks"]] == ["paragraph", "paragraph"]
    assert found["source"] == {"name": "晨报"}
    assert [step["path"] for step in found["category"]["breadcrumb"]] == ["qinggan", "qinggan/gushi"]
    assert [(credit["name"], credit["role"]) for credit in found["credits"]] == [("王二", "AUTHOR"), ("李四", "EDITOR")]
    assert found["authors"] == [{"name": "王二"}]
    assert found["editors"] == [{"name": "李四"}]
    assert found["tags"] == [{"name": "家庭"}]
    assert found["relations"] == [
        {"kind": "FOLLOW_UP", "position": 0, "target": {"__typename": "Article", "title": "另一篇"}},
        {
            "kind": "BACKGROUND",
            "position": 1,
            "target": {"__typename": "Reference", "title": "别处", "isTruncated": True},
        },
    ]
    assert found["related"]["totalCount"] == 2
    assert found["related"]["edges"][0]["node"]["url"] == other.path
    assert data["hot"]["items"] == [
        {"__typename": "Article", "title": "另一篇"},
        {"__typename": "Reference", "title": "别处"},
        {"__typename": "Article", "title": "标题"},
    ]
    assert len(both.sql) == 1


REFUSED = [
    ('id: "src_1"', "id", "is the id of a Source; this takes ids like art_17"),
    ('id: "art_0"', "id", "is not an id"),
    ('id: "art_-1"', "id", "is not an id"),
    ('id: "art_01"', "id", "is not an id"),
    ('id: "art_１"', "id", "is not an id"),
    ('id: "art_1 "', "id", "is not an id"),
    ('id: "art_1\\n"', "id", "is not an id"),
    ('id: "xyz_1"', "id", "is not an id"),
    ('id: ""', "id", "is not an id"),
    ("id: 17", "id", "is not an id"),
    ('slug: "a\\u0000b"', "slug", "NUL"),
    ('id: "art_1", slug: "x"', "article", "exactly one of id or slug"),
    ("id: null, slug: null", "article", "exactly one of id or slug"),
]


async def test_what_cannot_name_an_article_is_refused_before_the_database_is_asked(both: Both) -> None:
    for argument, field, words in REFUSED:
        code, named, message = await both.refused(f"{{ article({argument}) {{ id }} }}")

        assert (code, named) == ("BAD_USER_INPUT", field), argument
        assert words in message
    assert both.sql == []


async def test_an_article_that_is_not_there_is_null(both: Both) -> None:
    draft = await make_draft()

    for argument in (
        f'id: "art_{draft.id}"',
        'id: "art_9999999999999999999"',
        'id: "art_2147483648"',
        'slug: ""',
        f'slug: "{draft.slug}"',
        'slug: "%"',
        f'id: "art_{draft.id}", slug: null',
    ):
        assert await both.ask(f"{{ article({argument}) {{ id }} }}") == {"article": None}


EVERYWHERE = """
query Everywhere($b: ID!, $a: ID!, $source: ID!, $slug: String!) {
  article(id: $b) { title } slug: article(slug: $slug) { title } node(id: $b) { id } nodes(ids: [$b]) { id }
  articles(where: {ids: [$b]}) { totalCount nodes { title } }
  source(id: $source) { articles { totalCount edges { node { title } } } }
  authors { nodes { articles { totalCount } } } tags { nodes { articles { nodes { title } } } }
  categoryTree { articles { nodes { title } } children { articles { totalCount } } }
  a: article(id: $a) { relations { target { ... on Article { title } } } related { totalCount nodes { title } } }
  collections { nodes { items { title } } }
}
"""


async def test_an_unpublished_article_is_nowhere_and_back_when_published_again(both: Both) -> None:
    source, author, tag = await make_source(), await make_author(), await make_tag()
    below = await make_category("下", await make_category("上"))
    b = await make_article(
        "乙", source_id=source.id, category_id=below.id, credits=(CreditLink(author.id, "x"),), tag_ids=(tag.id,)
    )
    a = await make_article("甲", relations=(RelationLink(target_id=b.id),))
    await make_collection("placed", [b])
    variables = {"b": f"art_{b.id}", "a": f"art_{a.id}", "source": f"src_{source.id}", "slug": b.slug}

    public = await both.ask(EVERYWHERE, variables)
    await unpublish(b)
    hidden = await both.ask(EVERYWHERE, variables)
    await publish(await Draft.get(id=b.id))
    again = await both.ask(EVERYWHERE, variables)

    assert str(public).count("乙") == 9
    assert "乙" not in str(hidden)
    assert hidden["node"] is None
    assert hidden["nodes"] == [None]
    assert [hidden["articles"]["totalCount"], hidden["a"]["related"]["totalCount"]] == [0, 0]
    assert again == public


async def test_publishing_the_target_later_shows_it_without_touching_the_article(both: Both) -> None:
    target = await make_draft("乙")
    reference = await make_reference("乙", target)
    article = await make_article(
        "甲", relations=(RelationLink(reference_id=reference.id), RelationLink(target_id=target.id))
    )
    query = f'{{ article(id: "art_{article.id}") {{ modifiedAt related {{ nodes {{ __typename title }} }} }} }}'

    before = await both.ask(query)
    await publish(target)
    after = await both.ask(query)

    assert before["article"]["related"]["nodes"] == [{"__typename": "Reference", "title": "乙"}]
    assert after["article"]["related"]["nodes"] == [{"__typename": "Article", "title": "乙"}] * 2
    assert after["article"]["modifiedAt"] == before["article"]["modifiedAt"]
