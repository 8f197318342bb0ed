"""The schema as text. `python -m schema.printing > schema/schema.graphql` keeps the copy in the tree up to date."""

from __future__ import annotations

import sys

import strawberry

from schema.build import PARTS


def printed_schema() -> str:
    """The schema in GraphQL's own language, with a line break at its end."""
    return strawberry.Schema(**PARTS).as_str() + "\n"


if __name__ == "__main__":
    sys.stdout.write(printed_schema())
