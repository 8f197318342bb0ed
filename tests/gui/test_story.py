"""The whole way of an article in a browser: from a page of another site to readers, and what follows."""

from __future__ import annotations

import json
import queue
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from cms.words import Role
from tests.gui.conftest import PASSWORD, Site, Visit, drag
from tests.gui.test_editor import at_end, body_of, compose, saved

ROOT = Path(__file__).parents[2]
# The page of the reference portal lies beside the project, not in it; where it is missing, ours stands for it.
SEED = ROOT.parent / "shared" / "seed"
QUERY = (ROOT / "docs" / "examples" / "article_page.graphql").read_text(encoding="utf-8")
TEXT = """晨光网

当前位置:首页 > 城事 > 园区 >

临水开发区:打好“四场硬仗” 建设千亿产业新城

日期: 来源:临水日报收集编辑:临水日报

1月28日下午,新年的第一个工作日,临水开发区召开2023年招商引资工作动员会,驻点招商的队伍领命出征。

“全区上下要保持力度不减、标准更高。”开发区负责人说,今年要接续打好四场硬仗,以主战场加速崛起之势迎接新城建成。

作者:周一禾  江渡  林小满   来源:临水日报

相关阅读

  • 城北开发区:打好“乡情牌”

  • 新年上班第一天,厂房里展现在眼前的是一台台现代化的生产设
  • 高质量发展跑起来

  • 新春开年第二天,全市召开高质量发展大会,同时举行首批重大项目开工活动
  • 奋力攻坚“开门红”

  • 我市与全省同步举行项目建设活动,并设立分会场,同步开展活动。
"""


@dataclass(frozen=True)
class Imported:
    """A page, and what is read of it."""

    text: str
    title: str
    authors: list[str]
    related: list[str]


def reference_page() -> Imported:
    if not SEED.is_dir():
        related = ["城北开发区:打好“乡情牌”", "高质量发展跑起来", "奋力攻坚“开门红”"]
        return Imported(TEXT, "临水开发区:打好“四场硬仗” 建设千亿产业新城", ["周一禾", "江渡", "林小满"], related)
    expected = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
    related = [item["title"] for item in expected["related"]["items"]]
    text = (SEED / "page.txt").read_text(encoding="utf-8")
    return Imported(text, expected["title"], expected["byline"]["authors"], related)


class Receiver:
    """Somebody's program that is told of events: it takes all, and remembers them."""

    def __init__(self, port: int) -> None:
        self.heard: queue.Queue[tuple[dict[str, str], Any]] = queue.Queue()
        heard = self.heard

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                heard.put(({name.lower(): value for name, value in self.headers.items()}, json.loads(body)))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.url = f"http://127.0.0.1:{port}/hook"

    def hears(self, event: str) -> dict[str, str]:
        """Wait for an event; the headers it came with."""
        while True:
            headers, body = self.heard.get(timeout=30)
            if body["type"] == event:
                return headers


@pytest.fixture
def receiver(site: Site) -> Iterator[Receiver]:
    receiver = Receiver(site.hook_port)
    thread = threading.Thread(target=receiver.server.serve_forever)
    thread.start()
    yield receiver
    receiver.server.shutdown()
    thread.join()
    receiver.server.server_close()


def test_the_whole_story(visit: Visit, receiver: Receiver) -> None:
    seed = reference_page()
    visit.sign_in(Role.ADMIN)
    page = visit.page
    watch(visit, receiver)
    article = bring_in(visit, seed)
    fix_fields(visit, page, seed)
    title = settle_conflict(visit, page, article)
    order = put_in_order(page, seed)
    publish(visit, page)
    receiver.hears("article.published")

    shown = visit.site.ask(QUERY, id=article)["article"]
    assert (shown["title"], shown["subtitle"]) == (title, "招商")
    assert [author["name"] for author in shown["authors"]] == [*seed.authors, "沈知微"]
    assert [edge["node"]["title"] for edge in shown["related"]["edges"]] == order

    correct(visit, page)
    assert receiver.hears("article.corrected")["webhook-signature"].startswith("v1,")
    shown = visit.site.ask(QUERY, id=article)["article"]
    assert shown["body"]["html"].endswith("更正后的一句。</p>")
    noted = visit.site.ask("query($id: ID!) { article(id: $id) { corrections { note } } }", id=article)["article"]
    assert noted == {"corrections": [{"note": "漏了一句。"}]}

    restore(visit, page)
    receiver.hears("article.updated")
    assert "更正后的一句" not in visit.site.ask(QUERY, id=article)["article"]["body"]["html"]
    see_deliveries(visit)


