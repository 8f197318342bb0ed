"""Following the change log over HTTP: all of it, once, and only what the viewer may know of."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from cms import editing, events, publishing
from cms.db import Database, connect, writing
from cms.edits import Edits
from cms.models import Draft, Event
from cms.permissions import Permission, Viewer
from cms.snapshots import Content
from cms.words import Role
from tests.accounts import ask, bearer, cheap_hashes, client, codes, make_token, make_user, send, viewer_of
from tests.content import DAY, EDITOR, make_article, make_draft
from tests.happenings import sample

__all__ = ["cheap_hashes", "client"]
pytestmark = pytest.mark.anyio

LOG = """query($after: String, $first: Int, $last: Int, $types: [String!], $subject: ID) {
  events(after: $after, first: $first, last: $last, types: $types, subject: $subject) {
    pageInfo { hasNextPage endCursor }
    edges { cursor node { id cursor sequence type version at audience subjectKind subjectId actorKind fields tags data
      article { title } draft { title } author { name } } }
  }
}"""


@pytest.fixture
async def follower(client: httpx2.AsyncClient) -> dict[str, str]:
    """What a program sends that may read public events alone, by a token of somebody who may do everything."""
    return bearer(await make_token(await make_user(Role.ADMIN), Permission.READ_EVENTS))


async def page(client: httpx2.AsyncClient, headers: dict[str, str], **arguments: Any) -> Any:
    return (await ask(client, LOG, headers, **arguments))["events"]


async def types(client: httpx2.AsyncClient, headers: dict[str, str], **arguments: Any) -> list[str]:
    """The types of the events on a page, those of the fixtures left out."""
    edges = (await page(client, headers, **arguments))["edges"]
    return [edge["node"]["type"] for edge in edges if edge["node"]["subjectKind"] not in {"user", "token"}]


async def test_an_event_tells_what_the_docs_say(client: httpx2.AsyncClient, follower: dict[str, str]) -> None:
    article = await make_article("渡轮停航")
    stored = await Event.get(type="article.published")

    (edge,) = (await page(client, follower))["edges"]

    assert edge["cursor"] == edge["node"].pop("cursor")
    assert edge["node"] == {
        "id": stored.uid,
        "sequence": stored.sequence,
        "type": "article.published",
        "version": 1,
        "at": stored.created_at.isoformat().replace("+00:00", "Z"),
        "audience": "PUBLIC",
        "subjectKind": "article",
        "subjectId": f"art_{article.id}",
        "actorKind": "SYSTEM" if stored.via == "SYSTEM" else "OTHER",
        "fields": [],
        "tags": stored.tags,
        "data": {"revision": 1},
        "article": {"title": "渡轮停航"},
        "draft": None,
        "author": None,
    }
    query = "query($id: ID!) { event(id: $id) { sequence } }"
    assert await ask(client, query, follower, id=stored.uid) == {"event": {"sequence": stored.sequence}}
    assert await ask(client, query, follower, id="evt_0") == {"event": None}


async def test_paging_on_sees_every_event_once(client: httpx2.AsyncClient, follower: dict[str, str]) -> None:
    for number in range(7):
        await make_article(f"第{number}篇")

    seen, after = [], None
    while True:
        found = await page(client, follower, first=3, after=after)
        seen += [edge["node"]["sequence"] for edge in found["edges"]]
        if not found["pageInfo"]["hasNextPage"]:
            break
        after = found["pageInfo"]["endCursor"]

    assert seen == [event.sequence for event in await Event.filter(audience="PUBLIC").order_by("sequence")]
    assert len(seen) == 7
    last = (await page(client, follower, last=2))["edges"]
    assert [edge["node"]["sequence"] for edge in last] == seen[-2:]
    assert (await page(client, follower, after=last[-1]["cursor"]))["edges"] == []


async def test_filters_narrow_the_log(client: httpx2.AsyncClient, follower: dict[str, str]) -> None:
    first, second = await make_article(), await make_article()
    await publishing.unpublish(EDITOR, first.id, expected_version=(await Draft.get(id=first.id)).version)

    assert await types(client, follower, types=["article.unpublished"]) == ["article.unpublished"]
    assert await types(client, follower, subject=f"art_{second.id}") == ["article.published"]
    assert await types(client, follower, subject=f"art_{first.id}") == ["article.published", "article.unpublished"]
    assert codes(await send(client, LOG, follower, types=["article.eaten"])) == ["BAD_USER_INPUT"]
    assert codes(await send(client, LOG, follower, subject="art_x")) == ["BAD_USER_INPUT"]


async def test_drafts_are_for_the_newsroom_and_accounts_for_auditors(client: httpx2.AsyncClient) -> None:
    writer, other = await make_user(Role.CONTRIBUTOR), await make_user(Role.CONTRIBUTOR)
    draft = await editing.create_draft(viewer_of(writer), Content(title="自己的", html="<p>正文。</p>"))
    await make_draft()
    await make_article()
    scopes = (Permission.READ_EVENTS, Permission.WRITE)
    tokens = {
        "own": bearer(await make_token(writer, *scopes)),
        "narrow": bearer(await make_token(writer, Permission.READ_EVENTS)),
        "other": bearer(await make_token(other, *scopes)),
        "desk": bearer(await make_token(await make_user(Role.EDITOR), Permission.READ_EVENTS, Permission.EDIT)),
        "audit": bearer(await make_token(await make_user(Role.ADMIN), Permission.READ_EVENTS, Permission.READ_AUDIT)),
    }

    seen = {name: [e["node"] for e in (await page(client, headers))["edges"]] for name, headers in tokens.items()}
    told = {name: sorted({node["type"] for node in nodes}) for name, nodes in seen.items()}

    assert told == {
        "own": ["article.published", "draft.created"],
        "narrow": ["article.published"],
        "other": ["article.published"],
        "desk": ["article.published", "draft.created"],
        "audit": ["article.published", "token.created", "user.created"],
    }
    assert [node["subjectId"] for node in seen["own"] if node["draft"]] == [f"art_{draft.id}"]
    assert not any(node["draft"] for node in seen["narrow"] + seen["other"] + seen["audit"])
    assert sum(node["type"] == "draft.created" for node in seen["desk"]) == 3


async def test_readers_and_tokens_without_the_permission_are_refused(client: httpx2.AsyncClient) -> None:
    writer = bearer(await make_token(await make_user(Role.ADMIN), Permission.EDIT))

    for headers in ({}, writer):
        answer = await send(client, LOG, headers)
        assert (codes(answer), answer.json()["data"]) == (["FORBIDDEN"], {"events": None})


async def test_nothing_public_tells_of_a_draft(client: httpx2.AsyncClient, follower: dict[str, str]) -> None:
    draft = await make_draft("机密标题", "<p>机密正文。</p>")
    article = await make_article("公开标题")
    await editing.update_draft(EDITOR, article.id, Edits({"title": "机密改题"}), expected_version=2)

    answer = await send(client, LOG, follower)

    assert "公开标题" in answer.text
    assert "机密" not in answer.text
    assert f"art_{draft.id}" not in answer.text


async def test_a_cursor_behind_the_log_or_of_another_one_is_refused(
    client: httpx2.AsyncClient, follower: dict[str, str]
) -> None:
    for _ in range(6):
        await make_article()
    edges = (await page(client, follower))["edges"]
    cursors = {edge["node"]["sequence"]: edge["cursor"] for edge in edges}
    numbers = sorted(cursors)
    await Event.filter(sequence__lte=numbers[2]).delete()

    # What came after the last one that was removed is all there.
    assert len((await page(client, follower, after=cursors[numbers[2]]))["edges"]) == 3
    for cursor in (cursors[numbers[1]], f"LOG|{numbers[-1] + 10}".encode().hex()):
        answer = await send(client, LOG, follower, after=cursor)
        assert (codes(answer), answer.json()["data"]) == (["EVENTS_GONE"], {"events": None})
    assert codes(await send(client, LOG, follower, after="zz")) == ["BAD_USER_INPUT"]


async def test_writers_at_the_same_time_hide_nothing_from_a_follower(
    client: httpx2.AsyncClient, follower: dict[str, str], database_url: str
) -> None:
    """A follower that is always at the end of the log, while several processes' worth of connections write."""
    others = [await connect(database_url, durable=False) for _ in range(3)]
    written = 0

    async def write(database: Database) -> None:
        nonlocal written
        with database.use():
            for _ in range(20):
                async with writing() as tx:
                    payload = sample(events.TYPES["article.published"])
                    await events.record(tx, Viewer("x"), "article.published", ("article", 1), at=DAY, **payload)
                written += 1

    seen: list[int] = []
    cursor = (await page(client, follower, last=1))["pageInfo"]["endCursor"]
    writers = [asyncio.create_task(write(database)) for database in others]
    while not all(writer.done() for writer in writers) or len(seen) < written:
        found = await page(client, follower, first=5, after=cursor)
        seen += [edge["node"]["sequence"] for edge in found["edges"]]
        cursor = found["pageInfo"]["endCursor"] or cursor
    await asyncio.gather(*writers)
    for database in others:
        await database.close()

    assert seen == [event.sequence for event in await Event.filter(type="article.published").order_by("sequence")]
    assert len(seen) == 60
