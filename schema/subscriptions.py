"""What can be followed live. Who may know of an event is settled here; the database makes what is shown of it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Annotated, Any

import strawberry

from cms.errors import Unavailable
from cms.live import LoggedEvent
from cms.permissions import Permission, Viewer
from cms.words import Audience
from schema.audit import known_types
from schema.context import Context
from schema.describe import HAPPENINGS, Happening
from schema.events import LOG, OF_OWN_DRAFT, SUBJECTS, Event
from schema.ids import bounded, cursor_part, id_parts, row_number, row_numbers
from schema.newsroom import SEES

Info = strawberry.Info[Context, None]
# The condition under which a viewer is told of an event: none, some SQL, or that it is not for them at all.
Judgement = str | None
Judge = Callable[[Viewer, LoggedEvent], Judgement]
AfterArgument = Annotated[
    str | None,
    strawberry.argument(
        description="Begin after the event with this cursor: nothing is missed or told twice. Without it, with what"
        " happens from now on."
    ),
]
_SEES_DRAFT = "EXISTS(SELECT 1 FROM draft v WHERE v.id={t}.subject_id AND " + SEES.replace("{t}", "v") + ")"
_subject_kind, _subject_number = (convert for _type, convert in id_parts(SUBJECTS))


@strawberry.input(
    description="Which changes of articles. All given fields must hold; of each list, one item. What the article was"
    " shown under before the change counts as well as what it is shown under after it."
)
class ArticleChangeWhere:
    """A filter on the events of articles."""

    ids: list[strawberry.ID] | None = strawberry.field(default=None, description="Of one of these articles.")
    category_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="In one of these categories, or below it."
    )
    source_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="From one of these sources.")
    author_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="By one of these authors.")
    tag_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="With one of these tags.")
    languages: list[str] | None = strawberry.field(
        default=None, description="In one of these languages, or changed from one language to another."
    )
    types: list[str] | None = strawberry.field(
        default=None, description="Of one of these types, such as article.published."
    )


_TAGGED = {"category_ids": "Category", "source_ids": "Source", "author_ids": "Author", "tag_ids": "Tag"}


def _follows(description: str) -> Callable[[Callable[..., Any]], Any]:
    follows: Callable[[Callable[..., Any]], Any] = strawberry.subscription(
        description=description, metadata={HAPPENINGS: True}
    )
    return follows


async def _told(
    info: Info, after: str | None, judge: Judge, permission: Permission | None = None
) -> AsyncGenerator[Any, None]:
    """The events that the viewer is told of; who that is, and what they may do, is asked for each.

    Raises:
        Forbidden: the viewer has not the permission, or not any more.
        EventsGone, SubscriberTooSlow, Unavailable: see `cms.live.Feed.follow`.
    """
    _require(info, permission)
    if info.context.feed is None:
        raise Unavailable("no subscriptions are served here")
    place = cursor_part(LOG, 0)("after", after) if after is not None else None
    async with aclosing(info.context.feed.follow(place)) as logged:  # type: ignore[arg-type]  # a number
        async for event in logged:
            _require(info, permission)
            condition = judge(info.context.viewer, event)
            if condition is not None:
                yield Happening(event.sequence, condition)


def _require(info: Info, permission: Permission | None) -> None:
    if permission is not None:
        info.context.viewer.require(permission)


def _known(viewer: Viewer, event: LoggedEvent) -> Judgement:
    """What cms/event_types.py says of who may know of an event."""
    if event.audience is Audience.PUBLIC:
        return ""
    if event.audience is Audience.ADMIN:
        return "" if Permission.READ_AUDIT in viewer.permissions else None
    if viewer.sees_all_drafts:
        return ""
    return OF_OWN_DRAFT if event.subject_kind == "draft" and Permission.WRITE in viewer.permissions else None


@strawberry.type(
    description="What happens, as it happens. Every event has its cursor: whoever begins after the last one they have"
    " misses nothing, however they were cut off."
)
class Subscription:
    """The root of all subscriptions."""

    @_follows(
        "All that changes, as far as the viewer may know of it; as `events` of the queries. Needs the permission"
        " READ_EVENTS."
    )
    async def events(
        self,
        info: Info,
        after: AfterArgument = None,
        types: Annotated[
            list[str] | None, strawberry.argument(description="Only these types, such as article.published.")
        ] = None,
        subject: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Only about the item with this id; an article and its draft are one."),
        ] = None,
    ) -> AsyncGenerator[Event, None]:
        """See the description."""
        wanted = None if types is None else frozenset(known_types("types", types))
        about = None if subject is None else _subjects(subject)

        def judge(viewer: Viewer, event: LoggedEvent) -> Judgement:
            if wanted is not None and event.type not in wanted:
                return None
            if about is not None and (event.subject_kind, event.subject_id) not in about:
                return None
            return _known(viewer, event)

        async with aclosing(_told(info, after, judge, Permission.READ_EVENTS)) as told:
            async for each in told:
                yield each

    @_follows("Changes of articles that readers can see, for everybody: published, updated, corrected, taken back.")
    async def article_changed(
        self,
        info: Info,
        after: AfterArgument = None,
        where: Annotated[
            ArticleChangeWhere | None, strawberry.argument(description="Only changes that fulfil this.")
        ] = None,
    ) -> AsyncGenerator[Event, None]:
        """See the description."""
        matches = _matcher(where or ArticleChangeWhere())

        def judge(_viewer: Viewer, event: LoggedEvent) -> Judgement:
            is_public = event.audience is Audience.PUBLIC and event.subject_kind == "article"
            return "" if is_public and matches(event) else None

        async with aclosing(_told(info, after, judge)) as told:
            async for each in told:
                yield each

    @_follows(
        "What happens to drafts and to the articles they become, as far as the viewer may see the drafts. Needs the"
        " permission WRITE."
    )
    async def draft_changed(
        self,
        info: Info,
        after: AfterArgument = None,
        id: Annotated[  # noqa: A002
            strawberry.ID | None, strawberry.argument(description="Only of the draft with this id, such as art_17.")
        ] = None,
    ) -> AsyncGenerator[Event, None]:
        """See the description."""
        number = None if id is None else row_number("Article")("id", id) or 0

        def judge(viewer: Viewer, event: LoggedEvent) -> Judgement:
            if event.subject_kind not in {"draft", "article"} or number not in {None, event.subject_id}:
                return None
            return "" if viewer.sees_all_drafts else _SEES_DRAFT

        async with aclosing(_told(info, after, judge, Permission.WRITE)) as told:
            async for each in told:
                yield each


def _subjects(subject: str) -> set[tuple[object, object]]:
    kind, number = _subject_kind("subject", subject), _subject_number("subject", subject)
    return {(kind, number), ("draft" if kind == "article" else kind, number)}


def _matcher(where: ArticleChangeWhere) -> Callable[[LoggedEvent], bool]:
    """What tells whether an event of an article is wanted.

    Raises:
        BadUserInput: an id or a type that cannot be, or too many of them.
    """
    tags = []
    for name, kind in _TAGGED.items():
        if (given := getattr(where, name)) is not None:
            numbers = row_numbers(kind)(f"where.{name}", given)
            tags.append(frozenset(f"{kind.lower()}:{number}" for number in numbers))
    ids = None if where.ids is None else frozenset(row_numbers("Article")("where.ids", [*where.ids]))
    types = None if where.types is None else frozenset(known_types("where.types", where.types))
    languages = None if where.languages is None else frozenset(bounded("where.languages", where.languages))

    def matches(event: LoggedEvent) -> bool:
        return (
            (ids is None or event.subject_id in ids)
            and (types is None or event.type in types)
            and (languages is None or event.language in languages or "language" in event.changed)
            and not any(event.tags.isdisjoint(wanted) for wanted in tags)
        )

    return matches
