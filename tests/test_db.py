"""The database engines: what happens when tasks are cancelled, outlive their transaction, or the database fails."""

from __future__ import annotations

import asyncio
import contextvars
import multiprocessing
import random
import sqlite3
import textwrap
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tortoise.context import require_context
from tortoise.exceptions import IntegrityError, OperationalError, TransactionManagementError

from cms.db import Database, connect, lock, transaction, writing
from cms.db import sqlite as sqlite_engine
from cms.db.paces import Paces
from cms.db.statements import split_statements
from cms.errors import BadUserInput, TooComplex, Unavailable
from tests.databases import make_tables
from tests.small_models import Book, Shelf

pytestmark = pytest.mark.anyio

SLOW = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000000) SELECT max(x) FROM n"


def named(database: Database, *values: object) -> Any:
    """Parameters as the database's reading side takes them."""
    return {f"p{n}": value for n, value in enumerate(values, 1)} if database.dialect == "sqlite" else values


async def count_books(database: Database) -> int:
    answer = await database.fetch("SELECT CAST(count(*) AS TEXT) FROM book")
    assert answer is not None
    return int(answer)


# Cancellation


async def write_pairs(number: int) -> None:
    async with transaction() as tx:
        await Book.create(title=f"first {number}", using_db=tx)
        await asyncio.sleep(0)
        if number % 3 == 0:
            async with transaction() as inner:
                await Book.create(title=f"nested {number}", using_db=inner)
        if number % 5 == 0:
            await Book.bulk_create([Book(title=f"bulk {number} {n}") for n in range(3)], using_db=tx)
        await Book.create(title=f"second {number}", using_db=tx)


async def write_many(number: int) -> None:
    await Book.bulk_create([Book(title=f"many {number} {n}") for n in range(20)])


async def test_400_cancelled_transactions_leave_nothing_half_written_and_no_connection_lost(small: Database) -> None:
    seeded = random.Random(20)
    loop = asyncio.get_running_loop()
    cancelled = 0
    for round_number in range(50):
        work = (write_many if number % 8 == 7 else write_pairs for number in range(8))
        tasks = [asyncio.create_task(act(round_number * 8 + number)) for number, act in enumerate(work)]
        for task in tasks:
            # Some are cancelled before they begin, most in the middle, and some again while they roll back.
            loop.call_later(seeded.uniform(0, 0.012), task.cancel)
            loop.call_later(seeded.uniform(0, 0.012), task.cancel)
        async with asyncio.timeout(20):
            outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        cancelled += sum(isinstance(outcome, asyncio.CancelledError) for outcome in outcomes)
        assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []

    async with asyncio.timeout(5):
        # As many at once as there are connections: none may be missing.
        await asyncio.gather(*(write_pairs(1000 + n) for n in range(5)))
    titles = Counter(title.split()[0] for title in await Book.all().values_list("title", flat=True))
    numbers = await Book.filter(title__startswith="many").values_list("title", flat=True)
    by_batch = Counter(title.split()[1] for title in numbers)
    assert cancelled > 100
    assert titles["first"] == titles["second"]
    assert titles["bulk"] % 3 == 0
    assert set(by_batch.values()) <= {20}
    assert await count_books(small) == sum(titles.values())


async def test_a_task_cancelled_while_it_waits_for_its_turn_leaves_the_turn_to_others(small: Database) -> None:
    opened = asyncio.Event()

    async def wait_and_write(number: int) -> None:
        await opened.wait()
        await write_pairs(number)

    waiting = [asyncio.create_task(wait_and_write(number)) for number in range(6)]
    await asyncio.sleep(0)
    async with transaction():
        opened.set()
        await asyncio.sleep(0.02)
        for task in waiting:
            task.cancel()
        await asyncio.wait(waiting)

    await write_pairs(10)

    assert await Book.filter(title__endswith=" 10").count() == 2


