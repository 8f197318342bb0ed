"""What a database driver raises, turned into what the CMS says: one place for both databases.

Refusals of ours come out as `Unavailable` (later may be better), `BadUserInput` (the value can never be stored) or
`TooComplex` (the statement or its answer is beyond what the database can do, because too much was asked for).
A broken rule of the schema stays the ORM's `IntegrityError`, because operations catch it; the rest is a bug and comes
out as the ORM's `OperationalError`. None of our messages repeats the driver's words, SQL or a path.
"""

from __future__ import annotations

import sqlite3

import asyncpg  # type: ignore[import-untyped]  # it ships no types
from tortoise.exceptions import IntegrityError, OperationalError

from cms.errors import BadUserInput, CMSError, TooComplex, Unavailable

SQLITE_FAILURES = (sqlite3.Error, OverflowError, UnicodeEncodeError)
POSTGRES_FAILURES = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, TimeoutError)

# Primary result codes of SQLite after which the same statement may work later, or on a mended disk.
_SQLITE_UNAVAILABLE = {
    sqlite3.SQLITE_PERM: "the database file may not be written",
    sqlite3.SQLITE_BUSY: "another program holds the database locked",
    sqlite3.SQLITE_LOCKED: "another program holds the database locked",
    sqlite3.SQLITE_NOMEM: "the database ran out of memory",
    sqlite3.SQLITE_READONLY: "the database file may not be written",
    sqlite3.SQLITE_INTERRUPT: "the database took too long over one statement",
    sqlite3.SQLITE_IOERR: "the database's disk failed",
    sqlite3.SQLITE_CORRUPT: "the database file is damaged",
    sqlite3.SQLITE_FULL: "the database's disk is full",
    sqlite3.SQLITE_CANTOPEN: "the database file cannot be opened",
    sqlite3.SQLITE_PROTOCOL: "another program holds the database locked",
    sqlite3.SQLITE_NOTADB: "the database file is damaged",
}

# PostgreSQL's errors of the same kind: resources, restarts, timeouts, deadlocks, lost and refused connections.
_POSTGRES_UNAVAILABLE = (
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresConnectionError,
    asyncpg.TransactionRollbackError,
    asyncpg.LockNotAvailableError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.PostgresIOError,
)

# Values that no column of ours can hold.
_POSTGRES_BAD_VALUES = (
    asyncpg.CharacterNotInRepertoireError,
    asyncpg.UntranslatableCharacterError,
    asyncpg.NumericValueOutOfRangeError,
    asyncpg.StringDataRightTruncationError,
)

TOO_MUCH = "this is more than the database can do at once; ask for less, or send shorter values"

# What SQLite says at its limits. Most have no result code of their own, so its words tell.
_SQLITE_LIMITS = (
    "too big",
    "too large",
    "too many ",
    "too complex",
    "parser stack overflow",
    "tables in a join",
)

_GONE = ("connection is closed", "pool is clos", "connection has been released", "connection was closed")


def sqlite_code(error: BaseException) -> int:
    """SQLite's primary result code of an error, 0 if it carries none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def from_sqlite(error: Exception) -> Exception:
    """What to raise for one of SQLITE_FAILURES."""
    if isinstance(error, OverflowError):
        return BadUserInput("value", "the number is too large for the database; use one within 64 bits")
    if isinstance(error, UnicodeEncodeError):
        return BadUserInput("value", "the text holds half of a character (a lone surrogate); take it out")
    if isinstance(error, sqlite3.DataError) or _is_limit(error):
        return TooComplex(TOO_MUCH)
    if isinstance(error, sqlite3.IntegrityError):
        return IntegrityError(error)
    if reason := _SQLITE_UNAVAILABLE.get(sqlite_code(error)):
        return Unavailable(f"{reason}; try again later")
    return OperationalError(error)


def from_postgres(error: Exception) -> Exception:
    """What to raise for one of POSTGRES_FAILURES."""
    if isinstance(error, CMSError):
        return error
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        return IntegrityError(error)
    if _is_too_much(error):
        return TooComplex(TOO_MUCH)
    if isinstance(error, _POSTGRES_BAD_VALUES) or _is_unencodable(error):
        return BadUserInput(
            "value", "the database cannot store it: a number too large, a text too long or half a character"
        )
    # A TimeoutError is an OSError, which otherwise is a lost connection.
    if isinstance(error, _POSTGRES_UNAVAILABLE) or _is_lost(error):
        what = "took too long over one statement" if isinstance(error, TimeoutError) else "cannot be reached"
        return Unavailable(f"the database {what}; try again later")
    return OperationalError(error)


def _is_limit(error: Exception) -> bool:
    is_general = isinstance(error, sqlite3.OperationalError) and sqlite_code(error) == sqlite3.SQLITE_ERROR
    return is_general and any(words in str(error) for words in _SQLITE_LIMITS)


def _is_too_much(error: Exception) -> bool:
    if isinstance(error, asyncpg.InterfaceError):
        return "arguments cannot exceed" in str(error)  # the driver counts them itself
    # The second is what PostgreSQL's parser says of too many brackets.
    return isinstance(error, asyncpg.ProgramLimitExceededError) or (
        isinstance(error, asyncpg.PostgresSyntaxError) and str(error).startswith("memory exhausted")
    )


def _is_unencodable(error: Exception) -> bool:
    # The driver refuses such an argument before sending it. A TypeError behind it would be our own mistake, a bug.
    return isinstance(error, asyncpg.DataError) and isinstance(error.__cause__, OverflowError | ValueError)


def _is_lost(error: Exception) -> bool:
    # InternalClientError is what the driver raises on using a connection that the server has just ended.
    if isinstance(error, OSError | asyncpg.InternalClientError):
        return True
    # The driver has no class of its own for a connection that is gone, only one for misuse in general; its words tell.
    return isinstance(error, asyncpg.InterfaceError) and any(word in str(error) for word in _GONE)
