from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.alignment import equal_pairs, in_order
from cms.diff import (
    BodyChange,
    ItemChange,
    ItemChangeKind,
    ListChange,
    ParagraphChange,
    ParagraphChangeKind,
    ScalarChange,
    compare,
    compare_bodies,
)
from cms.sanitize import paragraphs_to_html
from cms.snapshots import Content, CreditLink, RelationLink, content_of, make_snapshot
from cms.spans import Budget, Span, SpanKind, compare_words, tokens
from cms.words import CreditRole, RelationKind

EQUAL, INSERTED, DELETED = SpanKind.EQUAL, SpanKind.INSERTED, SpanKind.DELETED
LINES = [
    "今天北京下雨，气温下降。",
    "第二段说的是经济的发展情况。",
    "The quick brown fox jumps.",
    "第三段谈到2026年的计划。",
]
# Few characters, so that texts resemble each other; a letter with a mark and an emoji of two characters among them.
TEXTS = st.text("的地得北京 ,。ab12\n\u0301👍🏽", max_size=60)
PARAGRAPHS = st.lists(st.sampled_from(LINES) | st.text("的地得北京a b。", min_size=1, max_size=20), max_size=8)


def snapshot(html: str = "<p>正文</p>", **given: Any) -> dict[str, Any]:
    return make_snapshot(Content(title="标题", html=html, **given))


def body(*paragraphs: str) -> dict[str, Any]:
    made: dict[str, Any] = snapshot(paragraphs_to_html(list(paragraphs)))["body"]
    return made


def joined(spans: Sequence[Span], side: SpanKind) -> str:
    return "".join(span.text for span in spans if span.kind in (EQUAL, side))


def old_text(changes: Sequence[ParagraphChange]) -> str:
    ordered = sorted((one.old.position, joined(one.spans, DELETED)) for one in changes if one.old)
    return "\n\n".join(text for _, text in ordered if text)


def new_text(changes: Sequence[ParagraphChange]) -> str:
    ordered = [(one.new.position, joined(one.spans, INSERTED)) for one in changes if one.new]
    assert ordered == sorted(ordered)
    return "\n\n".join(text for _, text in ordered if text)


def kinds(changes: Sequence[ParagraphChange]) -> list[str]:
    return [f"{'moved ' if one.is_moved else ''}{one.kind}" for one in changes]


def items(change: object) -> list[ItemChange[Any]]:
    assert isinstance(change, ListChange)
    return list(change.items)


def test_equal_snapshots_have_no_changes() -> None:
    assert compare(snapshot(tag_ids=(1, 2)), snapshot(tag_ids=(1, 2))) == []


def test_scalars_are_listed_with_both_values_in_the_order_of_the_fields() -> None:
    moment = datetime(2026, 1, 28, 9, 30, tzinfo=UTC)
    old = snapshot(subtitle="旧", urgency=3)
    new = snapshot(subtitle="新", published_at=moment)

    changes = compare(old, new)

    assert changes == [
        ScalarChange("subtitle", "旧", "新"),
        ScalarChange("published_at", None, moment),
        ScalarChange("urgency", 3, None),
    ]


def test_an_excerpt_made_from_the_body_is_no_change_of_its_own() -> None:
    changes = compare(snapshot("<p>旧的正文</p>"), snapshot("<p>新的正文</p>"))

    assert [change.field for change in changes] == ["html"]


def test_added_removed_and_moved_tags_are_told_apart_with_their_positions() -> None:
    changes = compare(snapshot(tag_ids=(1, 2, 3, 4)), snapshot(tag_ids=(4, 1, 5, 3)))

    assert items(changes[0]) == [
        ItemChange(ItemChangeKind.MOVED, 4, 4, 3, 0),
        ItemChange(ItemChangeKind.ADDED, None, 5, None, 2),
        ItemChange(ItemChangeKind.REMOVED, 2, None, 1, None),
    ]


