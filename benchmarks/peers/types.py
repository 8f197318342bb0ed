"""The reference's types: plain Strawberry over rows of the ORM, with a dataloader for whatever is no column."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Self

import strawberry
from strawberry.types import Info

from benchmarks.peers.loaders import WRITERS, Loaders
from cms import models


def loaders(info: Info) -> Loaders:
    """The dataloaders of the request."""
    found: Loaders = info.context["loaders"]
    return found


@strawberry.type
class Site:
    name: str
    tagline: str
    language: str


@strawberry.type
class Source:
    name: str
    url: str

    @strawberry.field
    def id(self: Any) -> strawberry.ID:
        return strawberry.ID(f"src_{self.id}")


@strawberry.type
class Author:
    name: str
    kind: str

    @strawberry.field
    def id(self: Any) -> strawberry.ID:
        return strawberry.ID(f"aut_{self.id}")


@strawberry.type
class Credit:
    role: str
    name: str
    author: Author


@strawberry.type
class Tag:
    name: str
    slug: str


@strawberry.type
class Category:
    name: str
    path: str

    @strawberry.field
    async def breadcrumb(self: Any, info: Info) -> list[Category]:
        return await loaders(info).breadcrumbs.load(self.id)

    @strawberry.field
    async def children(self: Any, info: Info) -> list[Category]:
        return await loaders(info).shown(await loaders(info).children.load(self.id))  # type: ignore[return-value]


@strawberry.type
class Body:
    html: str


@strawberry.interface
class Item:
    title: str
    teaser: str
    url: str


@strawberry.type
class Reference(Item):
    is_truncated: bool

    @classmethod
    def is_type_of(cls, row: Any, _info: Any) -> bool:
        return isinstance(row, models.Reference)


@strawberry.type
class RelationEdge:
    kind: str
    node: Item


@strawberry.type
class RelatedConnection:
    edges: list[RelationEdge]

    @strawberry.field
    def nodes(self: Any) -> list[Item]:
        return [edge.node for edge in self.edges]


@strawberry.type
class Article(Item):
    subtitle: str
    excerpt: str
    language: str
    byline: str
    canonical_url: str
    published_at: datetime | None
    modified_at: datetime
    collected_at: datetime | None
    word_count: int
    reading_minutes: int

    @classmethod
    def is_type_of(cls, row: Any, _info: Any) -> bool:
        return isinstance(row, models.Article)

    @strawberry.field
    def id(self: Any) -> strawberry.ID:
        return strawberry.ID(f"art_{self.id}")

    @strawberry.field
    def teaser(self: Any) -> str:
        return str(self.excerpt)

    @strawberry.field
    def url(self: Any) -> str:
        return str(self.path)

    @strawberry.field
    async def body(self: Any, info: Info) -> Body:
        return await loaders(info).bodies.load(self.id)

    @strawberry.field
    async def source(self: Any, info: Info) -> Source | None:
        return await loaders(info).sources.load(self.source_id) if self.source_id else None

    @strawberry.field
    async def category(self: Any, info: Info) -> Category | None:
        return await loaders(info).categories.load(self.category_id) if self.category_id else None

    @strawberry.field
    async def credits(self: Any, info: Info) -> list[Credit]:
        return await loaders(info).credits.load(self.id)

    @strawberry.field
    async def authors(self: Any, info: Info) -> list[Author]:
        return [credit.author for credit in await loaders(info).credits.load(self.id) if credit.role in WRITERS]

    @strawberry.field
    async def tags(self: Any, info: Info) -> list[Tag]:
        return await loaders(info).tags.load(self.id)

    @strawberry.field
    async def related(self: Any, info: Info, first: int = 20) -> RelatedConnection:
        found = await loaders(info).related(self.id)
        return RelatedConnection(edges=[RelationEdge(kind=kind, node=item) for kind, item in found[:first]])  # type: ignore[arg-type]


@strawberry.type
class Collection:
    title: str

    @strawberry.field
    async def items(self: Any, info: Info, first: int = 10) -> list[Item]:
        return await loaders(info).items(self, first)  # type: ignore[return-value]


@strawberry.type
class ArticleConnection:
    nodes: list[Article]


@strawberry.input
class DateTimeFilter:
    before: datetime | None = None


@strawberry.input
class IntFilter:
    gte: int | None = None


@strawberry.input
class CategoryWhere:
    under: str | None = None


@strawberry.input
class TagWhere:
    slug: str | None = None


@strawberry.input
class SourceWhere:
    id: strawberry.ID | None = None


@strawberry.input
class ArticleWhere:
    listed_at: DateTimeFilter | None = None
    word_count: IntFilter | None = None
    category: CategoryWhere | None = None
    tag: TagWhere | None = None
    source: SourceWhere | None = None
    negated: Annotated[Self | None, strawberry.argument(name="not")] = strawberry.field(name="not", default=None)


def number(given: str) -> int:
    """The number in a global id."""
    return int(given.partition("_")[2])
