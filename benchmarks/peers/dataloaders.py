"""The reference: plain Strawberry, Tortoise with dataloaders, parser and validation caches, Starlette, uvicorn.

    python -m benchmarks.peers.dataloaders DATABASE_URL PORT

Written as a good developer would without a compiler: the ORM with its own engines over the same tables, and a part of
the same schema, so the same operation has the same answer.
"""

from __future__ import annotations

import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.types import Info
from tortoise import Tortoise
from tortoise.expressions import Q
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from benchmarks.peers.loaders import Loaders
from benchmarks.peers.types import (
    Article,
    ArticleConnection,
    ArticleWhere,
    Category,
    Collection,
    Reference,
    Site,
    loaders,
    number,
)
from cms import models
from cms.text import fold
from schema.scalars import DateTime


async def conditions(where: ArticleWhere) -> list[Q]:
    """What a filter asks of the articles."""
    found = []
    if where.listed_at and where.listed_at.before:
        found.append(Q(listed_at__lt=where.listed_at.before))
    if where.word_count and where.word_count.gte is not None:
        found.append(Q(word_count__gte=where.word_count.gte))
    if where.category and where.category.under:
        below = models.CategoryAncestor.filter(ancestor__path=where.category.under)
        found.append(Q(category_id__in=await below.values_list("category_id", flat=True)))
    if where.tag and where.tag.slug:
        found.append(Q(tags__tag__slug=where.tag.slug))
    if where.source and where.source.id:
        found.append(Q(source_id=number(where.source.id)))
    if where.negated:
        found += [~one for one in await conditions(where.negated)]
    return found


@strawberry.type
class Query:
    @strawberry.field
    async def site(self) -> Site:
        return await models.Site.get(id=1)  # type: ignore[return-value]

    @strawberry.field
    async def article(self, id: strawberry.ID) -> Article | None:  # noqa: A002 - the schema's name
        return await models.Article.get_or_none(id=number(id))  # type: ignore[return-value]

    @strawberry.field
    async def articles(self, first: int = 20, where: ArticleWhere | None = None) -> ArticleConnection:
        rows: QuerySet[models.Article] = models.Article.filter(*(await conditions(where) if where else []))
        return ArticleConnection(nodes=await rows.order_by("-listed_at", "-id").limit(first))  # type: ignore[arg-type]

    @strawberry.field
    async def category_tree(self, info: Info) -> list[Category]:
        top = await models.Category.filter(parent_id=None).order_by("position", "id")
        return await loaders(info).shown(top)  # type: ignore[return-value]

    @strawberry.field
    async def collection(self, slug: str) -> Collection | None:
        return await models.Collection.get_or_none(slug=slug)  # type: ignore[return-value]


@strawberry.input
class CreditInput:
    author_id: strawberry.ID
    role: str = "AUTHOR"


@strawberry.input
class TagInput:
    id: strawberry.ID


@strawberry.input
class CreateArticleInput:
    title: str
    html: str
    byline: str = ""
    source_id: strawberry.ID | None = None
    category_id: strawberry.ID | None = None
    credits: list[CreditInput] = strawberry.field(default_factory=list)
    tags: list[TagInput] = strawberry.field(default_factory=list)


@strawberry.input
class UpdateArticleInput:
    id: strawberry.ID
    expected_version: int
    title: str
    html: str


@strawberry.type
class Draft:
    id: strawberry.ID
    version: int


@strawberry.type
class DraftPayload:
    draft: Draft


