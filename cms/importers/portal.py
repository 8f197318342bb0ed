"""The text of a portal page: breadcrumb, title, info line, body, byline, and the lists beside the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from itertools import islice

from cms.errors import ItemRefused
from cms.importers.breadcrumb import Breadcrumb, find_breadcrumb, next_breadcrumb
from cms.importers.credits import (
    LabelledLine,
    holds_markup,
    is_info_value,
    kind_of,
    read_byline,
    read_labels,
    split_names,
)
from cms.importers.dates import CHINA, ImpossibleDate, find_moment, make_day, parse_moment
from cms.importers.item import DateHint, Evidence, ImportItem, ItemCredit, ItemReference
from cms.importers.limits import LONGEST_BODY, check
from cms.importers.lists import ListName, heading_of, read_list
from cms.sanitize import paragraphs_to_html
from cms.text import ends_sentence, fold, language_of, normalize, trim
from cms.words import AuthorKind, CreditRole, EvidenceOrigin

LONGEST_PAGE = 16 * 1024 * 1024
_LONGEST_SUBTITLE = 100
_MOST_INFO_LINES = 8
_MOST_BYLINES = 6
_MOST_TAIL_LINES = 20
_HEAD_LINES = 12

_LINE_BREAK = re.compile(r"\r\n?|\n|\u2028|\u2029|\x85")
_NAVIGATION = re.compile(
    r"(?:上一[篇则条页]|下一[篇则条页]|分享到|分享至|打印本[页文]|关闭窗口|返回顶部|返回首页|扫一扫|扫码|上一則|下一則|"
    r"previous:|next:|share this|back to top)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(r"(?<![\d.])(?:((?:1[89]|2[01])\d\d)年)?(\d{1,2})月(\d{1,2})日")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_CLAUSE_END = re.compile(r"[,，、。；;！!？?：:）)\s]")
_WRITERS = frozenset({CreditRole.AUTHOR, CreditRole.REPORTER, CreditRole.CORRESPONDENT})
_MOST_HINTS = 3


@dataclass
class _Page:
    """What has been read so far."""

    title: str = ""
    subtitle: str = ""
    source: str = ""
    published_at: datetime | None = None
    byline: list[str] = field(default_factory=list)
    credits: list[ItemCredit] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    views: int = 0
    warnings: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def found(self, name: str, origin: EvidenceOrigin, text: str) -> None:
        """Remember where a value was found."""
        self.evidence.append(Evidence(name, origin, text))


def parse(text: str, label: str, *, zone: tzinfo = CHINA) -> ImportItem:
    """The article on one page.

    What stands above the breadcrumb is left out. The title is the first line below it or, on a page without one, the
    line above the info line. Paragraphs stay as they are but for white space at their ends; the byline leaves the
    body. A date that the page does not carry stays empty, and what its text suggests becomes a hint.

    Args:
        text: the page, as `decode` gave it.
        label: where it was read.
        zone: where the clock hangs by which the page gives its date.

    Raises:
        ItemRefused: no title, no body, two breadcrumbs that differ, or something too long or with characters that
            cannot be stored.
    """
    if len(text) > LONGEST_PAGE:
        raise ItemRefused(label, "file", f"is longer than {LONGEST_PAGE:,} characters")
    lines = [trim(line) for line in _LINE_BREAK.split(normalize("NFC", text))]
    page = _Page()
    breadcrumb = _breadcrumb(lines, label)
    start = _read_head(lines, breadcrumb.end if breadcrumb else None, page, zone)
    if not page.title:
        raise ItemRefused(label, "title", _why_no_title(has_breadcrumb=breadcrumb is not None))
    headings = _headings(lines, start)
    end = headings[0][0] if headings else len(lines)
    paragraphs = _read_body([line for line in lines[start:end] if line], page)
    if not paragraphs:
        raise ItemRefused(label, "body", "the page has no text below its title")
    if sum(map(len, paragraphs)) > LONGEST_BODY:
        raise ItemRefused(label, "body", f"is longer than {LONGEST_BODY:,} characters")
    lists = _read_lists(lines, headings)
    if breadcrumb and breadcrumb.names:
        page.found("category_id", EvidenceOrigin.BREADCRUMB, " > ".join(breadcrumb.names))
    page.found("html", EvidenceOrigin.BODY, paragraphs[0][:500])
    return check(
        ImportItem(
            label=label,
            title=page.title,
            subtitle=page.subtitle,
            body_html=paragraphs_to_html(paragraphs),
            language=language_of("\n".join((page.title, *paragraphs[:50]))),
            published_at=page.published_at,
            date_hints=() if page.published_at else tuple(_date_hints(paragraphs[0], page.title)),
            source=page.source,
            category_path=breadcrumb.path(page.title) if breadcrumb else (),
            byline=" ".join(page.byline),
            credits=tuple(page.credits),
            tags=tuple(page.tags),
            views=page.views,
            related=lists.get("related", ()),
            hot=lists.get("hot"),
            newest=lists.get("newest"),
            evidence=tuple(page.evidence),
            warnings=tuple(page.warnings),
        )
    )


def _breadcrumb(lines: list[str], label: str) -> Breadcrumb | None:
    """The breadcrumb of the page; one that is printed twice counts once, and one without names says nothing."""
    found = find_breadcrumb(lines)
    while found and (following := next_breadcrumb(lines, found.end)):
        if found.names and following.names and found.names != following.names:
            both = "” and “".join(" > ".join(one.names) for one in (found, following))
            raise ItemRefused(label, "category", f"the page has two breadcrumbs, “{both}”; leave one above the title")
        found = Breadcrumb(found.names or following.names, following.end)
    return found


def _why_no_title(*, has_breadcrumb: bool) -> str:
    if has_breadcrumb:
        return "no line of text below the breadcrumb can be the title"
    return "the page has neither a breadcrumb (当前位置, Home >) nor an info line (日期, 来源, …) to tell its title by"


def _headings(lines: list[str], start: int) -> list[tuple[int, ListName]]:
    found = ((place, heading_of(lines, place)) for place in range(start, len(lines)))
    return [(place, name) for place, name in found if name is not None]


def _read_lists(lines: list[str], headings: list[tuple[int, ListName]]) -> dict[ListName, tuple[ItemReference, ...]]:
    """Every list of the page; a second one of the same name goes on with the first."""
    lists: dict[ListName, tuple[ItemReference, ...]] = {}
    ends = [*(place for place, _ in headings), len(lines)][1:]
    for (place, name), end in zip(headings, ends, strict=True):
        lists[name] = lists.get(name, ()) + read_list(lines[place + 1 : end])
    return lists


def _read_head(lines: list[str], breadcrumb_end: int | None, page: _Page, zone: tzinfo) -> int:
    """Read title, subtitle and info lines; the place where the body begins."""
    places = _first_places(lines, breadcrumb_end or 0)
    head = [lines[place] for place in places]
    info = [index for index, line in enumerate(head[:_HEAD_LINES]) if _is_info(line)]
    title = _title_above(head, info) if breadcrumb_end is None else _title_below(head)
    if title is None or heading_of(lines, places[title]):
        return len(lines)
    page.title = head[title]
    page.found("title", EvidenceOrigin.HEADING, page.title)
    following = next((index for index in info if index > title), None)
    if following is None or not all(map(_may_be_between, head[title + 1 : following])):
        return places[title] + 1
    _read_between(head[title + 1 : following], page)
    index = following
    while index < len(head) and index - following < _MOST_INFO_LINES and _read_info(head[index], page, zone):
        index += 1
    return places[index] if index < len(places) else places[index - 1] + 1


def _first_places(lines: list[str], start: int) -> list[int]:
    """Where the first lines that are not empty stand, as many as a head may have."""
    return list(islice((place for place in range(start, len(lines)) if lines[place]), _HEAD_LINES + _MOST_INFO_LINES))


def _title_below(head: list[str]) -> int | None:
    """Below a breadcrumb the first line is the title, unless it tells date or source."""
    if not head:
        return None
    labelled = read_labels(head[0])
    is_info = _is_info(head[0]) and (labelled is None or any(key in ("date", "source") for key, _ in labelled.values))
    return None if is_info else 0


def _title_above(head: list[str], info: list[int]) -> int | None:
    """Without a breadcrumb the info line tells the title from what stands above it: the line over it."""
    titles = [index for index in range(info[0]) if read_byline(head[index]) is None] if info else []
    if not titles:
        return None
    has_subtitle = len(titles) > 1 and head[titles[-1]].startswith(("—", "--"))
    return titles[-2] if has_subtitle else titles[-1]


def _may_be_between(line: str) -> bool:
    """Whether a line may stand between title and info line; a sentence already belongs to the body."""
    return read_byline(line) is not None or (len(line) <= _LONGEST_SUBTITLE and not ends_sentence(line))


def _read_between(between: list[str], page: _Page) -> None:
    """The lines between title and info line: a byline, a subtitle."""
    for line in between:
        if byline := read_byline(line):
            page.byline.append(line)
            _add(byline, page, line, EvidenceOrigin.BYLINE)
        elif not page.subtitle:
            page.subtitle = line.lstrip("—- ") or line
            page.found("subtitle", EvidenceOrigin.HEADING, line)


def _is_info(line: str) -> bool:
    labelled = read_labels(line)
    if labelled is None:
        span = find_moment(line) if len(line) <= 60 else None
        return span is not None and span[0] == 0 and is_info_value(line) and len(line) - span[1] <= 20
    if not all(is_info_value(value) for _, value in labelled.values) or not _is_info_head(labelled.head):
        return False
    if all(isinstance(key, CreditRole) for key, _ in labelled.values) and not labelled.head:
        return read_byline(line) is not None
    return not (printed := labelled.first("date")) or re.search(r"\d|[一二]", printed) is not None


def _is_info_head(head: str) -> bool:
    """Before the first label may stand a date, with the name of a house beside it."""
    if not head:
        return True
    span = find_moment(head)
    return span is not None and len(head) - (span[1] - span[0]) <= 20


def _read_info(line: str, page: _Page, zone: tzinfo) -> bool:
    if not _is_info(line):
        return False
    labelled = read_labels(line) or LabelledLine(line, ())
    printed = labelled.first("date")
    rest = ""
    if not printed and (span := find_moment(labelled.head)):
        printed = labelled.head[slice(*span)]
        rest = trim(labelled.head[: span[0]] + labelled.head[span[1] :])
    _read_date(printed, page, zone, line)
    _add(labelled, page, line, EvidenceOrigin.INFO_LINE)
    if not labelled.head and all(key in _WRITERS for key, _ in labelled.values):
        page.byline.append(line)
    if rest and not page.source and not holds_markup(rest) and kind_of(rest) == AuthorKind.ORGANIZATION:
        page.source = rest
        page.found("source_id", EvidenceOrigin.INFO_LINE, line)
    return True


def _read_date(text: str, page: _Page, zone: tzinfo, line: str) -> None:
    if not text or page.published_at:
        return
    try:
        page.published_at = parse_moment(text, zone)
        if page.published_at:
            page.found("published_at", EvidenceOrigin.INFO_LINE, line)
    except ImpossibleDate as error:
        page.warnings.append(f"date: {error}; the article stays without one")
        return
    if page.published_at is None:
        page.warnings.append(f"date: “{text[:60]}” is not a whole date; the article stays without one")


def _add(labelled: LabelledLine, page: _Page, line: str, origin: EvidenceOrigin) -> None:
    """Take over what a line names, without naming anybody or any source twice."""
    page.warnings += [f"names: “{value[:60]}” is markup and names nobody" for value in labelled.marked_up()]
    source = labelled.first("source")
    if source and not page.source:
        page.source = source
        page.found("source_id", origin, line)
    elif source and fold(source) != fold(page.source):
        page.warnings.append(f"source: the page also names “{source[:60]}”")
    known = {(fold(credit.name), _part(credit.role)) for credit in page.credits}
    new = [one for one in labelled.credits() if (fold(one.name), _part(one.role)) not in known]
    page.credits += new
    for _ in new:
        page.found("credits", origin, line)
    page.tags += [tag for tag in split_names(labelled.first("tags")) if tag not in page.tags]
    if found := re.match(r"\d{1,9}(?![\d.万])", labelled.first("views").replace(",", "")):
        page.views = int(found[0])


def _part(role: CreditRole) -> CreditRole:
    """Whoever is named 作者 above and 记者 below wrote the article once."""
    return CreditRole.AUTHOR if role in _WRITERS else role


def _read_body(paragraphs: list[str], page: _Page) -> list[str]:
    """The paragraphs without byline, tags and navigation at their end."""
    end = len(paragraphs)
    bylines: list[tuple[str, LabelledLine]] = []
    while end > max(0, len(paragraphs) - _MOST_TAIL_LINES) and len(bylines) < _MOST_BYLINES:
        line = paragraphs[end - 1]
        if byline := read_byline(line):
            bylines.append((line, byline))
        elif (labelled := read_labels(line)) and not labelled.head and {key for key, _ in labelled.values} == {"tags"}:
            _add(labelled, page, line, EvidenceOrigin.INFO_LINE)
        elif not (len(line) <= 80 and _NAVIGATION.match(line)):
            break
        end -= 1
    for line, byline in reversed(bylines):
        page.byline.append(line)
        _add(byline, page, line, EvidenceOrigin.BYLINE)
    return paragraphs[:end]


def _date_hints(paragraph: str, title: str) -> Iterator[DateHint]:
    """Days that the first paragraph mentions, each with the year mentioned nearest to it."""
    text = paragraph[:2000]
    years = [(found.start(), found[1]) for found in _YEAR.finditer(text)]
    title_year = _YEAR.search(title)
    seen: set[date] = set()
    for found in _MONTH_DAY.finditer(text):
        if found[1]:
            year, basis = found[1], "a whole date in the first paragraph"
        elif years:
            _, year = min(years, key=lambda one: abs(one[0] - found.start()))
            basis = f"“{found[0]}” and “{year}年” in the first paragraph"
        elif title_year:
            year, basis = title_year[1], f"“{found[0]}” in the first paragraph and “{title_year[0]}” in the title"
        else:
            continue
        day = make_day(int(year), int(found[2]), int(found[3]))
        if day is None or day in seen or len(seen) == _MOST_HINTS:
            continue
        seen.add(day)
        yield DateHint(day, _clause(text, found.start(), found.end()), basis)


def _clause(text: str, start: int, end: int) -> str:
    """The words from a date to the next stop, as an editor would look for them."""
    stop = _CLAUSE_END.search(text, end)
    return text[start : min(stop.start() if stop else len(text), end + 20)]
