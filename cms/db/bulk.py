"""Inserting several rows at once and learning their keys, which the ORM's own bulk insert leaves unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model


async def insert_many(
    tx: TransactionalDBClient, rows: Sequence[Model], expressions: Mapping[str, str] | None = None
) -> list[int]:
    """Insert rows of one model with one statement; their primary keys, in the order of the rows.

    `expressions` gives columns whose value the database computes, as SQL.
    """
    if not rows:
        return []
    meta = rows[0]._meta
    computed = dict(expressions or {})
    generated = {meta.pk_attr} if meta.pk.generated else set()
    names = [name for name in meta.fields_db_projection if name not in generated | computed.keys()]
    values: list[Any] = []
    lines = []
    for row in rows:
        first = len(values) + 1
        values += [meta.fields_map[name].to_db_value(getattr(row, name), row) for name in names]
        places = [f"${n}" if tx.capabilities.dialect == "postgres" else "?" for n in range(first, len(values) + 1)]
        lines.append(f"({','.join([*places, *computed.values()])})")
    columns = ",".join(f'"{meta.fields_db_projection[name]}"' for name in [*names, *computed])
    key = meta.db_pk_column
    sql = f'INSERT INTO "{meta.db_table}" ({columns}) VALUES {",".join(lines)} RETURNING "{key}"'  # noqa: S608 - our names
    # Both databases number the rows in the order of VALUES, but neither promises to return them in it.
    return sorted(row[key] for row in await tx.execute_query_dict(sql, values))
