"""What a page declares about its article: JSON-LD, and the `meta` elements of its head."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from cms.importers.html.tree import storable, tidy
from cms.text import fold

LONGEST_SCRIPT = 1_000_000
_MOST_NODES = 5_000
_MOST_VALUES = 10  # of one meta name
_LONGEST_VALUE = 2_000
_MOST_NAMES, _LONGEST_NAME = 100, 200
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_TRAILING_COMMA = re.compile(r",(\s{0,200}[}\]])")
_WRAPPERS = ("//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "<!--", "//]]>", "/*]]>*/", "]]>", "//-->", "-->", ";")

# Names of `meta` elements without blanks, the surest first.
PUBLISHED = (
    *("article:published_time", "og:published_time", "og:release_date", "og:time", "weibo:article:create_at"),
    *("datepublished", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "publishtime"),
    *("publish_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created"),
    *("dc.date.created", "article.published", "article_date_original"),
)
CHANGED = ("dateupdate", "datemodified", "article:modified_time", "og:updated_time", "dcterms.modified", "lastmodified")
TITLES = ("og:title", "articletitle", "dc.title", "dcterms.title", "title", "headline")
SOURCES = ("contentsource", "source", "article:source", "og:source", "mediaid")
SITES = ("og:site_name", "application-name", "sitename")
AUTHORS = ("article:author", "author", "byl", "dc.creator", "dcterms.creator", "og:article:author", "parsely-author")


@dataclass(frozen=True)
class Declared:
    """What one page declares: the JSON-LD of its article, of its breadcrumb, and its meta elements by folded name."""

    article: dict[str, Any]
    trail: tuple[str, ...]
    metas: dict[str, list[str]]

    def meta(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each value of these names, the surest name first."""
        for name in names:
            yield from ((name, value) for value in self.metas.get(name, ()))

    def text(self, key: str) -> str:
        """A text of the article's JSON-LD, "" if there is none."""
        value = self.article.get(key)
        return _readable(value) if isinstance(value, str) else ""

    def names(self, key: str) -> list[tuple[str, str]]:
        """Names and schema.org types of whom the JSON-LD names under a key, in order."""
        named = ((name[:_LONGEST_NAME], kind) for node in _listed(self.article.get(key)) for name, kind in _named(node))
        return list(islice(named, _MOST_NAMES))

    def address(self) -> str:
        """The article's own address as JSON-LD has it."""
        page = self.article.get("mainEntityOfPage")
        values = (self.article.get("url"), page.get("@id") if isinstance(page, dict) else page)
        return next((value.strip() for value in values if isinstance(value, str)), "")


def read_declared(tree: HtmlElement, titles: list[str]) -> Declared:
    """What a page declares. Of several articles in JSON-LD that one counts whose headline is on the page."""
    nodes = list(_nodes(tree))
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _kinds(node))]
    articles += [node for node in nodes if not _kinds(node) and "pubDate" in node and "title" in node]
    article = articles[0] if len(articles) == 1 else {}
    if len(articles) > 1:
        folded = {fold(title) for title in titles}
        matching = (node for node in articles if fold(tidy(str(node.get("headline")))) in folded)
        article = next(matching, {})
    trails = [node for node in nodes if "BreadcrumbList" in _kinds(node)]
    return Declared(article, _trail(trails[0]) if trails else (), _metas(tree))


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        value = tidy(element.get("content") or "")[:_LONGEST_VALUE]
        for attribute in ("property", "name", "itemprop"):
            name = re.sub(r"\s+", "", element.get(attribute) or "").lower()
            if name and value and len(values := metas.setdefault(name, [])) < _MOST_VALUES:
                values.append(value)
    return metas


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object at the top of JSON-LD, in a list or in a graph."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = deque([_parsed((script.text_content() or "")[:LONGEST_SCRIPT])])
        seen = 0
        while waiting and seen < _MOST_NODES:
            seen += 1
            node = waiting.popleft()
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                yield node
                waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _parsed(text: str) -> object:
    """The JSON of a script; None if it is beyond repair. Comments around it and commas too many are passed over."""
    bare = text.strip()
    for wrapper in _WRAPPERS:
        bare = bare.removeprefix(wrapper).removesuffix(wrapper).strip()
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare), html.unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _kinds(node: dict[str, Any]) -> list[str]:
    return [kind for kind in _listed(node.get("@type")) if isinstance(kind, str)]


def _listed(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _named(node: object) -> Iterator[tuple[str, str]]:
    if isinstance(node, str) and tidy(node):
        yield _readable(node), ""
    elif isinstance(node, dict):
        kinds = _kinds(node)
        for name in _listed(node.get("name")):
            if isinstance(name, str) and tidy(name):
                yield _readable(name), kinds[0] if kinds else ""


def _readable(value: str) -> str:
    """A text of JSON as a reader would see it."""
    return tidy(storable(html.unescape(value)))


def _position(item: dict[str, Any]) -> int:
    """Where an entry stands; 0 if it does not say so as schema.org wants it."""
    written = str(item.get("position"))
    return int(written) if re.fullmatch(r"[0-9]{1,9}", written) else 0


def _trail(node: dict[str, Any]) -> tuple[str, ...]:
    items = [item for item in _listed(node.get("itemListElement")) if isinstance(item, dict)]
    items.sort(key=_position)
    names = []
    for item in items:
        inner = item.get("item")
        name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
        if isinstance(name, str) and tidy(name):
            names.append(_readable(name))
    return tuple(names)
