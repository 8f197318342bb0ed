"""Applying migrations, planning it, and telling which ones a database lacks."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.context import require_context
from tortoise.exceptions import BaseORMException
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import CreateModel, Operation, RenameModel, RunPython
from tortoise.migrations.schema_generator.state import State
from tortoise.migrations.schema_generator.state_apps import StateApps

from cms.db import Database, connect, lock, transaction
from cms.db.files import sqlite_path
from cms.errors import SetupError
from cms.migrations.chain import APP, VERSIONS, load, unapplied
from cms.migrations.copying import copy_aside
from cms.migrations.postgres_editor import PostgresEditor
from cms.migrations.record import AppliedMigration
from cms.migrations.sqlite_editor import SqliteEditor

_OWN_MODELS = ("cms.migrations.record",)

# Migrating a large site takes minutes, and a second `cms migrate` shall wait for the first.
_WAIT_SECONDS = 3600


@dataclass(frozen=True)
class PlannedMigration:
    """A migration that would be applied, and the statements it would run; comments stand for what is no SQL."""

    name: str
    statements: tuple[str, ...]


async def migrate(url: str, *, plan_only: bool = False, versions: str = VERSIONS) -> list[str]:
    """Apply what the database lacks, and return the names of what was applied, oldest first.

    A SQLite file that does not exist is made. One that has been migrated before is copied first, to
    `<name>.before-<migration>.sqlite3` beside it. Two processes may do this at once: each migration is applied once.

    Args:
        url: the database, as for `cms.db.connect`.
        plan_only: change nothing, and return the names of what would be applied.
        versions: the package that holds the migrations.

    Raises:
        SetupError: the database cannot be used, is newer than this version, or a migration failed. That migration has
            changed nothing then; those before it stay applied.
    """
    if plan_only:
        return [migration.name for migration in await plan(url, versions=versions)]
    chain = load(versions)
    database = await connect(url, models=_OWN_MODELS, create=True, wait_seconds=_WAIT_SECONDS, command_seconds=None)
    try:
        with database.use():
            if database.dialect == "sqlite":
                # Neither has an effect inside a transaction; the connection is closed afterwards.
                await (
                    require_context()
                    .db()
                    .execute_script(f"PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = {_WAIT_SECONDS * 1000}")
                )
            done: list[str] = []
            states: dict[int, State] = {}
            while name := await _apply_next(
                chain, states, sqlite_path(url) if database.dialect == "sqlite" and not done else None
            ):
                done.append(name)
            return done
    finally:
        await database.close()


async def plan(url: str, *, versions: str = VERSIONS) -> list[PlannedMigration]:
    """What `migrate` would apply, with its SQL, changing nothing.

    Raises:
        SetupError: the database cannot be used, or is newer than this version.
    """
    chain = load(versions)
    async with AsyncExitStack() as stack:
        is_new = url.startswith("sqlite:") and not sqlite_path(url).exists()
        if is_new:
            # A file that is not there must not be there afterwards either.
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            url = f"sqlite:///{folder}/empty.sqlite3"
        database = await connect(url, models=_OWN_MODELS, create=is_new)
        stack.push_async_callback(database.close)
        stack.enter_context(database.use())
        todo = unapplied(chain, await _applied(database))
        state = await _state_after(chain[: len(chain) - len(todo)])
        planned = []
        for migration in todo:
            editor = _editor(require_context().db(), collect_sql=True)
            await _run_operations(migration, state, editor)
            planned.append(PlannedMigration(migration.name, tuple(editor.collected_sql)))
        return planned


async def pending(database: Database, *, versions: str = VERSIONS) -> list[str]:
    """The names of the migrations that an open database lacks, oldest first.

    Raises:
        SetupError: the database is newer than this version.
    """
    return [migration.name for migration in unapplied(load(versions), await _applied(database))]


async def _applied(database: Database) -> set[str]:
    table = AppliedMigration._meta.db_table
    if database.dialect == "sqlite":
        is_there = await database.fetch("SELECT name FROM sqlite_master WHERE name = :p1", {"p1": table})
        names = is_there and await database.fetch(f'SELECT json_group_array(name) FROM "{table}"')
    else:
        is_there = await database.fetch("SELECT to_regclass($1)::text", [table])
        names = is_there and await database.fetch(f'SELECT json_agg(name)::text FROM "{table}"')
    return set(orjson.loads(names)) if names else set()


async def _apply_next(chain: list[Migration], states: dict[int, State], file: Path | None) -> str | None:
    """Apply the first migration that the database lacks and return its name; None if it lacks none.

    Looking and applying are one transaction, so another process that migrates at the same time waits, and then finds
    it applied. `states` keeps the models after so many migrations for the next call, since they take long to work out.
    `file` is copied first if it was migrated before.
    """
    name = "(none)"
    try:
        async with transaction() as tx:
            await lock(tx, "broadsheet migrations")
            editor = _editor(tx)
            table = editor.table_statements(AppliedMigration)[0]
            await tx.execute_script(table.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1))
            applied = {str(each) for each in await AppliedMigration.all().using_db(tx).values_list("name", flat=True)}
            todo = unapplied(chain, applied)
            if not todo:
                return None
            name = todo[0].name
            if file and applied:
                await asyncio.to_thread(copy_aside, file, name)
            count = len(applied)
            state = states.pop(count, None) or await _state_after(chain[:count])
            await _run_operations(todo[0], state, editor)
            states[count + 1] = state
            await _check_links(tx)
            await editor.prove()
            await AppliedMigration.create(name=name, applied_at=datetime.now(UTC), using_db=tx)
            return name
    except (BaseORMException, ValueError) as error:
        raise SetupError(
            f"The migration {name} failed and has changed nothing: {error}.",
            "Mend what it names, or report it, and run `cms migrate` again.",
        ) from error


def _editor(connection: Any, *, collect_sql: bool = False) -> SqliteEditor | PostgresEditor:
    editor_class = SqliteEditor if connection.capabilities.dialect == "sqlite" else PostgresEditor
    return editor_class(connection, collect_sql=collect_sql)


async def _state_after(migrations: list[Migration]) -> State:
    """The models as they are after the migrations, worked out without touching a database."""
    state = State(models={}, apps=StateApps(default_connections={APP: str(require_context().default_connection)}))
    for migration in migrations:
        await migration.apply(state, dry_run=True)
    return state


async def _run_operations(migration: Migration, state: State, editor: SqliteEditor | PostgresEditor) -> None:
    """Run a migration's operations on the database, and bring the state along."""
    for operation in migration.operations:
        # Making a table needs no look back, and the copy is what costs time in a first migration.
        editor.old = state if isinstance(operation, CreateModel) else state.clone()
        operation.state_forward(migration.app_label, state)
        editor.new = state
        if editor.collect_sql:
            editor.collected_sql.append(f"-- {_describe(operation)}")
            if not operation.reduces_to_sql:
                continue
        # The ORM keeps a table's INSERT by the table's name, and the table is another one from here on.
        EXECUTOR_CACHE.clear()
        await operation.database_forward(migration.app_label, editor.old, state, editor)
        if renamed := _models_of(operation):
            await editor.sync_indexes(*renamed)
    EXECUTOR_CACHE.clear()
    state.validate_relations_initialized()


def _models_of(operation: Operation) -> tuple[str, str] | None:
    """The names of the model that the operation changed, before and after."""
    if isinstance(operation, RenameModel):
        return operation.old_name, operation.new_name
    name = getattr(operation, "model_name", None)
    return (name, name) if name else None


def _describe(operation: Operation) -> str:
    if isinstance(operation, RunPython):
        return f"Run Python: {getattr(operation.code, '__name__', 'code')}"
    return operation.describe()


async def _check_links(tx: Any) -> None:
    """Prove that every foreign key finds its row; PostgreSQL has done it by itself.

    Raises:
        SetupError: some do not.
    """
    if tx.capabilities.dialect != "sqlite":
        return
    _count, rows = await tx.execute_query("PRAGMA foreign_key_check")
    if rows:
        links = sorted({f"{row['table']} to {row['parent']}" for row in rows})
        raise SetupError(
            f"{len(rows)} rows would point at rows that do not exist ({', '.join(links)}); nothing was changed.",
            "Remove or correct them, or report it, and run `cms migrate` again.",
        )
