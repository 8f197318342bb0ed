import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.likeness import LONGEST, SHORTEST, estimated, likeness, similarities
from tests.copied import changed, words

TEXTS = st.text("江河湖海山川abc，。 \n", max_size=300)


def alike(one: str, other: str) -> int:
    return similarities(likeness("", one).essence, {1: other})[1]


def test_a_text_has_the_same_signature_in_every_process() -> None:
    made = likeness("", "城北码头今天恢复了夜间摆渡，首班船在傍晚六点离岸，末班船在夜里十一点返回。" * 3)

    assert made.hashes.hex().startswith("24247ec05bba2c43")
    assert len(made.bands) == len(set(made.bands)) == 32


def test_width_script_punctuation_and_white_space_do_not_matter() -> None:
    text = "红绿灯下的5辆车，于2026年3月1日驶过云桥。" * 5
    other = "紅綠燈下的５輛車\n于２０２６年３月１日　駛過雲橋" * 5

    assert likeness("", text) == likeness("", other)


def test_similarity_is_that_of_the_sets_of_5_grams() -> None:
    assert alike(words(1, 104), words(1, 104) + words(2, 100)) == 500
    assert alike(words(1), words(2)) == 0


@given(TEXTS, TEXTS)
def test_texts_are_alike_both_ways(one: str, other: str) -> None:
    first, second = likeness("", one), likeness("", other)

    if first.hashes and second.hashes:
        assert alike(one, other) == alike(other, one)
        assert alike(one, one) == 1000
        assert estimated(first.hashes, second.hashes) == estimated(second.hashes, first.hashes)
    assert (first.digest == second.digest) is (first == second)


@pytest.mark.parametrize("every", [20, 40, 80])
def test_the_hashes_estimate_the_similarity(every: int) -> None:
    text = words(3, 2000)
    other = changed(text, every=every)

    assert abs(estimated(likeness("", text).hashes, likeness("", other).hashes) - alike(text, other)) < 150


def test_short_texts_are_the_same_only_with_the_same_title() -> None:
    short = words(4, SHORTEST - 1)

    assert likeness("甲", short).bands == likeness("甲", f"{short}。").bands
    assert likeness("甲", short).bands != likeness("乙", short).bands
    assert len(likeness("甲", words(4, SHORTEST)).bands) == 32
    assert likeness("甲", words(4, SHORTEST)) == likeness("乙", words(4, SHORTEST))


def test_a_text_without_a_word_is_like_nothing() -> None:
    assert likeness("甲", " …… ").bands == ()


def test_of_a_very_long_text_only_the_beginning_counts() -> None:
    text = words(5, LONGEST)

    assert likeness("", text) == likeness("", text + words(6))