async def test_when_a_cancelled_task_has_ended_its_transaction_has_too(
    small: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if small.dialect == "postgres":
        pytest.skip("PostgreSQL may stop the COMMIT itself")
    committing = threading.Event()
    commit = sqlite_engine._commit

    def commit_slowly(connection: sqlite3.Connection) -> None:
        committing.set()
        time.sleep(0.1)
        commit(connection)

    monkeypatch.setattr(sqlite_engine, "_commit", commit_slowly)
    task = asyncio.create_task(write_pairs(1))
    await asyncio.to_thread(committing.wait)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert await count_books(small) == 2


async def test_a_timeout_inside_a_transaction_undoes_the_nested_part_only(small: Database) -> None:
    async with transaction() as tx:
        await Book.create(title="kept", using_db=tx)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05), transaction() as inner:
                await Book.create(title="undone", using_db=inner)
                await asyncio.sleep(1)
        await Book.create(title="kept, too", using_db=tx)

    assert await Book.all().order_by("id").values_list("title", flat=True) == ["kept", "kept, too"]


# Transactions


async def test_an_exception_rolls_the_whole_transaction_back(small: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with transaction() as tx:
            await Book.create(title="lost", using_db=tx)
            raise ZeroDivisionError

    assert await count_books(small) == 0


async def test_a_nested_transaction_can_fail_alone(small: Database) -> None:
    async with transaction() as tx:
        await Shelf.create(name="a", using_db=tx)
        with pytest.raises(IntegrityError):
            async with transaction() as inner:
                await Shelf.create(name="b", using_db=inner)
                await Shelf.create(name="a", using_db=inner)
        await Shelf.create(name="c", using_db=tx)

    assert await Shelf.all().order_by("name").values_list("name", flat=True) == ["a", "c"]


async def test_a_task_that_outlives_its_transaction_cannot_write_into_the_next(small: Database) -> None:
    wake = asyncio.Event()

    async def stray() -> None:
        await wake.wait()
        await Book.create(title="stray")

    async with transaction():
        task = asyncio.create_task(stray())
    async with transaction():
        wake.set()
        with pytest.raises(TransactionManagementError, match="has ended"):
            await task

    assert await count_books(small) == 0


async def test_a_task_that_outlives_a_nested_transaction_is_refused_as_well(small: Database) -> None:
    async with transaction():
        async with transaction():
            task = asyncio.create_task(asyncio.sleep(0.01))
            context_task = asyncio.create_task(_write_after(task))
        with pytest.raises(TransactionManagementError, match="has ended"):
            await context_task

    assert await count_books(small) == 0


async def _write_after(task: asyncio.Task[None]) -> None:
    await task
    await Book.create(title="stray")


async def test_a_failing_sibling_does_not_let_the_other_write_after_the_rollback(small: Database) -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    async def write_late() -> None:
        await asyncio.sleep(0.02)
        await Book.create(title="late")

    late: asyncio.Task[None] | None = None
    with pytest.raises(ZeroDivisionError):
        async with transaction():
            late = asyncio.create_task(write_late())
            await asyncio.gather(fail(), late)

    assert late is not None
    with pytest.raises(TransactionManagementError):
        await late
    assert await count_books(small) == 0


async def test_overlapping_nested_transactions_are_refused(small: Database) -> None:
    async def nest(number: int) -> None:
        async with transaction() as inner:
            await Book.create(title=str(number), using_db=inner)
            await asyncio.sleep(0.01)

    with pytest.raises(TransactionManagementError, match="must not overlap"):
        async with transaction():
            await asyncio.gather(nest(1), nest(2))

    await write_pairs(1)
    assert await count_books(small) == 2


async def test_transactions_end_by_their_block_alone(small: Database) -> None:
    async with transaction() as tx:
        with pytest.raises(TransactionManagementError, match="async with"):
            await tx.rollback()


async def test_bulk_create_is_all_or_nothing(small: Database) -> None:
    with pytest.raises(IntegrityError):
        await Shelf.bulk_create([Shelf(name="a"), Shelf(name="b"), Shelf(name="a")])

    assert await Shelf.all().count() == 0


async def test_transactions_of_one_process_do_not_see_each_others_changes(small: Database) -> None:
    book = await Book.create(title="counted")

    async def add_one() -> None:
        async with transaction() as tx:
            await lock(tx, "copies")
            stored = await Book.get(id=book.id, using_db=tx)
            await asyncio.sleep(0)
            await Book.filter(id=book.id).using_db(tx).update(copies=stored.copies + 1)

    await asyncio.gather(*(add_one() for _ in range(20)))

    assert (await Book.get(id=book.id)).copies == 20


async def test_updated_rows_are_counted_without_what_triggers_do(small: Database) -> None:
    if small.dialect == "postgres":
        pytest.skip("PostgreSQL never counts the work of triggers")
    book = await Book.create(title="watched")
    async with transaction() as tx:
        await tx.execute_script(
            "CREATE TRIGGER noisy AFTER UPDATE ON book BEGIN "
            "INSERT INTO shelf (name) VALUES ('a'); INSERT INTO shelf (name) VALUES ('b'); END;"
        )

    changed = await Book.filter(id=book.id).update(copies=1)

    assert changed == 1
    assert await Shelf.all().count() == 2


async def test_foreign_keys_and_checks_hold(small: Database) -> None:
    with pytest.raises(IntegrityError):
        await Book.create(title="homeless", shelf_id=404)
    with pytest.raises(IntegrityError):
        await Book.create(title="negative", copies=-1)


async def test_a_commit_that_postgres_turned_into_a_rollback_raises(small: Database) -> None:
    if small.dialect == "sqlite":
        pytest.skip("on SQLite a failed statement does not fail its transaction")
    with pytest.raises(TransactionManagementError, match="nothing of it was saved"):
        async with transaction() as tx:
            await Shelf.create(name="a", using_db=tx)
            with suppress(IntegrityError):
                await Shelf.create(name="a", using_db=tx)

    assert await Shelf.all().count() == 0


# Several processes


def _count_up(url: str, times: int, barrier: Any) -> int:
    """Read and then write, again and again; the number of failures."""

    async def work() -> int:
        failures = 0
        database = await connect(url, models=("tests.small_models",), durable=False)
        await asyncio.to_thread(barrier.wait)
        for _ in range(times):
            try:
                async with transaction() as tx:
                    await lock(tx, "copies")
                    book = await Book.get(title="shared", using_db=tx)
                    await Book.filter(id=book.id).using_db(tx).update(copies=book.copies + 1)
            except (OperationalError, Unavailable):
                failures += 1
        await database.close()
        return failures

    return asyncio.run(work())


async def test_two_processes_that_read_then_write_never_find_the_database_locked(
    small: Database, small_url: str
) -> None:
    await Book.create(title="shared")
    processes = multiprocessing.get_context("spawn")

    with processes.Manager() as manager, processes.Pool(2) as pool:
        work = [(small_url, 150, manager.Barrier(2))] * 2
        failures = await asyncio.to_thread(pool.starmap, _count_up, work)
        pool.close()
        pool.join()

    assert failures == [0, 0]
    assert (await Book.get(title="shared")).copies == 300


async def test_nobody_else_can_write_between_the_read_and_the_write_of_a_transaction(
    small: Database, tmp_path: Path
) -> None:
    if small.dialect == "postgres":
        pytest.skip("on PostgreSQL `lock` does this")
    await Book.create(title="shared")
    other = sqlite3.connect(tmp_path / "site.sqlite3", isolation_level=None, timeout=0)

    async with transaction() as tx:
        await Book.get(title="shared", using_db=tx)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("UPDATE book SET copies = 7")
        await Book.filter(title="shared").using_db(tx).update(copies=1)
    other.close()

    assert (await Book.get(title="shared")).copies == 1


# Reading


async def test_fetch_returns_the_only_cell(small: Database) -> None:
    await Book.create(title="晚报")
    placeholder = ":p1" if small.dialect == "sqlite" else "$1"

    found = await small.fetch(f"SELECT title FROM book WHERE title = {placeholder}", named(small, "晚报"))
    missing = await small.fetch(f"SELECT title FROM book WHERE title = {placeholder}", named(small, "早报"))

    assert found in {"晚报".encode(), "晚报"}
    assert missing is None


async def test_fetch_does_not_wait_for_an_open_transaction_and_sees_only_the_own_one(small: Database) -> None:
    outside = contextvars.copy_context()
    async with transaction() as tx:
        await Book.create(title="not yet", using_db=tx)
        async with asyncio.timeout(1):
            seen = await count_books(small)
            seen_outside = await asyncio.create_task(count_books(small), context=outside)

    assert (seen, seen_outside) == (1, 0)
    assert await count_books(small) == 1


async def test_fetch_cannot_write_on_sqlite(small: Database) -> None:
    if small.dialect == "postgres":
        pytest.skip("the pool of PostgreSQL serves readers and writers")

    with pytest.raises(Unavailable):
        await small.fetch("DELETE FROM book RETURNING 1")


async def test_a_slow_statement_ends_at_its_deadline_and_others_go_on(small: Database) -> None:
    await count_books(small)  # from here on it is known to be quick
    began = time.monotonic()
    slow = asyncio.create_task(small.fetch(SLOW, seconds=0.4))
    await asyncio.sleep(0.05)
    quick_began = time.monotonic()
    await count_books(small)
    quick = time.monotonic() - quick_began

    with pytest.raises(Unavailable):
        await slow

    assert time.monotonic() - began < 2
    assert quick < 0.3
    await small.ping()


async def test_many_slow_statements_do_not_hold_up_what_is_known_to_be_quick(small: Database) -> None:
    await count_books(small)
    slow = [asyncio.create_task(small.fetch(SLOW, seconds=20)) for _ in range(10)]
    await asyncio.sleep(0.05)

    for _ in range(20):
        await count_books(small)

    assert not any(task.done() for task in slow)
    for task in slow:
        task.cancel()
    await asyncio.wait(slow)


async def test_what_was_cancelled_or_never_ran_is_not_taken_for_quick(small: Database) -> None:
    paces = small._reading._paces  # type: ignore[attr-defined]  # both kinds have one
    slow = asyncio.create_task(small.fetch(SLOW, seconds=20))
    await asyncio.sleep(0.1)
    if small.dialect == "sqlite":
        with pytest.raises(Unavailable):
            await small.fetch("SELECT 5", seconds=0.05)
        assert not paces.is_quick("SELECT 5")

    slow.cancel()
    await asyncio.wait([slow])

    assert not paces.is_quick(SLOW)


def test_a_statement_is_quick_once_it_was_and_after_it_was_slow_when_it_was_quick_ten_times() -> None:
    paces = Paces()
    assert not paces.is_quick("a")
    paces.note("a", 0.001)
    assert paces.is_quick("a")

    paces.note("a", 0.5)
    seen = []
    for _ in range(11):
        seen.append(paces.is_quick("a"))
        paces.note("a", 0.001)

    assert seen == [False] * 10 + [True]


def test_quick_statements_that_are_asked_for_are_not_forgotten_for_new_ones() -> None:
    paces = Paces()
    paces.note("a", 0.001)
    for number in range(5_000):
        paces.note(str(number), 0.001)
        assert paces.is_quick("a")
    assert not paces.is_quick("0")


async def test_cancelled_reads_do_not_poison_their_connection(small: Database) -> None:
    for _ in range(20):
        tasks = [asyncio.create_task(small.fetch(SLOW)) for _ in range(4)]
        await asyncio.sleep(0.005)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)

    async with asyncio.timeout(2):
        answers = await asyncio.gather(*(count_books(small) for _ in range(10)))

    assert answers == [0] * 10


