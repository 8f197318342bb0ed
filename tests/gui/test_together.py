"""Editors at the same article in a browser, and the same article in other languages."""

from __future__ import annotations

import re
from typing import Any

import httpx2
from playwright.sync_api import expect

from cms.words import Role
from tests.gui.conftest import PASSWORD, Visit

CREATE = """mutation($input: CreateArticleInput!) {
  made: createArticle(input: $input) { ... on DraftPayload { draft { id } } }
}"""
ANNOUNCE = "mutation($id: ID!, $editing: Boolean!) { announcePresence(id: $id, isEditing: $editing) { __typename } }"
SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { __typename } }"


def announce(visit: Visit, role: Role, draft: str) -> None:
    """Somebody else changes a draft, in a browser of their own."""
    with httpx2.Client(base_url=visit.site.url, headers={"X-Broadsheet-CSRF": "1"}, timeout=30) as client:
        signing_in = {"input": {"email": f"{role.lower()}@example.org", "password": PASSWORD}}
        for query, variables in ((SIGN_IN, signing_in), (ANNOUNCE, {"id": draft, "editing": True})):
            answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
            assert "errors" not in answer, answer


def made(visit: Visit, title: str, **content: Any) -> str:
    """The id of a new article of whoever is signed in."""
    input_ = {"title": title, "html": "<p>今天上午，渡轮复航。</p>"} | content
    return str(visit.ask(CREATE, input=input_)["made"]["draft"]["id"])


def test_whoever_else_is_there_is_seen_and_the_article_can_be_reserved(visit: Visit, theme: str) -> None:
    visit.sign_in(Role.PUBLISHER)
    draft = made(visit, "两人同看")
    announce(visit, Role.EDITOR, draft)

    page = visit.open(f"/studio/articles/{draft}")

    expect(page.get_by_role("img", name="Editor 王 正在修改")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="也在修改这篇稿件")).to_be_visible()
    page.get_by_role("button", name="由我编辑", exact=True).click()
    expect(page.get_by_text("现由您编辑")).to_be_visible()
    visit.picture(f"editor-presence-{theme}")
    page.get_by_role("button", name="放开", exact=True).click()
    expect(page.get_by_text("现由您编辑")).to_have_count(0)


def test_who_closes_the_tab_is_gone_at_once(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    page = visit.page
    draft = made(visit, "谁先走")
    other = visit.context.browser.new_context()  # type: ignore[union-attr]
    second = other.new_page()
    second.goto(f"{visit.site.url}/studio/sign-in?next=/articles/{draft}")
    second.locator("input[type=email]").fill("editor@example.org")
    second.locator("input[type=password]").fill(PASSWORD)
    second.keyboard.press("Enter")
    second.locator(".body").press_sequentially("一")
    there = "query($id: ID!) { draft(id: $id) { presence { user { name } isEditing } } }"
    expect(second.locator("[data-state=clean]")).to_be_visible()

    visit.open(f"/studio/articles/{draft}")
    warning = page.get_by_role("status").filter(has_text="Editor 王")
    expect(warning).to_be_visible()
    visit.picture("editor-other")
    second.close()
    other.close()

    page.reload()
    expect(page.locator(".editor-bar")).to_be_visible()
    expect(warning).to_have_count(0)
    names = [one["user"]["name"] for one in visit.ask(there, id=draft)["draft"]["presence"]]
    assert "Editor 王" not in names


def test_an_article_is_translated_linked_and_unlinked(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    chinese = made(visit, "渡轮复航有译文")
    made(visit, "Die Fähre fährt wieder", language="de")
    page = visit.open(f"/studio/articles/{chinese}")
    page.get_by_role("button", name="语言与译文").click()
    panel = page.get_by_role("region", name="其他语言版本")

    panel.get_by_role("combobox", name="关联已有的稿件").fill("Fähre")
    page.get_by_role("option", name="Die Fähre fährt wieder").click()
    panel.get_by_role("button", name="关联", exact=True).click()
    expect(panel.get_by_role("link", name="Die Fähre fährt wieder")).to_be_visible()
    panel.get_by_role("combobox", name="译成……").click()
    page.get_by_role("option", name="英语").click()
    panel.get_by_role("button", name="新建译文").click()

    expect(page).not_to_have_url(re.compile(f"{chinese}$"))
    page.get_by_role("button", name="语言与译文").click()
    expect(panel.get_by_role("link")).to_have_text(["渡轮复航有译文", "Die Fähre fährt wieder"])
    panel.get_by_role("button", name="取消关联“Die Fähre fährt wieder”").click()
    page.get_by_role("dialog").get_by_role("button", name="确定").click()
    expect(panel.get_by_role("link")).to_have_text(["渡轮复航有译文"])
    visit.picture("editor-translations")
