"""How each database writes the pieces of a statement that builds JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Literal

import orjson

from cms.errors import BadUserInput
from cms.models.fields import canonical
from schema.describe import PAGE_LIMIT, SQLType
from schema.matching import PostgresMatching, SQLiteMatching

Pair = tuple[str, str]
ColumnKind = Literal["int", "varchar", "text", "time"]
_NUMBER = re.compile(r"\$([0-9]+)::", re.ASCII)


def quoted(text: str) -> str:
    """A text literal."""
    return "'" + text.replace("'", "''") + "'"


def bindable(name: str, value: object, sql_type: SQLType) -> object:
    """The value in a form that both drivers can take.

    Raises:
        BadUserInput: a text that a database cannot hold; the message names the argument.
    """
    if isinstance(value, Enum):
        value = value.value
    try:
        if sql_type == "json":
            return orjson.dumps(value).decode()
        if isinstance(value, str):
            value.encode()
    except (UnicodeEncodeError, TypeError) as error:
        raise BadUserInput(name, "the text holds half of a character (a lone surrogate)") from error
    if isinstance(value, str) and "\0" in value:
        raise BadUserInput(name, "the text holds a NUL character")
    return value


class SQLite:
    """SQLite from 3.40: named parameters, JSON functions, one bounded parser stack."""

    name = "sqlite"
    object_limit = 63  # a function takes 127 arguments
    can_nest_deep = False
    looks_up_links = True  # a row whose number is known costs less than carrying all its columns along
    join = "CROSS JOIN"  # keeps the order: the limited keys first, then their rows
    empty_list = "json('[]')"
    public = "main"  # where the tables are, when something else of the same name stands before them
    column_types = {"int": "INTEGER", "varchar": "TEXT", "text": "TEXT", "time": "TEXT"}  # noqa: RUF012 - never changed
    server = {  # noqa: RUF012 - never changed
        "engine": "'SQLITE'",
        "version": "sqlite_version()",
        "bytes": "(SELECT c.page_count*s.page_size FROM pragma_page_count c,pragma_page_size s)",
    }

    def __init__(self, *, assets: str = "") -> None:
        self.assets = assets  # what the addresses of assets begin with

    def placeholder(self, number: int, sql_type: SQLType) -> str:
        """Where the parameter stands in the statement."""
        return f":p{number}"

    def numbered(self, sql: str, count: int) -> tuple[str, tuple[int, ...]]:
        """The statement, and the numbers of the parameters to send with it."""
        return sql, tuple(range(1, count + 1))

    def bound(self, name: str, value: object, sql_type: SQLType) -> object:
        """The value as the driver stores and compares it."""
        return canonical(value) if isinstance(value, datetime) else bindable(name, value, sql_type)

    def object(self, pairs: Sequence[Pair]) -> str:
        """A JSON object; wide ones are glued from several, since a function takes only so many arguments."""
        if len(pairs) <= self.object_limit:
            return "json_object(" + ",".join(f"{quoted(key)},{value}" for key, value in pairs) + ")"
        head, tail = self.object(pairs[: self.object_limit]), self.object(pairs[self.object_limit :])
        return f"json(substr({head},1,length({head})-1)||','||substr({tail},2))"

    def array(self, node: str, order: str) -> str:
        """The rows' nodes as a JSON list."""
        return f"json_group_array({node})"

    def page(self, node: str, order: str, size: str, *, backward: bool) -> str:
        """The nodes of a page from rows that hold one more than the page, to tell whether there is another."""
        rows = self.array(node, order)
        if backward:
            return f"CASE WHEN count(*)>{size} THEN json_remove({rows},'$[0]') ELSE {rows} END"
        return f"json_remove({rows},'$['||{size}||']')"

    def edge_of_page(self, value: str, order: str, size: str, *, backward: bool, last: bool) -> str:
        """The value of the first or the last row of the page, null when it is empty."""
        return f"json_extract({self.page(value, order, size, backward=backward)},'$[{'#-1' if last else '0'}]')"

    def json(self, expression: str) -> str:
        """Text, or JSON that came through a sub-select, as JSON again."""
        return f"json({expression})"

    def time(self, expression: str) -> str:
        """A stored time as the text that GraphQL shows."""
        return expression

    def boolean(self, expression: str) -> str:
        """A stored truth as JSON."""
        return f"json(CASE {expression} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)"

    def hex(self, expression: str) -> str:
        """The UTF-8 bytes of a text in lower-case hexadecimal digits."""
        return f"lower(hex({expression}))"

    def found(self, name: str, *values: str) -> str:
        """A SELECT of the entries of a search index that a query finds; see SEARCH in schema/newsroom.py."""
        return SQLiteMatching(name, *values[:4]).hits()

    def among(self, expression: str, placeholder: str, sql_type: SQLType) -> str:
        """Whether the expression is in the bound JSON list."""
        return f"{expression} IN (SELECT value FROM json_each({placeholder}))"

    def elements(self, placeholder: str) -> str:
        """The bound JSON list as rows (key, value)."""
        return f"json_each({placeholder})"

    def each(self, expression: str) -> str:
        """A stored JSON list as rows (key, value) of a FROM clause; the key counts from 0."""
        return f"json_each({expression})"

    def lateral(self, select: str, alias: str) -> str:
        """A SELECT of keys `k` for each row of a FROM clause, as rows that have the keys as `value`."""
        return f"json_each((SELECT json_group_array(k) FROM ({select}))) {alias}"

    def cut(self, select: str, limit: str) -> str:
        """The first rows of an ordered SELECT."""
        return f"{select} LIMIT {limit}"

    def most(self, limit: str) -> str:
        """How many rows of a part of a limited list are read."""
        return limit

    def by_index(self, name: str | None) -> str:
        """What follows a table's name: it is read by this index; without one, by no index but that of its ids."""
        # The planner knows nothing of how many rows have a value, and would rather look for one than walk in order.
        return f" INDEXED BY {name}" if name else " NOT INDEXED"

    def inside(self, expression: str, *path: str) -> str:
        """A text or number inside a stored JSON document; without a path, that is all there is."""
        return f"{expression}->>'$.{'.'.join(path)}'" if path else expression

    def cast(self, expression: str, kind: ColumnKind) -> str:
        """The expression with the type of a column of this kind."""
        return f"CAST({expression} AS {self.column_types[kind]})"

    def cell(self, expression: str) -> str:
        """The statement's only cell as UTF-8 bytes."""
        return f"CAST({expression} AS BLOB)"


