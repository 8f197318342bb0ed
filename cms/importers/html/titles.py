"""The title of a page: the heading that its `title` element begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from cms.importers.html.tree import Line, tidy
from cms.text import fold, normalize

_LONGEST = 300
_LONGEST_TAG = 1_000  # the title and the names of sections and site behind it
_SEPARATOR = r"[-_|｜—–·•:：/／\\«»<>＜＞,，(（\[【]"
_BEFORE_SITE = re.compile(rf"^\s*{_SEPARATOR}|^\s\S")
_SUFFIXES = re.compile(r"\s*(?:[_|｜]|--+|——+|\s[-—–·]\s|(?<=[^\W\d_a-zA-Z])-(?=[^\W\d_]))\s*")
_HEADINGS = {"h1": 0, "h2": 1, "h3": 2}


@dataclass(frozen=True)
class Title:
    """The title, and the place of its line; None if no line shows it."""

    text: str
    place: int | None
    is_heading: bool = False


def page_title(tree: HtmlElement) -> str:
    """What the `title` element says, as far as it can matter."""
    return tidy(next((element.text_content() for element in tree.iter("title")), ""))[:_LONGEST_TAG]


def site_names(title_tag: str, title: str) -> list[str]:
    """The names that follow the article's title in the `title` element: section, site."""
    rest = title_tag[len(title) :] if fold(title_tag).startswith(fold(title)) else title_tag
    return [name for part in _SUFFIXES.split(rest) if (name := part.strip(" -_|｜—–:："))]


def find_title(lines: list[Line], title_tag: str, declared: list[str]) -> Title | None:
    """The article's title.

    The `title` element begins with it on nearly every page, with the site's name behind it; which part of it is the
    article's, a heading of the page tells, or what the page declares. What is declared may be cut off.
    """
    shown = [
        (place, line)
        for place, line in enumerate(lines)
        if 4 <= len(line.text) <= _LONGEST and _leads(line.text, title_tag)
    ]
    if shown:
        place, line = min(shown, key=lambda one: (one[1].is_link, _rank(one[1]), -len(one[1].text), one[0]))
        return Title(line.text, place, is_heading=_rank(line) < 3)
    for text in declared:
        if 2 <= len(text) <= _LONGEST:
            bare = _without_site(text)
            places = [place for place, line in enumerate(lines) if fold(line.text) in (fold(text), fold(bare))]
            return Title(lines[places[0]].text if places else bare, places[0] if places else None)
    for place, line in enumerate(lines):
        if _rank(line) == 0 and 4 <= len(line.text) <= _LONGEST and not line.is_link:
            return Title(line.text, place, is_heading=True)
    bare = _without_site(title_tag)
    return Title(bare, None) if 2 <= len(bare) <= _LONGEST else None


def _rank(line: Line) -> int:
    ancestor = line.block
    for _ in range(3):
        if ancestor is None:
            break
        if ancestor.tag in _HEADINGS:
            return _HEADINGS[ancestor.tag]
        ancestor = ancestor.getparent()
    return 3


def _leads(text: str, title_tag: str) -> bool:
    """Whether the `title` element is this text, with nothing or with a site's name behind it."""
    shown, tag = _even(text), _even(title_tag)
    if not shown or not tag.startswith(shown):
        return False
    rest = tag[len(shown) :]
    return not rest or bool(_BEFORE_SITE.match(rest))


def _even(text: str) -> str:
    return tidy(normalize("NFKC", text)).casefold()


def _without_site(text: str) -> str:
    """The text without the names of section and site at its end, if what is left is the longest part."""
    parts = _SUFFIXES.split(text)
    return parts[0] if len(parts) > 1 and len(parts[0]) >= max(4, *(len(part) for part in parts[1:])) else text
