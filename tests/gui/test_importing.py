"""Importing in a browser: pasted text and dropped files become drafts, with the place of every value."""

from __future__ import annotations

from playwright.sync_api import expect

from cms.words import Role
from tests.gui.conftest import Visit

TEXT = """晨光网

当前位置:首页 > 城事 > 交通 >

临水新桥试通车:过江只要四分钟

日期:2025-01-16 14:05 来源:临水时报

1月16日上午,早点铺老板第一个推着车走上了临水新桥。

新桥全长1260米,两侧各留了三米宽的步道。

作者:周一禾  江渡   来源:临水时报
"""
PAGE = """<html><head><title>新桥夜景 - 晨光网</title></head><body><h1>新桥夜景</h1>
<div>更新时间：2026-02-11 08:00</div><article>
<p>入夜以后，新桥的灯一盏盏亮起来，江面上全是倒影，过江的人都停下来拍照，一直到十点才散。</p>
<p>桥上设有观景台，可以看到老城的江岸线和对岸的新城，首日车流平稳，没有拥堵。</p></article></body></html>"""


def test_pasted_text_becomes_a_draft_with_its_evidence(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    page = visit.open("/studio/import")
    page.get_by_label("粘贴页面的文字").fill(TEXT)
    page.get_by_role("button", name="读取").click()

    result = page.locator("article").first
    expect(result).to_contain_text("临水新桥试通车")
    expect(result).to_contain_text("城事 › 交通")
    expect(result).to_contain_text("周一禾 (作者)、江渡 (作者)")
    expect(result.get_by_role("link", name="在编辑器中打开")).to_be_visible()
    visit.picture("studio-import")


def test_files_are_read_and_what_is_unsure_is_taken(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    page = visit.open("/studio/import")
    good = {"name": "night.html", "mimeType": "text/html", "buffer": PAGE.encode("gb18030")}
    bad = {"name": "bad.html", "mimeType": "text/html", "buffer": b"\x00\x01\xff\xfe"}
    page.locator("input[type=file]").set_input_files([good, bad])
    expect(page.locator("article").filter(has_text="bad.html")).to_contain_text("无法判断这个文件的编码")

    result = page.locator("article").filter(has_text="新桥夜景")
    expect(result).to_contain_text("可能是 2026-02-11")
    result.locator("li").filter(has_text="2026-02-11").get_by_role("button", name="采用").click()

    expect(result.locator(".value").filter(has_text="2026/02/11")).to_be_visible()
