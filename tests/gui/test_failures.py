"""What an editor sees when something fails, and that nothing typed is lost by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx2
from playwright.sync_api import Route, expect

from cms.words import Role
from tests.gui.conftest import PASSWORD, Visit
from tests.gui.test_editor import READ, at_end, body_of, made, opened, paste, saved
from tests.gui.test_together import SIGN_IN

FIND = "query($role: Role!) { users(where: {roles: [$role]}) { nodes { id name } } }"
CHANGE = """mutation($id: ID!, $role: Role!) {
    updateUser(input: {id: $id, role: $role}) { ... on UserPayload { user { role } } ... on Refusal { code message } }
}"""


def html_of(visit: Visit, article: str) -> str:
    return str(visit.ask(READ, id=article)["draft"]["head"]["html"])


def test_a_server_that_is_down_keeps_nobody_from_writing(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    article = made(visit)
    page = opened(visit, article)
    answers: list[Any] = [{"status": 502, "content_type": "text/html", "body": "<h1>Bad Gateway</h1>"}]

    def fail(route: Route) -> None:
        """A proxy whose server is gone, and then not even that."""
        route.fulfill(**answers.pop()) if answers else route.abort("connectionrefused")

    page.route("**/graphql", fail)
    at_end(page)
    page.keyboard.type("服务器停了，")
    state = page.locator("[data-state=offline]")
    expect(state).to_be_visible()
    page.get_by_role("button", name="立即重试").click()
    expect(state).to_be_visible()
    visit.picture("failure-server-down")
    body_of(page).focus()
    page.keyboard.type("稿子还在。")

    page.unroute("**/graphql")
    visit.problems.clear()
    saved(page)
    assert "服务器停了，稿子还在。" in html_of(visit, article)


def test_what_is_too_large_is_refused_with_the_limit(visit: Visit, tmp_path: Path) -> None:
    visit.sign_in(Role.PUBLISHER)
    article = made(visit)
    page = opened(visit, article)
    before = html_of(visit, article)
    at_end(page)
    paste(page, "<p>" + "长" * 400_000 + "</p>")
    refusal = page.get_by_role("alert").filter(has_text="内容太大，服务器不接收（上限 1.0 MB）。")
    expect(refusal).to_be_visible()
    expect(page.locator("[data-state=held]")).to_contain_text("上限 1.0 MB")
    visit.picture("failure-too-large")
    assert html_of(visit, article) == before
    page.keyboard.press("Control+z")
    page.keyboard.type("短一点。")
    saved(page)
    expect(refusal).to_be_hidden()
    assert html_of(visit, article).endswith("短一点。</p>")

    page = visit.open("/studio/media")
    (tmp_path / "很大.jpg").write_bytes(bytes(27_000_000))
    page.locator("input[type=file]").first.set_input_files(tmp_path / "很大.jpg")
    expect(page.get_by_role("alert").filter(has_text="文件太大，服务器不接收（上限 26 MB）。")).to_be_visible()
    visit.picture("failure-too-large-file")


def give_role(visit: Visit, name: str, old: Role, new: Role) -> None:
    """What an administrator does in a browser of their own."""
    signing_in = {"email": "admin@example.org", "password": PASSWORD}
    with httpx2.Client(base_url=visit.site.url, headers={"X-Broadsheet-CSRF": "1"}, timeout=30) as admin:
        admin.post("/graphql", json={"query": SIGN_IN, "variables": {"input": signing_in}})
        found = admin.post("/graphql", json={"query": FIND, "variables": {"role": old}}).json()["data"]
        user = next(user["id"] for user in found["users"]["nodes"] if user["name"] == name)
        answer = admin.post("/graphql", json={"query": CHANGE, "variables": {"id": user, "role": new}}).json()
        assert answer["data"] == {"updateUser": {"user": {"role": new}}}, answer


def test_who_loses_the_right_to_write_is_told_and_loses_no_text(visit: Visit) -> None:
    visit.sign_in(Role.CONTRIBUTOR)
    article = made(visit)
    page = opened(visit, article)
    give_role(visit, "Contributor 王", Role.CONTRIBUTOR, Role.READER)
    try:
        at_end(page)
        page.keyboard.type("刚写的。")
        expect(page.locator("[data-state=held]")).to_contain_text("您的角色不能这样做。")
        expect(body_of(page)).to_contain_text("刚写的。")
        visit.picture("failure-forbidden")
    finally:
        give_role(visit, "Contributor 王", Role.READER, Role.CONTRIBUTOR)
    page.get_by_role("button", name="立即保存").click()
    saved(page)
    assert "刚写的。" in html_of(visit, article)
