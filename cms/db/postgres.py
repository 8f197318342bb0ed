"""The ORM's engine for PostgreSQL: a pool that nobody waits for without limit, and transactions safe to cancel.

What differs from the ORM's own engine, and why:

- A task cancelled while its transaction begins, commits or rolls back gives its connection back, rolled back.
- Waiting for a connection ends after some seconds with Unavailable, so a full pool cannot hang the site.
- A COMMIT that PostgreSQL turned into a rollback, because a statement had failed, raises.
- A statement of a task that outlived its transaction raises instead of running inside a stranger's.
- A connection given back is reset only if something was left open: one round trip less for every statement.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from urllib.parse import urlsplit

import asyncpg  # type: ignore[import-untyped]  # it ships no types
from tortoise.backends.asyncpg.client import AsyncpgDBClient
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.connection import ConnectionToken, get_connections
from tortoise.exceptions import TransactionManagementError

from cms.db.failures import POSTGRES_FAILURES, from_postgres
from cms.db.nesting import Nested, OpenTransaction
from cms.db.threads import settle
from cms.errors import SetupError, Unavailable

if TYPE_CHECKING:
    from types import TracebackType

Result = TypeVar("Result")

_SESSION = {
    "application_name": "broadsheet",
    "timezone": "UTC",
    "jit": "off",  # our statements take milliseconds, compiling them takes longer
    # What readers ask for is in memory; the server's own 4 means disks that turn, and reads small tables whole.
    "random_page_cost": "1.1",
    "idle_in_transaction_session_timeout": "60000",  # a process that hangs must not hold its locks for ever
    "client_connection_check_interval": "5000",  # nor must a statement go on whose process is gone
}

# A request to cancel that reaches PostgreSQL before its statement does is lost, and the driver would wait on.
_CANCEL_SECONDS = 2


# A plan is kept for each statement and connection. Those of readers are up to some ten kilobytes long.
_KEPT_STATEMENTS = 200
_LONGEST_KEPT = 128 * 1024


class Client(AsyncpgDBClient):
    """The pool as the ORM sees it.

    `statements` counts what the ORM ran through it, transactions included; `changes` how often this process may have
    changed any database: transactions that ended, and statements of the ORM outside of one.
    """

    changes: ClassVar[int] = 0

    def __init__(
        self, dsn: str, *, pool_size: int, wait_seconds: float, command_seconds: float | None, **options: Any
    ) -> None:
        super().__init__(**options)
        self._dsn = dsn
        self._pool_size = pool_size
        self._command_seconds = command_seconds
        self.wait_seconds = wait_seconds
        self.statements = 0
        # Called after each block of `cms.db.writing()`.
        self.committed: Callable[[], None] = _nobody_waits
        self._writers = asyncio.Lock()

    async def create_connection(self, with_db: bool) -> None:
        """Open the pool; called once, by `connect`.

        Raises:
            SetupError: the server cannot be reached, or does not let us in.
            Unavailable: the pool was closed before.
        """
        if self._bound_loop is not None:
            raise Unavailable("the database is closed")
        try:
            self._pool = await asyncpg.create_pool(
                self._dsn,
                min_size=1,
                max_size=self._pool_size,
                timeout=5,
                command_timeout=self._command_seconds,
                server_settings=_SESSION,
                statement_cache_size=_KEPT_STATEMENTS,
                max_cacheable_statement_size=_LONGEST_KEPT,
                reset=_no_reset,
            )
        except (*POSTGRES_FAILURES, ValueError) as error:
            raise _unreachable(self._dsn, error) from error
        await self._post_connect()

    async def close(self) -> None:
        """Close the pool, at most ten seconds later; a later statement raises Unavailable."""
        if self._pool is not None:
            await self._close()

    async def take(self) -> Any:
        """A connection of the pool; give it back with `give_back`.

        Raises:
            Unavailable: none got free in time, or the server cannot be reached.
        """
        if self._pool is None:
            raise Unavailable("the database is closed")
        try:
            async with asyncio.timeout(self.wait_seconds):
                return await self._pool.acquire()
        except TimeoutError as error:
            raise Unavailable(
                f"no database connection got free within {self.wait_seconds:g} s; try again later"
            ) from error
        except POSTGRES_FAILURES as error:
            raise from_postgres(error) from error

    async def give_back(self, connection: Any) -> None:
        """Return a connection, rolled back if anything is still open. The driver shields this from cancellation."""
        if self._pool is None:
            return
        try:
            await self._pool.release(connection, timeout=_CANCEL_SECONDS)
        except TimeoutError:
            # PostgreSQL did not hear of a cancellation; the driver has dropped the connection.
            return
        except POSTGRES_FAILURES as error:
            raise from_postgres(error) from error

    @asynccontextmanager
    async def turn_to_write(self) -> AsyncIterator[None]:
        """A block in which no other task of this process is; those that wait for it hold no connection.

        Raises:
            Unavailable: the turn did not come in time.
        """
        try:
            async with asyncio.timeout(self.wait_seconds):
                await self._writers.acquire()
        except TimeoutError as error:
            raise Unavailable(f"no turn to write within {self.wait_seconds:g} s; try again later") from error
        try:
            yield
        finally:
            self._writers.release()

    def hold(self) -> AbstractAsyncContextManager[Any]:
        """A block that holds one connection of the pool."""
        return _Taken(self)

    async def connect(self) -> Any:
        """A connection beside the pool, for whoever keeps one; it is theirs to close."""
        return await asyncpg.connect(self._dsn, timeout=5, server_settings=_SESSION)

    def acquire_connection(self) -> Any:
        """What the ORM runs each statement in."""
        self.statements += 1
        return _Changing(self)

    async def _translate_exceptions(self, func: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        try:
            return await func(self, *args, **kwargs)
        except POSTGRES_FAILURES as error:
            raise from_postgres(error) from error

    def _in_transaction(self, *, changes_content: bool = True) -> TransactionContext:
        return Transaction(self, changes_content=changes_content)

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
        self.connection: Any = enclosing.connection if enclosing else None
        # One connection runs one statement at a time; the tasks of a transaction take turns.
        self.turn: asyncio.Lock = enclosing.turn if enclosing else asyncio.Lock()

    def acquire_connection(self) -> Any:
        """A block that holds the transaction's connection."""
        self.root.statements += 1
        return _Turn(self)

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Run a statement once for each list of values."""
        try:
            async with self.acquire_connection() as connection:
                await connection.executemany(query, values)
        except POSTGRES_FAILURES as error:
            raise from_postgres(error) from error

    async def command(self, sql: str) -> None:
        """Open or close a savepoint, to the end."""
        try:
            await settle(asyncio.ensure_future(self._command(sql)))
        except POSTGRES_FAILURES as error:
            raise from_postgres(error) from error

    async def _command(self, sql: str) -> None:
        async with self.turn:
            await self.connection.execute(sql)

    def _in_transaction(self, *, changes_content: bool = True) -> TransactionContext:
        return Nested(TransactionClient(self.root, self))


class Transaction(TransactionContext):
    """The outermost `async with transaction()`.

    BEGIN and COMMIT are not shielded, which would cost a task each: what is still open when the block is left, for
    whatever reason, is rolled back, and that is. So a cancelled COMMIT has happened as a whole or not at all.
    """

    def __init__(self, root: Client, *, changes_content: bool = True) -> None:
        self._client = TransactionClient(root)
        self._root = root
        self._changes_content = changes_content
        self._token: ConnectionToken | None = None

    async def __aenter__(self) -> TransactionClient:
        root, client = self._root, self._client
        client.connection = await root.take()
        try:
            await client.connection.execute("BEGIN")
        except BaseException as error:
            await self._undo()
            if isinstance(error, POSTGRES_FAILURES):
                raise from_postgres(error) from error
            raise
        self._token = get_connections().set(root.connection_name, client)
        return client

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        client = self._client
        client.is_over = True
        get_connections().reset(self._token)
        try:
            if client.turn.locked():
                # A task that was left behind is inside a statement; the connection cannot go back before its end.
                await settle(asyncio.ensure_future(client.turn.acquire()))
            if kind is None:
                await _commit(client.connection)
        except BaseException:
            await self._undo()
            raise
        finally:
            Client.changes += self._changes_content
        if kind is None:
            await self._root.give_back(client.connection)
        else:
            await self._undo()

    async def _undo(self) -> None:
        """Roll back what is open and give the connection back, to the end."""
        await settle(asyncio.ensure_future(self._roll_back()))

    async def _roll_back(self) -> None:
        connection = self._client.connection
        try:
            await connection.execute("ROLLBACK")
        except POSTGRES_FAILURES:
            _drop(connection)  # then PostgreSQL rolls back by itself
        finally:
            await self._root.give_back(connection)


def _nobody_waits() -> None:
    """What is done after a commit as long as nobody follows."""


async def _commit(connection: Any) -> None:
    try:
        outcome = await connection.execute("COMMIT")
    except POSTGRES_FAILURES as error:
        raise from_postgres(error) from error
    if outcome != "COMMIT":
        raise TransactionManagementError(
            "a statement of this transaction failed, so nothing of it was saved; "
            "put what may fail in a nested transaction and catch the error outside of that"
        )


async def _no_reset(connection: Any) -> None:
    """Nothing of a session outlives its transaction here: no temporary tables, settings or locks."""


def _drop(connection: Any) -> None:
    """End a connection that is lost, or in a state nobody knows; the pool makes another in its place."""
    # One that the pool has dropped already refuses even this.
    with suppress(asyncpg.InterfaceError):
        connection.terminate()


class _Taken(AbstractAsyncContextManager[Any]):
    """One connection of the pool for the length of a block."""

    __slots__ = ("_client", "_connection")

    def __init__(self, client: Client) -> None:
        self._client = client

    async def __aenter__(self) -> Any:
        self._connection = await self._client.take()
        return self._connection

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, asyncpg.InternalClientError):
            _drop(self._connection)  # the pool would hand it out again
        await self._client.give_back(self._connection)


class _Changing(_Taken):
    """The same for a statement that may change something."""

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        Client.changes += 1
        await super().__aexit__(kind, error, trace)


class _Turn:
    """The transaction's own connection for the length of a block, if the transaction is still open by then."""

    __slots__ = ("_client",)

    def __init__(self, client: TransactionClient) -> None:
        self._client = client

    async def __aenter__(self) -> Any:
        client = self._client
        client.ensure_open()
        await client.turn.acquire()
        try:
            client.ensure_open()
        except BaseException:
            client.turn.release()
            raise
        return client.connection

    async def __aexit__(self, *error: object) -> None:
        self._client.turn.release()


def _unreachable(dsn: str, error: Exception) -> SetupError:
    if isinstance(error, ValueError):
        return SetupError("CMS_DATABASE_URL cannot be read.", "Write postgres://user:password@host:5432/name.")
    parts = urlsplit(dsn)  # whose netloc may hold a password
    host = parts.hostname or "the local server"
    where = f"{host}{f':{parts.port}' if parts.port else ''}, database {parts.path.strip('/') or '(none)'}"
    if isinstance(error, asyncpg.InvalidCatalogNameError):
        return SetupError(
            f"PostgreSQL has no such database ({where}).", "Make it with `createdb`, or set CMS_DATABASE_URL."
        )
    if isinstance(error, asyncpg.InvalidAuthorizationSpecificationError | asyncpg.InsufficientPrivilegeError):
        return SetupError(
            f"PostgreSQL refuses the user or the password ({where}).", "Set CMS_DATABASE_URL to the right ones."
        )
    reason = "no answer within 5 s" if isinstance(error, TimeoutError) else type(error).__name__
    return SetupError(f"PostgreSQL cannot be reached ({where}; {reason}).", "Start it, or set CMS_DATABASE_URL.")


client_class = Client
