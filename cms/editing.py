"""Making and changing drafts. No edit is lost: every save names the version it began with, and edits are merged."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import asset_uses, copies, drafts, events, links, text
from cms.db import writing
from cms.edits import Edits
from cms.errors import ConflictingEdits, FieldProblem, ValidationFailed, VersionConflict
from cms.likeness import likeness
from cms.merge import merge
from cms.models import Article, Draft, PreviewLink, Publication, Revision, Schedule
from cms.names import free_slug
from cms.permissions import Permission, Viewer
from cms.sanitize import body_html
from cms.search import index
from cms.snapshots import LENGTHS, Content, RelationLink, check, content_of, differing, make_snapshot, normalized
from cms.standing import confirm
from cms.words import RelationKind
from cms.workflow import Act

# A run of autosaves by one person is one revision in the list, and a new one begins after this long.
AUTOSAVE_RUN = timedelta(minutes=10)
# How long what a later autosave stands for is kept, as the base of an edit that began with it.
SUPERSEDED_KEPT = timedelta(days=1)
LONGEST_NAME = 100


@dataclass(frozen=True)
class Saved:
    """A draft after a save. `merged_fields` are those that somebody else had changed since, and that were kept."""

    draft: Draft
    merged_fields: tuple[str, ...] = ()


async def create_draft(
    viewer: Viewer,
    content: Content,
    *,
    suggestions: list[Any] | None = None,
    slug_style: str = "unicode",
    views: int = 0,
    duplicate_of: int | None = None,
    former: dict[str, Any] | None = None,
) -> Draft:
    """Make a draft with its first revision, and point references that wait for its title at it.

    Without a slug it is made from the title, in `slug_style` (unicode or pinyin). `duplicate_of` is the id of the
    draft that it is a copy of, and `former` the snapshot that was copied.

    Raises:
        Forbidden: the viewer may not write.
        ValidationFailed: the content cannot be a draft; every wrong field is named.
    """
    viewer.require(Permission.WRITE)
    check(content)
    snapshot = await asyncio.to_thread(make_snapshot, content, former)
    content = replace(content, html=snapshot["body"]["html"])
    title = snapshot["article"]["title"]
    made = await asyncio.to_thread(likeness, title, snapshot["body"]["text"])
    now = datetime.now(UTC)
    async with writing() as tx:
        await confirm(tx, viewer)
        linked = await links.followed(tx, content)
        await links.check_links(tx, viewer, linked, known=content_of(former) if former else None)
        await drafts.check_category(tx, viewer, linked.category_id)
        linked = await links.with_names(tx, linked)
        if linked is not content:
            snapshot, content = make_snapshot(linked, snapshot), linked
        slug = snapshot["slug"] = await _free_slug(tx, viewer, content, slug_style)
        draft = await Draft.create(
            using_db=tx,
            title=title,
            title_key=text.fold(title)[:300],
            slug=slug,
            language=snapshot["article"]["language"],
            source_id=content.source_id,
            category_id=content.category_id,
            translation_of_id=content.translation_of,
            suggestions=suggestions or [],
            view_count=views,
            created_at=now,
            updated_at=now,
            owner_id=viewer.id,
        )
        await _add_revision(tx, viewer, draft, snapshot, now)
        await copies.sign_head(tx, draft.id, made, is_new=True)
        await links.resolve_references(tx, draft.id, draft.title_key, snapshot)
        details = {"title": title} | ({"duplicate_of": duplicate_of} if duplicate_of else {})
        await events.record(tx, viewer, "draft.created", ("draft", draft.id), at=now, **details)
    return draft


async def duplicate(viewer: Viewer, draft_id: int, *, slug_style: str = "unicode") -> Draft:
    """Make a draft with the content of another's newest revision. What tells of that one's own life is left out.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft, or the viewer may not know of it.
    """
    async with writing() as tx:
        draft = await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        head = await drafts.head_of(tx, draft)
        former = await links.current(tx, head.snapshot, draft_id=draft.id)
        content = _without_life(content_of(former))
        return await create_draft(viewer, content, slug_style=slug_style, duplicate_of=draft_id, former=former)


async def translate(viewer: Viewer, draft_id: int, language: str, *, slug_style: str = "unicode") -> Draft:
    """Make a draft in another language, with what is to be translated of a draft's newest revision.

    It is linked as a translation of the original, which is what the draft itself translates, if anything; its other
    links lead to articles in the language of the draft and are left out.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft, or the viewer may not know of it.
        ValidationFailed: the draft is in that language already, or it is none.
    """
    async with writing() as tx:
        draft = await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        former = await links.current(tx, (await drafts.head_of(tx, draft)).snapshot, draft_id=draft.id)
        known = content_of(former)
        if language.lower() == known.language.lower():
            raise ValidationFailed(FieldProblem("language", "the article is in this language already"))
        original = RelationLink(RelationKind.TRANSLATION_OF, target_id=known.translation_of or draft_id)
        content = replace(_without_life(known), language=language, relations=(original,))
        return await create_draft(viewer, content, slug_style=slug_style, duplicate_of=draft_id, former=former)


def _without_life(content: Content) -> Content:
    """The content without what tells of the one article's own life."""
    return replace(content, slug="", published_at=None, collected_at=None, canonical_url="")


