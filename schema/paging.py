"""Pages made SQL: which rows, which way, and what lies beyond them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

from cms.errors import BadUserInput
from schema.describe import Key, Order, Page, Rows, Runs
from schema.filtering import Filter
from schema.ids import cursor_part, page_size
from schema.plan import Writing
from schema.runs import WALKS
from schema.shadows import split_joins

_NO_LIMIT = 2**63 - 1


def order_by(order: Order, alias: str, *, reverse: bool = False) -> str:
    """The ORDER BY list of an order, or of the opposite one."""
    direction = " DESC" if order.descending != reverse else ""
    return ",".join(key.template.format(t=alias) + direction for key in order.keys)


def tie(rows: Rows, alias: str, key: str) -> str:
    """The condition that ties the rows to their parent's key."""
    return rows.where.format(t=alias, key=key)


def collapsed(rows: Rows, alias: str, other: str, condition: str) -> str:
    """The condition, over `{key}`, that an article of the list is no copy of one that comes before it in its story.

    `other` is the alias of that one, and `condition` what it has to fulfil to be in the list, too.
    """
    # A value, not NOT EXISTS, which PostgreSQL would answer for all articles of the site at once.
    if rows.where == "true" and condition == "true":
        return f"(SELECT 1 FROM copy {alias}c WHERE {alias}c.article_id={alias}.id AND {alias}c.place>0) IS NULL"
    tied = tie(rows, other, "{key}")
    if rows.runs is not None and rows.runs.table != "article":
        # Asked of one article; the tie would gather all that are linked.
        link = f"{other}l"
        tied = (
            f"EXISTS(SELECT 1 FROM {rows.runs.table} {link} WHERE {link}.{rows.runs.column}={{key}}"
            f" AND {link}.article_id={other}.id)"
        )
    return (
        f"(SELECT 1 FROM copy {alias}c JOIN copy {alias}d ON {alias}d.story_id={alias}c.story_id"
        f" AND {alias}d.place<{alias}c.place JOIN article {other} ON {other}.id={alias}d.article_id"
        f" WHERE {alias}c.article_id={alias}.id AND {tied} AND {condition} LIMIT 1) IS NULL"
    )


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
    source = f"{rows.table} {alias} WHERE {' AND '.join(where)} ORDER BY {order}"
    if is_whole(writing, rows):
        found = writing.dialect.cut(f"SELECT {alias}.* FROM {source}", limit)
        found = f"SELECT {alias}.* FROM ({found}) {alias} ORDER BY {again} LIMIT {limit}" if again else found
        return whole(writing, rows, alias, found)
    keys = writing.dialect.cut(f"SELECT {alias}.{rows.identity} AS k FROM {source}", limit)
    return brought(writing, rows, alias, keys, limit, again)


def is_whole(writing: Writing, rows: Rows) -> bool:
    """Whether rows are read as they are found, not looked up by their identities afterwards."""
    # What stands before a table cannot be looked up by its key in a join: it would be made whole each time.
    return writing.is_shadowed or rows.is_subselect or not (writing.dialect.looks_up_links or rows.table == "article")


def brought(writing: Writing, rows: Rows, alias: str, keys: str, limit: str, again: str = "") -> str:
    """A FROM clause with the rows whose identities `k` a SELECT gives, in its order or in the one of `again`."""
    identity, table = f"{alias}.{rows.identity}", f"{rows.table} {alias}"
    if again:
        keys = f"SELECT {identity} AS k FROM {table} WHERE {identity} IN ({keys}) ORDER BY {again} LIMIT {limit}"
    return f"({keys}) {alias}k {writing.dialect.join} {table} ON {identity}={alias}k.k{joined(writing, rows, alias)}"


