"""Every page of the menu, and what their links lead to: axe finds nothing serious, and a phone can show them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as NotQuiet

from cms.words import Role
from tests.gui.conftest import Visit

OPEN = ["/studio/sign-in", "/studio/password?token=x", "/playground"]
ALWAYS = ["/studio/account", "/studio/nowhere"]
ENGLISH = "localStorage.setItem('broadsheet:language', 'en')"
# A transition of something that is not drawn may never end.
TRANSITIONS_OVER = """() => Promise.race([
  Promise.all(document.getAnimations().filter((each) => each instanceof CSSTransition)
    .map((each) => each.finished.catch(() => {}))),
  new Promise((resolve) => setTimeout(resolve, 3000)),
]).then(() => {})"""
# Colours are all that differs between the themes.
COLOURS_ONLY = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
EVERYTHING = {"resultTypes": ["violations"]}
# GraphiQL has the button that closes a tab inside the tab.
OF_GRAPHIQL = EVERYTHING | {"rules": {"nested-interactive": {"enabled": False}}}
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
QUIET_MS = 5_000


def settle(page: Page) -> None:
    """Wait until the page has what it asked for; a stream of changes never ends, so not for ever."""
    expect(page.locator("main, .graphiql-container").first).to_be_visible()
    with contextlib.suppress(NotQuiet):
        page.wait_for_load_state("networkidle", timeout=QUIET_MS)
    expect(page.locator(".el-loading-mask:visible")).to_have_count(0)
    if page.locator(".graphiql-container").count():
        expect(page.get_by_text("query ArticlePage").first).to_be_visible()
    still(page)


def still(page: Page) -> None:
    """Wait until no colour or place is on its way to another."""
    page.evaluate(TRANSITIONS_OVER)


def kind(path: str) -> str:
    """What pages of the same kind have in common: their address without what is of one article or user."""
    return re.sub(r"/[a-z]+_\w+|/\d+", "/…", re.sub(r"[?#].*", "", path))


def links(page: Page, within: str) -> list[str]:
    found: list[str] = page.locator(f"{within} a[href^='/studio']").evaluate_all(
        "all => all.map(each => each.getAttribute('href'))"
    )
    return found


def pages(visit: Visit) -> Iterator[tuple[str, Page]]:
    """Each kind of page, opened: first those for everybody, then those of the menu with what they link to."""
    for path in OPEN:
        yield path, visit.open(path)
    visit.sign_in(Role.ADMIN)
    visit.open("/studio")
    expect(visit.page.locator("nav.menu a").first).to_be_visible()
    waiting = [*links(visit.page, "nav.menu"), *ALWAYS]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop(0)
        if kind(path) not in seen:
            seen.add(kind(path))
            yield path, visit.open(path)
            waiting += links(visit.page, "main")


def violations(page: Page, options: dict[str, Any]) -> Iterator[str]:
    for each in Axe().run(page, options=options).response["violations"]:
        if each["impact"] in {"serious", "critical"}:
            for node in each["nodes"]:
                yield f"{each['id']} ({each['impact']}): {node['target']} {node['html'][:200]} {node['failureSummary']}"


def overflow(page: Page) -> Iterator[str]:
    widths = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    wanted, given = page.evaluate(widths)
    if wanted > given:
        yield f"the page is {wanted} px wide on a phone of {given}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_for_everybody(visit: Visit, language: str) -> None:
    """All pages in one go: which there are is known only when the first one is open."""
    if language == "en":
        visit.context.add_init_script(ENGLISH)
    problems = []
    for path, page in pages(visit):
        name = f"every{kind(path).replace('/', '-').replace('…', 'one')}-{language}"
        settle(page)
        found = list(violations(page, OF_GRAPHIQL if path == "/playground" else EVERYTHING))
        visit.picture(f"{name}-light")
        page.emulate_media(color_scheme="dark")
        if path == "/playground":  # its editors ask for the theme only when they are made
            page.reload()
            settle(page)
        else:
            expect(page.locator("html.dark")).to_be_attached()
        still(page)
        found += [f"dark: {each}" for each in violations(page, COLOURS_ONLY)]
        visit.picture(f"{name}-dark")
        page.emulate_media(color_scheme="light")
        still(page)
        if path != "/playground":  # a desk for developers, which needs the room
            page.set_viewport_size(PHONE)
            found += overflow(page)
            visit.picture(f"{name}-phone")
            page.set_viewport_size(DESK)
        problems += [f"{path}: {each}" for each in found]
    assert not problems, "\n".join(problems)


def test_a_list_with_some_rows_chosen_is_for_everybody(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    page = visit.open("/studio/articles")
    page.locator(".el-table__body .el-table__row").first.get_by_role("checkbox").click()
    everything = page.get_by_role("checkbox", name="选择本页全部")
    expect(everything).to_be_checked(indeterminate=True)
    settle(page)

    assert not list(violations(page, EVERYTHING))
    everything.click()
    expect(page.get_by_role("toolbar")).to_contain_text("25")
