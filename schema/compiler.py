"""One GraphQL operation becomes one SQL statement whose only cell is the JSON of its data.

Fields are collected and arguments coerced by graphql-core itself; what each field means is read from its description
(schema/describe.py). This module, the arguments, the plan and the executor alone touch graphql-core's internals.

Variables stay symbolic: no value enters the SQL text, so one statement serves all requests of the same shape.
Values that change the text (null, booleans, enums, which input fields are present) belong to the shape.

SQLite's parser has a stack of 100 entries, which nested selections overflow. So a statement is first written with
every hop inside its parent; if SQLite cannot parse that, it is written again with every hop that contains hops moved
to a common table expression of its own, keyed by the parents' keys; and if a filter is so nested that even the
innermost hop does not fit, with every hop moved.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache, partial
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from graphql.execution.collect_fields import FieldDetails
from graphql.execution.executor import Executor

from cms.errors import BadUserInput, CMSError, TooComplex
from schema.arguments import conditions, given, own_size, says_which, table
from schema.describe import METADATA, PAGE_LIMIT, Column, Many, One, Page, Rows, Search
from schema.dialects import Dialect
from schema.filtering import Filter, filter_of, where_sql
from schema.finishing import highlights, shown_fields
from schema.ids import ID_PREFIXES, list_size
from schema.paging import PageSQL, chosen_order, collapsed, joined, limited, one_of, order_by, tie
from schema.plan import Cost, Finishing, Plan, Writing, located
from schema.searching import COUNTING, HIGHLIGHTING, SearchSQL
from schema.shadows import Shadow, expressions, shadow_of, split_joins

Details = list[FieldDetails]
Grouped = dict[str, Details]
# Each is a statement of its own, and a moment long ago takes looking through everything that came since.
MOST_SHADOWS = 5
Write = Callable[[str], str]  # from the key of the parent to SQL


@dataclass(frozen=True)
class Part:
    """The root fields, by response key, that one statement answers, since they read the same tables."""

    plan: Plan
    fields: Grouped
    shadow: Shadow | None


def compile_operation(
    executor: Executor[Any], root: GraphQLObjectType, grouped: Grouped, dialect: Dialect
) -> list[Part]:
    """The plans for root fields that are all described: one for what is public, one for each preview or other time.

    `executor` has validated the operation; its variable values have been made symbolic (schema/plan.py). Each plan
    counts the cost of the whole operation.

    Raises:
        GraphQLError: the operation's own text asks for something that cannot be.
        TooComplex: it asks for too many previews and moments, or SQLite cannot parse the statement in any form.
    """
    parts: dict[Shadow | None, Grouped] = {}
    for key, details in grouped.items():
        parts.setdefault(_shadow(executor, root, details), {})[key] = details
    if len(parts.keys() - {None}) > MOST_SHADOWS:
        raise TooComplex(f"An operation may ask for {MOST_SHADOWS} different previews and moments at most.")
    plans = [
        (_readable(dialect, partial(_operation_plan, executor, dialect, shadow, root, fields)), fields, shadow)
        for shadow, fields in parts.items()
    ]
    costs = tuple(cost for plan, _, _ in plans for cost in plan.costs)
    return [Part(replace(plan, costs=costs), fields, shadow) for plan, fields, shadow in plans]


def _operation_plan(
    executor: Executor[Any],
    dialect: Dialect,
    shadow: Shadow | None,
    root: GraphQLObjectType,
    fields: Grouped,
    hoisting: Hoisting,
) -> Plan:
    return _Compiler(executor, dialect, hoisting, shadow).operation(root, fields)


def _shadow(executor: Executor[Any], root: GraphQLObjectType, details: Details) -> Shadow | None:
    """What a root field asks for in place of what is public now."""
    definition = root.fields[details[0].node.name.value]
    described = definition.extensions["strawberry-definition"].metadata[METADATA]
    try:
        return shadow_of(described, given(executor, definition, details))
    except CMSError as error:
        raise located(error, details[0].node) from error


def compile_row(
    executor: Executor[Any], gtype: GraphQLObjectType, grouped: Grouped, dialect: Dialect, rows: Rows
) -> Plan:
    """The plan for one row of some, as mutations return them: its number is the request value `@row`.

    Raises:
        GraphQLError, TooComplex: as for a whole operation.
    """
    return _readable(dialect, lambda hoisting: _Compiler(executor, dialect, hoisting).row(gtype, grouped, rows))


def _readable(dialect: Dialect, write: Callable[[Hoisting], Plan]) -> Plan:
    for hoisting in Hoisting:
        plan = write(hoisting)
        if dialect.can_nest_deep or parses(plan.sql):
            return plan
    raise TooComplex("the query nests more selections or filters than the database can read at once; split it")


class Hoisting(Enum):
    """Which hops are moved out of their parents, in the order in which they are tried."""

    NONE = 0
    PARENTS = 1  # those that contain hops
    ALL = 2


@lru_cache(maxsize=128)
def parses(sql: str) -> bool:
    """Whether this SQLite can parse the statement: an empty database knows no table, but a full stack comes first."""
    probe = sqlite3.connect(":memory:")
    try:
        probe.execute(f"EXPLAIN {sql}")
    except sqlite3.OperationalError as error:
        return "parser stack overflow" not in str(error)
    except sqlite3.ProgrammingError:
        return True  # it was parsed, and misses its parameters
    except sqlite3.DataError:
        return False  # longer than a statement may be
    finally:
        probe.close()
    return True


@dataclass
class _Hop:
    """Rows reached from the rows of another hop.

    `key` is the key of its rows' parent, over the parent's alias; `source` the FROM clause for a given key. `path` is
    what messages call it, and `sizes` are those of the lists on the way to it, its own last.
    """

    parent: _Hop | None
    alias: str
    key: str
    path: str
    sizes: tuple[object, ...]
    source: Write = str
    left_out: str = ""  # the joins that the source would need for the keys of hops from joined articles
    keys: str = ""  # the table of all its parents' keys, once somebody asked for it
    contains_hops: bool = False


class _Compiler:
    """Writes one statement."""

    def __init__(
        self, executor: Executor[Any], dialect: Dialect, hoisting: Hoisting, shadow: Shadow | None = None
    ) -> None:
        self.executor = executor
        self.dialect = dialect
        self.hoisting = hoisting
        self.writing = Writing(dialect, is_shadowed=shadow is not None)
        self.shadow = shadow
        self.key_tables: list[str] = []
        self.hoisted: list[str] = []
        self.searches: list[SearchSQL] = []

    def operation(self, root: GraphQLObjectType, grouped: Grouped) -> Plan:
        """The whole statement."""
        return self.statement(self.object(root, grouped, "", None))

    def row(self, gtype: GraphQLObjectType, grouped: Grouped, rows: Rows) -> Plan:
        """The whole statement for one row."""
        alias = self.writing.alias()
        source = f"{rows.table} {alias} WHERE {alias}.{rows.identity}=@row AND {rows.where.format(t=alias)}"
        hop = _Hop(None, alias, "", gtype.name, (), lambda _key: source)
        return self.statement(f"(SELECT {self.object(gtype, grouped, alias, hop)} FROM {source})")

    def statement(self, value: str) -> Plan:
        """The statement whose only cell is the value."""
        before = expressions(self.shadow, self.writing) if self.shadow else []
        for search in self.searches:
            before += search.expressions()
        named = ",".join(before + self.key_tables + self.hoisted)
        cell = self.dialect.cell(value)
        return self.writing.plan(f"WITH {named} SELECT {cell}" if named else f"SELECT {cell}")

    # Objects and their fields

    def object(self, gtype: GraphQLObjectType, grouped: Grouped, alias: str, hop: _Hop | None) -> str:
        """The JSON of one row's selected fields."""
        return self.dialect.object([(key, self.field(gtype, details, alias, hop)) for key, details in grouped.items()])

    def selection(self, gtype: Any, details: Details) -> Grouped:
        """What is selected of an object type."""
        return self.executor.collect_subfields(gtype, details).grouped_field_set

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
        expression = (described.template or "{t}." + python_name).format(t=alias)
        if is_list_type(get_nullable_type(definition.type)):
            return self.dialect.json(expression)
        match get_named_type(definition.type).name:
            case "ID" if gtype.name in ID_PREFIXES:
                return f"'{ID_PREFIXES[gtype.name]}_'||{expression}"
            case "DateTime" if not described.is_json:
                return self.dialect.time(expression)
            case "Boolean":
                return self.dialect.boolean(expression)
            case "JSON":
                return self.dialect.json(expression)
            case _:
                return expression

    def node(self, gtype: Any, details: Details, rows: Rows, hop: _Hop) -> str:
        """The JSON of the row a hop leads to, whichever type it is of."""
        apart = split_joins(rows)[1] if self.shadow else {}
        hop.left_out = "".join(f" LEFT JOIN article {alias} ON {on}".format(t=hop.alias) for alias, on in apart.items())
        if not isinstance(gtype, GraphQLInterfaceType | GraphQLUnionType):
            alias = rows.node.format(t=hop.alias)
            value = self.object(gtype, self.selection(gtype, details), alias, hop)
            on = apart.get(rows.node, "").format(t=hop.alias)
            return f"(SELECT {value} FROM article {alias} WHERE {on})" if on else value
        cases = []
        for name, template in rows.members.items():
            alias = template.format(t=hop.alias)
            member: Any = self.executor.schema.type_map[name]
            value = self.object(member, self.selection(member, details), alias, hop)
            if template in apart:
                source = f"article {alias} WHERE {apart[template].format(t=hop.alias)}"
                cases.append(f"WHEN EXISTS(SELECT 1 FROM {source}) THEN (SELECT {value} FROM {source})")
            else:
                cases.append(f"WHEN {alias}.id IS NOT NULL THEN {value}")
        return f"CASE {' '.join(cases)} END"

    # Rows reached from a row

    def hop(self, definition: GraphQLField, described: Any, details: Details, alias: str, parent: _Hop | None) -> str:
        """The JSON of a field that leads to other rows: inside its parent, or hoisted out of it."""
        if parent is not None:
            parent.contains_hops = True
        node = details[0].node
        self.writing.node = node
        values = given(self.executor, definition, details)
        name = (node.alias or node.name).value
        path, sizes = (f"{parent.path}.{name}", parent.sizes) if parent else (name, ())
        sizes = (*sizes, *own_size(described, values))
        self.writing.costs.append(Cost(path, sizes))
        hop = _Hop(parent, self.writing.alias(), described.rows.key.format(p=alias), path, sizes)
        write = self.writer(definition, described, values, details, hop)
        wanted = self.hoisting is Hoisting.ALL or (self.hoisting is Hoisting.PARENTS and hop.contains_hops)
        if parent is None or not wanted:
            return write(hop.key)
        name = f"h{len(self.hoisted)}"
        self.hoisted.append(f"{name}(k,j) AS MATERIALIZED (SELECT p.k,{write('p.k')} FROM {self.keys_of(hop)} p)")
        return self.dialect.json(f"(SELECT j FROM {name} WHERE k={hop.key})")

    def writer(
        self, definition: GraphQLField, described: Any, values: Mapping[str, Any], details: Details, hop: _Hop
    ) -> Write:
        """What writes the JSON of a hop.

        Raises:
            GraphQLError: the arguments, as the operation has them, contradict each other.
        """
        gtype = get_named_type(definition.type)
        try:
            match described:
                case One():
                    return self.one(gtype, described, values, details, hop)
                case Many():
                    return self.many(gtype, described, values, details, hop)
                case Page():
                    return self.page(gtype, described, values, details, hop)
                case Search():
                    return self.search(gtype, described, values, details, hop)
        except CMSError as error:
            raise located(error, details[0].node) from error
        raise TypeError(f"{definition} does not say which rows it is")

    def keys_of(self, hop: _Hop) -> str:
        """The table with the distinct keys of the hop's parents."""
        if not hop.keys:
            parent = hop.parent
            assert parent is not None, "a field of the root is never hoisted"  # noqa: S101 - see hop()
            if parent.key:
                inner = f"SELECT json_group_array({hop.key}) FROM {parent.source('p.k')}{parent.left_out}"
                rows = f"SELECT DISTINCT e.value FROM {self.keys_of(parent)} p,json_each(({inner})) e"
            else:
                rows = f"SELECT DISTINCT {hop.key} FROM {parent.source('')}{parent.left_out}"
            hop.keys = f"k{len(self.key_tables)}"
            self.key_tables.append(f"{hop.keys}(k) AS MATERIALIZED ({rows})")
        return hop.keys

    def one(self, gtype: Any, described: One, values: Mapping[str, Any], details: Details, hop: _Hop) -> Write:
        """At most one row."""
        if described.requires_one and not says_which(described, values):
            names = " or ".join(name for name, one in described.arguments.items() if one.role != "refines")
            raise BadUserInput(details[0].node.name.value, f"give exactly one of {names}")
        rows, alias = described.rows, hop.alias
        extra = conditions(self.writing, described, values, alias)
        source = table(self.writing, described, values, key="{key}")
        hop.source = lambda key: one_of(
            self.writing, rows, source.replace("{key}", key), alias, [tie(rows, alias, key), *extra]
        )
        node = self.node(gtype, details, rows, hop)
        return lambda key: f"(SELECT {node} FROM {hop.source(key)})"

    def many(self, gtype: Any, described: Many, values: Mapping[str, Any], details: Details, hop: _Hop) -> Write:
        """A bounded list."""
        rows, alias = described.rows, hop.alias
        extra = conditions(self.writing, described, values, alias)
        limit = str(PAGE_LIMIT)
        if described.has_first:
            limit = self.writing.bind("first", values["first"], "int", list_size)
        order = order_by(described.order, alias)
        if rows.is_subselect:
            source = table(self.writing, described, values, key="{key}", limit=limit, most=self.dialect.most(limit))
            hop.source = lambda key: f"{source.replace('{key}', key)} {alias}{joined(self.writing, rows, alias)}"
        else:
            hop.source = lambda key: limited(self.writing, rows, alias, [tie(rows, alias, key), *extra], order, limit)
        node = self.node(gtype, details, rows, hop)
        return lambda key: f"(SELECT {self.dialect.array(node, order)} FROM {hop.source(key)})"

    # Searches

    def search(self, gtype: Any, described: Search, values: Mapping[str, Any], details: Details, hop: _Hop) -> Write:
        """The hits of a query, and what is counted of all of them."""
        where = ""
        if values.get("where") is not None:
            where_type: Any = self.executor.schema.type_map[described.where]
            where = where_sql(self.writing, where_type, values["where"], hop.alias)
        search = SearchSQL(self.writing, values, where, hop.alias, len(self.searches))
        self.searches.append(search)
        hop.source = lambda _key: search.rows()
        selected = self.selection(gtype, details)
        pairs = [(key, self.search_field(gtype, each, search, hop, (hop.path, key))) for key, each in selected.items()]
        value = self.dialect.object(pairs)
        return lambda _key: value

    def search_field(
        self, gtype: GraphQLObjectType, details: Details, search: SearchSQL, hop: _Hop, path: tuple[str, ...]
    ) -> str:
        """One field of a search's answer; `path` leads to it."""
        name = details[0].node.name.value
        if name == "__typename":
            return f"'{gtype.name}'"
        inner: Any = get_named_type(gtype.fields[name].type)
        selected = self.selection(inner, details) if details[0].node.selection_set else {}
        if name in {"totalCount", "suggestions"}:
            self.writing.costs.append(Cost(".".join(path), (COUNTING,)))
        if name == "nodes":
            return search.list_of(self.node(inner, details, Rows("article"), hop))
        if name == "edges":
            pairs = [(key, self.search_edge(inner, each, search, hop, (*path, key))) for key, each in selected.items()]
            return search.list_of(self.dialect.object(pairs))
        if name == "facets":
            return self.dialect.object([(key, self.facet(inner, each, search, hop)) for key, each in selected.items()])
        return search.field(name, [(key, each[0].node.name.value) for key, each in selected.items()])

    def search_edge(
        self, gtype: GraphQLObjectType, details: Details, search: SearchSQL, hop: _Hop, path: tuple[str, ...]
    ) -> str:
        """One field of a hit."""
        name = details[0].node.name.value
        if name == "node":
            return self.node(get_named_type(gtype.fields[name].type), details, Rows("article"), hop)
        if name != "highlights":
            return {"cursor": search.cursor, "score": search.score}.get(name, lambda: f"'{gtype.name}'")()
        self.writing.costs.append(Cost(".".join(path), (*hop.sizes, HIGHLIGHTING)))
        shown = shown_fields(self.executor, get_named_type(gtype.fields[name].type), details)
        self.writing.finishing.append(Finishing(path, search.query, partial(highlights, shown)))
        return search.raw_words()

    def facet(self, gtype: GraphQLObjectType, details: Details, search: SearchSQL, hop: _Hop) -> str:
        """One list of counts, or whether these are exact."""
        name = details[0].node.name.value
        if name == "__typename":
            return f"'{gtype.name}'"
        if name == "isExact":
            return search.is_exact()
        definition = gtype.fields[name]
        described = definition.extensions["strawberry-definition"].metadata[METADATA]
        rows = replace(described.rows, table=search.counted(described.rows.table))
        self.writing.costs.append(Cost(f"{hop.path}.facets.{name}", (COUNTING,)))
        return self.hop(definition, replace(described, rows=rows), details, "", None)

    # Relay connections

    def page(self, gtype: Any, described: Page, values: Mapping[str, Any], details: Details, hop: _Hop) -> Write:
        """A page of rows with its cursors and counts."""
        extra, order = conditions(self.writing, described, values, hop.alias), chosen_order(described, values)
        filtered, inner = Filter(), {}
        if values.get("where") is not None:
            where_type: Any = self.executor.schema.type_map[described.where]
            inner = values["where"]
            filtered = filter_of(self.writing, where_type, values["where"], hop.alias, order, described.rows)
        filtered = replace(filtered, rest=(*extra, *filtered.rest))
        if values.get("collapseCopies"):
            other = self.writing.alias()
            condition = where_sql(self.writing, where_type, inner, other) if inner else "true"
            filtered = replace(filtered, collapsed=collapsed(described.rows, hop.alias, other, condition))
        page = PageSQL(self.writing, described, order, values, hop.alias, filtered)
        selected = self.selection(gtype, details)
        page.looks_beyond = any(self._asks_for_more(gtype, each) for each in selected.values())
        hop.source = page.source
        fields = [(key, self.page_field(gtype, field_details, page, hop)) for key, field_details in selected.items()]

        def write(key: str) -> str:
            pairs = [(field_key, value(key)) for field_key, value in fields]
            rows = f" FROM {page.source(key)}" if page.is_read else ""
            value = f"(SELECT {self.dialect.object(pairs)}{rows})"
            if not described.holds or "after" not in page.bounds:
                return value
            return f"CASE WHEN {described.holds.format(after=page.bounds['after'][0])} THEN {value} END"

        return write

    def _asks_for_more(self, gtype: GraphQLObjectType, details: Details) -> bool:
        """Whether a field of a connection tells if there are rows beyond the page."""
        name = details[0].node.name.value
        if name != "pageInfo":
            return False
        inner = self.selection(get_named_type(gtype.fields[name].type), details)
        return any(each[0].node.name.value in {"hasNextPage", "hasPreviousPage"} for each in inner.values())

    def page_field(self, gtype: GraphQLObjectType, details: Details, page: PageSQL, hop: _Hop) -> Write:
        """One field of a connection."""
        name = details[0].node.name.value
        if name == "__typename":
            return lambda _key: f"'{gtype.name}'"
        if name == "totalCount":
            return page.total
        inner: Any = get_named_type(gtype.fields[name].type)
        if name == "pageInfo":
            selected = [(key, d[0].node.name.value) for key, d in self.selection(inner, details).items()]
            return lambda key: self.dialect.object(
                [
                    (field_key, f"'{inner.name}'" if field_name == "__typename" else page.info(field_name, key))
                    for field_key, field_name in selected
                ]
            )
        edge_or_node = self.edge if name == "edges" else self.page_node
        value = edge_or_node(inner, details, page, hop)
        return lambda _key: page.list_of(value)

    def page_node(self, gtype: Any, details: Details, page: PageSQL, hop: _Hop) -> str:
        """The JSON of one node of a page."""
        return self.node(gtype, details, page.rows, hop)

    def edge(self, gtype: GraphQLObjectType, details: Details, page: PageSQL, hop: _Hop) -> str:
        """The JSON of one edge: its cursor, its node, and columns of the linking row."""
        pairs = []
        for key, field_details in self.selection(gtype, details).items():
            name = field_details[0].node.name.value
            if name == "cursor":
                value = page.cursor()
            elif name == "node":
                value = self.page_node(get_named_type(gtype.fields[name].type), field_details, page, hop)
            else:
                value = self.field(gtype, field_details, hop.alias, hop)
            pairs.append((key, value))
        return self.dialect.object(pairs)
