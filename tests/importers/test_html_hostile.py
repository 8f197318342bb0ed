"""HTML pages that are made to take long, or to be read as what they are not."""

from __future__ import annotations

import json

import pytest

from cms.errors import ItemRefused
from cms.importers.html import beside
from cms.importers.html.charset import decode_page
from cms.importers.html.page import parse
from cms.importers.html.titles import page_title
from cms.importers.html.tree import lines_of, read_tree
from cms.importers.item import ImportItem

HEAD = "<html><head><title>渡口重新开放_沿江网</title></head><body><h1>渡口重新开放</h1>"
TEXT = "<p>渡口今天清晨重新开放，第一班船载着四十名乘客过江，比停航以前早了半个小时。</p>"


def read(html: str) -> ImportItem:
    return parse(html, "page.html")


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (HEAD + "<div>" * 100_000 + TEXT, "tags"),
        (HEAD + "<div>" * 5_000 + TEXT, "deeper"),
        (HEAD + "<p " + " ".join(f"a{number}" for number in range(50_000)) + ">x</p>" + TEXT, "attributes"),
        (HEAD + "<p " + "/".join(f"a{number}" for number in range(5_000)) + ">x</p>" + TEXT, "attributes"),
        (HEAD + '<p a=">" ' + " ".join(f"b{number}" for number in range(5_000)) + ">x</p>" + TEXT, "attributes"),
        (HEAD + '<p a="<" ' + " ".join(f"b{number}" for number in range(5_000)) + ">x</p>" + TEXT, "attributes"),
        (HEAD + "<style " + " ".join(f"b{number}" for number in range(5_000)) + "></style>" + TEXT, "attributes"),
        (HEAD + '<!-- <p a=" --><p ' + " ".join(f"b{number}" for number in range(5_000)) + '>"' + TEXT, "attributes"),
        (HEAD + "<p " + " ".join(f'a{number}=">"' for number in range(50_000)) + ">x</p>" + TEXT, "attributes"),
        ("<html><body></body></html>", "title"),
        (HEAD + "</body></html>", "text"),
        ("x" * (16 * 1024 * 1024 + 1), "longer"),
    ],
)
def test_page_that_takes_too_long_or_holds_nothing_is_refused(html: str, reason: str) -> None:
    with pytest.raises(ItemRefused, match=reason):
        read(html)


@pytest.mark.parametrize(
    "inserted",
    [
        f'<script type="application/ld+json">{"[" * 500_000}</script>',
        f'<script type="application/ld+json">,{" " * 500_000}</script>',
        f"<p>{' ' * 1_000_000}</p>",
        f"<p>{'（记者' * 5_000}</p>",
        "<h1>渡口重新开放</h1>" * 2_000,
        "<div class='comment'>" * 200 + TEXT * 1_000 + "</div>" * 200,
        "<div class='crumb'>" * 100 + "首页 &gt; 渡口" + "</div>" * 100,
        "<meta name='author' content='甲，乙'>" * 5_000,
    ],
)
def test_what_invites_quadratic_work_is_read_all_the_same(inserted: str) -> None:
    assert read(HEAD + inserted + TEXT).title == "渡口重新开放"


@pytest.mark.parametrize(
    "inserted",
    [
        f'<img src="data:image/png;base64,{"/ab+" * 5_000}">',
        f"<script>if (1 <n) {{ {'a b ' * 5_000} }}</script>",
        f"<!-- <p {'a b ' * 5_000} -->",
        f"<pre>1 < 2 {'a b ' * 5_000}</pre>",
    ],
)
def test_what_only_looks_like_many_attributes_is_read(inserted: str) -> None:
    assert read(HEAD + inserted + TEXT).title == "渡口重新开放"


def test_what_stands_around_headings_is_read_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[int] = []
    monkeypatch.setattr(beside, "lines_of", lambda box: readings.append(1) or lines_of(box))

    read(HEAD + TEXT + "<div><a href='/1'>渡口旁边的茶馆</a>" + "<p>相关阅读</p>" * 500 + "</div>")

    assert 0 < len(readings) < 100


def test_of_a_very_long_title_element_the_beginning_counts() -> None:
    html = HEAD.replace("_沿江网", f"_沿江网{'_江' * 100_000}") + TEXT

    assert read(html).title == "渡口重新开放"
    assert len(page_title(read_tree(html, "page.html"))) == 1_000


def test_so_many_values_are_read_and_no_more() -> None:
    names = [f"张{chr(0x4E00 + number)}{chr(0x5E00 + number)}" for number in range(3_000)]
    declared = json.dumps({"@type": "NewsArticle", "headline": "渡口重新开放", "author": names})
    metas = "<meta name='pubdate' content='2025-02-31'>" * 3_000

    item = read(HEAD + f'<script type="application/ld+json">{declared}</script>' + metas + TEXT)

    assert len(item.credits) == 100
    assert len(item.evidence) < 150
    assert len(item.warnings) == 10


