"""Writing what the importers read: each item once, batch by batch, with a report for each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from itertools import islice
from urllib.parse import urlsplit, urlunsplit

from tortoise.context import require_context

from cms import authors, categories, collections, copies, editing, preflight, publishing, relations, sources, tags, text
from cms.db import transaction, writing
from cms.errors import CMSError, ItemRefused, Unavailable
from cms.ids import shown_field
from cms.importers.item import DateHint, ImportItem, ItemCredit, ItemReference
from cms.importers.item import Evidence as FoundEvidence
from cms.models import Draft, Evidence, Origin, Revision
from cms.permissions import Permission, Viewer
from cms.sanitize import html_to_text
from cms.snapshots import Content, CreditLink, RelationLink
from cms.threads import apart
from cms.words import CollectionTail, CreditRole, DraftStatus, EvidenceOrigin

BATCH = 50
TEXT = "text"
_NAMED = 3  # how many of several things a note names
HINT_CONFIDENCE = 30  # of a day that the text merely mentions
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
    """How items are written.

    `publish_undated` publishes also what carries no date, without giving it one. `skip_duplicates` leaves out what has
    nearly the same text as something that is here; otherwise it comes in, and its report says so.
    """

    publish: bool = False
    publish_undated: bool = False
    slug_style: str = "unicode"
    skip_duplicates: bool = False


class _Duplicate(Exception):
    """An item has nearly the same text as a draft that is here."""

    def __init__(self, draft_id: int, note: str) -> None:
        super().__init__(note)
        self.draft_id = draft_id
        self.note = note


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
    # Reading may take long, or for ever if it is a pipe that stays open; meanwhile the loop hears of Ctrl-C.
    while batch := await apart(lambda: list(islice(waiting, batch_size))):
        async with writing():
            writer = _Writer(viewer, policy)
            reports = [await writer.report(item) for item in batch]
        for report in reports:
            yield report


class _Writer:
    """Writes the items of one batch; what it looked up once it knows until the batch ends, or an item is undone."""

    def __init__(self, viewer: Viewer, policy: Policy) -> None:
        self.viewer = viewer
        self.policy = policy
        self.known: dict[object, int] = {}

    async def report(self, item: ImportItem | ItemRefused) -> ItemReport:
        """Write an item, whole or not at all, and tell what became of it."""
        if isinstance(item, ItemRefused):
            return ItemReport(item.item, Outcome.REFUSED, notes=(f"{item.field}: {item.reason}",))
        try:
            async with transaction():  # a savepoint: what a refused item wrote goes, the batch stays
                return await self.store(item)
        except _Duplicate as found:
            self.known.clear()
            return ItemReport(item.label, Outcome.MATCHED, found.draft_id, item.title, notes=(found.note,))
        except Unavailable:
            raise
        except CMSError as error:
            self.known.clear()
            return ItemReport(item.label, Outcome.REFUSED, title=item.title, notes=(error.message,))

    async def store(self, item: ImportItem) -> ItemReport:
        """Match or make the draft, and publish it if that is asked for."""
        keys = origin_keys(item)
        origins = await Origin.filter(key__in=list(keys)).order_by("id")
        if not origins:
            draft = await self.make(item)
            alike = await self.alike(draft)
            outcome, notes = Outcome.MADE, [*item.warnings, *_unsure(item), *await _same_title(draft), *alike]
        else:
            draft = await Draft.get(id=origins[0].draft_id)
            outcome, notes = Outcome.MATCHED, [f"imported before: same {keys[origins[0].key]}"]
        new = keys.keys() - {origin.key for origin in origins}
        if origins and (text_key := next(key for key, what in keys.items() if what == TEXT)) in new:
            notes.append("its text differs now; what is stored was left as it is")
            new.remove(text_key)
        await Origin.bulk_create([Origin(draft_id=draft.id, key=key) for key in keys if key in new])
        is_public = draft.status == DraftStatus.PUBLISHED
        # Only what nobody has touched since its import is published by another one.
        if self.policy.publish and draft.status == DraftStatus.DRAFT and draft.version == 1:
            missing = await self.publish(draft)
            notes += [f"not published: {reason}" for reason in missing]
            is_public = not missing
        return ItemReport(item.label, outcome, draft.id, draft.title, draft.slug, is_public, tuple(notes))

    async def alike(self, draft: Draft) -> list[str]:
        """What a new draft looks like.

        Raises:
            _Duplicate: it looks like something, and what does so is to be skipped.
        """
        client = require_context().db()
        found = await copies.possible_duplicates(client, Draft.all(), draft.id, most=_NAMED)
        named = [f"art_{other} ({similarity // 10} %)" for other, similarity in found.items()]
        if named and self.policy.skip_duplicates:
            raise _Duplicate(next(iter(found)), f"not imported: looks like {named[0]}")
        return [f"looks like {', '.join(named)}"] if named else []

    async def publish(self, draft: Draft) -> list[str]:
        """Publish a draft, or tell what it lacks for that."""
        revision = await Revision.get(draft_id=draft.id, number=1)
        found = preflight.blocking(revision.snapshot, draft, datetime.now(UTC))
        missing = [f"{finding.field}: {finding.message}" for finding in found]
        date = revision.snapshot["article"]["published_at"]
        if date is None and not self.policy.publish_undated:
            missing.append("date: it carries none; an editor has to confirm one")
        if date is not None and datetime.fromisoformat(date) > datetime.now(UTC):
            missing.append(f"date: {date} is still to come")
        if not missing:
            await publishing.publish(self.viewer, draft.id, expected_version=draft.version)
        return missing

    async def make(self, item: ImportItem) -> Draft:
        """A new draft with everything that it names."""
        related = await self.refer(item.related)
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
            source_id=await self.source(item) if item.source else None,
            category_id=await self.category(item.category_path) if item.category_path else None,
            credit_line=item.credit_line,
            licence=item.licence,
            credits=await self.credits(item),
            relations=tuple(
                RelationLink(reference.kind, reference_id=number)
                for reference, number in zip(item.related, related, strict=True)
            ),
            tag_ids=tuple(dict.fromkeys([(await tags.find_or_create(self.viewer, name)).id for name in item.tags])),
        )
        suggestions = [
            {"field": "published_at", "value": hint.day.isoformat(), "text": hint.text, "basis": hint.basis}
            for hint in item.date_hints
        ]
        suggestions += [
            {"field": one.field, "value": one.value, "text": one.text, "basis": f"{one.origin}, {one.confidence} %"}
            for one in item.evidence
            if one.is_suggestion
        ]
        style = self.policy.slug_style
        draft = await editing.create_draft(
            self.viewer, content, suggestions=suggestions, slug_style=style, views=item.views
        )
        await keep_evidence(item, draft.id)
        await self.place(item, draft)
        return draft

    async def source(self, item: ImportItem) -> int:
        """The id of the item's source."""
        key = ("source", item.source)
        if key not in self.known:
            self.known[key] = (await sources.find_or_create(self.viewer, item.source, url=item.source_url)).id
        return self.known[key]

    async def category(self, path: tuple[str, ...]) -> int:
        """The id of the category at the end of a path."""
        if path not in self.known:
            self.known[path] = (await categories.ensure_path(self.viewer, path)).id
        return self.known[path]

    async def credits(self, item: ImportItem) -> tuple[CreditLink, ...]:
        """The credits as links to their authors, in order; somebody named twice in one role is named once."""
        links: dict[tuple[int, CreditRole], CreditLink] = {}
        for credit in item.credits:
            author_id = await self.author(credit)
            links.setdefault((author_id, credit.role), CreditLink(author_id, credit.name, credit.role))
        return tuple(links.values())

    async def author(self, credit: ItemCredit) -> int:
        """The id of the author that a credit names."""
        key = (credit.kind, credit.name)
        if key not in self.known:
            self.known[key] = (await authors.find_or_create(self.viewer, credit.name, credit.kind)).id
        return self.known[key]

    async def place(self, item: ImportItem, draft: Draft) -> None:
        """Fill the collections that the page shows or asks for."""
        for slug, (title, tail) in BLOCKS.items():
            block: tuple[ItemReference, ...] | None = getattr(item, slug)
            if block is not None:
                placed = [collections.Placement(reference_id=number) for number in await self.refer(block)]
                await collections.place(self.viewer, slug, placed, title=title, tail=tail)
        for slug in item.collections:
            await collections.append_article(self.viewer, slug, draft.id)

    async def refer(self, references: tuple[ItemReference, ...]) -> list[int]:
        """The ids of new references."""
        mentions = [relations.Mention(r.title, r.teaser, r.url, r.is_truncated) for r in references]
        return await relations.refer(self.viewer, mentions)


