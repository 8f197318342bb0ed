"""Doing one thing to many articles: what works is done, what does not is told, one answer an article."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

import strawberry

from cms import publishing, reviewing, trash
from cms.db import transaction, writing
from cms.errors import CMSError, FieldProblem
from cms.errors import ValidationFailed as Invalid
from schema.article_inputs import ArticleInput, at, user_number
from schema.articles import Info, argument, draft_row
from schema.newsroom import Draft
from schema.results import Refusal, ValidationFailed, mutation, refusal_of

MOST_ARTICLES = 100


@strawberry.type(description="What became of one article: exactly one of `draft` and `refusal` is there.")
class BulkOutcome:
    """An outcome."""

    id: strawberry.ID = strawberry.field(description="The article.")
    draft: Draft | None = strawberry.field(description="The draft as it is now.")
    refusal: Refusal | None = strawberry.field(description="Why nothing was done to it.")


@strawberry.type(description="What became of each article, in the order asked for.")
class BulkPayload:
    """A payload."""

    outcomes: list[BulkOutcome] = strawberry.field(description="One an article.")
    done_count: int = strawberry.field(description="To how many it was done.")
    refused_count: int = strawberry.field(description="How many were refused.")


BulkResult = Annotated[
    BulkPayload | ValidationFailed,
    strawberry.union("BulkResult", description="What became of each, or why nothing was done to any."),
]

Articles = Annotated[list[ArticleInput], argument(f"The articles, at most {MOST_ARTICLES}.")]


@strawberry.type
class BulkMutations:
    """The bulk forms."""

    @mutation("Make articles public now.")
    async def publish_articles(self, info: Info, articles: Articles) -> BulkResult:
        """Publish."""
        return await _each(articles, lambda given: publishing.publish(info.context.viewer, **given))

    @mutation("Take articles out of public.")
    async def unpublish_articles(self, info: Info, articles: Articles) -> BulkResult:
        """Unpublish."""
        return await _each(articles, lambda given: publishing.unpublish(info.context.viewer, **given))

    @mutation("Put articles into the trash.")
    async def trash_articles(self, info: Info, articles: Articles) -> BulkResult:
        """Trash."""
        return await _each(articles, lambda given: trash.trash(info.context.viewer, **given))

    @mutation("Say who shall go on with articles.")
    async def assign_articles(
        self,
        info: Info,
        articles: Articles,
        user_id: Annotated[strawberry.ID | None, argument("Who; null is nobody in particular.")] = None,
    ) -> BulkResult:
        """Assign."""
        number = user_number(user_id)
        return await _each(articles, lambda given: reviewing.assign(info.context.viewer, user_id=number, **given))


async def _each(articles: list[ArticleInput], act: Callable[[dict[str, Any]], Awaitable[object]]) -> BulkPayload:
    """Do something to each article: all in one transaction, and each in a savepoint that a refusal undoes.

    Raises:
        ValidationFailed: there are too many.
    """
    if len(articles) > MOST_ARTICLES:
        message = f"{len(articles)} articles are too many; at most {MOST_ARTICLES}"
        raise Invalid(FieldProblem("articles", message))
    async with writing():
        refusals = [await _try(article, act) for article in articles]
    outcomes = [
        BulkOutcome(
            id=article.id,
            draft=draft_row(at(article)["draft_id"]) if refusal is None else None,
            refusal=refusal,
        )
        for article, refusal in zip(articles, refusals, strict=True)
    ]
    refused = sum(refusal is not None for refusal in refusals)
    return BulkPayload(outcomes=outcomes, done_count=len(outcomes) - refused, refused_count=refused)


async def _try(article: ArticleInput, act: Callable[[dict[str, Any]], Awaitable[object]]) -> Refusal | None:
    try:
        async with transaction():
            await act(at(article))
    except CMSError as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        return refusal
    return None