async def update_draft(
    viewer: Viewer,
    draft_id: int,
    edits: Edits,
    *,
    expected_version: int,
    is_autosave: bool = False,
    slug_style: str = "unicode",
) -> Saved:
    """Save an edit that began at a version of the draft. What others saved since is merged with it.

    An empty slug has one made from the title, in `slug_style`; another one counts from the next publication. Until
    the first one, a slug that was made from the title follows it: the Studio saves half a headline, too.

    A save that changes nothing leaves nothing. A save within AUTOSAVE_RUN of the first of a run of autosaves by the
    same person stands for them; the revision of an autosave that was named, published, scheduled or shared stays.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft, or the viewer may not know of it.
        InvalidTransition: it is in the trash.
        ValidationFailed: the content cannot be that of a draft; every wrong field is named.
        VersionConflict: others changed the same fields since; its `edits` tell both sides. Nothing was saved.
    """
    now = datetime.now(UTC)
    edits = await _sanitized(edits)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.EDIT, None)
        if not 1 <= expected_version <= draft.version:
            raise VersionConflict(expected_version, draft.version)
        head = await drafts.head_of(tx, draft)
        theirs = await _content(tx, draft, head)
        base_revision = await drafts.head_of(tx, draft, at_version=expected_version)
        base = theirs if base_revision.id == head.id else await _content(tx, draft, base_revision)
        mine = (await links.follow(tx, edits, base_revision.snapshot)).apply(base)
        check(mine)
        mine = normalized(mine)
        if mine.slug != base.slug:
            mine = replace(mine, slug=await _free_slug(tx, viewer, mine, slug_style, draft))
        mine = await links.with_names(tx, mine)
        content = mine
        if base is not theirs:
            versions = (expected_version, draft.version)
            content = await asyncio.to_thread(_merged, base, mine, theirs, versions)
            check(content)
        if "slug" not in edits.values and _slug_follows(draft, theirs, content, slug_style):
            unnamed = replace(content, slug="")
            content = replace(content, slug=await _free_slug(tx, viewer, unnamed, slug_style, draft))
        await links.check_links(tx, viewer, content, draft_id=draft_id, known=theirs)
        await drafts.check_category(tx, viewer, content.category_id)
        saved = Saved(draft, differing(base, theirs))
        changed = differing(theirs, content)
        if changed:
            await _save(tx, viewer, draft, head, _Change(content, changed, now, is_autosave))
    return saved


