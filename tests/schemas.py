"""What a database's schema is, in a form that two of them can be compared by."""

from __future__ import annotations

import re
from typing import Any

from tortoise.context import require_context

from cms.db import Database

Facts = dict[str, Any]


async def rows_of(sql: str, *values: Any) -> list[Facts]:
    """The rows of a statement on the database in use, also outside of any transaction."""
    _count, rows = await require_context().db().execute_query(sql, list(values))
    return [dict(row) for row in rows]


async def schema_of(database: Database) -> Facts:
    """Every table but the record of migrations: columns, constraints, indexes, foreign keys and triggers.

    The order of columns is left out, since PostgreSQL cannot change it, and so are names that nobody chose.
    """
    with database.use():
        return await (_sqlite_schema() if database.dialect == "sqlite" else _postgres_schema())


async def _sqlite_schema() -> Facts:
    tables = await rows_of(
        "SELECT m.name, m.sql FROM sqlite_master m JOIN pragma_table_list l ON l.schema = 'main' AND l.name = m.name "
        # Those of a full-text index are its own matter.
        "WHERE l.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'migration' ORDER BY m.name"
    )
    return {table["name"]: await _sqlite_table(table["name"], table["sql"]) for table in tables}


async def _sqlite_table(name: str, sql: str) -> Facts:
    indexes = []
    for index in await rows_of(f'PRAGMA index_list("{name}")'):
        parts = await rows_of(f'PRAGMA index_xinfo("{index["name"]}")')
        chosen = index["name"] if index["origin"] == "c" else ""
        columns = tuple((part["name"], part["desc"], part["coll"]) for part in parts if part["key"])
        made = await rows_of("SELECT sql FROM sqlite_master WHERE name = ?", index["name"])
        indexes.append((chosen, index["unique"], index["origin"], index["partial"], columns, _plain(made[0]["sql"])))
    columns = await rows_of(f'PRAGMA table_xinfo("{name}")')
    links = await rows_of(f'PRAGMA foreign_key_list("{name}")')
    triggers = await rows_of("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", name)
    return {
        "columns": sorted(
            (each["name"], each["type"], each["notnull"], each["dflt_value"], bool(each["pk"]), each["hidden"])
            for each in columns
        ),
        "autoincrement": "AUTOINCREMENT" in sql,
        "checks": sorted(_checks(sql)),
        "indexes": sorted(indexes),
        "links": sorted((each["from"], each["table"], each["to"], each["on_delete"]) for each in links),
        "triggers": sorted((each["name"], _plain(each["sql"])) for each in triggers),
    }


def _plain(sql: str | None) -> str:
    return " ".join((sql or "").split())


def _checks(sql: str) -> list[tuple[str, str]]:
    return re.findall(r'CONSTRAINT "([^"]+)" CHECK (\(.*\))(?:,\n|\n|$|, C|\))', _plain_lines(sql))


def _plain_lines(sql: str) -> str:
    return "\n".join(line.strip() for line in sql.splitlines())


async def _postgres_schema() -> Facts:
    columns = await rows_of(
        "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, "
        "collation_name, is_identity FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
    )
    constraints = await rows_of(
        "SELECT conrelid::regclass::text AS table_name, contype::text AS kind, "
        "pg_get_constraintdef(oid) AS definition, "
        "CASE WHEN contype = 'c' THEN conname ELSE '' END AS name FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace AND contype <> 'n'"
    )
    indexes = await rows_of(
        "SELECT tablename AS table_name, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' "
        "AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = indexname AND contype IN ('p', 'u'))"
    )
    triggers = await rows_of(
        "SELECT tgrelid::regclass::text AS table_name, tgname, pg_get_triggerdef(oid) AS definition "
        "FROM pg_trigger WHERE NOT tgisinternal"
    )
    kinds = {"columns": columns, "constraints": constraints, "indexes": indexes, "triggers": triggers}
    schema: Facts = {}
    for kind, facts in kinds.items():
        for fact in facts:
            table = schema.setdefault(fact.pop("table_name").strip('"'), {each: [] for each in kinds})
            table[kind].append(tuple(fact.values()))
    schema.pop("migration", None)
    return {name: {kind: sorted(facts, key=repr) for kind, facts in table.items()} for name, table in schema.items()}
