"""The database: opening it, one transaction, one reading statement. SQLite and PostgreSQL behave the same."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeVar, cast

from tortoise.apps import Apps
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.context import TortoiseContext, _current_context, get_current_context, require_context, set_global_context
from tortoise.exceptions import ConfigurationError

from cms.db import postgres, sqlite
from cms.db.failures import POSTGRES_FAILURES, TOO_MUCH, from_postgres
from cms.db.files import has_log, sqlite_path
from cms.db.listening import Listening
from cms.db.news import News, PostgresNews, SQLiteNews
from cms.db.paces import Paces
from cms.db.readers import LONGEST_BYTES, Readers
from cms.db.versions import PostgresVersions, SQLiteVersions, Versions
from cms.errors import SetupError, TooComplex, Unavailable

Dialect = Literal["sqlite", "postgres"]
Parameters = Mapping[str, object] | Sequence[object]
Client = TypeVar("Client", sqlite.Client, postgres.Client)

_READERS = 2


class Reading(Protocol):
    """Runs one reading statement."""

    async def fetch(self, sql: str, parameters: Parameters, seconds: float) -> bytes | str | None:
        """The only cell of the statement's first row."""

    async def close(self) -> None:
        """Give up all that is held for reading."""


class _PoolReading:
    """Reading from PostgreSQL: by the pool that writes, too, since there neither waits for the other.

    Half of the connections are kept for what is known to be quick.
    """

    def __init__(self, client: postgres.Client, pool_size: int) -> None:
        self._client = client
        self._paces = Paces()
        self._slow = asyncio.Semaphore(max(1, pool_size // 2))

    async def fetch(self, sql: str, parameters: Parameters, seconds: float) -> bytes | str | None:
        """The only cell of the statement's first row."""
        if self._paces.is_quick(sql):
            return await self._run(sql, parameters, seconds)
        try:
            async with asyncio.timeout(seconds):
                await self._slow.acquire()
        except TimeoutError as error:
            raise Unavailable("the database was too busy to begin in time; try again later") from error
        try:
            return await self._run(sql, parameters, seconds)
        finally:
            self._slow.release()

    async def _run(self, sql: str, parameters: Parameters, seconds: float) -> bytes | str | None:
        try:
            async with self._client.hold() as connection:
                began = time.monotonic()
                try:
                    return await connection.fetchval(sql, *parameters, timeout=seconds)  # type: ignore[no-any-return]
                finally:
                    self._paces.note(sql, time.monotonic() - began)
        except POSTGRES_FAILURES as error:
            raise from_postgres(error) from error

    async def close(self) -> None:
        """The pool is closed by the writing side."""


@dataclass
class Database:
    """An open database; made by `connect`.

    `statements` counts what `fetch` ran, `write_statements` what went through the ORM and through transactions.
    `was_unclean` says that a SQLite file was not closed when it was last used (or is in use by another process).
    `versions` tells the version of the content, and `news` that the change log may have grown, once they are opened.
    """

    dialect: Dialect
    was_unclean: bool
    versions: Versions
    news: News
    statements: int = field(default=0, init=False)
    _context: TortoiseContext = field(repr=False, kw_only=True)
    _client: sqlite.Client | postgres.Client = field(repr=False, kw_only=True)
    _reading: Reading = field(repr=False, kw_only=True)

    async def fetch(self, sql: str, parameters: Parameters = (), *, seconds: float = 10) -> bytes | str | None:
        """Run one reading statement and return the only cell of its first row, None if it has no row.

        On SQLite it runs on a read-only connection that waits for no writer, takes parameters by name (`:p1` and a
        mapping), and returns text as UTF-8 bytes. On PostgreSQL it takes them by number (`$1` and a sequence).
        Inside a transaction it reads what that has written.

        Raises:
            Unavailable: it took longer than `seconds`, or the database cannot answer now.
            TooComplex: the cell is longer than LONGEST_BYTES.
        """
        self.statements += 1
        transaction = self._own_transaction()
        if transaction is None:
            cell = await self._reading.fetch(sql, parameters, seconds)
        else:
            _count, rows = await transaction.execute_query(sql, cast("list[Any]", parameters))
            cell = next(iter(dict(rows[0]).values())) if rows else None
        # SQLite's readers do not even make it; what writes must be able to.
        if isinstance(cell, bytes | str) and len(cell) > LONGEST_BYTES:
            raise TooComplex(TOO_MUCH)
        return cell

    def _own_transaction(self) -> TransactionalDBClient | None:
        """The transaction that the current task is in."""
        try:
            current = self._context.db()
        except ConfigurationError:  # the database was closed
            return None
        return current if isinstance(current, TransactionalDBClient) else None

    @property
    def write_statements(self) -> int:
        """How many statements the ORM ran, those of transactions included, their BEGIN and COMMIT not."""
        return self._client.statements

    async def ping(self) -> None:
        """Ask for a sign of life.

        Raises:
            Unavailable: the database does not answer within two seconds.
        """
        try:
            async with asyncio.timeout(2):
                await self.fetch("SELECT 1", seconds=2)
        except TimeoutError as error:
            raise Unavailable("the database does not answer within 2 s") from error

    @contextmanager
    def use(self) -> Iterator[None]:
        """Make this the ORM's database for the block, where a process has several open.

        The models speak one dialect at a time, so tasks using databases of different kinds must take turns.
        """
        token = _current_context.set(self._context)
        try:
            self._teach_models()
            yield
        finally:
            _current_context.reset(token)

    def _teach_models(self) -> None:
        """Have the models speak this database's dialect; nothing is to be done where they spoke it last."""
        apps, name = self._context.apps, self._context.default_connection
        models = list(apps.get_models_iterable()) if apps is not None else []
        if all(model._meta.default_connection == name for model in models):
            return
        for model in models:
            model._meta.default_connection = name
        cast("Apps", apps)._build_initial_querysets()  # noqa: SLF001 - the ORM has no public name for it

    async def close(self) -> None:
        """Close every connection and end every thread."""
        try:
            await self.news.close()
            await self.versions.close()
            await self._reading.close()
        finally:
            await self._context.close_connections()


async def connect(
    url: str,
    *,
    models: Sequence[str] = ("cms.models",),
    create: bool = False,
    durable: bool = True,
    pool_size: int = 10,
    wait_seconds: float = 5,
    command_seconds: float | None = 30,
) -> Database:
    """Open a database and make it the ORM's; the first one opened serves every task of the process.

    Args:
        url: `sqlite:///relative/path`, `sqlite:////absolute/path` or `postgresql://user:password@host:port/name`.
        models: the modules whose models the ORM shall know.
        create: make a SQLite file that does not exist yet.
        durable: wait for the disk at every commit of SQLite. Only throw-away databases may do without.
        pool_size: connections to PostgreSQL at most.
        wait_seconds: how long to wait for a turn to write (SQLite) or a free connection (PostgreSQL).
        command_seconds: how long one statement of the ORM may take on PostgreSQL; None is without limit.

    Raises:
        SetupError: the database cannot be used as it is; nothing of it stays open.
    """
    if not url.startswith("sqlite:"):
        credentials = {"dsn": url, "pool_size": pool_size, "command_seconds": command_seconds}
        context, pool = await _open(postgres.Client, credentials | {"wait_seconds": wait_seconds}, models)
        listening = Listening(pool)
        reading, versions = _PoolReading(pool, pool_size), PostgresVersions(pool, listening)
        return _serve(context, pool, reading, versions, PostgresNews(listening))
    path = sqlite_path(url)
    was_unclean = has_log(path)
    credentials = {"file_path": str(path), "create": create, "durable": durable}
    context, writer = await _open(sqlite.Client, credentials | {"wait_seconds": wait_seconds}, models)
    readers = Readers(path, _READERS)
    try:
        await readers.open()
    except BaseException:
        await readers.close()
        await context.close_connections()
        raise
    return _serve(context, writer, readers, SQLiteVersions(path), SQLiteNews(path), was_unclean=was_unclean)


async def _open(
    client_class: type[Client], credentials: dict[str, Any], models: Sequence[str]
) -> tuple[TortoiseContext, Client]:
    """Make a context of the ORM around one open client; if that fails, nothing stays open."""
    context = TortoiseContext()
    # The ORM keeps a table's statements by this name, process-wide, and those of the two databases differ.
    name = client_class.__module__
    config = {
        "connections": {name: {"engine": name, "credentials": credentials}},
        "apps": {"models": {"models": list(models), "default_connection": name}},
    }
    token = _current_context.set(context)
    try:
        await context.init(config=config)
        client = cast("Client", context.db())
        await client.create_connection(with_db=True)
    except BaseException:
        await context.close_connections()
        raise
    finally:
        _current_context.reset(token)
    return context, client


def _serve(
    context: TortoiseContext,
    client: sqlite.Client | postgres.Client,
    reading: Reading,
    versions: Versions,
    news: News,
    *,
    was_unclean: bool = False,
) -> Database:
    dialect: Dialect = "sqlite" if isinstance(client, sqlite.Client) else "postgres"
    # Requests run in tasks that do not descend from the one that opened the database, so the ORM needs to be told of
    # it process-wide. A second database of the process is reached by `with database.use()`.
    if get_current_context() is None:
        set_global_context(context)
    client.committed = news.committed
    return Database(dialect, was_unclean, versions, news, _context=context, _client=client, _reading=reading)


def transaction(*, changes_content: bool = True) -> AbstractAsyncContextManager[TransactionalDBClient]:
    """A block that is saved whole at its end, or not at all if an exception leaves it; inside another, a savepoint.

    Yields the connection for the ORM's `using_db`. Inside the block await nothing slow, start no tasks, and run nested
    transactions one after the other. One that `changes_content` not, of what the public reads, does not make the kept
    answers ask whether they are still good.

    Raises:
        Unavailable: no turn to write came in time, or the database cannot answer now.
    """
    client = cast("sqlite.Client | postgres.Client", require_context().db())
    return client._in_transaction(changes_content=changes_content)  # noqa: SLF001 - the ORM's own seam


@asynccontextmanager
async def writing(*, changes_content: bool = True) -> AsyncIterator[TransactionalDBClient]:
    """A transaction that is alone: no other block of this sort runs at the same time, in any process.

    Every change of content is made in one. SQLite lets in one writer anyway; on PostgreSQL an advisory lock does. So
    whoever looks before he writes sees what is there, events are numbered in the order of the commits, and nobody
    waits for each other in a circle. Inside another transaction it is a part of that one: an exception that leaves the
    block must not be caught before it has left a `transaction()` around it. `changes_content` is as there.

    Raises:
        Unavailable: no turn to write came in time, or the database cannot answer now.
    """
    current = require_context().db()
    if isinstance(current, TransactionalDBClient):
        yield current
        return
    client = cast("sqlite.Client | postgres.Client", current)
    try:
        # Whoever waits holds no connection meanwhile, or readers would soon find none free.
        async with client.turn_to_write(), transaction(changes_content=changes_content) as tx:
            await lock(tx, "writing")
            yield tx
    finally:
        client.committed()


async def lock(tx: TransactionalDBClient, name: str) -> None:
    """Hold other transactions that lock the same name until this one ends. On SQLite they already wait."""
    if tx.capabilities.dialect == "postgres":
        await tx.execute_query("SELECT pg_advisory_xact_lock(hashtext($1))", [name])


async def check(database: Database) -> None:
    """Look whether the database is sound: after an unclean stop SQLite's whole file is read (quick_check).

    Raises:
        SetupError: the file is damaged.
        Unavailable: the database does not answer.
    """
    await database.ping()
    if not database.was_unclean:
        return
    finding = await database.fetch("PRAGMA quick_check(1)", seconds=3600)
    if finding not in {b"ok", "ok"}:
        raise SetupError("The database file is damaged.", "Restore a backup (docs/databases.md tells how).")
