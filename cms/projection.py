"""Making a revision public and taking it back: the public tables are written here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import completion, copies, events, links, places, redirects, schedules, stories, text, workflow
from cms.drafts import advance
from cms.models import Article, ArticleBody, ArticleTag, Credit, Draft, Publication, Relation, Revision, Tombstone
from cms.permissions import Viewer
from cms.search import index
from cms.snapshots import content_of, differing
from cms.words import CompletionKind, DraftStatus, RedirectKind, ScheduleAct, TombstoneKind
from cms.workflow import Act

# What an act tells the world, by whether the article was public before.
EVENTS = {
    (Act.PUBLISH, False): "article.published",
    (Act.PUBLISH, True): "article.updated",
    (Act.CORRECT, True): "article.corrected",
}


async def go_live(
    tx: TransactionalDBClient, viewer: Viewer, draft: Draft, revision: Revision, act: Act, now: datetime, note: str = ""
) -> Article:
    """Make a revision public in place of the one that is; a pending schedule for publishing ends.

    `act` is PUBLISH or CORRECT, and has been allowed. `note` is the public correction note.
    """
    was_public, was_ever_public = draft.status == DraftStatus.PUBLISHED, draft.first_published_at is not None
    former = await withdraw(tx, draft.id, now, is_replaced=True) if was_public else None
    first = draft.first_published_at or now
    await schedules.cancel_pending(tx, draft.id, now, "published by hand", act=ScheduleAct.PUBLISH)
    await advance(tx, draft, now, first_published_at=first, **workflow.outcome(act))
    entries = former.entries if former else {}
    article = await project(tx, draft, revision, first_published_at=first, now=now, entries=entries)
    shown = await _join_story(tx, draft, revision, former.fellows if former else ())
    await links.resolve_references(tx, draft.id, text.fold(article.title)[:300], revision.snapshot)
    last = await last_publication(tx, draft.id) if was_ever_public else None
    await _note_publication(tx, draft, revision, last, now, note)
    tags = list(dict.fromkeys([*await cache_tags(tx, draft.id), *(former.tags if former else []), *shown.tags]))
    changed = await _differing(tx, former.revision_id, revision) if former else ()
    details: dict[str, Any] = {
        "revision": revision.number,
        "title": article.title,
        "path": article.path,
        "language": article.language,
    }
    details |= {"note": note} if act is Act.CORRECT else {}
    subject = ("article", draft.id)
    await events.record(tx, viewer, EVENTS[act, was_public], subject, at=now, tags=tags, changed=changed, **details)
    return article


async def go_dark(tx: TransactionalDBClient, viewer: Viewer, draft: Draft, now: datetime) -> None:
    """Take an article out of public, which was allowed."""
    withdrawn = await withdraw(tx, draft.id, now)
    await advance(tx, draft, now, **workflow.outcome(Act.UNPUBLISH))
    if withdrawn:
        await record_unpublished(tx, viewer, draft.id, withdrawn, now)


async def record_unpublished(
    tx: TransactionalDBClient, viewer: Viewer, draft_id: int, withdrawn: Withdrawn, now: datetime
) -> None:
    """Tell that an article is no longer public."""
    subject, tags = ("article", draft_id), withdrawn.tags
    await events.record(tx, viewer, "article.unpublished", subject, at=now, tags=tags, language=withdrawn.language)


async def _differing(tx: TransactionalDBClient, former_id: int, revision: Revision) -> tuple[str, ...]:
    """The fields in which a revision differs from the one that was public before."""
    if former_id == revision.id:
        return ()
    former = await Revision.get(id=former_id, using_db=tx)
    return differing(content_of(former.snapshot), content_of(revision.snapshot))


async def _note_publication(
    tx: TransactionalDBClient, draft: Draft, revision: Revision, last: Publication | None, now: datetime, note: str
) -> None:
    """Begin a publication. A slug that the article had in the `last` one leads to its slug of now."""
    since = now
    if last is not None:
        # Whatever the clock says, at no moment were two of them public.
        since = max(now, last.live_until or now)
        if last.slug and last.slug != draft.slug:
            await redirects.leave(tx, RedirectKind.ARTICLE, last.slug, draft.id)
    await Publication.create(
        using_db=tx, draft_id=draft.id, revision_id=revision.id, live_from=since, slug=draft.slug, note=note
    )


async def last_publication(tx: TransactionalDBClient, draft_id: int) -> Publication | None:
    """The publication that began last, ended or not."""
    return await Publication.filter(draft_id=draft_id).using_db(tx).order_by("-live_from", "-id").first()


async def leave_tombstone(
    tx: TransactionalDBClient, draft: Draft, kind: TombstoneKind, now: datetime, reason: str = ""
) -> None:
    """Tell in public that an article is gone, under the slug that it had when it was public, not one typed since."""
    last = await last_publication(tx, draft.id)
    slug = (last.slug if last is not None else "") or draft.slug
    path = path_of(draft.id, slug)
    await Tombstone.create(using_db=tx, id=draft.id, kind=kind, slug=slug, path=path, reason=reason, created_at=now)


@dataclass(frozen=True)
class Withdrawn:
    """What was public until now: of which revision, in which language, and the cache tags of what showed it.

    `fellows` are the other articles of its story; `entries` is the number that it had in the index, by its id.
    """

    revision_id: int
    language: str
    tags: list[str]
    fellows: tuple[int, ...]
    entries: Mapping[int, int]


async def withdraw(
    tx: TransactionalDBClient, draft_id: int, now: datetime, *, is_replaced: bool = False
) -> Withdrawn | None:
    """Remove the public rows of an article and close its publication; None if there are none.

    Its story goes on without it, unless it `is_replaced` by another revision at once.
    """
    article = await Article.get_or_none(id=draft_id, using_db=tx)
    if article is None:
        return None
    fellows = tuple(await stories.fellows(tx, draft_id))
    tags = await cache_tags(tx, draft_id)
    entries = await index.remove(tx, index.PUBLIC, draft_id)
    withdrawn = Withdrawn(article.revision_id, article.language, tags, fellows, entries)
    await Article.filter(id=draft_id).using_db(tx).delete()
    if not is_replaced:
        await completion.drop(tx, CompletionKind.ARTICLE, draft_id)
        await copies.disappear(tx, draft_id)
        shown = await stories.regroup(tx, fellows)
        all_tags = dict.fromkeys([*tags, *places.article_tags(fellows), *shown.tags])
        withdrawn = replace(withdrawn, tags=list(all_tags))
    publication = await Publication.get(draft_id=draft_id, live_until=None, using_db=tx)
    # A clock that was set back must not end it before it began.
    until = max(now, publication.live_from)
    await Publication.filter(id=publication.id).using_db(tx).update(live_until=until)
    return withdrawn


async def project(
    tx: TransactionalDBClient,
    draft: Draft,
    revision: Revision,
    *,
    first_published_at: datetime,
    now: datetime,
    entries: Mapping[int, int],
) -> Article:
    """Make the public rows of a draft from a revision's snapshot; there must be none.

    What is public for the first time was last modified on its own date, when it has one: a page imported long after it
    was written has not changed since. With the number in `entries` it stays as new to search as it was.
    """
    snapshot = await links.current(tx, revision.snapshot, draft_id=draft.id)
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
        path=path_of(draft.id, draft.slug),
        listed_at=dated or first_published_at,
        modified_at=min(dated, now) if dated and is_first else now,
        view_count=draft.view_count,
        **columns,
    )
    await ArticleBody.create(using_db=tx, article_id=draft.id, **snapshot["body"])
    await completion.put(tx, CompletionKind.ARTICLE, draft.id, article.title)
    when = {"listed_at": article.listed_at}
    await _link(tx, Credit, draft.id, [link | when for link in snapshot["credits"]])
    await _link(tx, Relation, draft.id, snapshot["relations"])
    await _link(tx, ArticleTag, draft.id, [{"tag_id": tag_id} | when for tag_id in snapshot["tags"]])
    await index.put(tx, index.PUBLIC, draft.id, kept=entries)
    return article


async def _join_story(
    tx: TransactionalDBClient, draft: Draft, revision: Revision, fellows: tuple[int, ...]
) -> stories.Changes:
    """Take what has just become public into the story of its copies; `fellows` are those that it had so far."""
    is_newest = not await Revision.filter(draft_id=draft.id, number__gt=revision.number).using_db(tx).exists()
    snapshot = revision.snapshot
    return await copies.appear(
        tx, draft.id, snapshot["article"]["title"], snapshot["body"]["text"], fellows=fellows, is_newest=is_newest
    )


async def _link(
    tx: TransactionalDBClient, model: type[Credit | Relation | ArticleTag], article_id: int, links: list[dict[str, Any]]
) -> None:
    """Write an article's links of one sort, in order."""
    rows = [model(article_id=article_id, position=position, **link) for position, link in enumerate(links)]
    if rows:
        await model.bulk_create(rows, using_db=tx)  # type: ignore[arg-type] # one model at a time, which mypy cannot see


def path_of(draft_id: int, slug: str) -> str:
    """Where an article stands on the site: the id decides, the slug decorates."""
    return f"/articles/{draft_id}-{slug}"


async def cache_tags(tx: TransactionalDBClient, article_id: int) -> list[str]:
    """The tags of everything cached that shows a public article, its own page first."""
    shown = await places.shown(tx, article_id)
    return [f"article:{article_id}", *sorted(shown.around | shown.lists)]
