"""Related articles are what is close by its words, and are kept so as articles come, change and go."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from cms import editing, publishing, trash
from cms.db import Database
from cms.edits import Edits
from cms.followers import Following
from cms.models import ArticleTerm, ArticleWords, ContentVersion, Copy, Draft, Event, Neighbour, Term
from cms.related import comparing, lists, weights, words
from cms.related.following import Related
from cms.related.lists import KEPT
from cms.related.weights import Placed, placed_of
from cms.snapshots import RelationLink
from tests.content import DAY, EDITOR, make_article, publish, unpublish
from tests.related import (
    BRIDGE,
    BRIDGE_AGAIN,
    BRIDGE_LATER,
    OTHERS,
    SCHOOL,
    SCHOOL_AGAIN,
    draft_of,
    fill,
    follow,
    html,
    near,
    suggested,
    write,
)

pytestmark = pytest.mark.anyio


async def edit(article_id: int, **values: str) -> Draft:
    """A draft with other values."""
    draft = await Draft.get(id=article_id)
    await editing.update_draft(EDITOR, draft.id, Edits(values), expected_version=draft.version)
    return await Draft.get(id=article_id)


async def test_what_is_about_the_same_is_close_and_says_why(database: Database) -> None:
    await fill()
    first, second, _other = [await write(news) for news in (BRIDGE, BRIDGE_AGAIN, SCHOOL)]

    await follow(database)

    assert await near(first) == [second.id]
    row = await Neighbour.get(article_id=first.id)
    assert 0 < row.score <= 1000
    assert set(json.loads(row.keywords)) <= {"大桥", "临江", "车流", "老城区", "新区", "港口", "桥梁", "设计", "通车"}
    assert len(json.loads(row.keywords)) >= 2


async def test_an_older_article_shows_the_newer_one(database: Database) -> None:
    await fill()
    first = await write(BRIDGE)
    await follow(database)
    assert await near(first) == []

    second = await write(BRIDGE_AGAIN, listed_at=DAY + timedelta(days=1))
    await follow(database)

    assert await near(first) == [second.id]
    assert await near(second) == [first.id]


async def test_what_is_nearer_in_time_comes_first(database: Database) -> None:
    await fill()
    first = await write(BRIDGE)
    long_ago = await write(BRIDGE_AGAIN, listed_at=DAY - timedelta(days=60))
    yesterday = await write(BRIDGE_AGAIN, listed_at=DAY - timedelta(days=1))

    await follow(database)

    assert await near(first) == [yesterday.id, long_ago.id]


async def test_traditional_characters_are_the_same(database: Database) -> None:
    await fill()
    first = await write(BRIDGE)
    second = await write(
        (
            "臨江大橋首日迎來車流",
            "臨江大橋通車首日，車流超過兩萬輛。港口新區的居民說，大橋讓老城區近了，橋樑設計獲得好評。",
        )
    )

    await follow(database)

    assert await near(first) == [second.id]


async def test_an_article_that_changes_leaves_the_lists_and_enters_others(database: Database) -> None:
    await fill()
    first, second, school = [await write(news) for news in (BRIDGE, BRIDGE_AGAIN, SCHOOL)]
    await follow(database)

    await publish(await edit(second.id, title=SCHOOL_AGAIN[0], html=html(SCHOOL_AGAIN[1])))
    await follow(database)

    assert await near(first) == []
    assert await near(second) == [school.id]
    assert await near(school) == [second.id]


async def test_an_article_that_is_unpublished_leaves_and_comes_back(database: Database) -> None:
    await fill()
    first, second = await write(BRIDGE), await write(BRIDGE_AGAIN)
    await follow(database)

    await unpublish(second)
    await follow(database)
    assert await near(first) == []
    assert not await ArticleTerm.filter(article_id=second.id).exists()

    await publish(await Draft.get(id=second.id))
    await follow(database)
    assert await near(first) == [second.id]


async def test_what_is_put_into_the_trash_or_taken_down_leaves(database: Database) -> None:
    await fill()
    first, second, third = [await write(news) for news in (BRIDGE, BRIDGE_AGAIN, BRIDGE_LATER)]
    await follow(database)
    assert set(await near(first)) == {second.id, third.id}

    draft = await Draft.get(id=second.id)
    await trash.trash(EDITOR, draft.id, expected_version=draft.version)
    draft = await Draft.get(id=third.id)
    await publishing.take_down(EDITOR, draft.id, "一项要求", expected_version=draft.version)
    await follow(database)

    assert await near(first) == []
    assert await ArticleWords.all().count() == len(OTHERS) + 1


async def test_publishing_the_same_words_again_changes_nothing_that_readers_see(database: Database) -> None:
    await fill()
    first, _second = await write(BRIDGE), await write(BRIDGE_AGAIN)
    await follow(database)
    rows = await Neighbour.all().order_by("id").values()

    await publish(await edit(first.id, subtitle="新"))
    version = await ContentVersion.get(id=1).values()
    await follow(database)

    assert await Neighbour.all().order_by("id").values() == rows
    assert await ContentVersion.get(id=1).values() == version


async def test_the_words_count_what_is_public(database: Database) -> None:
    first, _second = await write(BRIDGE), await write(BRIDGE_AGAIN)
    await draft_of(BRIDGE_LATER)
    await follow(database)
    assert (await Term.get(word="大桥")).article_count == 2

    await unpublish(first)
    await follow(database)

    assert (await Term.get(word="大桥")).article_count == 1
    assert await words.wrong_frequencies() == []


async def test_handling_events_again_changes_nothing(database: Database) -> None:
    await fill()
    await write(BRIDGE)
    await follow(database)
    await write(BRIDGE_AGAIN)
    follower = Related(database)
    await follow(database)
    tables = (Term, ArticleWords, ArticleTerm, Neighbour)
    before = [await table.all().values() for table in tables]

    await follower.handle(await Event.all().order_by("sequence"))
    await follow(database)

    assert [await table.all().values() for table in tables] == before


@pytest.mark.parametrize(
    "step",
    ["following.count_changed", "following.weigh", "weights.set_step", "comparing.write_lists", "comparing.set_step"],
)
async def test_whoever_is_killed_at_any_step_leaves_what_the_next_one_completes(
    database: Database, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill()
    first = await write(BRIDGE)
    await follow(database)
    second = await write(BRIDGE_AGAIN)

    with monkeypatch.context() as patched:

        async def killed(*_arguments: object, **_options: object) -> None:
            raise asyncio.CancelledError

        patched.setattr(f"cms.related.{step}", killed)
        with pytest.raises(asyncio.CancelledError):
            await follow(database)
    await follow(database)

    assert await near(first) == [second.id]
    assert await near(second) == [first.id]
    assert await words.wrong_frequencies() == []


async def test_two_at_once_do_the_work_of_one(database: Database) -> None:
    await fill()
    articles = [await write(BRIDGE, listed_at=DAY - timedelta(days=n)) for n in range(5)]
    one, other = (Following(database, Related(database)) for _ in range(2))

    for following in (one, other) * 3:
        await following.catch_up()
    late = await write(BRIDGE_AGAIN)
    await asyncio.gather(one.catch_up(), other.catch_up())
    await one.catch_up()
    await other.catch_up()

    assert set(await near(late)) == {article.id for article in articles}
    assert await words.wrong_frequencies() == []


async def test_events_that_come_while_it_works_are_taken_in(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill()
    first = await write(BRIDGE)
    following = Following(database, Related(database))
    await following.catch_up()
    second = await write(BRIDGE_AGAIN)
    weigh, late = weights.weigh, []

    async def publishing_meanwhile(rows: list[ArticleWords]) -> None:
        if not late:
            late.append(await write(BRIDGE_LATER))
        await weigh(rows)

    monkeypatch.setattr("cms.related.following.weigh", publishing_meanwhile)
    await following.catch_up()

    assert set(await near(first)) == {second.id, late[0].id}


async def test_a_list_keeps_the_closest(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "KEPT", 3)
    await fill()
    first = await write(BRIDGE)
    days = [await write(BRIDGE_AGAIN, listed_at=DAY + timedelta(days=n)) for n in range(1, 7)]
    await Copy.all().delete()

    await follow(database)

    assert await near(first) == [article.id for article in days[:3]]
    assert KEPT >= 10


async def test_a_list_that_lost_too_much_is_filled_again(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "KEPT", 3)
    for module in (lists, words):
        monkeypatch.setattr(module, "THIN", 3)
    await fill()
    first = await write(BRIDGE)
    days = [await write(BRIDGE_AGAIN, listed_at=DAY + timedelta(days=n)) for n in range(1, 7)]
    await Copy.all().delete()
    await follow(database)

    await unpublish(days[0])
    await Copy.all().delete()
    await follow(database)

    assert await near(first) == [article.id for article in days[1:4]]


async def test_what_was_public_before_there_was_a_follower_gets_its_lists(database: Database) -> None:
    await fill()
    first, second = await write(BRIDGE), await write(BRIDGE_AGAIN)
    await Event.filter(sequence__lte=3).delete()

    await follow(database)

    assert await near(first) == [second.id]


async def test_making_anew_mends_what_is_wrong(database: Database) -> None:
    await fill()
    first, second = await write(BRIDGE), await write(BRIDGE_AGAIN)
    await follow(database)
    await Term.filter(word="大桥").update(article_count=9)
    await ArticleTerm.filter(article_id=second.id).delete()
    await Neighbour.create(article_id=first.id, target_id=999_999, score=900, keywords="[]")
    await ArticleWords.create(article_id=999_999, revision_id=1, version=1, day=1, words=[], step=2)

    following = Following(database, Related(database))
    assert await following.restart()
    await following.catch_up()

    assert await near(first) == [second.id]
    assert await words.wrong_frequencies() == []
    assert not await ArticleWords.filter(article_id=999_999).exists()


async def test_weights_are_made_anew_when_the_site_has_grown(database: Database) -> None:
    first = await write(BRIDGE)
    await follow(database)
    before = {row.term_id: row.weight for row in await ArticleTerm.filter(article_id=first.id)}

    for news in (*OTHERS, SCHOOL, BRIDGE_AGAIN):
        await write(news)
    await follow(database)

    after = {row.term_id: row.weight for row in await ArticleTerm.filter(article_id=first.id)}
    assert after != before


async def test_of_each_word_only_the_nearest_are_looked_at(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many articles have a word, comparing one more costs the same."""
    await fill()
    articles = [await write(BRIDGE, listed_at=DAY - timedelta(days=n)) for n in range(12)]
    await follow(database)
    nearest = comparing._NEAR_SQLITE.replace("LIMIT 200", "LIMIT 2")
    monkeypatch.setattr(comparing, "_NEAR_SQLITE", nearest)
    monkeypatch.setattr(comparing, "_NEAR_POSTGRES", comparing._NEAR_POSTGRES.replace("LIMIT 200", "LIMIT 2"))
    placed = await placed_of([articles[6].id])

    found = await comparing.near(database, articles[6].id, placed[articles[6].id])

    around = {articles[n].id for n in (4, 5, 6, 7, 8)}
    assert found <= around


