"""Pages made SQL: which rows, which way, and what lies beyond them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from cms.errors import BadUserInput
from schema.describe import Order, Page, Rows
from schema.ids import cursor_part, page_size
from schema.plan import Writing
from schema.shadows import split_joins

_NO_LIMIT = 2**63 - 1


def order_by(order: Order, alias: str, *, reverse: bool = False) -> str:
    """The ORDER BY list of an order, or of the opposite one."""
    direction = " DESC" if order.descending != reverse else ""
    return ",".join(key.template.format(t=alias) + direction for key in order.keys)


def tie(rows: Rows, alias: str, key: str) -> str:
    """The condition that ties the rows to their parent's key."""
    return rows.where.format(t=alias, key=key)


def joined(writing: Writing, rows: Rows, alias: str) -> str:
    """The joins that the rows' nodes need; articles are left out where something stands before them."""
    joins = split_joins(rows)[0] if writing.is_shadowed else rows.joins
    return " " + joins.format(t=alias) if joins else ""


def one_of(writing: Writing, rows: Rows, table: str, alias: str, where: list[str]) -> str:
    """A FROM clause with the rows that fulfil the conditions."""
    if writing.is_shadowed and rows.joins:
        return whole(writing, rows, alias, f"SELECT {alias}.* FROM {table} {alias} WHERE {' AND '.join(where)}")
    return f"{table} {alias}{joined(writing, rows, alias)} WHERE {' AND '.join(where)}"


def whole(writing: Writing, rows: Rows, alias: str, select: str) -> str:
    """A FROM clause with the rows that a SELECT from another table of the same alias gives, and their joins."""
    return f"({select}) {alias}{joined(writing, rows, alias)}"


def limited(writing: Writing, rows: Rows, alias: str, where: list[str], order: str, limit: str, again: str = "") -> str:
    """A FROM clause with the rows in order, cut: first their identities alone, so nothing else is read of the others.

    `again` is the order to bring them in afterwards, when they were cut in another one.
    """
    identity = f"{alias}.{rows.identity}"
    table = f"{rows.table} {alias}"
    if writing.is_shadowed:
        # What stands before a table cannot be looked up by its key in a join: it would be made whole each time.
        found = f"SELECT {alias}.* FROM {table} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT {limit}"
        found = f"SELECT {alias}.* FROM ({found}) {alias} ORDER BY {again} LIMIT {limit}" if again else found
        return whole(writing, rows, alias, found)
    keys = f"SELECT {identity} AS k FROM {table} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT {limit}"
    if again:
        keys = f"SELECT {identity} AS k FROM {table} WHERE {identity} IN ({keys}) ORDER BY {again} LIMIT {limit}"
    return f"({keys}) {alias}k {writing.dialect.join} {table} ON {identity}={alias}k.k{joined(writing, rows, alias)}"


class PageSQL:
    """The SQL of one page.

    `is_read` says, once all selected fields are written, whether any of them lists or counts the rows of the page.

    Raises:
        BadUserInput: both `first` and `last` are given.
    """

    def __init__(
        self, writing: Writing, described: Page, values: Mapping[str, Any], alias: str, filters: list[str]
    ) -> None:
        self.writing = writing
        self.dialect = writing.dialect
        self.rows = described.rows
        self.alias = alias
        self.filters = filters
        self.is_read = False
        self.order = _chosen_order(described, values)
        self._in_order = order_by(self.order, alias)
        given = {name: values.get(name) for name in ("first", "last", "after", "before")}
        if given["first"] is not None and given["last"] is not None:
            raise BadUserInput("last", "give either first or last, not both")
        self.backward = given["last"] is not None
        size_name = "last" if self.backward else "first"
        self.size = writing.bind(size_name, given[size_name], "int", page_size)
        self.bounds = {
            name: [
                writing.bind(name, given[name], key.type, cursor_part(self.order, index))
                for index, key in enumerate(self.order.keys)
            ]
            for name in ("after", "before")
            if given[name] is not None
        }

    def source(self, key: str) -> str:
        """The FROM clause with the page's rows, and one more when there is one."""
        later, earlier = ("<", ">") if self.order.descending else (">", "<")
        where = self._all(key)
        where += [self._beyond(name, later if name == "after" else earlier) for name in self.bounds]
        limit = f"{self.size}+1"
        if not self.backward:
            return limited(self.writing, self.rows, self.alias, where, self._in_order, limit)
        reverse = order_by(self.order, self.alias, reverse=True)
        return limited(self.writing, self.rows, self.alias, where, reverse, limit, again=self._in_order)

    def list_of(self, node: str) -> str:
        """The nodes of the page as a JSON list."""
        self.is_read = True
        return self.dialect.page(node, self._in_order, self.size, backward=self.backward)

    def cursor(self) -> str:
        """The cursor of a row."""
        parts = [f"'{self.order.name}'"]
        for key in self.order.keys:
            expression = (key.shown or key.template).format(t=self.alias)
            parts.append(self.dialect.time(expression) if key.type == "time" else expression)
        return self.dialect.hex("||'|'||".join(parts))

    def total(self, key: str) -> str:
        """The number of rows of the whole list."""
        rows = f"{self.rows.table} {self.alias} WHERE {' AND '.join(self._all(key))}"
        if self.writing.is_shadowed:
            # SQLite uses no index for what stands before a table when it counts it; the limit keeps the two apart.
            rows = f"(SELECT {self.alias}.{self.rows.identity} FROM {rows} LIMIT {_NO_LIMIT}) {self.alias}"
        return f"(SELECT count(*) FROM {rows})"

    def info(self, name: str, key: str) -> str:
        """One field of pageInfo."""
        if name in {"startCursor", "endCursor"}:
            self.is_read = True
            is_end = name == "endCursor"
            return self.dialect.edge_of_page(
                self.cursor(), self._in_order, self.size, backward=self.backward, last=is_end
            )
        is_forward = name == "hasNextPage"
        # The way the list is turned, a cursor to stop at ends it, or who turns on would never come to an end.
        if is_forward != self.backward:
            self.is_read = True
            return self.dialect.boolean(f"(count(*)>{self.size})")
        bound = "before" if is_forward else "after"
        return self.dialect.boolean(self._exists_beyond(bound, key) if bound in self.bounds else "(false)")

    def _exists_beyond(self, bound: str, key: str) -> str:
        """Whether the list has rows on the other side of the cursor that the page was asked to stay behind."""
        later, earlier = ("<=", ">=") if self.order.descending else (">=", "<=")
        where = [*self._all(key), self._beyond(bound, earlier if bound == "after" else later)]
        return f"EXISTS(SELECT 1 FROM {self.rows.table} {self.alias} WHERE {' AND '.join(where)})"

    def _beyond(self, bound: str, comparison: str) -> str:
        keys = ",".join((key.shown or key.template).format(t=self.alias) for key in self.order.keys)
        return f"({keys}) {comparison} ({','.join(self.bounds[bound])})"

    def _all(self, key: str) -> list[str]:
        """The conditions of the whole list."""
        return [tie(self.rows, self.alias, key), *self.filters]


def _chosen_order(described: Page, values: Mapping[str, Any]) -> Order:
    if isinstance(described.orders, Order):
        return described.orders
    chosen = values.get("orderBy") or described.default_order
    order = chosen.value if isinstance(chosen, Enum) else chosen
    assert isinstance(order, Order)  # noqa: S101 - what Page.orders promises
    return order
