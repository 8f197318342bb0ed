"""One GraphQL operation becomes one SQL statement whose only cell is the JSON of its data.

The only module that touches graphql-core's internals. Fields are collected and arguments coerced by graphql-core
itself; what each field means is read from its description (schema/describe.py).

Variables stay symbolic: no value enters the SQL text, so one statement serves all requests of the same shape.
Values that change the text (null, booleans, enums, which input fields are present) belong to the shape.

SQLite's parser has a stack of 100 entries, which nested selections overflow. So a statement is first written with
every hop inside its parent (`hoisting=False`); if SQLite cannot parse that, it is written again with every hop that
contains hops moved to a common table expression of its own, keyed by the parents' keys.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
)
from graphql.execution.collect_fields import FieldDetails
from graphql.execution.executor import Executor
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.utils.str_converters import to_camel_case

from cms.errors import BadUserInput, TooComplex
from schema.describe import METADATA, Argument, Column, Many, One, Order, Page, Rows, SQLType
from schema.dialects import Dialect
from schema.ids import PREFIXES, cursor_part, page_size
from schema.where import COMPARISONS, CONDITION, All, Among, Any_, Nested, Not, Operators, Test

Details = list[FieldDetails]
Grouped = dict[str, Details]


@dataclass(frozen=True)
class Param:
    """A value that is known only with the request: where it stands in the coerced variables."""

    path: tuple[str | int, ...]


@dataclass(frozen=True)
class Bound:
    """A parameter of the statement: a Param or a constant, and how it becomes the bound value."""

    name: str
    source: object
    sql_type: SQLType
    convert: Callable[[str, Any], object] | None

    def value(self, variables: Mapping[str, Any]) -> object:
        """The value to bind, converted and checked.

        Raises:
            BadUserInput: the request's value cannot be used; the message names the argument.
        """
        value = _resolved(self.source, variables)
        return value if self.convert is None else self.convert(self.name, value)


@dataclass(frozen=True)
class Plan:
    """A statement, which of the bound values it sends, in order, and all that is bound.

    A value that nothing in the statement uses (the size of a page that is only counted) is still checked.
    """

    sql: str
    sent: tuple[int, ...]
    binds: tuple[Bound, ...]
    dialect: Dialect

    def parameters(self, variables: Mapping[str, Any]) -> dict[str, object] | list[object]:
        """The parameters as the dialect's driver takes them.

        Raises:
            BadUserInput: a value of the request cannot be used.
        """
        values = [self.dialect.bound(bound.name, bound.value(variables), bound.sql_type) for bound in self.binds]
        if self.dialect.name == "sqlite":
            return {f"p{number}": values[number - 1] for number in self.sent}
        return [values[number - 1] for number in self.sent]


def compile_operation(executor: Executor[Any], root: GraphQLObjectType, grouped: Grouped, dialect: Dialect) -> Plan:
    """The plan for root fields that are all described.

    `executor` has validated the operation and coerced its variables; its variable values are replaced by symbols.

    Raises:
        TooComplex: SQLite cannot parse the statement in any form.
    """
    plan = _Compiler(executor, dialect, hoisting=False).operation(root, grouped)
    if dialect.can_nest_deep or parses(plan.sql):
        return plan
    plan = _Compiler(executor, dialect, hoisting=True).operation(root, grouped)
    if not parses(plan.sql):
        raise TooComplex("the query nests more selections than the database can read at once; split it")
    return plan


def symbolic(value: object, path: tuple[str | int, ...] = ()) -> object:
    """A coerced value with everything that does not change the statement's text replaced by its place."""
    if value is None or isinstance(value, bool | Enum):
        return value
    if isinstance(value, dict):
        return {key: symbolic(item, (*path, key)) for key, item in value.items()}
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [symbolic(item, (*path, index)) for index, item in enumerate(value)]
    return Param(path)


def symbolic_variables(variables: VariableValues) -> VariableValues:
    """The variables of an operation, made symbolic."""
    coerced = {name: symbolic(value, (name,)) for name, value in variables.coerced.items()}
    return VariableValues(variables.sources, coerced)