def test_a_credit_of_the_same_author_with_another_role_is_changed() -> None:
    old, new = CreditLink(1, "王小明"), CreditLink(1, "王小明", CreditRole.PHOTOGRAPHER)

    changes = compare(snapshot(credits=(old,)), snapshot(credits=(CreditLink(2, "李四"), new)))

    assert items(changes[0]) == [
        ItemChange(ItemChangeKind.ADDED, None, CreditLink(2, "李四"), None, 0),
        ItemChange(ItemChangeKind.CHANGED, old, new, 0, 1),
    ]


def test_of_two_credits_of_an_author_the_untouched_one_stays() -> None:
    writer, editor = CreditLink(1, "王小明"), CreditLink(1, "王小明", CreditRole.EDITOR)

    changes = compare(snapshot(credits=(writer, editor)), snapshot(credits=(editor,)))

    assert items(changes[0]) == [ItemChange(ItemChangeKind.REMOVED, writer, None, 0, None)]


def test_a_relation_of_another_kind_is_changed_but_another_target_is_another_item() -> None:
    old = (RelationLink(target_id=1), RelationLink(reference_id=1))
    new = (RelationLink(RelationKind.FOLLOW_UP, target_id=1), RelationLink(reference_id=2))

    changes = compare(snapshot(relations=old), snapshot(relations=new))

    assert [one.kind for one in items(changes[0])] == ["CHANGED", "ADDED", "REMOVED"]


def test_an_edited_paragraph_stands_beside_its_old_self() -> None:
    edited = LINES[0].replace("北京", "上海")

    changes = compare_bodies(body(LINES[0], LINES[1]), body("新来的一段", edited, LINES[1]))

    assert kinds(changes) == ["INSERTED", "CHANGED", "EQUAL"]
    assert [(span.kind, span.text) for span in changes[1].spans] == [
        (EQUAL, "今天"),
        (DELETED, "北京"),
        (INSERTED, "上海"),
        (EQUAL, "下雨，气温下降。"),
    ]


def test_a_moved_paragraph_is_no_rewrite() -> None:
    changes = compare_bodies(body(*LINES), body(LINES[3], *LINES[:3]))

    assert kinds(changes) == ["moved EQUAL", "EQUAL", "EQUAL", "EQUAL"]


def test_a_paragraph_can_move_and_change_at_once() -> None:
    changes = compare_bodies(body(*LINES), body(LINES[3] + "补充。", *LINES[:3]))

    assert kinds(changes) == ["moved CHANGED", "EQUAL", "EQUAL", "EQUAL"]


def test_a_deleted_paragraph_is_shown_where_it_stood() -> None:
    changes = compare_bodies(body(*LINES), body(LINES[0], *LINES[2:]))

    assert kinds(changes) == ["EQUAL", "DELETED", "EQUAL", "EQUAL"]


def test_an_unrelated_paragraph_in_the_same_place_is_no_edit_of_the_old_one() -> None:
    changes = compare_bodies(body(LINES[0], LINES[1]), body(LINES[0], "完全不同的内容"))

    assert kinds(changes) == ["EQUAL", "DELETED", "INSERTED"]


def test_paragraphs_of_a_template_are_compared_with_the_one_in_their_place() -> None:
    rows = [f"场次 {'主队' if row % 2 else '客队'} 得分 {row % 7}" for row in range(40)]
    edited = [row.replace("得分", "进球") for row in rows]

    changes = compare_bodies(body(*rows), body(*edited))

    assert set(kinds(changes)) == {"CHANGED"}
    assert all(one.old and one.new and one.old.position == one.new.position for one in changes)


def test_a_new_link_on_the_same_words_is_reformatted() -> None:
    [change] = compare(snapshot("<p>同一句话</p>"), snapshot('<p>同一<a href="https://a.example/">句话</a></p>'))

    assert isinstance(change, BodyChange)
    assert kinds(change.paragraphs) == ["REFORMATTED"]


def test_a_paragraph_that_becomes_a_heading_is_reformatted() -> None:
    changes = compare_bodies(snapshot("<p>小标题</p>")["body"], snapshot("<h2>小标题</h2>")["body"])

    assert kinds(changes) == ["REFORMATTED"]


