"""HTML of article bodies: what may stand in it, and its text and blocks."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from html.entities import html5
from html.parser import HTMLParser
from typing import Literal, NotRequired, TypedDict

import nh3

from cms.errors import FieldProblem, ValidationFailed
from cms.text import EDGES

_INLINE = frozenset({"a", "strong", "em", "b", "i", "br", "code", "sup", "sub", "img"})
_TABLE = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"})
_BLOCKS = frozenset({"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "figure", "figcaption", "pre", "hr"})
_TAGS = _INLINE | _TABLE | _BLOCKS
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
_SCHEMES = {"http", "https", "mailto"}
# Other systems write paragraphs as <div> and headings as <h1>; without a replacement their texts would run together.
_REPLACED = {"div": "p", "section": "p", "article": "p", "center": "p", "h1": "h2", "h5": "h4", "h6": "h4"}
_REPLACED_TAG = re.compile(rf"<(/?)({'|'.join(_REPLACED)})>")
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;)*</p>")
# Possessive: a tag that never ends would be tried in quadratically many ways.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*+)[^<>]*+(?:>|(?=<))")
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track"}
)
# A start tag of these closes the one before; pages leave their end tags out.
_SELF_CLOSING = frozenset({"p", "li", "td", "th", "tr", "thead", "tbody", "tfoot", "dt", "dd", "option", "a"})
# A parser opens these again in every block that follows until they are closed; of equal ones it keeps three.
_REOPENED = frozenset({"b", "code", "em", "i", "strong"})
_REOPENED_FOR_NOTHING = frozenset({"big", "font", "nobr", "s", "small", "strike", "tt", "u"})
DEEPEST = 200
MOST_HTML_TAGS = 50_000
LONGEST_TAG = 16_384
TOO_MANY_TAGS = f"has more than {MOST_HTML_TAGS:,} tags (a paragraph has two); divide it into several articles"
_MOST_PASSES = 5
_VEILED_AMPERSAND, _VEILED_NBSP = "\U0010fffc", "\U0010fffd"
_AMPERSAND = re.compile(r"&(?:amp;|#0*38;|#[xX]0*26;|(?!#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,31};))")
_NBSP = re.compile(r"\xa0|&(?:nbsp;|#0*160;|#[xX]0*[aA]0;)")
# What the sanitiser writes itself is passed by: it would be looked at one by one, millions of times.
_REFERENCE = re.compile(r"&(?!(?:lt|gt|quot);)([A-Za-z][A-Za-z\d]{1,31};)")


def body_html(html: str) -> str:
    """The HTML of a body with nothing in it but what the allow-list names.

    Paragraphs, headings 2 to 4, lists, quotations, links, images, figures, tables, code, rules and inline emphasis
    stay; links lead to http, https, mailto or relative addresses; style, class and event attributes go, scripts and
    styles go with their content. Applying it twice changes nothing. Tags nested deeper than 200 are left out, their
    text stays.

    Raises:
        ValidationFailed: more than 50,000 tags, of the HTML or of what it becomes; end tags count as well.
    """
    cleaned = _clean(_flattened(html), _TAGS | _REPLACED.keys())
    if _REPLACED_TAG.search(cleaned):
        renamed = _REPLACED_TAG.sub(lambda match: f"<{match[1]}{_REPLACED[match[2]]}>", cleaned)
        cleaned = _EMPTY_PARAGRAPH.sub("", _clean(renamed, _TAGS))
    return _settled(cleaned)


def _settled(cleaned: str) -> str:
    """The form that reads back as itself.

    HTML can be written that a parser reads as another tree the second time (links nested by way of a table); what
    browsers see must be what was judged.
    """
    for _ in range(_MOST_PASSES):
        again = _clean(cleaned, _TAGS)
        if again == cleaned:
            return cleaned
        cleaned = again
    # Nothing was found that takes more than two; whatever does is not worth its tags.
    return _escaped(html_to_text(cleaned))


def _clean(html: str, tags: set[str] | frozenset[str]) -> str:
    """What the allow-list leaves.

    The sanitiser takes quadratic time for ampersands and NBSP in one text, 200 s for 5 MB, but not for other
    characters; so both pass through it as two that nobody uses. What comes back is always the escaped form, which
    can neither begin a tag nor change an address.

    Raises:
        ValidationFailed: what is left has too many tags; a few that are misplaced can become very many.
    """
    veiled = _AMPERSAND.sub(_VEILED_AMPERSAND, html)
    veiled = _REFERENCE.sub(_veiled_reference, _NBSP.sub(_VEILED_NBSP, veiled))
    cleaned = nh3.clean(veiled, tags=set(tags), attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    # Only where there may be too many is it worth telling tags from "<" in a title.
    if cleaned.count("<") > MOST_HTML_TAGS and count_tags(cleaned) > MOST_HTML_TAGS:
        raise _too_many_tags()
    return cleaned.replace(_VEILED_AMPERSAND, "&amp;").replace(_VEILED_NBSP, "&nbsp;")


def count_tags(html: str) -> int:
    """The number of start and end tags, as `body_html` counts them."""
    return sum(1 for _ in _TAG.finditer(html))


def _too_many_tags() -> ValidationFailed:
    return ValidationFailed(FieldProblem("html", TOO_MANY_TAGS))


def _veiled_reference(match: re.Match[str]) -> str:
    characters = html5.get(match[1])
    if characters == "\xa0":
        return _VEILED_NBSP
    return f"{_VEILED_AMPERSAND}{'' if characters == '&' else match[1]}" if characters in ("&", None) else match[0]


def _flattened(html: str) -> str:
    """The HTML without what would cost a parser much more time or memory than its length.

    The sanitiser's parser takes quadratic time in the depth, 25 s for 100,000 nested quotations, in the number of tags
    that are misplaced in a table, and in the number of attributes of one tag. Emphasis that differs in its attributes
    and is never closed is opened again in every paragraph, all of it: 6 kB became 1.3 MB. This rough reading is no
    part of the safety, which is the sanitiser's own.

    Raises:
        ValidationFailed: too many tags are left.
    """
    return _TAG.sub(_Flattening().kept, html)


class _Flattening:
    """Decides tag by tag, in their order, which ones the parser gets to see."""

    def __init__(self) -> None:
        self.open_tags: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.depth = 0
        self.count = 0

    def kept(self, match: re.Match[str]) -> str:
        """The tag as it may stay; "" where it may not."""
        closing, name = match[1], match[2].lower()
        if name in _REOPENED_FOR_NOTHING or self._is_left_out(closing, name):
            return ""
        self.count += 1
        if self.count > MOST_HTML_TAGS:
            raise _too_many_tags()
        # None of the attributes of emphasis is allowed anyway.
        return f"<{closing}{name}>" if name in _REOPENED or len(match[0]) > LONGEST_TAG else match[0]

    def _is_left_out(self, closing: str, name: str) -> bool:
        if name in _VOID or name in _SELF_CLOSING:
            return False
        if not closing:
            return self._opens_too_deep(name)
        if self.left_out[name]:
            self.left_out[name] -= 1
            return True
        if self.open_tags[name]:
            self.open_tags[name] -= 1
            self.depth -= 1
        return False

    def _opens_too_deep(self, name: str) -> bool:
        if self.depth >= DEEPEST:
            self.left_out[name] += 1
            return True
        self.open_tags[name] += 1
        self.depth += 1
        return False


def paragraphs_to_html(paragraphs: list[str] | tuple[str, ...]) -> str:
    """One `<p>` for each paragraph of plain text, escaped; a line break inside a paragraph becomes `<br>`."""
    return "".join(f"<p>{_escaped(paragraph).replace(chr(10), '<br>')}</p>" for paragraph in paragraphs)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\xa0", "&nbsp;")


BlockKind = Literal["paragraph", "heading", "list", "quote", "image", "table", "code", "divider"]


class Block(TypedDict):
    """One block of a body, for frontends that do not want HTML.

    `text` is plain, `html` the sanitised inner HTML. `level` comes with headings, `items` (plain) and `ordered` with
    lists, `src`, `alt` and `caption` with images. The `html` of an image is its own tag; several images in one figure
    are as many blocks, of which the first has the caption. A picture inside a line of text stays in its paragraph's
    `html`.
    """

    type: BlockKind
    text: str
    html: str
    level: NotRequired[int]
    items: NotRequired[list[str]]
    ordered: NotRequired[bool]
    src: NotRequired[str]
    alt: NotRequired[str]
    caption: NotRequired[str]


def html_to_blocks(html: str) -> list[Block]:
    """The blocks of a body, in order.

    Args:
        html: what `body_html` returned; its attributes are handed on as they are.
    """
    reader = _BlockReader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.blocks


def html_to_text(html: str) -> str:
    r"""The plain text of a sanitised body: blocks separated by `\n\n`, list items, table rows and `<br>` by `\n`."""
    return blocks_to_text(html_to_blocks(html))


def blocks_to_text(blocks: list[Block]) -> str:
    """The plain text of blocks, for whoever has them already."""
    return "\n\n".join(block["text"] for block in blocks if block["text"])


_BLOCK_TAGS = frozenset({"p", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure", "table", "pre", "hr"})
_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "ul": "list",
    "ol": "list",
    "blockquote": "quote",
    "table": "table",
    "pre": "code",
    "hr": "divider",
}
_BREAKING_TAGS = _BLOCK_TAGS | {"li", "tr", "br", "figcaption", "caption"}


class _BlockReader(HTMLParser):
    """Walks sanitised HTML once and keeps no tree, so depth costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.tag = ""  # of the open block; "" between blocks
        self.depth = 0  # of tags below the open block, or of inline tags that hold a loose line of text
        self.is_loose = False
        self._reset()

    def _reset(self) -> None:
        self.html: list[str] = []
        self.text: list[str] = []
        self.items: list[str] = []
        self.item_start = 0
        self.caption: list[str] = []
        self.is_in_caption = False
        self.images: list[tuple[str, dict[str, str]]] = []  # each with its tag
        self.inner: set[str] = set()
        self.code_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.is_loose and self.depth == 0 and tag in _BLOCK_TAGS:
            self.end_block()
        if not self.tag:
            self.is_loose = tag not in _BLOCK_TAGS
            self.tag = "p" if self.is_loose else tag
            if tag == "hr":
                self.end_block()
                return
            if not self.is_loose:
                self.code_depth = int(tag == "pre")
                return
        self._open_inner(tag, attrs)

    def _open_inner(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.html.append(self.get_starttag_text() or "")
        self.inner.add(tag)
        if tag in _BREAKING_TAGS:
            self.text.append("\n")
        elif tag in ("td", "th"):
            self.text.append("\t")
        if tag == "img":
            self.images.append((self.html[-1], {name: value or "" for name, value in attrs}))
        if tag in ("br", "hr", "img"):
            return
        self.is_in_caption = self.is_in_caption or tag == "figcaption"
        if tag == "li" and self.depth == 0:
            self.item_start = len(self.text)
        self.code_depth += tag == "pre"
        self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("br", "hr", "img") or not self.tag:
            return
        if self.depth == 0:
            self.end_block()
            return
        self.depth -= 1
        self.html.append(f"</{tag}>")
        self.code_depth -= tag == "pre"
        self.is_in_caption = self.is_in_caption and tag != "figcaption"
        if tag == "li" and self.depth == 0 and self.tag in ("ul", "ol"):
            self.items.append(_plain(self.text[self.item_start :]))
        if tag in _BREAKING_TAGS:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.tag:
            if not data.strip(EDGES):
                return
            self.tag, self.is_loose = "p", True
        self.html.append(_escaped(data))
        text = data if self.code_depth else _one_line(data)
        self.text.append(text)
        if self.is_in_caption:
            self.caption.append(text)

    def end_block(self) -> None:
        """Close the open block and keep what it holds."""
        if self.tag:
            self.blocks.extend(self._made())
        self.tag, self.depth, self.is_loose = "", 0, False
        self._reset()

    def _made(self) -> list[Block]:
        text = "".join(self.text).strip("\n") if self.tag == "pre" else _plain(self.text)
        kind = self._kind(text)
        if kind == "image":
            return self._image_blocks(text)
        if kind != "divider" and not text and not self.images:
            return []
        block = Block(type=kind, text=text, html="".join(self.html))
        if kind == "heading":
            block["level"] = int(self.tag[1])
        if kind == "list":
            block["items"], block["ordered"] = self.items, self.tag == "ol"
        return [block]

    def _kind(self, text: str) -> BlockKind:
        if self.tag == "figure":
            return self._kind_of_figure()
        if self.tag == "p" and self.images and not text:
            return "image"
        return _KINDS[self.tag]

    def _kind_of_figure(self) -> BlockKind:
        if self.images:
            return "image"
        if "table" in self.inner:
            return "table"
        if "pre" in self.inner:
            return "code"
        return "quote" if "blockquote" in self.inner else "paragraph"

    def _image_blocks(self, text: str) -> list[Block]:
        """A block for each image; what belongs to all of them, text and caption, stands once, with the first."""
        made = [
            Block(type="image", text="", html=tag, src=has.get("src", ""), alt=has.get("alt", ""), caption="")
            for tag, has in self.images
        ]
        made[0]["text"], made[0]["caption"] = text, _plain(self.caption)
        return made


def _one_line(data: str) -> str:
    """Line breaks of the HTML source, with the indentation around them, as one space; other spaces stay."""
    if "\n" not in data:
        return data
    lines = data.split("\n")
    inner = [line.strip(" \t") for line in lines[1:-1]]
    words = [lines[0].rstrip(" \t"), *filter(None, inner), lines[-1].lstrip(" \t")]
    return " ".join(words)


def _plain(pieces: list[str]) -> str:
    lines = (line.strip(EDGES) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
