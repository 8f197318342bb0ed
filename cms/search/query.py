"""What a query means: the text that somebody typed, as what each database is asked. No text makes it fail.

Words are parted by white space, and all of them must be found. `"…"`, also in the quotation marks of Chinese, looks
for what stands there in this order; `-词` leaves out what has the word; `title:词` (标题:词) looks in one field.
Each word, whatever its length, is looked for as one phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cms.hanzi import folded
from cms.search.analysis import FIELD_MARKS, Term, term
from cms.words import SearchProblem

LONGEST_QUERY = 500
MOST_TERMS = 20
# What a word counts for each place that it is found in, besides once for being found at all.
WEIGHTS = {"title": 1000, "names": 600, "lead": 300}
FIELDS = {
    "title": "title",
    "标题": "title",
    "author": "byline",
    "byline": "byline",
    "作者": "byline",
    "source": "source",
    "来源": "source",
    "tag": "tags",
    "标签": "tags",
}
_OPENING = '"“”„「『＂«'
_CLOSING = '"“”」』＂»'
# Control characters and halves of characters, which no text has, and no database takes.
_NEVER_STORED = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_PART = re.compile(
    rf"(?P<out>[-－−](?=\S))?(?:(?P<field>[^\W\d_]{{2,6}})[:：](?=\S))?"
    rf"(?:[{_OPENING}](?P<phrase>[^{_CLOSING}]*)[{_CLOSING}]|(?P<word>\S+))"
)


@dataclass(frozen=True)
class Part:
    """One word or phrase of a query: where it is looked for ("" for everywhere), and whether it must not be found."""

    text: str
    term: Term
    field: str = ""
    is_excluded: bool = False


@dataclass(frozen=True)
class Query:
    """A query taken apart; with a `problem` it finds nothing."""

    parts: tuple[Part, ...] = ()
    problem: SearchProblem | None = None

    @property
    def wanted(self) -> list[Part]:
        """What must be found."""
        return [part for part in self.parts if not part.is_excluded]

    @property
    def excluded(self) -> list[Part]:
        """What must not be found."""
        return [part for part in self.parts if part.is_excluded]


@lru_cache(maxsize=256)
def parse(text: str) -> Query:
    """What a text asks for."""
    if len(text) > LONGEST_QUERY:
        return Query(problem=SearchProblem.TOO_LONG)
    storable = _NEVER_STORED.sub(" ", text)
    parts = tuple(dict.fromkeys(part for found in _PART.finditer(storable) if (part := _part(found)) is not None))
    if len(parts) > MOST_TERMS:
        return Query(problem=SearchProblem.TOO_MANY_WORDS)
    if not parts:
        return Query(problem=SearchProblem.NOTHING_TO_FIND)
    if all(part.is_excluded for part in parts):
        return Query(parts, SearchProblem.ONLY_EXCLUSIONS)
    return Query(parts)


def _part(found: re.Match[str]) -> Part | None:
    named, text = found["field"] or "", found["phrase"] if found["phrase"] is not None else found["word"]
    field = FIELDS.get(folded(named), "")
    if named and not field:
        # A word before a colon that names no field belongs to what is looked for.
        text = f"{named}:{text}"
    made = term(text)
    return None if made is None else Part(text, made, field, bool(found["out"]))


# What FTS5 is asked instead of nothing at all, which is a mistake to it: no text has this token.
NOTHING = '"\ue000"'
# Tokens are letters, digits and private-use characters only, so that nothing in them can be taken
# for its syntax.


def sqlite_text(query: Query, *, excluded: bool = False) -> str:
    """What is looked for among the tokens with their places; NOTHING if nothing is."""
    parts = _given(query, excluded)
    text = (" OR " if excluded else " AND ").join(
        f"({part.field} : {_phrase(part.term)})" if part.field else _phrase(part.term)
        for part in parts
        if not part.term.is_character
    )
    return text or NOTHING


def sqlite_characters(query: Query, *, excluded: bool = False) -> str:
    """What is looked for among the single characters; NOTHING if nothing is."""
    text = (" OR " if excluded else " AND ").join(
        f'"{FIELD_MARKS.get(part.field, "")}{part.term.tokens[0]}"'
        for part in _given(query, excluded)
        if part.term.is_character
    )
    return text or NOTHING


def sqlite_scores(query: Query) -> list[dict[str, Any]]:
    """What makes an article rank higher: matches of its heading or of its characters, and what each is worth."""
    if query.problem:
        return []
    scores: list[dict[str, Any]] = []
    for part in query.wanted:
        for place, weight in WEIGHTS.items():
            if not part.term.is_character:
                scores.append({"m": f"{place} : {_phrase(part.term)}", "c": NOTHING, "w": weight})
        if part.term.is_character:
            character = part.term.tokens[0]
            names = " OR ".join(f'"{mark}{character}"' for name, mark in FIELD_MARKS.items() if name != "title")
            scores.append({"m": NOTHING, "c": f'"{FIELD_MARKS["title"]}{character}"', "w": WEIGHTS["title"]})
            scores.append({"m": NOTHING, "c": names, "w": WEIGHTS["names"]})
    return scores


def _given(query: Query, excluded: bool) -> Sequence[Part]:
    if query.problem:
        return []
    return query.excluded if excluded else query.wanted


def _phrase(made: Term) -> str:
    return f'"{" ".join(made.tokens)}"' + ("*" if made.is_open and not made.is_character else "")


# What PostgreSQL is asked: for a tsquery of lexemes, and for patterns of LIKE where these leave something open. Texts
# that are laid out hold none of its wildcards.


def postgres_lexemes(query: Query) -> str:
    """The tsquery that finds every text with what is wanted, and maybe others; empty if nothing is looked for."""
    if query.problem:
        return ""
    wanted = {f"'{lexeme}'" for part in query.wanted for lexeme in part.term.lexemes}
    unwanted = {f"!'{part.term.lexemes[0]}'" for part in query.excluded if part.term.is_lexeme and not part.field}
    return "&".join(sorted(wanted | unwanted))


def postgres_words(query: Query) -> list[str]:
    """What all words must be like."""
    return [f"%{part.term.laid_out}%" for part in query.wanted if not part.field and not part.term.is_lexeme]


def postgres_not_words(query: Query) -> list[str]:
    """What all words must not be like."""
    return [f"%{part.term.laid_out}%" for part in query.excluded if not part.field and not part.term.is_lexeme]


def postgres_heading(query: Query) -> list[str]:
    """What the heading must be like."""
    return [_within(part.field, part.term) for part in query.wanted if part.field]


def postgres_not_heading(query: Query) -> list[str]:
    """What the heading must not be like."""
    return [_within(part.field, part.term) for part in query.excluded if part.field]


def postgres_scores(query: Query) -> list[dict[str, Any]]:
    """What makes an article rank higher: what its heading is like, and what that is worth."""
    if query.problem:
        return []
    return [{"p": _within(place, part.term), "w": weight} for part in query.wanted for place, weight in WEIGHTS.items()]


# The parts of a heading in their order, each behind its mark (cms/search/index.py), and where each of them ends.
HEADING = {"title": "==t", "byline": "==b", "source": "==s", "tags": "==g", "lead": "==l"}
_WITHIN = {
    "title": ("==t", "==b"),
    "byline": ("==b", "==s"),
    "source": ("==s", "==g"),
    "tags": ("==g", "==l"),
    "names": ("==b", "==l"),
    "lead": ("==l", ""),
}


def _within(place: str, made: Term) -> str:
    start, end = _WITHIN[place]
    return f"%{start}%{made.laid_out}%{end}%"
