from datetime import UTC, datetime, timedelta

import pytest

from cms import publishing, syndication
from cms.copy_upkeep import rebuild, verify
from cms.db import Database, transaction
from cms.db.sql import run
from cms.errors import Forbidden, NotFound, ValidationFailed
from cms.models import Band, Copy, CopyVerdict, Draft, Event, LeadChoice, LookAlike, Signature, Twin
from cms.permissions import Viewer
from cms.preflight import FindingCode
from cms.words import Audience, Role
from tests.content import EDITOR, make_draft, unpublish
from tests.content import publish as publish_draft
from tests.copied import changed, look_alikes, make_copy, paragraphs, stories, words
from tests.desk import make_viewer, refused

pytestmark = pytest.mark.anyio
MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)


async def make_story(size: int = 3) -> list[int]:
    """The ids of copies of one text, the lead first."""
    return [(await make_copy(words(1), published_at=MONDAY + n * DAY)).id for n in range(size)]


async def test_a_chosen_lead_leads_and_still_does_when_it_comes_back(database: Database) -> None:
    first, second, third = await make_story()

    await syndication.choose_lead(EDITOR, third)
    assert await stories() == [[third, first, second]]

    draft = await Draft.get(id=third)
    await publishing.unpublish(EDITOR, third, expected_version=draft.version)
    assert await stories() == [[first, second]]
    await publish_draft(await Draft.get(id=third))
    await publish_draft(await Draft.get(id=first))
    assert await stories() == [[third, first, second]]


async def test_the_latest_choice_counts_and_leaves_one_event(database: Database) -> None:
    first, second, third = await make_story()

    await syndication.choose_lead(EDITOR, third)
    await syndication.choose_lead(EDITOR, second)
    await syndication.choose_lead(EDITOR, second)

    assert await stories() == [[second, first, third]]
    assert await LeadChoice.all().values_list("draft_id", flat=True) == [second]
    chosen = await Event.filter(type="article.lead_chosen").order_by("sequence")
    assert [event.subject_id for event in chosen] == [third, second]
    assert {f"article:{first}", f"article:{second}", f"article:{third}", "list:articles"} <= set(chosen[1].tags)


async def test_only_what_is_in_a_story_can_lead(database: Database) -> None:
    draft = await make_draft(html=paragraphs(words(2)))
    await make_story()

    async with refused(ValidationFailed, "no story"):
        await syndication.choose_lead(EDITOR, draft.id)
    async with refused(NotFound):
        await syndication.choose_lead(EDITOR, 99)


async def test_a_dismissed_pair_is_no_story_and_is_not_warned_of(database: Database) -> None:
    first, second = await make_story(2)

    await syndication.dismiss_copy(EDITOR, second, first)

    assert await stories() == []
    assert FindingCode.DUPLICATE_TEXT not in {each.code for each in (await publishing.plan(EDITOR, second)).findings}
    await publish_draft(await Draft.get(id=second))
    assert await stories() == []

    await syndication.forget_copy_verdict(EDITOR, first, second)
    assert await stories() == [[first, second]]


async def test_a_dismissed_pair_stays_in_one_story_by_a_third(database: Database) -> None:
    first, second, third = await make_story()

    await syndication.dismiss_copy(EDITOR, first, second)

    assert await stories() == [[first, second, third]]


async def test_a_marked_pair_is_a_story_as_soon_as_both_are_public(database: Database) -> None:
    first = (await make_copy(words(1), published_at=MONDAY)).id
    second = await make_draft(html=paragraphs(words(2)), published_at=MONDAY + DAY)

    await syndication.mark_copy(EDITOR, second.id, first)
    assert await stories() == []
    article = await publish_draft(second)
    assert await stories() == [[first, second.id]]

    await unpublish(article)
    assert await stories() == []
    assert await CopyVerdict.all().count() == 1


