"""Categories, collections, references and the site over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from cms import publishing
from cms.models import Article, Draft
from cms.snapshots import RelationLink
from cms.words import Role
from tests.content import EDITOR, make_article, make_category, make_draft, make_reference, publish
from tests.newsroom import PROBLEMS, Newsroom

pytestmark = pytest.mark.anyio

REFUSAL = f"{PROBLEMS} ... on VersionConflict {{ expectedVersion currentVersion }}"
PAYLOADS = {
    "Category": "... on CategoryPayload { position category { id name slug path depth version parent { id } } }",
    "Collection": "... on CollectionPayload { collection { id slug title tail version items { title } } }",
    "Reference": "... on ReferencePayload { reference { id title teaser url isTruncated version } }",
    "Site": "... on SitePayload { site { name tagline url language version } }",
    "Delete": "... on DeletePayload { id }",
}


async def act(newsroom: Newsroom, name: str, payload: str, input_type: str = "", /, **input_: Any) -> Any:
    """The answer to a mutation of an editor."""
    kind = input_type or f"{name[0].upper()}{name[1:]}Input"
    query = f"""mutation($input: {kind}!) {{ {name}(input: $input) {{
      __typename {PAYLOADS[payload]} {REFUSAL if payload != "Site" else "... on Refusal { code }"} }} }}"""
    return (await newsroom.ask(query, Role.EDITOR, input=input_))[name]


async def test_a_tree_is_grown_moved_merged_and_pruned(newsroom: Newsroom) -> None:
    async def make(name: str, parent: Any = None) -> Any:
        made = await act(newsroom, "createCategory", "Category", name=name, parentId=parent and parent["id"])
        return made["category"]

    news, local = await make("要闻"), await make("地方")
    town = await make("县城", local)
    leaf = await make("废")
    moved = await act(newsroom, "moveCategory", "Category", id=local["id"], expectedVersion=1, parentId=news["id"])
    first = await act(newsroom, "moveCategory", "Category", id=leaf["id"], expectedVersion=1, position=0)
    merged = await act(
        newsroom,
        "mergeCategories",
        "Category",
        "MergeInput",
        id=local["id"],
        expectedVersion=2,
        intoId=news["id"],
        intoExpectedVersion=1,
    )
    pruned = await act(newsroom, "deleteCategory", "Delete", "DeleteInput", id=leaf["id"], expectedVersion=2)
    renamed = await act(newsroom, "updateCategory", "Category", id=news["id"], expectedVersion=1, slug="news")

    assert town["path"] == "difang/xiancheng"
    assert (moved["category"]["path"], moved["category"]["parent"]) == ("yaowen/difang", {"id": news["id"]})
    assert (moved["position"], first["position"]) == (0, 0)
    assert merged["category"]["id"] == news["id"]
    assert pruned == {"__typename": "DeletePayload", "id": leaf["id"]}
    assert renamed["category"] == news | {"slug": "news", "path": "news", "version": 2}
    listed = await newsroom.ask(
        """{ allCategories { nodes { position category { path } } }
          found: allCategories(search: "县") { nodes { category { path } } } }""",
        Role.CONTRIBUTOR,
    )
    assert [(node["category"]["path"], node["position"]) for node in listed["allCategories"]["nodes"]] == [
        ("news", 0),
        ("news/xiancheng", 0),
    ]
    assert listed["found"] == {"nodes": [{"category": {"path": "news/xiancheng"}}]}


async def test_refusals_of_the_tree_are_typed(newsroom: Newsroom) -> None:
    top = await make_category("Top")
    child = await make_category("Child", top)

    below = await act(
        newsroom, "moveCategory", "Category", id=f"cat_{top.id}", expectedVersion=1, parentId=f"cat_{child.id}"
    )
    stale = await act(newsroom, "updateCategory", "Category", id=f"cat_{top.id}", expectedVersion=3, name="x")
    nowhere = await act(newsroom, "createCategory", "Category", name="x", parentId="cat_999")
    alien = await act(newsroom, "createCategory", "Category", name="x", parentId="tag_1")
    used = await act(newsroom, "deleteCategory", "Delete", "DeleteInput", id=f"cat_{top.id}", expectedVersion=1)

    assert [problem["path"] for problem in below["problems"]] == ["parentId"]
    assert (stale["__typename"], stale["currentVersion"]) == ("VersionConflict", 1)
    assert nowhere["__typename"] == "NotFound"
    assert [problem["path"] for problem in alien["problems"]] == ["parentId"]
    assert "1 categories below it" in used["problems"][0]["message"]


PLACED = """query($id: ID!) { placedItems(collectionId: $id) { totalCount nodes {
  position isPublic draft { id title } reference { id title } } } }"""


async def test_a_front_page_is_arranged(newsroom: Newsroom) -> None:
    article, other, reference = await make_article("甲"), await make_article("乙"), await make_reference("别处")
    ids = {each: f"art_{each.id}" for each in (article, other)} | {reference: f"ref_{reference.id}"}
    made = await act(newsroom, "createCollection", "Collection", slug="front", title="头版", tail="NONE")
    number = made["collection"]["id"]

    filled = await act(
        newsroom,
        "setCollectionItems",
        "Collection",
        id=number,
        expectedVersion=1,
        itemIds=[ids[article], ids[reference]],
    )
    pinned = await act(
        newsroom, "pinItem", "Collection", "PlaceItemInput", id=number, expectedVersion=2, itemId=ids[other], position=1
    )
    moved = await act(
        newsroom,
        "moveItem",
        "Collection",
        "PlaceItemInput",
        id=number,
        expectedVersion=3,
        itemId=ids[reference],
        position=0,
    )
    taken = await act(newsroom, "unpinItem", "Collection", id=number, expectedVersion=4, itemId=ids[article])
    changed = await act(newsroom, "updateCollection", "Collection", id=number, expectedVersion=5, tail="NEWEST")
    stale = await act(newsroom, "setCollectionItems", "Collection", id=number, expectedVersion=5, itemIds=[])
    gone = await act(newsroom, "deleteCollection", "Delete", "DeleteInput", id=number, expectedVersion=6)

    shown = [
        [item["title"] for item in each["collection"]["items"]] for each in (filled, pinned, moved, taken, changed)
    ]
    assert shown == [
        ["甲", "别处"],
        ["甲", "乙", "别处"],
        ["别处", "甲", "乙"],
        ["别处", "乙"],
        ["别处", "乙", "甲"],
    ]
    assert (stale["__typename"], stale["currentVersion"]) == ("VersionConflict", 6)
    assert gone["id"] == number


async def test_what_is_pinned_before_it_is_public_shows_when_it_is(newsroom: Newsroom) -> None:
    draft = await make_draft("秘密")
    made = await act(newsroom, "createCollection", "Collection", slug="front", title="头版")
    number = made["collection"]["id"]
    pinned = await act(
        newsroom, "pinItem", "Collection", "PlaceItemInput", id=number, expectedVersion=1, itemId=f"art_{draft.id}"
    )
    public = "query($id: ID!) { collection(id: $id) { items { title } } }"

    before = await newsroom.ask(public, Role.READER, id=number)
    known = await newsroom.ask(PLACED, Role.EDITOR, id=number)
    refused = await newsroom.client.post(
        "/graphql",
        json={"query": PLACED, "variables": {"id": number}},
        headers=newsroom.headers[Role.CONTRIBUTOR],
    )
    await publish(draft)
    after = await newsroom.ask(public, Role.READER, id=number)

    assert pinned["collection"]["items"] == before["collection"]["items"] == []
    item = {"position": 0, "isPublic": False, "draft": {"id": f"art_{draft.id}", "title": "秘密"}, "reference": None}
    assert known["placedItems"] == {"totalCount": 1, "nodes": [item]}
    assert refused.json()["data"] == {"placedItems": None}
    assert after["collection"]["items"] == [{"title": "秘密"}]


async def test_items_that_cannot_be_placed_are_named(newsroom: Newsroom) -> None:
    article = await make_article()
    made = await act(newsroom, "createCollection", "Collection", slug="front", title="头版")
    number = made["collection"]["id"]

    async def paths(*ids: str) -> list[str]:
        answer = await act(
            newsroom, "setCollectionItems", "Collection", id=number, expectedVersion=1, itemIds=list(ids)
        )
        return [problem["path"] for problem in answer["problems"]]

    assert await paths(f"art_{article.id}", "cat_1") == ["itemIds.1"]
    assert await paths("art_999", f"art_{article.id}", "ref_99999999999", f"art_{article.id}") == [
        "itemIds.0",
        "itemIds.2",
        "itemIds.3",
    ]


async def test_a_reference_is_made_pointed_and_deleted(newsroom: Newsroom) -> None:
    article = await make_article("甲")
    made = await act(newsroom, "createReference", "Reference", title="乙", url="https://a.test", teaser="一\n二")
    number = made["reference"]["id"]
    changed = await act(newsroom, "updateReference", "Reference", id=number, expectedVersion=1, isTruncated=True)
    pointed = await act(
        newsroom, "setReferenceTarget", "Reference", id=number, expectedVersion=2, targetId=f"art_{article.id}"
    )
    query = '{ allReferences(search: "乙") { nodes { reference { id version } target { id } } } }'
    listed = await newsroom.ask(query, Role.EDITOR)
    unseen = await newsroom.ask(query, Role.CONTRIBUTOR)
    cleared = await act(newsroom, "setReferenceTarget", "Reference", id=number, expectedVersion=3)
    wrong = await act(newsroom, "updateReference", "Reference", id=number, expectedVersion=4, url="javascript:x")
    await make_article(relations=(RelationLink(reference_id=int(number.partition("_")[2])),))
    used = await act(newsroom, "deleteReference", "Delete", "DeleteInput", id=number, expectedVersion=4)

    assert made["reference"]["isTruncated"] is False
    assert changed["reference"] == made["reference"] | {"isTruncated": True, "version": 2}
    assert pointed["reference"]["version"] == 3
    entry = {"reference": {"id": number, "version": 3}, "target": {"id": f"art_{article.id}"}}
    assert listed["allReferences"]["nodes"] == [entry]
    assert unseen["allReferences"]["nodes"] == [entry | {"target": None}]
    assert cleared["reference"]["version"] == 4
    assert [problem["path"] for problem in wrong["problems"]] == ["url"]
    assert "1 public articles" in used["problems"][0]["message"]


async def test_a_reference_becomes_the_article_it_is_pointed_at(newsroom: Newsroom) -> None:
    target, reference = await make_article("甲"), await make_reference("别处")
    page = await make_article(relations=(RelationLink(reference_id=reference.id),))
    related = f'{{ article(id: "art_{page.id}") {{ related {{ nodes {{ __typename title }} }} }} }}'

    before = await newsroom.ask(related, Role.READER)
    await act(
        newsroom,
        "setReferenceTarget",
        "Reference",
        id=f"ref_{reference.id}",
        expectedVersion=1,
        targetId=f"art_{target.id}",
    )
    after = await newsroom.ask(related, Role.READER)
    row = await Draft.get(id=(await Article.get(id=target.id)).id)
    await publishing.unpublish(EDITOR, row.id, expected_version=row.version)
    hidden = await newsroom.ask(related, Role.READER)

    assert before["article"]["related"]["nodes"] == [{"__typename": "Reference", "title": "别处"}]
    assert after["article"]["related"]["nodes"] == [{"__typename": "Article", "title": "甲"}]
    assert hidden == before


async def test_the_site_says_by_which_clock_its_newsroom_goes(newsroom: Newsroom) -> None:
    before = await newsroom.ask("{ site { timeZone } }", Role.READER)
    refused = await act(newsroom, "updateSite", "Site", expectedVersion=0, timeZone="Mars/Olympus")
    empty = await act(newsroom, "updateSite", "Site", expectedVersion=0, timeZone="")
    await act(newsroom, "updateSite", "Site", expectedVersion=0, timeZone="Europe/Berlin")
    after = await newsroom.ask("{ site { timeZone } }", Role.READER)

    assert before["site"] == {"timeZone": "Asia/Shanghai"}
    assert (refused["code"], empty["code"]) == ("BAD_USER_INPUT", "BAD_USER_INPUT")
    assert after["site"] == {"timeZone": "Europe/Berlin"}


async def test_the_site_says_something_else(newsroom: Newsroom) -> None:
    version = (await newsroom.ask("{ site { version name } }", Role.READER))["site"]["version"]
    named = await act(newsroom, "updateSite", "Site", expectedVersion=version, name="晨报网", url="https://a.test")
    stale = await act(newsroom, "updateSite", "Site", expectedVersion=version, name="x")
    seen = await newsroom.ask("{ site { name url version } }", Role.READER)

    assert version == 0
    assert named["site"] == {
        "name": "晨报网",
        "tagline": "",
        "url": "https://a.test",
        "language": "zh-Hans",
        "version": 1,
    }
    assert (stale["__typename"], stale["code"]) == ("VersionConflict", "VERSION_CONFLICT")
    assert seen["site"] == {"name": "晨报网", "url": "https://a.test", "version": 1}