def test_another_picture_without_words_is_shown() -> None:
    changes = compare_bodies(snapshot('<img src="/a.jpg">')["body"], snapshot('<img src="/b.jpg">')["body"])

    assert kinds(changes) == ["DELETED", "INSERTED"]


@given(PARAGRAPHS, PARAGRAPHS)
def test_the_spans_of_a_body_hold_both_texts(old: list[str], new: list[str]) -> None:
    before, after = body(*old), body(*new)

    changes = compare_bodies(before, after)

    assert old_text(changes) == before["text"]
    assert new_text(changes) == after["text"]


@given(st.permutations(range(6)))
def test_reordered_paragraphs_only_move(order: list[int]) -> None:
    lines = [f"第{index}段，{'文' * index}。" for index in range(6)]

    changes = compare_bodies(body(*lines), body(*(lines[index] for index in order)))

    assert {one.kind for one in changes} == {ParagraphChangeKind.EQUAL}
    assert any(one.is_moved for one in changes) == (order != sorted(order))


@given(TEXTS, TEXTS)
def test_spans_hold_both_texts_exactly(old: str, new: str) -> None:
    spans = compare_words(old, new)

    assert joined(spans, DELETED) == old
    assert joined(spans, INSERTED) == new


@given(TEXTS, TEXTS)
def test_spans_are_merged_and_what_went_stands_before_what_came(old: str, new: str) -> None:
    order = [span.kind for span in compare_words(old, new)]

    assert all(span.text for span in compare_words(old, new))
    assert not any(pair in {(kind, kind) for kind in SpanKind} for pair in pairwise(order))
    assert (INSERTED, DELETED) not in pairwise(order)


@given(TEXTS, TEXTS, st.integers(0, 50))
def test_spans_hold_both_texts_when_the_budget_runs_out(old: str, new: str, steps: int) -> None:
    spans = compare_words(old, new, Budget(steps))

    assert joined(spans, DELETED) == old
    assert joined(spans, INSERTED) == new


@given(TEXTS, TEXTS)
def test_no_single_character_stands_between_two_changes(old: str, new: str) -> None:
    spans = compare_words(old, new)

    assert all(len(span.text) > 1 for span in spans[1:-1] if span.kind == EQUAL)


