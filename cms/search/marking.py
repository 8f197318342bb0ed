"""Showing what a query found: where in the words of an article, and the same as safe HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from itertools import islice

from cms.hanzi import folded
from cms.search.analysis import LONGEST_BODY, pieces, run_pattern, without_ignored
from cms.search.query import Part, parse

Range = tuple[int, int]
MOST_RANGES = 100
_BEFORE, _SNIPPET = 30, 140
_LETTER = r"[^\W_]"
# Two runs are two because something stands between them.
_GAP = r"[^\w]++"
# Letters and the marks on them are folded together, as they may become one character.
_CLUSTERS = re.compile(".[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*", re.DOTALL)


def aligned(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters, and its end, the place in the text that it comes from.

    What search ignores, such as joiners, is left out.
    """
    whole = without_ignored(folded(text))
    if len(whole) == len(text) and all(len(_folded(character)) == 1 for character in set(text)):
        return whole, list(range(len(text) + 1))
    parts: list[str] = []
    places: list[int] = []
    for found in _CLUSTERS.finditer(text):
        part = without_ignored(_folded(found[0]))
        parts.append(part)
        places += [found.start()] * len(part)
    return "".join(parts), [*places, len(text)]


@lru_cache(maxsize=16_384)
def _folded(cluster: str) -> str:
    return folded(cluster)


def ranges(query: str, text: str, field: str = "") -> list[Range]:
    """Where the words of a query stand in a text: from and to, in code points, in order and apart.

    `field` is the column of the index that the text is in; words that are looked for in another one are left out.
    """
    patterns = _patterns(query, field)
    if not patterns or not text:
        return []
    whole, places = aligned(text[:LONGEST_BODY])
    spans = sorted(match.span() for pattern in patterns for match in islice(pattern.finditer(whole), MOST_RANGES))
    found: list[Range] = []
    for one, other in spans:
        # A character that folds into several ends where the next one begins.
        start, end = places[one], max(places[other], places[one] + 1)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif len(found) < MOST_RANGES:
            found.append((start, end))
    return found


@lru_cache(maxsize=512)
def _patterns(query: str, field: str) -> tuple[re.Pattern[str], ...]:
    asked = parse(query)
    if asked.problem:
        return ()
    return tuple(re.compile(_expression(part)) for part in asked.wanted if part.field in {"", field})


def _expression(part: Part) -> str:
    """What finds the pieces of a part one behind the other.

    What a word must not touch is looked at where the part begins and ends: inside, what stands before a piece has been
    matched. The sets of characters are large, and a phrase may have hundreds of words.
    """
    written = ""
    last = ""
    for piece in pieces(folded(part.text)):
        if piece.kind == "break":
            written, last = written + _GAP, "break"
            continue
        if not written and piece.kind == "word":
            written = f"(?:(?<!{_LETTER})|(?<={run_pattern()}))"
        elif last == piece.kind == "word":
            written += rf"\s*+(?<!{_LETTER})"
        elif last and last != "break":
            written += _GAP if last == piece.kind == "run" else r"\s*+"
        written, last = written + re.escape(piece.text), piece.kind
    return f"{written}(?:(?!{_LETTER})|(?={run_pattern()}))" if last == "word" else written


def html(text: str, marked: Iterable[Range]) -> str:
    """The text as HTML in which only `<mark>` is a tag."""
    parts, place = [], 0
    for start, end in marked:
        parts += [escape(text[place:start]), "<mark>", escape(text[start:end]), "</mark>"]
        place = end
    return "".join([*parts, escape(text[place:])])


def snippet(text: str, marked: list[Range]) -> str:
    """The part of a long text around its first marks, as HTML; an ellipsis stands where it was cut."""
    first = marked[0][0] if marked else 0
    start = max(0, first - _BEFORE)
    # A line that begins shortly before is not cut.
    start = max(start, text.rfind("\n", start, first) + 1)
    end = min(len(text), start + _SNIPPET)
    inside = [
        (max(one, start) - start, min(other, end) - start) for one, other in marked if one < end and other > start
    ]
    before, after = ("…" if start > 0 else ""), ("…" if end < len(text) else "")
    return before + html(text[start:end], inside) + after
