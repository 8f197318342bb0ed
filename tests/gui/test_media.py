"""The media library in a browser: bringing files in, describing, replacing and deleting them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cms.words import Role
from tests.files import picture
from tests.gui.conftest import Visit

ASSET = "query($id: ID!) { asset(id: $id) { version alt credit focalX focalY type useCount } }"
UPDATE = """mutation($input: UpdateAssetInput!) { updateAsset(input: $input) { __typename } }"""
CREATE = """mutation($input: CreateArticleInput!) {
  createArticle(input: $input) { ... on DraftPayload { draft { id } } } }"""


def library(visit: Visit, path: str = "/studio/media") -> Page:
    visit.sign_in(Role.PUBLISHER)
    return visit.open(path)


def brought_in(visit: Visit, data: bytes, name: str) -> str:
    """The id of a new file."""
    file: Any = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    answer = visit.context.request.post(
        f"{visit.site.url}/assets", multipart={"file": file}, headers={"X-Broadsheet-CSRF": "1"}
    )
    return str(answer.json()["asset"]["id"])


def choose(page: Page, *files: tuple[str, bytes]) -> None:
    page.locator("input[type=file]").first.set_input_files(
        [{"name": name, "mimeType": "", "buffer": data} for name, data in files]
    )


def test_files_are_brought_in_and_refused_in_words(visit: Visit, theme: str) -> None:
    page = library(visit)
    wide, tall = picture(size=(641, 480 + len(theme))), picture("PNG", size=(300, 400 + len(theme)))

    choose(
        page, (f"渡口 {theme}.jpg", wide), (f"码头 {theme}.png", tall), ("标志.svg", b"<svg/>"), ("断.jpg", wide[:900])
    )

    expect(page.locator(".card", has_text=f"渡口 {theme}.jpg")).to_contain_text("641 ×")
    expect(page.locator(".card", has_text=f"码头 {theme}.png")).to_contain_text("300 ×")
    expect(page.get_by_role("alert").filter(has_text="不接收 SVG")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text="不完整或已损坏")).to_be_visible()
    visit.picture(f"studio-media-{theme}")

    page.route("**/graphql", lambda route: route.fulfill(status=413, json={"errors": [{"message": "too long"}]}))
    choose(page, ("大.jpg", b"x"))
    expect(page.get_by_role("alert").filter(has_text="文件太大")).to_be_visible()


def test_what_is_told_of_a_file_is_kept_and_a_conflict_loses_nothing(visit: Visit, theme: str) -> None:
    visit.sign_in(Role.PUBLISHER)
    asset = brought_in(visit, picture(size=(700, 500 + len(theme))), f"说明 {theme}.jpg")
    page = visit.open(f"/studio/media?asset={asset}")
    details = page.get_by_role("dialog")
    details.get_by_label("图片内容").fill("晨雾中的渡口")
    stage = details.locator(".stage img")
    box = stage.bounding_box()
    assert box is not None
    stage.click(position={"x": box["width"] / 4, "y": box["height"] / 2}, force=True)
    visit.picture(f"studio-media-details-{theme}")
    visit.ask(UPDATE, input={"id": asset, "expectedVersion": 1, "credit": "王小明"})

    details.get_by_role("button", name="保存").click()
    expect(details.get_by_role("alert")).to_contain_text("其间有人修改了它")
    expect(details.get_by_label("署名", exact=True)).to_have_value("王小明")
    details.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已保存")).to_be_visible()

    told = visit.ask(ASSET, id=asset)["asset"]
    assert (told["version"], told["alt"], told["credit"], told["focalY"]) == (3, "晨雾中的渡口", "王小明", 50)
    assert told["focalX"] == pytest.approx(25, abs=1)


def test_a_file_in_use_is_not_deleted_but_replaced(visit: Visit, tmp_path: Path) -> None:
    visit.sign_in(Role.PUBLISHER)
    asset = brought_in(visit, picture(size=(710, 500)), "在用.jpg")
    visit.ask(CREATE, input={"title": "用图的稿件", "html": "<p>文</p>", "imageId": asset})
    page = visit.open(f"/studio/media?asset={asset}")
    details = page.get_by_role("dialog", name="在用.jpg 的详情")

    expect(details.get_by_role("link", name="用图的稿件")).to_be_visible()
    details.get_by_role("button", name="删除").click()
    expect(details.get_by_role("alert")).to_contain_text("有 1 篇稿件在用")

    file = tmp_path / "新图.png"
    file.write_bytes(picture("PNG", size=(333, 222)))
    details.locator("input[type=file]").set_input_files(file)
    page.get_by_role("dialog", name="替换").get_by_role("button", name="替换文件").click()
    expect(details).to_contain_text("333 × 222")
    assert visit.ask(ASSET, id=asset)["asset"]["type"] == "PNG"


def test_unsaved_changes_are_not_lost_by_a_slip_and_an_unused_file_goes(visit: Visit) -> None:
    visit.sign_in(Role.PUBLISHER)
    asset = brought_in(visit, picture(size=(720, 500)), "多余.jpg")
    page = visit.open(f"/studio/media?asset={asset}")
    details = page.get_by_role("dialog", name="多余.jpg 的详情")
    details.get_by_label("图片说明").fill("还没写完")

    page.keyboard.press("Escape")
    page.get_by_role("button", name="留在这里").click()
    expect(details.get_by_label("图片说明")).to_have_value("还没写完")

    details.get_by_role("button", name="删除").click()
    page.get_by_role("dialog", name="删除").get_by_role("button", name="删除").click()
    expect(page.get_by_text("已删除。")).to_be_visible()
    expect(details).to_be_hidden()
    assert visit.ask(ASSET, id=asset)["asset"] is None
