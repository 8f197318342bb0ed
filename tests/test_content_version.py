"""The version of the content: what raises it, and that nobody goes on with an old one."""

from __future__ import annotations

import asyncio
import inspect
import json
import sqlite3
from contextlib import suppress
from typing import Any

import asyncpg
import pytest
from tortoise.context import require_context

from cms.db import Database, transaction
from cms.db.files import sqlite_path
from cms.models import Draft, Source, content
from tests.accounts import cheap_hashes, make_user
from tests.content import make_draft, make_site_content, make_source
from tests.operations import Operations
from tests.schema.differential import Both, pools_of

__all__ = ["cheap_hashes"]  # a fixture of all tests here
pytestmark = pytest.mark.anyio

CONTENT = {
    model._meta.db_table
    for _name, model in inspect.getmembers(content, inspect.isclass)
    if model.__module__ == content.__name__
}


@pytest.fixture
def only_sqlite(dialect: str) -> None:
    if dialect != "sqlite":
        pytest.skip("SQLite tells which tables a statement reads")


@pytest.fixture
def only_postgres(dialect: str) -> None:
    if dialect != "postgres":
        pytest.skip("SQLite is looked at each time, nobody is listened to")


@pytest.fixture
async def followed(database: Database) -> Database:
    await database.versions.open()
    return database


async def version(database: Database) -> int:
    found = await database.versions.current()
    assert found is not None
    return found


async def counted_tables(database: Database) -> set[str]:
    """The tables that have a trigger for each kind of change."""
    if database.dialect == "sqlite":
        sql = "SELECT json_group_array(tbl_name || ' ' || sql) FROM sqlite_master WHERE type = 'trigger'"
    else:
        sql = "SELECT json_agg(event_object_table || ' ' || event_manipulation) FROM information_schema.triggers"
    found = await database.fetch(sql)
    assert found
    rows = json.loads(found)
    kinds = ("INSERT", "UPDATE", "DELETE")
    tables = {row.split()[0] for row in rows}
    return {
        table
        for table in tables
        if all(any(row.startswith(f"{table} ") and kind in row.upper() for row in rows) for kind in kinds)
    }


async def test_every_table_of_the_content_counts(database: Database) -> None:
    assert CONTENT | {"publication"} <= await counted_tables(database)


@pytest.mark.usefixtures("only_sqlite")
async def test_every_table_that_the_public_reads_counts(database: Database, database_url: str) -> None:
    await make_site_content(1)
    both = await Both.over(database)
    operations = Operations(both.printed, pools_of(both.reference.rows), "tables")
    for _ in range(150):
        operation = operations.make()
        await both.schema.execute(operation.query, variable_values=operation.variables)

    read: set[str] = set()
    connection = sqlite3.connect(sqlite_path(database_url))
    try:
        connection.set_authorizer(lambda act, table, *_: read.add(str(table)) or 0 if act == sqlite3.SQLITE_READ else 0)
        for sql, parameters in both.sql:
            connection.execute(f"EXPLAIN {sql}", parameters).close()
    finally:
        connection.close()

    tables = {name for (name,) in sqlite3.connect(sqlite_path(database_url)).execute("SELECT name FROM sqlite_master")}
    assert read & tables <= await counted_tables(database)
    assert {"article", "article_body", "credit", "publication", "redirect", "site"} <= read


async def test_each_kind_of_change_counts_and_nothing_else_does(followed: Database) -> None:
    seen = [await version(followed)]

    async def rises() -> bool:
        seen.append(await version(followed))
        return seen[-1] > seen[-2]

    source = await make_source("新华社")
    assert await rises()
    await Source.filter(id=source.id).update(url="https://example.org")
    assert await rises()
    await Source.filter(id=source.id).delete()
    assert await rises()
    await make_draft("not yet public")
    await Draft.all().update(title_key="x")
    await make_user()
    assert not await rises()


async def test_what_is_rolled_back_does_not_count(followed: Database) -> None:
    before = await version(followed)

    with suppress(ZeroDivisionError):
        async with transaction() as tx:
            await Source.create(name="a", key="a", sort_key="a", slug="a", using_db=tx)
            raise ZeroDivisionError

    assert await version(followed) == before


async def test_a_transaction_counts_when_it_is_committed(followed: Database) -> None:
    before = await version(followed)

    async with transaction() as tx:
        await Source.create(name="a", key="a", sort_key="a", slug="a", using_db=tx)
        inside = await asyncio.create_task(version(followed))

    assert inside == before
    assert await version(followed) == before + 1


@pytest.mark.usefixtures("only_postgres")
async def test_another_process_is_heard(followed: Database, database_url: str) -> None:
    before = await version(followed)
    assert followed.versions.known() == before
    other = await asyncpg.connect(database_url)
    try:
        await other.execute(
            "INSERT INTO source (name, key, sort_key, slug, kind, url, licence, credit_line, language)"
            " VALUES ('a', 'a', 'a', 'a', 'OTHER', '', '', '', '')"
        )
        async with asyncio.timeout(10):
            while followed.versions.known() == before:  # noqa: ASYNC110 - it is told of nobody else
                await asyncio.sleep(0.001)
    finally:
        await other.close()

    assert await version(followed) == before + 1


@pytest.mark.usefixtures("only_postgres")
async def test_a_lost_connection_makes_it_ask_and_listen_anew(followed: Database, database_url: str) -> None:
    versions: Any = followed.versions
    before = await version(followed)
    pid = versions._listening._connection.get_server_pid()
    other = await asyncpg.connect(database_url)
    try:
        await other.execute("SELECT pg_terminate_backend($1)", pid)
        async with asyncio.timeout(10):
            while not versions._listening.is_there or versions._listening._connection.get_server_pid() == pid:
                # Whatever it knows meanwhile is true.
                assert await version(followed) == before
                await asyncio.sleep(0.005)
    finally:
        await other.close()
    await make_source()
    async with asyncio.timeout(10):
        # Being told of a change that was seen already makes it ask once more.
        while versions.known() is None:
            assert await version(followed) == before + 1
            await asyncio.sleep(0.005)
    assert versions.known() == before + 1


@pytest.mark.usefixtures("only_postgres")
async def test_without_a_connection_to_listen_on_nothing_is_remembered(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(_self: object) -> None:
        raise asyncpg.TooManyConnectionsError("no more")

    monkeypatch.setattr(type(require_context().db()), "connect", refuse)
    await database.versions.open()

    before = await version(database)
    assert database.versions.known() is None
    await make_source()
    assert await version(database) == before + 1


async def test_a_database_that_cannot_answer_tells_nothing(followed: Database) -> None:
    await followed.close()

    assert followed.versions.known() is None
    assert await followed.versions.current() is None


@pytest.mark.usefixtures("only_postgres")
async def test_a_transaction_that_changes_no_content_makes_nobody_ask_anew(followed: Database) -> None:
    before = await version(followed)

    async with transaction(changes_content=False):
        await Draft.all().count()
    assert followed.versions.known() == before

    async with transaction():
        await Draft.all().count()
    assert followed.versions.known() is None
