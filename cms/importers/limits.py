"""What every imported item must keep, whatever it was read from: lengths, counts and characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cms.errors import ItemRefused
from cms.importers.item import ImportItem, ItemReference
from cms.sanitize import MOST_HTML_TAGS, TOO_MANY_TAGS, count_tags
from cms.text import problem_in, slugify

LONGEST_TITLE = 300
LONGEST_NAME = 200
LONGEST_TEASER = 1000
LONGEST_LINE = 1000
LONGEST_URL = 2000
LONGEST_TAG = 100
LONGEST_CATEGORY = 100
LONGEST_LANGUAGE = 35
LONGEST_BODY = 2_000_000  # of text
LONGEST_HTML = 4_000_000  # of the same text with its tags
DEEPEST_CATEGORY = 10
MOST_CREDITS = 100
MOST_REFERENCES = 200
MOST_TAGS = 50
MOST_COLLECTIONS = 50
MOST_VIEWS = 2**31 - 1  # the widest integer that every database column for it holds

_URL = re.compile(r"https?://[^\s/?#<>\"]+[^\s<>\"]*", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def check(item: ImportItem) -> ImportItem:
    """The item itself, if it may be stored.

    Raises:
        ItemRefused: a field is empty, too long or too many, or holds characters that no database takes; the field is
            named as in JSON lines ("authors.2.name").
    """
    for path, count, most in _counts(item):
        if count > most:
            raise ItemRefused(item.label, path, too_many(count, most))
    for path, value, longest in _required(item):
        if not value:
            raise ItemRefused(item.label, path, "is empty")
        _check_text(item, path, value, longest)
    for path, value, longest in _optional(item):
        _check_text(item, path, value, longest, multiline=path in ("body", "excerpt", "byline") or "teaser" in path)
    for path, url in _urls(item):
        _check_text(item, path, url, LONGEST_URL)
        if url and not is_web_address(url):
            raise ItemRefused(item.label, path, "is not a web address; it must begin with http:// or https://")
    _check_values(item)
    if count_tags(item.body_html) > MOST_HTML_TAGS:
        raise ItemRefused(item.label, "body", TOO_MANY_TAGS)
    return item


def is_web_address(url: str) -> bool:
    """Whether a text is an address that may be stored."""
    return bool(_URL.fullmatch(url))


def too_many(count: int, most: int) -> str:
    """Why a list is refused."""
    return f"has {count:,} entries; at most {most:,} are allowed"


def _counts(item: ImportItem) -> Iterator[tuple[str, int, int]]:
    yield "category", len(item.category_path), DEEPEST_CATEGORY
    yield "authors", len(item.credits), MOST_CREDITS
    yield "tags", len(item.tags), MOST_TAGS
    yield "collections", len(item.collections), MOST_COLLECTIONS
    for name, references in _lists(item):
        yield name, len(references), MOST_REFERENCES


def _required(item: ImportItem) -> Iterator[tuple[str, str, int]]:
    yield "title", item.title, LONGEST_TITLE
    yield "language", item.language, LONGEST_LANGUAGE
    yield from ((f"category.{index}", name, LONGEST_CATEGORY) for index, name in enumerate(item.category_path))
    yield from ((f"authors.{index}.name", credit.name, LONGEST_NAME) for index, credit in enumerate(item.credits))
    yield from ((f"tags.{index}", tag, LONGEST_TAG) for index, tag in enumerate(item.tags))
    for name, references in _lists(item):
        yield from ((f"{name}.{index}.title", one.title, LONGEST_TITLE) for index, one in enumerate(references))


def _optional(item: ImportItem) -> Iterator[tuple[str, str, int]]:
    yield "body", item.body_html, LONGEST_HTML
    yield "subtitle", item.subtitle, LONGEST_TITLE
    yield "excerpt", item.excerpt, LONGEST_LINE
    yield "source", item.source, LONGEST_NAME
    yield "byline", item.byline, LONGEST_LINE
    yield "externalId", item.external_id, LONGEST_NAME
    yield "licence", item.licence, LONGEST_NAME
    yield "creditLine", item.credit_line, LONGEST_TITLE
    for name, references in _lists(item):
        yield from ((f"{name}.{index}.teaser", one.teaser, LONGEST_TEASER) for index, one in enumerate(references))


def _urls(item: ImportItem) -> Iterator[tuple[str, str]]:
    yield "url", item.url
    yield "source.url", item.source_url
    for name, references in _lists(item):
        yield from ((f"{name}.{index}.url", one.url) for index, one in enumerate(references))


def _lists(item: ImportItem) -> tuple[tuple[str, tuple[ItemReference, ...]], ...]:
    return ("related", item.related), ("hot", item.hot or ()), ("newest", item.newest or ())


def _check_text(item: ImportItem, path: str, value: str, longest: int, *, multiline: bool = False) -> None:
    if problem := problem_in(value, max_length=longest, multiline=multiline):
        raise ItemRefused(item.label, path, problem)


def _check_values(item: ImportItem) -> None:
    if not _LANGUAGE.fullmatch(item.language):
        raise ItemRefused(item.label, "language", "is not a language tag such as zh-Hans or en")
    if item.urgency is not None and not 1 <= item.urgency <= 9:
        raise ItemRefused(item.label, "urgency", "must be from 1 (most urgent) to 9")
    if not 0 <= item.views <= MOST_VIEWS:
        raise ItemRefused(item.label, "views", f"must be from 0 to {MOST_VIEWS:,}")
    if item.published_at is not None and item.published_at.tzinfo is None:
        raise ItemRefused(item.label, "publishedAt", "has no time zone")
    for index, slug in enumerate(item.collections):
        if slugify(slug, pinyin=False, fallback="") != slug or not slug:
            raise ItemRefused(item.label, f"collections.{index}", "is not a slug such as front-page")