@strawberry.type
class UpdateArticlePayload:
    draft: Draft


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def create_article(self, input: CreateArticleInput) -> DraftPayload:  # noqa: A002 - the schema's name
        now, slug = datetime.now(UTC), f"{input.title}-{secrets.token_hex(4)}"
        shared = {
            "title": input.title,
            "slug": slug,
            "view_count": 0,
            "source_id": number(input.source_id) if input.source_id else None,
            "category_id": number(input.category_id) if input.category_id else None,
        }
        async with in_transaction() as tx:
            draft = await models.Draft.create(
                using_db=tx, title_key=fold(input.title), created_at=now, updated_at=now, **shared
            )
            article = await models.Article.create(
                using_db=tx,
                id=draft.id,
                revision_id=1,  # it keeps no revisions, and the column wants one
                path=f"/articles/{draft.id}-{slug}",
                subtitle="",
                excerpt="",
                language="zh-Hans",
                canonical_url="",
                credit_line="",
                licence="",
                byline=input.byline,
                word_count=len(input.html),
                reading_minutes=1,
                **{"listed_at": now, "modified_at": now, **shared},
            )
            await models.ArticleBody.create(using_db=tx, article_id=article.id, html=input.html, text="", blocks="[]")
            credit_rows = [
                models.Credit(
                    article_id=article.id, author_id=number(one.author_id), role=one.role, name="", position=n
                )
                for n, one in enumerate(input.credits)
            ]
            await models.Credit.bulk_create(credit_rows, using_db=tx)
            tags = [
                models.ArticleTag(article_id=article.id, tag_id=number(one.id), position=n)
                for n, one in enumerate(input.tags)
            ]
            await models.ArticleTag.bulk_create(tags, using_db=tx)
        return DraftPayload(draft=Draft(id=strawberry.ID(f"art_{draft.id}"), version=draft.version))

    @strawberry.mutation
    async def update_article(self, input: UpdateArticleInput) -> UpdateArticlePayload:  # noqa: A002
        now, draft_id = datetime.now(UTC), number(input.id)
        async with in_transaction() as tx:
            draft = await models.Draft.get(id=draft_id, using_db=tx)
            article = await models.Article.get(id=draft_id, using_db=tx)
            draft.title, draft.title_key, draft.updated_at = input.title, fold(input.title), now
            draft.version += 1
            article.title, article.modified_at, article.word_count = input.title, now, len(input.html)
            await draft.save(using_db=tx)
            await article.save(using_db=tx)
            await models.ArticleBody.filter(article_id=draft_id).using_db(tx).update(html=input.html)
        return UpdateArticlePayload(draft=Draft(id=input.id, version=draft.version))


class View(GraphQL):  # type: ignore[type-arg]
    """Strawberry's own endpoint, with new dataloaders for each request and a fast writer of JSON."""

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        """What the resolvers share."""
        return {"request": request, "response": response, "loaders": Loaders()}

    def encode_json(self, data: object) -> bytes:
        """The bytes of an answer."""
        return orjson.dumps(data)


def make_app(database_url: str) -> Starlette:
    """The application."""
    schema = strawberry.Schema(
        Query,
        Mutation,
        types=[Article, Reference],
        extensions=[ParserCache(maxsize=100), ValidationCache(maxsize=100)],
        scalar_overrides={datetime: DateTime},
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        apps = {"models": {"models": ["cms.models"], "default_connection": "default"}}
        config = {"connections": {"default": engine(database_url)}, "apps": apps}
        await Tortoise.init(config=config, _enable_global_fallback=True)
        yield
        await Tortoise.close_connections()

    async def alive(_request: Request) -> Response:
        return Response(status_code=200)

    return Starlette(routes=[Route("/graphql", View(schema)), Route("/health/ready", alive)], lifespan=lifespan)


def engine(database_url: str) -> dict[str, Any]:
    """The address as the ORM's own engines take it."""
    if database_url.startswith("sqlite:"):
        pragmas = {"journal_mode": "WAL", "synchronous": "FULL", "foreign_keys": "ON", "busy_timeout": 5000}
        path = database_url.removeprefix("sqlite:///")
        return {"engine": "tortoise.backends.sqlite", "credentials": {"file_path": path} | pragmas}
    parts = urlsplit(database_url)
    host = dict(parse_qsl(parts.query)).get("host") or parts.hostname
    credentials = {"host": host, "port": parts.port or 5432, "user": parts.username, "password": parts.password or ""}
    return {"engine": "tortoise.backends.asyncpg", "credentials": credentials | {"database": parts.path[1:]}}


if __name__ == "__main__":
    uvicorn.run(
        make_app(sys.argv[1]),
        port=int(sys.argv[2]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
