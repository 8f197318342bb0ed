"""One HTML page as an article: what it declares, what it prints, and where each value was found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from lxml.html import HtmlElement

from cms.errors import CMSError, ItemRefused
from cms.hanzi import simplified
from cms.importers.credits import is_person, kind_of, split_names
from cms.importers.dates import CHINA, ImpossibleDate, find_moment, parse_iso, parse_moment
from cms.importers.html.beside import address, read_beside
from cms.importers.html.body import Body, find_end, read_body
from cms.importers.html.declared import (
    AUTHORS,
    CHANGED,
    PUBLISHED,
    SITES,
    SOURCES,
    TITLES,
    Declared,
    read_declared,
)
from cms.importers.html.printed import (
    WRITERS,
    Found,
    Printed,
    agrees_without_year,
    read_around,
    read_below,
    read_dateline,
    read_ending,
    read_own_lines,
)
from cms.importers.html.titles import Title, find_title, page_title, site_names
from cms.importers.html.trails import Trail, find_trail
from cms.importers.html.tree import Line, lines_of, read_tree
from cms.importers.item import SURE, Evidence, ImportItem, ItemCredit
from cms.importers.limits import LONGEST_BODY, LONGEST_LINE, LONGEST_NAME, MOST_CREDITS, MOST_TAGS, check
from cms.sanitize import body_html, html_to_text
from cms.text import fold, language_of, normalize
from cms.words import AuthorKind, EvidenceOrigin

LONGEST_PAGE = 16 * 1024 * 1024
_PLACEHOLDER = re.compile(
    r"@|^name$|^admin\w*$|^author$|^editor$|^未知$|^佚名$|^网友$|^[\d\W_]+$|^https?:", re.IGNORECASE
)
_MOST_EVIDENCE_TEXT = 500
_MOST_BEFORE_BYLINE = 6


@dataclass
class _Reading:
    """One page while it is read."""

    label: str
    zone: tzinfo
    declared: Declared
    printed: Printed
    sites: list[str]
    evidence: list[Evidence] = field(default_factory=list)

    def own_names(self) -> list[str]:
        """What the site calls itself, without the names of its sections."""
        declared = [value for _, value in self.declared.meta(SITES)]
        return [*declared, *self.sites[-1:]]

    def found(self, name: str, origin: EvidenceOrigin, text: str, confidence: int = 100, value: str = "") -> None:
        """Remember where a value was found."""
        self.evidence.append(Evidence(name, origin, text[:_MOST_EVIDENCE_TEXT], confidence, value))


def parse(text: str, label: str, *, zone: tzinfo = CHINA, url: str = "") -> ImportItem:
    """The article of one HTML page.

    Args:
        text: the page, as `decode_page` gave it.
        label: where it was read.
        zone: where the clock hangs by which the page gives its date.
        url: the address it was fetched from, if it was.

    Raises:
        ItemRefused: it has no title or no text, is too large, or holds characters that cannot be stored.
    """
    if len(text) > LONGEST_PAGE:
        raise ItemRefused(label, "file", f"is longer than {LONGEST_PAGE:,} characters")
    tree = read_tree(normalize("NFC", text), label)
    lines = lines_of(tree)
    tag = page_title(tree)
    headings = [line.text for line in lines if line.block.tag in ("h1", "h2")]
    declared = read_declared(tree, [*headings, tag])
    titles = [value for value in (declared.text("headline"), declared.text("title")) if value]
    titles += [value for _, value in declared.meta(TITLES)]
    title = find_title(lines, tag, titles)
    if title is None:
        raise ItemRefused(label, "title", "the page shows no title")
    address_ = _address(tree, declared, url)
    trail = find_trail(tree, lines[title.place].block if title.place is not None else None, title.text)
    sites = [*(value for _, value in declared.meta(SITES)), *site_names(tag, title.text)]
    reading = _Reading(label, zone, declared, read_around(lines, title.place, zone), sites)
    reading.found("title", *_title_origin(title, titles))
    base = _base(tree, address_)
    beside = read_beside(lines[title.place or 0 :], base)
    start = title.place + 1 if title.place is not None else 0
    end = find_end(lines, start)
    body = read_body(tree, beside.boxes, base, reading.printed.above | {fold(title.text)}, lines[end:])
    _read_names(reading, body, lines, start, end)
    html = _sanitised(body, label)
    paragraphs = body.paragraphs
    category = _category(reading, trail, title.text)
    published = _published(reading, [line.spaced for line in lines])
    source = _source(reading)
    named = _credits(reading)
    reading.found("html", EvidenceOrigin.BODY, paragraphs[0] if paragraphs else "", 90)
    for name, found in beside.lists.items():
        if name == "related" and found:
            reading.found("relations", EvidenceOrigin.LIST, found[0].title, 90)
    return check(
        ImportItem(
            label=label,
            title=title.text,
            body_html=html,
            language=language_of("\n".join((title.text, *paragraphs[:50]))),
            published_at=published,
            source=source,
            category_path=category,
            byline=" ".join(dict.fromkeys(reading.printed.byline))[:LONGEST_LINE],
            credits=named[:MOST_CREDITS],
            tags=tuple(reading.printed.tags[:MOST_TAGS]),
            related=beside.lists.get("related", ()),
            hot=beside.lists.get("hot"),
            newest=beside.lists.get("newest"),
            url=address_,
            evidence=tuple(reading.evidence),
            warnings=tuple(reading.printed.warnings),
        )
    )


def _title_origin(title: Title, declared: list[str]) -> tuple[EvidenceOrigin, str, int]:
    if title.is_heading:
        return EvidenceOrigin.HEADING, title.text, 100
    if any(fold(title.text) in fold(value) for value in declared):
        return EvidenceOrigin.META, title.text, 95
    return EvidenceOrigin.TITLE_TAG, title.text, 90 if title.place is not None else 75


def _address(tree: HtmlElement, declared: Declared, url: str) -> str:
    """The address that the page gives as its own, else where it was fetched."""
    links = [link.get("href", "") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    metas = [value for _, value in declared.meta(["og:url"])]
    for value in (*links, declared.address(), *metas):
        if value and (found := address(value.strip(), url)):
            return found
    return url


def _base(tree: HtmlElement, url: str) -> str:
    href = next((base.get("href") for base in tree.iter("base") if base.get("href")), "")
    return address(href, url) or url


def _sanitised(body: Body, label: str) -> str:
    try:
        html = body_html(body.html)
    except CMSError as error:
        raise ItemRefused(label, "body", error.message) from None
    length = len(html_to_text(html).strip())
    if not length:
        raise ItemRefused(label, "body", "the page has no text that could be the article's")
    if length > LONGEST_BODY:
        raise ItemRefused(label, "body", f"is longer than {LONGEST_BODY:,} characters")
    return html


def _read_names(reading: _Reading, body: Body, lines: list[Line], start: int, end: int) -> None:
    """The names in the text, and on the lines below it, which trafilatura may have left out."""
    paragraphs = body.paragraphs
    read_own_lines([*body.head, *paragraphs[:_MOST_BEFORE_BYLINE]], reading.printed)
    read_dateline(paragraphs, reading.printed)
    if not reading.printed.writers() and (last := read_ending(paragraphs, reading.printed)) is not None:
        body.cut_after(paragraphs[last])
    own = [text for text in body.tail[:4] if fold(text) not in {fold(line.text) for line in lines[end:]}]
    read_own_lines(own, reading.printed)
    read_below(lines[start:], max(0, end - start - 2), reading.printed, reading.zone)


def _category(reading: _Reading, trail: tuple[Trail, str] | None, title: str) -> tuple[str, ...]:
    if reading.declared.trail:
        names = Trail(reading.declared.trail).categories(title, reading.own_names())
        if names:
            reading.found("category_id", EvidenceOrigin.JSON_LD, " > ".join(reading.declared.trail))
            return names[:10]
    if trail is None:
        return ()
    reading.found("category_id", EvidenceOrigin.BREADCRUMB, " > ".join(trail[0]), 90)
    return trail[0].categories(title, reading.own_names())[:10]


def _published(reading: _Reading, lines: list[str]) -> datetime | None:
    """When the page says that it was published; None if it does not say so."""
    printed = reading.printed
    for origin, text in _declared_dates(reading):
        moment, has_time = _moment(text, reading)
        if moment is None:
            continue
        is_same_day = printed.published is not None and _day(printed.published, reading) == _day(moment, reading)
        if not has_time and printed.published is not None and is_same_day and printed.has_time:
            break  # the printed one says the hour as well
        reading.found("published_at", origin, text, 100 if is_same_day or printed.published is None else 85)
        return moment
    if printed.published is not None:
        reading.found("published_at", EvidenceOrigin.INFO_LINE, printed.published_text, 95)
        return printed.published
    for _, text in reading.declared.meta(CHANGED):
        moment, _has_time = _moment(text, reading)
        if moment and (line := agrees_without_year(lines, moment, reading.zone)):
            reading.found("published_at", EvidenceOrigin.INFO_LINE, line, 80)
            return moment
    changed, text = printed.changed, printed.changed_text
    if changed is not None:
        day = changed.astimezone(reading.zone).date().isoformat()
        reading.found("published_at", EvidenceOrigin.INFO_LINE, text, 40, value=day)
    return None


def _declared_dates(reading: _Reading) -> list[tuple[EvidenceOrigin, str]]:
    texts = [(EvidenceOrigin.JSON_LD, reading.declared.text(key)) for key in ("datePublished", "pubDate")]
    texts += [(EvidenceOrigin.META, value) for _, value in reading.declared.meta(PUBLISHED)]
    return [(origin, text) for origin, text in texts if text]


def _moment(text: str, reading: _Reading) -> tuple[datetime | None, bool]:
    """The moment that a declared date means, and whether it says the hour."""
    try:
        moment = parse_iso(text, reading.zone) or parse_moment(text, reading.zone)
        if moment is None and (span := find_moment(text)) and span[0] == 0 and len(text) - span[1] <= 12:
            moment = parse_moment(text[: span[1]], reading.zone)
    except ImpossibleDate as error:
        reading.printed.warnings.append(f"date: {error}; it was left out")
        return None, False
    return moment, bool(re.search(r"\d[:：时點点]\d{0,2}|T\d\d", text))


def _day(moment: datetime, reading: _Reading) -> str:
    return moment.astimezone(reading.zone).date().isoformat()


def _source(reading: _Reading) -> str:
    """Who published the article first. What is printed as 来源 goes before what the site calls itself."""
    declared = reading.declared
    labelled = [found for found in reading.printed.sources if found.confidence >= 90]
    others = [found for found in reading.printed.sources if found.confidence < 90]
    named = [
        Found(name, name, EvidenceOrigin.JSON_LD, 95)
        for key in ("sourceOrganization", "provider")
        for name, _ in declared.names(key)
    ]
    metas = [Found(_source_of(value), value, EvidenceOrigin.META, 90) for _, value in declared.meta(SOURCES)]
    sites = [Found(name, name, EvidenceOrigin.JSON_LD, 75) for name, _ in declared.names("publisher")]
    sites += [Found(value, value, EvidenceOrigin.META, 70) for _, value in declared.meta(["og:site_name"])]
    sites += [Found(name, name, EvidenceOrigin.TITLE_TAG, 40) for name in reading.sites[-1:] if len(name) <= 20]
    for found in (*labelled, *named, *metas, *others, *sites):
        if not found.value or _PLACEHOLDER.search(found.value) or len(found.value) > LONGEST_NAME:
            continue
        is_sure = found.confidence >= SURE
        reading.found("source_id", found.origin, found.text, found.confidence, value="" if is_sure else found.value)
        return found.value if is_sure else ""
    return ""


def _source_of(value: str) -> str:
    return re.sub(r"^(?:来源|來源)\s*[:：]\s*", "", value).split()[0] if value.split() else ""


def _credits(reading: _Reading) -> tuple[ItemCredit, ...]:
    """Everybody who is named, those of JSON-LD first. A `meta` author counts only where nobody else is named."""
    printed = reading.printed
    named: list[ItemCredit] = []
    by_name = {fold(credit.name): credit for credit, _ in printed.credits if credit.role in WRITERS}
    for name, kind in reading.declared.names("author"):
        for one in split_names(name) if "Org" not in kind else []:
            if len(named) < MOST_CREDITS and _is_writer(one, reading) and kind_of(one) == AuthorKind.PERSON:
                named.append(by_name.get(fold(one)) or ItemCredit(one))
                reading.found("credits", EvidenceOrigin.JSON_LD, name)
    known = {(fold(credit.name), credit.role) for credit in named}
    for credit, found in printed.credits:
        if (fold(credit.name), credit.role) not in known:
            known.add((fold(credit.name), credit.role))
            named.append(credit)
            reading.found("credits", found.origin, found.text, found.confidence)
    if not any(credit.role in WRITERS for credit in named):
        _add_meta_authors(reading, named)
    return tuple(named)


def _add_meta_authors(reading: _Reading, named: list[ItemCredit]) -> None:
    editors = {fold(credit.name) for credit in named}
    for _, value in reading.declared.meta(AUTHORS):
        names = [name for name in split_names(value) if _is_writer(name, reading) and fold(name) not in editors]
        names = names[:MOST_CREDITS]
        for name in names:
            if kind_of(name) == AuthorKind.ORGANIZATION:
                continue
            is_sure = is_person(simplified(name)) or bool(re.fullmatch(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+", name))
            reading.found("credits", EvidenceOrigin.META, value, 75 if is_sure else 40, value="" if is_sure else name)
            if is_sure:
                named.append(ItemCredit(name))
        if names:
            return


def _is_writer(name: str, reading: _Reading) -> bool:
    """Whether a declared name can be that of somebody: no placeholder, and not the site's own name."""
    if _PLACEHOLDER.search(name) or len(name) > 60:
        return False
    return not any(fold(name) in fold(site) or fold(site) in fold(name) for site in reading.sites if len(site) > 1)
