"""The analyser: texts and queries as the same tokens, on both databases.

A text is folded (cms/hanzi.py) and taken apart into pieces: runs of Chinese characters and kana, words (letters and
digits of other scripts, decimals included), and emoji. Of a run each character is one token together with the one
that follows it; the last one stands alone. So `湖北省` is 湖北, 北省, 省, and whatever is part of a run is a phrase of
these tokens. Words and emoji are one token each, and where a run comes next, one more together with its first
character: `5G手机` is 5g, 5g手, 手机, 机. Between pieces of which one is no run, punctuation is a token of its own, so
that `1月28日` is a phrase and `1月，28日` is another; white space is not.

All tokens consist of letters, digits and private-use characters that SQLite's tokenizer `unicode61` leaves alone;
everything else is spelled in hexadecimal digits. PostgreSQL has the pieces themselves, parted by spaces (`laid_out`),
and makes the same tokens of them (the function `search_lexemes` of the migration).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import starmap
from operator import add
from typing import NamedTuple

from cms.hanzi import folded
from cms.text import HAN

# Grows whenever a text or a query gives other tokens than before: entries of other versions have to be made anew.
VERSION = 1
# Of a body so many characters are indexed.
LONGEST_BODY = 16_000
# PostgreSQL takes lexemes of up to 2,046 bytes; the first character of a run may come behind one.
_LONGEST_WORD = 2000

# What a character stands after that is found in one field only.
FIELD_MARKS = {"title": "\ue010", "byline": "\ue011", "source": "\ue012", "tags": "\ue013"}
BREAK = "\ue002"
_POINT = "\ue001"
_SPELLED = "\ue003"

_KANA = "\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff"
_RUN = f"[{HAN}{_KANA}]"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0900-\u0963\u0966-\u0eff"
# Marks without width or for the direction of writing, joiners, and variants of characters and emoji neither stand for
# anything nor part what they stand between.
_NOTHING = (
    "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
_LETTERS = rf"(?:(?!{_RUN})[^\W_][{_MARKS}]*)"
_WORD = rf"{_LETTERS}+(?:\.[0-9]{_LETTERS}*)?"
_LEFT_OUT = re.compile(f"[{_NOTHING}]+")
_PIECES = re.compile(rf"(?P<run>{_RUN}+)|(?P<word>{_WORD})|\s+|(?P<sign>.)", re.DOTALL)
_CHARACTERS = re.compile(_RUN)
# What SQLite's tokenizer surely takes for letters and digits: it knows Unicode 6.1 only.
_UNSAFE = re.compile(
    "[^a-z0-9\u00df-\u00f6\u00f8-\u024f\u0370-\u0373\u0386-\u03ff\u0400-\u0481\u048a-\u0520"
    "\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u3400-\u4db5\u4e00-\u9fcb\uac00-\ud7a3]"
)


def run_pattern() -> str:
    """The regular expression of one character of a run."""
    return _RUN


def without_ignored(text: str) -> str:
    """The text without the characters that neither stand for anything nor part others."""
    return _LEFT_OUT.sub("", text)


class Piece(NamedTuple):
    """A part of a folded text: its `kind` is run, word, sign (an emoji), or break (punctuation between two others)."""

    kind: str
    text: str


def pieces(folded_text: str) -> Iterator[Piece]:
    """The pieces of a folded text in order; breaks only where one of the two pieces beside is no run."""
    return starmap(Piece, _pieces(folded_text))


def _pieces(folded_text: str) -> Iterator[tuple[str, str]]:
    is_parted, last = False, ""
    for found in _PIECES.finditer(without_ignored(folded_text)):
        kind = found.lastgroup
        if kind is None:
            continue
        if kind == "sign" and unicodedata.category(found[0]) != "So":
            is_parted = last != ""
            continue
        if is_parted and not (kind == last == "run"):
            yield "break", ""
        is_parted, last = False, kind
        yield kind, found[0]


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order, as they are indexed."""
    return _tokens(_pieces(folded(text)))


def analysed(text: str) -> tuple[list[str], set[str]]:
    """The tokens of a text, in order, and the single characters in its runs."""
    whole = folded(text)
    return _tokens(_pieces(whole)), set(_characters("".join(_CHARACTERS.findall("".join(set(whole))))))


def laid_out(text: str) -> str:
    """The pieces of a text with a space on each side; whatever is no run begins with an equals sign, as breaks are."""
    return f" {' '.join(map(_marked, pieces(folded(text))))} "


def _marked(piece: Piece) -> str:
    if piece.kind == "run":
        return piece.text
    return "=" if piece.kind == "break" else f"={_cut(piece.text)}"


def _cut(word: str) -> str:
    return word.encode()[:_LONGEST_WORD].decode(errors="ignore")


def _tokens(given: Iterable[tuple[str, str]]) -> list[str]:
    found: list[str] = []
    before = ""
    for kind, text in given:
        if kind != "run":
            before = BREAK if kind == "break" else _spelled(text)
            found.append(before)
            continue
        characters = _characters(text)
        if before:
            found.append(before + characters[0])
            before = ""
        found += map(add, characters, [*characters[1:], ""])
    return found


def _characters(run: str) -> Sequence[str]:
    return [_spelled(each) for each in run] if _UNSAFE.search(run) else run


@lru_cache(maxsize=4096)
def _spelled(text: str) -> str:
    """A piece in characters that both databases take for parts of a word; what is too long for one is cut."""
    word = _UNSAFE.sub(lambda found: _POINT if found[0] == "." else f"{_SPELLED}{ord(found[0]):x}{_SPELLED}", text)
    return _cut(word)


@dataclass(frozen=True)
class Term:
    """What a query looks for in one place of a text: tokens one after the other; the last may only begin one.

    The same as a part of what is `laid_out`, and the `lexemes` that a text with it has.
    """

    tokens: tuple[str, ...]
    is_open: bool
    laid_out: str
    lexemes: tuple[str, ...]

    @property
    def is_character(self) -> bool:
        """Whether it is one character of a run, which is found by itself."""
        return self.is_open and len(self.tokens) == 1

    @property
    def is_lexeme(self) -> bool:
        """Whether a text that has its one lexeme surely has it."""
        return len(self.lexemes) == 1 and self.laid_out.replace("=", "").replace(" ", "") == self.lexemes[0]


def term(text: str) -> Term | None:
    """What finds a text inside of others; None if there is nothing to look for in it."""
    found = list(pieces(folded(text)))
    if not found:
        return None
    listed = _tokens(found)
    last = found[-1]
    is_run = last.kind == "run"
    is_joined = len(found) > 1 and found[-2].kind != "run"
    if is_run and (len(last.text) > 1 or is_joined):
        listed.pop()  # in a text, the run may go on
        is_run = False
    before, after = (" " if piece.kind != "run" else "" for piece in (found[0], last))
    part = f"{before}{' '.join(map(_marked, found))}{after}"
    return Term(tuple(listed), is_run, part, tuple(dict.fromkeys(_lexemes(found))))


def _lexemes(found: Iterable[Piece]) -> Iterator[str]:
    """What PostgreSQL makes of the pieces, as far as one does not follow from another."""
    before = ""
    for piece in found:
        if piece.kind == "run":
            run = piece.text
            if before:
                yield before + run[0]
            elif len(run) == 1:
                yield run
            yield from (run[place : place + 2] for place in range(len(run) - 1))
            before = ""
        else:
            if before:
                yield before
            before = "" if piece.kind == "break" else _cut(piece.text)
    if before:
        yield before
