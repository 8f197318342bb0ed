"""The list of articles in a browser: its filters, columns and bulk acts, and the trash."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from playwright.sync_api import Page, expect

from cms.words import Role
from tests.gui.conftest import Visit

ROWS = ".el-table__body .el-table__row"
CREATE = """mutation($input: CreateArticleInput!) { createArticle(input: $input) {
  ... on DraftPayload { draft { id version } } } }"""


def make(visit: Visit, title: str, **values: Any) -> str:
    """An article of whoever is signed in; its id."""
    given = {"title": title, "html": "<p>正文。</p>"} | values
    return str(visit.ask(CREATE, input=given)["createArticle"]["draft"]["id"])


def choose(page: Page, label: str, option: str) -> None:
    page.locator(".el-select").filter(has=page.get_by_label(label, exact=True)).click()
    page.get_by_role("option", name=option).click()


def test_articles_are_filtered_and_the_choice_stays_in_the_address(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    author = visit.ask("{ allAuthors(first: 1) { nodes { id name } } }")["allAuthors"]["nodes"][0]
    title = f"筛选试稿 {uuid4().hex}"
    draft = make(visit, title, language="ja", credits=[{"authorId": author["id"]}])
    page = visit.open(f"/studio/articles?title={title}")
    choose(page, "语言", "日语")
    expect(page.locator(ROWS)).to_have_count(1)

    page.get_by_role("combobox", name="作者", exact=True).fill(author["name"])
    page.get_by_role("option", name=author["name"]).first.click()
    expect(page).to_have_url(re.compile(f"author={author['id']}"))
    page.reload()

    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.get_by_role("link", name=title)).to_have_attribute("href", f"/studio/articles/{draft}")
    expect(page.get_by_text(author["name"]).first).to_be_visible()
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator(ROWS)).to_have_count(25)


def test_whole_texts_are_searched(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    make(visit, "全文试稿", html="<p>独木桥上的萤火虫调查组。</p>")
    page = visit.open("/studio/articles")
    page.get_by_label("搜索全文，按回车").fill("萤火虫调查组")
    page.get_by_label("搜索全文，按回车").press("Enter")

    expect(page.get_by_role("link", name="全文试稿")).to_be_visible()


def test_articles_go_into_the_trash_and_come_back(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    make(visit, "回收试稿")
    page = visit.open("/studio/articles?title=回收试稿")
    page.locator(ROWS).get_by_role("checkbox").click()
    page.get_by_role("toolbar").get_by_role("button", name="移到回收站").click()
    page.get_by_role("dialog").get_by_role("button", name="确定").click()
    page.get_by_role("dialog", name="处理结果").get_by_role("button", name="关闭", exact=True).last.click()
    expect(page.locator(ROWS)).to_have_count(0)

    page.get_by_text("回收站", exact=True).first.click()
    page.locator(ROWS).get_by_role("checkbox").click()
    page.get_by_role("toolbar").get_by_role("button", name="恢复").click()
    page.get_by_role("dialog").get_by_role("button", name="确定").click()

    expect(page.get_by_role("dialog", name="处理结果")).to_contain_text("1 篇中完成 1 篇")


def test_columns_are_chosen_and_remembered(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    page = visit.open("/studio/articles")
    expect(page.locator(ROWS)).to_have_count(25)
    page.get_by_role("button", name="显示列").click()
    page.get_by_role("checkbox", name="标签").locator("..").click()
    expect(page.get_by_role("columnheader", name="标签")).to_be_visible()
    page.reload()

    expect(page.get_by_role("columnheader", name="标签")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("columnheader", name="标签")).to_have_count(0)
    visit.picture("studio-list-phone")
