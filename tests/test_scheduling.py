"""Publishing and unpublishing at a time, and embargoes."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from cms import editing, publishing, scheduling, trash, users
from cms.db import Database
from cms.edits import Edits
from cms.errors import Forbidden, InvalidTransition, NotFound, Unavailable, ValidationFailed, VersionConflict
from cms.models import Article, Draft, Event, Publication, Revision, Schedule
from cms.permissions import Viewer
from cms.snapshots import Content
from cms.words import DraftStatus, Role, ScheduleAct, ScheduleState
from tests.accounts import OPERATOR
from tests.content import EDITOR, make_draft
from tests.desk import MINUTE, MORNING, at, event_types, everything, make_viewer, refused

pytestmark = pytest.mark.anyio
PUBLISH, UNPUBLISH = ScheduleAct.PUBLISH, ScheduleAct.UNPUBLISH
NOON = MORNING + timedelta(hours=3)
EVENING = MORNING + timedelta(hours=9)


@pytest.fixture(autouse=True)
def _morning() -> Any:
    with at(MORNING):
        yield


async def plan(draft: Draft, act: ScheduleAct = PUBLISH, due_at: datetime = NOON, **options: Any) -> Schedule:
    """A plan for the draft as it is now."""
    version = (await Draft.get(id=draft.id)).version
    viewer = options.pop("viewer", EDITOR)
    return await scheduling.schedule(viewer, draft.id, act, due_at, expected_version=version, **options)


async def make_public() -> Draft:
    draft = await make_draft()
    await publishing.publish(EDITOR, draft.id, expected_version=1)
    return await Draft.get(id=draft.id)


async def states(draft: Draft) -> list[tuple[str, str]]:
    """What became of the draft's plans, in the order they were made."""
    return [(row.act, row.state) for row in await Schedule.filter(draft_id=draft.id).order_by("id")]


async def status(draft: Draft) -> str:
    return str((await Draft.get(id=draft.id)).status)


# Planning


async def test_a_plan_names_the_newest_revision_and_leaves_one_event(database: Database) -> None:
    draft = await make_draft()

    row = await plan(draft)

    told = await Event.all().order_by("-sequence").first()
    assert told is not None
    assert (row.act, row.state, row.due_at, row.actor) == ("PUBLISH", "PENDING", NOON, EDITOR.name)
    assert (await Revision.get(id=row.revision_id)).number == 1
    assert (told.type, told.payload) == (
        "draft.scheduled",
        {"act": "PUBLISH", "dueAt": "2026-03-01T12:00:00Z", "revision": 1},
    )
    assert (await Draft.get(id=draft.id)).version == 2
    assert await scheduling.next_due() == NOON


@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR, Role.EDITOR])
async def test_planning_needs_the_permission_to_publish(database: Database, role: Role) -> None:
    draft = await make_draft()
    viewer = await make_viewer(role)

    async with refused(Forbidden):
        await scheduling.schedule(viewer, draft.id, PUBLISH, NOON, expected_version=1)
    async with refused(Forbidden):
        await scheduling.cancel(viewer, draft.id, PUBLISH, expected_version=1)
    async with refused(Forbidden):
        await scheduling.set_embargo(viewer, draft.id, NOON, expected_version=1)


@pytest.mark.parametrize("due_at", [MORNING - MINUTE, MORNING])
async def test_a_plan_for_the_past_is_refused(database: Database, due_at: datetime) -> None:
    draft = await make_draft()

    async with refused(ValidationFailed, "has passed"):
        await plan(draft, due_at=due_at)


async def test_a_plan_for_what_is_not_there_is_refused(database: Database) -> None:
    draft = await make_draft()

    async with refused(NotFound, "article"):
        await scheduling.schedule(EDITOR, 4711, PUBLISH, NOON, expected_version=1)
    async with refused(NotFound, "revision 7"):
        await plan(draft, revision=7)


async def test_a_plan_made_from_a_stale_view_is_refused(database: Database) -> None:
    draft = await make_draft()
    await plan(draft)

    async with refused(VersionConflict):
        await scheduling.schedule(EDITOR, draft.id, PUBLISH, EVENING, expected_version=1)
    async with refused(VersionConflict):
        await scheduling.cancel(EDITOR, draft.id, PUBLISH, expected_version=1)


