"""Filter inputs made SQL: each given field adds the condition that its description stands for (schema/where.py)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLInputObjectType, get_named_type

from schema.describe import SQLType
from schema.plan import Writing
from schema.where import COMPARISONS, CONDITION, AllOf, Among, AnyOf, Nested, Not, Operators, Parts, Test, Truth


def where_sql(
    writing: Writing, gtype: GraphQLInputObjectType, values: Mapping[str, Any], alias: str, path: str = "where"
) -> str:
    """The condition on the table `alias` that an input of type `gtype` stands for; `true` when nothing is given.

    No operator in it binds looser than AND, and it has no parentheses but those it needs: each costs a part of
    SQLite's parser stack. `path` is what messages call the input.

    Raises:
        TooComplex: the operation's filters have too many conditions.
    """
    parts = [
        _condition(writing, gtype, (name, f"{path}.{name}"), value, alias)
        for name, value in values.items()
        if value is not None
    ]
    return " AND ".join(parts) or "true"


def _condition(  # noqa: PLR0911 - one for each sort of condition
    writing: Writing, gtype: GraphQLInputObjectType, named: tuple[str, str], value: Any, alias: str
) -> str:
    name, path = named
    writing.count_condition()
    definition = gtype.fields[name]
    meaning = definition.extensions["strawberry-definition"].metadata[CONDITION]
    match meaning:
        case Test() | Parts():
            values = [writing.bind(path, value, sql_type, convert) for sql_type, convert in meaning.parts]
            others = {f"value_{number}": bound for number, bound in enumerate(values[1:], 2)}
            return f"({meaning.template.format(t=alias, value=values[0], **others)})"
        case Among():
            bound = writing.bind(path, value, "json", meaning.convert)
            return writing.dialect.among(meaning.expression.format(t=alias), bound, meaning.sql_type)
        case Truth():
            return f"({meaning.condition.format(t=alias)}) IS {'NOT ' if not value else ''}TRUE"
        case Operators():
            return _operators(writing, path, meaning.expression.format(t=alias), meaning.sql_type, value)
        case Nested():
            other = writing.alias()
            inner = where_sql(writing, _input(definition), value, other, path)
            return f"({meaning.template.format(t=alias, s=other, condition=inner)})"
        case Not():
            return f"({where_sql(writing, gtype, value, alias, path)}) IS NOT TRUE"
        case AllOf() | AnyOf():
            parts = [where_sql(writing, gtype, part, alias, f"{path}.{index}") for index, part in enumerate(value)]
            return " AND ".join(parts) or "true" if isinstance(meaning, AllOf) else f"({' OR '.join(parts) or 'false'})"
        case _:
            raise TypeError(f"{gtype.name}.{name} does not say what it means")


def _operators(writing: Writing, name: str, expression: str, sql_type: SQLType, values: Mapping[str, Any]) -> str:
    parts = [
        f"{expression} {COMPARISONS[operator]} {writing.bind(f'{name}.{operator}', value, sql_type)}"
        for operator, value in values.items()
        if value is not None
    ]
    return f"({' AND '.join(parts)})" if parts else "true"


def _input(definition: Any) -> GraphQLInputObjectType:
    gtype = get_named_type(definition.type)
    assert isinstance(gtype, GraphQLInputObjectType)  # noqa: S101 - what Nested promises
    return gtype
