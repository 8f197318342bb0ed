"""A statement, the values it binds, and how it takes them from a request's variables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graphql.execution.values import VariableValues

from schema.describe import SQLType
from schema.dialects import Dialect


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


@dataclass
class Writing:
    """What grows while a statement is written: its parameters and its table aliases."""

    dialect: Dialect
    binds: list[Bound] = field(default_factory=list)
    aliases: int = 0

    def bind(
        self, name: str, source: object, sql_type: SQLType = "text", convert: Callable[[str, Any], object] | None = None
    ) -> str:
        """A placeholder for the value; `name` is what messages call it."""
        self.binds.append(Bound(name, source, sql_type, convert))
        return self.dialect.placeholder(len(self.binds), sql_type)

    def alias(self) -> str:
        """A table alias not used before."""
        self.aliases += 1
        return f"t{self.aliases}"

    def plan(self, sql: str) -> Plan:
        """The finished plan."""
        return Plan(*self.dialect.numbered(sql, len(self.binds)), tuple(self.binds), self.dialect)


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


def _resolved(source: object, variables: Mapping[str, Any]) -> Any:
    if isinstance(source, Param):
        value: Any = variables
        for step in source.path:
            value = value[step]
        return value
    if isinstance(source, list):
        return [_resolved(item, variables) for item in source]
    return source
