"""Any history of a few drafts: nothing that can be done to them leads to a state that is none.

`--operations` says how much is tried: about one history for every 32 of them, on each database.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st

from cms import editing, publishing, reviewing, scheduling
from cms.db import connect
from cms.edits import Edits, ListEdit
from cms.errors import CMSError, InvalidTransition, VersionConflict
from cms.snapshots import RelationLink
from cms.words import DraftStatus, ScheduleAct
from cms.workflow import Act
from tests.content import EDITOR, make_draft
from tests.desk import MINUTE, MORNING, TABLES, at, everything
from tests.test_workflow import CELLS, DO, allowed

LENGTH = 32
Row = dict[str, Any]
Tables = dict[str, list[Row]]
# Events that are no change of the draft: its version stays.
UNCOUNTED = {"draft.schedule_failed", "revision.named"}


@dataclass(frozen=True)
class Step:
    """One thing to do to one draft; `number` chooses among its forms. `shift` is added to the version it expects.

    With `wise`, an act that the draft's state does not allow gives way to one that it does.
    """

    act: str
    which: int
    number: int
    shift: int
    wise: int


# What leads far is tried more often than what ends everything. RUN is time that passes, and the server looking.
ACTS = [*Act, "RUN", "RUN", "RUN", "RESTORE_REVISION", "NAME_REVISION"]
ACTS += [Act.PUBLISH, Act.PUBLISH, Act.SCHEDULE, Act.SCHEDULE, Act.SCHEDULE, Act.EDIT, Act.RESTORE, Act.REINSTATE]
STEPS = st.builds(
    Step,
    st.sampled_from(ACTS),
    st.integers(0, 2),
    st.integers(0, 5),
    st.sampled_from([0] * 12 + [-1, 1]),
    st.integers(0, 29),
)


@dataclass
class Item:
    """What the test itself remembers of one draft."""

    id: int
    is_taken_down: bool = False
    was_public: bool = False


@dataclass
class History:
    """A few drafts, the clock, and all tables as they are."""

    now: datetime = MORNING
    items: list[Item] = field(default_factory=list)
    deleted: list[Item] = field(default_factory=list)
    tables: Tables = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)

    def rows(self, table: str, draft_id: int) -> list[Row]:
        """The rows of a table that belong to a draft."""
        return [row for row in self.tables[table] if row["draft_id"] == draft_id]


def made_wise(history: History, step: Step, draft: Row) -> Step:
    """The step, or one that is possible, if it is a wise one."""
    act = Act.EDIT if step.act == "RESTORE_REVISION" else step.act
    plans = [row["act"] for row in history.rows("Schedule", draft["id"]) if row["state"] == "PENDING"]
    is_idle = act == Act.CANCEL_SCHEDULE and not plans
    if not step.wise or act not in set(Act) or (allowed(act, draft["status"], draft["review"]) and not is_idle):
        return step
    possible = [one for one in Act if allowed(one, draft["status"], draft["review"])]
    # These two end something that had to be begun, so they would come up far less often than all others.
    possible = [one for one in possible if one is not Act.CANCEL_SCHEDULE] + [Act.CANCEL_SCHEDULE] * 3 * len(plans)
    possible += [Act.REINSTATE] * 4 if Act.REINSTATE in possible else []
    return replace(step, act=possible[step.wise % len(possible)])


def edits_of(history: History, step: Step) -> Edits:
    if step.number == 5:
        return Edits(values={"html": "<p> </p>"})
    if step.number == 4:
        target = history.items[(step.which + 1) % len(history.items)].id
        return Edits(relations=ListEdit(replace=(RelationLink(target_id=target),)))
    return Edits(values={"title": f"标题{step.number}", "html": f"<p>{history.now.minute}</p>"})


async def do(history: History, step: Step, draft: Row) -> object:
    """The operation that a step is."""
    id_, number, version = draft["id"], step.number, draft["version"] + step.shift
    numbers = [row["number"] for row in history.rows("Revision", id_) if row["superseded_at"] is None]
    chosen = [None, None, None, *numbers][number % (3 + len(numbers))]
    act = list(ScheduleAct)[number % 2]
    soon = history.now + (number + 1) * 3 * MINUTE
    special: dict[str, Any] = {
        Act.EDIT: lambda: editing.update_draft(
            EDITOR, id_, edits_of(history, step), expected_version=version, is_autosave=number % 2 == 0
        ),
        Act.ASSIGN: lambda: reviewing.assign(EDITOR, id_, None, expected_version=version),
        Act.PUBLISH: lambda: publishing.publish(EDITOR, id_, expected_version=version, revision=chosen),
        Act.CORRECT: lambda: publishing.correct(EDITOR, id_, "更正", expected_version=version, revision=chosen),
        Act.SCHEDULE: lambda: scheduling.schedule(EDITOR, id_, act, soon, expected_version=version),
        Act.CANCEL_SCHEDULE: lambda: scheduling.cancel(EDITOR, id_, act, expected_version=version),
        Act.EMBARGO: lambda: scheduling.set_embargo(
            EDITOR, id_, None if number == 0 else history.now + (number - 1) * 4 * MINUTE, expected_version=version
        ),
        "RESTORE_REVISION": lambda: editing.restore_revision(EDITOR, id_, 1 + number % 3, expected_version=version),
        "NAME_REVISION": lambda: editing.name_revision(EDITOR, id_, 1, f"名字{number}"),
    }
    if step.act in special:
        return await special[step.act]()
    return await DO[Act(step.act)](id_, version)


async def take(history: History, step: Step) -> None:
    """Take one step. If it is refused nothing changed, and otherwise exactly one event tells of it."""
    before = history.tables
    item = history.items[step.which]
    draft = next(row for row in before["Draft"] if row["id"] == item.id)
    step = made_wise(history, step, draft)
    refusal: CMSError | None = None
    expected_events = 1
    if step.act == "RUN":
        history.now += step.number * 2 * MINUTE
        expected_events = await scheduling.run_due(history.now)
    else:
        try:
            await do(history, step, draft)
        except CMSError as error:
            refusal = error
    history.tables = await everything()
    history.done[f"{step.act} {'refused' if refusal else 'done'}"] += 1
    if refusal is not None:
        assert history.tables == before
        check_refusal(step, draft, refusal)
        return
    told = len(history.tables["Event"]) - len(before["Event"])
    if step.act == "RUN":
        due = [row for row in before["Schedule"] if row["state"] == "PENDING" and row["due_at"] <= history.now]
        assert told == expected_events == len(due)
    elif told == 0:
        # A save that changes nothing leaves nothing; going back to what is there is one.
        assert step.act in {Act.EDIT, "RESTORE_REVISION"}
        assert history.tables == before
    else:
        # What takes an article from the public into the trash is told to both who follow.
        was_public = step.act == Act.TRASH and any(row["id"] == item.id for row in before["Article"])
        assert told == 1 + was_public
        check_success(history, step.act, item, draft)
    if step.act == Act.DELETE:
        history.deleted.append(item)
        history.items[step.which] = Item((await make_draft()).id)
        history.tables = await everything()


def check_refusal(step: Step, draft: Row, refusal: CMSError) -> None:
    """What is wrong with the version or the state is refused for that, and nothing else is."""
    act = Act.EDIT if step.act in {"RESTORE_REVISION", "NAME_REVISION"} else step.act
    if isinstance(refusal, InvalidTransition):
        assert not allowed(act, draft["status"], draft["review"])
    elif isinstance(refusal, VersionConflict):
        assert step.shift != 0
    else:
        assert step.act == "NAME_REVISION" or allowed(act, draft["status"], draft["review"])


def check_success(history: History, act: str, item: Item, draft: Row) -> None:
    """The act was allowed, and led where the table says."""
    if act == "NAME_REVISION":
        return
    act = Act.EDIT if act == "RESTORE_REVISION" else act
    after = next((row for row in history.tables["Draft"] if row["id"] == item.id), None)
    assert allowed(act, draft["status"], draft["review"])
    assert (after is None) == (act == Act.DELETE)
    item.is_taken_down = act == Act.TAKE_DOWN or (item.is_taken_down and act != Act.REINSTATE)
    if after is None:
        return
    expected = CELLS[act, draft["status"]]
    if act == Act.RESTORE:
        expected = "UNPUBLISHED" if item.was_public else "DRAFT"
        expected = "TAKEN_DOWN" if item.is_taken_down else expected
    assert after["status"] == expected


def check_all(history: History) -> None:
    """What holds after whatever happened."""
    for item in history.items:
        draft = next(row for row in history.tables["Draft"] if row["id"] == item.id)
        check_public(history, item, draft)
        check_newsroom(history, draft)
    stones = {row["id"] for row in history.tables["Tombstone"]}
    for item in history.deleted:
        assert (item.id in stones) == item.was_public
        assert item.id not in {row["id"] for row in history.tables["Article"]}
        for table in ("Revision", "Schedule", "Publication"):
            assert history.rows(table, item.id) == []
    assert [row["sequence"] for row in history.tables["Event"]] == list(range(1, len(history.tables["Event"]) + 1))


def check_public(history: History, item: Item, draft: Row) -> None:
    """Public is what is published, once, from one revision; what was taken down has a tombstone."""
    is_public = draft["status"] == DraftStatus.PUBLISHED
    articles = [row for row in history.tables["Article"] if row["id"] == item.id]
    publications = history.rows("Publication", item.id)
    current = [row for row in publications if row["live_until"] is None]
    assert len(articles) == len(current) == int(is_public)
    if is_public:
        (revision,) = [row for row in history.rows("Revision", item.id) if row["id"] == articles[0]["revision_id"]]
        assert current[0]["revision_id"] == revision["id"]
        assert articles[0]["title"] == revision["snapshot"]["article"]["title"]
        assert articles[0]["slug"] == current[0]["slug"]
        assert draft["embargo_until"] is None or draft["embargo_until"] <= current[0]["live_from"]
    for row in publications:
        assert row["live_from"] <= (row["live_until"] or history.now) <= history.now
    item.was_public = item.was_public or bool(publications)
    assert (draft["first_published_at"] is not None) == item.was_public
    has_stone = item.id in {row["id"] for row in history.tables["Tombstone"]}
    assert has_stone == item.is_taken_down
    assert draft["status"] != DraftStatus.TAKEN_DOWN or has_stone
    assert not has_stone or draft["status"] in {DraftStatus.TAKEN_DOWN, DraftStatus.TRASHED}


def check_newsroom(history: History, draft: Row) -> None:
    """Version, revisions, plans and the log agree."""
    revisions = sorted(history.rows("Revision", draft["id"]), key=lambda row: row["number"])
    events = [
        row
        for row in history.tables["Event"]
        if row["subject_kind"] in {"draft", "article"} and row["subject_id"] == draft["id"]
    ]
    # Putting what is public into the trash is one change, told in two events.
    twice = sum(row["type"] == "draft.trashed" and row["payload"]["wasPublic"] for row in events)
    assert draft["version"] == sum(row["type"] not in UNCOUNTED for row in events) - twice
    assert revisions[-1]["number"] <= draft["version"]
    assert revisions[-1]["superseded_at"] is None
    assert draft["title"] == revisions[-1]["snapshot"]["article"]["title"]
    plans = history.rows("Schedule", draft["id"])
    pending = [row for row in plans if row["state"] == "PENDING"]
    assert len({row["act"] for row in pending}) == len(pending)
    assert not pending or CELLS["SCHEDULE", draft["status"]] != "-"
    assert all((row["ended_at"] is None) == (row["state"] == "PENDING") for row in plans)
    kept = {row["id"] for row in revisions if row["superseded_at"] is None}
    assert all(row["revision_id"] in kept for row in pending if row["act"] == "PUBLISH")
    assert (draft["trashed_at"] is not None) == (draft["status"] == DraftStatus.TRASHED)
    assert draft["status"] != DraftStatus.TRASHED or draft["review"] == "NONE"


async def run(steps: list[Step]) -> Counter[str]:
    """One history on emptied tables."""
    for model in reversed(TABLES):
        await model.all().delete()
    history = History()
    with at(history.now):
        history.items = [Item((await make_draft()).id) for _ in range(3)]
    history.tables = await everything()
    for step in steps:
        history.now += MINUTE
        with at(history.now):
            await take(history, step)
        check_all(history)
    return history.done


def test_no_history_leads_to_an_undefined_state(database_url: str, request: pytest.FixtureRequest) -> None:
    histories = max(1, request.config.getoption("--operations") // LENGTH)
    done: Counter[str] = Counter()
    with asyncio.Runner() as runner:
        database = runner.run(connect(database_url, durable=False))

        @hypothesis.settings(
            max_examples=histories,
            deadline=None,
            database=None,
            derandomize=histories < 100,
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        @hypothesis.given(st.lists(STEPS, min_size=LENGTH, max_size=LENGTH * 2))
        def check(steps: list[Step]) -> None:
            done.update(runner.run(run(steps)))

        try:
            check()
        finally:
            runner.run(database.close())
    counts = dict(sorted(done.items()))
    print(f"{histories} histories, {done.total()} steps: {counts}")  # noqa: T201 - `-s` shows how much was tried
    # A test that never gets anywhere would never find anything.
    assert histories < 100 or all(done[f"{act} done"] for act in ACTS)
