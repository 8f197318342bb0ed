"""Sources, authors and tags over HTTP: changing them, listing all of them, and who may."""

from __future__ import annotations

from typing import Any

import pytest

from cms.snapshots import CreditLink
from cms.words import Role
from tests.content import make_article, make_author, make_draft, make_source, make_tag
from tests.newsroom import PROBLEMS, Newsroom

pytestmark = pytest.mark.anyio

REFUSAL = f"{PROBLEMS} ... on VersionConflict {{ expectedVersion currentVersion }}"
NOUNS = {"source": "src", "author": "aut", "tag": "tag"}
MORE = {"source": "kind url creditLine", "author": "kind description", "tag": "mediaTopic"}
SPECIAL: dict[str, dict[str, str]] = {
    "source": {"kind": "AGENCY", "url": "https://a.test", "creditLine": "图：甲"},
    "author": {"kind": "ORGANIZATION", "description": "一\n二"},
    "tag": {"mediaTopic": "medtop:01000000"},
}
each_noun = pytest.mark.parametrize("noun", NOUNS)


async def act(newsroom: Newsroom, verb: str, noun: str, role: Role = Role.EDITOR, /, **input_: Any) -> Any:
    """The answer to createSource, updateTag, deleteAuthor, mergeTags…"""
    name = f"{verb}{noun.capitalize()}" + ("s" if verb == "merge" else "")
    kind = {"delete": "Delete", "merge": "Merge"}.get(verb, f"{name[:1].upper()}{name[1:]}")
    shown = f"... on {noun.capitalize()}Payload {{ {noun} {{ id name slug version {MORE[noun]} }} }}"
    payload = "... on DeletePayload { id }" if verb == "delete" else shown
    query = f"mutation($input: {kind}Input!) {{ {name}(input: $input) {{ __typename {payload} {REFUSAL} }} }}"
    return (await newsroom.ask(query, role, input=input_))[name]


@each_noun
async def test_it_is_made_changed_and_deleted(newsroom: Newsroom, noun: str) -> None:
    made = (await act(newsroom, "create", noun, name="新华社", **SPECIAL[noun]))[noun]
    changed = await act(newsroom, "update", noun, id=made["id"], expectedVersion=1, name="新华网", slug="xinhua")
    gone = await act(newsroom, "delete", noun, id=made["id"], expectedVersion=2)
    again = await act(newsroom, "delete", noun, id=made["id"], expectedVersion=2)

    assert made == {"id": made["id"], "name": "新华社", "slug": "xinhuashe", "version": 1} | SPECIAL[noun]
    assert changed[noun] == made | {"name": "新华网", "slug": "xinhua", "version": 2}
    assert gone == {"__typename": "DeletePayload", "id": made["id"]}
    assert (again["__typename"], again["code"]) == ("NotFound", "NOT_FOUND")


@each_noun
async def test_refusals_are_typed_and_name_the_field(newsroom: Newsroom, noun: str) -> None:
    made = (await act(newsroom, "create", noun, name="甲", slug="a"))[noun]
    taken = await act(newsroom, "create", noun, name="乙", slug="a")
    stale = await act(newsroom, "update", noun, id=made["id"], expectedVersion=7, name="丙")
    alien = await act(newsroom, "update", noun, id="art_1", expectedVersion=1, name="丙")
    large = await act(newsroom, "delete", noun, id=f"{NOUNS[noun]}_99999999999", expectedVersion=1)
    itself = await act(
        newsroom, "merge", noun, id=made["id"], expectedVersion=1, intoId=made["id"], intoExpectedVersion=1
    )

    assert taken["__typename"] == "ValidationFailed"
    assert taken["problems"] == [{"path": "slug", "message": f"{made['id']} has it already: 甲"}]
    assert (stale["__typename"], stale["expectedVersion"], stale["currentVersion"]) == ("VersionConflict", 7, 1)
    assert [problem["path"] for problem in alien["problems"]] == ["id"]
    assert large["__typename"] == "NotFound"
    assert [problem["path"] for problem in itself["problems"]] == ["intoId"]


