"""The hot lists, what editors want of them, and hits that other systems counted."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from cms import hits, hot
from cms.errors import BadUserInput
from cms.hits import Recorded
from cms.hot import WHOLE_SITE
from cms.permissions import Permission
from schema.connection import Connection
from schema.content import Article
from schema.describe import Argument, Rows, column, connection, first_argument, many, one
from schema.enums import HotTrend, HotWindow
from schema.ids import PREFIXES, row_number
from schema.newsroom import SEES, Draft
from schema.orders import BY_CHOICE, BY_RANK
from schema.results import Forbidden, NotFound, ValidationFailed, mutation
from schema.visible import by_id, by_slug
from schema.vocabulary import Info, argument, number, optional

POSITION = "Its place, counted from 1: 1 to 100. In a shorter list it is the last one."
UNTIL = "Until when; without it, until somebody ends it."
TREND = (
    f"CASE WHEN {{t}}.former_rank IS NULL THEN '{HotTrend.NEW}' WHEN {{t}}.former_rank>{{t}}.rank THEN '{HotTrend.UP}'"
    f" WHEN {{t}}.former_rank<{{t}}.rank THEN '{HotTrend.DOWN}' ELSE '{HotTrend.SAME}' END"
)
_CATEGORY = row_number("Category")


def _category_id(name: str, value: str) -> int:
    """The number in a category's id; 0, which none has, for a path."""
    return (_CATEGORY(name, value) or 0) if "_" in value else 0


def _category_path(_name: str, value: str) -> str:
    """The path; the empty text, which none has, for an id."""
    return "" if "_" in value else value


def _is_category() -> str:
    """The condition that a list is that of a category, by its id `{value}` or its path `{value_2}`."""
    numbered = by_id("category").partition("=")[2]
    named = by_slug("category", "path").partition("=")[2].replace("{value}", "{value_2}")
    return f"{{t}}.category_id=CASE WHEN {{value}}>0 THEN {numbered} ELSE {named} END"


@strawberry.type(description="One place of a hot list.")
class HotArticle:
    """A place."""

    rank: int = column("Its place, from 1. Where an article has just gone there is a gap, for a minute at most.")
    score: int = column(
        "Its hits in hundredths, each of them halved for every half-life since: as of when the list last changed."
    )
    trend: HotTrend = column("How it moves.", TREND)
    previous_rank: int | None = column(
        "Where it stood then; null if it was not among the first hundred.", "{t}.former_rank"
    )
    is_pinned: bool = column("Whether an editor gave it this place.")
    node: Article = one(Rows("article", "{t}.id={key}", key="{p}.article_id"), "The article.")


@strawberry.type(description="What an editor wants of an article in the hot lists.")
class HotChoice:
    """A choice."""

    position: int | None = column("The place that it was given, from 1; null if it is excluded.")
    is_excluded: bool = column("Whether it is kept out.", "({t}.position IS NULL)")
    until: datetime | None = column("Until when; null if until somebody ends it.")
    draft: Draft | None = one(Rows("draft", "{t}.id={key} AND " + SEES, key="{p}.article_id"), "The article.")


@strawberry.type
class HotQueries:
    """The hot lists."""

    hot_articles: list[HotArticle] = many(
        Rows("hot_place", "EXISTS(SELECT 1 FROM article v WHERE v.id={t}.article_id)"),
        BY_RANK,
        "What is read most just now, the hottest first; of the whole site, or of a category with all below it. A list"
        " has a hundred places at most, and is computed once a minute (docs/hot.md).",
        window=Argument(HotWindow, "How far to look back.", "{t}.span={value}", default=HotWindow.DAY),
        category=Argument(
            strawberry.ID | None,
            "A category by its id, such as cat_3, or by its path; null is the whole site.",
            _is_category(),
            parts=(("int", _category_id), ("text", _category_path)),
            absent=f"{{t}}.category_id={WHOLE_SITE}",
        ),
        first=first_argument(10),
    )
    hot_choices: Connection[HotChoice] | None = connection(
        Rows("hot_choice", identity="article_id"),
        BY_CHOICE,
        "What was pinned or excluded by hand, public or not, by the articles' ids, the largest first.",
        permission=Permission.EDIT,
    )


@strawberry.input(description="An article, and its place in the hot lists.")
class PinHotArticleInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="The article's id, public or not: it shows when it is.")
    position: int = strawberry.field(default=1, description=POSITION)
    until: datetime | None = optional(UNTIL)


@strawberry.input(description="An article to keep out of the hot lists.")
class ExcludeHotArticleInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="The article's id.")
    until: datetime | None = optional(UNTIL)


@strawberry.input(description="An article.")
class HotArticleInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="The article's id.")