async def test_what_cannot_be_published_cannot_be_planned(database: Database) -> None:
    draft = await editing.create_draft(EDITOR, Content(title="空", html="<p> </p>"))

    async with refused(ValidationFailed, "body"):
        await plan(draft)


@pytest.mark.parametrize("act", ScheduleAct)
async def test_nothing_is_planned_for_what_is_in_the_trash_or_taken_down(database: Database, act: ScheduleAct) -> None:
    trashed, taken = await make_public(), await make_public()
    await trash.trash(EDITOR, trashed.id, expected_version=2)
    await publishing.take_down(EDITOR, taken.id, "违法", expected_version=2)

    for draft in (trashed, taken):
        async with refused(InvalidTransition):
            await plan(draft, act)


async def test_another_plan_for_the_same_act_replaces_the_first(database: Database) -> None:
    draft = await make_draft()
    await plan(draft)

    await plan(draft, due_at=EVENING)

    first, second = await Schedule.filter(draft_id=draft.id).order_by("id")
    assert (first.state, first.outcome, first.ended_at) == ("CANCELLED", "replaced by another time", MORNING)
    assert (second.state, second.due_at) == ("PENDING", EVENING)


ORDERS: list[tuple[bool, list[tuple[ScheduleAct, datetime]], str]] = [
    (False, [(PUBLISH, NOON), (UNPUBLISH, EVENING)], ""),
    (False, [(UNPUBLISH, EVENING)], "neither public nor scheduled"),
    (False, [(PUBLISH, EVENING), (UNPUBLISH, NOON)], "goes live only at"),
    (False, [(PUBLISH, NOON), (UNPUBLISH, NOON)], "goes live only at"),
    (False, [(PUBLISH, NOON), (UNPUBLISH, EVENING), (PUBLISH, EVENING + MINUTE)], "unpublished before"),
    (False, [(PUBLISH, NOON), (UNPUBLISH, EVENING), (PUBLISH, EVENING)], "unpublished before"),
    (False, [(PUBLISH, NOON), (UNPUBLISH, EVENING), (PUBLISH, EVENING - MINUTE)], ""),
    (True, [(UNPUBLISH, NOON)], ""),
    (True, [(UNPUBLISH, NOON), (PUBLISH, EVENING)], ""),
    (True, [(PUBLISH, NOON), (UNPUBLISH, EVENING)], ""),
]


@pytest.mark.parametrize(("is_public", "plans", "problem"), ORDERS)
async def test_plans_come_in_an_order_that_makes_sense(
    database: Database, is_public: bool, plans: list[tuple[ScheduleAct, datetime]], problem: str
) -> None:
    draft = await make_public() if is_public else await make_draft()
    for act, due_at in plans[:-1]:
        await plan(draft, act, due_at)

    if problem:
        async with refused(ValidationFailed, problem):
            await plan(draft, *plans[-1])
    else:
        await plan(draft, *plans[-1])


async def test_a_fraction_of_a_second_is_rounded_up_so_that_nothing_comes_early(database: Database) -> None:
    draft = await make_draft()
    embargoed = await scheduling.set_embargo(EDITOR, draft.id, NOON - timedelta(milliseconds=900), expected_version=1)

    row = await plan(draft, due_at=NOON - timedelta(milliseconds=1))

    assert (embargoed.embargo_until, row.due_at) == (NOON, NOON)


async def test_the_last_moment_of_all_can_be_planned(database: Database) -> None:
    last = datetime.max.replace(tzinfo=UTC)
    draft = await make_draft()

    row = await plan(draft, due_at=last)

    assert row.due_at == last.replace(microsecond=0)
    assert await scheduling.run_due(NOON) == 0


# Cancelling


async def test_a_cancelled_plan_does_not_run(database: Database) -> None:
    draft = await make_draft()
    await plan(draft)

    await scheduling.cancel(EDITOR, draft.id, PUBLISH, expected_version=2)

    assert await scheduling.run_due(NOON) == 0
    assert await scheduling.next_due() is None
    assert await states(draft) == [("PUBLISH", "CANCELLED")]
    assert await event_types(draft.id) == ["draft.created", "draft.scheduled", "draft.schedule_cancelled"]


