"""The ORM's engine for SQLite: one writing connection, one transaction at a time, safe to cancel anywhere.

What differs from the ORM's own engine, and why:

- BEGIN IMMEDIATE: a transaction that reads and then writes waits its turn instead of failing with "database is locked".
- BEGIN, COMMIT and ROLLBACK are one function each in the connection's thread and run to their end, so a task that is
  cancelled at any await gives the connection back with nothing left open.
- A statement of a task that outlived its transaction raises instead of running inside a stranger's.
- The number of updated rows leaves out what triggers did.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient
from tortoise.connection import ConnectionToken, get_connections

from cms.db.files import open_for_writing
from cms.db.nesting import Nested, OpenTransaction
from cms.db.statements import split_statements
from cms.db.threads import Connection
from cms.errors import Unavailable

if TYPE_CHECKING:
    from types import TracebackType

Result = TypeVar("Result")
Rows = list[Any]  # of sqlite3.Row, which the ORM reads by column name


class Client(SqliteClient):
    """The writing connection as the ORM sees it. `statements` counts what was run through it, transactions included."""

    def __init__(self, file_path: str, *, create: bool, durable: bool, wait_seconds: float, **options: Any) -> None:
        super().__init__(file_path, **options)
        self._path = Path(file_path)
        self._create = create
        self._synchronous = "FULL" if durable else "OFF"
        self.wait_seconds = wait_seconds
        self.statements = 0
        # Called after each block of `cms.db.writing()`.
        self.committed: Callable[[], None] = _nobody_waits
        self._connection: Connection | None = None

    async def create_connection(self, with_db: bool) -> None:
        """Open the file; called once, by `connect`.

        Raises:
            SetupError: there is no usable database at this path.
            Unavailable: the connection was closed before.
        """
        if self._connection is not None:
            raise Unavailable("the database is closed")
        connection = Connection(
            lambda: open_for_writing(
                self._path, create=self._create, synchronous=self._synchronous, wait_seconds=self.wait_seconds
            )
        )
        await connection.open()
        self._connection = connection
        await self._post_connect()

    async def close(self) -> None:
        """Close the connection and end its thread; a later statement raises Unavailable."""
        if self._connection is not None:
            await self._connection.close()

    @property
    def thread(self) -> Connection:
        """The open connection."""
        if self._connection is None:
            raise Unavailable("the database is not open")
        return self._connection

    async def take_turn(self) -> None:
        """Wait until no transaction is open, at most `wait_seconds`."""
        try:
            async with asyncio.timeout(self.wait_seconds):
                await self._lock.acquire()
        except TimeoutError as error:
            raise Unavailable(f"no turn to write within {self.wait_seconds:g} s; try again later") from error

    def end_turn(self) -> None:
        """Let the next one write."""
        self._lock.release()

    def turn_to_write(self) -> AbstractAsyncContextManager[None]:
        """Nothing: a transaction takes its turn itself."""
        return nullcontext()

    async def run(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run one statement by itself."""
        self.statements += 1
        await self.take_turn()
        try:
            return await self.thread.call(function)
        finally:
            self.end_turn()

    def _in_transaction(self, *, changes_content: bool = True) -> TransactionContext:
        return Transaction(self)

    async def execute_insert(self, query: str, values: list[Any]) -> int:
        """Insert a row and return its number."""
        return await self.run(lambda connection: connection.execute(query, values).lastrowid or 0)

    async def execute_query(self, query: str, values: list[Any] | None = None) -> tuple[int, Sequence[Any]]:
        """Run a statement: how many rows it changed (or returned), and the rows it returned."""
        return await self.run(lambda connection: _rows(connection, query, values))

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Run a statement and return its rows as dictionaries."""
        _count, rows = await self.execute_query(query, values)
        return [dict(row) for row in rows]

    async def execute_script(self, query: str) -> None:
        """Run several statements. Inside a transaction they belong to it, unlike sqlite3's own executescript."""
        await self.run(lambda connection: _script(connection, query))

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Run a statement once for each list of values: all of them or none."""
        async with Transaction(self) as transaction:
            await transaction.execute_many(query, values)


class TransactionClient(Client, OpenTransaction, TransactionalDBClient):
    """One transaction, or one savepoint in it, as the ORM sees it."""

    # These override the same names of the ORM's abstract client.
    begin = OpenTransaction.begin
    savepoint = rollback = savepoint_rollback = commit = release_savepoint = OpenTransaction.begin

    def __init__(self, root: Client, enclosing: TransactionClient | None = None) -> None:
        self.root = root
        self.enclosing = enclosing
        self.depth = enclosing.depth + 1 if enclosing else 0
        self.connection_name = root.connection_name
        self.fetch_inserted = root.fetch_inserted
        self.log = root.log

    @property
    def thread(self) -> Connection:
        """The open connection."""
        return self.root.thread

    def acquire_connection(self) -> Any:
        """Not offered: every statement goes through `run`."""
        raise NotImplementedError

    async def run(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run one statement inside the transaction."""
        self.ensure_open()
        self.root.statements += 1
        return await self.thread.call(lambda connection: _inside(connection, function))

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Run a statement once for each list of values."""
        await self.run(lambda connection: connection.executemany(query, values).rowcount)

    async def command(self, sql: str) -> None:
        """Open or close a savepoint; nothing is left to do once SQLite itself has rolled the transaction back."""
        await self.thread.finish(lambda connection: connection.in_transaction and connection.execute(sql))

    def _in_transaction(self, *, changes_content: bool = True) -> TransactionContext:
        return Nested(TransactionClient(self.root, self))


class Transaction(TransactionContext):
    """The outermost `async with transaction()`: takes the turn to write, begins, and ends whatever happens."""

    def __init__(self, root: Client) -> None:
        self._client = TransactionClient(root)
        self._root = root
        self._token: ConnectionToken | None = None

    async def __aenter__(self) -> TransactionClient:
        root = self._root
        await root.take_turn()
        try:
            await root.thread.finish(_begin)
        except BaseException:
            await self._end(_roll_back)
            raise
        self._token = get_connections().set(root.connection_name, self._client)
        return self._client

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.is_over = True
        try:
            await self._end(_commit if kind is None else _roll_back)
        finally:
            get_connections().reset(self._token)

    async def _end(self, function: Callable[[sqlite3.Connection], None]) -> None:
        try:
            await self._root.thread.finish(function)
        finally:
            self._root.end_turn()


def _nobody_waits() -> None:
    """What is done after a commit as long as nobody follows."""


def _begin(connection: sqlite3.Connection) -> None:
    # A leftover can only come from a bug; committing it, as the ORM's own engine does, would make the bug permanent.
    _roll_back(connection)
    connection.execute("BEGIN IMMEDIATE")


def _commit(connection: sqlite3.Connection) -> None:
    if not connection.in_transaction:
        raise Unavailable("the database gave the transaction up and nothing was saved; try again later")
    try:
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _inside(connection: sqlite3.Connection, function: Callable[[sqlite3.Connection], Result]) -> Result:
    # A full disk can make SQLite roll back by itself. Whatever ran then would be saved at once, each by itself.
    if not connection.in_transaction:
        raise Unavailable("the database gave the transaction up and nothing was saved; try again later")
    return function(connection)


def _rows(connection: sqlite3.Connection, query: str, values: Sequence[Any] | None) -> tuple[int, Rows]:
    cursor = connection.execute(query, values or ())
    rows = cursor.fetchall()
    return (cursor.rowcount if cursor.rowcount >= 0 else len(rows)), rows


def _script(connection: sqlite3.Connection, script: str) -> None:
    for statement in split_statements(script):
        connection.execute(statement)


client_class = Client
