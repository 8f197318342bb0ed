"""Plans kept for operations that come again. What was parsed, validated and compiled once is only bound and run.

An operation is answered by Strawberry first; if every part of its answer came from one statement that is the same for
all viewers, the executor leaves the plan here. The same text with variables of the same shape then needs no more than
coercing the variables, which graphql-core does here too, and running the statement: its JSON is the answer.

Nothing here makes an error, save for a database that does not answer. Whatever is unusual about a request (variables
that do not fit, a cost over the limit) is answered by the long way, which knows how to say it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graphql import GraphQLError, GraphQLSchema, VariableDefinitionNode
from graphql.execution.values import get_variable_values

from cms.db import Database
from cms.errors import CMSError, Unavailable
from schema.plan import Plan, Planned

# Statements of large operations are some hundred kilobytes long, texts of operations some kilobytes.
MOST_BYTES = 64 * 1024 * 1024
MOST_SHAPES = 50


@dataclass
class _Operation:
    """The plans of one operation of one text, by the shape of its variables."""

    definitions: Sequence[VariableDefinitionNode]
    bytes: int
    shapes: dict[Hashable, Plan] = field(default_factory=dict)


Key = tuple[str, str | None]


class Plans:
    """The plans of a site, the least recently used forgotten first once they take MOST_BYTES."""

    def __init__(
        self, schema: GraphQLSchema, database: Database, max_cost: int, *, most_bytes: int = MOST_BYTES
    ) -> None:
        self._schema = schema
        self._database = database
        self._max_cost = max_cost
        self._most_bytes = most_bytes
        self._operations: OrderedDict[Key, _Operation] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        """How many operations are known."""
        return len(self._operations)

    def keep(self, text: str, name: str | None, planned: Planned) -> None:
        """Keep the plan that an operation was answered by."""
        operation = self._operations.get((text, name))
        if operation is None:
            operation = self._operations[text, name] = _Operation(planned.definitions, len(text))
            self._bytes += len(text)
        shape = shape_of(planned.variables)
        if shape in operation.shapes or len(operation.shapes) >= MOST_SHAPES:
            return
        operation.shapes[shape] = planned.plan
        operation.bytes += len(planned.plan.sql)
        self._bytes += len(planned.plan.sql)
        while self._bytes > self._most_bytes and self._operations:
            _key, oldest = self._operations.popitem(last=False)
            self._bytes -= oldest.bytes

    async def answer(
        self, text: str, name: str | None, variables: Mapping[str, Any] | None, *, seconds: float
    ) -> bytes | None:
        """The JSON of the operation's data; None when the long way has to be gone.

        Raises:
            Unavailable: the database cannot answer, or not in time; the long way would only ask it once more.
        """
        operation = self._operations.get((text, name))
        if operation is None:
            return None
        self._operations.move_to_end((text, name))
        coerced = self._coerced(operation, variables or {})
        plan = None if coerced is None else operation.shapes.get(shape_of(coerced))
        if plan is None or coerced is None:
            return None
        try:
            parameters = plan.parameters(coerced)
            plan.check_cost(coerced, self._max_cost)
            cell = await self._database.fetch(plan.sql, parameters, seconds=seconds)
            if cell is not None:
                cell = await plan.finished(cell, coerced)
        except Unavailable:
            raise
        except (GraphQLError, CMSError):
            return None
        return cell.encode() if isinstance(cell, str) else cell

    def _coerced(self, operation: _Operation, variables: Mapping[str, Any]) -> dict[str, Any] | None:
        if not operation.definitions:
            return {}
        values = get_variable_values(self._schema, operation.definitions, dict(variables))
        return None if isinstance(values, list) else values.coerced


def shape_of(value: object) -> Hashable:
    """What of the variables decides the text of a statement: see `symbolic_variables`, which this must agree with."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return (type(value), value.name)
    if isinstance(value, dict):
        return tuple((key, shape_of(item)) for key, item in value.items())
    if isinstance(value, list) and (not value or any(isinstance(item, dict) for item in value)):
        return ("list", *(shape_of(item) for item in value))
    return "value"