async def restore_revision(viewer: Viewer, draft_id: int, number: int, *, expected_version: int) -> Draft:
    """Make a new revision with the content of an earlier one; none if it is that of the newest.

    Where another article has its slug by now, the draft keeps the one it has.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft or revision, or the viewer may not know of it.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is in the trash.
    """
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.EDIT, expected_version)
        head = await drafts.head_of(tx, draft)
        revision = await drafts.revision_of(tx, draft, number)
        content, theirs = await _content(tx, draft, revision), await _content(tx, draft, head)
        if await _slug_holder(tx, content.slug, draft):
            content = replace(content, slug=draft.slug)
        await drafts.check_category(tx, viewer, content.category_id)
        changed = differing(theirs, content)
        if changed:
            await _save(tx, viewer, draft, head, _Change(content, changed, now, details={"restored_from": number}))
    return draft


async def name_revision(viewer: Viewer, draft_id: int, number: int, name: str) -> Revision:
    """Give a revision a name, or take it away ("").

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft or revision, or the viewer may not know of it.
        InvalidTransition: it is in the trash.
        ValidationFailed: the name is too long.
    """
    name = text.clean(name)
    if problem := text.problem_in(name, max_length=LONGEST_NAME):
        raise ValidationFailed(FieldProblem("name", problem))
    now = datetime.now(UTC)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.EDIT, None)
        revision = await drafts.revision_of(tx, draft, number)
        await Revision.filter(id=revision.id).using_db(tx).update(name=name)
        revision.name = name
        subject = ("draft", draft_id)
        await events.record(tx, viewer, "revision.named", subject, at=now, revision=number, name=name)
    return revision


async def forget_superseded(now: datetime) -> int:
    """Remove the autosaves that later ones have stood for long enough; how many there were."""
    old = Revision.filter(superseded_at__lt=now - SUPERSEDED_KEPT)
    if not await old.exists():
        return 0
    async with writing() as tx:
        return await old.using_db(tx).delete()


async def _sanitized(edits: Edits) -> Edits:
    """The edits with a body that may stand in a revision. One that is refused anyway is left to `check`."""
    html = edits.values.get("html")
    if html is None or text.problem_in(html, max_length=LENGTHS["html"], multiline=True):
        return edits
    return replace(edits, values={**edits.values, "html": await asyncio.to_thread(body_html, html)})


async def _content(tx: TransactionalDBClient, draft: Draft, revision: Revision) -> Content:
    content = content_of(await links.current(tx, revision.snapshot, draft_id=draft.id))
    return content if content.slug else replace(content, slug=draft.slug)


def _merged(base: Content, mine: Content, theirs: Content, versions: tuple[int, int]) -> Content:
    """Both edits in one.

    Raises:
        VersionConflict: naming the fields that both changed, with each side's values.
    """
    merged = merge(base, mine, theirs)
    if not merged.conflicts:
        return merged.content
    sides = {
        side: {conflict.field: getattr(conflict, side) for conflict in merged.conflicts}
        for side in ("base", "mine", "theirs")
    }
    raise VersionConflict(*versions, ConflictingEdits(**sides))


@dataclass(frozen=True)
class _Change:
    """What a save makes of a draft: its content, and which fields of it differ."""

    content: Content
    fields: tuple[str, ...]
    now: datetime
    is_autosave: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)


async def _save(tx: TransactionalDBClient, viewer: Viewer, draft: Draft, head: Revision, change: _Change) -> None:
    """Move the draft on from its newest revision to the change's content."""
    content, now = change.content, change.now
    snapshot = await asyncio.to_thread(make_snapshot, content, head.snapshot)
    title = snapshot["article"]["title"]
    await drafts.advance(
        tx,
        draft,
        now,
        title=title,
        title_key=text.fold(title)[:300],
        slug=content.slug,
        language=snapshot["article"]["language"],
        source_id=content.source_id,
        category_id=content.category_id,
        translation_of_id=content.translation_of,
        suggestions=[one for one in draft.suggestions if one.get("field") not in change.fields],
    )
    began_at = now
    # What goes back takes the place of nothing: the newest revision may be what somebody wants to come back to.
    if "restored_from" not in change.details and await _may_stand_for(tx, viewer, head, now):
        await Revision.filter(id=head.id).using_db(tx).update(superseded_at=now)
        began_at = head.began_at or now
    await _add_revision(tx, viewer, draft, snapshot, now, began_at=began_at if change.is_autosave else None)
    if {"title", "html"} & set(change.fields):
        await copies.sign_head(tx, draft.id, await asyncio.to_thread(likeness, title, snapshot["body"]["text"]))
    details: dict[str, Any] = {"version": draft.version} | dict(change.details)
    details |= {"is_autosave": True} if change.is_autosave else {}
    subject = ("draft", draft.id)
    await events.record(tx, viewer, "draft.saved", subject, at=now, changed=change.fields, **details)


