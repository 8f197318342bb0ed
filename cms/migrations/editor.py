"""How a change of a model becomes a change of its table: what both databases share.

The ORM's own editors lose, on both databases, the CHECK and named UNIQUE constraints of a new table, the index of an
added column and the change of a foreign key's rule; these do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tortoise.fields.base import Field
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_generator.state import State
from tortoise.models import Model

from cms.db.statements import split_statements
from cms.errors import SetupError
from cms.migrations.chain import APP

_INDEX = re.compile(r'CREATE (UNIQUE )?INDEX "([^"]+)"')


class Editor(BaseSchemaEditor):
    """Changes tables. `old` and `new` are the models before and after the operation that is running."""

    old: State
    new: State

    def table_statements(self, model: type[Model]) -> list[str]:
        """The statements that make the model's table from nothing: CREATE TABLE, then its indexes."""
        return split_statements(self._get_model_sql_data(model).table_sql)

    def index_statements(self, model: type[Model]) -> dict[str, str]:
        """The statements that make the model's indexes unless they exist, by the index's name."""
        indexes = {}
        for statement in self.table_statements(model):
            if match := _INDEX.match(statement):
                unique, name = match[1] or "", match[2]
                indexes[name] = f'CREATE {unique}INDEX IF NOT EXISTS "{name}"{statement[match.end() :]};'
        return indexes

    async def sync_indexes(self, name: str, new_name: str) -> None:
        """Drop the indexes that the model had before the operation and has no more, and make those that are new."""
        before = self.index_statements(self.old.apps.get_model(APP, name))
        after = self.index_statements(self.new.apps.get_model(APP, new_name))
        for index in before:
            if index not in after:
                await self._run_sql(f'DROP INDEX IF EXISTS "{index}";')
        for index, statement in after.items():
            if index not in before:
                await self._run_sql(statement)

    # All indexes of a model are compared after each operation, so single changes have nothing to do.

    async def add_index(self, model: type[Model], index: Index) -> None:
        """Left to `sync_indexes`."""

    async def remove_index(self, model: type[Model], index: Index) -> None:
        """Left to `sync_indexes`."""

    async def rename_index(self, model: type[Model], old_index: Index, new_index: Index) -> None:
        """Left to `sync_indexes`."""

    # Descriptions stay in the code: as comments of the database they would need a migration for every better word.

    def _get_table_comment_sql(self, table: str, comment: str) -> str:
        return ""

    def _get_column_comment_sql(self, table: str, column: str, comment: str) -> str:
        return ""

    async def _alter_column_comment(self, model: type[Model], old_field: Field[Any], new_field: Field[Any]) -> None:
        pass

    def _get_model_sql_data(self, model: type[Model]) -> Any:
        self._described = model
        data = super()._get_model_sql_data(model)
        data.table_sql = "\n".join([data.table_sql, *self._partial_unique_indexes(model)])
        return data

    def _get_inner_statements(self) -> list[str]:
        model = self._described
        whole = (constraint for constraint in model._meta.constraints or () if not is_partial(constraint))
        return [self._constraint_sql(model, constraint) for constraint in whole]

    def _constraint_sql(self, model: type[Model], constraint: CheckConstraint | UniqueConstraint) -> str:
        if isinstance(constraint, CheckConstraint):
            return self.CHECK_CONSTRAINT_CREATE_TEMPLATE.format(name=constraint.name, check=constraint.check)
        columns = ", ".join(self.quote(each) for each in self._resolve_fields_to_columns(model, constraint.fields))
        name = self._constraint_name_for_model(model, constraint)
        return self.UNIQUE_CONSTRAINT_CREATE_TEMPLATE.format(index_name=name, fields=columns)

    def _partial_unique_indexes(self, model: type[Model]) -> Iterator[str]:
        for constraint in model._meta.constraints or ():
            if isinstance(constraint, UniqueConstraint) and constraint.condition:
                columns = ", ".join(
                    self.quote(each) for each in self._resolve_fields_to_columns(model, constraint.fields)
                )
                name = self._constraint_name_for_model(model, constraint)
                table = self.quote(model._meta.db_table)
                yield f'CREATE UNIQUE INDEX "{name}" ON {table} ({columns}) WHERE {constraint.condition};'

    async def refuse_empty_column(self, table: str, field: Field[Any]) -> None:
        """Refuse to add a column that must hold a value to a table whose rows have none for it.

        Raises:
            SetupError: the table has rows, and the field is neither nullable nor has a db_default.
        """
        if self.collect_sql or field.null or field.has_db_default() or field.generated:
            return
        _count, rows = await self.client.execute_query(f"SELECT 1 FROM {self.quote(table)} LIMIT 1")
        if rows:
            raise SetupError(
                f"The new field {field.model_field_name} of {table} needs a value, and the table's rows have none.",
                "Give the field db_default=… or null=True in the migration.",
            )


def is_partial(constraint: CheckConstraint | UniqueConstraint) -> bool:
    """Whether the constraint holds for some rows only, which makes it an index to both databases."""
    return isinstance(constraint, UniqueConstraint) and bool(constraint.condition)


def refuse_other_type(table: str, old: Field[Any], new: Field[Any]) -> None:
    """Refuse a change from one kind of value to another, which no database can guess how to make.

    Raises:
        SetupError: the two fields hold different Python types.
    """
    if old.field_type != new.field_type:
        raise SetupError(
            f"The field {new.model_field_name} of {table} changes from {old.field_type.__name__} "
            f"to {new.field_type.__name__}.",
            "Add a new field, fill it with RunPython or RunSQL, and remove the old one.",
        )
