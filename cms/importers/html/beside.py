"""The lists beside an article on an HTML page: related, hot and newest titles with their teasers and addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from cms.importers.html.tree import Line, lines_of, text_of, tidy
from cms.importers.item import ItemReference
from cms.importers.limits import LONGEST_TEASER, LONGEST_TITLE, LONGEST_URL, MOST_REFERENCES, is_web_address
from cms.importers.lists import ListName, heading_of
from cms.text import ends_sentence

_FURTHEST = 4  # levels from a heading up to the box that it stands in
_MOST_HEADINGS = 30  # for each one, all that stands around it is read
_SHORTEST_TITLE = 4


@dataclass
class Beside:
    """The lists by name, and the boxes that they stand in, which are no part of the article."""

    lists: dict[ListName, tuple[ItemReference, ...]] = field(default_factory=dict)
    boxes: list[HtmlElement] = field(default_factory=list)


def read_beside(lines: list[Line], base: str) -> Beside:
    """Every list of a page."""
    beside = Beside()
    headings = ((line, name) for line in lines if (name := heading_of([line.text], 0)))
    for line, name in islice(headings, _MOST_HEADINGS):
        box = _box(line.block)
        if box is None or box in beside.boxes:
            continue
        references = tuple(_references(box, line.text, base))[:MOST_REFERENCES]
        if references:
            beside.boxes.append(box)
            beside.lists[name] = beside.lists.get(name, ()) + references
    return beside


def _box(heading: HtmlElement) -> HtmlElement | None:
    """The smallest element around a heading that holds links beside it, and no second such heading."""
    box = heading
    for _ in range(_FURTHEST):
        if box is None or box.tag in ("body", "html"):
            return None
        if box is not heading and any(len(tidy(link.text_content())) > _SHORTEST_TITLE for link in box.iter("a")):
            texts = [line.text for line in lines_of(box)]
            places = [place for place, text in enumerate(texts) if heading_of([text], 0)]
            # What stands before the heading may be the article.
            return box if len(places) == 1 and places[0] <= 1 and sum(map(len, texts[: places[0]])) <= 20 else None
        box = box.getparent()
    return None


def _references(box: HtmlElement, heading: str, base: str) -> Iterator[ItemReference]:
    entries = [entry for entry in box.iter("li", "dl", "article") if any(True for _ in entry.iter("a"))]
    seen = set()
    for entry in entries or list(box.iter("a")):
        links = list(entry.iter("a"))
        link = max(links, key=lambda one: len(tidy(one.text_content())) if one is not None else 0)
        title = _heading_in(link)
        if len(title) < _SHORTEST_TITLE or len(title) > LONGEST_TITLE or title == heading or title in seen:
            continue
        seen.add(title)
        texts = [line.text for line in lines_of(entry)] if entry is not link else []
        teaser = " ".join(text for text in texts if text != title and not text.startswith(title))[:LONGEST_TEASER]
        yield ItemReference(
            title, teaser, url=address(link.get("href"), base), is_truncated=bool(teaser) and not ends_sentence(teaser)
        )


def _heading_in(link: HtmlElement) -> str:
    return tidy(link.get("title") or "") or text_of(link) if not tidy(link.text_content()) else text_of(link)


def address(href: str | None, base: str) -> str:
    """A web address as it is where the page stands; "" if it is none, or cannot be told."""
    try:
        whole = urljoin(base, (href or "").strip())
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if is_web_address(whole) and parts.hostname and len(whole) <= LONGEST_URL else ""
