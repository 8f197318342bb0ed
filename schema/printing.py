"""The schema as text. `python -m schema.printing > schema/schema.graphql` keeps the copy in the tree up to date."""

from __future__ import annotations

import sys

import strawberry
from graphql import Node, parse

from schema.build import PARTS


def printed_schema() -> str:
    """The schema in GraphQL's own language, with a line break at its end."""
    return in_order(strawberry.Schema(**PARTS).as_str())


def in_order(text: str) -> str:
    """A schema's text with its definitions in the order of the alphabet; Strawberry puts capitals before the rest."""
    parts = [text[part.loc.start : part.loc.end] for part in sorted(parse(text).definitions, key=_name) if part.loc]
    return "\n\n".join(parts) + "\n"


def _name(definition: Node) -> str:
    name: str = definition.name.value  # type: ignore[attr-defined]  # every definition here has one
    return name.casefold()


if __name__ == "__main__":
    sys.stdout.write(printed_schema())