async def test_without_the_plan_to_publish_the_one_to_unpublish_ends_too(database: Database) -> None:
    draft, public = await make_draft(), await make_public()
    for each in (draft, public):
        await plan(each)
        await plan(each, UNPUBLISH, EVENING)
        await scheduling.cancel(EDITOR, each.id, PUBLISH, expected_version=(await Draft.get(id=each.id)).version)

    assert await states(draft) == [("PUBLISH", "CANCELLED"), ("UNPUBLISH", "CANCELLED")]
    assert await states(public) == [("PUBLISH", "CANCELLED"), ("UNPUBLISH", "PENDING")]


async def test_unpublishing_by_hand_leaves_the_end_of_a_publication_to_come(database: Database) -> None:
    again, before = await make_public(), await make_public()
    await plan(again)
    await plan(again, UNPUBLISH, EVENING)
    await plan(before, PUBLISH, EVENING)
    await plan(before, UNPUBLISH, NOON)

    for draft in (again, before):
        await publishing.unpublish(EDITOR, draft.id, expected_version=4)

    assert await states(again) == [("PUBLISH", "PENDING"), ("UNPUBLISH", "PENDING")]
    assert await states(before) == [("PUBLISH", "PENDING"), ("UNPUBLISH", "CANCELLED")]


async def test_publications_never_overlap_although_the_clock_is_set_back(database: Database) -> None:
    draft = await make_public()
    for hours in (-5, -7):
        with at(MORNING + timedelta(hours=hours)):
            version = (await Draft.get(id=draft.id)).version
            await publishing.publish(EDITOR, draft.id, expected_version=version)

    rows = await Publication.filter(draft_id=draft.id).order_by("id")
    assert [(row.live_from, row.live_until) for row in rows] == [
        (MORNING, MORNING),
        (MORNING, MORNING),
        (MORNING, None),
    ]


async def test_an_embargo_that_has_passed_is_refused(database: Database) -> None:
    draft = await make_draft()

    async with refused(ValidationFailed, "has passed"):
        await scheduling.set_embargo(EDITOR, draft.id, MORNING, expected_version=1)


async def test_cancelling_what_is_not_planned_is_refused(database: Database) -> None:
    draft = await make_draft()
    await plan(draft)

    async with refused(NotFound, "schedule UNPUBLISH"):
        await scheduling.cancel(EDITOR, draft.id, UNPUBLISH, expected_version=2)


async def test_what_is_done_by_hand_ends_the_plans_that_would_do_it(database: Database) -> None:
    published, unpublished, trashed, taken = [await make_public() for _ in range(4)]
    for draft in (published, trashed, taken):
        await plan(draft, PUBLISH, NOON)
        await plan(draft, UNPUBLISH, EVENING)
    await plan(unpublished, UNPUBLISH, EVENING)

    await publishing.publish(EDITOR, published.id, expected_version=4)
    await publishing.unpublish(EDITOR, unpublished.id, expected_version=3)
    await trash.trash(EDITOR, trashed.id, expected_version=4)
    await publishing.take_down(EDITOR, taken.id, "违法", expected_version=4)

    assert await states(published) == [("PUBLISH", "CANCELLED"), ("UNPUBLISH", "PENDING")]
    assert await states(unpublished) == [("UNPUBLISH", "CANCELLED")]
    assert await states(trashed) == await states(taken) == [("PUBLISH", "CANCELLED"), ("UNPUBLISH", "CANCELLED")]
    assert await scheduling.run_due(EVENING) == 1
    assert await status(trashed) == DraftStatus.TRASHED
    assert await status(taken) == DraftStatus.TAKEN_DOWN
    assert await Article.filter(id__in=[trashed.id, taken.id]).count() == 0


# Embargo


async def test_an_embargo_holds_until_its_end_and_no_longer(database: Database) -> None:
    draft = await make_draft()
    await scheduling.set_embargo(EDITOR, draft.id, NOON, expected_version=1)

    async with refused(ValidationFailed, "embargo"):
        await publishing.publish(EDITOR, draft.id, expected_version=2)
    async with refused(ValidationFailed, "embargo"):
        await plan(draft, due_at=NOON - timedelta(seconds=1))
    await plan(draft, due_at=NOON)
    with at(NOON):
        assert await scheduling.run_due() == 1

    assert await status(draft) == DraftStatus.PUBLISHED


