"""The hot lists: decay, trends, categories, what editors want, and one process that computes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from cms import hits, hot, trash, worker
from cms.db import Database
from cms.errors import Forbidden, NotFound, ValidationFailed
from cms.hot import Pin, Place, Standing, arranged, weights
from cms.models import Category, Copy, Draft, Event, HotChoice, HotPlace, HotTurn
from cms.permissions import Permission, Viewer
from cms.words import HotWindow
from tests.content import EDITOR, make_article, make_category, make_draft

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
HOUR = hits.hour_of(NOW)
SCALE = 65_536


@pytest.fixture(autouse=True)
def noon() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


async def listed(
    database: Database, window: HotWindow = HotWindow.DAY, category: Category | None = None, *, compute: bool = True
) -> list[int]:
    """The ids of a list, computed now."""
    if compute:
        await hot.rank(database, datetime.now(UTC))
    rows = HotPlace.filter(span=window, category_id=category.id if category else hot.WHOLE_SITE)
    return [row.article_id for row in await rows.order_by("rank")]


# Without a database


def test_a_hit_counts_half_after_each_half_life() -> None:
    found = weights(hot.RULES[HotWindow.DAY], NOW)

    assert set(found) == set(range(HOUR - 24, HOUR + 1))
    assert found[HOUR] / SCALE == pytest.approx(0.5 ** (0.25 / 6), abs=0.001)  # those of the last half hour
    assert found[HOUR - 6] / found[HOUR - 12] == pytest.approx(2, abs=0.001)


def test_an_hour_that_lies_half_in_the_window_counts_half() -> None:
    found = weights(hot.RULES[HotWindow.HOUR], NOW)

    assert set(found) == {HOUR, HOUR - 1}
    assert found[HOUR - 1] / SCALE == pytest.approx(0.5 * 0.5**1.5, abs=0.001)


def test_weights_of_a_while_ago_know_nothing_that_came_since() -> None:
    found = weights(hot.RULES[HotWindow.HOUR], NOW, ago_hours=1)

    assert set(found) == {HOUR - 1, HOUR - 2}
    assert found[HOUR - 1] / SCALE == pytest.approx(0.5 * 0.5**0.5, abs=0.001)


def standing(number: int, rank: int | None, former: int | None) -> Standing:
    return Standing(number, 100 - (rank or 99), rank, former)


def test_without_pins_a_list_is_by_rank() -> None:
    places = arranged([standing(5, 2, 1), standing(7, 1, None), standing(9, None, 2)], [])

    assert places == [Place(7, 99, None, is_pinned=False), Place(5, 98, 1, is_pinned=False)]


def test_pins_are_at_their_places_and_move_nothing_up_or_down() -> None:
    standings = [standing(number, number, number) for number in (1, 2, 3)]

    places = arranged(standings, [Pin(8, 2, 5), Pin(9, 50)])

    assert [(one.article_id, one.former_rank, one.is_pinned) for one in places] == [
        (1, 1, False),
        (8, 2, True),
        (2, 3, False),
        (3, 4, False),
        (9, 5, True),
    ]


def test_a_list_with_pins_is_no_longer_than_others() -> None:
    standings = [standing(number, number, None) for number in range(1, hot.LONGEST + 1)]

    places = arranged(standings, [Pin(999, 1)])

    assert len(places) == hot.LONGEST
    assert places[-1].article_id == hot.LONGEST - 1


# Computing


async def test_what_is_read_most_now_comes_first(database: Database) -> None:
    old, new, few, never = [await make_article() for _ in range(4)]
    await hits.add({(old.id, HOUR - 20): 20, (new.id, HOUR): 5, (few.id, HOUR): 4})

    assert await listed(database) == [new.id, few.id, old.id]
    assert never.id not in await listed(database, HotWindow.MONTH)


async def test_of_the_copies_of_a_story_only_the_lead_is_listed(database: Database) -> None:
    lead, reprint, pinned, other = [await make_article() for _ in range(4)]
    for place, article in enumerate((lead, reprint, pinned)):
        await Copy.create(article_id=article.id, story_id=lead.id, is_lead=not place, place=place)
    await hits.add({(lead.id, HOUR): 1, (reprint.id, HOUR): 9, (other.id, HOUR): 5})

    before = await listed(database)
    await hot.pin(EDITOR, pinned.id, position=1)

    assert before == [other.id, lead.id]
    assert await listed(database) == [pinned.id, other.id, lead.id]


async def test_each_window_looks_as_far_back_as_it_says(database: Database) -> None:
    articles = {ago: await make_article() for ago in (0, 3, 30, 24 * 10, 24 * 40)}
    await hits.add({(article.id, HOUR - ago): 1 for ago, article in articles.items()})

    lists = {window: len(await listed(database, window)) for window in HotWindow}

    assert lists == {HotWindow.HOUR: 1, HotWindow.DAY: 2, HotWindow.WEEK: 3, HotWindow.MONTH: 4}


async def test_as_much_read_articles_are_the_newest_first(database: Database) -> None:
    articles = [await make_article() for _ in range(3)]
    await hits.add({(article.id, HOUR): 2 for article in articles})

    assert await listed(database) == [article.id for article in reversed(articles)]


async def test_trends_compare_with_the_list_of_a_while_ago(database: Database) -> None:
    rising, falling, fresh = [await make_article() for _ in range(3)]
    await hits.add({(falling.id, HOUR - 3): 9, (rising.id, HOUR - 3): 5, (rising.id, HOUR): 50, (fresh.id, HOUR): 20})

    assert await listed(database) == [rising.id, fresh.id, falling.id]
    assert await HotPlace.filter(span="DAY", category_id=0).order_by("rank").values_list("former_rank", flat=True) == [
        2,
        None,
        1,
    ]


async def test_a_category_has_what_is_below_it(database: Database) -> None:
    above, beside = await make_category(), await make_category()
    below = await make_category(parent=above)
    inner, outer, other = [await make_article(category_id=one.id) for one in (below, above, beside)]
    await hits.add({(inner.id, HOUR): 1, (outer.id, HOUR): 2, (other.id, HOUR): 3})

    assert await listed(database) == [other.id, outer.id, inner.id]
    assert await listed(database, category=above) == [outer.id, inner.id]
    assert await listed(database, category=below) == [inner.id]


async def test_a_list_ends(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [await make_article() for _ in range(4)]
    await hits.add({(article.id, HOUR): number for number, article in enumerate(articles, 1)})
    monkeypatch.setattr(hot, "LONGEST", 2)
    monkeypatch.setattr(hot, "_STANDINGS", hot._STANDINGS.replace(f"<={100}", "<=2"))

    assert await listed(database) == [articles[3].id, articles[2].id]


async def test_scores_are_hundredths_of_decayed_hits(database: Database) -> None:
    article = await make_article()
    await hits.add({(article.id, HOUR - 6): 100})

    await hot.rank(database, NOW)

    # The middle of that hour is six hours ago, one half-life.
    assert (await HotPlace.get(span="DAY", category_id=0)).score == pytest.approx(5000, abs=5)


async def test_only_a_list_that_changed_is_a_change_of_content(database: Database) -> None:
    await database.versions.open()
    first, second = await make_article(), await make_article()
    await hits.add({(first.id, HOUR): 5, (second.id, HOUR): 2})
    assert await hot.rank(database, NOW) > 0
    before = await database.versions.current()

    # More of the same, and a minute later: nothing moves.
    await hits.add({(first.id, HOUR): 1})
    assert await hot.rank(database, NOW + timedelta(minutes=1)) == 0
    assert await database.versions.current() == before

    await hits.add({(second.id, HOUR): 9})
    assert await hot.rank(database, NOW + timedelta(minutes=2)) > 0
    assert await database.versions.current() != before


async def test_lists_by_all_views_are_made_anew_when_their_beginning_changed(database: Database) -> None:
    await database.versions.open()
    first, second = await make_article(views=10), await make_article(views=9)
    await hot.rank(database, NOW)
    before = await database.versions.current()

    # Too long ago for any list but the one by all views.
    await hits.add({(second.id, HOUR - 24 * 40): 5})
    assert await database.versions.current() == before
    await hot.rank(database, NOW)

    assert await database.versions.current() != before
    assert [row.article_id for row in await HotPlace.filter(span=hot.EVER).order_by("rank")] == [second.id, first.id]


# Turns


async def test_one_process_a_minute_computes_the_lists(database: Database) -> None:
    assert await hot.take_turn(NOW)  # for the first time ever
    assert not await hot.take_turn(NOW + timedelta(seconds=59))
    assert await hot.take_turn(NOW + timedelta(seconds=60))


async def test_a_clock_that_was_set_back_stops_nothing(database: Database) -> None:
    await HotTurn.create(id=1, due_at=NOW + timedelta(days=3))

    assert await hot.take_turn(NOW)


async def test_the_loop_computes_when_it_is_its_turn(database: Database) -> None:
    article = await make_article()
    await hits.add({(article.id, HOUR): 5})
    loop = worker.ranking(database)

    await loop.run()
    assert await listed(database, compute=False) == [article.id]
    await HotPlace.all().delete()
    await loop.run()
    assert await listed(database, compute=False) == []


# What editors want


async def test_a_pinned_article_has_its_place_in_the_lists_that_it_is_in(database: Database) -> None:
    category, elsewhere = await make_category(), await make_category()
    read, unread = await make_article(category_id=category.id), await make_article(category_id=category.id)
    other = await make_article(category_id=elsewhere.id)
    await hits.add({(read.id, HOUR): 5, (other.id, HOUR): 9})

    await hot.pin(EDITOR, unread.id, position=2)

    assert await listed(database) == [other.id, unread.id, read.id]
    assert await listed(database, category=category) == [read.id, unread.id]
    assert await listed(database, category=elsewhere) == [other.id]
    assert await HotPlace.filter(is_pinned=True, span="DAY").values_list("article_id", flat=True) == [unread.id] * 2


async def test_a_pinned_article_shows_as_soon_as_it_is_public(database: Database) -> None:
    draft = await make_draft()
    await hot.pin(EDITOR, draft.id)
    assert await listed(database) == []

    article = await make_article()
    await hot.pin(EDITOR, article.id)

    assert await listed(database) == [article.id]


async def test_a_pin_ends_at_its_time(database: Database) -> None:
    article, read = await make_article(), await make_article()
    await hits.add({(read.id, HOUR): 1})
    await hot.pin(EDITOR, article.id, until=NOW + timedelta(minutes=5))
    assert await listed(database) == [article.id, read.id]

    await hot.rank(database, NOW + timedelta(minutes=5))

    assert await listed(database, compute=False) == [read.id]
    assert not await HotChoice.all().exists()


async def test_an_excluded_article_goes_at_once_and_comes_back(database: Database) -> None:
    article, other = await make_article(), await make_article()
    await hits.add({(article.id, HOUR): 5, (other.id, HOUR): 1})
    assert await listed(database) == [article.id, other.id]

    await hot.exclude(EDITOR, article.id)
    assert await listed(database, compute=False) == [other.id]
    assert await listed(database) == [other.id]
    await hot.include(EDITOR, article.id)

    assert await listed(database) == [article.id, other.id]


async def test_a_choice_lets_the_lists_be_computed_soon(database: Database) -> None:
    article = await make_article()
    assert await hot.take_turn(NOW)
    assert not await hot.take_turn(NOW)

    await hot.pin(EDITOR, article.id)

    assert await hot.take_turn(NOW)


async def test_each_choice_leaves_one_event_and_a_repeated_one_none(database: Database) -> None:
    draft = await make_draft()
    until = NOW + timedelta(hours=1, microseconds=5)
    acts = [hot.pin(EDITOR, draft.id, position=3, until=until), hot.pin(EDITOR, draft.id, position=3, until=until)]
    acts += [hot.exclude(EDITOR, draft.id), hot.exclude(EDITOR, draft.id), hot.include(EDITOR, draft.id)]
    acts += [hot.pin(EDITOR, draft.id), hot.unpin(EDITOR, draft.id)]
    for act in acts:
        await act

    told = await Event.filter(type__startswith="hot.").order_by("sequence")

    assert [(event.type, event.payload) for event in told] == [
        ("hot.pinned", {"position": 3, "until": "2026-03-01T13:30:00Z"}),
        ("hot.excluded", {}),
        ("hot.included", {}),
        ("hot.pinned", {"position": 1}),
        ("hot.unpinned", {}),
    ]
    assert {(event.subject_kind, event.subject_id, event.audience) for event in told} == {("draft", draft.id, "DESK")}
    assert all(event.tags == ["list:hot"] for event in told)


async def test_impossible_choices_are_refused(database: Database) -> None:
    draft = await make_draft()

    for act in (
        hot.pin(EDITOR, draft.id, position=0),
        hot.pin(EDITOR, draft.id, position=101),
        hot.pin(EDITOR, draft.id, until=NOW),
        hot.exclude(EDITOR, draft.id, until=NOW),
        hot.unpin(EDITOR, draft.id),
        hot.include(EDITOR, draft.id),
    ):
        with pytest.raises(ValidationFailed):
            await act
    for act in (hot.pin(EDITOR, 999), hot.exclude(EDITOR, 999), hot.unpin(EDITOR, 999), hot.include(EDITOR, 999)):
        with pytest.raises(NotFound):
            await act
    writer = Viewer("a writer", frozenset({Permission.WRITE}))
    for act in (hot.pin(writer, draft.id), hot.exclude(writer, draft.id), hot.unpin(writer, draft.id)):
        with pytest.raises(Forbidden):
            await act


async def test_a_deleted_draft_leaves_nothing(database: Database) -> None:
    article = await make_article()
    await hits.add({(article.id, HOUR): 5})
    await hot.pin(EDITOR, article.id)
    await hot.rank(database, NOW)

    await trash.trash(EDITOR, article.id, expected_version=(await Draft.get(id=article.id)).version)
    await trash.delete(EDITOR, article.id, expected_version=(await Draft.get(id=article.id)).version)

    assert not await HotPlace.all().exists()
    assert not await HotChoice.all().exists()
