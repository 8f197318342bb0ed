"""Where in a text a query is found, and the text as HTML."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.search import marking
from cms.search.analysis import run_pattern

TEXTS = st.text(st.sampled_from("湖北 Hubei臺台灯会<b>&\"'ﬃée\u0301İß５Ｇｶﾞ🎉"), max_size=30)


def marked(query: str, text: str, field: str = "") -> str:
    return marking.html(text, marking.ranges(query, text, field))


def test_what_was_found_is_marked_in_its_own_characters() -> None:
    assert marked("湖北", "在湖北省和湖北") == "在<mark>湖北</mark>省和<mark>湖北</mark>"
    assert marked("台湾", "臺灣与台湾") == "<mark>臺灣</mark>与<mark>台湾</mark>"
    assert marked("5g", "５Ｇ手机，5g，15g") == "<mark>５Ｇ</mark>手机，<mark>5g</mark>，15g"
    assert marked("ffi", "eﬃcient ﬃ") == "eﬃcient <mark>ﬃ</mark>"
    assert marked("灯会 会上", "灯会上") == "<mark>灯会上</mark>"
    assert marked("“江边 灯会”", "江边，灯会") == "<mark>江边，灯会</mark>"
    assert marked("2023年", "2023 年") == "<mark>2023 年</mark>"
    assert marked("-灯 会", "灯会") == "灯<mark>会</mark>"
    assert marked("title:灯", "灯", "body") == "灯"
    assert marked("title:灯", "灯", "title") == "<mark>灯</mark>"
    assert marked("，", "，") == "，"


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_marked_html_is_the_text_again(query: str, text: str) -> None:
    ranges = marking.ranges(query, text)
    html = marking.html(text, ranges)

    assert unescape(re.sub("</?mark>", "", html)) == text
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert ranges == sorted(ranges)
    assert all(one[1] < other[0] for one, other in pairwise(ranges))
    assert "<" not in html.replace("<mark>", "").replace("</mark>", "")


def test_a_snippet_is_cut_around_the_first_mark() -> None:
    text = "甲" * 200 + "湖北<" + "乙" * 300

    shown = marking.snippet(text, marking.ranges("湖北", text))

    assert shown == "…" + "甲" * 30 + "<mark>湖北</mark>&lt;" + "乙" * 107 + "…"
    assert marking.snippet("短", []) == "短"


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("湖北", "在湖\u200b北省", [(1, 4)]),
        ("三百\u200b六十", "有三百六十盏", [(1, 5)]),
        ("hello", "a he\u00adllo b", [(2, 8)]),
        ("❤灯", "有❤\ufe0f灯", [(1, 4)]),
        ("👨\u200d👩\u200d👧", "😀👨\u200d👩\u200d👧", [(1, 6)]),
        ("👍好", "👍🏽 好", [(0, 4)]),
        ('"今晚 亮灯"', "今晚亮灯，今晚，亮灯", [(5, 10)]),
    ],
)
def test_characters_without_width_part_nothing(query: str, text: str, expected: list[tuple[int, int]]) -> None:
    assert marking.ranges(query, text) == expected


def test_of_a_phrase_of_many_words_the_sets_of_characters_are_written_twice() -> None:
    phrase = '"' + "a " * 200 + 'b"'

    (pattern,) = marking._patterns(phrase, "")

    assert len(pattern.pattern) < 3 * len(run_pattern()) + 20 * 200
    assert marking.ranges(phrase, "x " + "a " * 200 + "b c") == [(2, 403)]
    assert marking.ranges('"5G手机 a"', "新5G手机 a， 5G手机 ab，x5G手机 a") == [(1, 7)]
