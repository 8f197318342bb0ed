"""Bytes to text: UTF-8, UTF-16 with its mark, and the older Chinese encodings; everything else is refused."""

from __future__ import annotations

import codecs
import re
from functools import cache

from cms.errors import ItemRefused
from cms.text import HAN, problem_in

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"BM",
    b"\xd0\xcf\x11\xe0",
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{3,20})""", re.IGNORECASE)
# gb18030 holds gb2312 and gbk; big5hkscs holds big5.
DECLARABLE = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
}
_SAMPLE_BYTES = 65_536
_HAN = re.compile(f"[{HAN}]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def decode(data: bytes, label: str) -> str:
    """The text of a page, without its byte order mark.

    Args:
        data: the whole file.
        label: where it was read, for the refusal.

    Raises:
        ItemRefused: empty, binary, damaged, or in an encoding that cannot be told with certainty.
    """
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        raise ItemRefused(label, "file", "is empty")
    text = _marked(data, label)
    if text is None:
        _refuse_binary(data, label)
        text = _utf8(data, label)
    if text is None:
        text = _declared(data) or _chinese(data)
    if text is None:
        raise ItemRefused(label, "file", "is neither UTF-8, UTF-16, GB18030 nor Big5; save it as UTF-8")
    if problem := problem_in(text[:1] if "\0" not in text else text, max_length=len(text) + 1, multiline=True):
        raise ItemRefused(label, "file", problem)
    return text


def _marked(data: bytes, label: str) -> str | None:
    for mark, encoding in _MARKS:
        if not data.startswith(mark):
            continue
        try:
            return data[len(mark) :].decode(encoding)
        except UnicodeDecodeError as error:
            if encoding == "utf-8":
                return None  # the search for what is wrong with it goes on below
            reason = f"is not valid {encoding.upper()} at byte {error.start + len(mark) + 1}"
            raise ItemRefused(label, "file", f"{reason} ({error.reason}); save it as UTF-8") from None
    return None


def _refuse_binary(data: bytes, label: str) -> None:
    sample = data[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, bytes([*range(9), *range(14, 27), *range(28, 32), 127])))
    if (sample.startswith(_BINARY) and not sample.isascii()) or controls * 50 > len(sample):
        raise ItemRefused(label, "file", "is binary, not text")
    if (place := data.find(b"\0")) >= 0:
        raise ItemRefused(label, "file", f"holds a NUL character at byte {place + 1}; remove it")


def _utf8(data: bytes, label: str) -> str | None:
    """The text if the bytes are UTF-8; None if they are something else; a refusal if they are damaged UTF-8.

    Damaged UTF-8 must not go on to the guessing: read as GB18030 it is a page of wrong Chinese characters.
    """
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        place, reason = error.start + 1, error.reason
    lenient = data.decode("utf-8", "surrogatepass" if _has_surrogates(data) else "replace")
    if found := re.search("[\ud800-\udfff]", lenient):
        raise ItemRefused(
            label, "file", f"holds half a surrogate pair (U+{ord(found[0]):04X}) at byte {place}; remove it"
        )
    broken, foreign = lenient.count("\ufffd"), len(_NOT_ASCII.findall(lenient))
    if broken * 10 < foreign:
        raise ItemRefused(label, "file", f"is not valid UTF-8 at byte {place} ({reason}); repair it or save it again")
    return None


def _has_surrogates(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    """What a `<meta charset>` or an XML declaration at the top says, if the bytes bear it out."""
    found = _DECLARED.search(data[:4096])
    encoding = DECLARABLE.get(found[1].decode("ascii").lower()) if found else None
    return _try(data, encoding) if encoding else None


def _chinese(data: bytes) -> str | None:
    """GB18030 or Big5, whichever gives more characters that are in common use; None if neither gives mostly those.

    Nearly any two bytes are a character in both, so that decoding without an error proves nothing.
    """
    readings = ((_try(data, "gb18030"), "gb2312"), (_try(data, "big5hkscs"), "big5"))
    shares = [(_share_of_common(text), text) for text, _ in readings if text is not None]
    if not shares:
        return None
    share, text = max(shares, key=lambda reading: reading[0])
    return text if share >= 0.7 else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share_of_common(text: str) -> float:
    """How many of the foreign characters are common Han or full-width punctuation, from 0 to 1."""
    foreign = _NOT_ASCII.findall(text[:_SAMPLE_BYTES])
    common = _common_characters()
    return sum(1 for character in foreign if character in common) / len(foreign) if foreign else 0.0


@cache
def _common_characters() -> frozenset[str]:
    """The first levels of GB 2312 (3,755 simplified) and Big5 (5,401 traditional characters), and punctuation."""
    codes = [(bytes((lead, trail)), "gb2312") for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF)]
    codes += [(bytes((0xA1, trail)), "gb2312") for trail in range(0xA1, 0xFF)]
    codes += [(bytes((0xA3, trail)), "gb2312") for trail in range(0xA1, 0xFF)]
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    codes += [(bytes((lead, trail)), "big5") for lead in range(0xA4, 0xC7) for trail in trails]
    return frozenset({code.decode(encoding, "ignore") for code, encoding in codes} - {""})
