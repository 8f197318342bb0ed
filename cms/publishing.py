"""What becomes public and what no longer is, and the plan that shows it beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cms import drafts, events, preflight, schedules, text, workflow
from cms.db import transaction, writing
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Article, Draft, Tombstone
from cms.permissions import Permission, Viewer
from cms.preflight import PublishPlan
from cms.projection import go_dark, go_live, leave_tombstone, withdraw
from cms.words import ScheduleAct, TombstoneKind
from cms.workflow import Act

LONGEST_NOTE = 1000


@dataclass(frozen=True)
class Published:
    """An article that went live, and the plan that was carried out."""

    article: Article
    plan: PublishPlan


async def plan(viewer: Viewer, draft_id: int, *, revision: int | None = None) -> PublishPlan:
    """What publishing the revision with that number (the newest, if none is given) would do now. Changes nothing.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft or revision, or the viewer may not know of it.
    """
    async with transaction() as tx:
        draft = await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        chosen = await drafts.revision_of(tx, draft, revision)
        return await preflight.make_plan(tx, viewer, draft, chosen, _now())


async def publish(viewer: Viewer, draft_id: int, *, expected_version: int, revision: int | None = None) -> Published:
    """Make a revision (the newest, if no number is given) public now, in place of the one that is.

    The date shown to readers stays as the editor left it. Where it is empty, lists sort by when the article first
    went live.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft or revision.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it was taken down, or is in the trash.
        ValidationFailed: something that publishing needs is missing, or an embargo holds.
    """
    return await _publish(viewer, draft_id, Act.PUBLISH, expected_version, revision, "")


async def correct(
    viewer: Viewer, draft_id: int, note: str, *, expected_version: int, revision: int | None = None
) -> Published:
    """As `publish`, for an article that is public, with a note that tells readers what was wrong.

    Raises:
        As `publish`; InvalidTransition also when the article is not public, ValidationFailed without a note.
    """
    if not text.clean(note):
        raise ValidationFailed(FieldProblem("note", "tell readers what was corrected"))
    _check_length("note", note)
    return await _publish(viewer, draft_id, Act.CORRECT, expected_version, revision, note)


async def _publish(
    viewer: Viewer, draft_id: int, act: Act, expected_version: int, revision: int | None, note: str
) -> Published:
    now = _now()
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, act, expected_version)
        chosen = await drafts.revision_of(tx, draft, revision)
        plan = await preflight.make_plan(tx, viewer, draft, chosen, now, act)
        plan.refuse_blocked()
        return Published(await go_live(tx, viewer, draft, chosen, act, now, note), plan)


async def unpublish(viewer: Viewer, draft_id: int, *, expected_version: int) -> Draft:
    """Take the article out of public; its draft and its revisions stay. A plan that would do the same
    ends, unless it is to end a publication that is planned, too.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is not public.
    """
    now = _now()
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.UNPUBLISH, expected_version)
        planned = await schedules.pending(tx, draft_id)
        # One that ends a publication still to come stays, or that would have no end.
        to_publish, to_end = planned.get(ScheduleAct.PUBLISH), planned.get(ScheduleAct.UNPUBLISH)
        if to_end is not None and (to_publish is None or to_publish.due_at > to_end.due_at):
            await schedules.cancel_pending(tx, draft_id, now, "unpublished by hand", act=ScheduleAct.UNPUBLISH)
        await go_dark(tx, viewer, draft, now)
    return draft


async def take_down(viewer: Viewer, draft_id: int, reason: str, *, expected_version: int) -> Draft:
    """Take an article that is or was public out of it for good; a public tombstone tells the reason.

    Its schedules end, history does not show it any more, and it cannot be published until it is reinstated.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it never was public, or is in the trash.
        ValidationFailed: the reason is missing or too long.
    """
    if not text.clean(reason):
        raise ValidationFailed(FieldProblem("reason", "tell readers why the article is gone"))
    _check_length("reason", reason)
    now = _now()
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.TAKE_DOWN, expected_version)
        withdrawn = await withdraw(tx, draft_id, now)
        await schedules.cancel_pending(tx, draft_id, now, "taken down")
        await drafts.advance(tx, draft, now, **workflow.outcome(Act.TAKE_DOWN))
        await leave_tombstone(tx, draft, TombstoneKind.TAKEN_DOWN, now, reason)
        tags = withdrawn.tags if withdrawn else [f"article:{draft_id}"]
        details: dict[str, Any] = {"reason": reason} | ({"language": withdrawn.language} if withdrawn else {})
        await events.record(tx, viewer, "article.taken_down", ("article", draft_id), at=now, tags=tags, **details)
    return draft


async def reinstate(viewer: Viewer, draft_id: int, *, expected_version: int) -> Draft:
    """Undo a take-down: the tombstone goes, and the article can be published again.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is not taken down.
    """
    now = _now()
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.REINSTATE, expected_version)
        await Tombstone.filter(id=draft_id).using_db(tx).delete()
        await drafts.advance(tx, draft, now, **workflow.outcome(Act.REINSTATE))
        subject = ("article", draft_id)
        await events.record(tx, viewer, "article.reinstated", subject, at=now, tags=[f"article:{draft_id}"])
    return draft


def _check_length(field: str, value: str) -> None:
    if problem := text.problem_in(value, max_length=LONGEST_NOTE, multiline=True):
        raise ValidationFailed(FieldProblem(field, problem))


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
