"""Related articles over GraphQL: what editors linked, then what is computed, nothing twice and nothing hidden."""

from __future__ import annotations

from typing import Any

import pytest

from cms.db import Database
from cms.models import Article, Copy, Draft, Relation
from cms.permissions import Viewer
from cms.settings import Settings
from cms.snapshots import RelationLink
from cms.words import RelatedKind, RelationKind, Role
from schema.build import make_schema
from schema.context import Context
from tests.accounts import make_user, viewer_of
from tests.content import make_reference, unpublish
from tests.related import BRIDGE, BRIDGE_AGAIN, BRIDGE_LATER, SCHOOL, draft_of, fill, follow, write

pytestmark = pytest.mark.anyio

RELATED = """query($id: ID!, $mode: RelatedMode, $first: Int, $after: String) { article(id: $id) {
    related(mode: $mode, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      edges { cursor kind reason score node { __typename title } } } } }"""


class Asking:
    """Asks, and counts the statements."""

    def __init__(self, database: Database, viewer: Viewer | None = None) -> None:
        self.database = database
        self.schema = make_schema(database, Settings(_env_file=None))
        self.context = Context(viewer=viewer) if viewer else Context()

    async def ask(self, query: str, **variables: Any) -> Any:
        before = self.database.statements
        result = await self.schema.execute(query, variable_values=variables, context_value=self.context)
        assert result.errors is None, result.errors
        assert self.database.statements == before + 1
        return result.data

    async def related(self, article: Article | Draft, **variables: Any) -> Any:
        found = (await self.ask(RELATED, id=f"art_{article.id}", **variables))["article"]
        return found and found["related"]

    async def titles(self, article: Article | Draft, **variables: Any) -> list[str]:
        return [edge["node"]["title"] for edge in (await self.related(article, **variables))["edges"]]


async def test_links_come_first_and_then_what_is_close_with_its_reason(database: Database) -> None:
    await fill()
    reference = await make_reference("别处的大桥")
    school, close = await write(SCHOOL), await write(BRIDGE_AGAIN)
    links = (RelationLink(RelationKind.FOLLOW_UP, reference_id=reference.id), RelationLink(target_id=school.id))
    article = await write(BRIDGE, relations=links)
    await follow(database)

    found = await Asking(database).related(article)

    assert found["totalCount"] == 3
    edges = found["edges"]
    assert [edge["kind"] for edge in edges] == ["FOLLOW_UP", "RELATED", "SIMILAR"]
    assert [edge["node"]["title"] for edge in edges] == ["别处的大桥", school.title, close.title]
    assert [(edge["reason"], edge["score"]) for edge in edges[:2]] == [([], None)] * 2
    assert "大桥" in edges[2]["reason"]
    assert 0 < edges[2]["score"] <= 1000


async def test_each_half_can_be_had_alone(database: Database) -> None:
    await fill()
    school, close = await write(SCHOOL), await write(BRIDGE_AGAIN)
    article = await write(BRIDGE, relations=(RelationLink(target_id=school.id),))
    await follow(database)
    asking = Asking(database)

    assert await asking.titles(article, mode="EDITORIAL") == [school.title]
    assert await asking.titles(article, mode="COMPUTED") == [close.title]
    assert await asking.titles(article, mode="BOTH") == [school.title, close.title]
    assert await asking.titles(article, mode=None) == [school.title, close.title]


@pytest.mark.parametrize("by_reference", [False, True])
async def test_what_is_linked_is_not_computed_again(database: Database, by_reference: bool) -> None:
    await fill()
    close = await write(BRIDGE_AGAIN)
    reference = await make_reference("大桥", close)
    link = RelationLink(reference_id=reference.id) if by_reference else RelationLink(target_id=close.id)
    article = await write(BRIDGE, relations=(link,))
    await follow(database)
    asking = Asking(database)

    assert await asking.titles(article) == [close.title]
    assert await asking.titles(article, mode="COMPUTED") == []


async def test_pages_lead_through_both_halves_once(database: Database) -> None:
    await fill()
    linked = [await write(SCHOOL) for _ in range(2)]
    for _ in range(3):
        await write(BRIDGE_AGAIN)
    article = await write(BRIDGE, relations=tuple(RelationLink(target_id=row.id) for row in linked))
    await Copy.all().delete()
    await follow(database)
    asking = Asking(database)
    whole = (await asking.related(article))["edges"]
    assert len(whole) == 5

    for size in (1, 2, 3):
        turned, cursor, goes_on = [], None, True
        while goes_on:
            page = await asking.related(article, first=size, after=cursor)
            turned += page["edges"]
            cursor, goes_on = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
        assert turned == whole


