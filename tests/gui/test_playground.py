"""The playground in a browser: what it runs, as whom, and that it stays within its policy."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from cms.words import Role
from tests.gui.conftest import Visit

RUN = ".graphiql-execute-button"
ANSWER = ".result-window .view-lines"
UNPUBLISH = """mutation($version: Int!) {
  unpublishArticle(input: {id: "art_2", expectedVersion: $version}) { __typename }
}"""
READER = "以公众读者身份运行"


def opened(visit: Visit) -> Page:
    """The playground, ready to be used."""
    page = visit.open("/playground")
    expect(page.locator(".graphiql-query-editor .view-lines")).to_contain_text("ArticlePage")
    return page


def example(page: Page, title: str) -> None:
    """Open one of the examples in a new tab."""
    listed = page.locator(".examples")
    if not listed.is_visible():
        page.get_by_role("button", name=re.compile("示例查询")).click()
    listed.get_by_role("button", name=title, exact=True).click()
    # GraphiQL looks at what was put into the editor a moment later, and names the tab for it.
    expect(page.get_by_role("tab", selected=True)).not_to_contain_text("untitled")


def test_a_new_visitor_runs_the_article_page(visit: Visit, theme: str) -> None:
    page = opened(visit)
    page.locator(RUN).click()

    expect(page.locator(ANSWER)).to_contain_text("临江老码头改造一期开放")
    visit.picture(f"playground-{theme}")


def test_the_schema_is_documented_beside(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_role("button", name="Show Documentation Explorer").click()

    expect(page.locator(".graphiql-doc-explorer")).to_contain_text("Mutation")
    visit.picture("playground-docs")


def test_a_query_is_clicked_together(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_role("button", name="Show GraphiQL Explorer").click()

    expect(page.locator(".graphiql-explorer-root")).to_contain_text("articles")
    visit.picture("playground-explorer")


def test_examples_open_in_tabs_of_their_own(visit: Visit) -> None:
    page = opened(visit)
    example(page, "最新文章与翻页")
    page.locator(RUN).click()

    expect(page.locator(ANSWER)).to_contain_text("白鹭洲湿地")
    expect(page.get_by_role("tab")).to_contain_text(["ArticlePage", "Newest"])
    visit.picture("playground-examples")


def test_the_session_is_used_unless_one_asks_as_a_reader(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    page = opened(visit)
    expect(page.locator(".bar")).to_contain_text("Editor 王")
    example(page, "我的身份")

    page.locator(RUN).click()
    expect(page.locator(ANSWER)).to_contain_text("editor@example.org")

    page.get_by_label(READER).check()
    page.locator(RUN).click()
    expect(page.locator(ANSWER)).to_contain_text('"viewer": null')


def test_a_mutation_of_the_session_is_taken(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    page = opened(visit)
    example(page, "新建稿件")
    page.locator(RUN).click()

    expect(page.locator(ANSWER)).to_contain_text("DraftPayload")


def test_changes_arrive_by_themselves(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    page = opened(visit)
    example(page, "实时更新")
    with page.expect_response(lambda answer: answer.headers["content-type"].startswith("text/event-stream")):
        page.locator(RUN).click()

    version = visit.ask('{ draft(id: "art_2") { version } }')["draft"]["version"]
    taken_back = visit.ask(UNPUBLISH, version=version)

    assert taken_back["unpublishArticle"]["__typename"] == "DraftPayload"
    expect(page.locator(ANSWER)).to_contain_text("article.unpublished")
    page.locator(RUN).click()  # stops it


def test_the_language_can_be_changed_and_is_kept(visit: Visit) -> None:
    page = opened(visit)
    page.get_by_label("语言").select_option("en")
    expect(page.get_by_label("Run as public reader")).to_be_visible()

    page.reload()

    expect(page.get_by_label("Run as public reader")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    visit.picture("playground-english")
