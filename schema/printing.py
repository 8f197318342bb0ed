"""The schema as text. `python -m schema.printing > schema/schema.graphql` keeps the copy in the tree up to date."""

from __future__ import annotations

import sys

import strawberry
from strawberry.schema.config import StrawberryConfig

from schema.queries import Query
from schema.scalars import SCALARS


def printed_schema() -> str:
    """The schema in GraphQL's own language, with a line break at its end."""
    return strawberry.Schema(Query, config=StrawberryConfig(scalar_map=SCALARS)).as_str() + "\n"


if __name__ == "__main__":
    sys.stdout.write(printed_schema())
