"""The states of a draft: what can be done in each of them, tried through the operations, and the page that draws it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from cms import editing, publishing, reviewing, scheduling, trash, workflow
from cms.db import Database
from cms.edits import Edits
from cms.errors import InvalidTransition
from cms.models import Draft, Event
from cms.words import DraftStatus, ReviewState, ScheduleAct
from cms.workflow import Act
from tests.content import EDITOR, make_draft
from tests.desk import MINUTE, MORNING, at, everything

DOCUMENT = Path(__file__).parent.parent / "docs" / "workflow.md"

# What an act leads to in each status, written down a second time: "=" is the same status, "-" is a refusal.
TABLE = """
                 DRAFT      PUBLISHED    UNPUBLISHED  TAKEN_DOWN   TRASHED
EDIT             =          =            =            =            -
SUBMIT           =          =            =            =            -
REQUEST_CHANGES  =          =            =            =            -
ASSIGN           =          =            =            =            -
PUBLISH          PUBLISHED  PUBLISHED    PUBLISHED    -            -
CORRECT          -          PUBLISHED    -            -            -
SCHEDULE         =          =            =            -            -
CANCEL_SCHEDULE  =          =            =            =            -
EMBARGO          =          -            =            =            -
UNPUBLISH        -          UNPUBLISHED  -            -            -
TAKE_DOWN        -          TAKEN_DOWN   TAKEN_DOWN   -            -
REINSTATE        -          -            -            UNPUBLISHED  -
TRASH            TRASHED    TRASHED      TRASHED      TRASHED      -
RESTORE          -          -            -            -            DRAFT
DELETE           -          -            -            -            GONE
"""
# The states of review in which these alone are possible, and what some acts make of any.
REVIEWS = {"SUBMIT": {"NONE", "CHANGES_REQUESTED"}, "REQUEST_CHANGES": {"REQUESTED"}}
REVIEW_AFTER = {"SUBMIT": "REQUESTED", "REQUEST_CHANGES": "CHANGES_REQUESTED"}
REVIEW_AFTER |= dict.fromkeys(("PUBLISH", "CORRECT", "TAKE_DOWN", "TRASH"), "NONE")


def _cells() -> dict[tuple[str, str], str]:
    head, *rows = TABLE.strip().splitlines()
    return {
        (row.split()[0], status): cell.replace("=", status)
        for row in rows
        for status, cell in zip(head.split(), row.split()[1:], strict=True)
    }


CELLS = _cells()


def allowed(act: str, status: str, review: str) -> bool:
    return CELLS[act, status] != "-" and review in REVIEWS.get(act, {review})


# Cell by cell

Doing = Callable[[int, int], Awaitable[object]]
DO: dict[Act, Doing] = {
    Act.EDIT: lambda id_, v: editing.update_draft(EDITOR, id_, Edits(values={"title": f"第{v}版"}), expected_version=v),
    Act.SUBMIT: lambda id_, v: reviewing.submit(EDITOR, id_, expected_version=v),
    Act.REQUEST_CHANGES: lambda id_, v: reviewing.request_changes(EDITOR, id_, "改", expected_version=v),
    Act.ASSIGN: lambda id_, v: reviewing.assign(EDITOR, id_, None, expected_version=v),
    Act.PUBLISH: lambda id_, v: publishing.publish(EDITOR, id_, expected_version=v),
    Act.CORRECT: lambda id_, v: publishing.correct(EDITOR, id_, "更正", expected_version=v),
    Act.SCHEDULE: lambda id_, v: scheduling.schedule(
        EDITOR, id_, ScheduleAct.PUBLISH, MORNING + 60 * MINUTE, expected_version=v
    ),
    Act.CANCEL_SCHEDULE: lambda id_, v: scheduling.cancel(EDITOR, id_, ScheduleAct.PUBLISH, expected_version=v),
    Act.EMBARGO: lambda id_, v: scheduling.set_embargo(EDITOR, id_, MORNING + MINUTE, expected_version=v),
    Act.UNPUBLISH: lambda id_, v: publishing.unpublish(EDITOR, id_, expected_version=v),
    Act.TAKE_DOWN: lambda id_, v: publishing.take_down(EDITOR, id_, "违法", expected_version=v),
    Act.REINSTATE: lambda id_, v: publishing.reinstate(EDITOR, id_, expected_version=v),
    Act.TRASH: lambda id_, v: trash.trash(EDITOR, id_, expected_version=v),
    Act.RESTORE: lambda id_, v: trash.restore(EDITOR, id_, expected_version=v),
    Act.DELETE: lambda id_, v: trash.delete(EDITOR, id_, expected_version=v),
}
WAYS = {
    DraftStatus.DRAFT: [],
    DraftStatus.PUBLISHED: [Act.PUBLISH],
    DraftStatus.UNPUBLISHED: [Act.PUBLISH, Act.UNPUBLISH],
    DraftStatus.TAKEN_DOWN: [Act.PUBLISH, Act.TAKE_DOWN],
    DraftStatus.TRASHED: [Act.TRASH],
}
REVIEW_WAYS = {
    ReviewState.NONE: [],
    ReviewState.REQUESTED: [Act.SUBMIT],
    ReviewState.CHANGES_REQUESTED: [Act.SUBMIT, Act.REQUEST_CHANGES],
}


async def make_in(status: DraftStatus, review: ReviewState, act: Act) -> Draft:
    """A draft that operations brought into the state; a pending plan is there where one can be and is to be ended."""
    draft = await make_draft()
    ways = [*WAYS[status], *(REVIEW_WAYS[review] if status != DraftStatus.TRASHED else [])]
    if act is Act.CANCEL_SCHEDULE and CELLS["SCHEDULE", status] != "-":
        ways.append(Act.SCHEDULE)
    for version, step in enumerate(ways, start=1):
        await DO[step](draft.id, version)
    # The trash ends every review, so what waits for one in there is not reached by operations.
    await Draft.filter(id=draft.id).update(review=review)
    return await Draft.get(id=draft.id)


@pytest.mark.anyio
@pytest.mark.parametrize("act", Act)
async def test_an_act_does_in_every_state_what_the_table_says(database: Database, act: Act) -> None:
    for status in DraftStatus:
        for review in ReviewState:
            with at(MORNING):
                draft = await make_in(status, review, act)
                assert (draft.status, draft.review) == (status, review)

                await _try_cell(act, draft)


async def _try_cell(act: Act, draft: Draft) -> None:
    before, status, review = await everything(), draft.status, draft.review
    if not allowed(act, status, review):
        with pytest.raises(InvalidTransition):
            await DO[act](draft.id, draft.version)
        assert await everything() == before
        return
    if act is Act.CANCEL_SCHEDULE and status == DraftStatus.TAKEN_DOWN:
        return  # it is possible, but a take-down ends what was planned
    await DO[act](draft.id, draft.version)
    after = await Draft.get_or_none(id=draft.id)
    if act is Act.DELETE:
        assert after is None
        return
    assert after is not None
    expected_review = REVIEW_AFTER.get(act, review)
    assert (after.status, after.review) == (CELLS[act, status], expected_review), (act, status, review)
    # That an article is not public any more, and that its draft is in the trash, is told apart.
    told = 2 if act is Act.TRASH and status == DraftStatus.PUBLISHED else 1
    assert await Event.all().count() == len(before["Event"]) + told


def test_the_rules_are_those_of_the_table() -> None:
    assert {act.value for act in workflow.RULES} == {act.value for act in Act} == {act for act, _status in CELLS}
    for act, rule in workflow.RULES.items():
        assert {status for status in DraftStatus if CELLS[act, status] != "-"} == rule.sources, act
        if rule.target is not None:
            assert {CELLS[act, status] for status in rule.sources} == {rule.target}
        assert rule.reviews is None or rule.reviews == REVIEWS[act]
        assert rule.review is None or rule.review == REVIEW_AFTER[act]


# The document


def drawing() -> list[str]:
    """The rules as the lines of a Mermaid diagram: an arrow for everything that leads to another status."""
    lines = ["stateDiagram-v2", "    [*] --> DRAFT: create"]
    lines += [
        f"    {source} --> {rule.target}: {act.lower().replace('_', ' ')}"
        for act, rule in workflow.RULES.items()
        for source in DraftStatus
        if source in rule.sources and rule.target not in {None, source}
    ]
    lines += [f"    TRASHED --> {status}: restore" for status in ("DRAFT", "UNPUBLISHED", "TAKEN_DOWN")]
    return [*lines, "    TRASHED --> [*]: delete for ever"]


def table() -> list[str]:
    """The rules as the rows of a table."""
    rows = [f"| act | permission | {' | '.join(status.lower() for status in DraftStatus)} | review | review after |"]
    rows.append("|--|--|" + "--|" * (len(DraftStatus) + 2))
    for act, rule in workflow.RULES.items():
        cells = ["" if s not in rule.sources else (rule.target or "yes").lower() for s in DraftStatus]
        asked = "any" if rule.reviews is None else ", ".join(r.lower() for r in ReviewState if r in rule.reviews)
        permission = f"`{rule.permission}`" + (f" (`{rule.while_public}` while public)" if rule.while_public else "")
        after = "" if rule.review is None else rule.review.lower()
        name = act.lower().replace("_", " ")
        rows.append(f"| {name} | {permission} | {' | '.join(cells)} | {asked} | {after} |")
    return rows


def test_the_document_draws_the_rules() -> None:
    page = DOCUMENT.read_text(encoding="utf-8").splitlines()

    start = page.index("```mermaid")

    assert page[start + 1 : page.index("```", start + 1)] == drawing()
    assert [line for line in page if line.startswith("|")] == table()
