"""The reference that the compiler is measured against: slow, plain, and written from the schema's descriptions alone.

It knows the API only as printed SDL, is run by graphql-core's own executor, and answers every field from rows that the
ORM read beforehand. Nothing here shares a line with schema/, so a mistake would have to be made twice to go unseen.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from graphql import ExecutionResult, GraphQLResolveInfo, build_schema, execute_sync, parse

from tests.reference.fields import FIELDS, PREFIXES
from tests.reference.pages import shown_text
from tests.reference.rows import Rows

__all__ = ["Reference", "Rows"]


class Reference:
    """Answers operations from rows in memory."""

    def __init__(self, sdl: str, rows: Rows) -> None:
        self.schema = build_schema(sdl)
        self.rows = rows

    def answer(self, query: str, variables: dict[str, Any] | None = None) -> ExecutionResult:
        """What the API has to answer."""
        return execute_sync(
            self.schema,
            parse(query),
            variable_values=variables,
            field_resolver=self.resolve,
            type_resolver=lambda row, _info, _type: type(row).__name__,
        )

    def resolve(self, parent: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        kind, name = info.parent_type.name, info.field_name
        if kind.endswith("Connection"):
            kind = "Connection"
        elif kind.endswith("Edge"):
            kind = "Edge"
        resolver = FIELDS.get((kind, name))
        if resolver is not None:
            return resolver(self.rows, parent, arguments)
        if name == "id":
            return f"{PREFIXES[kind]}_{parent.id}"
        value = getattr(parent, re.sub("[A-Z]", lambda match: f"_{match[0].lower()}", name))
        return shown_text(value) if isinstance(value, datetime) else value
