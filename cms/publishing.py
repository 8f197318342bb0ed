"""What becomes public: projecting a revision into the tables that readers see."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import events
from cms.db import writing
from cms.errors import FieldProblem, InvalidTransition, NotFound, ValidationFailed, VersionConflict
from cms.models import Article, ArticleBody, ArticleTag, Credit, Draft, Publication, Relation, Revision
from cms.permissions import Permission, Viewer
from cms.words import DraftStatus


async def publish(viewer: Viewer, draft_id: int, *, expected_version: int) -> Article:
    """Make the draft's newest revision public now, in place of the one that is.

    The date shown to readers stays as the editor left it. Where it is empty, lists sort by when the article first
    went live.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        ValidationFailed: something that publishing needs is missing.
    """
    viewer.require(Permission.PUBLISH)
    now = datetime.now(UTC).replace(microsecond=0)
    async with writing() as tx:
        draft = await read(tx, draft_id, expected_version)
        revision = await Revision.filter(draft_id=draft_id).using_db(tx).order_by("-number").first()
        assert revision is not None, "a draft always has a revision"  # noqa: S101 - create_draft made one
        if missing := problems(revision.snapshot):
            raise ValidationFailed(*missing)
        was_public = draft.status == DraftStatus.PUBLISHED
        if was_public:
            await withdraw(tx, draft_id, now)
        first = draft.first_published_at or now
        await advance(tx, draft, now, status=DraftStatus.PUBLISHED, first_published_at=first)
        article = await project(tx, draft, revision, first_published_at=first, now=now)
        await Publication.create(using_db=tx, draft_id=draft_id, revision_id=revision.id, live_from=now)
        event = "article.updated" if was_public else "article.published"
        await events.record(
            tx, viewer, event, ("article", draft_id), at=now, tags=cache_tags(article), revision=revision.number
        )
    return article


async def unpublish(viewer: Viewer, draft_id: int, *, expected_version: int) -> Draft:
    """Take the article out of public; its draft and its revisions stay.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is not public.
    """
    viewer.require(Permission.PUBLISH)
    now = datetime.now(UTC).replace(microsecond=0)
    async with writing() as tx:
        draft = await read(tx, draft_id, expected_version)
        if draft.status != DraftStatus.PUBLISHED:
            raise InvalidTransition(draft.status, DraftStatus.UNPUBLISHED)
        article = await Article.get(id=draft_id, using_db=tx)
        await withdraw(tx, draft_id, now)
        await advance(tx, draft, now, status=DraftStatus.UNPUBLISHED)
        await events.record(tx, viewer, "article.unpublished", ("article", draft_id), at=now, tags=cache_tags(article))
    return draft


def problems(snapshot: dict[str, Any]) -> list[FieldProblem]:
    """What a snapshot lacks for being public."""
    found = []
    if not snapshot["article"]["title"]:
        found.append(FieldProblem("title", "an article needs a title to be published"))
    if not snapshot["body"]["text"].strip():
        found.append(FieldProblem("body", "an article needs a body to be published"))
    return found


async def read(tx: TransactionalDBClient, draft_id: int, expected_version: int) -> Draft:
    """The draft, if it is at the version that the caller knows.

    Raises:
        NotFound: there is no such draft.
        VersionConflict: it has moved on since `expected_version`.
    """
    draft = await Draft.get_or_none(id=draft_id, using_db=tx)
    if draft is None:
        raise NotFound("draft", draft_id)
    if draft.version != expected_version:
        raise VersionConflict(expected_version, draft.version)
    return draft


async def advance(tx: TransactionalDBClient, draft: Draft, now: datetime, **values: Any) -> None:
    """Change the draft in the database and in memory, and move it on to its next version."""
    values |= {"version": draft.version + 1, "updated_at": now}
    await Draft.filter(id=draft.id).using_db(tx).update(**values)
    draft.update_from_dict(values)


async def withdraw(tx: TransactionalDBClient, draft_id: int, now: datetime) -> None:
    """Remove the public rows of an article and close its publication."""
    await Article.filter(id=draft_id).using_db(tx).delete()
    await Publication.filter(draft_id=draft_id, live_until=None).using_db(tx).update(live_until=now)


async def project(
    tx: TransactionalDBClient, draft: Draft, revision: Revision, *, first_published_at: datetime, now: datetime
) -> Article:
    """Make the public rows of a draft from a revision's snapshot; there must be none.

    What is public for the first time was last modified on its own date, when it has one: a page imported long after it
    was written has not changed since.
    """
    snapshot = revision.snapshot
    columns = dict(snapshot["article"])
    for name in ("published_at", "collected_at"):
        columns[name] = None if columns[name] is None else datetime.fromisoformat(columns[name])
    dated = columns["published_at"]
    is_first = first_published_at == now
    article = await Article.create(
        using_db=tx,
        id=draft.id,
        revision_id=revision.id,
        slug=draft.slug,
        path=f"/articles/{draft.id}-{draft.slug}",
        listed_at=dated or first_published_at,
        modified_at=min(dated, now) if dated and is_first else now,
        view_count=draft.view_count,
        **columns,
    )
    await ArticleBody.create(using_db=tx, article_id=draft.id, **snapshot["body"])
    await _link(tx, Credit, draft.id, snapshot["credits"])
    await _link(tx, Relation, draft.id, snapshot["relations"])
    await _link(tx, ArticleTag, draft.id, [{"tag_id": tag_id} for tag_id in snapshot["tags"]])
    return article


async def _link(
    tx: TransactionalDBClient, model: type[Credit | Relation | ArticleTag], article_id: int, links: list[dict[str, Any]]
) -> None:
    """Write an article's links of one sort, in order."""
    rows = [model(article_id=article_id, position=position, **link) for position, link in enumerate(links)]
    if rows:
        await model.bulk_create(rows, using_db=tx)  # type: ignore[arg-type] # one model at a time, which mypy cannot see


def cache_tags(article: Article) -> list[str]:
    """The tags of everything cached that shows the article."""
    tags = [f"article:{article.id}", "list:articles"]
    if article.source_id is not None:
        tags.append(f"source:{article.source_id}")
    if article.category_id is not None:
        tags.append(f"category:{article.category_id}")
    return tags
