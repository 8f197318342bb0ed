"""Traditional and simplified Chinese as one: what search, related articles and the finding of copies compare."""

from __future__ import annotations

import re
from functools import cache

import opencc

from cms import text

# The blocks of Chinese characters: radicals, extension A, the common ones, compatibility forms, planes 2 and 3.
_BLOCKS = ((0x2E80, 0x2FE0), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0))


@cache
def _table() -> dict[int, str]:
    """Each traditional character's simplified one, by OpenCC, one for one.

    Character by character, as whole words would be written differently by what stands beside them, so that a part of a
    text would no longer be found in it.
    """
    characters = [chr(number) for start, end in _BLOCKS for number in range(start, end)]
    simple = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {ord(one): other for one, other in zip(characters, simple, strict=True) if one != other}


@cache
def _traditional() -> re.Pattern[str]:
    """What finds characters that may be in the table: most texts have none, and looking takes a part of translating."""
    # A set of characters of several planes would be gone through one by one.
    plane = "".join(chr(number) for number in _table() if number < 0x10000)
    return re.compile(f"[{plane}]|[\U00020000-\U000323af]")


def simplified(text_: str) -> str:
    """The text with simplified characters in place of traditional ones; its length stays."""
    return text_.translate(_table()) if _traditional().search(text_) else text_


def folded(text_: str) -> str:
    """What two texts are compared by: NFKC, without case, in simplified characters (紅 and 红, ５Ｇ and 5g are one)."""
    return simplified(text.normalize("NFKC", text.normalize("NFKC", text_).casefold()))
