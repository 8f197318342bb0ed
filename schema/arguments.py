"""What the arguments of a field become in its statement: conditions, what its table is made with, how many rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLField
from graphql.execution.collect_fields import FieldDetails
from graphql.execution.executor import Executor
from graphql.execution.values import get_argument_values
from strawberry.utils.str_converters import to_camel_case

from schema.describe import Many, One, Page, Search
from schema.plan import Writing


def given(executor: Executor[Any], definition: GraphQLField, details: list[FieldDetails]) -> dict[str, Any]:
    """The field's arguments, symbolic where they come from variables."""
    if not definition.args:
        return {}
    first = details[0]
    return get_argument_values(definition, first.node, executor.variable_values, first.fragment_variable_values)


def conditions(writing: Writing, described: One | Many | Page, values: Mapping[str, Any], alias: str) -> list[str]:
    """The conditions that the given arguments add."""
    found = []
    for python_name, argument in described.arguments.items():
        value = values.get(to_camel_case(python_name))
        if value is None and argument.absent:
            found.append(argument.absent.format(t=alias))
        if not argument.condition or value is None:
            continue
        bound = ""
        name = to_camel_case(python_name)
        if argument.parts:
            bounds = [writing.bind(name, value, kind, convert) for kind, convert in argument.parts]
            others = {f"value_{number}": each for number, each in enumerate(bounds[1:], 2)}
            found.append(argument.condition.format(t=alias, value=bounds[0], **others))
            continue
        if "{value}" in argument.condition or argument.sql_type == "json":
            bound = writing.bind(name, value, argument.sql_type, argument.convert)
        condition = argument.condition.format(t=alias, value=bound)
        is_list = argument.sql_type == "json"
        found.append(writing.dialect.among(condition, bound, "text") if is_list else condition)
    return found


def table(writing: Writing, described: One | Many, values: Mapping[str, Any], **names: str) -> str:
    """The text of the table: its name, or a sub-select that names the key, the limit and what is bound."""
    bound = {}
    for name, argument in described.arguments.items():
        for number, (kind, convert) in enumerate(argument.parts, 1):
            bound[f"{name}_{number}"] = writing.bind(name, values[name], kind, convert)
        if not argument.condition and not argument.parts:
            bound[name] = writing.dialect.elements(writing.bind(name, values[name], "json", argument.convert))
    return described.rows.table.format(**bound, **names)


def says_which(described: One, values: Mapping[str, Any]) -> bool:
    """Whether the arguments name one row: by exactly one of those that identify it, or by one that is enough."""
    roles = [argument.role for name, argument in described.arguments.items() if values.get(name) is not None]
    return roles.count("identifies") == 1 or ("suffices" in roles and "identifies" not in roles)


def own_size(described: Any, values: Mapping[str, Any]) -> tuple[object, ...]:
    """How many rows the hop brings for each of its parent's."""
    if isinstance(described, One):
        return ()
    if isinstance(described, Page | Search):
        return (values["last"] if values.get("last") is not None else values.get("first"),)
    if described.has_first:
        return (values["first"],)
    lists = [values[name] for name, one in described.arguments.items() if not one.condition and not one.parts]
    return tuple(lists) or (described.typical,)
