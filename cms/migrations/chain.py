"""The migration files: one chain, each link after the one before it."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from tortoise.migrations.migration import Migration

from cms.errors import SetupError

APP = "models"
VERSIONS = "cms.migrations.versions"


def load(versions: str) -> list[Migration]:
    """The migrations of a package in the order in which they apply.

    Raises:
        SetupError: a file holds no migration, or two of them follow the same one.
    """
    package = import_module(versions)
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if module.name[0] != "_")
    chain = [_load_one(versions, name) for name in names]
    for before, migration in zip([None, *chain], chain, strict=False):
        expected = [(APP, before.name)] if before else []
        if [tuple(dependency) for dependency in migration.dependencies] != expected:
            raise SetupError(
                f"The migration {migration.name} does not follow {before.name if before else 'nothing'}.",
                "Put dependencies on the migration before it, or delete the file and run `cms makemigrations` again.",
            )
    return chain


def _load_one(versions: str, name: str) -> Migration:
    module = import_module(f"{versions}.{name}")
    migration = getattr(module, "Migration", None)
    if not isinstance(migration, type) or not issubclass(migration, Migration):
        raise SetupError(f"{versions}.{name} holds no migration.", "Delete the file, or define class Migration in it.")
    return migration(name, APP)


def unapplied(chain: list[Migration], applied: set[str]) -> list[Migration]:
    """The migrations of the chain that a database still lacks.

    Raises:
        SetupError: the database has migrations that the chain does not know, or lacks one in the middle.
    """
    if unknown := applied - {migration.name for migration in chain}:
        raise SetupError(
            f"The database was made by a newer version: it has {', '.join(sorted(unknown))}.",
            "Install that version, or restore the copy that was made before it migrated (docs/databases.md).",
        )
    count = len(applied)
    if {migration.name for migration in chain[:count]} != applied:
        missing = next(migration.name for migration in chain if migration.name not in applied)
        raise SetupError(
            f"The database lacks {missing}, but has migrations that follow it.",
            "Restore a backup, or ask for help: no command can mend this.",
        )
    return chain[count:]
