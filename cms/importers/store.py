"""Writing what the importers read: each item once, batch by batch, with a report for each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from itertools import islice
from urllib.parse import urlsplit, urlunsplit

from cms import authors, categories, collections, editing, publishing, relations, sources, tags, text
from cms.db import transaction, writing
from cms.errors import CMSError, ItemRefused, Unavailable
from cms.importers.item import ImportItem, ItemReference
from cms.models import Draft, Origin, Revision
from cms.permissions import Permission, Viewer
from cms.sanitize import html_to_text
from cms.snapshots import Content, CreditLink, RelationLink
from cms.words import CollectionTail, DraftStatus

BATCH = 50
BLOCKS = {"hot": ("热门文章", CollectionTail.HOT), "newest": ("最新文章", CollectionTail.NEWEST)}


class Outcome(StrEnum):
    """What became of an item."""

    MADE = "made"
    MATCHED = "matched"
    REFUSED = "refused"


@dataclass(frozen=True)
class ItemReport:
    """What became of one item.

    Attributes:
        label: where it was read.
        draft_id: the draft it is, None if it was refused.
        is_public: whether the article is public now.
        notes: why it was refused, what it was matched by, what keeps it from being public, what to look at.
    """

    label: str
    outcome: Outcome
    draft_id: int | None = None
    title: str = ""
    slug: str = ""
    is_public: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Policy:
    """How items are written. `publish_undated` publishes also what carries no date, without giving it one."""

    publish: bool = False
    publish_undated: bool = False
    slug_style: str = "unicode"


async def import_items(
    viewer: Viewer, items: Iterable[ImportItem | ItemRefused], policy: Policy, *, batch_size: int = BATCH
) -> AsyncIterator[ItemReport]:
    """Write items, `batch_size` of them a transaction; a report is given only when its batch is safe in the database.

    An item that was imported before (same id at the same source, same address, or same text) is matched, not written
    again, so an import that was cut off is completed by running it again. A bad item is reported and passed over.

    Raises:
        Forbidden: the viewer may not edit, or not publish.
        Unavailable: the database gave out; nothing of the current batch was written.
    """
    viewer.require(Permission.EDIT)
    if policy.publish:
        viewer.require(Permission.PUBLISH)
    waiting = iter(items)
    while batch := list(islice(waiting, batch_size)):
        async with writing():
            reports = [await _report(viewer, item, policy) for item in batch]
        for report in reports:
            yield report


async def _report(viewer: Viewer, item: ImportItem | ItemRefused, policy: Policy) -> ItemReport:
    if isinstance(item, ItemRefused):
        return ItemReport(item.item, Outcome.REFUSED, notes=(f"{item.field}: {item.reason}",))
    try:
        async with transaction():  # a savepoint: what a refused item wrote goes, the batch stays
            return await _store(viewer, item, policy)
    except Unavailable:
        raise
    except CMSError as error:
        return ItemReport(item.label, Outcome.REFUSED, title=item.title, notes=(error.message,))


async def _store(viewer: Viewer, item: ImportItem, policy: Policy) -> ItemReport:
    keys = origin_keys(item)
    known = await Origin.filter(key__in=list(keys)).order_by("id")
    if not known:
        draft = await _make(viewer, item, policy)
        outcome, notes = Outcome.MADE, [*item.warnings, *await _same_title(draft)]
    else:
        draft = await Draft.get(id=known[0].draft_id)
        outcome, notes = Outcome.MATCHED, [f"imported before: same {keys[known[0].key]}"]
    new = keys.keys() - {origin.key for origin in known}
    await Origin.bulk_create([Origin(draft_id=draft.id, key=key) for key in keys if key in new])
    is_public = draft.status == DraftStatus.PUBLISHED
    # Only what nobody has touched since its import is published by another one.
    if policy.publish and draft.status == DraftStatus.DRAFT and draft.version == 1:
        missing = await _missing(draft, policy)
        if not missing:
            await publishing.publish(viewer, draft.id, expected_version=draft.version)
        is_public = not missing
        notes += [f"not published: {reason}" for reason in missing]
    return ItemReport(item.label, outcome, draft.id, draft.title, draft.slug, is_public, tuple(notes))


async def _missing(draft: Draft, policy: Policy) -> list[str]:
    """What keeps a draft from being published by an import."""
    revision = await Revision.get(draft_id=draft.id, number=1)
    missing = [str(problem) for problem in publishing.problems(revision.snapshot)]
    if revision.snapshot["article"]["published_at"] is None and not policy.publish_undated:
        missing.append("published_at: the page carries no date; an editor has to confirm one")
    return missing


async def _same_title(draft: Draft) -> list[str]:
    others = Draft.filter(title_key=draft.title_key, id__not=draft.id).order_by("id")
    return [f"title: the same as art_{other.id}" for other in await others.limit(1)]


async def _make(viewer: Viewer, item: ImportItem, policy: Policy) -> Draft:
    source = await sources.find_or_create(viewer, item.source, url=item.source_url) if item.source else None
    category = await categories.ensure_path(viewer, item.category_path) if item.category_path else None
    links = [
        CreditLink((await authors.find_or_create(viewer, credit.name, credit.kind)).id, credit.name, credit.role)
        for credit in item.credits
    ]
    related = await _refer(viewer, item.related)
    content = Content(
        title=item.title,
        html=item.body_html,
        subtitle=item.subtitle,
        excerpt=item.excerpt,
        byline=item.byline,
        language=item.language,
        published_at=item.published_at,
        collected_at=datetime.now(UTC),
        canonical_url=item.url,
        urgency=item.urgency,
        source_id=source.id if source else None,
        category_id=category.id if category else None,
        credit_line=item.credit_line,
        licence=item.licence,
        credits=tuple(dict.fromkeys(links)),
        relations=tuple(
            RelationLink(reference.kind, reference_id=number)
            for reference, number in zip(item.related, related, strict=True)
        ),
        tag_ids=tuple(dict.fromkeys([(await tags.find_or_create(viewer, name)).id for name in item.tags])),
    )
    suggestions = [
        {"field": "published_at", "value": hint.day.isoformat(), "text": hint.text, "basis": hint.basis}
        for hint in item.date_hints
    ]
    draft = await editing.create_draft(
        viewer, content, suggestions=suggestions, slug_style=policy.slug_style, views=item.views
    )
    await _place(viewer, item, draft)
    return draft


async def _place(viewer: Viewer, item: ImportItem, draft: Draft) -> None:
    """Fill the collections that the page shows or asks for."""
    for slug, (title, tail) in BLOCKS.items():
        block: tuple[ItemReference, ...] | None = getattr(item, slug)
        if block is not None:
            placed = [collections.Placement(reference_id=number) for number in await _refer(viewer, block)]
            await collections.place(viewer, slug, placed, title=title, tail=tail)
    for slug in item.collections:
        await collections.append_article(viewer, slug, draft.id)


async def _refer(viewer: Viewer, references: tuple[ItemReference, ...]) -> list[int]:
    return await relations.refer(
        viewer, [relations.Mention(r.title, r.teaser, r.url, r.is_truncated) for r in references]
    )


def origin_keys(item: ImportItem) -> dict[str, str]:
    """The keys by which an item is known again, each with what it is made of, the surest first."""
    keys = {}
    if item.external_id:
        keys[_key("id", text.fold(item.source), item.external_id)] = "id at the source"
    if item.url:
        parts = urlsplit(item.url)
        plain = urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))
        keys[_key("url", plain)] = "address"
    keys[_key("text", text.fold(item.title), text.fold(html_to_text(item.body_html)))] = "text"
    return keys


def _key(kind: str, *parts: str) -> str:
    digest = sha256("\n".join(parts).encode()).hexdigest()
    return f"{kind}:{digest}"
