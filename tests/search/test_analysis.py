"""The analyser: what a text is found by."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from cms.hanzi import folded
from cms.search.analysis import analysed, term, tokens

TEXTS = st.text(st.sampled_from("湖北省日报灯会江边 ，。“”ab2.5Ｇｇ０-'🎉👩‍臺台𠮷éアー한"), max_size=20) | st.text(
    max_size=20
)


def test_runs_words_and_emoji_are_taken_apart() -> None:
    assert tokens("湖北省") == ["湖北", "北省", "省"]
    assert tokens("5G手机，第3代") == ["5g", "5g手", "手机", "机", "第", "3", "3代", "代"]
    assert tokens("1月，28日") == ["1", "1月", "月", "\ue002", "28", "28日", "日"]
    assert tokens("PM2.5") == ["pm2\ue0015"]
    assert tokens("臺北") == tokens("台北")


def test_characters_without_width_do_not_matter() -> None:
    assert tokens("湖\u200b北 he\u00adllo 👩\u200d👧 ❤\ufe0f") == tokens("湖北 hello 👩👧 ❤")
    assert term("湖\u200b北") == term("湖北")
    assert tokens("葛\U000e0100城 \u202b灯\u202c会") == tokens("葛城 灯会")
    assert term("\u200d") is None


def test_no_token_is_longer_than_postgres_takes() -> None:
    for word in ("a" * 16_000, "ส" * 16_000, "\U00010428" * 16_000):
        for text in (word, f"灯{word}", f"{word}\U0002ebef灯"):
            assert max(len(token.encode()) for token in tokens(text)) <= 2046
        assert tokens(word) != tokens(word[:100])


def _contains(whole: list[str], part: tuple[str, ...], *, is_open: bool) -> bool:
    size = len(part)
    for place in range(len(whole) - size + 1):
        last = whole[place + size - 1]
        if tuple(whole[place : place + size - 1]) == part[:-1] and (
            last == part[-1] or (is_open and last.startswith(part[-1]))
        ):
            return True
    return False


@given(TEXTS, st.integers(0, 20), st.integers(1, 20))
def test_every_part_of_a_run_is_found_in_its_text(text: str, start: int, size: int) -> None:
    text = folded(text)
    for run in text.split():
        part = run[start : start + size]
        if not part or not all("\u4e00" <= character <= "\u9fcb" for character in run):
            continue
        asked = term(part)
        assert asked is not None
        assert _contains(tokens(text), asked.tokens, is_open=asked.is_open)


@given(TEXTS)
def test_a_text_is_found_by_itself(text: str) -> None:
    asked = term(text)
    if asked is None:
        assert tokens(text) == []
    else:
        assert _contains(tokens(text), asked.tokens, is_open=asked.is_open)


@given(TEXTS)
def test_sqlite_takes_every_token_for_one(text: str) -> None:
    given_, _characters = analysed(text)
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5(x, tokenize='unicode61 remove_diacritics 0')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, instance)")
    connection.execute("INSERT INTO f VALUES (?)", (" ".join(given_),))

    kept = [row[0] for row in connection.execute("SELECT term FROM v ORDER BY offset")]

    connection.close()
    assert kept == given_