@each_noun
async def test_what_is_merged_shows_under_the_other_and_leads_there(newsroom: Newsroom, noun: str) -> None:
    made = {"source": make_source, "author": make_author, "tag": make_tag}[noun]
    old, new = await made("旧"), await made("新")
    links = {"source": {"source_id": old.id}, "tag": {"tag_ids": (old.id,)}}
    links |= {"author": {"credits": (CreditLink(old.id, "旧"),)}}
    article = await make_article(**links[noun])
    prefix = NOUNS[noun]

    merged = await act(
        newsroom,
        "merge",
        noun,
        id=f"{prefix}_{old.id}",
        expectedVersion=1,
        intoId=f"{prefix}_{new.id}",
        intoExpectedVersion=1,
    )

    found = "id name articles { nodes { id } totalCount }"
    data = await newsroom.ask(
        f"""query($id: ID!, $slug: String!) {{ byId: {noun}(id: $id) {{ {found} }} bySlug: {noun}(slug: $slug) {{ id }}
          node(id: $id) {{ id }} nodes(ids: [$id, "{prefix}_{new.id}", "{prefix}_999"]) {{ id }} }}""",
        Role.READER,
        id=f"{prefix}_{old.id}",
        slug=old.slug,
    )
    survivor = {"id": f"{prefix}_{new.id}"}
    assert merged[noun]["id"] == survivor["id"]
    articles = {"nodes": [{"id": f"art_{article.id}"}], "totalCount": 1}
    assert data["byId"] == survivor | {"name": "新", "articles": articles}
    assert data["bySlug"] == data["node"] == survivor
    assert data["nodes"] == [survivor, survivor, None]


@each_noun
async def test_writers_list_all_of_them_and_readers_none(newsroom: Newsroom, noun: str) -> None:
    made = {"source": make_source, "author": make_author, "tag": make_tag}[noun]
    for name in ("临江日报", "ABC Daily", "100%"):
        await made(name)
    query = f"query($search: String) {{ all{noun.capitalize()}s(search: $search) {{ totalCount nodes {{ name }} }} }}"

    async def names(search: str | None) -> list[str]:
        page = (await newsroom.ask(query, Role.CONTRIBUTOR, search=search))[f"all{noun.capitalize()}s"]
        assert page["totalCount"] == len(page["nodes"])
        return sorted(node["name"] for node in page["nodes"])

    assert await names(None) == ["100%", "ABC Daily", "临江日报"]
    assert await names("日报") == ["临江日报"]
    assert await names("ａｂｃ") == ["ABC Daily"]
    assert await names("%") == ["100%"]
    assert await names("_") == []
    answer = await newsroom.client.post("/graphql", json={"query": query}, headers=newsroom.headers[Role.READER])
    assert answer.json()["data"] == {f"all{noun.capitalize()}s": None}
    assert [error["extensions"]["code"] for error in answer.json()["errors"]] == ["FORBIDDEN"]


MUTATIONS = {
    "createSource": 'createSource(input: {name: "x"})',
    "updateAuthor": 'updateAuthor(input: {id: "aut_1", expectedVersion: 1, name: "x"})',
    "deleteTag": 'deleteTag(input: {id: "tag_1", expectedVersion: 1})',
    "mergeAuthors": 'mergeAuthors(input: {id: "aut_1", expectedVersion: 1, intoId: "aut_2", intoExpectedVersion: 1})',
    "createCategory": 'createCategory(input: {name: "x"})',
    "updateCategory": 'updateCategory(input: {id: "cat_1", expectedVersion: 1})',
    "moveCategory": 'moveCategory(input: {id: "cat_1", expectedVersion: 1})',
    "deleteCategory": 'deleteCategory(input: {id: "cat_1", expectedVersion: 1})',
    "createCollection": 'createCollection(input: {slug: "x", title: "x"})',
    "setCollectionItems": 'setCollectionItems(input: {id: "col_1", expectedVersion: 1, itemIds: []})',
    "pinItem": 'pinItem(input: {id: "col_1", expectedVersion: 1, itemId: "art_1"})',
    "createReference": 'createReference(input: {title: "x"})',
    "deleteReference": 'deleteReference(input: {id: "ref_1", expectedVersion: 1})',
    "updateSite": 'updateSite(input: {expectedVersion: 0, name: "x"})',
}


async def test_only_editors_and_above_may_change_any_of_it(newsroom: Newsroom) -> None:
    for name, mutation in MUTATIONS.items():
        for role in Role:
            data = await newsroom.ask(f"mutation {{ {mutation} {{ __typename }} }}", role)
            is_refused = data[name]["__typename"] == "Forbidden"
            assert is_refused == (role in {Role.READER, Role.CONTRIBUTOR}), (name, role)


async def test_what_only_drafts_use_is_still_hidden_after_a_merge(newsroom: Newsroom) -> None:
    old, new = await make_source("旧"), await make_source("新")
    await make_draft(source_id=old.id)

    merged = await act(
        newsroom,
        "merge",
        "source",
        id=f"src_{old.id}",
        expectedVersion=1,
        intoId=f"src_{new.id}",
        intoExpectedVersion=1,
    )
    data = await newsroom.ask(
        f'{{ source(slug: "{old.slug}") {{ id }} node(id: "src_{old.id}") {{ id }} sources {{ totalCount }} }}',
        Role.READER,
    )

    assert merged["__typename"] == "SourcePayload"
    assert data == {"source": None, "node": None, "sources": {"totalCount": 0}}