async def test_a_lifted_embargo_holds_nobody(database: Database) -> None:
    draft = await make_draft()
    await scheduling.set_embargo(EDITOR, draft.id, NOON, expected_version=1)

    await scheduling.set_embargo(EDITOR, draft.id, None, expected_version=2)
    await publishing.publish(EDITOR, draft.id, expected_version=3)

    told = await Event.filter(type="draft.embargo_set").order_by("sequence")
    assert [event.payload for event in told] == [{"until": "2026-03-01T12:00:00Z"}, {"until": None}]


async def test_an_embargo_beyond_the_plan_is_refused(database: Database) -> None:
    draft = await make_draft()
    await plan(draft)

    async with refused(ValidationFailed, "scheduled for 2026-03-01T12:00:00Z"):
        await scheduling.set_embargo(EDITOR, draft.id, NOON + MINUTE, expected_version=2)
    await scheduling.set_embargo(EDITOR, draft.id, NOON, expected_version=2)


async def test_what_is_public_takes_no_embargo(database: Database) -> None:
    draft = await make_public()

    async with refused(InvalidTransition):
        await scheduling.set_embargo(EDITOR, draft.id, NOON, expected_version=2)


# When the time has come


async def test_nothing_happens_before_its_time_and_nothing_is_written(database: Database) -> None:
    await plan(await make_draft())
    before = await everything()

    assert await scheduling.run_due(NOON - timedelta(seconds=1)) == 0

    assert await everything() == before


async def test_what_was_planned_goes_live_and_not_what_was_edited_later(database: Database) -> None:
    draft = await make_draft("计划的标题")
    await plan(draft)
    await editing.update_draft(EDITOR, draft.id, Edits(values={"title": "后来的标题"}), expected_version=2)

    with at(NOON):
        assert await scheduling.run_due() == 1

    article, after = await Article.get(id=draft.id), await Draft.get(id=draft.id)
    row = await Schedule.get(draft_id=draft.id)
    assert (article.title, after.title, after.status) == ("计划的标题", "后来的标题", "PUBLISHED")
    assert (row.state, row.outcome, row.ended_at) == (ScheduleState.DONE, "", NOON)
    assert (await Publication.get(draft_id=draft.id)).live_from == NOON


async def test_the_log_tells_whose_plan_it_was_and_that_the_server_carried_it_out(database: Database) -> None:
    publisher = await make_viewer(Role.PUBLISHER)
    draft = await make_draft()
    await plan(draft, viewer=publisher)

    await scheduling.run_due(NOON)

    event = await Event.get(type="article.published")
    assert (event.actor, event.user_id, event.via, event.credential_id) == (
        publisher.name,
        publisher.id,
        "SYSTEM",
        None,
    )


async def test_the_plan_of_somebody_who_left_still_runs(database: Database) -> None:
    await make_viewer(Role.ADMIN)
    publisher = await make_viewer(Role.PUBLISHER)
    draft = await make_draft()
    await plan(draft, viewer=publisher)
    assert publisher.id is not None
    await users.update_user(OPERATOR, publisher.id, is_disabled=True)

    assert await scheduling.run_due(NOON) == 1

    assert await status(draft) == DraftStatus.PUBLISHED


async def test_overdue_plans_run_in_the_order_of_their_times(database: Database) -> None:
    drafts = [await make_draft() for _ in range(4)]
    times = [3, 1, 2, 1]
    for draft, minutes in zip(drafts, times, strict=True):
        await plan(draft, due_at=MORNING + minutes * MINUTE)
    await plan(drafts[1], UNPUBLISH, MORNING + 2 * MINUTE)

    assert await scheduling.run_due(NOON) == 5

    told = await Event.filter(type__startswith="article.").order_by("sequence")
    assert [(drafts.index(next(d for d in drafts if d.id == event.subject_id)), event.type) for event in told] == [
        (1, "article.published"),
        (3, "article.published"),
        (2, "article.published"),
        (1, "article.unpublished"),
        (0, "article.published"),
    ]
    assert await status(drafts[1]) == DraftStatus.UNPUBLISHED


