"""Pure text functions: what is stored, compared, counted and shown is the same for every way of writing it."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.text import (
    boundary,
    clean,
    count_words,
    ends_sentence,
    excerpt,
    fold,
    language_of,
    name_slug,
    normalize,
    problem_in,
    reading_minutes,
    slugify,
    sort_key,
)

GIVEN = Path(__file__).parents[2] / "shared" / "seed" / "expected.json"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e8\U0001f1f3"


def test_clean_strips_every_kind_of_space_at_both_ends() -> None:
    assert clean("\u3000\xa0 \ufeff\u200b荆\u3000州 \xa0\u200d") == "荆\u3000州"


def test_clean_composes_and_unites_line_breaks() -> None:
    assert clean("e\u0301\r\na\rb\u2028c") == "é\na\nb\nc"


@given(st.text())
def test_clean_twice_is_clean_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "multiline", "named"),
    [
        ("a\0b", True, "NUL character at position 2"),
        ("a\x07", True, "U+0007 at position 2"),
        ("\ud83d", True, "half a surrogate pair (U+D83D) at position 1"),
        ("a\nb", False, "line break at position 2"),
        ("a\tb", False, "a tab or a line break"),
        ("abcdef", False, "6 characters long; at most 5"),
    ],
)
def test_problem_is_named_with_its_place(text: str, multiline: bool, named: str) -> None:
    assert named in (problem_in(text, max_length=5, multiline=multiline) or "")


@pytest.mark.parametrize(
    ("text", "multiline"), [("荆州", False), ("a\r\n\tb", True), ("", False), ("\xa0é\u200d", False)]
)
def test_ordinary_text_has_no_problem(text: str, multiline: bool) -> None:
    assert problem_in(text, max_length=5, multiline=multiline) is None


def test_fold_makes_full_width_and_half_width_titles_equal() -> None:
    assert fold("荆州：打好，“会战”！？（一）") == fold("荆州:打好,“会战”!?(一)")
    assert fold(" ＡＢｃ\u3000\xa0Ｄ\u200b ") == "abc d"


def test_fold_takes_no_notice_of_how_wide_a_name_is_set() -> None:
    assert fold("王\u3000明") == fold("王明")
    assert fold("临江 Daily") != fold("临江Daily")


def test_fold_keeps_quotation_marks() -> None:
    assert fold("“甲”") != fold("甲")


@given(st.text())
def test_fold_is_stable_and_blind_to_case_and_form(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(f"\u3000{text}\xa0") == fold(text)


@pytest.mark.parametrize(
    ("text", "pinyin", "slug"),
    [
        ("荆州：打好“会战” 2023年Ａ计划", False, "荆州-打好-会战-2023年a计划"),
        ("荆州：打好 AI", True, "jing-zhou-da-hao-ai"),
        ("Don’t Panic: Café 3.5", True, "dont-panic-cafe-3-5"),
        ("Café", False, "café"),
        ("——！？", False, "untitled"),
        ("Привет", True, "untitled"),
        ("हिन्दी", False, "हिन्दी"),
        ("1\ufe0f\u20e3 先", False, "1-先"),
    ],
)
def test_slug_keeps_letters_and_digits(text: str, pinyin: bool, slug: str) -> None:
    assert slugify(text, pinyin=pinyin) == slug


def test_slug_falls_back_to_the_given_word() -> None:
    assert slugify("", pinyin=False, fallback="article") == "article"


def test_long_slug_is_cut_between_words_or_characters() -> None:
    assert slugify("word " * 40, pinyin=False) == "-".join(["word"] * 16)
    assert slugify("字" * 200, pinyin=False) == "字" * 80


@given(st.text(), st.booleans())
def test_slug_is_never_empty_and_safe(text: str, pinyin: bool) -> None:
    slug = slugify(text, pinyin=pinyin)

    assert 1 <= len(slug) <= 80
    assert slug == slug.strip("-")
    assert not set(slug) & set(" /?#%&.\"'<>\\\0\n")
    assert not pinyin or slug.isascii()
    assert slugify(slug, pinyin=pinyin) == slug


def test_sort_key_orders_chinese_by_pinyin_among_latin_names() -> None:
    names = ["重庆日报", "Émile", "北京日报", "Reuters", "《求是》", "阿城"]

    assert sorted(names, key=sort_key) == ["阿城", "北京日报", "重庆日报", "Émile", "《求是》", "Reuters"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("曾国藩", "zengguofan"), ("单　田芳", "shantianfang"), ("尉遲恭", "yuchigong"), ("王  明", "wangming")],
)
def test_surnames_are_read_as_such(name: str, slug: str) -> None:
    assert name_slug(name, fallback="author", is_person=True) == slug
    assert sort_key(name, is_person=True).replace(" ", "").startswith(slug)


def test_what_only_looks_like_a_surname_is_read_as_ever() -> None:
    assert name_slug("解放日报", fallback="source") == "jiefangribao"
    assert name_slug("解", fallback="author", is_person=True) == "jie"


def test_sort_key_keeps_syllables_and_homophones_apart() -> None:
    assert sort_key("西安") < sort_key("先")
    assert sort_key("张三") != sort_key("章三")


@given(st.text(max_size=600))
def test_sort_key_is_bounded(text: str) -> None:
    assert len(sort_key(text)) <= 200


def test_excerpt_ends_at_the_last_sentence_within_its_bounds() -> None:
    text = f"{'一' * 30}。{'二' * 30}。{'三' * 30}。{'四' * 90}。"

    assert excerpt(text) == f"{'一' * 30}。{'二' * 30}。{'三' * 30}。"


def test_excerpt_takes_closing_marks_with_the_sentence() -> None:
    assert excerpt(f"“{'一' * 50}！”{'二' * 120}。") == f"“{'一' * 50}！”"


def test_excerpt_prefers_an_end_outside_quotation_marks() -> None:
    assert excerpt(f"{'一' * 45}。“{'二' * 20}。{'三' * 80}。”") == f"{'一' * 45}。"


def test_excerpt_without_an_end_is_cut_with_an_ellipsis() -> None:
    assert excerpt("字" * 300) == "字" * 119 + "…"
    assert excerpt("word " * 60) == ("word " * 24).strip() + "…"


def test_excerpt_is_not_fooled_by_full_stops_within_sentences() -> None:
    text = "Dr. Smith of the U.S. Geological Survey counted 3.5 million geese at example.org"

    assert excerpt(f"{text}. {'And more ' * 12}") == f"{text}."


def test_excerpt_joins_paragraphs_and_leaves_short_text_whole() -> None:
    assert excerpt("甲。\n\n\u3000\u3000乙。\nA b.\nC d.") == "甲。乙。A b. C d."
    assert excerpt("") == ""


@pytest.mark.parametrize("whole", [FAMILY, FLAG, "e\u0301", "\U0001f44d\U0001f3fd", "\ud83d\ude00", "ก\u0e35"])
def test_excerpt_never_cuts_a_character_in_two(whole: str) -> None:
    for before in range(110, 120):
        cut = excerpt("字" * before + whole * 40)

        assert (len(cut) - 1 - before) % len(whole) == 0, cut


@given(st.text(max_size=400))
def test_excerpt_stays_within_its_length(text: str) -> None:
    assert len(excerpt(text)) <= 120


@given(st.text(max_size=50), st.integers(0, 60))
def test_boundary_never_passes_the_index(text: str, index: int) -> None:
    assert 0 <= boundary(text, index) <= index


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("完。", True),
        ("完！”", True),
        ("好……", True),
        ("Done.", True),
        ("未完", False),
        ("未完…", False),
        ("cut...", False),
    ],
)
def test_sentence_is_known_to_be_whole(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("荆州日报", 4),
        ("2023年增长25%，达1,000.5亿元", 2 + 7),
        ("5G手机", 3),
        ("It's a state-of-the-art café.", 4),
        ("２０２３年", 2),
        ("स्वतंत्र भारत", 2),
        ("カメラ", 3),
        ("……——", 0),
    ],
)
def test_words_are_han_characters_and_tokens(text: str, words: int) -> None:
    assert count_words(text) == words


def test_words_of_the_given_page_are_counted_as_expected() -> None:
    if not GIVEN.exists():
        pytest.skip(f"{GIVEN} is not here")
    expected = json.loads(GIVEN.read_text(encoding="utf-8"))

    assert count_words(expected["body"]["text"]) == expected["counts"]["cjk_word_count"]


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (400, 1), (401, 2)])
def test_reading_takes_a_minute_for_400_words(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("临水新桥通车，过江只要四分钟", "zh-Hans"),
        ("臨水新橋通車，過江祇要四分鐘", "zh-Hant"),
        ("A footbridge", "en"),
        ("5G 手机发布会", "zh-Hans"),
        ("123", "und"),
    ],
)
def test_language_is_told_by_the_script(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.text())
def test_normal_form_is_that_of_the_standard_library(text: str) -> None:
    assert normalize("NFC", text) == unicodedata.normalize("NFC", text)


def test_endless_accents_take_no_endless_time() -> None:
    start = time.perf_counter()

    fold("a" + "\u0301\u0316" * 100_000)

    assert time.perf_counter() - start < 5  # the standard library alone takes 30 s
