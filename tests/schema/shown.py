"""What the tests of preview and history ask with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cms.db import Database
from cms.models.fields import canonical
from cms.permissions import Viewer
from schema.build import make_schema
from schema.context import Context
from schema.errors import code_of
from tests.schema.differential import WIDE

# Everything that an article shows, and everything near it that shows the article.
NEARBY = "totalCount nodes { id title listedAt } pageInfo { hasNextPage startCursor endCursor }"
ARTICLE = f"""
fragment Everything on Article {{
  __typename id title subtitle slug teaser excerpt url byline language publishedAt listedAt modifiedAt collectedAt
  canonicalUrl urgency wordCount readingMinutes viewCount creditLine licence body {{ html text blocks }}
  source {{ id name slug kind articles(first: 100) {{ {NEARBY} }} }}
  category {{ path parent {{ path }} children {{ path }} breadcrumb {{ name }} articles(last: 3) {{ {NEARBY} }} }}
  credits {{ name role position author {{ name articles(first: 100, orderBy: OLDEST) {{ {NEARBY} }} }} }}
  reporters: credits(roles: [REPORTER]) {{ name }}
  authors {{ name }}
  tags {{ name articles(first: 2, where: {{not: {{urgency: {{gte: 5}}}}}}) {{ {NEARBY} }} }}
  relations {{ kind position target {{ __typename ... on Article {{ id title related {{ totalCount }} }}
    ... on Reference {{ title url isTruncated }} }} }}
  related(first: 3) {{ totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor kind node {{
    __typename title teaser url ... on Article {{ id credits {{ author {{ name }} }} tags {{ name }} }} }} }} }}
  lastRelated: related(last: 2) {{ nodes {{ title }} pageInfo {{ hasPreviousPage }} }}
}}
"""


class Reader:
    """The API as one viewer sees it; `statements` counts the SQL of the last operation."""

    def __init__(self, database: Database, viewer: Viewer | None = None) -> None:
        self.schema = make_schema(database, WIDE)
        self.viewer = viewer or Viewer.anonymous()
        self.context = Context()

    @property
    def statements(self) -> int:
        return self.context.statements

    async def send(self, query: str, **variables: Any) -> tuple[Any, list[tuple[str, str, list[Any] | None]]]:
        """The data, and code, message and path of every error."""
        self.context = Context(viewer=self.viewer)
        result = await self.schema.execute(query, variable_values=variables, context_value=self.context)
        return result.data, [(code_of(error), error.message, error.path) for error in result.errors or ()]

    async def ask(self, query: str, **variables: Any) -> Any:
        """The data; errors fail the test."""
        data, errors = await self.send(query, **variables)
        assert not errors, f"{errors}\n{query}\n{variables}"
        return data

    async def article(self, **arguments: object) -> Any:
        """Everything of the article that the arguments name."""
        return (await self.ask(f"{{ article({written(arguments)}) {{ ...Everything }} }} {ARTICLE}"))["article"]


def written(arguments: dict[str, object]) -> str:
    """Arguments as GraphQL writes them."""
    return ", ".join(f"{name}: {_literal(value)}" for name, value in arguments.items())


def _literal(value: object) -> str:
    if isinstance(value, datetime):
        return f'"{canonical(value)}"'
    return f'"{value}"' if isinstance(value, str) else str(value)
