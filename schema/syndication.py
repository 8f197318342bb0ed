"""What editors say of copies."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import syndication
from schema.article_inputs import article_number
from schema.articles import DraftPayload, Info, argument, payload
from schema.results import Forbidden, NotFound, ValidationFailed, mutation

CopyResult = Annotated[
    DraftPayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("CopyResult", description="The draft, or why nothing was done."),
]
One = Annotated[strawberry.ID, argument("The article, public or not.")]
Other = Annotated[strawberry.ID, argument("The article that it is compared with, public or not.")]


@strawberry.type
class SyndicationMutations:
    """What editors decide."""

    @mutation(
        "Let an article lead its story: lists that leave copies out show it, and its copies name it as `canonical`. It"
        " does so until another one is chosen."
    )
    async def choose_lead(
        self,
        info: Info,
        id: Annotated[strawberry.ID, argument("The article; it must be public and have copies.")],  # noqa: A002
    ) -> CopyResult:
        """Choose the lead."""
        return payload((await syndication.choose_lead(info.context.viewer, article_number("id", id))).id)

    @mutation("Call two articles copies of each other, however little alike they are.")
    async def mark_copy(self, info: Info, id: One, other_id: Other) -> CopyResult:  # noqa: A002
        """Mark a pair."""
        return payload((await syndication.mark_copy(info.context.viewer, *_pair(id, other_id))).id)

    @mutation("Say that two articles are no copies of each other, however alike they are or become.")
    async def dismiss_copy(self, info: Info, id: One, other_id: Other) -> CopyResult:  # noqa: A002
        """Dismiss a pair."""
        return payload((await syndication.dismiss_copy(info.context.viewer, *_pair(id, other_id))).id)

    @mutation("Take back what `markCopy` or `dismissCopy` said: the texts alone tell again.")
    async def forget_copy_verdict(self, info: Info, id: One, other_id: Other) -> CopyResult:  # noqa: A002
        """Forget a verdict."""
        return payload((await syndication.forget_copy_verdict(info.context.viewer, *_pair(id, other_id))).id)


def _pair(one: str, other: str) -> tuple[int, int]:
    return article_number("id", one), article_number("otherId", other)