async def test_a_plan_runs_once_however_many_carry_out_plans(database: Database) -> None:
    drafts = [await make_draft() for _ in range(6)]
    for draft in drafts:
        await plan(draft)

    counts = await asyncio.gather(*(scheduling.run_due(NOON) for _ in range(5)))
    again = await scheduling.run_due(NOON)

    assert (sum(counts), again) == (6, 0)
    assert await Publication.all().count() == 6
    assert await Event.filter(type="article.published").count() == 6


async def test_a_clock_that_jumps_neither_skips_nor_repeats(database: Database) -> None:
    early, late = await make_draft(), await make_draft()
    await plan(early, due_at=NOON)
    await plan(late, due_at=EVENING)

    ran = []
    for moment in (NOON, MORNING, NOON, EVENING + timedelta(days=400), MORNING):
        with at(moment):
            ran.append(await scheduling.run_due())

    assert ran == [1, 0, 0, 1, 0]
    assert await Publication.all().count() == 2


FAILURES: list[tuple[ScheduleAct, dict[str, Any], str]] = [
    (PUBLISH, {"status": DraftStatus.TAKEN_DOWN}, "PUBLISH is not possible while the draft is TAKEN_DOWN"),
    (PUBLISH, {"embargo_until": EVENING}, "embargo"),
    (UNPUBLISH, {"status": DraftStatus.UNPUBLISHED}, "UNPUBLISH is not possible while the draft is UNPUBLISHED"),
]


@pytest.mark.parametrize(("act", "columns", "reason"), FAILURES)
async def test_a_plan_that_cannot_be_carried_out_says_why(
    database: Database, act: ScheduleAct, columns: dict[str, Any], reason: str
) -> None:
    draft = await make_draft() if act is PUBLISH else await make_public()
    await plan(draft, act)
    # No operation leads here while a plan is pending; somebody with the database in his hands does.
    await Draft.filter(id=draft.id).update(**columns)
    version = (await Draft.get(id=draft.id)).version

    assert await scheduling.run_due(NOON) == 1

    row = await Schedule.get(draft_id=draft.id)
    event = await Event.get(type="draft.schedule_failed")
    assert (row.state, row.ended_at) == ("FAILED", NOON)
    assert reason in row.outcome
    assert event.payload == {"act": act, "reason": row.outcome}
    assert (await Draft.get(id=draft.id)).version == version
    assert await scheduling.run_due(NOON) == 0


async def test_a_revision_that_is_gone_fails_its_plan(database: Database) -> None:
    draft = await make_draft()
    await plan(draft)
    await Schedule.filter(draft_id=draft.id).update(revision_id=None)

    await scheduling.run_due(NOON)

    assert await states(draft) == [("PUBLISH", "FAILED")]
    assert not await Article.exists(id=draft.id)


async def test_a_bug_in_one_plan_leaves_nothing_half_done_and_holds_up_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, well = await make_draft(), await make_draft()
    await plan(broken, due_at=NOON - MINUTE)
    await plan(well)
    go_live = scheduling.go_live

    async def half_broken(tx: Any, viewer: Viewer, draft: Draft, *rest: Any) -> Article:
        article = await go_live(tx, viewer, draft, *rest)
        if draft.id == broken.id:
            raise RuntimeError("a bug")
        return article

    monkeypatch.setattr(scheduling, "go_live", half_broken)
    with capture_logs() as logged:
        assert await scheduling.run_due(NOON) == 2

    assert (await states(broken), await states(well)) == ([("PUBLISH", "FAILED")], [("PUBLISH", "DONE")])
    assert not await Article.exists(id=broken.id)
    assert "article.published" not in await event_types(broken.id)
    assert "a bug" not in (await Schedule.get(draft_id=broken.id)).outcome
    assert [(line["event"], line["log_level"]) for line in logged] == [("schedule.failed", "error")]


async def test_an_outage_in_the_middle_leaves_the_plan_pending(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = await make_draft()
    await plan(draft)
    before = await everything()

    async def cut(*_arguments: Any, **_options: Any) -> None:
        raise Unavailable("the database cannot be reached; try again later")

    with monkeypatch.context() as patch:
        patch.setattr("cms.projection.Publication.create", cut)
        with pytest.raises(Unavailable):
            await scheduling.run_due(NOON)

    assert await everything() == before
    assert await scheduling.run_due(NOON) == 1
    assert await status(draft) == DraftStatus.PUBLISHED
