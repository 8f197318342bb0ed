"""The executor that answers every described root field of an operation with one SQL statement."""

from __future__ import annotations

from typing import Any

import orjson
from graphql import GraphQLObjectType
from graphql.pyutils import AwaitableOrValue
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from cms.db import Database
from schema.compiler import compile_operation
from schema.context import Context
from schema.describe import METADATA
from schema.dialects import Dialect, PostgreSQL, SQLite
from schema.plan import Plan, symbolic_variables

DIALECTS: dict[str, Dialect] = {"sqlite": SQLite(), "postgres": PostgreSQL()}


def make_executor(database: Database, max_cost: int) -> type[StrawberryGraphQLCoreExecutionContext]:
    """An executor class bound to a database; `max_cost` is how many rows an operation may read."""

    class CompilingExecutor(StrawberryGraphQLCoreExecutionContext):
        """Plain graphql-core, except that described root fields become one statement."""

        def execute_collected_root_fields(
            self,
            root_type: GraphQLObjectType,
            root_value: Any,
            grouped_field_set: Any,
            serially: bool,
            new_defer_usages: Any,
        ) -> AwaitableOrValue[dict[str, Any]]:
            """The data of the operation."""
            described = {
                key: details for key, details in grouped_field_set.items() if _is_described(root_type, details)
            }
            others = {key: details for key, details in grouped_field_set.items() if key not in described}
            if not described:
                return super().execute_collected_root_fields(
                    root_type, root_value, grouped_field_set, serially, new_defer_usages
                )
            plan = self._plan(root_type, described)
            rest = (
                super().execute_collected_root_fields(root_type, root_value, others, serially, new_defer_usages)
                if others
                else {}
            )
            return self._answer(plan, rest, list(grouped_field_set))

        def _plan(self, root_type: GraphQLObjectType, described: Any) -> Plan:
            given = self.variable_values
            self.variable_values = symbolic_variables(given)
            try:
                return compile_operation(self, root_type, described, DIALECTS[database.dialect])
            finally:
                self.variable_values = given

        async def _answer(self, plan: Plan, rest: Any, order: list[str]) -> dict[str, Any]:
            variables = self.variable_values.coerced
            parameters = plan.parameters(variables)
            plan.check_cost(variables, max_cost)
            if isinstance(self.context_value, Context):
                self.context_value.statements += 1
            cell = await database.fetch(plan.sql, parameters)
            data: dict[str, Any] = orjson.loads(cell or b"{}")
            data |= rest if isinstance(rest, dict) else await rest
            return {key: data[key] for key in order}

    return CompilingExecutor


def _is_described(root_type: GraphQLObjectType, details: Any) -> bool:
    """Whether the field says which rows it is; introspection and `__typename` do not."""
    definition = root_type.fields.get(details[0].node.name.value)
    field = definition.extensions.get("strawberry-definition") if definition is not None else None
    return field is not None and METADATA in field.metadata
