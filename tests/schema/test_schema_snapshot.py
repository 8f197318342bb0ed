"""The schema in the tree is the schema that is served, and tells a frontend developer what everything means."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    build_schema,
    specified_scalar_types,
)

from cms.db import Database
from cms.settings import Settings
from schema.build import make_schema
from schema.printing import in_order, printed_schema

FILE = Path(__file__).parents[2] / "schema" / "schema.graphql"
SCHEMA = build_schema(printed_schema())
TYPES = {name: each for name, each in SCHEMA.type_map.items() if not name.startswith("__")}
BUILT_IN = set(specified_scalar_types)


def test_the_file_in_the_tree_is_the_schema() -> None:
    remedy = "run `python -m schema.printing > schema/schema.graphql` and look at the difference"

    assert FILE.read_text(encoding="utf-8") == printed_schema(), remedy


def test_what_is_printed_is_what_is_served() -> None:
    served = make_schema(Mock(Database), Settings())

    assert in_order(served.as_str()) == printed_schema()


def test_the_command_writes_the_schema() -> None:
    done = subprocess.run([sys.executable, "-m", "schema.printing"], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout == printed_schema()


def described() -> Iterator[tuple[str, str | None]]:
    """Everything in the schema that can have a description, with its own."""
    for name, gtype in TYPES.items():
        if name in BUILT_IN:
            continue
        yield name, gtype.description
        if isinstance(gtype, GraphQLEnumType):
            yield from ((f"{name}.{value}", definition.description) for value, definition in gtype.values.items())
        if not isinstance(gtype, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            continue
        for field, definition in gtype.fields.items():
            yield f"{name}.{field}", definition.description
            if isinstance(definition, GraphQLField):
                yield from ((f"{name}.{field}({n}:)", a.description) for n, a in definition.args.items())


def test_everything_has_a_description() -> None:
    missing = [name for name, description in described() if not (description or "").strip()]

    assert missing == []


def test_descriptions_are_sentences() -> None:
    unfinished = [name for name, description in described() if not re.search(r"[.)]$", description or "")]

    assert unfinished == []


def test_own_scalars_say_where_they_are_specified() -> None:
    own = [each for name, each in TYPES.items() if isinstance(each, GraphQLScalarType) and name not in BUILT_IN]

    assert own
    for scalar in own:
        assert (scalar.specified_by_url or "").startswith("https://"), scalar.name


def test_every_connection_has_the_same_four_fields() -> None:
    for name, gtype in TYPES.items():
        if not name.endswith("Connection"):
            continue
        assert isinstance(gtype, GraphQLObjectType)
        fields = list(gtype.fields)
        # A search tells more of all its hits.
        fields = fields[:4] if name == "SearchConnection" else fields
        assert fields == ["edges", "nodes", "pageInfo", "totalCount"], name


def test_every_connection_takes_the_four_arguments_of_relay() -> None:
    for name, gtype in TYPES.items():
        for field, definition in getattr(gtype, "fields", {}).items():
            if str(definition.type).rstrip("!").endswith("Connection"):
                assert {"first", "after", "last", "before"} <= set(definition.args), f"{name}.{field}"
