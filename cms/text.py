"""Pure functions on text: cleaning, comparing, slugs, sort keys, excerpts and counts, Chinese first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Literal

# White space of every kind and marks without width: none of them belongs to a name or a paragraph's ends.
EDGES = (
    " \t\n\r\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
MARKS_IN_A_ROW = 30
SLUG_LENGTH = 80
SORT_KEY_LENGTH = 200
HAN_PER_MINUTE = 400

_LINE_BREAKS = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_CONTROLS_BUT_LINES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\ufeff]")
# Everything that is certainly no combining mark is left out, so ordinary text is passed over at full speed.
_PERHAPS_MARKS = re.compile(
    "[^\x00-\u02ff\u2010-\u2027\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3\uff00-\uffef]"
    f"{{{MARKS_IN_A_ROW + 1},}}"
)
_HAN_RUN = re.compile(f"[{HAN}]+")
_SPACE_IN_HAN = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
# How characters are read that are read otherwise when they are no surname.
_SURNAMES = {
    "万俟": "mo qi",
    "单于": "chan yu",
    "尉迟": "yu chi",
    "长孙": "zhang sun",
    "澹台": "tan tai",
    "曾": "zeng",
    "单": "shan",
    "仇": "qiu",
    "解": "xie",
    "查": "zha",
    "区": "ou",
    "朴": "piao",
    "盖": "ge",
    "缪": "miao",
    "冼": "xian",
    "洗": "xian",
    "乐": "yue",
    "召": "shao",
    "繁": "po",
    "员": "yun",
    "种": "chong",
    "翟": "zhai",
    "單": "shan",
    "單于": "chan yu",
    "尉遲": "yu chi",
    "長孫": "zhang sun",
    "萬俟": "mo qi",
    "區": "ou",
    "蓋": "ge",
    "繆": "miao",
    "樂": "yue",
    "員": "yun",
    "祭": "zhai",
    "逄": "pang",
}
_LONGEST_NAME = 4
_KANA = "\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d"
_ONE_BY_ONE = re.compile(f"[{HAN}{_KANA}]")
# The blocks from Devanagari to Lao hold vowel signs that `\w` does not take for letters.
_LETTER = "(?:[^\\W_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0900-\u0963\u0966-\u0eff])"
_TOKEN = re.compile(rf"[^\W_]{_LETTER}*(?:[.,](?=\d){_LETTER}+|['’-](?=[^\W\d_]){_LETTER}+)*")
_TERMINATORS = re.compile(r"[。！？!?…⋯]+|\.+")
_CLOSERS = '”’」』）)】》〉"'
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_ABBREVIATIONS = re.compile(
    r"mr|mrs|ms|dr|prof|st|no|vs|gen|sen|rep|gov|jr|sr|inc|ltd|co|jan|feb|mar|apr|aug|sept|oct|nov|dec", re.IGNORECASE
)
_PARAGRAPHS = re.compile(r"[^\n]+")
_WORDS = re.compile(r"\S+")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")


def normalize(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """The Unicode normal form, in linear time whatever the text.

    `unicodedata.normalize` sorts runs of combining marks by insertion, so that 64,000 marks take 3 s and a page of
    them hours. Of a longer run only the first 30 marks are kept, the bound of the stream-safe format (UAX #15).
    """
    return unicodedata.normalize(form, _PERHAPS_MARKS.sub(_bound_marks, text))


def _bound_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    row = 0
    for character in match[0]:
        row = row + 1 if unicodedata.category(character)[0] == "M" else 0
        if row <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def trim(text: str) -> str:
    """The text without white space and zero-width marks at its ends; NBSP and U+3000 count as white space."""
    return text.strip(EDGES)


def clean(text: str) -> str:
    r"""The text as it is stored: NFC, every line break `\n`, both ends trimmed."""
    return trim(normalize("NFC", _LINE_BREAKS.sub("\n", text)))


def problem_in(text: str, *, max_length: int, multiline: bool = False) -> str | None:
    """What keeps a text from being stored, as a sentence for the person who typed it; None when it is fine.

    Args:
        text: as it came in, before `clean`.
        max_length: in characters.
        multiline: whether tabs and line breaks are allowed.
    """
    if len(text) > max_length:
        return f"is {len(text):,} characters long; at most {max_length:,} are allowed"
    if found := _SURROGATES.search(text):
        return (
            f"holds half a surrogate pair (U+{ord(found[0]):04X}) at position {found.start() + 1}; "
            "remove it or send the whole character"
        )
    if found := (_CONTROLS_BUT_LINES if multiline else _CONTROLS).search(text):
        if found[0] in "\t\n\r\x85\u2028\u2029":
            return f"holds a tab or a line break at position {found.start() + 1}, but must be a single line"
        name = "a NUL character" if found[0] == "\0" else f"the control character U+{ord(found[0]):04X}"
        return f"holds {name} at position {found.start() + 1}; remove it"
    return None


def fold(text: str) -> str:
    """The key under which names and titles are compared: equal keys mean the same name.

    NFKC makes full-width letters, digits and ，：！？（） half-width; case and invisible marks fall away, white space
    of every kind becomes one space, and none between Chinese characters, where it only sets a name or a headline wide
    (王　明). Quotation marks stay.
    """
    text = normalize("NFD", _INVISIBLE.sub("", text)).casefold()
    text = normalize("NFKC", normalize("NFKC", text).casefold())
    return _SPACE_IN_HAN.sub("", " ".join(text.split()))


def slugify(text: str, *, pinyin: bool, fallback: str = "untitled") -> str:
    """A slug of letters and digits with dashes between, at most 80 characters, never empty.

    Args:
        text: a title or a name; of a very long one the beginning counts.
        pinyin: write Chinese in Latin letters without tones, giving `[a-z0-9-]`; otherwise all letters stay.
        fallback: the slug of a text without any letter or digit.
    """
    folded = _folded_for_slug(text)
    return _joined_slug(_without_accents(" ".join(_syllables(folded))) if pinyin else folded) or fallback


def name_slug(name: str, *, fallback: str, is_person: bool = False) -> str:
    """The slug of a short name in `[a-z0-9-]`: as `slugify` with pinyin, but Chinese is one word (`qinggan`).

    The surname of a person is read as such (曾 is zeng).
    """
    folded = _SPACE_IN_HAN.sub("", _folded_for_slug(name))
    return _joined_slug(_without_accents("".join(_syllables(folded, is_person=is_person)))) or fallback


def _folded_for_slug(text: str) -> str:
    return _APOSTROPHE.sub("", normalize("NFKC", text[: 4 * SLUG_LENGTH]).lower())


def _joined_slug(text: str) -> str:
    return _cut_slug("-".join("".join(_slug_character(text, index) for index in range(len(text))).split()))


def _slug_character(text: str, index: int) -> str:
    category = unicodedata.category(text[index])
    if category[0] in "LN":
        return text[index]
    follows_letter = index > 0 and unicodedata.category(text[index - 1])[0] in "LM"
    # A mark makes a letter (Thai, Devanagari); the selectors that turn a digit into an emoji do not.
    is_part = category in ("Mn", "Mc") and follows_letter and not "\ufe00" <= text[index] <= "\ufe0f"
    return text[index] if is_part else " "


def _cut_slug(slug: str) -> str:
    if len(slug) <= SLUG_LENGTH:
        return slug
    cut = slug[: boundary(slug, SLUG_LENGTH)]
    whole_words = cut if slug[len(cut)] == "-" else cut.rpartition("-")[0]
    return (whole_words if len(whole_words) >= SLUG_LENGTH // 2 else cut).strip("-")


def sort_key(text: str, *, is_person: bool = False) -> str:
    """A key that sorts Chinese by its pinyin among Latin names, at most 200 characters.

    Tone-less syllables, then the folded text so that homophones keep a fixed order. Compare it byte by byte. The
    surname of a person is read as such.
    """
    folded = fold(text[:SORT_KEY_LENGTH])
    spelled = _without_marks(" ".join(_syllables(folded, is_person=is_person)))
    words = "".join(char if char.isalnum() else " " for char in spelled)
    spoken = " ".join(words.split())[: SORT_KEY_LENGTH // 2]
    # Two spaces sort before everything that may follow a shorter key.
    return folded[:SORT_KEY_LENGTH] if not spoken or spoken == folded else f"{spoken}  {folded}"[:SORT_KEY_LENGTH]


def _syllables(text: str, *, is_person: bool = False) -> list[str]:
    """Han as one syllable each, everything else as it stands."""
    if not _HAN_RUN.search(text):
        return [text]
    if is_person and 1 < len(text) <= _LONGEST_NAME and _HAN_RUN.fullmatch(text):
        for length in (2, 1):
            if (surname := _SURNAMES.get(text[:length])) and len(text) > length:
                return [*surname.split(), *_pinyin(text[length:])]
    return _pinyin(text)


def is_han(text: str) -> bool:
    """Whether a text is made of Chinese characters alone."""
    return _HAN_RUN.fullmatch(text) is not None


def syllables(han: str, *, is_person: bool = False) -> list[str]:
    """The pinyin of each of some Chinese characters, without tones; one that no dictionary has stands for itself.

    The surname of a person is read as such (曾 is zeng).
    """
    found = _syllables(han, is_person=is_person)
    # What is in no dictionary comes back unbroken, several at a time.
    return found if len(found) == len(han) else [_pinyin(character)[0] for character in han]


def _pinyin(text: str) -> list[str]:
    # Its dictionaries take 0.2 s to load, which a server that only reads never needs.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return lazy_pinyin(text)


def _without_marks(text: str) -> str:
    return "".join(char for char in normalize("NFKD", text) if not unicodedata.combining(char))


def _without_accents(text: str) -> str:
    return _without_marks(text).encode("ascii", "ignore").decode("ascii")


def boundary(text: str, index: int) -> int:
    """The last place at or before `index` where a cut splits neither an accent nor an emoji nor a flag.

    Where everything before belongs together, `index` itself.
    """
    place = min(index, len(text))
    while 0 < place < len(text) and _joins(text, place):
        place -= 1
    return place or index


def _joins(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if before == "\u200d" or after == "\u200d" or unicodedata.category(after)[0] == "M":
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":  # skin tones, flags of regions
        return True
    if "\udc00" <= after <= "\udfff" and "\ud800" <= before <= "\udbff":
        return True
    if not _is_flag_half(after):
        return False
    halves = 0
    while halves < place and _is_flag_half(text[place - 1 - halves]):
        halves += 1
    return halves % 2 == 1


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def count_words(text: str) -> int:
    """Han and kana characters, each one, plus words and numbers of other scripts ("25", "1,000", "5G", "state-run")."""
    rest, singles = _ONE_BY_ONE.subn(" ", text)
    return singles + sum(1 for _ in _TOKEN.finditer(rest))


def reading_minutes(words: int) -> int:
    """Minutes to read that many words at 400 a minute, rounded up; 0 only for no words."""
    return -(-words // HAN_PER_MINUTE)


def language_of(text: str) -> str:
    """The language a text is written in as far as its script tells: "zh-Hans", "zh-Hant", "en", or "und".

    Simplified Chinese is written with the characters of GB 2312 nearly throughout; of traditional Chinese a third
    are not among them. Latin letters alone are taken for English.
    """
    sample = text[:20_000]
    han = "".join(_HAN_RUN.findall(sample))
    latin = sum(1 for char in sample if char.isascii() and char.isalpha())
    if len(han) * 10 < latin:
        return "en"
    if not han:
        return "und"
    return "zh-Hant" if len(han.encode("gb2312", "ignore")) // 2 < len(han) * 0.9 else "zh-Hans"


def excerpt(text: str, *, shortest: int = 40, longest: int = 120) -> str:
    """The beginning of a text, ended where a sentence ends between `shortest` and `longest` characters.

    Of several ends the last one outside quotation marks and brackets wins. A first sentence that is longer is cut
    before `longest`, between words and between characters as a reader sees them, and gets "…". A text that fits
    stays whole. Paragraphs follow each other without a space where Chinese ends a sentence, otherwise with one.
    """
    flat = _flatten(text, longest + 64)
    if len(flat) <= longest:
        return flat
    ends = [end for end in sentence_ends(flat) if shortest <= end <= longest]
    outside = [end for end in ends if _is_balanced(flat[:end])]
    return flat[: (outside or ends)[-1]] if ends else _cut_with_ellipsis(flat, longest)


def sentence_ends(text: str) -> Iterator[int]:
    """The places where sentences end, after closing quotation marks and brackets.

    A half-width "." ends one only before a space, a closing mark or the end, and not after an initial or a title.
    """
    for found in _TERMINATORS.finditer(text):
        end = found.end()
        following = text[end : end + 1]
        if found[0][0] == ".":
            if not (following == "" or following.isspace() or following in _CLOSERS):
                continue
            word = _LAST_WORD.search(text[max(0, found.start() - 8) : found.start()])
            if found[0] == "." and word and (len(word[0]) == 1 or _ABBREVIATIONS.fullmatch(word[0])):
                continue
        elif found[0][-1] in "!?" and following.isascii() and following.isalnum():
            continue
        yield _after_closers(text, end)


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a sentence, closing quotation marks included; "..." and a single "…" do not end one."""
    bare = trim(text).rstrip(_CLOSERS)
    if bare.endswith("..") or (bare.endswith("…") and not bare.endswith("……")):
        return False
    return bare.endswith(("。", "！", "？", "!", "?", ".", "……"))


def _after_closers(text: str, end: int) -> int:
    while end < len(text) and text[end] in _CLOSERS:
        # A straight quotation mark closes only what one has opened.
        if text[end] == '"' and text.count('"', 0, end) % 2 == 0:
            break
        end += 1
    return end


def _is_balanced(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in ("“”", "「」", "『』", "（）", "()", "《》"))


def _flatten(text: str, enough: int) -> str:
    """The first `enough` characters as one paragraph."""
    flat = ""
    for paragraph in _PARAGRAPHS.finditer(text):
        # As many words as characters are wanted: a body of two million characters is not read to its end.
        words = " ".join(word[0] for word in islice(_WORDS.finditer(paragraph[0]), enough))
        if not words:
            continue
        is_seamless = flat.endswith(("。", "！", "？", "……", "”", "」", "』"))
        flat += words if is_seamless or not flat else f" {words}"
        if len(flat) >= enough:
            break
    return flat[:enough]


def _cut_with_ellipsis(flat: str, longest: int) -> str:
    place = boundary(flat, longest - 1)
    start = place
    while start > place - 30 and start > 0 and _is_latin(flat[start - 1]) and _is_latin(flat[start]):
        start -= 1
    if start > place - 30 and start > 0:
        place = start
    cut = flat[:place]
    return (cut.rstrip(EDGES + ",，、;；:：-—") or cut) + "…"


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
