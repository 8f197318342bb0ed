"""Publishing, unpublishing and planning both; the plan that shows beforehand what will change."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Annotated, Any

import strawberry

from cms import preflight, publishing, scheduling
from cms.preflight import FindingCode
from schema.article_inputs import ArticleInput, article_number, at
from schema.articles import DraftResult, Info, argument, draft_row, payload
from schema.content import Article
from schema.describe import Row
from schema.enums import ScheduleAct, describe
from schema.newsroom import Draft, Schedule
from schema.results import Forbidden, InvalidTransition, NotFound, ValidationFailed, VersionConflict, mutation

describe(
    FindingCode,
    "What the plan for publishing looks for.",
    NOT_PUBLISHABLE="It is taken down, or in the trash.",
    TITLE_MISSING="There is no headline.",
    BODY_MISSING="There is no body.",
    EMBARGO="An embargo holds.",
    DATE_MISSING="It carries no date for readers.",
    DATE_IN_FUTURE="Its date for readers is still to come.",
    SOURCE_MISSING="It names no source.",
    LICENCE_MISSING="It carries no licence.",
    CATEGORY_MISSING="It stands in no category.",
    DUPLICATE_HEADLINE="Another article has the same headline.",
    DUPLICATE_TEXT="Another draft has nearly the same text as the newest one of this; no editor has said whether they"
    " are copies.",
    LINK_NOT_PUBLIC="A linked article is not public.",
    LINK_GONE="Something that it links to was deleted, or nobody but others may know of it.",
    NOT_NEWEST="There are edits that will not go live.",
    REVIEW_OPEN="Its review is not finished.",
    SCHEDULED="It is scheduled already; publishing now cancels that.",
    ASSET_EXPIRED="The rights to a picture or file that it shows have ended.",
    IMAGE_ALT_MISSING="Its picture has no text for those who cannot see it.",
)


@strawberry.enum(description="What happens to an article in a list.")
class ListChange(Enum):
    """What happens in a list."""

    JOINS = strawberry.enum_value("JOINS", description="It comes in.")
    LEAVES = strawberry.enum_value("LEAVES", description="It goes.")
    STAYS = strawberry.enum_value("STAYS", description="It stays, and looks different.")


@strawberry.type(description="Something to look at before publishing.")
class Finding:
    """A finding."""

    code: FindingCode = strawberry.field(description="What it is.")
    field: str = strawberry.field(description="The field that it is about, such as relations.2.")
    message: str = strawberry.field(description="A sentence for editors.")
    blocks: bool = strawberry.field(description="Whether it keeps the article from being published.")


@strawberry.type(description="A list that changes.")
class AffectedList:
    """An affected list."""

    tag: str = strawberry.field(description="Its cache tag, such as category:5, author:3 or list:articles.")
    change: ListChange = strawberry.field(description="What happens to the article in it.")


@strawberry.type(description="What publishing a revision changes, and what is wrong with it.")
class PublishPlan:
    """A plan."""

    revision: int = strawberry.field(description="The number of the revision that goes live.")
    url: str = strawberry.field(description="Where the article will stand.")
    former_url: str | None = strawberry.field(description="Where it stands now, if elsewhere; it leads on.")
    event: str = strawberry.field(description="What everybody who follows the site will be told (docs/events.md).")
    lists: list[AffectedList] = strawberry.field(description="The lists that change.")
    findings: list[Finding] = strawberry.field(description="What is wrong; what blocks comes first.")
    can_publish: bool = strawberry.field(description="Whether nothing blocks.")

    @classmethod
    def of(cls, plan: preflight.PublishPlan) -> PublishPlan:
        """The plan of an operation."""
        return cls(
            revision=plan.revision,
            url=plan.url,
            former_url=plan.former_url,
            event=plan.event,
            lists=[AffectedList(tag=one.tag, change=ListChange(one.change)) for one in plan.lists],
            findings=[
                Finding(code=one.code, field=one.field, message=one.message, blocks=one.blocks) for one in plan.findings
            ],
            can_publish=not any(one.blocks for one in plan.findings),
        )


@strawberry.type(description="The article is public.")
class PublishArticlePayload:
    """A payload."""

    draft: Draft = strawberry.field(description="The draft.")
    article: Article = strawberry.field(description="What readers see.")
    plan: PublishPlan = strawberry.field(description="What `publishPlan` said, and was done.")


@strawberry.type(description="Something is planned.")
class ScheduleArticlePayload:
    """A payload."""

    draft: Draft = strawberry.field(description="The draft.")
    schedule: Schedule = strawberry.field(description="What is planned.")


PublishArticleResult = Annotated[
    PublishArticlePayload | ValidationFailed | Forbidden | NotFound | VersionConflict | InvalidTransition,
    strawberry.union("PublishArticleResult", description="The public article, or why nothing was done."),
]
ScheduleArticleResult = Annotated[
    ScheduleArticlePayload | ValidationFailed | Forbidden | NotFound | VersionConflict | InvalidTransition,
    strawberry.union("ScheduleArticleResult", description="What is planned, or why nothing is."),
]

REVISION = "The number of the revision that goes live; the newest if not given."


async def publish_plan(
    info: Info,
    id: Annotated[strawberry.ID, argument("The article.")],  # noqa: A002
    revision: Annotated[int | None, argument(REVISION)] = None,
) -> PublishPlan | None:
    """The plan."""
    return PublishPlan.of(await publishing.plan(info.context.viewer, article_number("id", id), revision=revision))


@strawberry.type
class PublishingQueries:
    """Looking before publishing."""

    publish_plan: PublishPlan | None = strawberry.field(
        resolver=publish_plan, description="What publishing an article would change now, and what is wrong with it."
    )


@strawberry.type
class PublishingMutations:
    """What publishers do."""

    @mutation("Make an article public now, in place of what readers see of it. Pending plans for publishing end.")
    async def publish_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        revision: Annotated[int | None, argument(REVISION)] = None,
    ) -> PublishArticleResult:
        """Publish."""
        return _published(await publishing.publish(info.context.viewer, revision=revision, **at(input)))

    @mutation("Publish a new revision of a public article with a note that tells readers what was wrong.")
    async def correct_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        note: Annotated[str, argument("What was corrected: 1 to 1,000 characters, public.")],
        revision: Annotated[int | None, argument(REVISION)] = None,
    ) -> PublishArticleResult:
        """Correct."""
        return _published(await publishing.correct(info.context.viewer, note=note, revision=revision, **at(input)))

    @mutation("Take an article out of public. Its draft stays.")
    async def unpublish_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
    ) -> DraftResult:
        """Unpublish."""
        return payload((await publishing.unpublish(info.context.viewer, **at(input))).id)

    @mutation("Take an article out of public for good, also out of its history; a public tombstone tells why.")
    async def take_down_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        reason: Annotated[str, argument("Why: 1 to 1,000 characters, public.")],
    ) -> DraftResult:
        """Take down."""
        return payload((await publishing.take_down(info.context.viewer, reason=reason, **at(input))).id)

    @mutation("Undo a take-down: the tombstone goes, and the article can be published again.")
    async def reinstate_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
    ) -> DraftResult:
        """Reinstate."""
        return payload((await publishing.reinstate(info.context.viewer, **at(input))).id)

    @mutation("Plan to publish or to unpublish an article at a time. What was planned for the same act is replaced.")
    async def schedule_article(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        act: Annotated[ScheduleAct, argument("What to do.")],
        at_: Annotated[datetime, strawberry.argument(name="at", description="When.")],
        revision: Annotated[int | None, argument(REVISION + " Later edits do not change what goes live.")] = None,
    ) -> ScheduleArticleResult:
        """Schedule."""
        row = await scheduling.schedule(info.context.viewer, act=act, due_at=at_, revision=revision, **at(input))
        schedule: Any = Row("schedule", row.id)
        return ScheduleArticlePayload(draft=draft_row(row.draft_id), schedule=schedule)

    @mutation("Cancel what is planned for an article.")
    async def cancel_schedule(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        act: Annotated[ScheduleAct, argument("Which plan.")],
    ) -> DraftResult:
        """Cancel a plan."""
        return payload((await scheduling.cancel(info.context.viewer, act=act, **at(input))).id)

    @mutation("Let nobody publish an article before a time, or lift that again.")
    async def set_embargo(
        self,
        info: Info,
        input: Annotated[ArticleInput, argument("The article.")],  # noqa: A002
        until: Annotated[datetime | None, argument("Until when; null lifts the embargo.")] = None,
    ) -> DraftResult:
        """Set or lift an embargo."""
        return payload((await scheduling.set_embargo(info.context.viewer, until=until, **at(input))).id)


def _published(done: publishing.Published) -> PublishArticlePayload:
    article: Any = Row("article", done.article.id)
    return PublishArticlePayload(draft=draft_row(done.article.id), article=article, plan=PublishPlan.of(done.plan))
