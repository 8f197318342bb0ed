"""What to look for instead when a query finds nothing: less of it, and names that look or sound alike."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cms import text
from cms.hanzi import folded
from cms.search import query
from cms.search.analysis import term
from cms.search.query import Part, Query

MOST_RELAXED = 16
_LONGEST_NAME = 20
_LEAST_ALIKE = 3


def relaxed(asked: Query) -> list[Query]:
    """Queries that ask for less, what keeps the most first: without fields, without a word, parts of words."""
    if asked.problem:
        return []
    wanted = asked.wanted
    found: list[list[Part]] = []
    if any(part.field for part in wanted):
        found.append([replace(part, field="") for part in wanted])
    if asked.excluded:
        found.append(wanted)
    if len(wanted) > 1:
        found += [[*wanted[:place], *wanted[place + 1 :]] for place in range(len(wanted))]
    if len(wanted) > 2:
        found += [[part] for part in wanted]
    for part in wanted:
        found += [[Part(half, made)] for half in _halves(part.text) if (made := term(half)) is not None]
    return [Query(tuple(parts)) for parts in dict.fromkeys(map(tuple, found))][:MOST_RELAXED]


def _halves(words: str) -> list[str]:
    """The parts of a phrase, or the beginning and the end of one word."""
    if len(parts := words.split()) > 1:
        return parts[:4]
    size = max(2, (len(words) + 1) // 2)
    return [words[:size], words[-size:]] if len(words) > size else []


def written(asked: Query) -> str:
    """The query as somebody could type it."""
    return " ".join(_typed(part) for part in asked.parts)


def _typed(part: Part) -> str:
    field = {"byline": "author", "tags": "tag"}.get(part.field, part.field)
    words = f'"{part.text}"' if len(part.text.split()) > 1 else part.text
    return ("-" if part.is_excluded else "") + (f"{field}:" if field else "") + words


def sqlite_candidates(asked: Query) -> list[dict[str, Any]]:
    """The relaxed queries as FTS5 is asked."""
    return [
        {"t": written(each), "m": query.sqlite_text(each), "c": query.sqlite_characters(each)}
        for each in relaxed(asked)
    ]


def postgres_candidates(asked: Query) -> list[dict[str, Any]]:
    """The relaxed queries as PostgreSQL is asked."""
    return [
        {
            "t": written(each),
            "m": query.postgres_lexemes(each),
            "w": query.postgres_words(each),
            "v": query.postgres_not_words(each),
            "h": query.postgres_heading(each),
            "i": query.postgres_not_heading(each),
        }
        for each in relaxed(asked)
    ]


def sounds_from(asked: Query) -> str:
    """Where the sort keys begin of names that are spoken like the query; no name has such a key if it is empty."""
    name = _name(asked)
    key = text.sort_key(name)
    return key.partition("  ")[0] + "  " if "  " in key else ""


def sounds_until(asked: Query) -> str:
    """Where these sort keys end."""
    start = sounds_from(asked)
    return start + "\U0010ffff" if start else ""


def looks(asked: Query) -> list[str]:
    """Patterns of LIKE for folded names that differ from the query in one character."""
    name = text.fold(_name(asked))
    if len(name) < _LEAST_ALIKE or not name.isalnum():
        return []
    return [f"{name[:place]}_{name[place + 1 :]}" for place in range(len(name))]


def _name(asked: Query) -> str:
    """The query as a name, if it could be one."""
    words = [part.text for part in asked.wanted]
    name = folded(words[0]) if len(words) == 1 and not asked.problem else ""
    return name if len(name) <= _LONGEST_NAME else ""