class PageSQL:
    """The SQL of one page.

    `looks_beyond`, set before anything is written, says whether one row more is read, to tell if there is one.
    `is_read` says, once all selected fields are written, whether any of them lists or counts the rows of the page.

    Raises:
        BadUserInput: both `first` and `last` are given.
    """

    def __init__(
        self,
        writing: Writing,
        described: Page,
        order: Order,
        values: Mapping[str, Any],
        alias: str,
        filtered: Filter,
    ) -> None:
        self.writing = writing
        self.dialect = writing.dialect
        self.rows = described.rows
        self.alias = alias
        self.filtered = filtered
        self.is_read = False
        self.looks_beyond = True
        self.order = order
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
        """The FROM clause with the page's rows, and one more when that is asked for and there is one."""
        later, earlier = ("<", ">") if self.order.descending else (">", "<")
        beyond = [(name, later if name == "after" else earlier) for name in self.bounds]
        limit = f"{self.size}+1" if self.looks_beyond else self.size
        again = self._in_order if self.backward else ""
        if is_whole(self.writing, self.rows):
            where = [*self._all(key), *(self._beyond(*each, self.order, self.alias) for each in beyond)]
            order = order_by(self.order, self.alias, reverse=self.backward)
            rows = replace(self.rows, table=self._table(key))
            return limited(self.writing, rows, self.alias, where, order, limit, again=again)
        return brought(
            self.writing, self.rows, self.alias, self._keys(key, beyond, limit, reverse=self.backward), limit, again
        )

    def list_of(self, node: str) -> str:
        """The nodes of the page as a JSON list."""
        self.is_read = True
        if not self.looks_beyond:
            return self.dialect.array(node, self._in_order)
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
        rows = f"{self._table(key)} {self.alias} WHERE {' AND '.join(self._all(key))}"
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
        comparison = earlier if bound == "after" else later
        if self.writing.is_shadowed or self.rows.is_subselect:
            where = [*self._all(key), self._beyond(bound, comparison, self.order, self.alias)]
            return f"EXISTS(SELECT 1 FROM {self._table(key)} {self.alias} WHERE {' AND '.join(where)})"
        # Going away from the cursor, the nearest such row comes first.
        return f"EXISTS({self._keys(key, [(bound, comparison)], '1', reverse=bound == 'after')})"

    def _beyond(self, bound: str, comparison: str, order: Order, alias: str) -> str:
        keys = ",".join((key.shown or key.template).format(t=alias) for key in order.keys)
        return f"({keys}) {comparison} ({','.join(self.bounds[bound])})"

    def _table(self, key: str) -> str:
        """The table, or the sub-select for a key."""
        return self.rows.table.replace("{key}", key)

    def _all(self, key: str) -> list[str]:
        """The conditions of the whole list."""
        tied = tie(self.rows, self.alias, key)
        return [tied, *self.filtered.rest, *self.filtered.lead, *self._collapsed(key)]

    def _collapsed(self, key: str) -> list[str]:
        """The condition that leaves copies out, if that is asked for."""
        return [self.filtered.collapsed.replace("{key}", key)] if self.filtered.collapsed else []

    def _keys(self, key: str, beyond: list[tuple[str, str]], limit: str, *, reverse: bool) -> str:
        """A SELECT of the identities `k` of the list's first rows, or of its last, beyond some cursors."""
        runs, alias = self.rows.runs or self.filtered.runs, self.alias
        order = order_by(self.order, alias, reverse=reverse)
        if runs is None or self.filtered.named_by or self.order.column not in runs.indexes:
            where = [*self._all(key), *(self._beyond(*each, self.order, alias) for each in beyond)]
            source = f"{self.rows.table} {alias}{self._hint(runs)} WHERE {' AND '.join(where)}"
            return self.dialect.cut(f"SELECT {alias}.{self.rows.identity} AS k FROM {source} ORDER BY {order}", limit)
        if not runs.keys:
            return self._run(runs, self.filtered.key or key, key, beyond, limit, reverse=reverse)
        run = self._run(runs, "q.run", key, beyond, limit, reverse=reverse)
        found = (
            f"SELECT DISTINCT r.value FROM ({runs.keys.format(key=key)}) q CROSS JOIN {self.dialect.lateral(run, 'r')}"
        )
        source = f"({found}) m {self.dialect.join} article {alias} ON {alias}.id=m.value"
        return self.dialect.cut(f"SELECT {alias}.id AS k FROM {source} ORDER BY {order}", limit)

    def _hint(self, runs: Runs | None) -> str:
        """By which index SQLite is to read the articles when they do not come by runs."""
        if self.rows.table != "article" or self.filtered.named_by == "slug":
            return ""
        return self.dialect.by_index(None if runs or self.filtered.named_by else WALKS[self.order.column])

    def _run(self, runs: Runs, run: str, key: str, beyond: list[tuple[str, str]], limit: str, *, reverse: bool) -> str:
        """A SELECT of the identities `k` at the beginning of one run."""
        alias, order, rest = self.alias, self.order, [*self.filtered.rest, *self._collapsed(key)]
        name, hint, group = f"{alias}.id", "", ""
        if runs.table == "article":
            hint = self.dialect.by_index(runs.indexes[order.column])
        else:
            alias = f"{self.alias}l"
            name = f"{alias}.article_id"
            order = replace(order, keys=(order.keys[0], Key("{t}.article_id", "int")))
            # Somebody may be credited twice, as author and as photographer.
            group = f" GROUP BY {alias}.{order.column},{name}"
            if rest:
                one = " AND ".join([f"{self.alias}.id={name}", *rest])
                rest = [f"EXISTS(SELECT 1 FROM article {self.alias} WHERE {one})"]
        where = [f"{alias}.{runs.column}={run}", *rest, *(self._beyond(*each, order, alias) for each in beyond)]
        source = f"{runs.table} {alias}{hint} WHERE {' AND '.join(where)}{group}"
        in_order = order_by(order, alias, reverse=reverse)
        return self.dialect.cut(f"SELECT {name} AS k FROM {source} ORDER BY {in_order}", limit)


def chosen_order(described: Page, values: Mapping[str, Any]) -> Order:
    """The order that a page's arguments ask for."""
    if isinstance(described.orders, Order):
        return described.orders
    chosen = values.get("orderBy") or described.default_order
    order = chosen.value if isinstance(chosen, Enum) else chosen
    assert isinstance(order, Order)  # noqa: S101 - what Page.orders promises
    return order