async def test_what_is_no_longer_public_is_hidden_at_once(database: Database) -> None:
    await fill()
    article, close = await write(BRIDGE), await write(BRIDGE_AGAIN)
    await follow(database)
    assert await Asking(database).titles(article) == [close.title]

    await unpublish(close)

    found = await Asking(database).related(article)
    assert (found["totalCount"], found["edges"]) == (0, [])


async def test_of_a_story_its_lead_is_shown_and_no_copy_of_what_is_there(database: Database) -> None:
    await fill()
    article, own_copy = await write(BRIDGE), await write(BRIDGE)
    lead, copy = await write(BRIDGE_AGAIN), await write(BRIDGE_AGAIN)
    linked, copy_of_linked = await write(BRIDGE_LATER), await write(BRIDGE_LATER)
    await Copy.all().delete()
    await follow(database)
    asking = Asking(database)
    assert len(await asking.titles(article)) == 5
    pairs = ((article, own_copy), (lead, copy), (linked, copy_of_linked))
    for story, pair in enumerate(pairs, 7000):
        for place, each in enumerate(pair):
            await Copy.create(article_id=each.id, story_id=story, is_lead=place == 0, place=place)
    await Relation.create(article_id=article.id, target_id=copy_of_linked.id, position=0)

    edges = (await asking.related(article))["edges"]

    assert [(edge["kind"], edge["node"]["title"]) for edge in edges] == [
        ("RELATED", copy_of_linked.title),
        ("SIMILAR", lead.title),
    ]
    await Copy.filter(story_id=7001).update(is_lead=False)
    await Copy.filter(article_id=copy.id).update(is_lead=True)
    assert len(await asking.titles(article)) == 2


async def test_every_kind_of_link_is_a_kind_of_related_item() -> None:
    assert {*RelationKind} | {"SIMILAR"} == {*RelatedKind}


async def test_a_draft_has_suggestions_for_whoever_may_see_it(database: Database) -> None:
    await fill()
    close, linked = await write(BRIDGE), await write(BRIDGE_LATER)
    await follow(database)
    draft = await draft_of(BRIDGE_AGAIN, relations=(RelationLink(target_id=linked.id),))
    await follow(database)
    query = "query($id: ID!) { draft(id: $id) { relatedSuggestions(first: 5) { score reason article { title } } } }"
    editor, other = [viewer_of(await make_user(role)) for role in (Role.EDITOR, Role.CONTRIBUTOR)]

    found = await Asking(database, editor).ask(query, id=f"art_{draft.id}")
    hidden = await Asking(database, other).ask(query, id=f"art_{draft.id}")

    (suggestion,) = found["draft"]["relatedSuggestions"]
    assert suggestion["article"]["title"] == close.title
    assert "大桥" in suggestion["reason"]
    assert hidden["draft"] is None
    await unpublish(close)
    assert (await Asking(database, editor).ask(query, id=f"art_{draft.id}"))["draft"]["relatedSuggestions"] == []


async def test_what_is_public_as_it_is_suggests_what_readers_see(database: Database) -> None:
    await fill()
    article, close = await write(BRIDGE), await write(BRIDGE_AGAIN)
    await follow(database)
    query = "query($id: ID!) { draft(id: $id) { relatedSuggestions { article { title } } } }"
    editor = viewer_of(await make_user(Role.EDITOR))

    found = await Asking(database, editor).ask(query, id=f"art_{article.id}")

    assert found["draft"]["relatedSuggestions"] == [{"article": {"title": close.title}}]


async def test_a_moment_long_ago_shows_nothing_that_came_later(database: Database) -> None:
    await fill()
    article, _close = await write(BRIDGE), await write(BRIDGE_AGAIN)
    await follow(database)
    query = 'query($id: ID!) { article(id: $id, asOf: "2000-01-01T00:00:00Z") { related { totalCount } } }'

    assert (await Asking(database).ask(query, id=f"art_{article.id}"))["article"] is None
