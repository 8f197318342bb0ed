"""Paths that lead elsewhere: how they are written, and that nobody is sent in a circle."""

from __future__ import annotations

import re

import pytest
from starlette.routing import Route

from cms import path_redirects, publishing, trash
from cms.db import Database
from cms.errors import Forbidden, NotFound, ValidationFailed, VersionConflict
from cms.models import Draft, Event, PathRedirect
from cms.path_redirects import RedirectFields, bare, written
from cms.permissions import Permission, Viewer
from cms.words import Audience
from tests.content import EDITOR, make_article, make_draft, make_site
from tests.test_app import make_app

pytestmark = pytest.mark.anyio

WRITER = Viewer("w", frozenset({Permission.WRITE}))


async def lead(path: str, url: str | None = None, target_id: int | None = None) -> PathRedirect:
    return await path_redirects.create_redirect(EDITOR, RedirectFields(path, url, target_id))


async def problems(path: str, url: str | None = None, target_id: int | None = None) -> list[str]:
    """What is refused of a new redirect."""
    with pytest.raises(ValidationFailed) as refusal:
        await lead(path, url, target_id)
    return [f"{problem.path} {problem.message}" for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("/old/page.html", "/old/page.html"),
        ("old/", "/old"),
        ("//old//x/", "/old//x"),
        ("https://Old.example/a/?id=1#top", "/a?id=1"),
        ("/%E6%96%B0%E9%97%BB/1", "/新闻/1"),
        ("/新闻/1?", "/新闻/1"),
        ("/a%2fb%20c%3F", "/a%2Fb%20c%3F"),
        ("/a b\u3000c", "/a%20b%E3%80%80c"),
        ("/%ff", "/%FF"),
        ("/%2525", "/%2525"),
        ("/e\u0301", "/é"),
        ("", "/"),
    ],
)
def test_a_path_is_written_in_one_way(given: str, path: str) -> None:
    assert written(given) == path
    assert written(path) == path


def test_a_path_without_its_query_is_written_as_any_other() -> None:
    assert [bare("/a/?x=1"), bare("/a"), bare("/?x")] == ["/a", "/a", "/"]


async def test_a_redirect_is_made_changed_and_deleted(database: Database) -> None:
    draft = await make_draft()
    made = await lead("/Old/", "https://else.test/1")
    fields = RedirectFields(target_id=draft.id, is_permanent=False)
    await path_redirects.update_redirect(EDITOR, made.id, fields, expected_version=1)
    await path_redirects.update_redirect(EDITOR, made.id, RedirectFields(path="Old"), expected_version=2)
    changed = await PathRedirect.get(id=made.id)
    with pytest.raises(VersionConflict):
        await path_redirects.delete_redirect(EDITOR, made.id, expected_version=1)
    await path_redirects.delete_redirect(EDITOR, made.id, expected_version=2)
    with pytest.raises(NotFound):
        await path_redirects.update_redirect(EDITOR, made.id, fields, expected_version=2)

    assert (made.path, made.url, made.target_id, made.is_permanent) == ("/Old", "https://else.test/1", None, True)
    assert (changed.url, changed.target_id, changed.is_permanent, changed.version) == ("", draft.id, False, 2)
    events = await Event.filter(subject_kind="redirect").order_by("sequence")
    told = [(event.type, event.audience, event.changed) for event in events]
    assert told == [
        ("redirect.created", Audience.PUBLIC, []),
        ("redirect.updated", Audience.PUBLIC, ["url", "targetId", "isPermanent"]),
        ("redirect.deleted", Audience.DESK, []),
    ]
    assert events[0].tags == [f"redirect:{made.id}", "list:redirects"]
    assert events[1].details == {"path": "/Old", "url": "", "target": f"art_{draft.id}"}


async def test_what_is_no_path_or_no_address_is_refused(database: Database) -> None:
    assert await problems("/", "/x") == ["path write the part of the address behind the site's name: /old/page.html"]
    assert (await problems("/" + "长" * 500, "/x"))[0].startswith("path is 501 characters long")
    host = await problems("//old.example/a", "/x")
    assert host == ["path write the part of the address behind the site's name: /old/page.html"]
    for url in ("//evil.example", "javascript:alert(1)", "mailto:a@b.example", "x y", ""):
        assert await problems("/a", url) == ["url write a path such as /new, or an address that begins with https://"]
    assert await problems("/a") == ["url give an address or an article that it leads to"]
    assert await problems("/a", "/b", 1) == ["url give an address or an article, not both"]
    assert await problems("/a", None, 999) == ["articleId there is no such article"]
    with pytest.raises(Forbidden):
        await path_redirects.create_redirect(WRITER, RedirectFields("/a", "/b"))


