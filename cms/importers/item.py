"""What an importer reads from one page or record, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from cms.words import AuthorKind, CreditRole, EvidenceOrigin, RelationKind


@dataclass(frozen=True)
class ItemCredit:
    """One name of the byline or the info line, as printed; order is the page's."""

    name: str
    role: CreditRole = CreditRole.AUTHOR
    kind: AuthorKind = AuthorKind.PERSON


@dataclass(frozen=True)
class ItemReference:
    """A title (with its teaser and address, where the page has them) of an article elsewhere.

    `is_truncated` says that the teaser was cut in mid-sentence by the page it came from.
    """

    title: str
    teaser: str = ""
    url: str = ""
    is_truncated: bool = False
    kind: RelationKind = RelationKind.RELATED


@dataclass(frozen=True)
class DateHint:
    """A date that the text suggests. Only a suggestion: an editor confirms it or not."""

    day: date
    text: str
    basis: str


SURE = 60  # from this confidence on a value is set; below it is only suggested


@dataclass(frozen=True)
class Evidence:
    """Where one value was found.

    Attributes:
        field: the field of the draft, in snake case; a list has one for each of its entries.
        origin: what kind of place.
        text: the words there, as they stand.
        confidence: in percent.
        value: what is suggested, where the value was not set.
    """

    field: str
    origin: EvidenceOrigin
    text: str
    confidence: int = 100
    value: str = ""

    @property
    def is_suggestion(self) -> bool:
        """Whether the value waits for an editor to confirm it."""
        return bool(self.value)


@dataclass(frozen=True)
class ImportItem:
    """One article as read, with everything found and nothing invented.

    Attributes:
        label: where it was read, for reports ("pages/17.txt", "export.jsonl:204").
        category_path: names from the top of the tree to the article's own category; the home page is left out.
        body_html: sanitised HTML, one `<p>` a paragraph when the page was plain text.
        byline: the byline exactly as printed, labels included; "" if there is none.
        published_at: aware UTC; None when the page carries no date.
        related: what the page lists beside the article, in its order.
        hot, newest: the blocks 热门文章 and 最新文章 of the page, in its order; None when the page has no such block.
        external_id: the id of the article where it came from, unique within its source.
        url: the address it was published under.
        views: how often it was read where it came from.
        collections: slugs of the collections it belongs to.
        evidence: where each value was found; entries with a value are suggestions.
        warnings: what was read but could not be used, as sentences for the report ("date: ... does not exist").
    """

    label: str
    title: str
    body_html: str
    subtitle: str = ""
    excerpt: str = ""
    language: str = "zh-Hans"
    published_at: datetime | None = None
    date_hints: tuple[DateHint, ...] = ()
    source: str = ""
    source_url: str = ""
    category_path: tuple[str, ...] = ()
    byline: str = ""
    credits: tuple[ItemCredit, ...] = ()
    tags: tuple[str, ...] = ()
    related: tuple[ItemReference, ...] = ()
    hot: tuple[ItemReference, ...] | None = None
    newest: tuple[ItemReference, ...] | None = None
    external_id: str = ""
    url: str = ""
    licence: str = ""
    credit_line: str = ""
    urgency: int | None = None
    views: int = 0
    collections: tuple[str, ...] = field(default=())
    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[str, ...] = ()
