"""Comparing the compiler's answers with the reference's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson
import strawberry
from graphql import GraphQLSchema

from cms.db import Database
from cms.errors import BadUserInput
from cms.settings import Settings
from schema.build import make_schema
from schema.context import Context
from schema.errors import code_of, refusal_in
from tests.operations import Pools
from tests.reference import Reference, Rows
from tests.reference.fields import PREFIXES
from tests.reference.pages import ARTICLE_ORDERS, BY_CLOSENESS, BY_NAME, BY_PLACE_IN_STORY, Ordering

# The limits have tests of their own; here operations may be as large as they come.
WIDE = Settings(max_tokens=100_000, max_depth=100, max_aliases=1000, max_directives=1000, max_root_fields=1000)
WIDE = WIDE.model_copy(update={"max_cost": 10**30})
OTHERS = {"NEVER": ["art_999999", "src_2147483647", "tag_99999999999"], "TIME": ["2026-01-25T12:00:00+08:00"]}


@dataclass
class Both:
    """The API and the reference over the same data."""

    database: Database
    schema: strawberry.Schema
    reference: Reference
    sql: list[tuple[str, Any]] = field(default_factory=list)  # what was read, the latest last

    @classmethod
    async def over(cls, database: Database) -> Both:
        """Both over what the database holds now."""
        schema = make_schema(database, WIDE)
        both = cls(database, schema, Reference(schema.as_str(), await Rows.read()))
        fetch = database.fetch

        async def recorded(sql: str, parameters: Any = (), **options: Any) -> bytes | str | None:
            both.sql.append((sql, parameters))
            return await fetch(sql, parameters, **options)

        database.fetch = recorded  # type: ignore[method-assign] # to look at the statements
        return both

    async def reread(self) -> None:
        """Let the reference know what the database holds now."""
        self.reference = Reference(self.schema.as_str(), await Rows.read())

    @property
    def printed(self) -> GraphQLSchema:
        """The schema as the reference knows it."""
        return self.reference.schema

    async def ask(self, query: str, variables: dict[str, Any] | None = None) -> Any:
        """The API's data; errors fail the test."""
        result = await self.schema.execute(query, variable_values=variables, context_value=Context())
        assert not result.errors, f"{result.errors}\n{query}\n{variables}"
        return result.data

    async def refused(self, query: str, variables: dict[str, Any] | None = None) -> tuple[str, str, str]:
        """Code, named field and message of the first error; an answer fails the test."""
        result = await self.schema.execute(query, variable_values=variables, context_value=Context())
        assert result.errors, f"answered: {result.data}\n{query}\n{variables}"
        refusal = refusal_in(result.errors[0])
        name = refusal.field if isinstance(refusal, BadUserInput) else ""
        return code_of(result.errors[0]), name, result.errors[0].message

    async def agree(self, query: str, variables: dict[str, Any] | None = None) -> Any:
        """The answer that both give, with one statement; a difference fails the test."""
        before = len(self.sql)
        data = await self.ask(query, variables)
        expected = self.reference.answer(query, variables)
        assert expected.errors is None, f"the reference: {expected.errors}\n{query}\n{variables}"
        same = orjson.dumps(data) == orjson.dumps(expected.data)
        assert same, f"{difference(data, expected.data)}\n{query}\n{variables}"
        assert len(self.sql) - before <= 1, f"{query}\n{variables}"
        return data


def difference(got: Any, wanted: Any, path: str = "data") -> str:
    """Where two answers differ first."""
    if isinstance(got, dict) and isinstance(wanted, dict) and list(got) == list(wanted):
        return next((difference(got[k], wanted[k], f"{path}.{k}") for k in got if got[k] != wanted[k]), "")
    if isinstance(got, list) and isinstance(wanted, list) and len(got) == len(wanted):
        pairs = enumerate(zip(got, wanted, strict=True))
        return next((difference(g, w, f"{path}.{i}") for i, (g, w) in pairs if g != w), "")
    return f"{path} is\n  {got!r}\nbut should be\n  {wanted!r}"


def pools_of(rows: Rows) -> Pools:
    """Values to ask with: what is there, and a few that are not."""
    values: dict[str, list[Any]] = {
        "Boolean": [True, False],
        "Int": [0, 1, 2, 5, 9, 30, 2147483647],
        "DateTime": [*OTHERS["TIME"], "2026-01-28T01:30:00Z", "2026-01-26T19:30:00-06:00", "1000-01-01T00:00:00Z"],
        "Category.under": ["", *(row.path for row in rows.all("Category"))],
        "Article.language": ["en", "zh-Hans", "de"],
        "Node.id": OTHERS["NEVER"],
    }
    for kind, prefix in PREFIXES.items():
        found = rows.all(kind)
        ids = [f"{prefix}_{row.id}" for row in found] + [f"{prefix}_999999"]
        values[f"{kind}.id"] = values[f"{kind}.ids"] = ids
        values["Node.id"] = values["Node.id"] + ids
        for column in ("slug", "name", "path"):
            values[f"{kind}.{column}"] = ["nowhere", *(getattr(row, column) for row in found if hasattr(row, column))]
    for sign in rows.all("Redirect"):
        kind, column = sign.kind.title(), "path" if sign.kind == "CATEGORY" else "slug"
        values[f"{kind}.{column}"].append(sign.former_slug)
        if sign.former_id is not None:
            values[f"{kind}.id"].append(f"{PREFIXES[kind]}_{sign.former_id}")
            values["Node.id"].append(values[f"{kind}.id"][-1])
    values["Node.ids"] = values["Node.id"]
    values["HotArticle.category"] = values["Category.id"] + values["Category.path"]
    values["Tombstone.id"], values["Tombstone.slug"] = values["Article.id"], values["Article.slug"]
    return Pools(values, _cursors(rows))


def _cursors(rows: Rows) -> dict[str, list[str]]:
    orders = {name: (order, "Article") for name, order in ARTICLE_ORDERS.items()}
    orders |= {f"{kind}Connection": (BY_NAME, kind) for kind in ("Source", "Author", "Tag")}
    orders |= {
        "CategoryConnection": (Ordering("PATH", "path"), "Category"),
        "CollectionConnection": (Ordering("SLUG", "slug"), "Collection"),
        "ArticleConnection": (BY_PLACE_IN_STORY, "Copy"),
    }
    found = {kind: [order.cursor(row) for row in rows.all(table)] for kind, (order, table) in orders.items()}
    related = [*rows.all("Relation"), *rows.all("Neighbour")]
    return found | {
        "RelatedConnection": [
            BY_CLOSENESS.cursor(row) for row in related if hasattr(row, "place") or hasattr(row, "score")
        ]
    }
