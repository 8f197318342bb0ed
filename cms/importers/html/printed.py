"""What a page prints around its article: date, source and names in the info line, at the beginning and at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from cms.hanzi import simplified
from cms.importers.credits import (
    LabelledLine,
    is_info_value,
    is_person,
    kind_of,
    read_byline,
    read_labels,
    split_names,
)
from cms.importers.dates import ImpossibleDate, find_moment, parse_moment
from cms.importers.html.body import EDITORIAL, names_editors
from cms.importers.html.tree import Line, tidy
from cms.importers.item import ItemCredit
from cms.text import HAN, fold
from cms.words import AuthorKind, CreditRole, EvidenceOrigin

_ABOVE_TITLE, _BELOW_TITLE, _WITHOUT_TITLE = 6, 25, 60
_LONGEST_INFO = 120
_LONGEST_SOURCE = 20
_PROSE, _SENTENCE = 50, 18
_BARE_LABEL = re.compile(r"^.{0,3}?(?:[^\W\d_]|[/／]){1,8}\s*[:：]$")
_UPDATED = re.compile(r"更新|修改|updated|modified", re.IGNORECASE)
_SPREAD_DATE = re.compile(r"(?<!\d)(\d{4}) (\d{1,2}) ?/ ?(\d{1,2})(?!\d)")
_NO_YEAR = re.compile(r"(?<![\d.年/-])(\d{1,2})[-/月](\d{1,2})日?\s{0,2}(\d{1,2}):(\d\d)(?!\d)")
# Buttons and counts that stand beside a date.
_BUTTONS = re.compile(
    r"评论|跟贴|分享|字号|字体|阅读|浏览|点击|关注|收藏|打印|参与|人气|我有话说|举报|纠错|扫|微信|微博|朋友圈|发布|更新|日期|时间|"
    r"原创|优质|认证|作者|编辑|责编|来源|稿源|出处|正文|首页|次$|^[大中小T+-]+$|^[\W\d_]+$|ago$|前$|[:：]"
)
_SOURCE_BUTTONS = re.compile(r"原创稿?|[大中小]+|(?:我有话说|分享|字号|评论|参与|打印|收藏).{0,20}")
_SOURCE_CLASS = re.compile(r"source|author-?name|media|laiyuan|origin|publisher|account", re.IGNORECASE)
_NAME_AND_HOUSE = re.compile(rf"([{HAN}]{{2,4}})\s?[/／]\s?([{HAN}A-Za-z]{{3,16}})")
_DATELINE = re.compile(
    r"[(（〔【\[]\s{0,2}([^()（）〔〕【】\[\]]{0,20}?(?:记者|記者|通讯员|通訊員)[^()（）〔〕【】\[\]]{2,60})[)）〕】\]]"
)
_AT_END = re.compile(r"[(（]([^()（）]{2,40})[)）]\s*[。]?$")
_PLACE = re.compile(r"[/／].*$")
_DOING = re.compile(r"(?:报道|報導|报导|整合|综合|摄影报道|摄|文|图|编译|專訪|专电|电)+$")
_NEAR_END = 12
_MOST_AFTER_NAMES = 12
WRITERS = frozenset({CreditRole.AUTHOR, CreditRole.REPORTER, CreditRole.CORRESPONDENT, CreditRole.TRANSLATOR})


@dataclass(frozen=True)
class Found:
    """A value with the words that it was read from."""

    value: str
    text: str
    origin: EvidenceOrigin
    confidence: int


@dataclass
class Printed:
    """What was read so far; the first of each kind counts."""

    published: datetime | None = None
    published_text: str = ""
    has_time: bool = False
    changed: datetime | None = None
    changed_text: str = ""
    sources: list[Found] = field(default_factory=list)
    credits: list[tuple[ItemCredit, Found]] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    above: set[str] = field(default_factory=set)

    def writers(self) -> bool:
        """Whether anybody is named who wrote the article."""
        return any(credit.role in WRITERS for credit, _ in self.credits)

    def add(self, labelled: LabelledLine, text: str, origin: EvidenceOrigin, confidence: int = 95) -> None:
        """Take over the names of a line."""
        known = {(fold(credit.name), credit.role in EDITORIAL) for credit, _ in self.credits}
        for credit in labelled.credits():
            name = _PLACE.sub("", credit.name).strip()
            key = (fold(name), credit.role in EDITORIAL)
            if name and key not in known and not re.fullmatch(r"[\d\W_]+", name):
                known.add(key)
                found = Found(name, text, origin, confidence)
                self.credits.append((ItemCredit(name, credit.role, kind_of(name)), found))
        source = labelled.first("source")
        if source and is_info_value(source) and len(source) <= 60:
            self.sources.append(Found(_bare_source(source), text, origin, confidence))
        self.tags += [tag for tag in split_names(labelled.first("tags")) if tag not in self.tags]


def read_around(lines: list[Line], title: int | None, zone: tzinfo) -> Printed:
    """What stands above the text: the lines around the title, as far as the first paragraph."""
    printed = Printed()
    first = max(0, (title or 0) - _ABOVE_TITLE)
    near = list(
        _until_prose(lines[(title + 1 if title is not None else 0) :][: _BELOW_TITLE if title is not None else 60])
    )
    # What stands below the title tells of this article surely; above it may stand a bar of the site.
    above = lines[first:title] if title is not None else []
    for group in (near, above):
        _read_group(_joined(group), printed, zone)
    heads = near[: max((place for place, line in enumerate(near) if _is_info(line)), default=-1) + 1]
    printed.above |= {fold(line.text) for line in (*above, *heads)}
    return printed


def _is_info(line: Line) -> bool:
    """Whether a line is one of those that stand between title and text: a date, labels, a byline."""
    if len(line.spaced) > _LONGEST_INFO:
        return False
    has_date = find_moment(line.spaced) is not None and len(line.spaced) <= 80
    return has_date or bool(_NO_YEAR.search(line.spaced)) or _has_labels(line.spaced)


def _until_prose(lines: list[Line]) -> Iterator[Line]:
    """The lines before the first paragraph; an abstract may stand above the info line, with the text below that."""
    has_info = False
    for place, line in enumerate(lines):
        following = lines[place + 1 : place + 3]
        is_abstract = not has_info and any(map(_is_info, following))
        if _is_prose(line.text) and not (is_abstract and _goes_on(lines[place + 1 : place + 9])):
            return
        has_info = has_info or _is_info(line)
        yield line


def _goes_on(lines: list[Line]) -> bool:
    return any(_is_prose(line.text) and not line.is_link for line in lines)


def _is_prose(text: str) -> bool:
    is_long = len(text) >= _PROSE and re.search("[。！？；]|[.!?] ", text) is not None
    is_sentence = len(text) >= _SENTENCE and text.endswith(("。", "！", "？", "”", ".", "…"))
    return (is_long or is_sentence) and not _has_labels(text)


def _has_labels(text: str) -> bool:
    """Whether a line is made of labels and their values, and is no sentence that only begins like them."""
    labelled = read_labels(text[:_LONGEST_INFO])
    return labelled is not None and all(is_info_value(value) for _, value in labelled.values)


def _joined(lines: list[Line]) -> list[tuple[str, Line]]:
    """The lines, a label that stands alone together with the value below it."""
    joined: list[tuple[str, Line]] = []
    pending = ""
    for line in lines:
        if len(line.spaced) <= 12 and _BARE_LABEL.match(line.spaced):
            pending = line.spaced
            continue
        joined.append((f"{pending}{line.spaced}" if pending else line.spaced, line))
        pending = ""
    return joined


def _read_group(group: list[tuple[str, Line]], printed: Printed, zone: tzinfo) -> None:
    dated: list[int] = []
    for index, (shown, line) in enumerate(group):
        if len(shown) > _LONGEST_INFO:
            continue
        text = _SPREAD_DATE.sub(r"\1-\2-\3", shown)
        span = find_moment(text)
        if span is not None and (len(text) - (span[1] - span[0]) <= 80):
            if _read_date(text, span, printed, zone):
                dated.append(index)
        elif _NO_YEAR.search(text):
            dated.append(index)
        labelled = read_labels(text)
        if labelled is not None and not line.is_link and all(is_info_value(value) for _, value in labelled.values):
            printed.add(labelled, text, EvidenceOrigin.INFO_LINE)
            if not labelled.head and all(key in WRITERS for key, _ in labelled.values):
                printed.byline.append(text)
            continue
        byline = read_byline(text)
        if byline is not None and not line.is_link:
            printed.byline.append(text)
            printed.add(byline, text, EvidenceOrigin.BYLINE, 85)
    for index in dated[:1]:
        _read_neighbours(group, index, printed)


def _read_date(text: str, span: tuple[int, int], printed: Printed, zone: tzinfo) -> bool:
    shown = text[slice(*span)]
    try:
        moment = parse_moment(shown, zone)
    except ImpossibleDate as error:
        printed.warnings.append(f"date: {error}; it was left out")
        return False
    if moment is None:
        return False
    if _UPDATED.search(text[max(0, span[0] - 8) : span[0]]):
        if printed.changed is None:
            printed.changed, printed.changed_text = moment, text
        return True
    if printed.published is None:
        printed.published, printed.published_text = moment, text
        printed.has_time = bool(re.search(r"\d[:：时点]", shown))
    return True


def _read_neighbours(group: list[tuple[str, Line]], index: int, printed: Printed) -> None:
    """Who publishes it, if no label says so: what stands beside the date, or on the line next to it."""
    for place in (index, index - 1, index + 1):
        if not 0 <= place < len(group):
            continue
        shown, line = group[place]
        text = _SPREAD_DATE.sub(r"\1-\2-\3", shown)
        if found := _NAME_AND_HOUSE.fullmatch(text):
            if is_person(simplified(found[1])):
                labelled = LabelledLine("", ((CreditRole.AUTHOR, found[1]), ("source", found[2])))
                printed.add(labelled, text, EvidenceOrigin.INFO_LINE, 80)
            continue
        words = _words_beside(text)
        houses = [word for word in words if kind_of(word) == AuthorKind.ORGANIZATION]
        if houses and len(text) <= 80:
            printed.sources.append(Found(houses[0], text, EvidenceOrigin.INFO_LINE, 80))
        elif len(words) == 1 and (place == index or _has_source_class(line)):
            printed.sources.append(Found(words[0], text, EvidenceOrigin.INFO_LINE, 70))


def _words_beside(text: str) -> list[str]:
    """The words of a line that are neither date nor button."""
    span = find_moment(text)
    rest = text[: span[0]] + "  " + text[span[1] :] if span else _NO_YEAR.sub("  ", text)
    words = [word.strip("|｜·,，;；()（）[]【】") for word in rest.split()]
    return [word for word in words if 2 <= len(word) <= _LONGEST_SOURCE and not _BUTTONS.search(word)]


def _has_source_class(line: Line) -> bool:
    element = line.block
    names = [element.get("class", "")] + [
        child.get("class", "") for child in element.iter() if isinstance(child.tag, str)
    ]
    return any(_SOURCE_CLASS.search(name) for name in names)


def _bare_source(source: str) -> str:
    """A source without its label and without what a button says."""
    bare = re.sub(r"^(?:来源|來源|稿源)\s*[:：]\s*", "", source)
    words = [word for word in bare.split() if not _SOURCE_BUTTONS.fullmatch(word)]
    # What stands behind a Chinese name is no part of it; an English one has several words.
    return tidy(" ".join(words[:1] if words and re.match(f"[{HAN}]", words[0]) else words)) or bare


def read_dateline(paragraphs: list[str], printed: Printed) -> None:
    """Who the first paragraph says wrote it: 新华社巴黎12月9日电（记者唐霁）."""
    for paragraph in paragraphs[:2]:
        found = _DATELINE.search(paragraph[:120])
        if found is None:
            continue
        inner = _without_place(found[1])
        labelled = read_labels(f"({inner})")
        if labelled is not None:
            values = tuple((key, _without_doing(value)) for key, value in labelled.values)
            printed.add(LabelledLine("", values), found[0], EvidenceOrigin.BYLINE, 90)
            return


def _without_place(text: str) -> str:
    return re.sub(rf"[／/]\s{{0,2}}[{HAN}]{{2,8}}(?:报道|報導|报导|電|电|專訪)\s*$", "", text)


def _without_doing(value: str) -> str:
    words = [word for word in value.split() if not _DOING.fullmatch(word)]
    return " ".join(words)


def read_ending(paragraphs: list[str], printed: Printed) -> int | None:
    """Who the brackets at the end of the text name: （刘娟 文/图）. They stay where they are.

    Returns:
        The place of the paragraph that ends with names; what follows it is no part of the article.
    """
    for place in range(len(paragraphs) - 1, max(-1, len(paragraphs) - _MOST_AFTER_NAMES), -1):
        found = _AT_END.search(paragraphs[place][-60:])
        if found is None:
            continue
        byline = _names_only(found[1]) or read_byline(f"({found[1]})")
        if byline is not None and any(isinstance(key, CreditRole) for key, _ in byline.values):
            printed.add(byline, found[0], EvidenceOrigin.BYLINE, 85)
            return place
    return None


def _names_only(text: str) -> LabelledLine | None:
    """Names that are written in traditional characters, which the list of surnames does not know."""
    names = text.split()
    if names and all(is_person(simplified(name)) for name in names):
        return LabelledLine("", ((CreditRole.AUTHOR, " ".join(names)),))
    return None


def read_below(lines: list[Line], end: int, printed: Printed, zone: tzinfo) -> None:
    """Who the lines below the text name, and the date, if a label says that it is one.

    The first line that names editors counts, wherever it stands below the text; others must stand near its end.
    """
    joined = _joined(lines)
    has_editors = any(credit.role in EDITORIAL for credit, _ in printed.credits)
    for index, (text, line) in enumerate(joined):
        if len(text) > _LONGEST_INFO or line.is_link:
            continue
        bare = text.strip("[]【】()（）〔〕 \xa0")
        if not has_editors and (found := names_editors(bare)):
            printed.byline.append(text)
            printed.add(found, text, EvidenceOrigin.BYLINE)
            has_editors = True
        if end <= index < end + _NEAR_END and (labelled := read_labels(bare)):
            _read_label_below(labelled, text, printed, zone)


def _read_label_below(labelled: LabelledLine, text: str, printed: Printed, zone: tzinfo) -> None:
    if labelled.head and labelled.head not in ("本文", "文章"):
        return
    shown = labelled.first("date")
    if shown and printed.published is None and (span := find_moment(shown)) and span[0] == 0:
        _read_date(text, (text.index(shown), text.index(shown) + span[1]), printed, zone)
    values = tuple(
        (key, value)
        for key, value in labelled.values
        if is_info_value(value)
        and (
            key == "source"
            or (key in EDITORIAL and value)
            or (key in WRITERS and all(map(is_person, split_names(value))))
        )
    )
    printed.add(LabelledLine("", values), text, EvidenceOrigin.BYLINE, 90)


def read_own_lines(texts: Iterable[str], printed: Printed) -> None:
    """Who lines name that stand alone at the beginning or the end of the text: 本报记者 甲."""
    for text in texts:
        if byline := read_byline(text) or read_byline(text.strip("[]【】()（）〔〕 \xa0")):
            if any(isinstance(key, CreditRole) for key, _ in byline.values):
                printed.byline.append(text)
            printed.add(byline, text, EvidenceOrigin.BYLINE)


def agrees_without_year(text_lines: Iterable[str], moment: datetime, zone: tzinfo) -> str:
    """The printed line that shows this moment without its year; "" if none does."""
    local = moment.astimezone(zone)
    for text in text_lines:
        found = _NO_YEAR.search(text)
        if found and [int(found[index]) for index in range(1, 5)] == [local.month, local.day, local.hour, local.minute]:
            return text
    return ""
