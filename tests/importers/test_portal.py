"""Portal pages: every part of a page in its place, nothing invented, any text survived."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.errors import ItemRefused
from cms.importers.item import DateHint, ImportItem, ItemCredit, ItemReference
from cms.importers.portal import parse
from cms.sanitize import html_to_text
from cms.words import AuthorKind, CreditRole

PAGES = Path(__file__).parent / "pages"
GIVEN = Path(__file__).parents[3] / "shared" / "seed"
HEAD = "当前位置:首页 > 城事 > 交通 >\n\n新桥通车\n\n日期: 来源:临水时报收集编辑:临水时报\n\n"


def page(name: str) -> ImportItem:
    return parse((PAGES / name).read_text(encoding="utf-8"), name)


def paragraphs(item: ImportItem) -> list[str]:
    return html_to_text(item.body_html).split("\n\n")


def names(item: ImportItem, role: CreditRole) -> list[str]:
    return [credit.name for credit in item.credits if credit.role == role]


def refusal(text: str) -> ItemRefused:
    with pytest.raises(ItemRefused) as caught:
        parse(text, "page.txt")
    return caught.value


def test_page_gives_breadcrumb_title_info_line_body_and_byline() -> None:
    item = page("undated.txt")

    assert item.category_path == ("城事", "交通")
    assert item.title == "临水新桥通车:过江只要四分钟"
    assert item.source == "临水时报"
    assert item.published_at is None
    assert item.language == "zh-Hans"
    assert len(paragraphs(item)) == 2
    assert paragraphs(item)[0].startswith("“以前等一班渡船要半个钟头,现在骑车过去")
    assert paragraphs(item)[1].endswith("其中有九十天是在等候鸟离开。")
    assert item.byline == "作者:周一禾 \xa0 江 渡\xa0 \xa0 来源:临水时报"
    assert item.credits == (
        ItemCredit("临水时报", CreditRole.COLLECTING_EDITOR, AuthorKind.ORGANIZATION),
        ItemCredit("周一禾", CreditRole.AUTHOR, AuthorKind.PERSON),
        ItemCredit("江渡", CreditRole.AUTHOR, AuthorKind.PERSON),
    )
    assert item.warnings == ()


def test_page_without_a_date_suggests_the_day_with_the_year_nearest_to_it() -> None:
    item = page("undated.txt")

    assert item.date_hints == (
        DateHint(date(2025, 1, 16), "1月16日上午", "“1月16日” and “2025年” in the first paragraph"),
    )


def test_teasers_stay_verbatim_and_say_whether_they_were_cut() -> None:
    first, second = page("undated.txt").related

    assert first.title == "旧渡口改成了小公园"
    assert first.teaser.startswith("渡船停航以后,渡口没有拆。")
    assert first.is_truncated
    assert second == ItemReference("桥下的风", "桥墩之间留出了一片空地,夏天的傍晚总有人来乘凉。")


def test_dated_page_gives_utc_credits_with_roles_and_title_only_lists() -> None:
    item = page("dated.txt")

    assert item.category_path == ("生活", "街巷")
    assert item.published_at == datetime(2024, 3, 9, 0, 5, tzinfo=UTC)
    assert item.date_hints == ()
    assert item.source == "山城晚报"
    assert names(item, CreditRole.REPORTER) == ["唐雨禾", "邵安"]
    assert names(item, CreditRole.PHOTOGRAPHER) == ["何青"]
    assert names(item, CreditRole.EDITOR) == ["李小满"]
    assert item.byline == "（记者 唐雨禾 邵安 摄影 何青） 责任编辑：李小满"
    assert paragraphs(item)[0].startswith("清晨六点")
    assert paragraphs(item)[-1].endswith("老故事。")
    assert [one.title for one in item.related] == [
        "一把竹椅的第三次修补",
        "老街的最后一个修伞人",
        "山城夜雨里的九十九级台阶",
    ]
    assert not any(one.teaser for one in item.related)
    assert item.hot is not None
    assert [(one.title, one.teaser[:5]) for one in item.hot] == [("雾里的渡口", "雾散之前，")]
    assert item.newest == ()


def test_english_page_is_read_like_a_chinese_one() -> None:
    item = page("english.txt")

    assert item.category_path == ("City", "Transport")
    assert item.title == "A Footbridge That Waited for the Geese"
    assert item.subtitle == ""
    assert item.language == "en"
    assert item.source == "The Harbour Post"
    assert item.published_at == datetime(2024, 3, 4, 1, 30, tzinfo=UTC)
    assert names(item, CreditRole.AUTHOR) == ["Anna Marlow", "Peter Quill"]
    assert names(item, CreditRole.REPORTER) == []
    assert names(item, CreditRole.EDITOR) == ["June Okafor"]
    assert len(paragraphs(item)) == 2
    assert [(one.title, bool(one.teaser)) for one in item.related] == [
        ("Ferry timetable shortened after the opening", True),
        ("The geese are back", False),
    ]
    assert item.hot == (ItemReference("Why the clock on the customs house runs slow"),)
    assert item.newest is None


def test_page_without_breadcrumb_has_its_title_above_the_info_line() -> None:
    item = page("bare.txt")

    assert item.title == "雨后的菜地"
    assert item.category_path == ()
    assert item.source == "田野报"
    assert len(paragraphs(item)) == 2


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("您的位置：首页 » 财经 » 产业", ("财经", "产业")),
        ("你的当前位置: 网站首页 → 体育 →", ("体育",)),
        ("位置:主页 / 文化 / 读书 /", ("文化", "读书")),
        ("当前位置：首页 | 科技", ("科技",)),
        ("当前位置：首页 -> 科技 -> 互联网 -> 正文", ("科技", "互联网")),
        ("首页 > IT/数码 > 评测", ("IT/数码", "评测")),
        ("您现在所在的位置：要闻", ("要闻",)),
        ("您的位置：\n首页 > 快讯 > 公司", ("快讯", "公司")),
        ("Home > News > Local", ("News", "Local")),
        ("You are here: Home / Sports", ("Sports",)),
        ("当前位置:首页 > 城事 > 新桥通车", ("城事",)),
    ],
)
def test_breadcrumb_is_known_in_its_usual_forms(line: str, path: tuple[str, ...]) -> None:
    item = parse(f"站名\n{line}\n\n新桥通车\n\n来源:临水时报\n\n正文一段。", "page.txt")

    assert (item.category_path, item.title) == (path, "新桥通车")


@pytest.mark.parametrize(
    ("second", "field", "reason"),
    [
        ("首页 > 财经", "category", "two breadcrumbs, “城事 > 交通” and “财经”"),
        ("您的位置：首页 > 城事", "category", "two breadcrumbs"),
        ("您的位置：\n首页 > 快讯", "category", "two breadcrumbs"),
    ],
)
def test_second_breadcrumb_is_no_title(second: str, field: str, reason: str) -> None:
    refused = refusal(f"当前位置:首页 > 城事 > 交通 >\n\n{second}\n\n新桥通车\n\n来源:临水时报\n\n正文一段。")

    assert refused.field == field
    assert reason in refused.reason


@pytest.mark.parametrize(
    "breadcrumbs",
    [
        "当前位置:首页 > 城事 > 交通 >\n首页 » 城事 » 交通",
        "首页 > 城事 > 交通\n\n首页 > 城事 > 交通\n您的位置：首页 > 城事 > 交通 > 正文",
        "当前位置:首页 >\n您的位置：首页 > 城事 > 交通",
        "首页 > 城事 > 交通\n您的位置：首页",
    ],
)
def test_breadcrumb_printed_twice_counts_once(breadcrumbs: str) -> None:
    item = parse(f"{breadcrumbs}\n\n新桥通车\n\n来源:临水时报\n\n正文一段。", "page.txt")

    assert (item.category_path, item.title) == (("城事", "交通"), "新桥通车")


@pytest.mark.parametrize("line", ["首页 | 新闻 | 体育", "位置服务大会今天召开", "位置:临水大道九号"])
def test_menu_or_sentence_is_no_breadcrumb(line: str) -> None:
    item = parse(f"{line}\n\n新桥通车\n\n来源:临水时报\n\n正文一段。", "page.txt")

    assert (item.category_path, item.title) == ((), "新桥通车")


@pytest.mark.parametrize(
    ("line", "source", "editor"),
    [
        ("日期: 来源:临水时报收集编辑:临水时报", "临水时报", "临水时报"),
        ("收集编辑:周一禾来源:临水时报日期:2024-02-03", "临水时报", "周一禾"),
        ("来源：临水时报　｜　收集编辑：周一禾", "临水时报", "周一禾"),
        ("2024-02-03 14:05 来源:临水时报收集编辑:", "临水时报", None),
        ("2024-02-03 临水时报", "临水时报", None),
    ],
)
def test_value_of_the_info_line_ends_where_the_next_label_begins(line: str, source: str, editor: str | None) -> None:
    item = parse(f"首页 > 城事\n新桥通车\n{line}\n正文一段。", "page.txt")

    assert item.source == source
    assert names(item, CreditRole.COLLECTING_EDITOR) == ([editor] if editor else [])


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2023-01-28 14:05", (28, 6, 5)),
        ("2023年1月28日 14时05分", (28, 6, 5)),
        ("2023/01/28", (27, 16, 0)),
        ("２０２３年０１月２８日　１４：０５", (28, 6, 5)),
        ("2023.1.28 下午2:05", (28, 6, 5)),
        ("二〇二三年一月二十八日", (27, 16, 0)),
        ("2023年1月28日 星期六 08:15", (28, 0, 15)),
        ("2023-01-28T09:30:00Z", (28, 9, 30)),
        ("Jan. 28, 2023 2:05 pm", (28, 6, 5)),
    ],
)
def test_date_is_read_in_its_usual_forms(printed: str, day: tuple[int, int, int]) -> None:
    item = parse(f"首页 > 城事\n新桥通车\n日期:{printed} 来源:临水时报\n正文一段。", "page.txt")

    assert item.published_at == datetime(2023, 1, *day, tzinfo=UTC)
    assert item.warnings == ()


@pytest.mark.parametrize("printed", ["2023-02-30", "2023-01-28 25:00", "0001-01-01", "1月28日"])
def test_impossible_or_half_a_date_stays_empty_with_a_warning(printed: str) -> None:
    item = parse(f"首页 > 城事\n新桥通车\n日期:{printed} 来源:临水时报\n正文一段。", "page.txt")

    assert item.published_at is None
    assert item.warnings[0].startswith("date: ")


def test_zone_of_the_page_is_an_argument() -> None:
    item = parse("首页 > 城事\n新桥通车\n2023-01-28 14:05\n正文一段。", "x", zone=timezone(timedelta(hours=-5)))

    assert item.published_at == datetime(2023, 1, 28, 19, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("作者:刘一、陈二，张三;李四", ["刘一:AUTHOR", "陈二:AUTHOR", "张三:AUTHOR", "李四:AUTHOR"]),
        ("记者 王小雨\u3000通讯员 周远航", ["王小雨:REPORTER", "周远航:CORRESPONDENT"]),
        ("(本报记者王小雨 通讯员周远航)", ["王小雨:REPORTER", "周远航:CORRESPONDENT"]),
        ("山城晚报记者 王小雨", ["王小雨:REPORTER"]),
        ("文/王小雨 图/周远航", ["王小雨:AUTHOR", "周远航:PHOTOGRAPHER"]),
        ("（编译/欧阳明月）", ["欧阳明月:TRANSLATOR"]),
        ("（王小雨）", ["王小雨:AUTHOR"]),
        ("王小雨 文 周远航 摄", ["王小雨:AUTHOR", "周远航:PHOTOGRAPHER"]),
        ("[责任编辑：王小雨 PK155]", ["王小雨:EDITOR"]),
        ("作者:王小雨(实习)等", ["王小雨:AUTHOR"]),
        ("By Ann O’Neil, Bob de Witt and Cy Lee", ["Ann O’Neil:AUTHOR", "Bob de Witt:AUTHOR", "Cy Lee:AUTHOR"]),
        ("作者:", []),
    ],
)
def test_byline_leaves_the_body_and_names_everybody_once(line: str, expected: list[str]) -> None:
    item = parse(f"首页 > 城事\n新桥通车\n\n正文一段。\n\n{line}\n", "page.txt")

    assert [f"{credit.name}:{credit.role}" for credit in item.credits] == expected
    assert item.byline == line
    assert paragraphs(item) == ["正文一段。"]


@pytest.mark.parametrize(
    "line",
    [
        "记者从会议上获悉",
        "记者 从会议上获悉",
        "（完）",
        "By evening the rain had stopped",
        "时间:周三",
        "资料来源:年鉴。",
    ],
)
def test_line_that_only_looks_like_a_byline_stays_in_the_body(line: str) -> None:
    item = parse(f"首页 > 城事\n新桥通车\n\n正文一段。\n\n{line}\n", "page.txt")

    assert paragraphs(item) == ["正文一段。", line]
    assert (item.credits, item.byline) == ((), "")


@pytest.mark.parametrize("value", ["<b>王小雨</b>", "<script>a(1)</script>", "王小雨&nbsp;周远航", "王小雨&#60", "王<"])
def test_markup_is_no_name(value: str) -> None:
    info = parse(f"首页 > 城事\n新桥通车\n日期:2025-01-16 作者:{value} 编辑:周远航 来源:{value}\n\n正文。", "page.txt")
    byline = parse(f"首页 > 城事\n新桥通车\n\n正文。\n\n作者:{value}", "page.txt")
    trail = parse(f"首页 > 城事 > {value}\n新桥通车\n\n正文。", "page.txt")

    assert ([credit.name for credit in info.credits], info.source, info.tags) == (["周远航"], "", ())
    assert info.published_at is not None
    assert info.warnings == (f"names: “{value}” is markup and names nobody",) * 2
    assert (byline.credits, paragraphs(byline)[-1]) == ((), f"作者:{value}")
    assert trail.category_path == ()


def test_source_named_twice_is_one_and_another_one_is_told() -> None:
    same = parse(f"{HEAD}正文。\n作者:王小雨 来源:临水时报", "page.txt")
    other = parse(f"{HEAD}正文。\n作者:王小雨 来源:山城晚报", "page.txt")

    assert (same.source, same.warnings) == ("临水时报", ())
    assert (other.source, other.warnings) == ("临水时报", ("source: the page also names “山城晚报”",))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("临水时报", AuthorKind.ORGANIZATION),
        ("新华社", AuthorKind.ORGANIZATION),
        ("韩联社", AuthorKind.ORGANIZATION),
        ("海棠区融媒体中心", AuthorKind.ORGANIZATION),
        ("晨光网", AuthorKind.ORGANIZATION),
        ("本报编辑部", AuthorKind.ORGANIZATION),
        ("江若川", AuthorKind.PERSON),
        ("王建社", AuthorKind.PERSON),
        ("欧阳明月", AuthorKind.PERSON),
    ],
)
def test_collecting_editor_may_be_a_house_or_a_person(name: str, kind: AuthorKind) -> None:
    item = parse(f"首页 > 城事\n新桥通车\n来源:临水时报收集编辑:{name}\n正文。", "page.txt")

    assert item.credits == (ItemCredit(name, CreditRole.COLLECTING_EDITOR, kind),)


LONG = "渡船停航以后渡口没有拆，候船室的长椅还在原处，墙上挂着历年的航班表，来的人多半是从前的乘客，他们说坐在这里"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("• 甲题\n\n• 丙题\n\n• 乙题更长一些", [("甲题", ""), ("丙题", ""), ("乙题更长一些", "")]),
        (f"• 甲题\n• {LONG}\n• 乙题\n• {LONG}", [("甲题", LONG), ("乙题", LONG)]),
        (f"· 甲题\n· 乙题\n· {LONG}\n· 丙题", [("甲题", ""), ("乙题", LONG), ("丙题", "")]),
        ("• 甲题\n• 短。\n• 乙题\n• 也短。", [("甲题", "短。"), ("乙题", "也短。")]),
        ("• 甲题\n\n• 短句\n• 乙题\n\n• 也是短句", [("甲题", "短句"), ("乙题", "也是短句")]),
        ("• 甲题\n短句\n• 乙题\n另一句\n\n版权所有", [("甲题", "短句"), ("乙题", "另一句")]),
        ("• 甲题\n• 乙题\n\n版权所有", [("甲题", ""), ("乙题", "")]),
        ("甲题\n乙题", [("甲题", ""), ("乙题", "")]),
        ("• 甲题\n• 比甲题长了许多的一个题目", [("甲题", ""), ("比甲题长了许多的一个题目", "")]),
    ],
)
def test_list_is_told_to_be_pairs_or_titles(block: str, expected: list[tuple[str, str]]) -> None:
    item = parse(f"{HEAD}正文。\n\n相关阅读\n\n{block}", "page.txt")

    assert [(one.title, one.teaser) for one in item.related] == expected


def test_ordinary_word_heads_a_list_only_before_bullets() -> None:
    item = parse(f"{HEAD}第一段。\n\n热点\n\n第二段。\n\n热点\n\n• 甲题", "page.txt")

    assert paragraphs(item) == ["第一段。", "热点", "第二段。"]
    assert item.hot == (ItemReference("甲题"),)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "title"),
        ("一段没有题目的话。\n又一段。", "title"),
        ("首页 > 城事\n来源:临水时报\n\n正文。", "title"),
        ("首页 > 城事\n\n新桥通车\n来源:临水时报\n\n相关阅读\n• 甲题", "body"),
        (f"首页 > 城事\n\n{'题' * 301}\n\n正文。", "title"),
        ("首页 > 城事\n\n新桥\0通车\n\n正文。", "title"),
        ("首页 > 城事\n\n新桥通车\n\n正\ud800文。", "body"),
        (f"首页 > {' > '.join('一二三四五六七八九十百')}\n\n新桥通车\n\n正文。", "category"),
        (f"{HEAD}正文。\n相关阅读\n• 甲题\n\n• {'长' * 1001}", "related.0.teaser"),
    ],
)
def test_page_that_cannot_be_an_article_is_refused_by_field(text: str, field: str) -> None:
    refused = refusal(text)

    assert (refused.item, refused.field) == ("page.txt", field)


def test_page_as_given_is_read_to_every_part() -> None:
    if not (GIVEN / "expected.json").exists():
        pytest.skip(f"{GIVEN} is not here")
    expected = json.loads((GIVEN / "expected.json").read_text(encoding="utf-8"))

    item = parse((GIVEN / "page.txt").read_text(encoding="utf-8"), "page.txt")

    assert list(item.category_path) == expected["breadcrumb"]["category_path"]
    assert item.title == expected["title"]
    assert item.published_at is None
    assert [hint.day.isoformat() for hint in item.date_hints] == [hint["date"] for hint in expected["date_hints"]]
    assert all(hint.text in given["text"] for hint, given in zip(item.date_hints, expected["date_hints"], strict=True))
    assert item.source == expected["source"]["name"]
    assert item.credits[0] == ItemCredit(
        expected["editor"]["name"], CreditRole.COLLECTING_EDITOR, AuthorKind.ORGANIZATION
    )
    assert names(item, CreditRole.AUTHOR) == expected["byline"]["authors"]
    assert item.byline == expected["byline"]["raw"]
    assert paragraphs(item) == expected["body"]["paragraphs"]
    assert html_to_text(item.body_html) == expected["body"]["text"]
    for name, references in (("related", item.related), ("hot", item.hot), ("latest", item.newest)):
        assert [(one.title, one.teaser, one.is_truncated) for one in references or ()] == [
            (one["title"], one["teaser"], one["teaser_truncated"]) for one in expected[name]["items"]
        ]


WORDS = (
    "当前位置:|首页| > |日期:|来源:|作者:|记者 |\n|\n\n|• |相关阅读|热门文章|最新|张三|临水时报|2023-01-28|"
    "2023年2月30日|。|（|）|\xa0|\u3000|标题|Home > |By |A B|1月28日|2024年|“|标签:|阅读:|9999999999|编辑|文/|摄| "
)
PIECES = st.sampled_from([*WORDS.split("|"), "x" * 50, "字" * 120])


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, HEAD + text):
        try:
            item = parse(whole, "page.txt")
        except ItemRefused as refused:
            assert refused.item == "page.txt"  # noqa: PT017 - most of these texts are pages
        else:
            assert item.title
            assert item.body_html


@given(st.lists(st.text("一二三四五，。“”abc ", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=6))
def test_body_never_holds_breadcrumb_or_byline(lines: list[str]) -> None:
    byline = "作者:王小雨  周远航   来源:临水时报"

    item = parse(HEAD + "\n\n".join(lines) + f"\n\n{byline}\n", "page.txt")

    assert paragraphs(item) == [line.strip() for line in lines]
    assert "当前位置" not in item.body_html
    assert item.byline == byline


@pytest.mark.parametrize(
    "line", ["字" * 99, "相关阅读", "标签:a b", "上一篇:甲", "作者:王小雨", "a" + "\u0301\u0316" * 40]
)
def test_time_is_linear_in_the_length(line: str) -> None:
    text = HEAD + f"{line}\n" * (1_000_000 // (len(line) + 1))
    start = time.perf_counter()

    with suppress(ItemRefused):
        parse(text, "page.txt")

    assert time.perf_counter() - start < 8  # 0.1 s to 0.5 s here; minutes if anything were quadratic
