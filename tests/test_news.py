"""What wakes those who follow the change log."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from cms import events
from cms.db import Database, connect, transaction, writing
from cms.permissions import Viewer
from tests.content import DAY
from tests.happenings import sample

pytestmark = pytest.mark.anyio

LONG = 30.0  # nothing here waits so long unless a wake-up is lost
SHORT = 0.2


@pytest.fixture
async def news(database: Database) -> Any:
    await database.news.open()
    return database.news


@pytest.fixture
async def elsewhere(database: Database, database_url: str) -> AsyncIterator[Database]:
    """The same database as another process has it."""
    other = await connect(database_url, durable=False)
    yield other
    await other.close()


async def record(database: Database) -> None:
    with database.use():
        async with writing() as tx:
            payload = sample(events.TYPES["article.published"])
            await events.record(tx, Viewer("x"), "article.published", ("article", 1), at=DAY, **payload)


async def test_a_commit_is_told_before_the_block_is_over(database: Database, news: Any) -> None:
    before = news.count

    await record(database)

    assert news.count > before
    assert await news.wait(before, LONG) == news.count


async def test_whoever_waits_is_woken_by_another_process(elsewhere: Database, news: Any) -> None:
    for _ in range(3):
        before = news.count
        waiting = [asyncio.create_task(news.wait(before, LONG)) for _ in range(3)]
        await asyncio.sleep(0)
        await record(elsewhere)

        async with asyncio.timeout(10):
            assert all(count > before for count in await asyncio.gather(*waiting))


async def test_what_was_committed_while_nobody_waited_is_told_to_the_next_who_does(
    elsewhere: Database, news: Any
) -> None:
    before = news.count
    await record(elsewhere)

    async with asyncio.timeout(10):
        assert await news.wait(before, LONG) > before


async def test_nobody_is_woken_without_a_new_event(database: Database, elsewhere: Database, news: Any) -> None:
    await record(database)
    count = await news.wait(news.count, SHORT)  # what PostgreSQL tells of that one

    with elsewhere.use():
        async with transaction() as tx:
            await tx.execute_query("UPDATE site SET name = 'other'")

    assert await news.wait(count, SHORT) == count


async def test_what_is_rolled_back_wakes_nobody_elsewhere(elsewhere: Database, news: Any) -> None:
    count = news.count
    with elsewhere.use(), pytest.raises(ZeroDivisionError):
        async with writing() as tx:
            payload = sample(events.TYPES["article.published"])
            await events.record(tx, Viewer("x"), "article.published", ("article", 1), at=DAY, **payload)
            raise ZeroDivisionError

    assert await news.wait(count, SHORT) == count


async def test_a_follower_that_is_always_at_the_end_misses_nothing(
    database: Database, elsewhere: Database, news: Any
) -> None:
    seen: list[int] = []

    async def follow() -> None:
        while len(seen) < 40:
            count = news.count
            found = await database.fetch("SELECT CAST(max(sequence) AS TEXT) FROM event")
            while found is not None and len(seen) < int(found):
                seen.append(len(seen) + 1)
            if len(seen) < 40:
                await news.wait(count, LONG)

    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(follow())
        for _ in range(20):
            await record(database)
            await record(elsewhere)

    assert len(seen) == 40


async def test_a_lost_connection_wakes_all_and_is_made_anew(database: Database, news: Any, database_url: str) -> None:
    if database.dialect != "postgres":
        pytest.skip("SQLite has no connection that could be lost")
    count, listening = news.count, news._listening
    pid = listening._connection.get_server_pid()
    other = await asyncpg.connect(database_url)
    try:
        await other.execute("SELECT pg_terminate_backend($1)", pid)
        async with asyncio.timeout(10):
            count = await news.wait(count, LONG)
            while not listening.is_there:
                count = await news.wait(count, LONG)
        await other.execute("SELECT pg_notify('event_logged', '')")
        async with asyncio.timeout(10):
            assert await news.wait(count, LONG) > count
    finally:
        await other.close()


async def test_versions_and_news_listen_on_one_connection(database: Database, news: Any) -> None:
    if database.dialect != "postgres":
        pytest.skip("SQLite is looked at")
    versions: Any = database.versions
    await versions.open()

    assert versions._listening is news._listening
    await news.close()
    assert versions._listening.is_there
    await versions.close()
    assert not versions._listening.is_there