async def test_statements_are_counted(small: Database) -> None:
    await count_books(small)
    before = small.statements, small.write_statements

    await count_books(small)
    async with transaction() as tx:
        await Book.create(title="a", using_db=tx)
        await Book.filter(title="a").using_db(tx).update(copies=2)

    assert (small.statements - before[0], small.write_statements - before[1]) == (1, 2)


# Failures


async def test_values_no_column_can_hold_are_refused_as_input(small: Database) -> None:
    await Book.create(title="a")

    for values in ({"id": 2**70}, {"title": "\ud800"}):
        with pytest.raises(BadUserInput):
            await Book.filter(**values).update(copies=1)


SQLITE_LIMITS = {
    "answer": "SELECT zeroblob(33 * 1024 * 1024)",
    "statement": f"SELECT '{'x' * 33 * 1024 * 1024}'",
    "depth": "SELECT " + "1+" * 3000 + "1",
    "stack": "SELECT " + "(" * 3000 + "1" + ")" * 3000,
    "columns": "SELECT " + ",".join("1" * 3000),
    "unions": " UNION ALL ".join(["SELECT 1"] * 1000),
    "tables": "SELECT * FROM " + ",".join(f"(SELECT 1) t{n}" for n in range(70)),
    "pattern": f"SELECT 'a' LIKE '{'x' * 60_000}'",
}
POSTGRES_LIMITS = {
    "answer": "SELECT repeat('x', 1100000000)",
    "brackets": "SELECT " + "(" * 50_000 + "1" + ")" * 50_000,
    "depth": "SELECT " + "1+" * 50_000 + "1",
    "columns": "SELECT " + ",".join("1" * 2000),
}


