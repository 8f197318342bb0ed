"""The Studio in a browser: signing in, the list of articles, the own account."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from cms.words import Role
from tests.gui.conftest import PASSWORD, Visit

ROWS = ".el-table__body .el-table__row"


def signed_in(visit: Visit, role: Role, path: str = "/studio") -> Page:
    visit.sign_in(role)
    return visit.open(path)


def test_signing_in_leads_to_where_one_wanted_to_go(visit: Visit, theme: str) -> None:
    page = visit.open("/studio/articles?status=PUBLISHED")
    page.get_by_label("邮箱").fill("editor@example.org")
    page.get_by_label("密码").fill("wrong password")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("alert")).to_contain_text("邮箱或密码不正确")
    visit.picture(f"studio-sign-in-{theme}")

    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()

    expect(page.locator(ROWS)).to_have_count(25)
    expect(page).to_have_url(re.compile("status=PUBLISHED"))


def test_a_strange_address_is_not_followed_after_signing_in(visit: Visit) -> None:
    page = visit.open("/studio/sign-in?next=//elsewhere.example")
    page.get_by_label("邮箱").fill("editor@example.org")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()

    expect(page).to_have_url(f"{visit.site.url}/studio/articles")


def test_the_list_turns_its_pages(visit: Visit, theme: str) -> None:
    page = signed_in(visit, Role.EDITOR)
    expect(page.locator(ROWS)).to_have_count(25)
    visit.picture(f"studio-list-{theme}")
    first = page.locator(ROWS).first.inner_text()

    page.get_by_role("button", name="下一页").click()
    expect(page.locator(ROWS).first).not_to_have_text(first, use_inner_text=True)
    page.get_by_role("button", name="上一页").click()

    expect(page.locator(ROWS).first).to_have_text(first, use_inner_text=True)


def test_the_list_is_searched_and_keeps_the_search_in_its_address(visit: Visit) -> None:
    page = signed_in(visit, Role.EDITOR)
    page.get_by_role("button", name="更多筛选").click()
    search = page.get_by_label("标题包含")
    search.fill("码头")
    search.press("Enter")

    expect(page.locator(ROWS)).to_have_count(1)
    page.reload()
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS)).to_contain_text("老码头改造一期")


def test_a_view_is_saved_and_opened_again(visit: Visit) -> None:
    page = signed_in(visit, Role.EDITOR, "/studio/articles?title=码头")
    expect(page.locator(ROWS)).to_have_count(1)
    page.get_by_role("button", name="保存当前视图").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("码头")
    page.get_by_role("dialog").get_by_role("button", name="确定").click()

    visit.open("/studio/articles")
    expect(page.locator(ROWS)).to_have_count(25)
    page.get_by_role("link", name="码头").click()

    expect(page.locator(ROWS)).to_have_count(1)


def test_bulk_acts_tell_what_became_of_each(visit: Visit) -> None:
    page = signed_in(visit, Role.PUBLISHER)
    expect(page.locator(ROWS)).to_have_count(25)
    for row in (0, 1):
        page.locator(ROWS).nth(row).get_by_role("checkbox").click()
    page.get_by_role("toolbar").get_by_role("button", name="发布").click()
    page.get_by_role("dialog").get_by_role("button", name="确定").click()

    results = page.get_by_role("dialog", name="处理结果")
    expect(results.locator(ROWS)).to_have_count(2)
    visit.picture("studio-bulk")


def test_pages_that_are_not_for_a_role_are_neither_listed_nor_shown(visit: Visit) -> None:
    page = signed_in(visit, Role.READER)
    expect(page.get_by_role("alert")).to_contain_text("您的角色（读者）不能打开此页")
    expect(page.get_by_role("navigation", name="页面")).not_to_contain_text("稿件")

    visit.sign_in(Role.CONTRIBUTOR)
    for path in ("/users", "/desks/collections", "/desks/site", "/import", "/endpoints/end_1"):
        visit.open(f"/studio{path}")
        expect(page.get_by_role("alert")).to_contain_text("您的角色（撰稿人）不能打开此页")
    visit.open("/studio/desks/authors")
    expect(page.locator(ROWS)).to_have_count(25)
    expect(page.get_by_text("修改由编辑负责")).to_be_visible()
    expect(page.locator("main").get_by_role("button", name=re.compile("新建|删除|合并"))).to_have_count(0)


def test_own_tokens_are_made_and_revoked(visit: Visit) -> None:
    page = signed_in(visit, Role.EDITOR, "/studio/account")
    page.get_by_label("用途").fill("导出脚本")
    page.locator(".filters .el-select").click()
    page.get_by_role("option", name="READ_EVENTS").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="新建令牌").click()
    expect(page.get_by_role("alert").locator("code")).to_contain_text("bs_token_")
    visit.picture("studio-account")

    page.get_by_role("button", name="吊销").click()

    expect(page.get_by_text("已吊销")).to_be_visible()


def test_signing_out_ends_the_session(visit: Visit) -> None:
    page = signed_in(visit, Role.EDITOR)
    page.get_by_role("button", name="退出").click()

    expect(page).to_have_url(re.compile("/studio/sign-in"))
    assert visit.ask("{ viewer { name } }") == {"viewer": None}


def test_it_speaks_english_too(visit: Visit) -> None:
    page = signed_in(visit, Role.EDITOR)
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", name="All articles")).to_be_visible()
    expect(page.locator(ROWS)).to_have_count(25)
    visit.picture("studio-list-english")
