"""The article editor in a browser: saving by itself, two editors at once, typing Chinese, no connection, pasting."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from cms.words import Role
from tests.files import picture
from tests.gui.conftest import PASSWORD, Visit, drag

CREATE = """mutation($input: CreateArticleInput!) {
    createArticle(input: $input) { ... on DraftPayload { draft { id } } ... on Refusal { code message } }
}"""
READ = """query($id: ID!) { draft(id: $id) {
    version
    revisions { totalCount }
    head { title subtitle html credits { name role } relations { kind target { id } } tags { name } }
} }"""


def made(visit: Visit, **fields: Any) -> str:
    """The id of a new article."""
    fields = {"title": "渡轮复航", "html": "<p>　　今天上午，渡轮复航。</p>"} | fields
    return str(visit.ask(CREATE, input=fields)["createArticle"]["draft"]["id"])


def opened(visit: Visit, article: str) -> Page:
    page = visit.open(f"/studio/articles/{article}")
    expect(body_of(page)).to_be_visible()
    return page


def body_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="正文", exact=True)


def saved(page: Page) -> None:
    expect(page.locator("[data-state=clean]")).to_contain_text("已保存 ")


def at_end(page: Page) -> None:
    body_of(page).click()
    page.keyboard.press("Control+End")


def paste(page: Page, html: str) -> None:
    """As the clipboard gives it."""
    body_of(page).evaluate(
        """(body, html) => {
            const clipboardData = new DataTransfer()
            clipboardData.setData('text/html', html)
            body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        }""",
        html,
    )


def hand_over(page: Page, act: str, name: str, data: bytes, kind: str = "image/png") -> None:
    """Paste a file into the text, or drop it onto its first paragraph."""
    body_of(page).evaluate(
        """(body, [act, name, bytes, type]) => {
            const given = new DataTransfer()
            given.items.add(new File([new Uint8Array(bytes)], name, { type }))
            const { x, y } = body.firstElementChild.getBoundingClientRect()
            const told = { clientX: x + 5, clientY: y + 5, clipboardData: given, dataTransfer: given }
            const Event = act === 'drop' ? DragEvent : ClipboardEvent
            body.dispatchEvent(new Event(act, { ...told, bubbles: true, cancelable: true }))
        }""",
        [act, name, list(data), kind],
    )


def compose(context: BrowserContext, page: Page, pinyin: str, characters: str) -> None:
    """What an input method does: letters that are shown, and then the characters in their place."""
    devtools = context.new_cdp_session(page)
    for end in range(1, len(pinyin) + 1):
        typed = pinyin[:end]
        devtools.send("Input.imeSetComposition", {"text": typed, "selectionStart": end, "selectionEnd": end})
    devtools.send("Input.insertText", {"text": characters})
    devtools.detach()


def test_looking_changes_nothing_and_typing_is_saved_by_itself(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    html = (
        "<p>　　今天<b>上午</b></p>\n<table><tbody><tr><td>一</td></tr></tbody></table>"
        '<figure><img src="/gui/none.png" alt="桥"><figcaption>桥</figcaption></figure><p></p>'
    )
    article = made(visit, html=html)
    before = visit.ask(READ, id=article)["draft"]
    page = opened(visit, article)
    page.get_by_role("button", name="立即保存").click()
    expect(page.locator("[data-state=clean]")).to_have_text("已保存")
    expect(body_of(page).get_by_role("cell", name="一")).to_be_visible()
    assert visit.ask(READ, id=article)["draft"] == before

    page.get_by_label("标题", exact=True).fill("渡轮今晨复航")
    body_of(page).get_by_text("今天").click()
    page.keyboard.press("End")
    page.keyboard.type("八点")
    saved(page)
    visit.picture("editor")

    after = visit.ask(READ, id=article)["draft"]
    assert after["head"]["title"] == "渡轮今晨复航"
    assert after["head"]["html"].startswith("<p>　　今天<strong>上午八点</strong></p><table>")
    assert "<td>一</td>" in after["head"]["html"]


def test_an_input_method_composes_in_headline_and_body(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    page = visit.open("/studio/articles/new")
    page.get_by_label("标题", exact=True).click()
    compose(visit.context, page, "duchuan", "渡船")
    at_end(page)
    compose(visit.context, page, "jintian", "今天")
    page.keyboard.type("。")
    saved(page)

    expect(page).to_have_url(re.compile("/studio/articles/art_"))
    page.keyboard.type("后来。")
    expect(page.locator("[data-state=waiting]")).to_be_visible()
    saved(page)
    head = visit.ask(READ, id=page.url.rpartition("/")[2])["draft"]["head"]
    assert (head["title"], head["html"]) == ("渡船", "<p>今天。后来。</p>")


def test_two_editors_lose_nothing_of_each_other(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    article = made(visit, html="<p>一</p><p>二</p><p>三</p>", subtitle="原来的")
    page = opened(visit, article)
    other = visit.context.browser.new_context(locale="zh-CN")  # type: ignore[union-attr]
    second = other.new_page()
    second.goto(f"{visit.site.url}/studio/sign-in?next=/articles/{article}")
    second.get_by_label("邮箱").fill("publisher@example.org")
    second.get_by_label("密码").fill(PASSWORD)
    second.get_by_role("button", name="登录").click()
    second.get_by_label("副标题").fill("对方的")
    body_of(second).get_by_text("三").click()
    second.keyboard.press("End")
    second.keyboard.type("！")
    second.keyboard.press("Control+s")
    saved(second)

    page.get_by_label("副标题").fill("我的")
    body_of(page).get_by_text("一").click()
    page.keyboard.press("End")
    page.keyboard.type("？")
    dialog = page.get_by_role("dialog", name="你们修改了同一处")
    field = dialog.get_by_role("region", name="副标题")
    for text in ("原来的", "我的", "对方的"):
        expect(field).to_contain_text(text)
    visit.picture("editor-conflict")
    field.get_by_role("button", name="用我的").click()
    field.get_by_label("将保存为").fill("我们的")
    dialog.get_by_role("button", name="保存").click()
    saved(page)

    head = visit.ask(READ, id=article)["draft"]["head"]
    assert (head["subtitle"], head["html"]) == ("我们的", "<p>一？</p><p>二</p><p>三！</p>")
    other.close()


def test_without_a_connection_typing_goes_on_and_survives_a_crash(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    article = made(visit)
    page = opened(visit, article)
    visit.context.set_offline(True)
    at_end(page)
    page.keyboard.type("断网时写的。")
    expect(page.locator("[data-state=offline]")).to_be_visible()
    page.keyboard.type("还在写。")
    visit.context.set_offline(False)
    saved(page)
    assert "断网时写的。还在写。" in visit.ask(READ, id=article)["draft"]["head"]["html"]

    page.context.route("**/graphql", lambda route: route.abort())
    page.keyboard.type("崩溃之前。")
    expect(page.locator("[data-state=offline]")).to_be_visible()
    page.close(run_before_unload=False)
    page.context.unroute("**/graphql")
    visit.problems.clear()
    visit.page = page.context.new_page()
    page = opened(visit, article)
    page.get_by_role("dialog", name="有未保存的输入").get_by_role("button", name="接着编辑").click()
    saved(page)

    assert "崩溃之前。" in visit.ask(READ, id=article)["draft"]["head"]["html"]


def test_a_session_that_ends_while_typing_is_renewed_in_place(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    article = made(visit)
    page = opened(visit, article)
    visit.context.clear_cookies()
    at_end(page)
    page.keyboard.type("写到一半。")
    dialog = page.get_by_role("dialog", name="重新登录")
    dialog.get_by_label("邮箱").fill("editor@example.org")
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录").click()
    saved(page)

    assert "写到一半。" in visit.ask(READ, id=article)["draft"]["head"]["html"]


def test_word_is_cleaned_and_lists_are_put_in_order(visit: Visit) -> None:
    visit.sign_in(Role.EDITOR)
    authors = visit.ask("{ allAuthors(first: 2) { nodes { id } } }")["allAuthors"]["nodes"]
    links = [made(visit, title=title) for title in ("相关甲", "相关乙")]
    article = made(
        visit,
        html="",
        credits=[{"authorId": one["id"], "name": name} for one, name in zip(authors, "甲乙", strict=True)],
        relations=[{"targetId": link} for link in links],
    )
    page = opened(visit, article)
    body_of(page).click()
    word = (
        "<html><head><style>p{color:red}</style></head><body><!--StartFragment-->"
        "<p class=MsoNormal style='text-indent:21.0pt'><span style='color:red'>　　今天\n上午<o:p></o:p></span></p>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>甲项</p>"
        "<!--EndFragment--></body></html>"
    )
    paste(page, word)
    people = page.get_by_role("list", name="人员")
    drag(page, people.get_by_role("listitem").nth(1), people.get_by_role("listitem").nth(0))
    page.get_by_role("button", name="下移 相关甲").press("Alt+ArrowDown")
    saved(page)
    visit.picture("editor-pasted")

    head = visit.ask(READ, id=article)["draft"]["head"]
    assert head["html"] == "<p>　　今天上午</p><ul><li>甲项</li></ul>"
    assert [credit["name"] for credit in head["credits"]] == ["乙", "甲"]
    assert [relation["target"]["id"] for relation in head["relations"]] == links[::-1]


def test_pictures_are_pasted_and_dropped_into_the_text(visit: Visit) -> None:
    visit.sign_in(Role.CONTRIBUTOR)
    article = made(visit, html="<p>一</p><p>二</p>")
    page = opened(visit, article)
    at_end(page)
    hand_over(page, "paste", "截图.png", picture("PNG", size=(311, 200)))
    hand_over(page, "drop", "渡口.png", picture("PNG", size=(312, 200)))
    expect(body_of(page).locator("figure img")).to_have_count(2)
    saved(page)
    visit.picture("editor-pictures")
    html = visit.ask(READ, id=article)["draft"]["head"]["html"]
    assert re.fullmatch(
        '<p>一</p><figure><img src="/assets/[^"]+"[^>]*>.*</figure><p>二</p><figure><img src="/assets/[^"]+".*', html
    ), html

    hand_over(page, "paste", "坏.png", picture("PNG")[:60])
    expect(page.get_by_role("alert").filter(has_text="损坏")).to_be_visible()
    hand_over(page, "paste", "稿.docx", b"x", "application/msword")
    expect(page.get_by_text("正文里只能放图片")).to_be_visible()
    assert visit.ask(READ, id=article)["draft"]["head"]["html"] == html