async def test_what_is_said_of_a_pair_is_public_only_where_readers_see_it(database: Database) -> None:
    first, second = await make_story(2)
    draft = await make_draft(html=paragraphs(words(1)))

    await syndication.dismiss_copy(EDITOR, first, second)
    await syndication.dismiss_copy(EDITOR, first, second)
    await syndication.dismiss_copy(EDITOR, first, draft.id)

    events = await Event.filter(type="article.copy_dismissed").order_by("sequence")
    assert [event.audience for event in events] == [Audience.PUBLIC, Audience.DESK]
    assert [event.details for event in events] == [{"otherId": f"art_{second}"}, {"otherId": f"art_{draft.id}"}]
    assert [event.payload for event in events] == [{}, {}]
    assert events[1].tags == []


async def test_verdicts_are_for_editors_and_for_two_that_are_there(database: Database) -> None:
    first, second = await make_story(2)
    contributor = await make_viewer(Role.CONTRIBUTOR)

    async with refused(Forbidden):
        await syndication.mark_copy(contributor, first, second)
    async with refused(Forbidden):
        await syndication.choose_lead(Viewer.anonymous(), first)
    async with refused(NotFound):
        await syndication.mark_copy(EDITOR, first, 99)
    async with refused(ValidationFailed, "itself"):
        await syndication.mark_copy(EDITOR, first, first)


async def test_the_plan_for_publishing_warns_of_what_the_viewer_may_see(database: Database) -> None:
    other = await make_draft(html=paragraphs(changed(words(1))))
    draft = await make_draft(html=paragraphs(words(1)))
    contributor = await make_viewer(Role.CONTRIBUTOR)
    await Draft.filter(id=draft.id).update(owner_id=contributor.id)
    similarity = (await look_alikes(draft.id))[other.id]

    (warning,) = [
        each for each in (await publishing.plan(EDITOR, draft.id)).findings if each.code is FindingCode.DUPLICATE_TEXT
    ]
    unseen = (await publishing.plan(contributor, draft.id)).findings

    assert warning.message == f"nearly the same text as art_{other.id} ({similarity // 10} %)"
    assert not warning.blocks
    assert FindingCode.DUPLICATE_TEXT not in {each.code for each in unseen}


async def rows() -> list[object]:
    """What is kept of copies, without the numbers that rows are given."""
    return [
        await Signature.all().order_by("draft_id", "digest").values_list("draft_id", "is_head", "is_public", "digest"),
        await Band.all().order_by("key", "signature__draft_id").values_list("key", "signature__draft_id"),
        await LookAlike.all().order_by("draft_id", "other_id").values_list("draft_id", "other_id", "similarity"),
        await Twin.all().order_by("article_id", "other_id").values_list("article_id", "other_id", "similarity"),
        await Copy.all().order_by("article_id").values_list("article_id", "story_id", "is_lead", "place"),
    ]


@pytest.mark.parametrize("everything", [False, True])
async def test_what_was_there_before_is_found_by_rebuilding(database: Database, everything: bool) -> None:
    await make_story()
    await make_copy(words(2))
    await make_draft(html=paragraphs(changed(words(2))))
    edited = await make_draft(html=paragraphs(changed(words(1))))
    await publish_draft(edited)
    before = await rows()
    assert [problem async for problem in verify()] == []

    async with transaction() as tx:
        for table in ("signature", "look_alike", "twin", "copy"):
            await run(tx, f"DELETE FROM {table}")
    assert len([problem async for problem in verify()]) >= 6
    counts = [count async for count in rebuild(EDITOR, everything=everything)]

    assert counts[-1] == 6
    assert await rows() == before
    assert [problem async for problem in verify()] == []
    assert await Event.filter(type="article.copies_found").exists()
    assert [count async for count in rebuild(EDITOR)] == []


async def test_verifying_tells_of_what_is_wrong(database: Database) -> None:
    first, second, third = await make_story()

    await Signature.filter(draft_id=first).update(digest="other")
    await Band.filter(signature__draft_id=second).delete()
    await Copy.filter(article_id=third).update(place=7)
    problems = [problem async for problem in verify()]

    assert {problem.partition(":")[0] for problem in problems} == {f"art_{each}" for each in (first, second, third)}
    assert [count async for count in rebuild(EDITOR, everything=True)] == [3]
    assert [problem async for problem in verify()] == []
