"""What editors say of copies: which article leads its story, and which pairs are copies or are none."""

from __future__ import annotations

from datetime import UTC, datetime

from tortoise.backends.base.client import TransactionalDBClient

from cms import drafts, events, stories
from cms.db import writing
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Article, CopyVerdict, Draft, LeadChoice
from cms.permissions import Permission, Viewer
from cms.standing import confirm


async def choose_lead(viewer: Viewer, draft_id: int) -> Draft:
    """Let an article lead its story, until another one of it is chosen. The choice outlives its being unpublished.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such draft, or the viewer may not know of it.
        ValidationFailed: it has no public copies, or is not public.
    """
    now = _now()
    async with writing() as tx:
        await confirm(tx, viewer)
        draft = await drafts.find(tx, viewer, draft_id, Permission.EDIT)
        fellows = await stories.fellows(tx, draft_id)
        if not fellows:
            raise ValidationFailed(FieldProblem("id", "it is in no story: only a public article with copies can lead"))
        others = await LeadChoice.filter(draft_id__in=fellows).using_db(tx).delete()
        is_chosen = await LeadChoice.filter(draft_id=draft_id).using_db(tx).exists()
        if is_chosen and not others:
            return draft
        await LeadChoice.filter(draft_id=draft_id).using_db(tx).delete()
        await LeadChoice.create(using_db=tx, draft_id=draft_id, chosen_at=now)
        shown = await stories.regroup(tx, [draft_id])
        article = await Article.get(id=draft_id, using_db=tx)
        subject = ("article", draft_id)
        await events.record(
            tx, viewer, "article.lead_chosen", subject, at=now, tags=shown.tags, language=article.language
        )
    return draft


async def mark_copy(viewer: Viewer, draft_id: int, other_id: int) -> Draft:
    """Call two drafts copies of each other, however little alike they are. Once both are public, they are one story.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such draft, or the viewer may not know of it.
        ValidationFailed: both are the same.
    """
    return await _decide(viewer, draft_id, other_id, is_copy=True)


async def dismiss_copy(viewer: Viewer, draft_id: int, other_id: int) -> Draft:
    """Say that two drafts are no copies, however alike they are or become.

    They still are in one story if a third article is a copy of both.

    Raises:
        As `mark_copy`.
    """
    return await _decide(viewer, draft_id, other_id, is_copy=False)


async def forget_copy_verdict(viewer: Viewer, draft_id: int, other_id: int) -> Draft:
    """Let the texts of two drafts tell again whether they are copies.

    Raises:
        As `mark_copy`.
    """
    return await _decide(viewer, draft_id, other_id, is_copy=None)


_EVENTS = {True: "article.copy_marked", False: "article.copy_dismissed", None: "article.copy_verdict_forgotten"}


async def _decide(viewer: Viewer, draft_id: int, other_id: int, *, is_copy: bool | None) -> Draft:
    now = _now()
    async with writing() as tx:
        await confirm(tx, viewer)
        draft = await drafts.find(tx, viewer, draft_id, Permission.EDIT)
        await drafts.find(tx, viewer, other_id, Permission.EDIT)
        if draft_id == other_id:
            raise ValidationFailed(FieldProblem("other_id", "no article is a copy of itself"))
        if not await _keep(tx, min(draft_id, other_id), max(draft_id, other_id), is_copy):
            return draft
        shown = await stories.regroup(tx, [draft_id, other_id])
        article = await Article.get_or_none(id=draft_id, using_db=tx)
        await events.record(
            tx,
            viewer,
            _EVENTS[is_copy],
            ("article", draft_id),
            at=now,
            tags=shown.tags,
            # Stories change only where both are public.
            is_public=bool(shown.tags),
            language=article.language if article else "",
            other_id=other_id,
        )
    return draft


async def _keep(tx: TransactionalDBClient, draft_id: int, other_id: int, is_copy: bool | None) -> bool:
    """Write a verdict down, or strike it out; whether that changed anything."""
    pair = CopyVerdict.filter(draft_id=draft_id, other_id=other_id).using_db(tx)
    former = await pair.first()
    if (former.is_copy if former else None) is is_copy:
        return False
    await pair.delete()
    if is_copy is not None:
        await CopyVerdict.create(using_db=tx, draft_id=draft_id, other_id=other_id, is_copy=is_copy)
    return True


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