@lru_cache(maxsize=512)
def parses(sql: str) -> bool:
    """Whether this SQLite can parse the statement: an empty database knows no table, but a full stack comes first."""
    probe = sqlite3.connect(":memory:")
    try:
        probe.execute(f"EXPLAIN {sql}")
    except sqlite3.OperationalError as error:
        return "parser stack overflow" not in str(error)
    except sqlite3.ProgrammingError:
        return True  # it was parsed, and misses its parameters
    finally:
        probe.close()
    return True


def _resolved(source: object, variables: Mapping[str, Any]) -> Any:
    if isinstance(source, Param):
        value: Any = variables
        for step in source.path:
            value = value[step]
        return value
    if isinstance(source, list):
        return [_resolved(item, variables) for item in source]
    return source


@dataclass
class _Hop:
    """Rows reached from the rows of another hop: how they are selected, given the key of their parent."""

    parent: _Hop | None
    alias: str
    key: str  # over the parent's alias
    source: Callable[[str], str]  # the FROM clause for a key
    keys: str = ""  # the table expression that holds the parents' keys, once somebody asked for it
    contains_hops: bool = field(default=False)


class _Compiler:
    """Writes one statement."""

    def __init__(self, executor: Executor[Any], dialect: Dialect, *, hoisting: bool) -> None:
        self.executor = executor
        self.dialect = dialect
        self.hoisting = hoisting
        self.binds: list[Bound] = []
        self.key_sets: list[str] = []
        self.hoisted: list[str] = []
        self.aliases = 0

    def operation(self, root: GraphQLObjectType, grouped: Grouped) -> Plan:
        """The whole statement."""
        cell = self.dialect.cell(self.object(root, grouped, "", None))
        expressions = ",".join(self.key_sets + self.hoisted)
        sql = f"WITH {expressions} SELECT {cell}" if expressions else f"SELECT {cell}"
        return Plan(*self.dialect.numbered(sql, len(self.binds)), tuple(self.binds), self.dialect)

    def bind(self, name: str, source: object, sql_type: SQLType = "text", convert: Any = None) -> str:
        """A placeholder for the value."""
        self.binds.append(Bound(name, source, sql_type, convert))
        return self.dialect.placeholder(len(self.binds), sql_type)

    def alias(self) -> str:
        """A table alias not used before."""
        self.aliases += 1
        return f"t{self.aliases}"

    # Objects and their fields

    def object(self, gtype: GraphQLObjectType, grouped: Grouped, alias: str, hop: _Hop | None) -> str:
        """The JSON of one row's selected fields."""
        return self.dialect.object([(key, self.field(gtype, details, alias, hop)) for key, details in grouped.items()])

    def field(self, gtype: GraphQLObjectType, details: Details, alias: str, hop: _Hop | None) -> str:
        """The JSON of one field."""
        name = details[0].node.name.value
        if name == "__typename":
            return f"'{gtype.name}'"
        definition = gtype.fields[name]
        described = definition.extensions["strawberry-definition"].metadata[METADATA]
        if isinstance(described, Column):
            return self.column(gtype, definition, described, alias)
        return self.hop(definition, described, details, alias, hop)

    def column(self, gtype: GraphQLObjectType, definition: GraphQLField, described: Column, alias: str) -> str:
        """A column of the row in the form that its scalar asks for."""
        python_name = definition.extensions["strawberry-definition"].python_name
        expression = (described.template or "{t}." + python_name).format(t=alias, p=alias)
        scalar = get_named_type(definition.type).name
        if scalar == "ID":
            return f"'{PREFIXES[gtype.name]}_'||{expression}"
        if scalar == "DateTime":
            return self.dialect.time(expression)
        if scalar == "Boolean":
            return self.dialect.boolean(expression)
        if scalar == "JSON":
            return self.dialect.json(expression)
        return expression

    def node(self, gtype: Any, details: Details, rows: Rows, hop: _Hop) -> str:
        """The JSON of the row a hop leads to, whichever type it is of."""
        if isinstance(gtype, GraphQLInterfaceType | GraphQLUnionType):
            cases = []
            for name, template in rows.members.items():
                alias = template.format(t=hop.alias)
                member = self.executor.schema.type_map[name]
                cases.append(f"WHEN {alias}.id IS NOT NULL THEN {self.selected(member, details, alias, hop)}")
            return f"CASE {' '.join(cases)} END"
        return self.selected(gtype, details, rows.node.format(t=hop.alias), hop)

    def selected(self, gtype: Any, details: Details, alias: str, hop: _Hop) -> str:
        """The JSON of a row of a known type."""
        grouped = self.executor.collect_subfields(gtype, details).grouped_field_set
        return self.object(gtype, grouped, alias, hop)

    # Rows reached from a row

    def hop(self, definition: GraphQLField, described: Any, details: Details, alias: str, parent: _Hop | None) -> str:
        """The JSON of a field that leads to other rows: inside its parent, or hoisted out of it."""
        if parent is not None:
            parent.contains_hops = True
        rows: Rows = described.rows
        key = rows.key.format(p=alias) if rows.key else ""
        writer = {One: self.one, Many: self.many, Page: self.page}[type(described)]
        hop, write = writer(definition, described, details, _Hop(parent, self.alias(), key, lambda _key: ""))
        if not (self.hoisting and parent is not None and hop.contains_hops):
            return write(key)
        name = f"h{len(self.hoisted)}"
        self.hoisted.append(f"{name}(k,j) AS MATERIALIZED (SELECT p.k,{write('p.k')} FROM {self.keys_of(hop)} p)")
        return self.dialect.json(f"(SELECT j FROM {name} WHERE k={key})")

    def keys_of(self, hop: _Hop) -> str:
        """The table expression with the distinct keys of the hop's parents."""
        if not hop.keys:
            parent = hop.parent
            assert parent is not None, "the root has no key"  # noqa: S101 - hop() never hoists the root
            if parent.key:
                inner = f"SELECT json_group_array({hop.key}) FROM {parent.source('p.k')}"
                rows = f"SELECT DISTINCT e.value FROM {self.keys_of(parent)} p,json_each(({inner})) e"
            else:
                rows = f"SELECT DISTINCT {hop.key} FROM {parent.source('')}"
            hop.keys = f"k{len(self.key_sets)}"
            self.key_sets.append(f"{hop.keys}(k) AS MATERIALIZED ({rows})")
        return hop.keys

    def arguments(self, definition: GraphQLField, details: Details) -> dict[str, Any]:
        """The field's arguments, symbolic where they come from variables."""
        if not definition.args:
            return {}
        first = details[0]
        return get_argument_values(
            definition, first.node, self.executor.variable_values, first.fragment_variable_values
        )

    def conditions(self, described: Any, values: Mapping[str, Any], hop: _Hop) -> list[str]:
        """The conditions that the given arguments add."""
        found = []
        arguments: Mapping[str, Argument] = described.arguments
        for python_name, argument in arguments.items():
            name = to_camel_case(python_name)
            if not argument.condition or values.get(name) is None:
                continue
            value = self.bind(name, values[name], argument.sql_type, argument.convert)
            if argument.sql_type == "json":
                found.append(self.dialect.among(argument.condition.format(t=hop.alias), value, "text"))
            else:
                found.append(argument.condition.format(t=hop.alias, value=value))
        return found

    def one(self, definition: GraphQLField, described: One, details: Details, hop: _Hop) -> Any:
        """At most one row."""
        values = self.arguments(definition, details)
        if described.requires_one and sum(value is not None for value in values.values()) != 1:
            names = " or ".join(definition.args)
            raise BadUserInput(details[0].node.name.value, f"give exactly one of {names}")
        rows, alias = described.rows, hop.alias
        extra = self.conditions(described, values, hop)

        def source(key: str) -> str:
            where = " AND ".join([rows.where.format(t=alias, key=key), *extra])
            return f"{rows.table.format(**self.inputs(described, values))} {alias}{_joins(rows, alias)} WHERE {where}"

        hop.source = source
        node = self.node(get_named_type(definition.type), details, rows, hop)
        return hop, lambda key: f"(SELECT {node} FROM {source(key)})"

    def inputs(self, described: Any, values: Mapping[str, Any]) -> dict[str, str]:
        """The lists that a sub-select names in its own text, as rows (key, value)."""
        return {
            name: self.dialect.elements(self.bind(name, values[name], "json", argument.convert))
            for name, argument in described.arguments.items()
            if not argument.condition
        }

    def many(self, definition: GraphQLField, described: Many, details: Details, hop: _Hop) -> Any:
        """A bounded list."""
        values = self.arguments(definition, details)
        rows = described.rows
        extra = self.conditions(described, values, hop)
        limit = str(described.limit)
        if described.has_first:
            limit = self.bind("first", values["first"], "int", page_size)
        order = _order_by(described.order, hop.alias)
        if rows.is_subselect:
            inputs = self.inputs(described, values)
            hop.source = lambda key: (
                f"{rows.table.format(key=key, limit=limit, **inputs)} {hop.alias}{_joins(rows, hop.alias)}"
            )
        else:
            hop.source = lambda key: self.limited(rows, hop.alias, [_tie(rows, hop.alias, key), *extra], order, limit)
        node = self.node(get_named_type(definition.type), details, rows, hop)
        return hop, lambda key: f"(SELECT {self.dialect.array(node, order)} FROM {hop.source(key)})"

    def limited(self, rows: Rows, alias: str, where: list[str], order: str, limit: str, again: str = "") -> str:
        """The rows in order, cut: first their identities alone, so that nothing else is read of the others.

        `again` is the order to bring them in afterwards, when they were cut in another one.
        """
        identity = f"{alias}.{rows.identity}"
        keys = (
            f"SELECT {identity} AS k FROM {rows.table} {alias} WHERE {' AND '.join(where)}"
            f" ORDER BY {order} LIMIT {limit}"
        )
        if again:
            keys = f"SELECT {identity} AS k FROM {rows.table} {alias} WHERE {identity} IN ({keys}) ORDER BY {again}"
            keys += f" LIMIT {limit}"
        return (
            f"({keys}) {alias}k {self.dialect.join} {rows.table} {alias} ON {identity}={alias}k.k{_joins(rows, alias)}"
        )

    # Relay connections

    def page(self, definition: GraphQLField, described: Page, details: Details, hop: _Hop) -> Any:
        """A page of rows with its cursors and counts."""
        values = self.arguments(definition, details)
        page = _PageSQL(self, described, values, hop)
        gtype = get_named_type(definition.type)
        grouped = self.executor.collect_subfields(gtype, details).grouped_field_set
        hop.source = page.source
        fields = [
            (key, self.connection_field(gtype, field_details[0].node.name.value, field_details, page))
            for key, field_details in grouped.items()
        ]

        def write(key: str) -> str:
            pairs = [(field_key, value(key)) for field_key, value in fields]
            rows = f" FROM {page.source(key)}" if page.is_read else ""
            return f"(SELECT {self.dialect.object(pairs)}{rows})"

        return hop, write

    def connection_field(self, gtype: Any, name: str, details: Details, page: _PageSQL) -> Callable[[str], str]:
        """One field of a connection as a function of the parent's key."""
        if name == "__typename":
            return lambda _key: f"'{gtype.name}'"
        if name == "totalCount":
            return page.total
        inner = get_named_type(gtype.fields[name].type)
        if name == "pageInfo":
            grouped = self.executor.collect_subfields(inner, details).grouped_field_set
            return lambda key: self.dialect.object(
                [(k, page.info(inner.name, d[0].node.name.value, key)) for k, d in grouped.items()]
            )
        if name == "nodes":
            node = self.node(inner, details, page.rows, page.hop)
        else:
            node = self.edge(inner, details, page)
        return lambda _key: page.list_of(node)

    def edge(self, gtype: GraphQLObjectType, details: Details, page: _PageSQL) -> str:
        """The JSON of one edge: its cursor, its node, and columns of the linking row."""
        pairs = []
        for key, field_details in self.executor.collect_subfields(gtype, details).grouped_field_set.items():
            name = field_details[0].node.name.value
            if name == "cursor":
                value = page.cursor()
            elif name == "node":
                value = self.node(get_named_type(gtype.fields[name].type), field_details, page.rows, page.hop)
            else:
                value = self.field(gtype, field_details, page.hop.alias, page.hop)
            pairs.append((key, value))
        return self.dialect.object(pairs)

    # Filters

    def where(self, gtype: GraphQLInputObjectType, values: Mapping[str, Any], alias: str) -> str:
        """The condition that an input of filters stands for."""
        fields = gtype.fields
        parts = [
            self.condition(name, fields[name], value, alias, gtype)
            for name, value in values.items()
            if value is not None
        ]
        return " AND ".join(parts) or "true"

    def condition(self, name: str, definition: Any, value: Any, alias: str, gtype: GraphQLInputObjectType) -> str:
        """The condition of one field of a filter."""
        meaning = definition.extensions["strawberry-definition"].metadata[CONDITION]
        if isinstance(meaning, Test):
            bound = self.bind(name, value, meaning.sql_type, meaning.convert)
            return f"({meaning.template.format(t=alias, value=bound)})"
        if isinstance(meaning, Among):
            bound = self.bind(name, value, "json", meaning.convert)
            return self.dialect.among(meaning.expression.format(t=alias), bound, meaning.sql_type)
        if isinstance(meaning, Operators):
            expression = meaning.expression.format(t=alias)
            return self.operators(name, expression, meaning.sql_type, value)
        if isinstance(meaning, Nested):
            other = self.alias()
            inner = self.where(get_named_type(definition.type), value, other)
            return f"({meaning.template.format(t=alias, s=other, condition=inner)})"
        if isinstance(meaning, Not):
            return f"(({self.where(gtype, value, alias)}) IS NOT TRUE)"
        return self.joined(meaning, value, alias, gtype)

    def operators(self, name: str, expression: str, sql_type: SQLType, values: Mapping[str, Any]) -> str:
        """All given comparisons with one expression."""
        parts = [
            f"{expression} {COMPARISONS[operator]} {self.bind(f'{name}.{operator}', value, sql_type)}"
            for operator, value in values.items()
            if value is not None
        ]
        return f"({' AND '.join(parts)})" if parts else "true"

    def joined(self, meaning: All | Any_, values: list[Any], alias: str, gtype: GraphQLInputObjectType) -> str:
        """Filters of which all or any must hold; of none, all do and none does."""
        parts = [f"({self.where(gtype, value, alias)})" for value in values]
        word, empty = (" AND ", "true") if isinstance(meaning, All) else (" OR ", "false")
        return f"({word.join(parts)})" if parts else empty


