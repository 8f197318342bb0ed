"""A statement, the values it binds, and how it takes them from a request's variables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from math import prod
from typing import Any

from graphql import FieldNode, GraphQLError
from graphql.execution.values import VariableValues

from cms.errors import BadUserInput, CMSError, TooComplex
from schema.describe import DEFAULT_PAGE, SQLType
from schema.dialects import Dialect

MOST_CONDITIONS = 100


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
    node: FieldNode | None

    def value(self, variables: Mapping[str, Any], dialect: Dialect) -> object:
        """The value to bind, converted and checked.

        Raises:
            GraphQLError: the request's value cannot be used; it names the argument and points at the field.
        """
        value = _resolved(self.source, variables)
        try:
            converted = value if self.convert is None else self.convert(self.name, value)
            return dialect.bound(self.name, converted, self.sql_type)
        except BadUserInput as error:
            raise located(error, self.node) from error


@dataclass(frozen=True)
class Cost:
    """How many rows a field may bring: the product of the sizes of the lists on the way to it.

    A size is a number, a Param, or a list of ids that counts by its length; none at all counts as a page.
    """

    path: str
    sizes: tuple[object, ...]

    def rows(self, variables: Mapping[str, Any]) -> int:
        """The rows with the request's sizes."""
        return prod(_size(_resolved(size, variables)) for size in self.sizes)


@dataclass(frozen=True)
class Plan:
    """A statement, which of the bound values it sends, in order, and all that is bound.

    A value that nothing in the statement uses (the size of a page that is only counted) is still checked.
    """

    sql: str
    sent: tuple[int, ...]
    binds: tuple[Bound, ...]
    costs: tuple[Cost, ...]
    dialect: Dialect

    def parameters(self, variables: Mapping[str, Any]) -> dict[str, object] | list[object]:
        """The parameters as the dialect's driver takes them.

        Raises:
            GraphQLError: a value of the request cannot be used.
        """
        values = [bound.value(variables, self.dialect) for bound in self.binds]
        if self.dialect.name == "sqlite":
            return {f"p{number}": values[number - 1] for number in self.sent}
        return [values[number - 1] for number in self.sent]

    def check_cost(self, variables: Mapping[str, Any], limit: int) -> None:
        """Refuse an operation that may bring more rows than the limit.

        Raises:
            TooComplex: naming the field that brings the most.
        """
        rows = {cost.path: cost.rows(variables) for cost in self.costs}
        if (total := sum(rows.values())) > limit:
            worst = max(rows, key=lambda path: rows[path])
            raise TooComplex(
                f"The operation may read {total:,} rows, {rows[worst]:,} of them by {worst}; at most {limit:,} are"
                " allowed. Ask for smaller pages or for less at a time."
            )


@dataclass
class Writing:
    """What grows while a statement is written: its parameters and its table aliases."""

    dialect: Dialect
    binds: list[Bound] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    node: FieldNode | None = None  # the field being written, for messages
    aliases: int = 0
    conditions: int = 0

    def bind(
        self, name: str, source: object, sql_type: SQLType = "text", convert: Callable[[str, Any], object] | None = None
    ) -> str:
        """A placeholder for the value; `name` is what messages call it."""
        self.binds.append(Bound(name, source, sql_type, convert, self.node))
        return self.dialect.placeholder(len(self.binds), sql_type)

    def alias(self) -> str:
        """A table alias not used before."""
        self.aliases += 1
        return f"t{self.aliases}"

    def plan(self, sql: str) -> Plan:
        """The finished plan."""
        numbered, sent = self.dialect.numbered(sql, len(self.binds))
        return Plan(numbered, sent, tuple(self.binds), tuple(self.costs), self.dialect)

    def count_condition(self) -> None:
        """Note that a filter has one more condition.

        Raises:
            TooComplex: the operation's filters have too many by now.
        """
        self.conditions += 1
        if self.conditions > MOST_CONDITIONS:
            raise TooComplex(f"The filters of an operation may have {MOST_CONDITIONS} conditions at most.")


def located(error: CMSError, node: FieldNode | None) -> GraphQLError:
    """A refusal that points at the field it is about."""
    return GraphQLError(error.message, node, original_error=error)


def symbolic_variables(variables: VariableValues) -> VariableValues:
    """The variables of an operation with everything that does not change the statement's text made a Param."""
    coerced = {name: _symbolic(value, (name,)) for name, value in variables.coerced.items()}
    return VariableValues(variables.sources, coerced)


def _symbolic(value: object, path: tuple[str | int, ...]) -> object:
    if value is None or isinstance(value, bool | Enum):
        return value
    if isinstance(value, dict):
        return {key: _symbolic(item, (*path, key)) for key, item in value.items()}
    # An empty list may be one of inputs, whose number is a matter of the text.
    if isinstance(value, list) and (not value or any(isinstance(item, dict) for item in value)):
        return [_symbolic(item, (*path, index)) for index, item in enumerate(value)]
    return Param(path)


def _size(value: Any) -> int:
    if value is None:
        return DEFAULT_PAGE
    return len(value) if isinstance(value, list) else int(value)


def _resolved(source: object, variables: Mapping[str, Any]) -> Any:
    if isinstance(source, Param):
        value: Any = variables
        for step in source.path:
            value = value[step]
        return value
    if isinstance(source, list):
        return [_resolved(item, variables) for item in source]
    return source
