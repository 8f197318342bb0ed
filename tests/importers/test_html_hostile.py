"""HTML pages that are made to take long, or to be read as what they are not."""

from __future__ import annotations

import pytest

from cms.errors import ItemRefused
from cms.importers.html.charset import decode_page
from cms.importers.html.page import parse
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
        "<div class='crumb'>" * 100 + "首页 &gt; 渡口" + "</div>" * 100,
        "<meta name='author' content='甲，乙'>" * 5_000,
    ],
)
def test_what_invites_quadratic_work_is_read_all_the_same(inserted: str) -> None:
    assert read(HEAD + inserted + TEXT).title == "渡口重新开放"


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