async def test_a_draft_is_told_what_is_close_to_it(database: Database) -> None:
    await fill()
    first, _school = await write(BRIDGE), await write(SCHOOL)
    draft = await draft_of(BRIDGE_AGAIN)

    await follow(database)
    await follow(database)
    await edit(draft.id, subtitle="新")
    await follow(database)

    assert await suggested(draft) == [first.id]
    assert await near(first) == []


async def test_what_is_linked_already_is_not_suggested(database: Database) -> None:
    await fill()
    first, second = await write(BRIDGE), await write(BRIDGE_LATER)
    await follow(database)

    draft = await draft_of(BRIDGE_AGAIN, relations=(RelationLink(target_id=second.id),))
    await follow(database)

    assert await suggested(draft) == [first.id]


async def test_a_draft_that_is_published_as_it_is_needs_no_suggestions(database: Database) -> None:
    await fill()
    await write(BRIDGE)
    await follow(database)
    draft = await draft_of(BRIDGE_AGAIN)
    await follow(database)
    assert await suggested(draft) != []

    await publish(draft)
    await follow(database)

    assert await suggested(draft) == []


async def test_an_article_without_words_has_an_empty_list(database: Database) -> None:
    article = await make_article("１２３", "<p>…</p>")

    await follow(database)

    assert await near(article) == []
    assert await ArticleWords.filter(article_id=article.id, step=2).exists()


