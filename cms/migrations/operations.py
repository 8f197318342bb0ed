"""Operations that the ORM's migration format lacks."""

from __future__ import annotations

from typing import Any

from tortoise.migrations import operations
from tortoise.migrations.operations import RunSQL
from tortoise.migrations.schema_generator.state import State


class DialectSQL(RunSQL):
    """SQL that each database needs in words of its own, such as a trigger. Each text may hold several statements."""

    def __init__(self, *, sqlite: str, postgres: str) -> None:
        super().__init__("")
        self._sql = {"sqlite": sqlite, "postgres": postgres}

    async def database_forward(self, app_label: str, old_state: Any, new_state: Any, state_editor: Any = None) -> None:
        """Run the database's own text."""
        if state_editor and (sql := self._sql[state_editor.DIALECT]):
            await state_editor._run_sql(sql)  # noqa: SLF001 - the only door of the ORM's editors


_SQLITE_TRIGGER = """
CREATE TRIGGER {table}_{event}_counts AFTER {event} ON {table} BEGIN
    INSERT INTO content_version (id, version) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET version = version + 1;
END;
"""
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION count_content_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- A statement that changed no row fires as well.
    IF EXISTS (SELECT 1 FROM changed) THEN
        INSERT INTO content_version AS v (id, version) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET version = v.version + 1;
        PERFORM pg_notify('content_changed', '');
    END IF;
    RETURN NULL;
END $$;
"""
_POSTGRES_TRIGGER = """
CREATE TRIGGER {table}_{event}_counts AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION count_content_change();
"""
_EVENTS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}  # and which rows PostgreSQL is to look at


class CountChanges(DialectSQL):
    """Triggers that let each change of the tables count as a new version of the content (models.ContentVersion)."""

    def __init__(self, *tables: str) -> None:
        sqlite, postgres = "", _POSTGRES_FUNCTION
        for table in tables:
            for event, rows in _EVENTS.items():
                sqlite += _SQLITE_TRIGGER.format(table=table, event=event)
                postgres += _POSTGRES_TRIGGER.format(table=table, event=event, rows=rows)
        super().__init__(sqlite=sqlite, postgres=postgres)


_SQLITE_OTHER_COLUMNS = """
DROP TRIGGER {table}_update_counts;
CREATE TRIGGER {table}_update_counts AFTER UPDATE OF {columns} ON {table} BEGIN
    INSERT INTO content_version (id, version) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET version = version + 1;
END;
"""
# A trigger that is given columns cannot look at the changed rows of a statement; one that changed none counts, too.
_POSTGRES_OTHER_COLUMNS = """
CREATE OR REPLACE FUNCTION count_content_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO content_version AS v (id, version) VALUES (1, 1)
        ON CONFLICT (id) DO UPDATE SET version = v.version + 1;
    PERFORM pg_notify('content_changed', '');
    RETURN NULL;
END $$;
DROP TRIGGER {table}_update_counts ON {table};
CREATE TRIGGER {table}_update_counts AFTER UPDATE OF {columns} ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION count_content_update();
DROP FUNCTION IF EXISTS count_{table}_change();
"""


class LeaveUncounted(RunSQL):
    """Let updates of one column of a table, and of that alone, be no new version of the content.

    A later migration that adds a column to the table says it again: the trigger names all the others.
    """

    def __init__(self, model: str, column: str) -> None:
        super().__init__("")
        self.model = model
        self.column = column

    async def database_forward(self, app_label: str, old_state: Any, new_state: Any, state_editor: Any = None) -> None:
        """Put other triggers in the place of those of CountChanges."""
        if not state_editor:
            return
        meta = new_state.apps.get_model(app_label, self.model)._meta
        columns = ", ".join(name for name in meta.fields_db_projection.values() if name != self.column)
        sql = _SQLITE_OTHER_COLUMNS if state_editor.DIALECT == "sqlite" else _POSTGRES_OTHER_COLUMNS
        sql = sql.format(table=meta.db_table, columns=columns)
        await state_editor._run_sql(sql)  # noqa: SLF001 - the only door of the ORM's editors


class RenameModel(operations.RenameModel):
    """The ORM's, which fails for a model with links: the models they point at still know it by its old name."""

    def state_forward(self, app_label: str, state: State) -> None:
        """Rename the model, and everything that names it."""
        models = state.models
        renamed = models.pop((app_label, self.old_name))
        if renamed.table == self.old_name.lower():
            renamed.table = renamed.options["table"] = self.new_name.lower()
        renamed.name = self.new_name
        models[app_label, self.new_name] = renamed
        old_reference, new_reference = (f"{app_label}.{name}" for name in (self.old_name, self.new_name))
        for model in models.values():
            for field in model.fields.values():
                if getattr(field, "model_name", None) == old_reference:
                    field.model_name = new_reference  # type: ignore[attr-defined]  # links alone have it
        state.apps = state.clone().apps
