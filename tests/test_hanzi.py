"""Chinese in either script, and whatever else looks different and is the same."""

from __future__ import annotations

import pytest

from cms.hanzi import folded, simplified


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("頭髮與發展", "头发与发展"),
        ("乾坤", "干坤"),
        ("皇后在後面", "皇后在后面"),
        ("臺灣", "台湾"),
        ("没有", "没有"),
        ("", ""),
    ],
)
def test_traditional_becomes_simplified_character_by_character(written: str, meant: str) -> None:
    assert simplified(written) == meant
    assert len(simplified(written)) == len(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("５Ｇ手機", "5g手机"),
        ("ＧＤＰ", "gdp"),
        ("１月２８日", "1月28日"),
        ("Straße", "strasse"),
        ("①", "1"),
        ("㈱", "(株)"),
    ],
)
def test_width_case_and_script_make_no_difference(written: str, meant: str) -> None:
    assert folded(written) == meant


def test_a_part_of_a_text_is_a_part_of_its_folded_form() -> None:
    whole = "發展中的臺灣半導體產業與乾燥技術"

    assert all(
        folded(whole[start:end]) in folded(whole)
        for start in range(len(whole))
        for end in range(start + 1, len(whole) + 1)
    )
