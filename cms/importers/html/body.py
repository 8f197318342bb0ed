"""The body of an article on an HTML page: trafilatura finds it, and what is none of the author's words is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import lxml.html
import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from cms.importers.credits import LabelledLine, is_info_value, read_byline, read_labels
from cms.importers.html.tree import Line, is_unseen, lines_of, text_of, tidy
from cms.importers.lists import heading_of
from cms.text import fold
from cms.words import CreditRole

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-url")
_BOXES = re.compile(
    r"(?:^|[\s_-])(?:comments?|pinglun|share|sharebar|related|recommend|tuijian|hot-?news|ranking|advert\w*|ads?|"
    r"toolbar|disclaimer|statement|copyright|qrcode|subscribe|newsletter)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What begins what stands below the article: from here on nothing is the author's.
_END = re.compile(
    r"(?:[(（【\[]?(?:特别声明|免责声明|版权声明|版权说明|声明[:：]|郑重声明|转载请注明|本文来源[:：于]|原标题[:：]|更多精彩|"
    r"点击进入专题|查看更多|展开全文|网友评论|最新评论|热门评论|全部评论|发表评论|我要评论|相关新闻话题|与内文相关的链接|"
    r"欢迎关注|长按二维码|扫描二维码|扫码关注|微信公众号|标签[:：]|关键词[:：]|上一篇|下一篇|分享到|分享至|分享让更多人看到|"
    r"打开微信|举报/?反馈|责任编辑|責任編輯|责编|本文来自|文章关键词|关注同花顺|新浪声明|更多猛料|海量资讯|"
    r"特别提醒|本网站所刊载|仅供.{0,6}参考|风险提示[:：]|延伸閱讀|相關新聞|一手掌握|不用抽|歡迎加入|立即下载|下载.{0,8}(?:APP|客户端)))",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"copyright|all rights reserved|版权所有|未经.{0,12}(?:授权|许可|允许)", re.IGNORECASE)
_EDITOR_LABEL = re.compile(r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯|editor)s?\s*[:：]", re.IGNORECASE)
_LONGEST_END = 160
_SHORTEST = 80
_AROUND = "[]【】()（）〔〕 \xa0"
EDITORIAL = frozenset({CreditRole.EDITOR, CreditRole.COLLECTING_EDITOR})
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "tr", "td", "pre", "div", "hr"}
)


class Body:
    """The blocks of a body, in order, and the lines below them that may name somebody.

    Attributes:
        blocks: elements, each with its text.
        tail: lines that were cut off from the end, in the order of the page.
        head: lines that were cut off from the beginning.
    """

    def __init__(self, blocks: list[tuple[HtmlElement, str]]) -> None:
        self.blocks = blocks
        self.tail: list[str] = []
        self.head: list[str] = []

    @property
    def paragraphs(self) -> list[str]:
        """The texts of its blocks."""
        return [text for _, text in self.blocks if text]

    def cut_after(self, paragraph: str) -> None:
        """Cut off what follows a paragraph."""
        place = max(index for index, (_, text) in enumerate(self.blocks) if text == paragraph)
        self.tail = [text for _, text in self.blocks[place + 1 :] if text] + self.tail
        del self.blocks[place + 1 :]

    @property
    def html(self) -> str:
        """Its HTML, not yet sanitised."""
        return "".join(lxml.html.tostring(element, encoding="unicode", with_tail=False) for element, _ in self.blocks)


def find_end(lines: list[Line], start: int) -> int:
    """The place of the first line below the article that cannot be part of it; the number of lines if none is."""
    seen = 0
    for place in range(start, len(lines)):
        text = lines[place].text
        is_end = seen >= _SHORTEST and len(text) <= _LONGEST_END and not _is_sentence(text)
        if is_end and (heading_of([text], 0) or _is_end(text) or names_editors(text)):
            return place
        seen += 0 if lines[place].is_link else len(text)
    return len(lines)


def names_editors(text: str) -> LabelledLine | None:
    """The names of a line that begins with 责任编辑 or the like."""
    found = _EDITOR_LABEL.search(text)
    bare = text[found.start() :].strip(_AROUND) if found and len(text) <= 80 else ""
    labelled = read_labels(bare) if bare else None
    if labelled is None or labelled.head or not labelled.values or labelled.values[0][0] not in EDITORIAL:
        return None
    return labelled if all(is_info_value(value) for _, value in labelled.values) else None


def _is_sentence(text: str) -> bool:
    """Whether a short line has the form of a sentence that only mentions what would end an article."""
    return len(text) > 60 and text.endswith(("。", "！", "？"))


def read_body(tree: HtmlElement, boxes: Iterable[HtmlElement], base: str, above: set[str], below: list[Line]) -> Body:
    """The body of a page. The tree is not to be used afterwards.

    Args:
        tree: the page.
        boxes: elements that are no part of the article.
        base: the address that relative ones begin from.
        above: folded lines that stand above the article: title, info line, breadcrumb.
        below: the lines that stand below it.
    """
    for box in boxes:
        _drop(box)
    _prepare(tree, base)
    blocks = _extracted(tree)
    body = Body(blocks)
    _cut_head(body, above)
    _cut_below(body, below)
    _cut_tail(body)
    return body


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _prepare(tree: HtmlElement, base: str) -> None:
    """Make addresses whole, and take out what misleads the search for the text."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        if element.tag not in ("html", "body", "head", "img") and is_unseen(element):
            _drop(element)
            continue
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag in ("div", "ul", "section", "aside", "form") and _BOXES.search(names) and not _is_long(element):
            _drop(element)
            continue
        element.attrib.pop("style", None)
        if element.tag == "img":
            lazy = [value for name in _LAZY if (value := element.attrib.pop(name, None))]
            if lazy and not (element.get("src") or "").startswith("http"):
                element.set("src", lazy[0])
    # It was read already; lxml would go by it again, and fail where it is no address.
    for element in list(tree.iter("base")):
        _drop(element)
    if base:
        tree.make_links_absolute(base, resolve_base_href=False, handle_failures="ignore")


