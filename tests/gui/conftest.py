"""A served site, and a real browser that looks at it."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect, sync_playwright

from benchmarks.site import OPERATOR, Server
from cms import demo, users
from cms.db import connect
from cms.gui.files import STATIC
from cms.importers.files import read_items
from cms.imports import import_items
from cms.words import Role
from tests.databases import PostgresDatabases, SQLiteDatabases

# Long, for machines that are busy with other things; a page that is right does not wait for it.
expect.set_options(timeout=20_000)
PASSWORD = "correct horse battery"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Screenshots go here, if it is set.
PICTURES = os.environ.get("GUI_PICTURES")
WATCH_POLICY = """
window.violations = []
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
"""


@dataclass(frozen=True)
class Site:
    """A site that is served, with some sixty articles and a user of each role."""

    url: str
    hook_port: int  # of this machine, to which it may send webhooks

    def ask(self, query: str, **variables: Any) -> Any:
        """The data of an operation of a reader."""
        body = httpx2.post(f"{self.url}/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in body, body
        return body["data"]


@pytest.fixture(scope="session")
def site(
    databases: dict[str, SQLiteDatabases | PostgresDatabases], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The site. Its database is SQLite alone: what browsers make of answers does not depend on it."""
    missing = _what_is_missing()
    if missing:
        # Who works on something else need not have these; but what guards a commit must not pass by that.
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    database_url = databases["sqlite"].fresh("migrated", tmp_path_factory.mktemp("gui"))
    asyncio.run(_fill(database_url))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        hook_port = listener.getsockname()[1]
    server = Server(database_url, webhook_allowed_addresses=f"127.0.0.1,127.0.0.1:{hook_port}")
    server.start()
    yield Site(server.url, hook_port)
    server.stop()


def _what_is_missing() -> str:
    if CHROMIUM is None:
        return "there is no Chromium on this machine (docs/development.md)"
    if not (STATIC / "studio.html").exists():
        return "the pages were not built: CMS_STUDIO=require pip install -e ."
    return ""


async def _fill(database_url: str) -> None:
    database = await connect(database_url, durable=False)
    try:
        with database.use(), as_file(files("cms") / "demo_pages") as folder:
            reports = [one async for one in import_items(OPERATOR, read_items([str(folder)]), demo.POLICY)]
            await demo.make_front_page(OPERATOR, reports)
            for role in Role:
                email = f"{role.lower()}@example.org"
                await users.create_user(OPERATOR, email, f"{role.title()} 王", role, password=PASSWORD)
    finally:
        await database.close()


@pytest.fixture(scope="package")
def browser(site: Site) -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        # It needs rights for its sandbox that containers do not have; it opens nothing but our own pages.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page in a browser of its own, without cookies, and what went wrong in it."""

    site: Site
    context: BrowserContext
    page: Page
    problems: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.site.url}{path}")
        return self.page

    def picture(self, name: str) -> None:
        """Keep what the page looks like, for people."""
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=Path(PICTURES, f"{name}.png"))

    def ask(self, query: str, **variables: Any) -> Any:
        """The data of an operation of whoever is signed in, past the page."""
        answer = self.context.request.post(
            f"{self.site.url}/graphql",
            data={"query": query, "variables": variables},
            headers={"X-Broadsheet-CSRF": "1"},
        ).json()
        assert "errors" not in answer, answer
        return answer["data"]

    def sign_in(self, role: Role) -> None:
        """Have the session of the user with this role."""
        mutation = """mutation($email: String!, $password: String!) {
            signIn(input: {email: $email, password: $password}) { __typename }
        }"""
        answer = self.ask(mutation, email=f"{role.lower()}@example.org", password=PASSWORD)
        assert answer["signIn"]["__typename"] == "SignInPayload"

    def note_failure(self, request: Request) -> None:
        """Remember what could not be loaded; what a page gives up when it is left is none of that."""
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"not loaded: {request.url} {request.failure}")

    def expect_no_problems(self) -> None:
        violations = self.page.evaluate("window.violations")
        assert (violations, self.problems) == ([], [])


def drag(page: Page, item: Locator, onto: Locator) -> None:
    """Drag an item of a list by its handle to the place that another one has, as people do who look where it is.

    For some milliseconds after two items changed places the list hears of no movement. A browser goes on telling
    where a hand is that holds still, but not where a script is: so it moves a little until the item has arrived.
    """
    dragged = item.element_handle()
    place_of = "(item) => [...item.parentElement.children].indexOf(item)"
    place = onto.evaluate(place_of)
    item.locator(".handle").hover()
    box = onto.bounding_box()
    assert box is not None
    page.mouse.down()
    for step in range(200):
        page.mouse.move(box["x"] + 60, box["y"] + box["height"] / 2 + step % 2)
        if dragged.evaluate(place_of) == place:
            break
    else:
        pytest.fail("what was dragged did not come to its place")
    page.mouse.up()


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    """Each colour scheme."""
    return str(request.param)


@pytest.fixture
def visit(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visit, in the theme of the test if it has one. It ends with a failure if anything went wrong in the page."""
    chosen = request.getfixturevalue("theme") if "theme" in request.fixturenames else "light"
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="zh-CN", color_scheme=chosen, reduced_motion="reduce"
    )
    context.set_default_timeout(30_000)
    context.add_init_script(WATCH_POLICY)
    # Nothing is asked but our own server: the pages must work without any network.
    context.route(lambda address: not address.startswith(site.url), lambda route: route.abort())
    visit = Visit(site, context, context.new_page())
    visit.page.on("pageerror", lambda error: visit.problems.append(str(error)))
    visit.page.on("requestfailed", visit.note_failure)
    yield visit
    visit.expect_no_problems()
    context.close()