class PostgreSQL:
    """PostgreSQL from 13: numbered, typed parameters and JSON aggregates that order themselves."""

    name = "postgres"
    object_limit = 50  # a function takes 100 arguments
    can_nest_deep = True
    looks_up_links = False  # it would plan, and carry out, a join for each row of the parent
    join = "JOIN"
    empty_list = "'[]'::json"
    public = "public"
    server = {  # noqa: RUF012 - never changed
        "engine": "'POSTGRESQL'",
        "version": "current_setting('server_version')",
        "bytes": "pg_database_size(current_database())",
    }
    column_types = {"int": "INT", "varchar": "VARCHAR", "text": "TEXT", "time": "TIMESTAMPTZ"}  # noqa: RUF012 - never changed
    types = {"text": "text", "int": "bigint", "bigint": "bigint", "time": "timestamptz", "json": "json"}  # noqa: RUF012 - never changed

    def __init__(self, *, assets: str = "") -> None:
        self.assets = assets  # what the addresses of assets begin with

    def placeholder(self, number: int, sql_type: SQLType) -> str:
        """Where the parameter stands in the statement."""
        return f"${number}::{self.types[sql_type]}"

    def numbered(self, sql: str, count: int) -> tuple[str, tuple[int, ...]]:
        """The statement with the parameters it uses numbered without gaps, and their former numbers in that order."""
        used = sorted({int(number) for number in _NUMBER.findall(sql)})
        place = {number: position for position, number in enumerate(used, 1)}
        return _NUMBER.sub(lambda match: f"${place[int(match[1])]}::", sql), tuple(used)

    def bound(self, name: str, value: object, sql_type: SQLType) -> object:
        """The value as the driver takes it; times in whole seconds, as they are stored."""
        return value.replace(microsecond=0) if isinstance(value, datetime) else bindable(name, value, sql_type)

    def object(self, pairs: Sequence[Pair]) -> str:
        """A JSON object; wide ones are glued from several, since a function takes only so many arguments."""
        if len(pairs) <= self.object_limit:
            return "json_build_object(" + ",".join(f"{quoted(key)},{value}" for key, value in pairs) + ")"
        head, tail = self.object(pairs[: self.object_limit]), self.object(pairs[self.object_limit :])
        return f"(left({head}::text,-1)||','||substr({tail}::text,2))::json"

    def array(self, node: str, order: str) -> str:
        """The rows' nodes as a JSON list."""
        return f"coalesce(json_agg({node} ORDER BY {order}),{self.empty_list})"

    def page(self, node: str, order: str, size: str, *, backward: bool) -> str:
        """The nodes of a page from rows that hold one more than the page, to tell whether there is another."""
        return f"coalesce(array_to_json({self._slice(node, order, size, backward=backward)}),{self.empty_list})"

    def edge_of_page(self, value: str, order: str, size: str, *, backward: bool, last: bool) -> str:
        """The value of the first or the last row of the page, null when it is empty."""
        rows = self._slice(value, order, size, backward=backward)
        return f"({rows})[cardinality({rows})]" if last else f"({rows})[1]"

    def _slice(self, node: str, order: str, size: str, *, backward: bool) -> str:
        rows = f"array_agg({node} ORDER BY {order})"
        if backward:
            return f"({rows})[CASE WHEN count(*)>{size} THEN 2 ELSE 1 END:]"
        return f"({rows})[:{size}]"

    def json(self, expression: str) -> str:
        """Text as JSON."""
        return f"({expression})::json"

    def time(self, expression: str) -> str:
        """A stored time as the text that GraphQL shows."""
        return f"to_char({expression} AT TIME ZONE 'UTC','YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"

    def boolean(self, expression: str) -> str:
        """A stored truth as JSON."""
        return expression

    def hex(self, expression: str) -> str:
        """The UTF-8 bytes of a text in lower-case hexadecimal digits."""
        return f"encode(convert_to({expression},'UTF8'),'hex')"

    def found(self, name: str, *values: str) -> str:
        """A SELECT of the entries of a search index that a query finds; see SEARCH in schema/newsroom.py."""
        return PostgresMatching(name, *values[4:]).hits()

    def among(self, expression: str, placeholder: str, sql_type: SQLType) -> str:
        """Whether the expression is in the bound JSON list."""
        cast = self.types[sql_type]
        return f"{expression} IN (SELECT e::{cast} FROM json_array_elements_text({placeholder}) e)"

    def elements(self, placeholder: str) -> str:
        """The bound JSON list as rows (key, value)."""
        return f"(SELECT n AS key,v AS value FROM json_array_elements({placeholder}) WITH ORDINALITY AS e(v,n))"

    def each(self, expression: str) -> str:
        """A stored JSON list as rows (key, value) of a FROM clause; the key counts from 0."""
        rows = f"jsonb_array_elements({expression}) WITH ORDINALITY AS e(v,n)"
        return f"LATERAL (SELECT n-1 AS key,v AS value FROM {rows})"

    def lateral(self, select: str, alias: str) -> str:
        """A SELECT of keys `k` for each row of a FROM clause, as rows that have the keys as `value`."""
        return f"LATERAL ({select}) {alias}(value)"

    def cut(self, select: str, limit: str) -> str:
        """The first rows of an ordered SELECT.

        A kept plan is made for any limit, which PostgreSQL takes for a tenth of the table. That there is a largest one
        tells it to walk an index.
        """
        if limit.isdigit():
            return f"{select} LIMIT {limit}"
        return f"SELECT z.* FROM ({select} LIMIT {PAGE_LIMIT + 1}) z LIMIT {limit}"

    def most(self, limit: str) -> str:
        """How many rows of a part of a limited list are read: as many as it may have, for the same reason."""
        return str(PAGE_LIMIT)

    def by_index(self, name: str | None) -> str:
        """Nothing: the planner knows how many rows have a value, and chooses well."""
        return ""

    def inside(self, expression: str, *path: str) -> str:
        """A text or number inside a stored JSON document; without a path, that is all there is."""
        return f"({expression})#>>'{{{','.join(path)}}}'"

    def cast(self, expression: str, kind: ColumnKind) -> str:
        """The expression with the type of a column of this kind."""
        return f"CAST({expression} AS {self.column_types[kind]})"

    def cell(self, expression: str) -> str:
        """The statement's only cell as UTF-8 bytes."""
        return f"convert_to(({expression})::text,'UTF8')"


Dialect = SQLite | PostgreSQL
