"""SQLite's file: where an address says it is, and whether it can be used."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from urllib.parse import unquote

from cms.db.failures import sqlite_code
from cms.errors import SetupError

_TO_ANOTHER_FILE = "Restore a backup (docs/databases.md tells how), or set CMS_DATABASE_URL to another file."
_TO_RIGHTS = "Give the user that runs the CMS the right to write this file and its folder."


def sqlite_path(url: str) -> Path:
    """The file that a `sqlite:///` address names.

    Raises:
        SetupError: it names none.
    """
    prefix, separator, rest = url.partition(":///")
    path = unquote(rest)
    if prefix != "sqlite" or not separator or not path or path == ":memory:":
        raise SetupError(
            f"{url} does not name a database file.",
            "Write sqlite:///relative/path.sqlite3 or sqlite:////absolute/path.sqlite3.",
        )
    return Path(path)


def open_for_writing(path: Path, *, create: bool, synchronous: str, wait_seconds: float) -> sqlite3.Connection:
    """Open a database file, and prove that it is one and can be written.

    `wait_seconds` is how long its statements wait for other processes that write.

    Raises:
        SetupError: it is not, with the remedy.
    """
    _check_path(path, create=create)
    was_in_use = has_log(path)
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rwc", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise _unusable(path, error) from error
    try:
        _prepare(connection, synchronous, wait_seconds)
        if not was_in_use:
            _check_end(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise _unusable(path, error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, synchronous: str, wait_seconds: float) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # reads the file: is it a database at all?
    wait_for_others = f"PRAGMA busy_timeout = {round(wait_seconds * 1000)}"
    connection.execute(wait_for_others)
    _switch_to_log(connection)
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_size_limit = 67108864")
    connection.execute("PRAGMA cache_size = -16000")
    connection.execute("PRAGMA temp_store = MEMORY")
    _prove_writable(connection)
    connection.execute(wait_for_others)


def _switch_to_log(connection: sqlite3.Connection) -> None:
    """Use a write-ahead log. SQLite does not wait by itself if two processes switch a new file at the same moment."""
    give_up_at = time.monotonic() + 5
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if sqlite_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
        time.sleep(0.01)  # this runs in the connection's own thread


def _prove_writable(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("BEGIN IMMEDIATE")
        # Writing the value it has already touches the file's first page, which a read-only file or folder refuses.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {int(version)}")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        # Somebody is writing at this moment, so it can be written.
        if sqlite_code(error) != sqlite3.SQLITE_BUSY:
            raise


def _check_path(path: Path, *, create: bool) -> None:
    # Nothing here opens the file: closing it again would give up all locks that this process has on it by now
    # (https://www.sqlite.org/howtocorrupt.html, 2.2).
    if path.is_dir():
        raise SetupError(f"{path} is a folder, not a database file.", "Set CMS_DATABASE_URL to a file in it.")
    if not path.parent.is_dir():
        raise SetupError(
            f"The folder {path.parent} does not exist.", f"Make it (mkdir -p {path.parent}) or set CMS_DATABASE_URL."
        )
    if not path.exists():
        if create:
            return
        raise SetupError(f"There is no database {path}.", "Run `cms migrate` to make it, or set CMS_DATABASE_URL.")


def _check_end(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose last page is cut off; SQLite itself notices at once only when whole pages are missing.

    Raises:
        SetupError: the file is shorter than its header says.
    """
    (pages,), (page_bytes,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    if path.stat().st_size < pages * page_bytes:
        raise SetupError(f"{path} is shorter than it says it is; its end is missing.", _TO_ANOTHER_FILE)


def has_log(path: Path) -> bool:
    """Whether a write-ahead log lies beside the file: it is open elsewhere, or its last user was killed."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _unusable(path: Path, error: sqlite3.Error) -> SetupError:
    code = sqlite_code(error)
    if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
        return SetupError(f"{path} is damaged, or is not a SQLite database at all.", _TO_ANOTHER_FILE)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return SetupError(f"Another program holds {path} locked.", "Close that program and start again.")
    if code == sqlite3.SQLITE_FULL:
        return SetupError(f"The disk of {path} is full.", "Free some space and start again.")
    return SetupError(f"{path} cannot be opened for writing ({error}).", _TO_RIGHTS)
