"""Every query path of a schema: documents made by introspection, which between them select every field there is.

`Walk` makes documents for each field of the query type with each of its arguments, filled from pools of values. What
was selected is kept as (type, field), and so is what an answer really held, so that a test can tell that nothing was
left out. A scalar without a pool is an error: whoever adds one says what to ask with.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_required_argument,
    is_required_input_field,
)

from schema.ids import ID_PREFIXES

Pair = tuple[str, str]
EXAMPLE_ID = re.compile(r"\b([a-z]{3})_[0-9]+")
CURSORS = {"after", "before"}
SIZES = {"first", "last"}
PAGING = CURSORS | SIZES
MOST_ITEMS = 40
# The parser takes a hundred.
MOST_LEVELS = 40


@dataclass
class Pools:
    """What to ask with: ids by prefix, and values by scalar. `cursors` are of whatever list."""

    ids: dict[str, list[str]]
    values: dict[str, list[Any]]
    cursors: list[str]


@dataclass
class Coverage:
    """What documents selected, what answers held, and which root fields were asked for and refused."""

    selected: set[Pair] = field(default_factory=set)
    answered: set[Pair] = field(default_factory=set)
    forbidden: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)

    def note(self, root: str, body: Any) -> None:
        """Take in an answer to a document that asks for one root field."""
        codes = {error["extensions"]["code"] for error in body.get("errors", ())}
        if "FORBIDDEN" in codes:
            self.forbidden.add(root)
        self._hold(body.get("data"))

    def _hold(self, value: Any, name: str = "Query") -> None:
        if isinstance(value, list):
            for each in value:
                self._hold(each, name)
        elif isinstance(value, dict):
            name = value.get("__typename", name)
            for key, inner in value.items():
                if inner is not None:
                    self.answered.add((name, key.rpartition("__")[2] if not key.startswith("__") else key))
                self._hold(inner, "")


def concrete(schema: GraphQLSchema, pairs: set[Pair]) -> set[Pair]:
    """Those of types that an object can have: what an answer says of itself is its own type, not an interface."""
    return {pair for pair in pairs if not isinstance(schema.type_map[pair[0]], GraphQLInterfaceType)}


def reachable(schema: GraphQLSchema, without: Iterable[str] = ()) -> set[Pair]:
    """Every (type, field) that a query can select, but below what is in `without`: root fields, or `Type.field`."""
    assert schema.query_type is not None
    found: set[Pair] = set()
    waiting = [get_named_type(each.type) for name, each in schema.query_type.fields.items() if name not in without]
    found |= {("Query", name) for name in schema.query_type.fields if name not in without}
    seen = set()
    while waiting:
        gtype = waiting.pop()
        if gtype.name in seen or not is_composite_type(gtype):
            continue
        seen.add(gtype.name)
        if isinstance(gtype, GraphQLUnionType | GraphQLInterfaceType):
            waiting += schema.get_possible_types(gtype)
        if not isinstance(gtype, GraphQLUnionType):
            found |= {(gtype.name, name) for name in gtype.fields}
            followed = [each for name, each in gtype.fields.items() if f"{gtype.name}.{name}" not in without]
            waiting += [get_named_type(each.type) for each in followed]
    return found


class Walk:
    """A seeded source of documents over one schema. `stray` is how often ids are of another kind than asked for."""

    stray = 0.1

    def __init__(self, schema: GraphQLSchema, pools: Pools, coverage: Coverage, seed: str) -> None:
        self.schema = schema
        self.pools = pools
        self.coverage = coverage
        self.random = random.Random(seed)
        self.is_eager = False  # to select what no answer held so far
        self.level = 0  # of the selections around what is being written

    def queries(self, more: int = 0, sample: float = 1.0) -> Iterator[tuple[str, str]]:
        """Root fields with documents: each bare, and with each of its arguments; `more` times more, and with several.

        Those asked for in an earlier walk come in a `sample` of these ways.
        """
        assert self.schema.query_type is not None
        for name, definition in self.schema.query_type.fields.items():
            optional = [each for each, argument in definition.args.items() if not is_required_argument(argument)]
            singly = [[each] for each in optional for _ in range(1 if each in PAGING else 1 + more)]
            ways = [[], *singly, *(self._some(optional) for _ in range(more))]
            # What is refused whatever it is asked with is not asked in every way in every history.
            if name in self.coverage.forbidden and name in self.coverage.asked:
                ways = [self.random.choice(ways)]
            elif name in self.coverage.asked:
                ways = self.random.sample(ways, max(1, int(len(ways) * sample)))
            self.coverage.asked.add(name)
            for place, given in enumerate(ways):
                # By now it is known whether the field is refused, and nothing below it is ever answered.
                self.is_eager = place > 0 and name not in self.coverage.forbidden
                yield name, self._document("query", "Query", name, definition, given)

    def mutation(self, name: str) -> str:
        """A document for a mutation with whatever it needs, and some of what it takes besides."""
        assert self.schema.mutation_type is not None
        definition = self.schema.mutation_type.fields[name]
        optional = [each for each, argument in definition.args.items() if not is_required_argument(argument)]
        return self._document("mutation", "Mutation", name, definition, self._some(optional))

    def _some(self, names: list[str]) -> list[str]:
        return [name for name in names if self.random.random() < 0.5 and name != "idempotencyKey"]

    def _document(self, word: str, parent: str, name: str, definition: GraphQLField, given: list[str]) -> str:
        self.coverage.selected.add((parent, name))
        # What is refused anyway is asked for in few words, once everything was selected.
        depth = 0 if name in self.coverage.forbidden else self.random.choice([0, 1, 1, 2])
        return f"{word} {{ {self._field(name, definition, given, depth)} }}"

    # What is selected

    def _field(self, name: str, definition: GraphQLField, given: Iterable[str], depth: int) -> str:
        wanted = [each for each, arg in definition.args.items() if each in set(given) or is_required_argument(arg)]
        written = ", ".join(f"{each}: {self._value(definition.args[each], each)}" for each in wanted)
        head = f"{name}({written})" if written else name
        inner = get_named_type(definition.type)
        return f"{head} {self._selections(inner, depth)}" if is_composite_type(inner) else head

    def _selections(self, gtype: Any, depth: int) -> str:
        parts = ["__typename"]
        self.level += 1
        if isinstance(gtype, GraphQLUnionType | GraphQLInterfaceType):
            for member in self.schema.get_possible_types(gtype):
                inner = " ".join(self._fields(member, depth, f"{member.name}__"))
                parts.append(f"... on {member.name} {{ __typename {inner} }}")
        if not isinstance(gtype, GraphQLUnionType):
            parts += self._fields(gtype, depth)
        self.level -= 1
        return f"{{ {' '.join(parts)} }}"

    def _fields(self, gtype: Any, depth: int, prefix: str = "") -> Iterator[str]:
        """Every leaf, and of the other fields those never selected before and some more. `prefix` begins aliases."""
        for name, definition in gtype.fields.items():
            pair = (gtype.name, name)
            inner = get_named_type(definition.type)
            # The rows of a page are the page: they cost no depth.
            is_page = inner.name.endswith(("Connection", "Edge")) or gtype.name.endswith(("Connection", "Edge"))
            if is_composite_type(inner):
                is_new = pair not in self.coverage.selected
                chance = 0.5 if is_page else 0.6 if self.is_eager and pair not in self.coverage.answered else 0.2
                # What was never selected is, once, however deep it stands.
                least = -3 if is_new else 0 if is_page else 1
                if self.level > MOST_LEVELS or depth < least or not (is_new or self.random.random() < chance):
                    continue
            self.coverage.selected.add(pair)
            given = [each for each in definition.args if self.random.random() < 0.25]
            alias = f"{prefix}{name}: " if prefix else ""
            yield alias + self._field(name, definition, given, depth - (not is_page))

    # What it is asked with

    def _value(self, argument: GraphQLArgument | GraphQLInputField, name: str, near: str = "", deep: int = 0) -> str:
        """A written value. Of lists of ids, all there are; `near` is the input type that the field stands in."""
        return self._written(argument.type, name, f"{argument.description or ''} {near} {name}", deep)

    def _written(self, gtype: Any, name: str, said: str, deep: int) -> str:
        if isinstance(gtype, GraphQLNonNull):
            return self._written(gtype.of_type, name, said, deep)
        if isinstance(gtype, GraphQLList):
            inner = get_named_type(gtype)
            if inner.name == "ID":
                ids = self._ids(said)
                picked = self.random.sample(ids, min(len(ids), MOST_ITEMS))
                return json.dumps(picked if self.random.random() < 0.7 else picked[:1])
            count = 1 if isinstance(inner, GraphQLInputObjectType) else self.random.randint(1, 2)
            return f"[{', '.join(self._written(gtype.of_type, name, said, deep) for _ in range(count))}]"
        if isinstance(gtype, GraphQLInputObjectType):
            return self._input(gtype, deep)
        if isinstance(gtype, GraphQLEnumType):
            return self.random.choice(list(gtype.values))
        return self._scalar(gtype.name, name, said)

    def _scalar(self, kind: str, name: str, said: str) -> str:
        if kind == "ID":
            return json.dumps(self.random.choice(self._ids(said)))
        if name in CURSORS and kind == "String":
            return json.dumps(self.random.choice(self.pools.cursors))
        if name in SIZES:
            return str(self.random.choice([1, 2, 3, 100]))
        assert kind in self.pools.values, f"no pool of values for the type {kind}, which {name} takes"
        return json.dumps(self.random.choice(self.pools.values[kind]), ensure_ascii=False)

    def _input(self, gtype: GraphQLInputObjectType, deep: int) -> str:
        fields = gtype.fields
        optional = [name for name, each in fields.items() if not is_required_input_field(each)]
        simple = [name for name in optional if not _is_input(fields[name])]
        wished = self.random.sample(
            optional if deep < 3 else simple, min(1 + (self.random.random() < 0.2), len(simple))
        )
        names = [name for name, each in fields.items() if is_required_input_field(each) or name in wished]
        pairs = (f"{name}: {self._value(fields[name], name, gtype.name, deep + 1)}" for name in names)
        return "{" + ", ".join(pairs) + "}"

    def _ids(self, said: str) -> list[str]:
        """The ids that an argument is about, as its description and its name tell; else all."""
        example = EXAMPLE_ID.search(said)
        prefix = example[1] if example else ""
        if not example:
            folded = said.lower()
            found = [prefix for kind, prefix in ID_PREFIXES.items() if kind.lower() in folded]
            prefix = found[0] if found else ""
        # What `node` gives: one id of something else, and it refuses all.
        everything = [each for kind, ids in self.pools.ids.items() if kind not in {"ast", "red"} for each in ids]
        if prefix not in self.pools.ids or "Anything" in said or self.random.random() < self.stray:
            return everything
        return self.pools.ids[prefix] or everything


def _is_input(definition: GraphQLInputField) -> bool:
    return isinstance(get_named_type(definition.type), GraphQLInputObjectType)
