"""Anything by its id, several at once, and collections with their tails."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cms.models.content import SITE_LANGUAGE, SITE_NAME
from cms.snapshots import CreditLink, RelationLink
from cms.words import CollectionTail
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
)
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

NODE = "query($id: ID!) { node(id: $id) { __typename id } }"
NODES = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"


async def make_one_of_each() -> dict[str, str]:
    """The id of one thing of each type, by the name of the type, all of them shown by the article."""
    author, category, source = await make_author(), await make_category(), await make_source()
    reference, tag = await make_reference(), await make_tag()
    article = await make_article(
        source_id=source.id,
        category_id=category.id,
        credits=(CreditLink(author.id, author.name),),
        relations=(RelationLink(reference_id=reference.id),),
        tag_ids=(tag.id,),
    )
    return {
        "Article": f"art_{article.id}",
        "Author": f"aut_{author.id}",
        "Category": f"cat_{category.id}",
        "Collection": f"col_{(await make_collection()).id}",
        "Reference": f"ref_{reference.id}",
        "Source": f"src_{source.id}",
        "Tag": f"tag_{tag.id}",
    }


async def test_what_only_a_draft_uses_is_unknown_to_readers(both: Both) -> None:
    author, source, tag = await make_author(), await make_source(), await make_tag()
    top = await make_category("秘密")
    below = await make_category("更秘密", parent=top)
    reference = await make_reference("草稿里的标题")
    draft = await make_draft(
        source_id=source.id,
        category_id=below.id,
        credits=(CreditLink(author.id, author.name),),
        relations=(RelationLink(reference_id=reference.id),),
        tag_ids=(tag.id,),
    )
    ids = [f"aut_{author.id}", f"src_{source.id}", f"tag_{tag.id}", f"cat_{top.id}", f"ref_{reference.id}"]
    everything = (
        "query($ids: [ID!]!) { nodes(ids: $ids) { id } authors { totalCount } sources { totalCount }"
        " tags { totalCount } categories { totalCount } categoryTree { children { id } }"
        f' author(id: "{ids[0]}") {{ id }} source(slug: "{source.slug}") {{ id }} tag(id: "{ids[2]}") {{ id }}'
        f' category(path: "{top.path}") {{ id }} }}'
    )

    hidden = await both.ask(everything, {"ids": ids})
    await publish(draft)
    shown = await both.ask(everything, {"ids": ids})

    assert hidden["nodes"] == [None] * 5
    assert [hidden[name]["totalCount"] for name in ("authors", "sources", "tags", "categories")] == [0] * 4
    assert hidden["categoryTree"] == []
    assert [hidden[name] for name in ("author", "source", "tag", "category")] == [None] * 4
    assert [node["id"] for node in shown["nodes"]] == ids
    assert shown["categoryTree"] == [{"children": [{"id": f"cat_{below.id}"}]}]


async def test_a_node_of_every_type_is_found_by_its_id(both: Both) -> None:
    ids = await make_one_of_each()

    for kind, global_id in ids.items():
        assert await both.ask(NODE, {"id": global_id}) == {"node": {"__typename": kind, "id": global_id}}
    assert set(ids) == {each.name for each in both.printed.get_possible_types(both.printed.type_map["Node"])}  # type: ignore[arg-type]


async def test_nodes_come_in_the_order_asked_for_with_null_for_what_is_not_there(both: Both) -> None:
    ids = await make_one_of_each()
    draft = await make_draft()
    asked = [
        *reversed(ids.values()),
        f"art_{draft.id}",
        "src_999999",
        "tag_9999999999999999999",
        ids["Tag"],
        ids["Tag"],
    ]

    data = await both.ask(NODES, {"ids": asked})

    found = [node and node["id"] for node in data["nodes"]]
    assert found == [*reversed(ids.values()), None, None, None, ids["Tag"], ids["Tag"]]


async def test_a_hundred_nodes_are_one_statement_and_one_more_is_refused(both: Both) -> None:
    ids = list((await make_one_of_each()).values())

    data = await both.ask(NODES, {"ids": (ids * 15)[:100]})

    assert [node["id"] for node in data["nodes"]] == (ids * 15)[:100]
    assert len(both.sql) == 1
    assert (await both.refused(NODES, {"ids": (ids * 15)[:101]}))[:2] == ("BAD_USER_INPUT", "ids")
    assert await both.ask(NODES, {"ids": []}) == {"nodes": []}


async def test_malformed_ids_are_refused_by_the_argument_s_name(both: Both) -> None:
    for wrong in (
        "",
        "art",
        "art_",
        "art_x",
        "art_1.0",
        "ART_1",
        "art_+1",
        "art_1\0",
        "xyz_1",
        "art_" + "1" * 40,
        "\ud800",
    ):
        assert (await both.refused(NODE, {"id": wrong}))[:2] == ("BAD_USER_INPUT", "id"), wrong
        assert (await both.refused(NODES, {"ids": ["tag_1", wrong]}))[:2] == ("BAD_USER_INPUT", "ids"), wrong
    assert both.sql == []


async def test_fragments_choose_by_the_type_of_each_node(both: Both) -> None:
    ids = await make_one_of_each()
    await both.reread()

    await both.agree(
        "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Item { title url } ...A ... on Node { again: id } "
        "... on Author { kind_: kind name } ... on Source { kind } ... on Collection { items { __typename } } } } "
        "fragment A on Article { body { text } source { name } }",
        {"ids": list(ids.values())},
    )


async def test_a_collection_goes_on_with_its_tail_and_repeats_nothing(both: Both) -> None:
    articles = [
        await make_article(f"{number}", listed_at=DAY - timedelta(days=number), views=number % 3) for number in range(6)
    ]
    known = await make_reference("known", articles[3])
    unknown, hidden = await make_reference("unknown"), await make_draft("hidden")
    expected = {
        CollectionTail.NONE: ["4", "unknown", "3"],
        CollectionTail.NEWEST: ["4", "unknown", "3", "0", "1", "2", "5"],
        CollectionTail.HOT: ["4", "unknown", "3", "5", "2", "1", "0"],
    }
    for tail in CollectionTail:
        await make_collection(tail.lower(), [articles[4], hidden, unknown, known], tail)
    await both.reread()

    for tail, titles in expected.items():
        for first in (1, 3, 4, 100):
            query = f'{{ collection(slug: "{tail.lower()}") {{ items(first: {first}) {{ title __typename }} }} }}'
            data = await both.agree(query)
            assert [item["title"] for item in data["collection"]["items"]] == titles[:first]


async def test_an_article_placed_directly_and_through_a_reference_comes_once(both: Both) -> None:
    article = await make_article("甲")
    reference = await make_reference("甲", article)
    await make_collection("twice", [article, reference, article, reference])

    data = await both.ask('{ collection(slug: "twice") { items { title } } }')

    assert data["collection"]["items"] == [{"title": "甲"}]


async def test_a_reference_placed_twice_comes_once(both: Both) -> None:
    elsewhere, article = await make_reference("别处"), await make_article("甲")
    await make_collection("twice", [elsewhere, article, elsewhere], CollectionTail.NEWEST)

    data = await both.ask('{ collection(slug: "twice") { items { title } } }')

    assert data["collection"]["items"] == [{"title": "别处"}, {"title": "甲"}]


async def test_collection_items_out_of_range_are_refused(both: Both) -> None:
    for first in (0, -1, 101):
        query = f'{{ collection(slug: "x") {{ items(first: {first}) {{ title }} }} }}'
        assert (await both.refused(query))[:2] == ("BAD_USER_INPUT", "first")


async def test_a_site_that_never_said_anything_of_itself_has_a_name_all_the_same(both: Both) -> None:
    nameless = await both.ask("{ site { name tagline url language } }")
    await make_site(name="晨报网", tagline="每天")
    named = await both.ask("{ site { name tagline } }")

    assert nameless == {"site": {"name": SITE_NAME, "tagline": "", "url": "", "language": SITE_LANGUAGE}}
    assert named == {"site": {"name": "晨报网", "tagline": "每天"}}
