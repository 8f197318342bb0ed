"""Publishing and unpublishing at a time, and embargoes. The server itself runs what is due (cms/worker.py)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import drafts, events, preflight, schedules, workflow
from cms.db import transaction, writing
from cms.errors import CMSError, FieldProblem, NotFound, Unavailable, ValidationFailed
from cms.log import get_logger
from cms.models import Draft, Revision, Schedule
from cms.models.fields import canonical
from cms.permissions import Viewer
from cms.projection import go_dark, go_live
from cms.words import DraftStatus, ScheduleAct, ScheduleState
from cms.workflow import Act

_BUG = "the server made a mistake, which its log describes"

log = get_logger(__name__)


async def schedule(
    viewer: Viewer,
    draft_id: int,
    act: ScheduleAct,
    due_at: datetime,
    *,
    expected_version: int,
    revision: int | None = None,
) -> Schedule:
    """Plan to publish a revision (the newest, if no number is given), or to unpublish the article, at a time.

    A plan for the same act that was there is replaced. Later edits do not change what goes live. Plans are for whole
    seconds; a fraction is rounded up.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft or revision.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it was taken down, or is in the trash.
        ValidationFailed: the time has passed, comes before the embargo ends or out of order with the other plan, or
            what publishing needs is missing.
    """
    now = _now()
    due_at = _whole_seconds(due_at)
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.SCHEDULE, expected_version)
        if due_at <= now:
            raise _refused("at", f"{canonical(due_at)} has passed")
        planned = await schedules.pending(tx, draft_id)
        chosen = None
        if act is ScheduleAct.PUBLISH:
            chosen = await drafts.revision_of(tx, draft, revision)
            preflight.refuse(preflight.blocking(chosen.snapshot, draft, due_at))
        _check_order(draft, act, due_at, planned)
        await schedules.cancel_pending(tx, draft_id, now, "replaced by another time", act=act)
        await drafts.advance(tx, draft, now)
        row = await Schedule.create(
            using_db=tx,
            draft_id=draft_id,
            act=act,
            revision_id=chosen.id if chosen else None,
            due_at=due_at,
            actor=viewer.name,
            user_id=viewer.id,
            created_at=now,
        )
        details: dict[str, Any] = {"act": act, "due_at": canonical(due_at)}
        details |= {"revision": chosen.number} if chosen else {}
        await events.record(tx, viewer, "draft.scheduled", ("draft", draft_id), at=now, **details)
    return row


def _check_order(draft: Draft, act: ScheduleAct, due_at: datetime, planned: dict[ScheduleAct, Schedule]) -> None:
    """Refuse to unpublish what will not be public by then, and to publish what is to be unpublished before."""
    publish, unpublish = planned.get(ScheduleAct.PUBLISH), planned.get(ScheduleAct.UNPUBLISH)
    if act is ScheduleAct.PUBLISH:
        if draft.status != DraftStatus.PUBLISHED and unpublish is not None and unpublish.due_at <= due_at:
            raise _refused("at", f"it is to be unpublished before, at {canonical(unpublish.due_at)}")
    elif draft.status != DraftStatus.PUBLISHED:
        if publish is None:
            raise _refused("at", "it is neither public nor scheduled to be")
        if publish.due_at >= due_at:
            raise _refused("at", f"it goes live only at {canonical(publish.due_at)}")


async def cancel(viewer: Viewer, draft_id: int, act: ScheduleAct, *, expected_version: int) -> Draft:
    """End the draft's pending plan for an act. Without the one to publish, one to unpublish that needs it ends too.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft, or nothing of that sort is planned for it.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: it is in the trash, where nothing is planned.
    """
    now = _now()
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.CANCEL_SCHEDULE, expected_version)
        if not await schedules.cancel_pending(tx, draft_id, now, "cancelled", act=act):
            raise NotFound("schedule", act)
        if act is ScheduleAct.PUBLISH and draft.status != DraftStatus.PUBLISHED:
            await schedules.cancel_pending(tx, draft_id, now, "it will not be public", act=ScheduleAct.UNPUBLISH)
        await drafts.advance(tx, draft, now)
        await events.record(tx, viewer, "draft.schedule_cancelled", ("draft", draft_id), at=now, act=act)
    return draft


async def set_embargo(viewer: Viewer, draft_id: int, until: datetime | None, *, expected_version: int) -> Draft:
    """Let nobody publish the draft before a time (whole seconds, rounded up); None lifts the embargo.

    Raises:
        Forbidden: the viewer may not publish.
        NotFound: there is no such draft.
        VersionConflict: the draft has moved on since `expected_version`.
        InvalidTransition: the article is public already, or in the trash.
        ValidationFailed: that time has passed, or it is scheduled to be published before it.
    """
    now = _now()
    until = None if until is None else _whole_seconds(until)
    if until is not None and until <= now:
        raise _refused("until", f"{canonical(until)} has passed")
    async with writing() as tx:
        draft = await drafts.claim(tx, viewer, draft_id, Act.EMBARGO, expected_version)
        planned = (await schedules.pending(tx, draft_id)).get(ScheduleAct.PUBLISH)
        if until is not None and planned is not None and planned.due_at < until:
            raise _refused("until", f"it is scheduled for {canonical(planned.due_at)}; move that first")
        await drafts.advance(tx, draft, now, embargo_until=until)
        told = None if until is None else canonical(until)
        await events.record(tx, viewer, "draft.embargo_set", ("draft", draft_id), at=now, until=told)
    return draft


async def run_due(now: datetime | None = None) -> int:
    """Carry out every plan whose time has come, the earliest first; how many there were.

    Each has a transaction of its own that is alone (cms.db.writing) and looks again whether the plan is still pending,
    so several workers carry it out once. One that is refused, since the draft changed meanwhile, is FAILED with the
    reason; so is one that runs into a bug, which is logged, lest it hold up all that come after it. One that the
    database cannot take stays pending.

    Raises:
        Unavailable: the database cannot answer now; what was not done is done later.
    """
    count = 0
    while await _run_next(now or _now()):
        count += 1
    return count


async def next_due() -> datetime | None:
    """When the next pending plan is due, if there is any."""
    row = await Schedule.filter(state=ScheduleState.PENDING).order_by("due_at", "id").first()
    return None if row is None else row.due_at


async def _run_next(now: datetime) -> bool:
    """Carry out the earliest plan that is due; whether there was one."""
    # Looking without the lock first keeps an idle server from writing.
    due = Schedule.filter(state=ScheduleState.PENDING, due_at__lte=now).order_by("due_at", "id")
    if not await due.exists():
        return False
    async with writing() as tx:
        row = await due.using_db(tx).first()
        if row is None:
            return False
        viewer = Viewer.scheduler(row.actor, row.user_id)
        failure = await _try_out(viewer, row, now)
        if failure:
            subject = ("draft", row.draft_id)
            await events.record(tx, viewer, "draft.schedule_failed", subject, at=now, act=row.act, reason=failure)
        state = ScheduleState.FAILED if failure else ScheduleState.DONE
        await Schedule.filter(id=row.id).using_db(tx).update(state=state, ended_at=now, outcome=failure)
    return True


async def _try_out(viewer: Viewer, row: Schedule, now: datetime) -> str:
    """Carry out a plan inside the open transaction; why it could not be, and then nothing of it is left, or ""."""
    try:
        async with transaction() as savepoint:
            await _carry_out(savepoint, viewer, row, now)
    except Unavailable:
        raise
    except CMSError as error:
        return error.message
    except Exception:  # the outermost place for one plan
        log.exception("schedule.failed", schedule=row.id, draft=row.draft_id, act=row.act)
        return _BUG
    return ""


async def _carry_out(tx: TransactionalDBClient, viewer: Viewer, row: Schedule, now: datetime) -> None:
    draft = await Draft.get(id=row.draft_id, using_db=tx)
    if row.act == ScheduleAct.UNPUBLISH:
        workflow.check(draft, Act.UNPUBLISH)
        await go_dark(tx, viewer, draft, now)
        return
    workflow.check(draft, Act.PUBLISH)
    revision = await Revision.get_or_none(id=row.revision_id, using_db=tx)
    if revision is None:
        raise NotFound("revision", row.draft_id)
    preflight.refuse(preflight.blocking(revision.snapshot, draft, now))
    await go_live(tx, viewer, draft, revision, Act.PUBLISH, now)


def _refused(field: str, message: str) -> ValidationFailed:
    return ValidationFailed(FieldProblem(field, message))


def _whole_seconds(moment: datetime) -> datetime:
    """The moment as the database keeps it, but never before it."""
    moment = moment.astimezone(UTC)
    whole = moment.replace(microsecond=0)
    last = datetime.max.replace(microsecond=0, tzinfo=UTC)
    return whole + timedelta(seconds=1) if whole < min(moment, last) else whole


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
