"""What a GraphQL field is in terms of rows. Types are declared with these; the compiler makes SQL of them.

Templates are SQL with names in braces, filled in by the compiler:

- `{t}` the alias of the described table, `{p}` the alias of the row the field is selected on,
- `{key}` the value that ties the described rows to the parent's row (`Rows.key`, an expression over `{p}`),
- `{value}`, `{value_2}` the bound argument.

Some words stand for what the request brings: `@viewer` the number of the user who asks (0 for none), `@sees_all`
whether that is somebody who may see every draft (1 or 0), `@writes` and `@audits` whether the viewer may write drafts
and read the audit log, `@now` the time. `@each[…]` is a stored JSON list as rows (key, value) for a FROM clause,
`@hex[…]` a text in hexadecimal, `@assets` what the addresses of assets begin with, `@server[…]` what the database tells
of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.unset import UNSET

from cms.errors import CMSError
from cms.permissions import Permission

SQLType = Literal["text", "int", "bigint", "time", "json"]
PAGE_LIMIT = 100
DEFAULT_PAGE = 20
TYPICAL = 5


@dataclass(frozen=True)
class Column:
    """A value of the row itself. Without a template it is the column of the field's own name.

    `is_json` says that it is read out of a stored JSON document, where times are text already.
    """

    template: str = ""
    is_json: bool = False


@dataclass(frozen=True)
class Key:
    """One component of an order: an expression and its type.

    `shown` is what stands in cursors instead, if that is another expression that runs the same way.
    """

    template: str
    type: SQLType
    shown: str = ""


@dataclass(frozen=True)
class Order:
    """A total order: all keys run the same way, and the last one is unique. Its name stands in every cursor."""

    name: str
    keys: tuple[Key, ...]
    descending: bool = False

    @property
    def column(self) -> str:
        """The column that the order begins with."""
        return self.keys[0].template.removeprefix("{t}.")


@dataclass(frozen=True)
class Argument:
    """A GraphQL argument that narrows the rows.

    Attributes:
        type: the annotation Strawberry reads.
        condition: SQL over `{t}` and `{value}`; not added when the argument is absent or null. Without a condition,
            the table's own text names what is bound: a list as `{name}`, parts as `{name_1}`, `{name_2}`.
        convert: from the coerced argument to the value bound; raises BadUserInput.
        absent: SQL over `{t}` that is added instead when the argument is absent or null.
        sql_type: the type of the bound value; "json" binds a list, and the condition is the expression to be in it.
        parts: the types and converters where one argument is bound as several values, `{value}`, `{value_2}`, and on.
        role: where a field wants one of several arguments, whether this is one of them, is enough without them, or
            only says more.
    """

    type: Any
    description: str
    condition: str = ""
    convert: Callable[[str, Any], object] | None = None
    sql_type: SQLType = "text"
    default: Any = UNSET
    parts: tuple[tuple[SQLType, Callable[[str, Any], object]], ...] = ()
    role: Literal["identifies", "suffices", "refines"] = "identifies"
    absent: str = ""


@dataclass(frozen=True)
class Runs:
    """Where the articles that a key leads to lie together in an index, in the order of a list.

    A list of one key reads the beginning of a run. One of several keys reads the beginnings of theirs, and sorts no
    more than these, however many articles there are.

    Attributes:
        column: the column that holds the key.
        indexes: the index with the runs, by the column that the order begins with.
        table: the table of links that the column is in, if it is not the article's own; it has `article_id`.
        keys: a SELECT of the keys, named `run`, over `{key}`, if there may be several.
    """

    column: str
    indexes: Mapping[str, str]
    table: str = "article"
    keys: str = ""


@dataclass(frozen=True)
class Rows:
    """Rows reached from a row, or from the root when `key` is empty.

    Attributes:
        table: a table, or a sub-select in parentheses over `{key}`. That of a Many orders and limits itself by
            `{limit}`; `{most}` limits parts of it (schema/dialects.py).
        where: the tie to `{key}` and whatever always holds ("true" for all rows).
        joins: LEFT JOINs that the selected node needs, over `{t}`.
        node: the alias template of the row that the GraphQL type is read from.
        members: for an interface or a union, the alias of each possible type; the first whose id is set is the node.
        identity: the column of `table` that names one row.
        runs: where they lie in the order of a list.
    """

    table: str
    where: str = "true"
    key: str = ""
    joins: str = ""
    node: str = "{t}"
    members: Mapping[str, str] = field(default_factory=dict)
    identity: str = "id"
    runs: Runs | None = None

    @property
    def is_subselect(self) -> bool:
        """Whether the table is a sub-select."""
        return self.table.startswith("(")


@dataclass(frozen=True)
class One:
    """At most one row; `requires_one` says that exactly one of the arguments that identify it must be given."""

    rows: Rows
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    requires_one: bool = False
    permission: Permission | None = None


@dataclass(frozen=True)
class Many:
    """A short list in a fixed order, cut at `first` (or at PAGE_LIMIT when there is no such argument).

    `typical` is how many rows such a list has as a rule, for estimating what an operation costs.
    """

    rows: Rows
    order: Order
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    typical: int = TYPICAL
    has_first: bool = False
    permission: Permission | None = None


@dataclass(frozen=True)
class Page:
    """A Relay connection: keyset pages forwards and backwards, filtered by `where`, in one of several orders.

    `holds` is a condition over the number in the cursor `{after}` under which the list tells all that came after it;
    otherwise it is refused with `refusal`. A list of articles that `collapses` can leave copies out: then it shows of
    each story the first that it would show (cms/stories.py).
    """

    rows: Rows
    orders: type[Enum] | Order
    default_order: Enum | None = None
    where: str = ""  # the name of the input type of its argument `where`, if it has one
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    permission: Permission | None = None
    holds: str = ""
    refusal: type[CMSError] | None = None
    collapses: bool = False


@dataclass(frozen=True)
class Search:
    """A search over public articles (schema/searching.py), filtered by the input type named `where`."""

    where: str
    permission: Permission | None = None
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    rows: Rows = Rows("article")


@dataclass(frozen=True)
class Finished:
    """A value that the statement brings raw, and that is made in Python afterwards (schema/finishing.py)."""


@dataclass(frozen=True)
class Row:
    """A row that a mutation returns in place of an object; what is selected of it is read after the change."""

    table: str
    id: int


@dataclass(frozen=True)
class Happening:
    """An event that a subscription tells of in place of its type: its row, read once for all who select the same.

    `condition` is SQL over `{t}` under which it is told; for others it is passed over.
    """

    sequence: int
    condition: str = ""


Description = Column | One | Many | Page | Search | Finished
METADATA = "rows"
HAPPENINGS = "happenings"  # the metadata of a subscription that yields Happenings


def column(description: str, template: str = "", *, name: str | None = None, is_json: bool = False) -> Any:
    """A field read from the row."""
    return strawberry.field(description=description, name=name, metadata={METADATA: Column(template, is_json)})


def one(
    rows: Rows,
    description: str,
    *,
    requires_one: bool = False,
    permission: Permission | None = None,
    **arguments: Argument,
) -> Any:
    """A field that is one row, or null. A field of the root may ask for a permission; without it, it is refused."""
    return _field(One(rows, arguments, requires_one, permission), description, arguments)


def many(
    rows: Rows,
    order: Order,
    description: str,
    *,
    typical: int = TYPICAL,
    permission: Permission | None = None,
    **arguments: Argument,
) -> Any:
    """A field that is a bounded list of rows. An argument named `first` cuts it shorter."""
    narrowing = {name: argument for name, argument in arguments.items() if name != "first"}
    described = Many(rows, order, narrowing, typical, "first" in arguments, permission)
    return _field(described, description, arguments)


def connection(  # noqa: PLR0913 - each says another thing of a list
    rows: Rows,
    orders: type[Enum] | Order,
    description: str,
    *,
    where: Any = None,
    default_order: Enum | None = None,
    permission: Permission | None = None,
    holds: str = "",
    refusal: type[CMSError] | None = None,
    collapses: bool = False,
    **arguments: Argument,
) -> Any:
    """A field that is a Relay connection; `where` and `orderBy` exist when there is a filter and a choice of orders."""
    declared = dict(arguments)
    if where is not None:
        declared["where"] = Argument(where | None, "Only rows that fulfil this.")
    if default_order is not None:
        declared["order_by"] = Argument(orders, "The order of the rows; ties are broken by id.", default=default_order)
    if collapses:
        declared["collapse_copies"] = Argument(
            bool,
            "Leave copies out: of each story, show only the article that leads it; if that is not in the list, the"
            " first of its copies that is. `totalCount` counts what is shown.",
            default=False,
        )
    paging = {
        "first": Argument(
            int | None, f"How many, from the start: 0 to {PAGE_LIMIT}; {DEFAULT_PAGE} if neither is given."
        ),
        "after": Argument(str | None, "The cursor to continue after."),
        "last": Argument(int | None, f"How many, from the end: 0 to {PAGE_LIMIT}."),
        "before": Argument(str | None, "The cursor to stop before."),
    }
    where_name = where.__strawberry_definition__.name if where else ""
    described = Page(rows, orders, default_order, where_name, arguments, permission, holds, refusal, collapses)
    return _field(described, description, declared | paging)


def search(description: str, *, where: Any, order: type[Enum], default_order: Enum) -> Any:
    """A field that is a search."""
    declared = {
        "query": Argument(str, "What to look for; see docs/search.md."),
        "where": Argument(where | None, "Only articles that fulfil this."),
        "order_by": Argument(order, "The order of the hits.", default=default_order),
        "first": Argument(
            int | None, f"How many, from the start: 0 to {PAGE_LIMIT}; {DEFAULT_PAGE} if neither is given."
        ),
        "after": Argument(str | None, "The cursor to continue after."),
        "last": Argument(int | None, f"How many, from the end: 0 to {PAGE_LIMIT}."),
        "before": Argument(str | None, "The cursor to stop before."),
    }
    return _field(Search(where.__strawberry_definition__.name), description, declared)


def finished(description: str) -> Any:
    """A field that is made in Python of what the statement brings."""
    return strawberry.field(description=description, metadata={METADATA: Finished()})


def first_argument(default: int) -> Argument:
    """The argument `first` of a bounded list."""
    return Argument(int, f"How many at the most: 1 to {PAGE_LIMIT}.", default=default)


def _field(described: Description, description: str, arguments: Mapping[str, Argument]) -> Any:
    """A Strawberry field without a resolver: the compiler answers it."""
    result = strawberry.field(description=description, metadata={METADATA: described})
    result.arguments = [
        StrawberryArgument(
            python_name=name,
            graphql_name=None,
            type_annotation=StrawberryAnnotation(argument.type),
            description=argument.description,
            default=argument.default,
        )
        for name, argument in arguments.items()
    ]
    return result
