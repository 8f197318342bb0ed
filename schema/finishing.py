"""Highlights: what a search's statement brings of an article, made ranges and HTML of what was selected of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import get_named_type

from cms.search import marking

# The fields of an article by what the index calls them, in the order in which highlights come.
FIELDS = {
    "title": "TITLE",
    "subtitle": "SUBTITLE",
    "excerpt": "EXCERPT",
    "body": "BODY",
    "byline": "BYLINE",
    "source": "SOURCE",
    "tags": "TAGS",
}
# What is selected of a type: response key, field, and what is selected of that.
Shown = tuple[tuple[str, str, Any], ...]


def shown_fields(executor: Any, gtype: Any, details: Any) -> Shown:
    """What is selected of a type that is made in Python, down to its leaves."""
    selected = executor.collect_subfields(gtype, details).grouped_field_set
    found = []
    for key, inner in selected.items():
        name = inner[0].node.name.value
        field = gtype.fields.get(name)
        has_more = inner[0].node.selection_set is not None
        found.append((key, name, shown_fields(executor, get_named_type(field.type), inner) if has_more else ()))
    return tuple(found)


def highlights(shown: Shown, words: Mapping[str, Any], query: str) -> list[dict[str, Any]]:
    """The highlights of one article: of each field, and of each tag, in which something was found."""
    return [
        _chosen(shown, field, text, ranges)
        for column, field in FIELDS.items()
        for text in (words[column] if column == "tags" else [words[column] or ""])
        if (ranges := marking.ranges(query, text, column))
    ]


def _chosen(shown: Shown, field: str, text: str, ranges: list[marking.Range]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, name, inner in shown:
        match name:
            case "field":
                made[key] = field
            case "ranges":
                made[key] = [_range(inner, one) for one in ranges]
            case "html":
                made[key] = marking.snippet(text, ranges) if field == "BODY" else marking.html(text, ranges)
            case _:
                made[key] = "Highlight"
    return made


def _range(shown: Shown, one: marking.Range) -> dict[str, Any]:
    values = {"start": one[0], "end": one[1], "__typename": "HighlightRange"}
    return {key: values[name] for key, name, _ in shown}
