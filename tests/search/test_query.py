"""What the text of a query means."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.search import query, relaxing
from cms.search.query import Part, parse
from cms.words import SearchProblem


def meant(text: str) -> list[tuple[str, str, bool]]:
    return [(part.field, part.text, part.is_excluded) for part in parse(text).parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("灯会 江边", [("", "灯会", False), ("", "江边", False)]),
        ("　灯会　", [("", "灯会", False)]),
        ("“江边 灯会”", [("", "江边 灯会", False)]),
        ("＂江边 灯会＂ 「船 桥」", [("", "江边 灯会", False), ("", "船 桥", False)]),
        ("灯会 -船 －“桥 下”", [("", "灯会", False), ("", "船", True), ("", "桥 下", True)]),
        ("标题：灯会 title:桥", [("title", "灯会", False), ("title", "桥", False)]),
        ("作者:“王 小明” -来源:晨报", [("byline", "王 小明", False), ("source", "晨报", True)]),
        ("AUTHOR:王 標題:灯 标签:俗", [("byline", "王", False), ("title", "灯", False), ("tags", "俗", False)]),
        ("时间:今天", [("", "时间:今天", False)]),
        ("苏-34 AT&T", [("", "苏-34", False), ("", "AT&T", False)]),
        ("title:", [("", "title:", False)]),
        ("“灯会", [("", "“灯会", False)]),
        ("灯 灯", [("", "灯", False)]),
        ("a，。b ，", [("", "a，。b", False)]),
    ],
)
def test_a_query_is_taken_apart(text: str, parts: list[tuple[str, str, bool]]) -> None:
    assert meant(text) == parts


@given(
    st.text(max_size=60)
    | st.text(st.sampled_from("灯会“” -－\":：title标题a1*()^+{}'\\|&!<>\0\ue000\ud800"), max_size=40)
)
def test_sqlite_understands_whatever_is_typed(text: str) -> None:
    asked = parse(text)
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5(body,title,subtitle,excerpt,byline,source,tags)")
    connection.execute("CREATE VIRTUAL TABLE heading USING fts5(title,names,lead)")
    for excluded in (False, True):
        for read in (query.sqlite_text, query.sqlite_characters):
            connection.execute("SELECT * FROM f WHERE f MATCH ?", (read(asked, excluded=excluded),)).fetchall()
    for score in query.sqlite_scores(asked):
        connection.execute("SELECT * FROM heading WHERE heading MATCH ?", (score["m"],)).fetchall()
    connection.close()


def test_problems_are_told() -> None:
    assert parse("，。！").problem is SearchProblem.NOTHING_TO_FIND
    assert parse("-灯").problem is SearchProblem.ONLY_EXCLUSIONS
    assert parse("灯" * 500).problem is None
    assert parse("灯" * 501).problem is SearchProblem.TOO_LONG
    assert parse(" ".join(map(str, range(20)))).problem is None
    assert parse(" ".join(map(str, range(21)))).problem is SearchProblem.TOO_MANY_WORDS
    assert query.sqlite_text(parse("")) == query.NOTHING
    assert query.postgres_lexemes(parse("-灯")) == ""


def test_relaxed_queries_keep_the_most_first() -> None:
    written = [relaxing.written(each) for each in relaxing.relaxed(parse("灯会 “江边 船” -桥"))]

    assert written == ['灯会 "江边 船"', '"江边 船"', "灯会", "江边", "船"]
    assert Part("江边 船", parse("“江边 船”").parts[0].term) in parse("“江边 船”").parts