async def _may_stand_for(tx: TransactionalDBClient, viewer: Viewer, head: Revision, now: datetime) -> bool:
    """Whether a save may take the place of the newest revision in the list."""
    if not head.is_autosave or head.name or head.user_id is None or head.user_id != viewer.id:
        return False
    if head.began_at is None or head.began_at <= now - AUTOSAVE_RUN:
        return False
    for model in (Publication, Schedule, PreviewLink):
        if await model.filter(revision_id=head.id).using_db(tx).exists():
            return False
    return True


async def _add_revision(
    tx: TransactionalDBClient,
    viewer: Viewer,
    draft: Draft,
    snapshot: dict[str, Any],
    now: datetime,
    *,
    began_at: datetime | None = None,
) -> None:
    """Write the revision that the draft's version made; `began_at` says that it is an autosave."""
    revision = Revision(
        draft_id=draft.id,
        number=draft.version,
        snapshot=snapshot,
        actor=viewer.name,
        user_id=viewer.id,
        created_at=now,
        is_autosave=began_at is not None,
        began_at=began_at,
    )
    await revision.save(using_db=tx)
    await asset_uses.note_uses(tx, revision.id, snapshot)
    await links.list_for_filters(tx, draft.id, snapshot)
    await index.put(tx, index.DRAFTS, draft.id)


async def _free_slug(
    tx: TransactionalDBClient, viewer: Viewer, content: Content, style: str, draft: Draft | None = None
) -> str:
    """The slug that was given, or one made from the title; `draft` has another one by now.

    Raises:
        ValidationFailed: another article has the given one.
    """
    if content.slug:
        wished = text.slugify(content.slug, pinyin=False)
        if holder := await _slug_holder(tx, wished, draft):
            known = await drafts.visible_to(viewer).filter(id=holder).using_db(tx).exists()
            name = f"art_{holder}" if known else "another article"
            raise ValidationFailed(FieldProblem("slug", f"{name} has this slug"))
        return wished
    wished = _slug_of(content.title, style)
    if draft is not None and _is_numbered(draft.slug, wished):
        return draft.slug
    return await free_slug(tx, Draft, wished)


def _slug_follows(draft: Draft, theirs: Content, content: Content, style: str) -> bool:
    """Whether a title changes of which the slug was made, and nobody can know the slug yet."""
    return (
        draft.first_published_at is None
        and content.title != theirs.title
        and content.slug == theirs.slug
        and _is_numbered(theirs.slug, _slug_of(theirs.title, style))
    )


def _slug_of(title: str, style: str) -> str:
    return text.slugify(title, pinyin=style == "pinyin", fallback="article")


def _is_numbered(slug: str, wished: str) -> bool:
    return re.fullmatch(rf"{re.escape(wished)}(-\d+)?", slug) is not None


async def _slug_holder(tx: TransactionalDBClient, slug: str, draft: Draft | None) -> int | None:
    """The id of another draft that has the slug, or that is public under it: it keeps it until it is published anew."""
    for model in (Draft, Article):
        others = model.filter(slug=slug).exclude(id=draft.id if draft else 0).using_db(tx)
        if other := await others.first():
            return int(other.id)
    return None
