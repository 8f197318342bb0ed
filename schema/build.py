"""The schema, put together."""

from __future__ import annotations

from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from cms.db import Database
from cms.settings import Settings
from schema.auth import AuthMutations
from schema.documents import DocumentChecksFactory
from schema.errors import QuietSchema
from schema.executor import make_executor
from schema.queries import Query
from schema.scalars import SCALARS


@strawberry.type(description="Everything that changes something. A refusal is an answer: select it from the union.")
class Mutation(AuthMutations):
    """The root of all mutations."""


PARTS: dict[str, Any] = {"query": Query, "mutation": Mutation, "config": StrawberryConfig(scalar_map=SCALARS)}


def make_schema(database: Database, settings: Settings) -> strawberry.Schema:
    """The schema of a site, with the limits of its settings, answered from its database."""
    return QuietSchema(
        **PARTS,
        execution_context_class=make_executor(database, settings.max_cost),
        extensions=[DocumentChecksFactory(settings)],
    )
