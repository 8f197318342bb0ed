"""Changing tables on SQLite, which mostly means making them anew.

The steps are those of SQLite's documentation ("Making Other Kinds Of Table Schema Changes"): make a new table, copy
the rows, drop the old one, rename, make the indexes and triggers again. Foreign keys must be off, or dropping the old
table would delete every row that points at it; the executor sees to that.
"""

from __future__ import annotations

from typing import Any

from tortoise.fields.base import Field
from tortoise.fields.relational import ManyToManyFieldInstance
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.migrations.schema_editor.sqlite import SqliteSchemaEditor
from tortoise.models import Model

from cms.db.statements import split_statements
from cms.migrations.chain import APP
from cms.migrations.editor import Editor, is_partial, refuse_other_type


class SqliteEditor(Editor, SqliteSchemaEditor):
    """Changes tables of a SQLite file."""

    async def _run_sql(self, sql: str) -> None:
        for statement in split_statements(sql):
            if self.collect_sql:
                self.collected_sql.append(statement + ";")
            else:
                await self.client.execute_query(statement)

    async def add_field(self, model: type[Model], field_name: str) -> None:
        """Add the field's column where the model has it."""
        field = model._meta.fields_map[field_name]
        if isinstance(field, ManyToManyFieldInstance):
            await super().add_field(model, field_name)
            return
        await self.refuse_empty_column(model._meta.db_table, field)
        await self._remake(model)

    async def remove_field(self, model: type[Model], field: Field[Any]) -> None:
        """Drop the field's column."""
        if isinstance(field, ManyToManyFieldInstance):
            await super().remove_field(model, field)
            return
        await self._remake(self.new.apps.get_model(APP, model.__name__))

    async def alter_field(self, old_model: type[Model], new_model: type[Model], field_name: str) -> None:
        """Change the field's column; it may have got another name, too."""
        old, new = old_model._meta.fields_map[field_name], new_model._meta.fields_map[field_name]
        if isinstance(old, ManyToManyFieldInstance):
            await super().alter_field(old_model, new_model, field_name)
            return
        refuse_other_type(new_model._meta.db_table, old, new)
        old_column, new_column = (field.source_field or field_name for field in (old, new))
        if old_column != new_column:
            # Unlike making the table anew, this also changes the name in triggers and in other tables' foreign keys.
            await self._run_sql(
                self.RENAME_FIELD_TEMPLATE.format(
                    table=self.quote(new_model._meta.db_table), old_column=old_column, new_column=new_column
                )
            )
        await self._remake(new_model)

    async def add_constraint(self, model: type[Model], constraint: UniqueConstraint | CheckConstraint) -> None:
        """Make the constraint part of the table."""
        if not is_partial(constraint):
            await self._remake(model)

    async def remove_constraint(self, model: type[Model], constraint: UniqueConstraint | CheckConstraint) -> None:
        """Make the table without the constraint."""
        if not is_partial(constraint):
            await self._remake(self.new.apps.get_model(APP, model.__name__))

    async def rename_constraint(self, model: type[Model], old_constraint: Any, new_constraint: Any) -> None:
        """Make the table with the constraint's new name."""
        if not is_partial(new_constraint):
            await self._remake(model)

    async def _remake(self, model: type[Model]) -> None:
        """Make the model's table anew as the model now is, with its rows and with all that hung on it."""
        table = model._meta.db_table
        new_table = f"new__{table}"
        kept = await self._objects_made_by_hand(model)
        sequence = await self._sequence(table)
        create = self.table_statements(model)[0]
        columns = ", ".join([self.quote(column) for column in await self._common_columns(model)])
        await self._run_sql(create.replace(self.quote(table), self.quote(new_table), 1))
        await self._run_sql(
            f"INSERT INTO {self.quote(new_table)} ({columns}) SELECT {columns} FROM {self.quote(table)}"
        )
        await self._run_sql(f"DROP TABLE {self.quote(table)}")
        # The modern ALTER TABLE would check and rewrite triggers and views that name the table just dropped.
        await self._run_sql("PRAGMA legacy_alter_table = ON")
        await self._run_sql(f"ALTER TABLE {self.quote(new_table)} RENAME TO {self.quote(table)}")
        await self._run_sql("PRAGMA legacy_alter_table = OFF")
        if sequence is not None:
            await self._restore_sequence(table, sequence)
        for statement in [*self.index_statements(model).values(), *kept]:
            await self._run_sql(statement)

    async def _query(self, sql: str, values: list[Any] | None = None) -> list[Any]:
        # Reading is allowed while a plan is only written down.
        return list((await self.client.execute_query(sql, values))[1])

    async def _common_columns(self, model: type[Model]) -> list[str]:
        """The columns whose values move: those the model has and the table has already."""
        rows = await self._query(f"PRAGMA table_info({self.quote(model._meta.db_table)})")
        present = {row["name"] for row in rows}
        columns = list(model._meta.fields_db_projection.values())
        return [column for column in columns if column in present or not present]

    async def _objects_made_by_hand(self, model: type[Model]) -> list[str]:
        """The statements of the table's triggers, and of those indexes that come from no model.

        One that needs a column which is going away fails when it is made again, and the migration with it.
        """
        known = {*self.index_statements(model), *self.index_statements(self.old.apps.get_model(APP, model.__name__))}
        rows = await self._query(
            "SELECT name, sql FROM sqlite_master "
            "WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL",
            [model._meta.db_table],
        )
        return [row["sql"] for row in rows if row["name"] not in known]

    async def _sequence(self, table: str) -> int | None:
        """The highest id the table ever gave, so that those of deleted rows are not given again."""
        if not await self._query("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'"):
            return None
        rows = await self._query("SELECT seq FROM sqlite_sequence WHERE name = ?", [table])
        return int(rows[0]["seq"]) if rows else None

    async def _restore_sequence(self, table: str, sequence: int) -> None:
        await self._run_sql(f"DELETE FROM sqlite_sequence WHERE name = '{table}'")
        await self._run_sql(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {sequence})")

    async def prove(self) -> None:
        """Make SQLite read its whole schema, so that a trigger that names a missing column fails now, not on use."""
        await self._run_sql('CREATE TABLE "proof__" (x)')
        await self._run_sql('ALTER TABLE "proof__" RENAME TO "proof___"')
        await self._run_sql('DROP TABLE "proof___"')
