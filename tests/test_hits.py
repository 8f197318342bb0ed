"""Hits as they are stored: they add up, count for what is public alone, and are no change of content."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cms import hits, publishing
from cms.db import Database
from cms.errors import Forbidden, ValidationFailed
from cms.hits import Recorded
from cms.models import Article, Draft, Event, HourlyHits
from cms.permissions import Permission, Viewer
from tests.content import EDITOR, make_article, make_draft, unpublish

pytestmark = pytest.mark.anyio

NOW = datetime.now(UTC)
HOUR = hits.hour_of(NOW)


async def stored(article: Article | Draft) -> dict[int, int]:
    return {row.hour: row.count for row in await HourlyHits.filter(article_id=article.id)}


async def views(article: Article | Draft) -> tuple[int, int | None]:
    """As the draft and as the public article tells it."""
    shown = await Article.get_or_none(id=article.id)
    return (await Draft.get(id=article.id)).view_count, shown and shown.view_count


async def test_hits_add_to_what_is_stored(database: Database) -> None:
    article = await make_article(views=7)

    await hits.add({(article.id, HOUR): 2, (article.id, HOUR - 1): 1})
    await hits.add({(article.id, HOUR): 3})

    assert await stored(article) == {HOUR: 5, HOUR - 1: 1}
    assert await views(article) == (13, 13)


async def test_what_is_not_public_is_left_out(database: Database) -> None:
    draft, gone, article = await make_draft(), await make_article(), await make_article()
    await unpublish(gone)

    await hits.add({(number, HOUR): 1 for number in (draft.id, gone.id, article.id, 999_999)})

    assert [await views(one) for one in (draft, gone, article)] == [(0, None), (0, None), (1, 1)]
    assert await HourlyHits.all().count() == 1


async def test_hits_change_neither_version_nor_log(database: Database) -> None:
    await database.versions.open()
    article = await make_article()
    before = await database.versions.current(), await Event.all().count(), (await Draft.get(id=article.id)).version

    await hits.add({(article.id, HOUR): 1})

    assert await views(article) == (1, 1)
    after = await database.versions.current(), await Event.all().count(), (await Draft.get(id=article.id)).version
    assert after == before


async def test_other_updates_of_an_article_still_change_the_version(database: Database) -> None:
    await database.versions.open()
    article = await make_article()
    for name in Article._meta.fields_db_projection.values():
        if name in {"id", "view_count"}:
            continue
        before = await database.versions.current()
        value = getattr(article, name)
        changed = value + "x" if isinstance(value, str) else (value or 0) + 1 if isinstance(value, int) else NOW
        if name in {"source_id", "category_id", "image_id"}:
            continue
        if name == "urgency":
            changed = 5
        if name == "revision_id":
            continue
        await Article.filter(id=article.id).update(**{name: changed})
        assert await database.versions.current() != before, name


async def test_numbers_stop_at_what_a_column_holds(database: Database) -> None:
    article = await make_article(views=hits.LARGEST - 1)

    await hits.add({(article.id, HOUR): hits.LARGEST, (article.id, HOUR - 1): hits.LARGEST})
    await hits.add({(article.id, HOUR): 5})

    assert await views(article) == (hits.LARGEST, hits.LARGEST)
    assert await stored(article) == {HOUR: hits.LARGEST, HOUR - 1: hits.LARGEST}


async def test_hits_outlive_a_new_publication(database: Database) -> None:
    article = await make_article()
    await hits.add({(article.id, HOUR): 4})
    draft = await Draft.get(id=article.id)

    await unpublish(article)
    draft = await Draft.get(id=article.id)
    await publishing.publish(EDITOR, article.id, expected_version=draft.version)

    assert await views(article) == (4, 4)
    assert await stored(article) == {HOUR: 4}


async def test_other_systems_record_what_they_counted(database: Database) -> None:
    article, draft = await make_article(), await make_draft()
    then = datetime.now(UTC) - timedelta(hours=5)
    recorded = [Recorded(article.id, 10, then), Recorded(article.id, 5, then), Recorded(article.id, 1)]

    left_out = await hits.record_hits(EDITOR, [*recorded, Recorded(draft.id, 3)])

    assert left_out == [draft.id]
    assert (await stored(article))[hits.hour_of(then)] == 15
    assert await views(article) == (16, 16)


@pytest.mark.parametrize(
    ("recorded", "path"),
    [
        (Recorded(1, 0), "input.0.count"),
        (Recorded(1, hits.MOST_COUNT + 1), "input.0.count"),
        (Recorded(1, 1, datetime.now(UTC) + timedelta(hours=1)), "input.0.at"),
    ],
)
async def test_what_cannot_be_is_not_recorded(database: Database, recorded: Recorded, path: str) -> None:
    with pytest.raises(ValidationFailed) as refused:
        await hits.record_hits(EDITOR, [recorded])

    assert [problem.path for problem in refused.value.problems] == [path]


async def test_only_so_much_is_recorded_at_once(database: Database) -> None:
    with pytest.raises(ValidationFailed):
        await hits.record_hits(EDITOR, [Recorded(1, 1)] * (hits.MOST_RECORDED + 1))


async def test_recording_takes_its_permission(database: Database) -> None:
    with pytest.raises(Forbidden):
        await hits.record_hits(Viewer("somebody", frozenset({Permission.READ_EVENTS})), [Recorded(1, 1)])


async def test_hours_that_no_list_looks_back_to_are_forgotten(database: Database) -> None:
    article = await make_article()
    oldest = HOUR - hits.KEPT_HOURS
    await hits.add({(article.id, oldest - 1): 1, (article.id, oldest): 2, (article.id, HOUR): 3})

    assert await hits.forget_old(NOW) == 1

    assert await stored(article) == {oldest: 2, HOUR: 3}
    assert await views(article) == (6, 6)