class _PageSQL:
    """The SQL of one page: which rows, which way, and what is beyond it."""

    def __init__(self, compiler: _Compiler, described: Page, values: Mapping[str, Any], hop: _Hop) -> None:
        self.compiler = compiler
        self.dialect = compiler.dialect
        self.rows = described.rows
        self.hop = hop
        self.is_read = False  # whether anything selected lists or counts the rows of the page
        self.order = _chosen_order(described, values)
        self.filters = compiler.conditions(described, values, hop)
        if described.where is not None and values.get("where") is not None:
            name = described.where.__strawberry_definition__.name  # type: ignore[attr-defined] # every input has one
            gtype = compiler.executor.schema.type_map[name]
            assert isinstance(gtype, GraphQLInputObjectType)  # noqa: S101 - what Page.where promises
            self.filters.append(f"({compiler.where(gtype, values['where'], hop.alias)})")
        given = {name: values.get(name) for name in ("first", "last", "after", "before")}
        if given["first"] is not None and given["last"] is not None:
            raise BadUserInput("last", "give either first or last, not both")
        self.backward = given["last"] is not None
        size_name = "last" if self.backward else "first"
        self.size = compiler.bind(size_name, given[size_name], "int", page_size)
        self.bounds = {
            name: self._bound(name, given[name]) for name in ("after", "before") if given[name] is not None
        }

    def _bound(self, name: str, cursor: object) -> list[str]:
        """The placeholders of a cursor's values."""
        return [
            self.compiler.bind(name, cursor, key.type, cursor_part(self.order, index))
            for index, key in enumerate(self.order.keys)
        ]

    def _beyond(self, name: str, comparison: str) -> str:
        keys = ",".join(key.template.format(t=self.hop.alias) for key in self.order.keys)
        return f"({keys}) {comparison} ({','.join(self.bounds[name])})"

    def _all(self, key: str) -> list[str]:
        """The conditions of the whole list."""
        return [_tie(self.rows, self.hop.alias, key), *self.filters]

    def source(self, key: str) -> str:
        """The page's rows, and one more when there is one."""
        later, earlier = ("<", ">") if self.order.descending else (">", "<")
        where = self._all(key)
        where += [self._beyond(name, later if name == "after" else earlier) for name in self.bounds]
        order = _order_by(self.order, self.hop.alias)
        limit = f"{self.size}+1"
        if not self.backward:
            return self.compiler.limited(self.rows, self.hop.alias, where, order, limit)
        reverse = _order_by(self.order, self.hop.alias, reverse=True)
        return self.compiler.limited(self.rows, self.hop.alias, where, reverse, limit, again=order)

    def list_of(self, node: str) -> str:
        """The nodes of the page as a JSON list."""
        self.is_read = True
        return self.dialect.page(node, _order_by(self.order, self.hop.alias), self.size, backward=self.backward)

    def cursor(self) -> str:
        """The cursor of a row."""
        return _cursor(self.order, self.hop.alias, self.dialect)

    def total(self, key: str) -> str:
        """The number of rows of the whole list."""
        where = " AND ".join(self._all(key))
        return f"(SELECT count(*) FROM {self.rows.table} {self.hop.alias} WHERE {where})"

    def info(self, type_name: str, name: str, key: str) -> str:
        """One field of pageInfo."""
        if name == "__typename":
            return f"'{type_name}'"
        if name in {"startCursor", "endCursor"}:
            self.is_read = True
            order = _order_by(self.order, self.hop.alias)
            return self.dialect.edge_of_page(
                self.cursor(), order, self.size, backward=self.backward, last=name == "endCursor"
            )
        forward = name == "hasNextPage"
        if forward != self.backward:
            self.is_read = True
            return self.dialect.boolean(f"(count(*)>{self.size})")
        return self.dialect.boolean(self._exists_beyond("before" if forward else "after", key))

    def _exists_beyond(self, bound: str, key: str) -> str:
        """Whether the list goes on on the other side of the cursor the page was asked to stay behind."""
        if bound not in self.bounds:
            return "false"
        later, earlier = ("<=", ">=") if self.order.descending else (">=", "<=")
        where = [*self._all(key), self._beyond(bound, earlier if bound == "after" else later)]
        return f"EXISTS(SELECT 1 FROM {self.rows.table} {self.hop.alias} WHERE {' AND '.join(where)})"


def _chosen_order(described: Page, values: Mapping[str, Any]) -> Order:
    if isinstance(described.orders, Order):
        return described.orders
    chosen = values.get("orderBy") or described.default_order
    order = chosen.value if isinstance(chosen, Enum) else chosen
    assert isinstance(order, Order)  # noqa: S101 - what Page.orders promises
    return order


def _tie(rows: Rows, alias: str, key: str) -> str:
    return rows.where.format(t=alias, key=key)


def _joins(rows: Rows, alias: str) -> str:
    return " " + rows.joins.format(t=alias) if rows.joins else ""


def _order_by(order: Order, alias: str, *, reverse: bool = False) -> str:
    direction = " DESC" if order.descending != reverse else ""
    return ",".join(key.template.format(t=alias) + direction for key in order.keys)


def _cursor(order: Order, alias: str, dialect: Dialect) -> str:
    parts = [f"'{order.name}'"]
    for key in order.keys:
        expression = key.template.format(t=alias)
        parts.append(dialect.time(expression) if key.type == "time" else expression)
    return dialect.hex("||'|'||".join(parts))
