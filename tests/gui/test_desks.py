"""The desks: what editors put in order, merge and lead elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from cms.words import Role
from tests.gui.conftest import Visit, drag

CREATE = """mutation($title: String!) { createArticle(input: {title: $title, html: "<p>正文。</p>"}) {
  ... on DraftPayload { draft { id version } } } }"""
COLLECT = """mutation($slug: String!, $title: String!) { createCollection(input: {slug: $slug, title: $title}) {
  ... on CollectionPayload { collection { id version } } } }"""
PLACE = """mutation($id: ID!, $version: Int!, $items: [ID!]!) {
  setCollectionItems(input: {id: $id, expectedVersion: $version, itemIds: $items}) { __typename } }"""


def make_article(visit: Visit, title: str) -> dict[str, Any]:
    """A draft."""
    made: dict[str, Any] = visit.ask(CREATE, title=title)["createArticle"]["draft"]
    return made


def desk(visit: Visit, name: str, role: Role = Role.EDITOR) -> Page:
    """A desk, opened by somebody who may use it."""
    visit.sign_in(role)
    return visit.open(f"/studio/desks/{name}")


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("dialog").get_by_label(label, exact=True)


def save(page: Page) -> None:
    page.get_by_role("dialog").get_by_role("button", name="保存").click()


def test_a_list_is_put_in_order_by_dragging_and_by_keys(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    titles = ["甲稿", "乙稿", "丙稿"]
    drafts = [make_article(visit, title)["id"] for title in titles]
    made = visit.ask(COLLECT, slug=f"order-of-{drafts[0][4:]}", title="排序")["createCollection"]["collection"]
    visit.ask(PLACE, id=made["id"], version=made["version"], items=drafts)
    page = visit.open(f"/studio/desks/collections?id={made['id']}")
    rows = page.get_by_role("list", name="人工排序").get_by_role("listitem")
    order = rows.get_by_role("link")
    expect(order).to_have_text(titles)

    grip = page.get_by_role("button", name="移动 甲稿")
    grip.press("ArrowDown")
    expect(order).to_have_text(["乙稿", "甲稿", "丙稿"])
    expect(grip).to_be_focused()
    drag(page, rows.filter(has_text="乙稿"), rows.nth(2))
    expect(order).to_have_text(["甲稿", "丙稿", "乙稿"])
    page.get_by_role("button", name="移出 丙稿").click()
    expect(order).to_have_text(["甲稿", "乙稿"])

    placed = "query($id: ID!) { placedItems(collectionId: $id) { nodes { draft { title } } } }"
    nodes = visit.ask(placed, id=made["id"])["placedItems"]["nodes"]
    assert [node["draft"]["title"] for node in nodes] == ["甲稿", "乙稿"]
    visit.picture("desks-collection")


def test_categories_are_made_moved_and_dragged(visit: Visit) -> None:
    page = desk(visit, "categories")
    for name in ("桌面甲", "桌面乙"):
        page.get_by_role("button", name="新建栏目").click()
        field(page, "名称").fill(name)
        save(page)
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.get_by_role("region", name=name)).to_be_visible()

    panel = page.get_by_role("region", name="桌面乙")
    panel.get_by_role("button", name="移入上一个栏目").click()
    expect(panel).to_contain_text("桌面甲 › 桌面乙")
    panel.get_by_role("button", name="移出一级").click()
    expect(panel.get_by_text("桌面甲 ›")).to_be_hidden()
    items = page.get_by_role("treeitem")
    items.filter(has_text="桌面乙").drag_to(items.filter(has_text="桌面甲"))
    expect(panel).to_contain_text("桌面甲 › 桌面乙")

    page.get_by_role("tree").get_by_text("桌面甲").click()
    page.get_by_role("region", name="桌面甲").get_by_role("button", name="删除").click()
    page.get_by_role("dialog").get_by_role("button", name="确定").click()
    expect(page.get_by_role("alert")).to_contain_text("1 个下级栏目")
    visit.picture("desks-categories")


def test_authors_are_merged_and_a_conflict_shows_what_the_other_wrote(visit: Visit) -> None:
    page = desk(visit, "authors")
    for name in ("重名甲", "重名乙"):
        page.get_by_role("button", name="新建作者").click()
        field(page, "名称").fill(name)
        save(page)
        expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_label("搜索，按回车").fill("重名")
    page.get_by_label("搜索，按回车").press("Enter")
    row = page.get_by_role("row").filter(has_text="重名甲")

    row.get_by_role("button", name="重名甲").first.click()
    found = visit.ask('{ allAuthors(search: "重名甲") { nodes { id version } } }')["allAuthors"]["nodes"][0]
    change = """mutation($id: ID!, $version: Int!) { updateAuthor(input: {id: $id, expectedVersion: $version,
      description: "别人写的", url: "https://a.example"}) { __typename } }"""
    visit.ask(change, id=found["id"], version=found["version"])
    field(page, "简介").fill("我写的")
    save(page)
    expect(page.get_by_role("dialog")).to_contain_text("别人写的")
    expect(field(page, "简介")).to_have_value("我写的")
    expect(field(page, "网址")).to_have_value("https://a.example")
    visit.picture("desks-conflict")
    save(page)
    expect(page.get_by_role("dialog")).to_be_hidden()

    row.get_by_role("button", name="合并").click()
    page.get_by_role("dialog").get_by_label("保留哪一条").fill("重名乙")
    page.get_by_role("option", name="重名乙").click()
    expect(page.get_by_role("dialog")).to_contain_text("重名甲（公开 0 篇） → 重名乙（公开 0 篇）")
    page.get_by_role("button", name="合并（不可撤销）").click()
    expect(page.get_by_role("row").filter(has_text="重名")).to_have_count(1)


def test_a_path_leads_elsewhere_and_a_chain_is_refused_in_words(visit: Visit) -> None:
    page = desk(visit, "redirects")
    page.get_by_role("button", name="新建跳转").click()
    field(page, "路径").fill("https://old.example/%E6%97%A7/1.html")
    field(page, "网址").fill("/new")
    save(page)
    expect(page.get_by_role("row").filter(has_text="/旧/1.html")).to_contain_text("永久")
    page.get_by_role("button", name="新建跳转").click()
    field(page, "路径").fill("/older")
    field(page, "网址").fill("/旧/1.html")
    save(page)
    expect(page.get_by_role("dialog")).to_contain_text("请直接填写最终地址")
    visit.picture("desks-redirects")
    field(page, "网址").fill("/new")
    save(page)
    expect(page.get_by_role("dialog")).to_be_hidden()

    assert visit.site.ask('{ redirect(path: "/%E6%97%A7/1.html") { url } }') == {"redirect": {"url": "/new"}}


def test_the_calendar_shows_what_is_planned(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    draft = make_article(visit, "日历上的稿件")
    due = datetime.now(UTC) + timedelta(minutes=30)
    plan = """mutation($id: ID!, $version: Int!, $at: DateTime!) {
      scheduleArticle(input: {id: $id, expectedVersion: $version}, act: PUBLISH, at: $at) { __typename } }"""
    visit.ask(plan, id=draft["id"], version=draft["version"], at=due.isoformat())
    page = visit.open("/studio/desks/calendar")
    entry = page.get_by_role("link", name="日历上的稿件")

    expect(entry).to_be_visible()
    page.get_by_text("周", exact=True).first.click()
    expect(entry).to_be_visible()
    page.get_by_role("button", name="往后").press("Enter")
    expect(entry).to_be_hidden()
    page.get_by_role("button", name="今天").press("Enter")
    expect(entry).to_have_attribute("href", f"/studio/articles/{draft['id']}")
    visit.picture("desks-calendar")


def test_an_article_is_pinned_in_the_hot_list_and_the_site_is_told_of(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    make_article(visit, "要置顶的稿件")
    page = visit.open("/studio/desks/hot")
    page.get_by_role("button", name="置顶或屏蔽稿件").click()
    field(page, "稿件").fill("要置顶")
    page.get_by_role("option", name="要置顶的稿件").click()
    save(page)
    row = page.get_by_role("row").filter(has_text="要置顶的稿件")
    expect(row).to_contain_text("固定在第 1 位")
    row.get_by_role("button", name="取消要求").click()
    expect(row).to_have_count(0)

    page.get_by_role("link", name="站点设置").click()
    page.get_by_label("口号").fill("每天早上见")
    page.get_by_label("站点网址").fill("morning")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("请填写以 http://")).to_be_visible()
    page.get_by_label("站点网址").fill("https://morning.example")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已保存")).to_be_visible()
    assert visit.site.ask("{ site { tagline url } }")["site"] == {
        "tagline": "每天早上见",
        "url": "https://morning.example",
    }