async def test_copies_are_in_no_list_together_until_somebody_says_that_they_are_none(database: Database) -> None:
    await fill()
    first, second = await write(BRIDGE), await write(BRIDGE)
    await Copy.all().delete()
    for place, article in enumerate((first, second)):
        await Copy.create(article_id=article.id, story_id=7000, is_lead=place == 0, place=place)
    await follow(database)
    assert await near(first) == []

    await Copy.all().delete()
    # The type is that of cms/copies.py; nothing else is of interest here.
    await Event.filter(type="article.published", subject_id=first.id).update(type="article.copy_dismissed")
    await Related(database).handle(await Event.filter(type="article.copy_dismissed"))
    await follow(database)

    assert await near(first) == [second.id]
    assert await near(second) == [first.id]


async def test_an_article_that_cannot_be_compared_stops_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill()
    bad, first, second = [await write(news) for news in (SCHOOL, BRIDGE, BRIDGE_AGAIN)]
    near_to = comparing.near

    async def failing(database: Database, number: int, own: Placed) -> set[int]:
        if number == bad.id:
            raise RuntimeError("a bug")
        return await near_to(database, number, own)

    monkeypatch.setattr(comparing, "near", failing)
    with capture_logs() as logs:
        await follow(database)

    assert [line["article"] for line in logs if line["event"] == "related.failed"] == [bad.id]
    assert await near(first) == [second.id]
    assert await Related(database).is_idle()