async def test_statements_beyond_the_limits_of_the_database_are_too_complex(small: Database) -> None:
    limits = SQLITE_LIMITS if small.dialect == "sqlite" else POSTGRES_LIMITS

    for name, sql in limits.items():
        with pytest.raises(TooComplex, match="ask for less"):
            await small.fetch(sql)
            pytest.fail(name)


async def test_too_many_arguments_are_too_complex(small: Database) -> None:
    if small.dialect == "sqlite":
        count, marks = 260_000, ["?"] * 260_000
    else:
        count, marks = 40_000, [f"${number}::int" for number in range(1, 40_001)]

    with pytest.raises(TooComplex):
        await small.fetch(f"SELECT 1 WHERE 1 IN ({', '.join(marks)})", list(range(count)))


async def test_a_writer_waits_for_other_programs_as_long_as_it_is_told(small_url: str, tmp_path: Path) -> None:
    if not small_url.startswith("sqlite:"):
        pytest.skip("PostgreSQL waits for rows, not for files")
    database = await connect(small_url, models=("tests.small_models",), wait_seconds=0.1)
    other = sqlite3.connect(tmp_path / "site.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = time.perf_counter()
    try:
        with pytest.raises(Unavailable, match="locked"):
            await write_pairs(1)
    finally:
        other.close()
        await database.close()

    assert time.perf_counter() - start < 2


async def test_a_mistake_in_sql_stays_a_bug(small: Database) -> None:
    with pytest.raises(OperationalError):
        async with transaction() as tx:
            await tx.execute_query("SELECT no_such_column FROM book")
    with pytest.raises(OperationalError):
        await small.fetch("SELECT no_such_column FROM book")


async def test_waiting_for_a_turn_or_a_connection_ends_with_unavailable(small_url: str) -> None:
    database = await connect(small_url, models=("tests.small_models",), pool_size=1, wait_seconds=0.1)
    opened = asyncio.Event()

    async def wait_and_write() -> None:
        await opened.wait()
        await write_pairs(1)

    task = asyncio.create_task(wait_and_write())
    await asyncio.sleep(0)
    try:
        async with transaction():
            opened.set()
            with pytest.raises(Unavailable, match="within"):
                await task
        await write_pairs(2)
    finally:
        await database.close()


async def test_a_closed_database_answers_unavailable(small_url: str) -> None:
    database = await connect(small_url, models=("tests.small_models",))
    await database.close()

    with pytest.raises(Unavailable):
        await database.fetch("SELECT 1")


async def test_a_lock_held_by_another_program_is_unavailable(small: Database, tmp_path: Path) -> None:
    if small.dialect == "postgres":
        pytest.skip("PostgreSQL waits for rows, not for files")
    await require_context().db().execute_script("PRAGMA busy_timeout = 100")
    other = sqlite3.connect(tmp_path / "site.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(Unavailable, match="locked"):
            await write_pairs(1)
    finally:
        other.close()

    await write_pairs(2)
    assert await count_books(small) == 2


async def test_a_full_disk_is_unavailable_and_saves_nothing_of_the_transaction(small: Database) -> None:
    if small.dialect == "postgres":
        pytest.skip("needs a file system of its own for the server")
    pages = await small.fetch("SELECT CAST(page_count AS TEXT) FROM pragma_page_count()")
    assert pages is not None
    # SQLite answers the same when the disk has no room as when the file may not grow.
    await require_context().db().execute_script(f"PRAGMA max_page_count = {int(pages) + 2}")

    with pytest.raises(Unavailable, match="full"):
        async with transaction() as tx:
            for number in range(100):
                await Book.create(title=str(number), notes={"text": "x" * 4000}, using_db=tx)
    await require_context().db().execute_script("PRAGMA max_page_count = 1000000")

    assert await count_books(small) == 0
    await write_pairs(1)


async def test_a_lost_server_is_unavailable_and_comes_back(small: Database) -> None:
    if small.dialect == "sqlite":
        pytest.skip("there is no server to lose")
    await count_books(small)
    outside = contextvars.copy_context()
    end_others = (
        "SELECT count(pg_terminate_backend(pid))::text FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    with pytest.raises(Unavailable):
        async with transaction() as tx:
            await Book.create(title="lost", using_db=tx)
            await asyncio.create_task(small.fetch(end_others), context=outside)
            await Book.create(title="lost, too", using_db=tx)

    await write_pairs(1)
    assert await count_books(small) == 2


async def test_several_databases_of_one_process_are_used_in_turn(small: Database, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/other.sqlite3"
    other = await connect(url, models=("tests.small_models",), create=True)
    try:
        await make_tables(other)
        with other.use():
            await Book.create(title="in the other")
        with small.use():
            await Book.create(title="in the first")
            titles = await Book.all().values_list("title", flat=True)

        assert titles == ["in the first"]
        assert await count_books(other) == 1
    finally:
        await other.close()


async def test_closing_ends_every_thread(small_url: str) -> None:
    before = threading.active_count()

    database = await connect(small_url, models=("tests.small_models",))
    await database.ping()
    await database.close()

    assert threading.active_count() == before


# Scripts


def test_scripts_are_split_where_statements_end() -> None:
    script = textwrap.dedent(
        """
        CREATE TABLE a (x TEXT DEFAULT ';'); -- one; two
        CREATE TRIGGER t AFTER INSERT ON a BEGIN
            UPDATE a SET x = 'end;'; DELETE FROM a WHERE x = ';';
        END;
        /* ; */ SELECT 1
        """
    )

    assert [statement.split()[0:2] for statement in split_statements(script)] == [
        ["CREATE", "TABLE"],
        ["--", "one;"],
        ["/*", ";"],
    ]


def test_a_script_that_ends_in_the_middle_is_refused() -> None:
    with pytest.raises(ValueError, match="in the middle"):
        split_statements("CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a;")


async def test_writers_that_wait_take_no_connection_from_readers(small_url: str) -> None:
    database = await connect(small_url, models=("tests.small_models",), pool_size=3, wait_seconds=0.5)
    opened = asyncio.Event()

    async def write() -> None:
        await opened.wait()
        async with writing():
            pass

    async def read() -> object:
        await opened.wait()
        return await database.fetch("SELECT 1")

    writers, reader = [asyncio.create_task(write()) for _ in range(6)], asyncio.create_task(read())
    await asyncio.sleep(0)
    try:
        async with writing():
            opened.set()
            assert await reader == 1
        await asyncio.gather(*writers)
    finally:
        await database.close()
