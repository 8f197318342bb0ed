"""The pages of administrators in a browser: webhooks, users, logs, the system."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from cms.permissions import ROLES, Permission
from cms.words import Role
from tests.gui.conftest import Visit

ROWS = ".el-table__body .el-table__row"


def test_an_endpoint_is_made_tried_and_deleted(visit: Visit, theme: str) -> None:
    visit.sign_in(Role.ADMIN)
    page = visit.open("/studio/endpoints")
    page.get_by_role("button", name="新建端点").click()
    form = page.get_by_role("dialog", name="新建端点")
    form.get_by_label("名称", exact=True).fill(f"试用 {theme}")
    form.get_by_role("textbox", name="地址").fill("ftp://webhooks.example.org")
    form.get_by_role("button", name="保存").click()
    expect(form.get_by_role("alert")).to_contain_text("url")

    form.get_by_role("textbox", name="地址").fill("http://127.0.0.1/hook")
    form.get_by_role("button", name="保存").click()
    secret = page.get_by_role("dialog", name="验证签名的密钥")
    expect(secret.get_by_role("textbox")).to_have_value(re.compile("whsec_"))
    secret.get_by_role("button", name="我已保存").click()

    expect(page.get_by_role("heading", name=f"试用 {theme}")).to_be_visible()
    visit.picture(f"studio-endpoint-{theme}")
    page.get_by_role("button", name="暂停").click()
    expect(page.get_by_role("button", name="继续")).to_be_visible()
    page.get_by_role("button", name="删除").click()
    page.get_by_role("dialog").get_by_role("button", name="确定").click()
    expect(page.get_by_role("heading", name="Webhook")).to_be_visible()
    expect(page.get_by_text(f"试用 {theme}")).to_have_count(0)


def test_a_user_is_made_and_kept_out(visit: Visit) -> None:
    visit.sign_in(Role.ADMIN)
    page = visit.open("/studio/users")
    page.get_by_role("button", name="新建用户").click()
    form = page.get_by_role("dialog", name="新建用户")
    form.get_by_label("邮箱").fill("xin@example.org")
    form.get_by_label("名称").fill("新同事")
    form.get_by_role("button", name="保存").click()
    link = page.get_by_role("dialog", name="给 新同事 的一次性链接")
    expect(link.get_by_role("textbox")).to_have_value(re.compile("/studio/password#bs_link_"))
    address = link.get_by_role("textbox").input_value()
    link.get_by_role("button", name="我已保存").click()
    choose_password(page, address)

    row = page.locator(ROWS).filter(has_text="xin@example.org")
    row.get_by_role("button", name="停用").click()
    page.get_by_role("dialog").get_by_role("button", name="确定").click()

    expect(row).to_have_count(0)
    page.locator(".el-select").filter(has=page.get_by_label("状态")).click()
    page.get_by_role("option", name="停用的用户").click()
    expect(page.locator(ROWS).filter(has_text="xin@example.org")).to_contain_text("已停用")
    visit.picture("studio-users")


def choose_password(page: Page, address: str) -> None:
    """Follow a one-time link in another browser, as whoever got it."""
    assert page.context.browser is not None
    with closing(page.context.browser.new_context(locale="zh-CN")) as elsewhere:
        first = elsewhere.new_page()
        first.goto(address)
        first.get_by_label("新密码").fill("一个很长的新密码 2026")
        first.get_by_role("button", name="保存").click()
        expect(first.get_by_role("alert")).to_have_text("密码已设置，请用它登录。")


def test_the_table_of_roles_is_that_of_the_server(visit: Visit) -> None:
    visit.sign_in(Role.ADMIN)
    page = visit.open("/studio/roles")
    expect(page.locator(ROWS)).to_have_count(len(Permission))

    shown = {
        Permission(row.locator("code").inner_text()): [
            mark == "✓" for mark in row.locator("[role=img]").all_inner_texts()
        ]
        for row in page.locator(ROWS).all()
    }

    assert shown == {each: [each in ROLES[role] for role in Role] for each in Permission}


@pytest.mark.parametrize(
    ("path", "seen"),
    [("audit", "draft.created"), ("events?type=article.published", "article.published"), ("system", "SQLite")],
)
def test_the_logs_and_the_system_are_shown(visit: Visit, path: str, seen: str) -> None:
    visit.sign_in(Role.ADMIN)
    page = visit.open(f"/studio/{path}")

    expect(page.get_by_role("main")).to_contain_text(seen)
    expect(page.locator(".el-alert--error")).to_have_count(0)
    visit.picture(f"studio-{path.partition('?')[0]}")
