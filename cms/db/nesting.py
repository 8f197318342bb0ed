"""What transactions have in common on both databases: they end once, and nest without overlapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from tortoise.backends.base.client import TransactionContext
from tortoise.connection import ConnectionToken, get_connections
from tortoise.exceptions import TransactionManagementError

if TYPE_CHECKING:
    from types import TracebackType


class OpenTransaction:
    """A transaction as seen by its statements; mixed into the ORM's client of one transaction."""

    is_over = False
    depth = 0
    enclosing: OpenTransaction | None = None
    nested: OpenTransaction | None = None

    def ensure_open(self) -> None:
        """Refuse a statement of a task that was started inside the transaction and outlived it.

        Its connection may by now serve somebody else's transaction, and would write into that.
        """
        transaction: OpenTransaction | None = self
        while transaction is not None:
            if transaction.is_over:
                raise TransactionManagementError("this transaction has ended, but a task started inside it goes on")
            transaction = transaction.enclosing

    async def command(self, sql: str) -> None:
        """Run a statement that opens or closes a savepoint to its end, even if the task is cancelled."""
        raise NotImplementedError

    async def begin(self) -> NoReturn:
        """Transactions begin, commit and roll back by their `async with` block alone."""
        raise TransactionManagementError("use `async with transaction()`; its end commits, an exception rolls back")

    savepoint = rollback = savepoint_rollback = commit = release_savepoint = begin


class Nested(TransactionContext):
    """A savepoint as a block. Two of them may not be open at once in one transaction: they would undo each other."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._name = f"nested_{client.depth}"
        self._token: ConnectionToken | None = None

    async def __aenter__(self) -> Any:
        client = self._client
        client.ensure_open()
        if client.enclosing.nested is not None:
            raise TransactionManagementError("nested transactions must not overlap; run them one after the other")
        client.enclosing.nested = client
        try:
            await client.command(f"SAVEPOINT {self._name}")
        except BaseException:
            self._leave()
            raise
        self._token = get_connections().set(client.connection_name, client)
        return self._client

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is not None:
                await self._client.command(f"ROLLBACK TO SAVEPOINT {self._name}")
            await self._client.command(f"RELEASE SAVEPOINT {self._name}")
        finally:
            self._leave()

    def _leave(self) -> None:
        self._client.is_over = True
        self._client.enclosing.nested = None
        get_connections().reset(self._token)
