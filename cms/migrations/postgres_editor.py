"""Changing tables on PostgreSQL, which can do most of it in place."""

from __future__ import annotations

from typing import Any

from tortoise.fields.relational import ForeignKeyFieldInstance, ManyToManyFieldInstance
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.migrations.schema_editor.asyncpg import AsyncpgSchemaEditor
from tortoise.models import Model

from cms.migrations.editor import Editor, is_partial, refuse_other_type


class PostgresEditor(Editor, AsyncpgSchemaEditor):
    """Changes tables of a PostgreSQL database."""

    # Without CASCADE, what hangs on a dropped table or column and is none of its own indexes stops the migration.
    DELETE_TABLE_TEMPLATE = "DROP TABLE {table}"
    DELETE_FIELD_TEMPLATE = 'ALTER TABLE {table} DROP COLUMN "{column}"'

    async def add_field(self, model: type[Model], field_name: str) -> None:
        """Add the field's column at the table's end."""
        field = model._meta.fields_map[field_name]
        if not isinstance(field, ManyToManyFieldInstance):
            await self.refuse_empty_column(model._meta.db_table, field)
        await super().add_field(model, field_name)

    async def alter_field(self, old_model: type[Model], new_model: type[Model], field_name: str) -> None:
        """Change the field's column, and its foreign key if that is another now."""
        old, new = old_model._meta.fields_map[field_name], new_model._meta.fields_map[field_name]
        refuse_other_type(new_model._meta.db_table, old, new)
        await super().alter_field(old_model, new_model, field_name)
        if isinstance(old, ForeignKeyFieldInstance) and isinstance(new, ForeignKeyFieldInstance):
            rule = _foreign_key(new)
            if _foreign_key(old) != rule:
                await self._replace_foreign_key(new_model._meta.db_table, new.source_field or field_name, rule)

    async def _replace_foreign_key(self, table: str, column: str, rule: str) -> None:
        for name in await self._foreign_key_names(table, column):
            await self._run_sql(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}";')
        await self._run_sql(
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_{column}_fkey" FOREIGN KEY ("{column}") {rule};'
        )

    async def _foreign_key_names(self, table: str, column: str) -> list[str]:
        if self.collect_sql:
            return [f"{table}_{column}_fkey"]
        rows = await self.client.execute_query_dict(
            "SELECT con.conname AS name FROM pg_constraint con JOIN pg_attribute att "
            "ON att.attrelid = con.conrelid AND con.conkey = ARRAY[att.attnum] "
            "WHERE con.contype = 'f' AND con.conrelid = $1::text::regclass AND att.attname = $2",
            [f'"{table}"', column],
        )
        return [row["name"] for row in rows]

    # A constraint for some rows only is an index to PostgreSQL, and indexes are left to `sync_indexes`.

    async def add_constraint(self, model: type[Model], constraint: Any) -> None:
        """Add a constraint that holds for all rows."""
        if not is_partial(constraint):
            await super().add_constraint(model, constraint)

    async def remove_constraint(self, model: type[Model], constraint: UniqueConstraint | CheckConstraint) -> None:
        """Drop a constraint that holds for all rows."""
        if not is_partial(constraint):
            await super().remove_constraint(model, constraint)

    async def rename_constraint(self, model: type[Model], old_constraint: Any, new_constraint: Any) -> None:
        """Rename a constraint that holds for all rows."""
        if not is_partial(new_constraint):
            await super().rename_constraint(model, old_constraint, new_constraint)

    async def prove(self) -> None:
        """PostgreSQL has checked everything already."""


def _foreign_key(field: ForeignKeyFieldInstance[Any]) -> str:
    target = field.to_field_instance
    column = target.source_field or target.model_field_name
    return f'REFERENCES "{field.related_model._meta.db_table}" ("{column}") ON DELETE {field.on_delete}'
