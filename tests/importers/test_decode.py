"""Bytes to text: the old Chinese encodings are told apart, damage is named, nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.errors import ItemRefused
from cms.importers.decode import decode

SIMPLIFIED = "临水新桥通车，过江只要四分钟。记者在桥头看到，早点铺老板推着车走上桥面。"
TRADITIONAL = "臨水新橋通車，過江只要四分鐘。記者在橋頭看到，早點鋪老闆推著車走上橋面。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED + "㐀𠀀", "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gbk"),
        ("plain ASCII", "ascii"),
        ("新桥", "gbk"),
    ],
)
def test_text_comes_back_from_every_known_encoding(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    data = b"\xfe\xff" + data if encoding == "utf-16-be" else data

    assert decode(data, "a.txt") == text


def test_declared_encoding_is_honoured() -> None:
    text = '<meta charset="shift_jis">カメラ'

    assert decode(text.encode("shift_jis"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "is binary"),
        (bytes(range(256)) * 20, "is binary"),
        (SIMPLIFIED.encode() * 20 + b"\0", "NUL character at byte"),
        ("甲\0乙".encode("utf-16"), "NUL character at position 2"),
        (b"\xff\xfe\x00\xd8", "not valid UTF-16-LE at byte 3"),
        (SIMPLIFIED.encode() + b"\xed\xa0\x80", "half a surrogate pair (U+D800)"),
        (SIMPLIFIED.encode() * 9 + b"\xe4\xb8", "not valid UTF-8 at byte"),
        (SIMPLIFIED.encode() * 9 + b"\xff" + SIMPLIFIED.encode() * 9, "not valid UTF-8 at byte"),
        ("It’s a café".encode("cp1252"), "save it as UTF-8"),
    ],
)
def test_file_that_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ItemRefused) as caught:
        decode(data, "a.txt")

    assert (caught.value.item, caught.value.field) == ("a.txt", "file")
    assert reason in caught.value.reason


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except ItemRefused as refused:
        assert refused.field == "file"  # noqa: PT017 - most bytes are no text
    else:
        assert "\0" not in text
        text.encode()
