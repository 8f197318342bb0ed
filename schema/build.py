"""The schema, put together."""

from __future__ import annotations

import strawberry
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig

from cms.db import Database
from schema.content import Article, Author, Category, Collection, Reference, Source, Tag
from schema.errors import QuietSchema
from schema.executor import make_executor
from schema.queries import Query
from schema.scalars import SCALARS


def make_schema(database: Database) -> strawberry.Schema:
    """The schema of a site."""
    return QuietSchema(
        Query,
        types=[Article, Author, Category, Collection, Reference, Source, Tag],
        config=StrawberryConfig(scalar_map=SCALARS, relay_max_results=100),
        execution_context_class=make_executor(database),
        extensions=[ParserCache, ValidationCache],
    )