@pytest.mark.parametrize(
    "path",
    ["/a\\b", "/a?x=\\", "/a%5cb", "/a%0d%0aSet-Cookie:x", "/a%00", "/%7f", "/./a", "/..", "/%2e%2E/a", "/.?x"],
)
async def test_what_browsers_never_ask_for_is_refused(database: Database, path: str) -> None:
    told = "must not have . or .. between slashes" if "." in path or "%2e" in path else ""
    told = told or "must not hold backslashes or control characters"

    assert await problems(path, f"{path}#part") == [f"path {told}", f"url {told}"]


async def test_addresses_of_the_server_itself_are_refused(database: Database, database_url: str) -> None:
    issuer = {"oidc_issuer": "https://login.example", "oidc_client_id": "x", "site_url": "https://cms.example"}
    routes = make_app(database_url, metrics=True, oidc_client_secret="y", **issuer).routes
    paths = {re.sub(r"{\w+(:path)?}", "1", route.path) for route in routes if isinstance(route, Route)} - {"/"}

    for path in (*paths, "/%67raphql?query=1", "/studio/articles/art_1/"):
        assert await problems(path, "/x") == ["path is an address of the server itself"]
    for path in ("/assets/report.pdf", "/Studio", "/hits", "/health"):
        await lead(path, "/x")


async def test_loops_and_chains_are_refused(database: Database) -> None:
    first = await lead("/a", "/b#part")
    name = f"red_{first.id}"

    assert await problems("/c", "/c/") == ["url leads to itself"]
    assert await problems("/c", "/c?x=1") == ["url leads to itself"]
    assert await problems("/%61", "/c") == [f"path {name} has it already"]
    assert await problems("/b", "/c") == [f"path {name} leads here; let that lead elsewhere first"]
    assert await problems("/b", "/a") == [
        f"path {name} leads here; let that lead elsewhere first",
        f"url {name} leads on from there; lead to its end at once",
    ]
    assert await problems("/c", "/a?x=1") == [f"url {name} leads on from there; lead to its end at once"]
    with pytest.raises(ValidationFailed, match="leads to itself"):
        await path_redirects.update_redirect(EDITOR, first.id, RedirectFields(url="/a"), expected_version=1)
    await lead("/c", "/d")
    with pytest.raises(ValidationFailed, match="leads on from there"):
        await path_redirects.update_redirect(EDITOR, first.id, RedirectFields(url="/c"), expected_version=1)
    await path_redirects.update_redirect(EDITOR, first.id, RedirectFields(url="/e"), expected_version=1)
    await lead("/b", "/e")


async def test_the_path_of_an_article_stands_for_it(database: Database) -> None:
    await make_site(url="https://news.example/")
    article, other = await make_article(), await make_article()

    made = [
        await lead("/a", f"/articles/{article.id}-any-slug"),
        await lead("/b", f"https://NEWS.example/articles/{article.id}"),
        await lead("/c", f"/articles/{article.id}#part"),
        await lead("/d", "https://news.example/about"),
    ]

    assert [(each.target_id, each.url) for each in made] == [
        (article.id, ""),
        (article.id, ""),
        (None, f"/articles/{article.id}#part"),
        (None, "/about"),
    ]
    path = f"/articles/{article.id}-old"
    assert (await problems(path, None, other.id))[0] == f"path a public article stands there: art_{article.id}"
    assert "articleId leads to itself" in await problems(path, None, article.id)


async def test_what_led_to_an_article_that_is_gone_is_led_elsewhere_first(database: Database) -> None:
    article, other = await make_article(), await make_article()
    made = await lead("/a", None, article.id)
    version = (await Draft.get(id=article.id)).version
    await publishing.unpublish(EDITOR, article.id, expected_version=version)
    path = f"/articles/{article.id}-{article.slug}"

    assert await problems(path, None, other.id) == [f"path red_{made.id} leads here; let that lead elsewhere first"]
    await path_redirects.update_redirect(EDITOR, made.id, RedirectFields(target_id=other.id), expected_version=1)
    moved = await lead(path, None, other.id)
    assert await problems("/b", None, article.id) == [
        f"articleId red_{moved.id} leads on from there; lead to its end at once"
    ]
    assert (await Event.filter(type="redirect.updated").get()).audience == Audience.PUBLIC


async def test_an_article_deleted_for_ever_takes_its_redirects_along(database: Database) -> None:
    draft = await make_draft()
    await lead("/a", None, draft.id)
    await trash.trash(EDITOR, draft.id, expected_version=1)
    await trash.delete(EDITOR, draft.id, expected_version=2)

    assert await PathRedirect.all().count() == 0
    assert (await Event.get(type="redirect.created")).audience == Audience.DESK
