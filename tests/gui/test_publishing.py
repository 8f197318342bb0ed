"""Publishing and history in a browser: what goes live, corrections, plans, comparing, restoring, taking down."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from cms.words import Role
from tests.gui.conftest import Visit

CREATE = """mutation($input: CreateArticleInput!) {
    createArticle(input: $input) { ... on DraftPayload { draft { id version } } }
}"""
UPDATE = """mutation($input: UpdateArticleInput!) {
    updateArticle(input: $input) { ... on UpdateArticlePayload { draft { version } } }
}"""
PUBLISH = """mutation($input: ArticleInput!) { publishArticle(input: $input) { __typename } }"""
READ = "query($id: ID!) { article(id: $id) { title corrections { note } } tombstone(id: $id) { reason } }"
HTML = "<p>今天上午，渡轮复航。</p><p>票价仍为两元，可以<a href='https://a.example/'>刷卡</a>。</p><p>试航顺利。</p>"
EDITED = "<p>试航顺利。</p><p>今天清晨，渡轮复航。</p><p>票价仍为两元，可以<a href='https://b.example/'>刷卡</a>。</p>"


def draft_of(visit: Visit, title: str, *, is_edited: bool = False) -> str:
    """The id of a new draft; with `is_edited` it is public, and was edited since."""
    made = visit.ask(CREATE, input={"title": title, "html": HTML})["createArticle"]["draft"]
    article_id: str = made["id"]
    if is_edited:
        visit.ask(PUBLISH, input={"id": article_id, "expectedVersion": made["version"]})
        version = visit.ask("query($id: ID!) { draft(id: $id) { version } }", id=article_id)["draft"]["version"]
        edit = {"id": article_id, "expectedVersion": version, "title": f"{title}了", "html": EDITED}
        visit.ask(UPDATE, input=edit)
    return article_id


def opened(visit: Visit, article_id: str) -> Page:
    page = visit.open(f"/studio/publishing/{article_id}")
    expect(page.get_by_label("发布前检查")).to_be_visible()
    return page


def test_what_goes_live_is_told_before_it_does(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    article_id = draft_of(visit, "渡轮复航甲")
    page = opened(visit, article_id)
    expect(page.get_by_text("article.published", exact=True)).to_be_visible()
    page.get_by_role("button", name="立即发布").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(f"/articles/{article_id.removeprefix('art_')}-")

    dialog.get_by_role("button", name="立即发布").click()

    expect(page.get_by_text("这一版已在线上")).to_be_visible()
    assert visit.site.ask(READ, id=article_id)["article"]["title"] == "渡轮复航甲"


def test_changes_are_compared_and_corrected_with_a_note(visit: Visit, theme: str) -> None:
    visit.sign_in(Role.PUBLISHER)
    article_id = draft_of(visit, "渡轮复航乙", is_edited=True)
    page = opened(visit, article_id)
    visit.picture(f"studio-publishing-{theme}")
    page.get_by_role("button", name="与线上版本比较").click()
    comparison = page.get_by_role("dialog", name="读者将看到的变化")
    expect(comparison.locator("del").filter(has_text="上午")).to_be_visible()
    expect(comparison.locator("ins").filter(has_text="清晨")).to_be_visible()
    expect(comparison).to_contain_text("原第 3 段，现第 1 段")
    expect(comparison.locator("ins").filter(has_text="b.example")).to_be_visible()
    visit.picture(f"studio-comparison-{theme}")
    page.keyboard.press("Escape")

    page.get_by_role("button", name="更正并说明").click()
    dialog = page.get_by_role("dialog", name="更正")
    expect(dialog.get_by_role("button", name="发布更正")).to_be_disabled()
    dialog.get_by_label("更正说明").fill("时间有误。")
    dialog.get_by_role("button", name="发布更正").click()

    expect(page.get_by_text("第 3 版作为更正上线")).to_be_visible()
    assert visit.site.ask(READ, id=article_id)["article"]["corrections"] == [{"note": "时间有误。"}]


def test_a_plan_names_the_time_zone_and_is_cancelled(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    page = opened(visit, draft_of(visit, "渡轮复航丙"))
    page.get_by_text("定时与禁发").click()
    page.get_by_role("button", name="明天 12:00").click()
    page.get_by_role("button", name="定时", exact=True).click()

    planned = page.locator(".plans")
    expect(planned).to_contain_text("12:00 (Asia/Shanghai, UTC+8)")
    planned.get_by_role("button", name="取消计划").click()

    expect(planned).to_contain_text("没有定时计划")


def test_a_revision_is_restored_and_the_article_taken_down(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    article_id = draft_of(visit, "渡轮复航丁", is_edited=True)
    page = opened(visit, article_id)
    page.get_by_role("button", name="恢复", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("读者看到的内容不变")
    dialog.get_by_role("button", name="恢复", exact=True).click()
    expect(page.get_by_role("heading", name="渡轮复航丁", exact=True)).to_be_visible()
    # What the panel has not shown yet it would not take down.
    expect(page.get_by_role("region", name="发布", exact=True)).to_contain_text("最新：第 4 版")

    page.get_by_text("撤回与下架").click()
    page.get_by_role("button", name="永久下架").click()
    dialog.get_by_label("下架原因").fill("来源要求删除。")
    dialog.get_by_role("button", name="永久下架").click()

    expect(page.get_by_text("已下架", exact=True)).to_be_visible()
    assert visit.site.ask(READ, id=article_id) == {"article": None, "tombstone": {"reason": "来源要求删除。"}}


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR])
def test_who_may_not_publish_asks_for_a_review(visit: Visit, role: Role) -> None:
    visit.sign_in(role)
    page = opened(visit, draft_of(visit, "渡轮复航戊"))
    expect(page.get_by_role("button", name="立即发布")).to_have_count(0)
    page.get_by_text("审核与指派").click()
    page.get_by_role("button", name="送审").click()

    expect(page.locator("header").get_by_text("待审核")).to_be_visible()