def watch(visit: Visit, receiver: Receiver) -> None:
    """Have the receiver told of everything."""
    page = visit.open("/studio/endpoints")
    page.get_by_role("button", name="新建端点").click()
    form = page.get_by_role("dialog", name="新建端点")
    form.get_by_label("名称", exact=True).fill("全程")
    form.get_by_role("textbox", name="地址").fill(receiver.url)
    form.get_by_role("button", name="保存").click()
    page.get_by_role("dialog", name="验证签名的密钥").get_by_role("button", name="我已保存").click()
    expect(page.get_by_role("heading", name="全程")).to_be_visible()


def bring_in(visit: Visit, seed: Imported) -> str:
    """Import the page; the id of its draft, which is open then."""
    page = visit.open("/studio/import")
    page.get_by_label("粘贴页面的文字").fill(seed.text)
    page.get_by_role("button", name="读取").click()
    result = page.locator("article").first
    expect(result).to_contain_text("、".join(f"{name} (作者)" for name in seed.authors))
    result.locator("li").filter(has_text="2023").get_by_role("button", name="采用").first.click()
    expect(result.locator(".value").filter(has_text="2023/01/28")).to_be_visible()
    visit.picture("story-1-import")
    result.get_by_role("link", name="在编辑器中打开").click()
    expect(body_of(page)).to_be_visible()
    return page.url.rpartition("/")[2]


def fix_fields(visit: Visit, page: Page, seed: Imported) -> None:
    """Type with an input method, choose a category, pick one more author."""
    page.get_by_label("副标题").click()
    compose(visit.context, page, "zhaoshang", "招商")
    # What comes into the panel above moves the field from under the mouse.
    expect(page.get_by_label("发布前检查")).to_contain_text("没有授权信息")
    page.get_by_role("combobox", name="栏目").click()
    page.get_by_role("treeitem", name="要闻").first.get_by_text("要闻", exact=True).click()
    page.get_by_role("combobox", name="添加人员").fill("沈知微")
    page.get_by_role("option", name="沈知微").click()
    # Beside those who wrote there is the paper that collected it.
    expect(listed(page, "人员")).to_have_count(len(seed.authors) + 2)
    saved(page)


def listed(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name=name, exact=True).get_by_role("listitem")


def put_in_order(page: Page, seed: Imported) -> list[str]:
    """Drag the third related article to the first place; their titles as they are then."""
    rows = listed(page, "相关稿件")
    drag(page, rows.nth(2), rows.nth(0))
    order = [seed.related[2], *seed.related[:2], *seed.related[3:]]
    expect(rows).to_contain_text(order)
    saved(page)
    return order


def settle_conflict(visit: Visit, page: Page, article: str) -> str:
    """Somebody else saves another headline; the one that both come to."""
    other = visit.context.browser.new_context(locale="zh-CN")  # type: ignore[union-attr]
    second = other.new_page()
    second.goto(f"{visit.site.url}/studio/sign-in?next=/articles/{article}")
    second.get_by_label("邮箱").fill("publisher@example.org")
    second.get_by_label("密码").fill(PASSWORD)
    second.get_by_role("button", name="登录").click()
    expect(body_of(second)).to_be_visible()
    visit.context.set_offline(True)
    page.get_by_label("标题", exact=True).fill("我拟的标题")
    second.get_by_label("标题", exact=True).fill("对方拟的标题")
    second.keyboard.press("Control+s")
    saved(second)
    visit.context.set_offline(False)
    visit.problems.clear()  # what could not be saved just now

    dialog = page.get_by_role("dialog", name="你们修改了同一处")
    field = dialog.get_by_role("region", name="标题")
    for text in ("我拟的标题", "对方拟的标题"):
        expect(field).to_contain_text(text)
    visit.picture("story-2-conflict")
    field.get_by_role("button", name="用对方的").click()
    field.get_by_label("将保存为").fill("两人商定的标题")
    dialog.get_by_role("button", name="保存").click()
    saved(page)
    other.close()
    return "两人商定的标题"


