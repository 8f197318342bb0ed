"""The breadcrumb of an HTML page, as declared or as printed."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from cms.importers.breadcrumb import category_names, is_home, is_placeholder, is_title, split_trail
from cms.importers.html.tree import is_unseen, text_of, tidy

_TAGS = frozenset({"div", "p", "ul", "ol", "nav", "span", "td", "li", "section", "h2", "h3", "h4", "dl", "dd"})
_CLASS = re.compile(
    r"crumb|(?:^|[\s_-])(?:position|location|path|weizhi|dqwz|current-?pos|pos|mbx|bread)(?:$|[\s_-])", re.IGNORECASE
)
_LONGEST = 200
_MOST_ELEMENTS = 4_000
_AFTER_TITLE = 30


class Trail(tuple[str, ...]):
    """The names as printed, the home page included."""

    __slots__ = ()

    def categories(self, title: str, sites: list[str]) -> tuple[str, ...]:
        """The path of categories: without the home page, the site's own name, and the article's title."""
        names = category_names(list(self))
        if names and any(names[0] == site for site in sites):
            names = names[1:]
        return names[:-1] if names and is_title(names[-1], title) else names


def find_trail(tree: HtmlElement, title_block: HtmlElement | None, title: str) -> tuple[Trail, str] | None:
    """The breadcrumb that stands above the title, and its text; None if the page prints none."""
    best: tuple[int, int, list[str], str] | None = None
    left = _AFTER_TITLE
    has_passed = False
    for place, element in enumerate(islice(tree.iter(), _MOST_ELEMENTS)):
        has_passed = has_passed or element is title_block
        left -= has_passed
        if left < 0:
            break
        if element.tag not in _TAGS or is_unseen(element) or len(element.text_content()) > 4 * _LONGEST:
            continue
        text = text_of(element)
        if not 2 <= len(text) <= _LONGEST or (found := _read(element, text, title)) is None:
            continue
        # The innermost of equals.
        if best is None or found[0] >= best[0]:
            best = (found[0], place, found[1], text)
    return (Trail(best[2]), best[3]) if best else None


def _read(element: HtmlElement, text: str, title: str) -> tuple[int, list[str]] | None:
    """How sure it is that an element is a breadcrumb, and its names."""
    has_class = bool(
        _CLASS.search(f"{element.get('class', '')} {element.get('id', '')} {element.get('aria-label', '')}")
    )
    printed = split_trail(text)
    names = printed.names if printed else []
    if not names and has_class:
        names = [name for link in element.iter("a") if (name := tidy(link.text_content()))]
    names = [name for place, name in enumerate(names) if not place or name != names[place - 1]]
    ends = bool(names) and (is_placeholder(names[-1]) or is_title(names[-1], title))
    while names and (is_placeholder(names[-1]) or is_title(names[-1], title)):
        names = names[:-1]
    if not names or len(names) > 8 or any(len(name) > 20 for name in names):
        return None
    begins = is_home(names[0])
    if printed is not None and printed.has_label:
        return 4, names
    if printed is not None and begins:
        return 3, names
    if has_class and (begins or ends or (printed is not None and len(names) > 1)):
        return 2, names
    if printed is not None and (ends or len(names) > 1) and any(True for _ in element.iter("a")):
        return 1, names
    return None
