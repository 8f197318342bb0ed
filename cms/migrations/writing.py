"""Writing a migration for what changed in the models; for developers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

from tortoise.context import TortoiseContext
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.operations import AlterModelOptions, Operation, RenameModel
from tortoise.migrations.writer import ImportManager, MigrationWriter, _render_call, format_migration_name

from cms.migrations.chain import APP, VERSIONS, load


async def make_migrations(
    name: str = "", *, models: Sequence[str] = ("cms.models",), versions: str = VERSIONS
) -> Path | None:
    """Write the migration that brings the last one's schema to that of the models; None if they agree.

    Read the file before using it: a renamed field may look like one removed and one added, and a new field that needs
    a value wants a db_default.

    Args:
        name: a few words for the file's name; without them it tells what changes, as far as that is short.
        models: the modules whose models the schema shall have.
        versions: the package that holds the migrations.
    """
    chain = load(versions)
    apps = {APP: {"models": list(models), "migrations": versions, "default_connection": "default"}}
    # Nothing connects; the dialect is only needed because the ORM asks for one.
    connections = {"default": {"engine": "tortoise.backends.sqlite", "credentials": {"file_path": ":memory:"}}}
    context = TortoiseContext()
    with context:
        await context.init(config={"connections": connections, "apps": apps})
        if context.apps is None:
            return None
        writers = await MigrationAutodetector(context.apps, apps).changes()
    # Options that are no indexes or constraints have no counterpart in a database.
    operations = [each for found in writers for each in found.operations if not isinstance(each, AlterModelOptions)]
    if not operations:
        return None
    told = name.strip() or _tell(operations)
    writer = _Writer(
        format_migration_name(len(chain) + 1, told),
        APP,
        operations,
        dependencies=[(APP, chain[-1].name)] if chain else [],
        migrations_module=versions,
    )
    path = writer.path()
    told = told.replace("\\", "").replace('"', "'")
    path.write_text(f'"""{told[:1].upper()}{told[1:].rstrip(".")}."""\n\n{writer.as_string()}', encoding="utf-8")
    return path


class _Writer(MigrationWriter):
    """Writes a migration file; fields come out so that reading it makes the same fields again."""

    def _format_operation(self, operation: Operation, imports: ImportManager, *, indent: str) -> list[str]:
        lines = super()._format_operation(operation, imports, indent=indent)
        if not isinstance(operation, RenameModel):
            return lines
        imports.add_from("cms.migrations.operations", "RenameModel")
        return [line.replace("ops.RenameModel", "RenameModel") for line in lines]

    def _render_model_options(self, options: dict[str, Any], imports: ImportManager) -> str:
        # A docstring is no part of the schema, and the key's name is found from the fields.
        told = {key: value for key, value in options.items() if key not in {"table_description", "pk_attr"}}
        return super()._render_model_options(told, imports)

    def _render_field(self, field: Any, imports: ImportManager) -> str:
        path, arguments, options = field.deconstruct()
        if field.pk and field.allows_generated and not field.generated:
            options["generated"] = False  # which the ORM leaves out, though True is what it takes a number's key for
        if isinstance(options.get("default"), Enum):
            # A released migration must go on working when a word list moves, so it holds the word itself.
            options["default"] = options["default"].value
        return _render_call(path, arguments, options, imports)


def _tell(operations: Iterable[Any]) -> str:
    told = [operation.describe() for operation in operations]
    if len(told) == 1:
        return str(told[0])
    return "initial" if all(text.startswith("Create model") for text in told) else "changes"