def newest(visit: Visit, page: Page) -> Locator:
    """The panel that publishes, once it shows what was saved last: nothing else it would publish."""
    number = visit.ask("query($id: ID!) { draft(id: $id) { head { number } } }", id=page.url.rpartition("/")[2])
    panel = page.locator("section.publishing")
    expect(panel).to_contain_text(f"最新：第 {number['draft']['head']['number']} 版")
    return panel


def publish(visit: Visit, page: Page) -> None:
    panel = newest(visit, page)
    expect(panel.get_by_label("发布前检查")).to_contain_text("没有授权信息")
    visit.picture("story-3-editor")
    panel.get_by_role("button", name="立即发布").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("两人商定的标题")
    visit.picture("story-4-publish")
    dialog.get_by_role("button", name="立即发布").click()
    expect(panel.get_by_text("这一版已在线上")).to_be_visible()


def correct(visit: Visit, page: Page) -> None:
    at_end(page)
    page.keyboard.press("Enter")
    compose(visit.context, page, "gengzheng", "更正后的一句。")
    saved(page)
    panel = newest(visit, page)
    panel.get_by_role("button", name="更正并说明").click()
    dialog = page.get_by_role("dialog", name="更正")
    dialog.get_by_label("更正说明").fill("漏了一句。")
    visit.picture("story-5-correct")
    dialog.get_by_role("button", name="发布更正").click()
    expect(panel.get_by_text("这一版已在线上")).to_be_visible()


def restore(visit: Visit, page: Page) -> None:
    """See what the correction changed, and go back to what was before it."""
    page.get_by_role("button", name="历史", exact=True).click()
    history = page.get_by_role("region", name="历史", exact=True)
    history.get_by_role("button", name="改了什么").first.click()
    comparison = page.get_by_role("dialog", name=re.compile("第 .+ 版 → 第 .+ 版"))
    expect(comparison.locator("ins").filter(has_text="更正后的一句")).to_be_visible()
    visit.picture("story-6-difference")
    page.keyboard.press("Escape")

    history.get_by_role("button", name="恢复", exact=True).first.click()
    dialog = page.get_by_role("dialog", name="恢复")
    expect(dialog.locator("del").filter(has_text="更正后的一句")).to_be_visible()
    visit.picture("story-7-restore")
    dialog.get_by_role("button", name="恢复", exact=True).click()
    expect(body_of(page)).not_to_contain_text("更正后的一句")
    panel = newest(visit, page)
    panel.get_by_role("button", name="发布修改").click()
    page.get_by_role("dialog", name="的修改").get_by_role("button", name="发布修改").click()
    expect(panel.get_by_text("这一版已在线上")).to_be_visible()


def see_deliveries(visit: Visit) -> None:
    page = visit.open("/studio/endpoints")
    page.get_by_role("link", name="全程").click()
    rows = page.locator(".el-table__body .el-table__row")
    for event in ("article.published", "article.corrected", "article.updated"):
        expect(rows.filter(has_text=event).filter(has_text="已送达")).to_have_count(1)
    visit.picture("story-8-deliveries")
    rows.filter(has_text="article.corrected").get_by_role("button", name="article.corrected").click()
    delivery = page.get_by_role("dialog", name="article.corrected")
    expect(delivery).to_contain_text("204")
    visit.picture("story-9-delivery")
