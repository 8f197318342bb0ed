"""The tree of a page, and its text as lines that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from cms.errors import ItemRefused
from cms.text import trim

MOST_TAGS = 20_000
MOST_ATTRIBUTES = 1_000  # of one tag
DEEPEST = 250

_TAG = re.compile(r"<[A-Za-z!]")
# A value may hold ">" and "<" if it is quoted; a quote that follows no "=" opens nothing.
_IS = r"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+"""
_VALUE = re.compile(_IS)
_NAME = re.compile(r"""[^\s/"']+""")
_OPENING = re.compile(rf"""<(?:!--|([A-Za-z][^\s/>]*+)((?:[^>"'=]++|{_IS}|["'])*+))""")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# What neither XML nor a database takes, and nobody sees.
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:0*+([0-9]{1,7})(?![0-9])|[xX]0*+([0-9a-fA-F]{1,6})(?![0-9a-fA-F]));?")
_SPACE = re.compile(r"[\s\u200b\ufeff]+")
# What no reader sees.
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "head"}
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp"),
        *("small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line of text as a reader sees it.

    Attributes:
        text: its text, white space as one blank.
        spaced: the same with a blank wherever one element ends and another begins: 来源: and the name beside it.
        block: the innermost block that it stands in.
        linked: how many of its characters are in links.
    """

    text: str
    spaced: str
    block: HtmlElement
    linked: int

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it leads elsewhere."""
        return self.linked * 10 >= len(self.text) * 8


def read_tree(text: str, label: str) -> HtmlElement:
    """The tree of a page.

    Raises:
        ItemRefused: it has too many tags, or they are nested too deeply.
    """
    if len(_TAG.findall(text)) > MOST_TAGS:
        raise ItemRefused(label, "file", f"has more than {MOST_TAGS:,} tags")
    if any(map(_has_too_many_attributes, _start_tags(text))):
        raise ItemRefused(label, "file", f"has a tag with more than {MOST_ATTRIBUTES:,} attributes")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    data = _DECLARATION.sub("", _REFERENCE.sub(_storable_reference, storable(text))).encode("utf-8")
    try:
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        raise ItemRefused(label, "file", "is no HTML") from None
    if _depth(tree) > DEEPEST:
        raise ItemRefused(label, "file", f"nests tags deeper than {DEEPEST}")
    return tree


def storable(text: str) -> str:
    """Text without control characters and halves of characters; one alone would cost the whole page."""
    return _UNSTORABLE.sub("", text)


def _storable_reference(match: re.Match[str]) -> str:
    code = int(match[1]) if match[1] else int(match[2], 16)
    return match[0] if code > 0x10FFFF or storable(chr(code)) else ""


def _has_too_many_attributes(tag: str) -> bool:
    """Whether a tag has so many attributes that a parser takes quadratic time for it."""
    return len(tag) > 2 * MOST_ATTRIBUTES and len(_NAME.findall(_VALUE.sub("", tag))) > MOST_ATTRIBUTES


def _start_tags(text: str) -> Iterator[str]:
    """What stands in each start tag behind its name; comments and scripts are passed over. It takes linear time."""
    place = 0
    may_close = True
    while found := _OPENING.search(text, place):
        place = found.end()
        name = (found[1] or "").lower()
        if name in _RAW:
            yield found[2]
            end = _RAW[name].search(text, place)
            place = end.start() if end else len(text)
        elif name:
            yield found[2]
        elif may_close:
            end_of_comment = text.find("-->", place)
            may_close = end_of_comment >= 0
            place = max(place, end_of_comment)


def _depth(tree: HtmlElement) -> int:
    depth = deepest = 0
    for event, _element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def is_unseen(element: HtmlElement) -> bool:
    """Whether a reader sees nothing of an element."""
    if element.tag in _UNSEEN or "hidden" in element.attrib:
        return True
    return bool(_HIDDEN.search(element.get("style", "")))


def tidy(text: str) -> str:
    """Text with every run of white space as one blank."""
    return trim(_SPACE.sub(" ", text))


def text_of(element: HtmlElement) -> str:
    """The text that a reader sees in an element, in one line."""
    return tidy(" ".join(line.text for line in lines_of(element)))


def lines_of(tree: HtmlElement) -> list[Line]:
    """The lines of a tree that are not empty, in the order of the page."""
    return list(_Reading().lines(tree))


class _Reading:
    """Walks a tree without recursion, and parts its text at the borders of blocks."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.spaced: list[str] = []
        self.linked = 0

    def lines(self, tree: HtmlElement) -> Iterator[Line]:
        """The lines."""
        blocks = [tree]
        links = 0
        walker = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            is_inline = element.tag in _INLINE
            if event == "start":
                if not isinstance(element.tag, str) or is_unseen(element):
                    walker.skip_subtree()
                    continue
                if not is_inline:
                    yield from self.flush(blocks[-1])
                    blocks.append(element)
                links += element.tag == "a"
                self.add(element.text, links)
                continue
            if isinstance(element.tag, str) and not is_unseen(element):
                links -= element.tag == "a"
                if not is_inline:
                    yield from self.flush(blocks[-1])
                    blocks.pop()
            if element is not tree:
                self.add(element.tail, links)
        yield from self.flush(tree)

    def add(self, text: str | None, links: int) -> None:
        """One piece of text."""
        self.spaced.append(" ")
        if text:
            self.pieces.append(text)
            self.spaced.append(text)
            if links > 0:
                self.linked += len(tidy(text))

    def flush(self, block: HtmlElement) -> Iterator[Line]:
        """The line that ends here, if there is one."""
        text = tidy("".join(self.pieces))
        if text:
            yield Line(text, tidy("".join(self.spaced)), block, self.linked)
        self.pieces, self.spaced, self.linked = [], [], 0