async def keep_evidence(item: ImportItem, draft_id: int) -> None:
    """Keep where each value of an item was found."""
    rows = [
        Evidence(
            draft_id=draft_id,
            position=position,
            field=shown_field(one.field),
            origin=one.origin,
            text=one.text,
            confidence=one.confidence,
            is_suggestion=one.is_suggestion,
            value=one.value,
        )
        for position, one in enumerate((*item.evidence, *map(_of_hint, item.date_hints)))
    ]
    await Evidence.bulk_create(rows)


def _of_hint(hint: DateHint) -> FoundEvidence:
    """What a text suggests about its date."""
    return FoundEvidence("published_at", EvidenceOrigin.BODY, hint.text, HINT_CONFIDENCE, hint.day.isoformat())


def _unsure(item: ImportItem) -> list[str]:
    """What was found but not surely enough to be set."""
    return [f"{shown_field(one.field)}: perhaps “{one.value}”" for one in item.evidence if one.is_suggestion]


async def _same_title(draft: Draft) -> list[str]:
    others = Draft.filter(title_key=draft.title_key, id__not=draft.id).order_by("id")
    return [f"title: the same as art_{other.id}" for other in await others.limit(1)]


def origin_keys(item: ImportItem) -> dict[str, str]:
    """The keys by which an item is known again, each with what it is made of, the surest first."""
    keys = {}
    if item.external_id:
        keys[_key("id", text.fold(item.source), item.external_id)] = "id at the source"
    if item.url:
        keys[_key("url", _plain(item.url))] = "address"
    keys[_key("text", text.fold(item.title), text.fold(html_to_text(item.body_html)))] = TEXT
    return keys


def _plain(url: str) -> str:
    """The address without what does not matter; one that cannot be read is refused later, and is its own key here."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))


def _key(kind: str, *parts: str) -> str:
    digest = sha256("\n".join(parts).encode()).hexdigest()
    return f"{kind}:{digest}"
