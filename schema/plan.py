"""A statement, the values it binds, and how it takes them from a request's variables."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from math import prod
from typing import Any

import orjson
from graphql import FieldNode, GraphQLError, VariableDefinitionNode
from graphql.execution.values import VariableValues

from cms.errors import BadUserInput, CMSError, TooComplex
from schema.describe import DEFAULT_PAGE, SQLType
from schema.dialects import Dialect, quoted

MOST_CONDITIONS = 100
# What a request brings besides its variables (schema/describe.py), by the word for it. No variable is named like that.
REQUEST_VALUES: dict[str, SQLType] = {
    "@viewer": "int",
    "@sees_all": "int",
    "@writes": "int",
    "@audits": "int",
    "@now": "time",
    "@row": "bigint",
}
_REQUEST_VALUE = re.compile("|".join(REQUEST_VALUES))
_EACH = re.compile(r"@each\[([^\]]*)\]")
_TIME = re.compile(r"@time\[([^\]]*)\]")
_FOUND = re.compile(r"@found\[([^\]]*)\]")
_HEX = re.compile(r"@hex\[([^\]]*)\]")
_SERVER = re.compile(r"@server\[([a-z]+)\]")


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

    @property
    def is_open(self) -> bool:
        """Whether the value comes with the request."""
        return is_open(self.source)

    def value(self, variables: Mapping[str, Any], dialect: Dialect) -> object:
        """The value to bind, converted and checked.

        Raises:
            GraphQLError: the request's value cannot be used; it names the argument and points at the field.
        """
        value = resolved(self.source, variables)
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
        return prod(_size(resolved(size, variables)) for size in self.sizes)


@dataclass(frozen=True)
class Finishing:
    """Values of the answer that Python makes of what the statement brought in their places.

    `path` leads to them through objects and lists, by response keys; `make` is given the raw value and the value of
    `source`.
    """

    path: tuple[str, ...]
    source: object
    make: Callable[[Any, Any], Any]


def finish(cell: bytes | str, finishing: Sequence[Finishing], variables: Mapping[str, Any]) -> bytes:
    """The answer of a statement with its raw values made what they stand for."""
    data = orjson.loads(cell)
    for each in finishing:
        *way, last = each.path
        given = resolved(each.source, variables)
        for holder in _reached(data, way):
            holder[last] = each.make(holder[last], given)
    return orjson.dumps(data)


def _reached(data: Any, way: Sequence[str]) -> list[Any]:
    """The objects at the end of a way."""
    found = [data]
    for key in way:
        inner = [one[key] for one in found if one is not None]
        found = [item for one in inner for item in (one if isinstance(one, list) else [one])]
    return [one for one in found if one is not None]


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
    finishing: tuple[Finishing, ...] = ()

    def parameters(self, variables: Mapping[str, Any]) -> dict[str, object] | list[object]:
        """The parameters as the dialect's driver takes them.

        Raises:
            GraphQLError: a value of the request cannot be used.
        """
        values = list(self._constants)
        for index, bound in self._open_binds:
            values[index] = bound.value(variables, self.dialect)
        if self.dialect.name == "sqlite":
            return {f"p{number}": values[number - 1] for number in self.sent}
        return [values[number - 1] for number in self.sent]

    # A plan serves many requests, so what they have in common is worked out once.

    @cached_property
    def _constants(self) -> list[object]:
        """The bound values as far as no request changes them, None in the other places."""
        return [None if bound.is_open else bound.value({}, self.dialect) for bound in self.binds]

    @cached_property
    def _open_binds(self) -> list[tuple[int, Bound]]:
        """What is bound with the values of a request, and the places for it."""
        return [(index, bound) for index, bound in enumerate(self.binds) if bound.is_open]

    @cached_property
    def _open_costs(self) -> list[Cost]:
        """The costs that depend on the request."""
        return [cost for cost in self.costs if is_open(cost.sizes)]

    @cached_property
    def _fixed_rows(self) -> int:
        """The rows of all other costs."""
        return sum(cost.rows({}) for cost in self.costs if not is_open(cost.sizes))

    @property
    def is_for_everybody(self) -> bool:
        """Whether the answer depends on nothing but the variables: neither on who asks nor on when."""
        return not any(bound.name in REQUEST_VALUES for bound in self.binds)

    async def finished(self, cell: bytes | str, variables: Mapping[str, Any]) -> bytes | str:
        """What the statement answered, with everything made that is made in Python."""
        if not self.finishing:
            return cell
        # Long texts take some milliseconds each, which the event loop has not.
        return await asyncio.to_thread(finish, cell, self.finishing, variables)

    def check_cost(self, variables: Mapping[str, Any], limit: int, *, spent: int = 0) -> int:
        """Refuse an operation that may bring more rows than the limit; how many it may bring.

        `spent` is what other statements of the operation may bring; it is counted in.

        Raises:
            TooComplex: naming the field that brings the most.
        """
        total = spent + self._fixed_rows + sum(cost.rows(variables) for cost in self._open_costs)
        if total > limit:
            rows = {cost.path: cost.rows(variables) for cost in self.costs}
            worst = max(rows, key=lambda path: rows[path], default="its mutations")
            rows.setdefault(worst, spent)
            raise TooComplex(
                f"The operation may read {total:,} rows, {rows[worst]:,} of them by {worst}; at most {limit:,} are"
                " allowed. Ask for smaller pages or for less at a time."
            )
        return total


@dataclass(frozen=True)
class Planned:
    """The plan of a whole operation that is the same for all viewers, and for what variables it was made."""

    definitions: Sequence[VariableDefinitionNode]
    variables: Mapping[str, Any]
    plan: Plan


@dataclass
class Writing:
    """What grows while a statement is written: its parameters and its table aliases."""

    dialect: Dialect
    binds: list[Bound] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    finishing: list[Finishing] = field(default_factory=list)
    node: FieldNode | None = None  # the field being written, for messages
    aliases: int = 0
    conditions: int = 0
    is_shadowed: bool = False  # other tables stand before the public ones (schema/shadows.py)

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
        sql = _EACH.sub(lambda found: self.dialect.each(found[1]), sql)
        sql = _TIME.sub(lambda found: self.dialect.time(found[1]), sql)
        sql = _FOUND.sub(lambda found: self.dialect.found(*found[1].split(";")), sql)
        sql = _HEX.sub(lambda found: self.dialect.hex(found[1]), sql)
        sql = sql.replace("@assets", quoted(self.dialect.assets))
        sql = _SERVER.sub(lambda found: self.dialect.server[found[1]], sql)
        self.node = None
        places = {
            word: self.bind(word, Param((word,)), REQUEST_VALUES[word])
            for word in dict.fromkeys(_REQUEST_VALUE.findall(sql))
        }
        sql = _REQUEST_VALUE.sub(lambda found: places[found[0]], sql)
        numbered, sent = self.dialect.numbered(sql, len(self.binds))
        return Plan(numbered, sent, tuple(self.binds), tuple(self.costs), self.dialect, tuple(self.finishing))

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
    # A page of no rows reads one, to tell whether there are any.
    return len(value) if isinstance(value, list) else max(int(value), 1)


def is_open(source: object) -> bool:
    """Whether a Param stands in a value."""
    if isinstance(source, list | tuple):
        return any(is_open(item) for item in source)
    return isinstance(source, Param)


def resolved(source: object, variables: Mapping[str, Any]) -> Any:
    """The value that stands for a Param, or in a list of them; a constant is its own."""
    if isinstance(source, Param):
        value: Any = variables
        for step in source.path:
            value = value[step]
        return value
    if isinstance(source, list):
        return [resolved(item, variables) for item in source]
    return source