@pytest.mark.parametrize("invisible", ["\x01", "&#1;", "&#x1F;", "&#0017;", "&#xFFFF;", "\ufffe", "&#127", "\ud800"])
def test_a_character_that_nobody_sees_does_not_cost_the_page(invisible: str) -> None:
    item = read(HEAD + f"<p>来源：沿江{invisible}晚报</p>" + TEXT.replace("渡口", f"渡{invisible}口"))

    assert item.source == "沿江晚报"
    assert item.body_html == TEXT


def test_other_references_stay() -> None:
    html = read(HEAD + TEXT.replace("渡口", "&#28193;&#x53E3;&#9;&#10;&#150;&#12288")).body_html

    assert "渡口" in html
    assert "–" in html


def test_halves_of_characters_in_declarations_do_not_cost_the_page() -> None:
    declared = (
        '{"@type": "NewsArticle", "headline": "渡口重新开放", '
        '"author": "张三丰、@\\ud800", "datePublished": "2025-01-16 \\u0000"}'
    )

    item = read(HEAD + f'<script type="application/ld+json">{declared}</script>' + TEXT)

    assert [one.text for one in item.evidence if one.field in ("credits", "published_at")] == [
        "2025-01-16",
        "张三丰、@",
    ]


@pytest.mark.parametrize("base", ["http://[::1", "javascript:steal()//", "data:text/html,", "//[x]/"])
def test_base_that_is_no_address_is_left_aside(base: str) -> None:
    text = TEXT.replace("渡口", "<a href='times'>渡口</a>")

    item = parse(
        HEAD.replace("</head>", f"<base href='{base}'></head>") + text + TEXT, "page.html", url="http://a.example/b/c"
    )

    assert '<a href="http://a.example/b/times">' in item.body_html


@pytest.mark.parametrize("position", ["²", "1" * 5_000, "", -1, None, [1]])
def test_breadcrumb_with_strange_positions_is_read(position: object) -> None:
    entries = [{"position": position, "name": "城事"}, {"position": 2, "name": "交通"}]
    declared = json.dumps({"@type": "BreadcrumbList", "itemListElement": entries})

    item = read(HEAD + f'<script type="application/ld+json">{declared}</script>' + TEXT)

    assert item.category_path == ("城事", "交通")


def test_scripts_frames_and_handlers_do_not_come_in() -> None:
    evil = (
        '<p onclick="steal()">码头的<a href="javascript:steal()">售票处</a>明天搬到南门，旧窗口开到下午五点为止。</p>'
        '<iframe srcdoc="<p>框里的字</p>"></iframe><script>steal()</script><svg><script>steal()</script></svg>'
    )

    html = read(HEAD + TEXT + evil + TEXT.replace("渡口", "码头")).body_html

    assert "steal" not in html
    assert "框里的字" not in html


@pytest.mark.parametrize(
    "html",
    [
        HEAD
        + "<div>3小时前</div><p>2019年5月4日那天的雾很大，".join(["", "渡船停了整整一个上午，谁也没有过江。</p>"])
        + TEXT,
        HEAD.replace("<body>", "<body><div>2026年02月20日 星期五 晴</div>" + "<p>菜单</p>" * 12) + TEXT,
        HEAD + TEXT + "<ul><li>2026-01-02 别的新闻</li></ul><footer>2001-01-01 备案</footer>",
        HEAD + "<div>2026-02-30 10:00</div>" + TEXT,
    ],
)
def test_no_date_is_invented(html: str) -> None:
    assert read(html).published_at is None


@pytest.mark.parametrize("author", ["admin", "沿江网", "name, email@example.org", "104363", "http://example.org/a"])
def test_no_author_is_made_of_a_placeholder(author: str) -> None:
    page = HEAD.replace("</head>", f'<meta name="author" content="{author}"></head>') + TEXT

    assert read(page).credits == ()


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        ("渡口".encode("gb18030"), "text/html; charset=GB2312"),
        (b'<meta charset="gb2312">' + "渡口".encode("gb18030"), ""),
        (b"\xef\xbb\xbf" + "渡口".encode(), "text/html; charset=gbk"),
        ("\ufeff渡口".encode("utf-16-le"), ""),
        ('<meta charset="big5">渡口'.encode("big5"), ""),
    ],
)
def test_encodings(data: bytes, content_type: str) -> None:
    assert "渡口" in decode_page(data, "page.html", content_type=content_type)


def test_a_few_broken_bytes_do_not_cost_the_page() -> None:
    data = b'<meta charset="utf-8">' + "渡口今天清晨重新开放。".encode() * 20 + b"\xff" + "完".encode()

    assert "渡口今天清晨" in decode_page(data, "page.html")
