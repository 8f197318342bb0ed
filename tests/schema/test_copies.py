"""Copies as readers and editors see them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cms import previews, publishing, syndication
from cms.db import Database
from cms.editing import update_draft
from cms.edits import Edits
from cms.models import Draft
from cms.words import Role
from tests.content import EDITOR, make_category, make_draft, make_source, make_tag
from tests.copied import changed, make_copy, paragraphs, words
from tests.newsroom import PROBLEMS, Newsroom
from tests.schema.shown import Reader

pytestmark = pytest.mark.anyio
MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)


async def make_story(**content: Any) -> list[int]:
    """The ids of three copies of one text, the lead first, and of an article without copies."""
    found = [(await make_copy(words(1), f"稿{n}", published_at=MONDAY + n * DAY, **content)).id for n in range(3)]
    return [*found, (await make_copy(words(2), "另一篇", published_at=MONDAY + 5 * DAY, **content)).id]


def ids(connection: Any) -> list[int]:
    return [int(node["id"].removeprefix("art_")) for node in connection["nodes"]]


async def test_an_article_names_its_copies_and_the_one_that_leads(database: Database) -> None:
    source = await make_source("江城日报")
    first, second, third, alone = await make_story(source_id=source.id)
    reader = Reader(database)
    query = """query($id: ID!) { article(id: $id) { canonical { id }
      copies(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { id publishedAt source { name } } } } }"""

    article = (await reader.ask(query, id=f"art_{second}"))["article"]

    assert reader.statements == 1
    assert article["canonical"] == {"id": f"art_{first}"}
    copies = article["copies"]
    assert (copies["totalCount"], copies["pageInfo"]["hasNextPage"]) == (2, True)
    assert copies["nodes"] == [
        {"id": f"art_{first}", "publishedAt": "2026-03-02T08:00:00Z", "source": {"name": "江城日报"}}
    ]
    rest = "query($id: ID!, $after: String) { article(id: $id) { copies(after: $after) { nodes { id } } } }"
    data = await reader.ask(rest, id=f"art_{second}", after=copies["pageInfo"]["endCursor"])
    assert ids(data["article"]["copies"]) == [third]
    for number in (first, alone):
        assert (await reader.ask(query, id=f"art_{number}"))["article"]["canonical"] == {"id": f"art_{number}"}
    assert (await reader.ask(query, id=f"art_{alone}"))["article"]["copies"]["totalCount"] == 0


async def test_lists_leave_copies_out_when_asked(database: Database) -> None:
    source, category, tag = await make_source(), await make_category(), await make_tag()
    first, second, third, alone = await make_story(source_id=source.id, category_id=category.id, tag_ids=(tag.id,))
    reader = Reader(database)
    listed = "articles(collapseCopies: %s) { totalCount nodes { id } }"
    query = f"""{{ whole: {listed % "false"} {listed % "true"} source(id: "src_{source.id}") {{ {listed % "true"} }}
      category(id: "cat_{category.id}") {{ {listed % "true"} }} tag(id: "tag_{tag.id}") {{ {listed % "true"} }} }}"""

    data = await reader.ask(query)

    assert reader.statements == 1
    assert ids(data["whole"]) == [alone, third, second, first]
    for place in (data, data["source"], data["category"], data["tag"]):
        assert (ids(place["articles"]), place["articles"]["totalCount"]) == ([alone, first], 2)


async def test_a_filtered_list_shows_the_first_of_each_story_that_it_has(database: Database) -> None:
    sources = [await make_source() for _ in range(2)]
    await make_copy(words(1), published_at=MONDAY, source_id=sources[0].id)
    second = await make_copy(words(1), published_at=MONDAY + DAY, source_id=sources[1].id)
    await make_copy(words(1), published_at=MONDAY + 2 * DAY, source_id=sources[1].id)
    where = f'where: {{source: {{id: "src_{sources[1].id}"}}}}'
    query = f"""{{ articles({where}, collapseCopies: true) {{ totalCount nodes {{ id }} }}
      source(id: "src_{sources[1].id}") {{ articles(collapseCopies: true) {{ totalCount nodes {{ id }} }} }} }}"""

    data = await Reader(database).ask(query)

    for place in (data, data["source"]):
        assert (ids(place["articles"]), place["articles"]["totalCount"]) == ([second.id], 1)


async def test_readers_learn_nothing_of_drafts(database: Database) -> None:
    article = await make_copy(words(1), "公开的", published_at=MONDAY)
    await make_draft("还没公开", paragraphs(words(1)))
    edited = await make_copy(words(2), "改过的", published_at=MONDAY)
    await update_draft(EDITOR, edited.id, Edits({"html": paragraphs(words(1))}), expected_version=2)
    await syndication.mark_copy(EDITOR, article.id, edited.id)
    await syndication.forget_copy_verdict(EDITOR, article.id, edited.id)
    query = "{ articles { nodes { id canonical { id } copies { totalCount nodes { id } } } } }"

    data = await Reader(database).ask(query)

    assert all(node["copies"] == {"totalCount": 0, "nodes": []} for node in data["articles"]["nodes"])
    assert all(node["canonical"] == {"id": node["id"]} for node in data["articles"]["nodes"])


async def test_a_preview_and_history_have_no_copies_of_another_form_of_an_article(database: Database) -> None:
    first, second, third, _alone = await make_story()
    await update_draft(EDITOR, first, Edits({"title": "新题"}), expected_version=2)
    link = await previews.make_link(EDITOR, first)
    reader = Reader(database)
    shown = "id title canonical { id } copies { totalCount nodes { id canonical { id } } }"

    preview = (await reader.ask(f'{{ article(preview: "{link.secret}") {{ {shown} }} }}'))["article"]
    draft = await Draft.get(id=first)
    await publishing.publish(EDITOR, first, expected_version=draft.version)
    now = (await reader.ask(f'{{ article(id: "art_{first}") {{ {shown} }} }}'))["article"]

    assert preview["copies"] == {"totalCount": 0, "nodes": []}
    assert preview["canonical"] == {"id": f"art_{first}"}
    assert ids(now["copies"]) == [second, third]
    moment = datetime.now(UTC).isoformat()
    query = f'{{ articles(asOf: "{moment}", collapseCopies: true) {{ totalCount nodes {{ {shown} }} }} }}'
    assert (await reader.ask(query))["articles"]["totalCount"] == 2


async def test_without_its_lead_a_story_is_led_by_the_next_in_a_preview(database: Database) -> None:
    first, second, third, alone = await make_story()
    link = await previews.make_link(EDITOR, first)
    reader = Reader(database)

    query = f"""{{ article(preview: "{link.secret}") {{ source {{ id }} }} }}"""
    await reader.ask(query)
    await update_draft(EDITOR, first, Edits({"title": "新题"}), expected_version=2)
    source = await make_source()
    await update_draft(EDITOR, first, Edits({"source_id": source.id}), expected_version=3)
    query = f"""{{ article(preview: "{link.secret}") {{ source {{ articles(collapseCopies: true) {{ nodes {{ id }} }} }}
      copies {{ nodes {{ id }} }} }} }}"""
    data = await reader.ask(query)

    assert ids(data["article"]["source"]["articles"]) == [first]
    assert {second, third, alone}.isdisjoint(ids(data["article"]["copies"]))


DUPLICATES = """query($id: ID!) { draft(id: $id) { possibleDuplicates { similarity isMarked
  draft { id title status source { name } head { publishedAt } } } } }"""


async def test_editors_see_what_a_draft_looks_like_as_far_as_they_may(newsroom: Newsroom) -> None:
    source = await make_source("江城日报")
    near = await make_copy(changed(words(1)), "相近", source_id=source.id, published_at=MONDAY)
    same = await make_draft("相同", paragraphs(words(1)))
    marked = await make_draft("手动", paragraphs(words(2)))
    trashed = await make_draft("废稿", paragraphs(words(1)))
    await newsroom.act("trashArticle", id=f"art_{trashed.id}", expectedVersion=1)
    made = await newsroom.create(Role.CONTRIBUTOR, html=paragraphs(words(1)))
    number = made["draft"]["id"]
    await syndication.mark_copy(EDITOR, marked.id, int(number.removeprefix("art_")))

    seen = (await newsroom.ask(DUPLICATES, Role.EDITOR, id=number))["draft"]["possibleDuplicates"]
    by_contributor = (await newsroom.ask(DUPLICATES, Role.CONTRIBUTOR, id=number))["draft"]["possibleDuplicates"]

    assert [each["draft"]["id"] for each in seen] == [f"art_{same.id}", f"art_{near.id}", f"art_{marked.id}"]
    assert [each["isMarked"] for each in seen] == [False, False, True]
    assert seen[0]["similarity"] == 1000
    assert 500 <= seen[1]["similarity"] < 1000
    assert seen[2]["similarity"] is None
    assert seen[1]["draft"] == {
        "id": f"art_{near.id}",
        "title": "相近",
        "status": "PUBLISHED",
        "source": {"name": "江城日报"},
        "head": {"publishedAt": "2026-03-02T08:00:00Z"},
    }
    assert by_contributor == []


async def test_editors_decide_over_http(newsroom: Newsroom) -> None:
    first, second, third, alone = await make_story()
    pair = f"""mutation($id: ID!, $other: ID!) {{ %s(id: $id, otherId: $other) {{ __typename
      ... on DraftPayload {{ draft {{ id article {{ copies {{ nodes {{ id }} }} }} }} }} {PROBLEMS} }} }}"""
    lead = f"""mutation($id: ID!) {{ chooseLead(id: $id) {{ __typename
      ... on DraftPayload {{ draft {{ article {{ canonical {{ id }} }} }} }} {PROBLEMS} }} }}"""

    chosen = (await newsroom.ask(lead, Role.EDITOR, id=f"art_{third}"))["chooseLead"]
    refused = (await newsroom.ask(lead, Role.EDITOR, id=f"art_{alone}"))["chooseLead"]
    forbidden = (await newsroom.ask(lead, Role.CONTRIBUTOR, id=f"art_{third}"))["chooseLead"]

    assert chosen["draft"]["article"]["canonical"] == {"id": f"art_{third}"}
    assert (refused["__typename"], refused["problems"][0]["path"]) == ("ValidationFailed", "id")
    assert forbidden["__typename"] == "Forbidden"
    found = {}
    for name, other in (("markCopy", alone), ("dismissCopy", alone), ("forgetCopyVerdict", alone)):
        given = {"id": f"art_{first}", "other": f"art_{other}"}
        answer = (await newsroom.ask(pair % name, Role.EDITOR, **given))[name]
        found[name] = set(ids(answer["draft"]["article"]["copies"]))
    assert found == {
        "markCopy": {second, third, alone},
        "dismissCopy": {second, third},
        "forgetCopyVerdict": {second, third},
    }
