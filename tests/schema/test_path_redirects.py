"""Redirects over HTTP: for front ends, and for editors."""

from __future__ import annotations

from typing import Any

import pytest

from cms.words import Role
from tests.content import make_article, make_draft, make_site, unpublish
from tests.newsroom import PROBLEMS, Newsroom

pytestmark = pytest.mark.anyio

SHOWN = "... on RedirectPayload { redirect { id path url isPermanent version article { id } } }"
ASKED = "query($path: String!) { redirect(path: $path) { path url isPermanent article { id } } }"


async def act(newsroom: Newsroom, verb: str, **given: Any) -> Any:
    """The answer to createRedirect, updateRedirect or deleteRedirect."""
    kind = "DeleteInput" if verb == "delete" else f"{verb.capitalize()}RedirectInput"
    payload = "... on DeletePayload { id }" if verb == "delete" else SHOWN
    refusal = f"{PROBLEMS} ... on VersionConflict {{ currentVersion }}"
    query = f"mutation($input: {kind}!) {{ {verb}Redirect(input: $input) {{ __typename {payload} {refusal} }} }}"
    return (await newsroom.ask(query, Role.EDITOR, input=given))[f"{verb}Redirect"]


async def led(newsroom: Newsroom, path: str) -> Any:
    return (await newsroom.ask(ASKED, Role.READER, path=path))["redirect"]


async def test_it_is_made_changed_and_deleted(newsroom: Newsroom) -> None:
    article = await make_article()
    made = (await act(newsroom, "create", path="/old/%E6%97%A7/", url="/new"))["redirect"]
    changed = await act(newsroom, "update", id=made["id"], expectedVersion=1, articleId=f"art_{article.id}")
    stale = await act(newsroom, "update", id=made["id"], expectedVersion=1, isPermanent=False)
    gone = await act(newsroom, "delete", id=made["id"], expectedVersion=2)
    alien = await act(newsroom, "delete", id="art_1", expectedVersion=2)

    assert made == {
        "id": made["id"],
        "path": "/old/旧",
        "url": "/new",
        "isPermanent": True,
        "version": 1,
        "article": None,
    }
    assert changed["redirect"] == made | {"url": article.path, "version": 2, "article": {"id": f"art_{article.id}"}}
    assert (stale["__typename"], stale["currentVersion"]) == ("VersionConflict", 2)
    assert gone == {"__typename": "DeletePayload", "id": made["id"]}
    assert [problem["path"] for problem in alien["problems"]] == ["id"]


async def test_front_ends_ask_with_what_the_browser_sent(newsroom: Newsroom) -> None:
    await act(newsroom, "create", path="/旧/1", url="https://else.test/")
    await act(newsroom, "create", path="/view.php?id=2", url="/two", isPermanent=False)
    await act(newsroom, "create", path="/view.php", url="/all")

    assert (await led(newsroom, "/%E6%97%A7/1/"))["url"] == "https://else.test/"
    assert (await led(newsroom, "/旧/1?utm_source=x"))["url"] == "https://else.test/"
    assert await led(newsroom, "/view.php?id=2") == {
        "path": "/view.php?id=2",
        "url": "/two",
        "isPermanent": False,
        "article": None,
    }
    assert (await led(newsroom, "/view.php?id=3"))["url"] == "/all"
    for path in ("/nowhere", "", "//", "/旧", "/%ff", "x" * 5000):
        assert await led(newsroom, path) is None


async def test_readers_are_led_to_an_article_only_while_it_is_public(newsroom: Newsroom) -> None:
    await make_site()
    draft, article = await make_draft("秘密"), await make_article()
    await act(newsroom, "create", path="/a?x=1", articleId=f"art_{draft.id}")
    await act(newsroom, "create", path="/b", articleId=f"art_{article.id}")
    await act(newsroom, "create", path="/a", url="/c")

    before = await led(newsroom, "/b")
    await unpublish(article)
    after = await led(newsroom, "/b")
    listed = await newsroom.ask("{ redirects { totalCount nodes { path } } }", Role.READER)
    query = '{ allRedirects(search: "/A") { nodes { redirect { path url } target { title } } } }'
    seen = await newsroom.ask(query.replace("/A", "/"), Role.EDITOR)
    unseen = await newsroom.ask(query.replace("/A", "x="), Role.CONTRIBUTOR)

    assert before["url"] == article.path
    assert after is None
    # What leads nowhere yet does not stand in the way of the path without its query.
    assert (await led(newsroom, "/a?x=1"))["url"] == "/c"
    assert listed["redirects"] == {"totalCount": 1, "nodes": [{"path": "/a"}]}
    assert seen["allRedirects"]["nodes"] == [
        {"redirect": {"path": "/a", "url": "/c"}, "target": None},
        {"redirect": {"path": "/a?x=1", "url": ""}, "target": {"title": "秘密"}},
        {"redirect": {"path": "/b", "url": ""}, "target": {"title": article.title}},
    ]
    assert unseen["allRedirects"]["nodes"] == []


async def test_refusals_name_the_field(newsroom: Newsroom) -> None:
    await act(newsroom, "create", path="/a", url="/b")
    chain = await act(newsroom, "create", path="/c", url="/a")
    both = await act(newsroom, "create", path="/c", url="/d", articleId="art_1")

    assert [problem["path"] for problem in chain["problems"]] == ["url"]
    assert [problem["path"] for problem in both["problems"]] == ["url"]
    data = await newsroom.ask(
        'mutation { createRedirect(input: {path: "/x", url: "/y"}) { __typename } }', Role.CONTRIBUTOR
    )
    assert data["createRedirect"]["__typename"] == "Forbidden"