def _is_long(element: HtmlElement) -> bool:
    """Whether an element holds so much prose that it cannot stand beside an article."""
    seen = 0
    for paragraph in element.iter("p"):
        text = tidy(paragraph.text_content())
        seen += len(text) if len(text) > 60 else 0
        if seen > 400:
            return True
    return False


def _extracted(tree: HtmlElement) -> list[tuple[HtmlElement, str]]:
    found = trafilatura.extract(
        tree,
        output_format="html",
        favor_precision=True,
        include_comments=False,
        include_formatting=True,
        include_images=True,
        include_links=True,
        include_tables=True,
    )
    if not found:
        return []
    try:
        document = lxml.html.document_fromstring(found)
    except etree.ParserError:
        return []
    body = document.find("body")
    return [] if body is None else list(_blocks(body))


def _blocks(body: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The children of a body: what stands in none becomes a paragraph, and what only lays out a page is opened."""
    run = _paragraph(body.text or "")
    for child in list(body):
        tail, child.tail = child.tail or "", None
        if child.tag not in _BLOCKS:
            run.append(child)
            child.tail = tail
            continue
        yield from _parted(run)
        run = _paragraph(tail)
        if child.tag == "div" or _is_layout(child):
            for part in [child] if child.tag == "div" else _cells(child):
                yield from _blocks(part)
        elif child.tag == "p":
            yield from _parted(child)
        elif (text := text_of(child)) or child.find(".//img") is not None:
            yield child, text
    yield from _parted(run)


def _is_layout(element: HtmlElement) -> bool:
    """Whether a table or list holds whole parts of a page, as old pages do, and no data."""
    if element.tag not in ("table", "ul", "ol"):
        return False
    return any(len(cell.findall("p")) > 1 or cell.find(".//table") is not None for cell in element.iter("td", "li"))


def _cells(element: HtmlElement) -> list[HtmlElement]:
    """The cells of a table, or the items of a list, without those inside them."""
    cells = [cell for cell in element.iter("td", "th", "li") if cell is not element]
    inner = {id(one) for cell in cells for one in cell.iter("td", "th", "li") if one is not cell}
    return [cell for cell in cells if id(cell) not in inner]


def _parted(paragraph: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The paragraphs that are parted by line breaks only; none if there is nothing in them."""
    part = _paragraph(paragraph.text or "")
    for child in list(paragraph):
        if child.tag != "br":
            part.append(child)
            continue
        yield from _filled(part)
        part = _paragraph(child.tail or "")
    yield from _filled(part)


def _filled(part: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    if (text := text_of(part)) or part.find(".//img") is not None:
        yield part, text


def _paragraph(text: str) -> HtmlElement:
    element = lxml.html.Element("p")
    element.text = text
    return element


def _cut_head(body: Body, above: set[str]) -> None:
    """Cut off what repeats the lines above the article, and bylines."""
    for _ in range(12):
        place = next((index for index, (_, text) in enumerate(body.blocks[:4]) if text), None)
        if place is None:
            return
        text = body.blocks[place][1]
        is_above = len(text) <= 120 and (fold(text) in above or _is_furniture(text))
        byline = read_byline(text)
        if not is_above and byline is None:
            return
        if byline is not None:
            body.head.append(text)
        del body.blocks[place]


def _is_furniture(text: str) -> bool:
    """Whether a line is nothing but labels: an info line, tags, counts."""
    labelled = read_labels(text)
    return labelled is not None and not labelled.head and len(text) <= 60


def _cut_below(body: Body, below: list[Line]) -> None:
    """Cut off what stands below the end of the article on the page."""
    marker = fold(below[0].text) if below else ""
    length = sum(len(text) for _, text in body.blocks)
    seen = 0
    for place, (element, text) in enumerate(body.blocks):
        if marker and seen * 3 >= length and marker in (fold(text), *map(fold, _lines_in(element)[:1])):
            body.tail = [rest for _, rest in body.blocks[place:] if rest]
            del body.blocks[place:]
            break
        seen += len(text)
    texts = {fold(line.text) for line in below}
    links = {fold(line.text) for line in below if line.is_link}
    while body.blocks:
        text = fold(body.blocks[-1][1])
        parts = {fold(part) for part in _lines_in(body.blocks[-1][0])}
        is_below = bool(text) and (text in texts or (bool(parts) and parts <= texts))
        if not is_below and text not in links:
            return
        body.tail.insert(0, body.blocks[-1][1])
        del body.blocks[-1]


def _lines_in(element: HtmlElement) -> list[str]:
    return [line.text for line in lines_of(element)]


def _cut_tail(body: Body) -> None:
    """Cut off everything from the first line that cannot be the author's, and bylines before it."""
    total = sum(len(text) for _, text in body.blocks)
    seen = 0
    for index, (_, text) in enumerate(body.blocks):
        is_end = heading_of([text], 0) is not None or (len(text) <= _LONGEST_END and _is_end(text))
        # An editor's note may stand at the very beginning.
        if is_end and (seen * 3 > total or seen > 400) and seen:
            body.tail += [rest for _, rest in body.blocks[index:]]
            del body.blocks[index:]
            break
        seen += len(text)
    while body.blocks and (text := body.blocks[-1][1]):
        if not (ends_article(text) or (len(text) <= _LONGEST_END and _COPYRIGHT.search(text))):
            return
        body.tail.insert(0, text)
        del body.blocks[-1]


def _is_end(text: str) -> bool:
    return bool(_END.match(text)) or (len(text) <= 80 and bool(_COPYRIGHT.search(text)))


def ends_article(text: str) -> LabelledLine | None:
    """The names of a line that stands by itself below the text; None for every other line."""
    return read_byline(text) or read_byline(text.strip("[]【】()（） "))
