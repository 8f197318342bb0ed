"""Filter inputs made SQL: each given field adds the condition that its description stands for (schema/where.py).

One of the fields of a list's filter may lead to its rows; the others are then asked of one row at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphql import GraphQLInputObjectType, get_named_type

from schema.describe import Order, Rows, Runs
from schema.plan import Writing
from schema.where import COMPARISONS, CONDITION, AllOf, Among, AnyOf, Nested, Not, Operators, Parts, Test, Truth

# Fields that name a few rows of the filtered table, and fields by which another table's filter names a few of its.
_NAMES_ROWS = {"id": "id", "ids": "id", "slug": "slug"}
_NAMES_KEYS = ("id", "ids", "slug", "name", "path", "under")
# What may lead to the rows of a list, what as a rule leaves the fewest of them first.
_LEADS = ("author", "tag", "category", "source", "language")


@dataclass(frozen=True)
class Filter:
    """The conditions of a list's filter.

    `lead` is that of them which leads to the rows, if one does; `rest` are the others. `runs` are where it
    leads to and `key` their key. `named_by` is "id" or "slug" when no more rows are left than an argument may name.
    `collapsed` is the condition, over `{key}`, that leaves copies out.
    """

    rest: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    runs: Runs | None = None
    key: str = ""
    named_by: str = ""
    collapsed: str = ""


def filter_of(
    writing: Writing, gtype: GraphQLInputObjectType, values: Mapping[str, Any], alias: str, order: Order, rows: Rows
) -> Filter:
    """The filter of a list of such rows that comes in an order.

    Raises:
        TooComplex: the operation's filters have too many conditions.
    """
    named_by = next((column for name, column in _NAMES_ROWS.items() if values.get(name) is not None), "")
    is_led = bool(named_by) or rows.runs is not None or writing.is_shadowed
    lead = None if is_led else _lead(gtype, values, order)
    others = {name: value for name, value in values.items() if name != lead and value is not None}
    rest = (f"({where_sql(writing, gtype, others, alias)})",) if others else ()
    if lead is None:
        return Filter(rest, named_by=named_by)
    writing.count_condition()
    meaning, value, path = _meaning(gtype, lead), values[lead], f"where.{lead}"
    if isinstance(meaning, Nested):
        other = writing.alias()
        condition = where_sql(writing, _input(gtype.fields[lead]), value, other, path)
        found = meaning.template.format(t=alias, s=other, condition=condition)
        assert meaning.runs is not None  # noqa: S101 - or it would not lead
        return Filter(
            rest, (found,), replace(meaning.runs, keys=meaning.runs.keys.format(s=other, condition=condition))
        )
    bound = writing.bind(path, value, meaning.sql_type, meaning.convert)
    return Filter(rest, (meaning.template.format(t=alias, value=bound),), meaning.runs, bound)


def _lead(gtype: GraphQLInputObjectType, values: Mapping[str, Any], order: Order) -> str | None:
    """The given field that leads to the rows: one with runs in the order if there is one."""
    found = []
    for name in _LEADS:
        value = values.get(name)
        runs = getattr(_meaning(gtype, name), "runs", None) if name in gtype.fields else None
        is_named = not isinstance(value, Mapping) or any(value.get(each) is not None for each in _NAMES_KEYS)
        if value is None or runs is None or not is_named:
            continue
        is_sorted = order.column not in runs.indexes
        # Few links are sorted sooner than all articles are walked through; others than links may be many.
        if not is_sorted or runs.table != "article":
            found.append((is_sorted, name))
    return min(found, key=lambda each: each[0])[1] if found else None


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
    meaning = _meaning(gtype, name)
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
            return _operators(writing, path, meaning, alias, value)
        case Nested():
            other = writing.alias()
            inner = where_sql(writing, _input(definition), value, other, path)
            template = meaning.template if writing.is_shadowed or not meaning.probe else meaning.probe
            return f"({template.format(t=alias, s=other, condition=inner)})"
        case Not():
            return f"({where_sql(writing, gtype, value, alias, path)}) IS NOT TRUE"
        case AllOf() | AnyOf():
            parts = [where_sql(writing, gtype, part, alias, f"{path}.{index}") for index, part in enumerate(value)]
            return " AND ".join(parts) or "true" if isinstance(meaning, AllOf) else f"({' OR '.join(parts) or 'false'})"
        case _:
            raise TypeError(f"{gtype.name}.{name} does not say what it means")


def _operators(writing: Writing, name: str, meaning: Operators, alias: str, values: Mapping[str, Any]) -> str:
    parts = []
    for operator, value in values.items():
        if value is None:
            continue
        bound = writing.bind(f"{name}.{operator}", value, meaning.sql_type)
        parts += [
            f"{expression.format(t=alias)} {COMPARISONS[operator]} {bound}"
            for expression in (meaning.expression, meaning.also)
            if expression
        ]
    return f"({' AND '.join(parts)})" if parts else "true"


def _meaning(gtype: GraphQLInputObjectType, name: str) -> Any:
    return gtype.fields[name].extensions["strawberry-definition"].metadata[CONDITION]


def _input(definition: Any) -> GraphQLInputObjectType:
    gtype = get_named_type(definition.type)
    assert isinstance(gtype, GraphQLInputObjectType)  # noqa: S101 - what Nested promises
    return gtype