@given(TEXTS)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("北京2026年", ["北", "京", "2026", "年"]),
        ("iPhone手机 1,000.5元", ["iPhone", "手", "机", " ", "1,000.5", "元"]),
        ("Ein Café。", ["Ein", " ", "Café", "。"]),
        ("cafe\u0301 👍🏽", ["cafe\u0301", " ", "👍🏽"]),
        ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
    ],
)
def test_words_and_numbers_stay_whole_and_chinese_is_taken_apart(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_a_character_that_stayed_by_chance_is_part_of_the_change() -> None:
    spans = compare_words("北京的天气很好，大家都很开心", "上海的空气很好，大家都很开心")

    assert [span.text for span in spans] == ["北京的天", "上海的空", "气很好，大家都很开心"]


def test_words_are_replaced_whole() -> None:
    spans = compare_words("The fox jumps far today", "The fox jumped far today")

    assert [span.text for span in spans] == ["The fox ", "jumps", "jumped", " far today"]


def different_bodies(paragraph_count: int, letters: str) -> list[dict[str, Any]]:
    random = Random(7)
    size = 100_000 // paragraph_count
    return [body(*("".join(random.choices(letters, k=size)) for _ in range(paragraph_count))) for _ in range(2)]


@pytest.mark.parametrize("paragraph_count", [1, 20, 500, 5000])
@pytest.mark.parametrize("letters", ["的地得", "".join(map(chr, range(0x4E00, 0x5600)))], ids=["alike", "different"])
def test_long_bodies_with_nothing_in_common_are_compared_in_about_a_second(paragraph_count: int, letters: str) -> None:
    old, new = different_bodies(paragraph_count, letters)

    started = time.process_time()
    changes = compare_bodies(old, new)
    took = time.process_time() - started

    assert took < 3  # about 0.3 to 0.8 on a small machine
    assert old_text(changes) == old["text"]
    assert new_text(changes) == new["text"]


def test_many_small_changes_take_linear_time() -> None:
    lines = [f"第{index}行" for index in range(20_000)]
    edited = [f"{line}改" if index % 2 else line for index, line in enumerate(lines)]

    started = time.process_time()
    pairs = equal_pairs(lines, edited)

    assert len(in_order(pairs)) == 10_000
    assert time.process_time() - started < 1


@given(st.lists(st.integers(0, 5), max_size=12), st.lists(st.integers(0, 5), max_size=12))
def test_equal_pairs_are_equal_and_each_position_is_used_once(old: list[int], new: list[int]) -> None:
    pairs = equal_pairs(old, new)

    assert all(old[here] == new[there] for here, there in pairs)
    assert len({here for here, _ in pairs}) == len({there for _, there in pairs}) == len(pairs)
    assert len(pairs) == sum(min(old.count(key), new.count(key)) for key in set(old))


@given(st.permutations(range(8)))
def test_what_stays_in_order_is_the_longest_increasing_part(order: list[int]) -> None:
    kept = in_order(list(enumerate(order)))

    longest = [1] * 8
    for end in range(8):
        longest[end] += max((longest[start] for start in range(end) if order[start] < order[end]), default=0)
    assert len(kept) == max(longest)
    assert kept == sorted(kept)
    assert [there for _, there in kept] == sorted(there for _, there in kept)


MOMENTS = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
LABELS = st.text("标题ab ", max_size=5)
CONTENTS = st.builds(
    Content,
    title=st.just("标题"),
    html=PARAGRAPHS.map(paragraphs_to_html),
    subtitle=LABELS,
    excerpt=LABELS,
    byline=LABELS,
    published_at=MOMENTS,
    collected_at=MOMENTS,
    urgency=st.none() | st.integers(1, 9),
    source_id=st.none() | st.integers(1, 9),
    credits=st.lists(st.builds(CreditLink, st.integers(1, 3), LABELS, st.sampled_from(CreditRole)), max_size=3).map(
        tuple
    ),
    relations=st.lists(
        st.builds(RelationLink, st.sampled_from(RelationKind), target_id=st.integers(1, 3)), max_size=3
    ).map(tuple),
    tag_ids=st.lists(st.integers(1, 9), max_size=3).map(tuple),
)


@settings(max_examples=50)
@given(CONTENTS)
def test_the_content_of_a_snapshot_makes_the_same_snapshot_again(content: Content) -> None:
    made = make_snapshot(content)

    assert make_snapshot(content_of(made)) == made


def test_the_content_of_a_snapshot_is_what_the_editor_gave() -> None:
    content = Content(
        title="标题",
        html="<p>正文</p>",
        excerpt="",
        published_at=datetime(2026, 1, 28, 9, 30, tzinfo=UTC),
        credits=(CreditLink(1, "王小明", CreditRole.EDITOR),),
        relations=(RelationLink(RelationKind.COPY_OF, reference_id=4),),
        tag_ids=(3, 1),
    )

    assert content_of(make_snapshot(content)) == content


def test_a_snapshot_from_before_a_field_came_into_being_has_its_default() -> None:
    made = snapshot(licence="CC BY")
    del made["article"]["licence"]

    assert content_of(made) == replace(content_of(snapshot()), licence="")


def test_of_two_blocks_with_one_text_the_untouched_one_stays() -> None:
    changes = compare_bodies(snapshot("<p>一</p><hr><h2>一</h2>")["body"], snapshot("<h2>一</h2><hr>")["body"])

    assert {"REFORMATTED", "CHANGED"}.isdisjoint(one.kind for one in changes)


def test_only_what_was_touched_is_shown_as_changed() -> None:
    spans = compare_words("一二三四五六七八九十甲乙丙丁", "零一二三四五六七九十甲乙丙丁")

    assert [(span.kind, span.text) for span in spans] == [
        (INSERTED, "零"),
        (EQUAL, "一二三四五六七"),
        (DELETED, "八"),
        (EQUAL, "九十甲乙丙丁"),
    ]
