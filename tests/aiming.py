"""Documents that aim at single fields, by the shortest paths to them and with every id there is to ask with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_required_argument,
)

from tests.walking import Coverage, Pair, Pools, Walk

MOST_PATHS = 4


@dataclass(frozen=True)
class Step:
    """A field of a type on the way to another. `name` is of a type that an object can have."""

    name: str
    field: str


Path = tuple[Step, ...]


def paths_to_types(schema: GraphQLSchema, without: set[str]) -> dict[str, list[Path]]:
    """Some of the shortest paths to every type that an object can have; none begins with a root field in `without`."""
    assert schema.query_type is not None
    found: dict[str, list[Path]] = {}
    waiting: list[tuple[str, Path]] = [("Query", ())]
    for name, path in waiting:
        gtype = schema.type_map[name]
        assert isinstance(gtype, GraphQLObjectType)
        for field, definition in gtype.fields.items():
            if name == "Query" and field in without:
                continue
            for member in _objects(schema, get_named_type(definition.type)):
                taken = found.setdefault(member, [])
                if len(taken) < MOST_PATHS and not any(step.name == member for step in path):
                    taken.append((*path, Step(name, field)))
                    waiting.append((member, taken[-1]))
    return found


def _objects(schema: GraphQLSchema, gtype: Any) -> list[str]:
    if isinstance(gtype, GraphQLUnionType | GraphQLInterfaceType):
        return [member.name for member in schema.get_possible_types(gtype)]
    return [gtype.name] if is_composite_type(gtype) else []


class Aim(Walk):
    """A source of documents for what no answer held so far."""

    stray = 0.0

    def __init__(self, schema: GraphQLSchema, pools: Pools, coverage: Coverage) -> None:
        super().__init__(schema, pools, coverage, "aim")

    def at(self, missing: set[Pair], place: int) -> Iterator[tuple[str, str]]:
        """Root fields with documents for the missing pairs, each by the path that has this place among the shortest."""
        # What the root fields answer comes first, since paths avoid those that are refused.
        for name in sorted({name for name, _field in missing}, key=lambda name: (name != "Query", name)):
            wanted = sorted(field for owner, field in missing if owner == name)
            if name == "Query":
                paths: list[Path] = [(Step("Query", field),) for field in wanted] if place == 0 else []
                wanted = []
            else:
                paths = self._paths(name)[place : place + 1]
            self.coverage.selected |= {pair for pair in missing if pair[0] == name}
            for path in paths:
                yield path[0].field, self._along(path, name, wanted)

    def _paths(self, name: str) -> list[Path]:
        """The shortest paths to a type, through what is refused only where there is no other."""
        for without in (self.coverage.forbidden, set[str]()):
            if paths := paths_to_types(self.schema, without).get(name):
                return paths
        return []

    def _along(self, path: Path, name: str, wanted: list[str]) -> str:
        """The document that asks for some fields of the type at the end of a path."""
        selected = "__typename"
        if name != "Query":
            gtype = self.schema.type_map[name]
            assert isinstance(gtype, GraphQLObjectType)
            parts = [written for each in wanted for written in self._asked(gtype.fields[each], each, "")]
            selected = f"__typename ... on {name} {{ {' '.join(parts)} }}"
        for step in reversed(path):
            gtype = self.schema.type_map[step.name]
            assert isinstance(gtype, GraphQLObjectType)
            written = " ".join(self._asked(gtype.fields[step.field], step.field, selected))
            is_root = step.name == "Query"
            selected = written if is_root else f"__typename ... on {step.name} {{ {written} }}"
        return f"query {{ {selected} }}"

    def _asked(self, definition: GraphQLField, name: str, selected: str) -> list[str]:
        """A field once, or once for each id that it can be asked with."""
        inner = f"{{ {selected or '__typename'} }}" if is_composite_type(get_named_type(definition.type)) else ""
        choices = [{each: written} for each, written in self._ids_for(definition)] or [{}]
        return [f"a{place}__{name}: {name}{self._given(definition, one)} {inner}" for place, one in enumerate(choices)]

    def _ids_for(self, definition: GraphQLField) -> Iterator[tuple[str, str]]:
        """The argument that takes an id, with each id."""
        for name, argument in definition.args.items():
            if name in {"query", "prefix", "path"}:
                yield from ((name, json.dumps(each)) for each in self.pools.values[name])
                return
            bare = get_nullable_type(argument.type)
            said = f"{argument.description or ''} {name}"
            if isinstance(bare, GraphQLList) and get_named_type(bare).name == "ID":
                yield name, json.dumps(self._ids(said))
                return
            if get_named_type(bare).name == "ID":
                yield from ((name, json.dumps(each)) for each in self._ids(said))
                return

    def _given(self, definition: GraphQLField, chosen: dict[str, str]) -> str:
        for name, argument in definition.args.items():
            if name == "first":
                chosen = chosen | {name: "100"}
            elif is_required_argument(argument) and name not in chosen:
                # Versions begin with 1, and every other value is as good.
                is_number = get_named_type(argument.type).name == "Int"
                chosen = chosen | {name: "1" if is_number else self._value(argument, name)}
        return f"({', '.join(f'{name}: {written}' for name, written in chosen.items())})" if chosen else ""
