"""Operations that the ORM's migration format lacks."""

from __future__ import annotations

from typing import Any

from tortoise.migrations.operations import RunSQL


class DialectSQL(RunSQL):
    """SQL that each database needs in words of its own, such as a trigger. Each text may hold several statements."""

    def __init__(self, *, sqlite: str, postgres: str) -> None:
        super().__init__("")
        self._sql = {"sqlite": sqlite, "postgres": postgres}

    async def database_forward(self, app_label: str, old_state: Any, new_state: Any, state_editor: Any = None) -> None:
        """Run the database's own text."""
        if state_editor and (sql := self._sql[state_editor.DIALECT]):
            await state_editor._run_sql(sql)  # noqa: SLF001 - the only door of the ORM's editors