@strawberry.type(description="What is wanted of an article in the hot lists now. It shows within seconds.")
class HotChoicePayload:
    """A payload."""

    article_id: strawberry.ID = strawberry.field(description="The article's id.")
    position: int | None = strawberry.field(description="The place that it was given; null if none.")
    is_excluded: bool = strawberry.field(description="Whether it is kept out.")
    until: datetime | None = strawberry.field(description="Until when; null if until somebody ends it.")


HotChoiceResult = Annotated[
    HotChoicePayload | ValidationFailed | Forbidden | NotFound,
    strawberry.union("HotChoiceResult", description="What is wanted now, or why nothing was done."),
]


@strawberry.input(description="How often an article was read, as another system counted it.")
class RecordHitsInput:
    """An input."""

    article_id: strawberry.ID = strawberry.field(description="The article.")
    count: int = strawberry.field(description="How often: 1 to 1,000,000.")
    at: datetime | None = optional("When, to the hour; now if not given. Long ago it counts for `viewCount` alone.")


@strawberry.type(description="The hits are added.")
class RecordHitsPayload:
    """A payload."""

    recorded: int = strawberry.field(description="How many entries were added.")
    left_out: list[strawberry.ID] = strawberry.field(description="The articles that are not public, so were left out.")


RecordHitsResult = Annotated[
    RecordHitsPayload | ValidationFailed | Forbidden,
    strawberry.union("RecordHitsResult", description="What was added, or why nothing was."),
]


@strawberry.type
class HotMutations:
    """What editors do to the hot lists, and what other systems add to them."""

    @mutation("Give an article a place in the hot lists: of the site, and of its category and all above it.")
    async def pin_hot_article(
        self,
        info: Info,
        input: Annotated[PinHotArticleInput, argument("What, and where.")],  # noqa: A002
    ) -> HotChoiceResult:
        """Pin one."""
        row_id = number("Article", "id", input.id)
        made = await hot.pin(info.context.viewer, row_id, position=input.position, until=input.until)
        return _chosen(row_id, made.position, until=made.until)

    @mutation("Take away the place that an article was given in the hot lists.")
    async def unpin_hot_article(
        self,
        info: Info,
        input: Annotated[HotArticleInput, argument("What.")],  # noqa: A002
    ) -> HotChoiceResult:
        """Unpin one."""
        row_id = number("Article", "id", input.id)
        await hot.unpin(info.context.viewer, row_id)
        return _chosen(row_id)

    @mutation("Keep an article out of all hot lists, however much it is read.")
    async def exclude_hot_article(
        self,
        info: Info,
        input: Annotated[ExcludeHotArticleInput, argument("What.")],  # noqa: A002
    ) -> HotChoiceResult:
        """Exclude one."""
        row_id = number("Article", "id", input.id)
        made = await hot.exclude(info.context.viewer, row_id, until=input.until)
        return _chosen(row_id, until=made.until, is_excluded=True)

    @mutation("Let an article into the hot lists again that was kept out.")
    async def include_hot_article(
        self,
        info: Info,
        input: Annotated[HotArticleInput, argument("What.")],  # noqa: A002
    ) -> HotChoiceResult:
        """Include one."""
        row_id = number("Article", "id", input.id)
        await hot.include(info.context.viewer, row_id)
        return _chosen(row_id)

    @mutation("Add how often articles were read, as another system counted it; at most 1,000 entries.")
    async def record_hits(
        self,
        info: Info,
        input: Annotated[list[RecordHitsInput], argument("How often which article was read.")],  # noqa: A002
    ) -> RecordHitsResult:
        """Record hits."""
        recorded = [
            Recorded(_article(f"input.{place}.articleId", one.article_id), one.count, one.at)
            for place, one in enumerate(input)
        ]
        left_out = set(await hits.record_hits(info.context.viewer, recorded))
        return RecordHitsPayload(
            recorded=sum(one.article_id not in left_out for one in recorded),
            left_out=[strawberry.ID(f"{PREFIXES['Article']}_{row_id}") for row_id in sorted(left_out)],
        )


def _article(name: str, value: str) -> int:
    """The number in an article's id.

    Raises:
        BadUserInput: it is none that an article can have.
    """
    found = row_number("Article")(name, value)
    if found is None:
        raise BadUserInput(name, f"there is no article {value}")
    return found


def _chosen(
    row_id: int, position: int | None = None, *, until: datetime | None = None, is_excluded: bool = False
) -> HotChoicePayload:
    shown = strawberry.ID(f"{PREFIXES['Article']}_{row_id}")
    return HotChoicePayload(article_id=shown, position=position, is_excluded=is_excluded, until=until)
