"""Filters: input types whose fields carry the SQL condition that they stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import strawberry

from cms import text
from cms.db.sql import holding
from schema.describe import Runs, SQLType
from schema.enums import AuthorKind, CreditRole, DraftStatus, ReviewState, ScheduleAct, ScheduleState, SourceKind
from schema.ids import bounded, private_row, row_number, row_numbers
from schema.runs import BY_AUTHOR, BY_CATEGORY, BY_LANGUAGE, BY_SOURCE, BY_TAG

CONDITION = "condition"


@dataclass(frozen=True)
class Test:
    """A comparison with one bound value: SQL over `{t}` and `{value}`."""

    template: str
    sql_type: SQLType = "text"
    convert: Callable[[str, Any], object] | None = None
    runs: Runs | None = None

    @property
    def parts(self) -> tuple[tuple[SQLType, Callable[[str, Any], object] | None], ...]:
        """The type and the converter of the only value."""
        return ((self.sql_type, self.convert),)


@dataclass(frozen=True)
class Parts:
    """A comparison with several values that are read out of one: SQL over `{t}`, `{value}`, `{value_2}`, and so on."""

    template: str
    parts: tuple[tuple[SQLType, Callable[[str, Any], object]], ...]


@dataclass(frozen=True)
class Among:
    """Membership in a bound list."""

    expression: str
    sql_type: SQLType = "text"
    convert: Callable[[str, Any], object] | None = bounded


@dataclass(frozen=True)
class Nested:
    """A filter on another table: SQL over `{t}`, `{s}` (the other table's alias) and `{condition}` on it.

    `template` begins with the other table; `probe`, if there is one, asks it about one row. `runs` are those of the
    keys that the condition holds for.
    """

    template: str
    probe: str = ""
    runs: Runs | None = None


@dataclass(frozen=True)
class Truth:
    """A condition without a value, or its opposite."""

    condition: str


@dataclass(frozen=True)
class Operators:
    """An input of operators on one expression; its fields name the comparison.

    `also` is an expression that has the same value wherever that one has any: what holds for it is found by its index.
    """

    expression: str
    sql_type: SQLType
    also: str = ""


@dataclass(frozen=True)
class AllOf:
    """Every one of a list of filters."""


@dataclass(frozen=True)
class AnyOf:
    """At least one of a list of filters."""


@dataclass(frozen=True)
class Not:
    """The filter does not hold; rows for which it is undecided (a missing source, say) count as not fulfilling it."""


def condition(meaning: object, description: str, *, name: str | None = None) -> Any:
    """An optional field of a filter."""
    return strawberry.field(default=strawberry.UNSET, description=description, name=name, metadata={CONDITION: meaning})


def folded(_name: str, value: str) -> str:
    """The name as it is looked for."""
    return text.fold(value)


def as_it_is(_name: str, value: str) -> str:
    """The name itself."""
    return value


def identified(kind: str) -> Any:
    """The field `id` of a filter."""
    return condition(Test("{t}.id = {value}", "int", row_number(kind)), f"The {kind} with this id.")


def identified_among(kind: str) -> Any:
    """The field `ids` of a filter."""
    return condition(Among("{t}.id", "int", row_numbers(kind)), "One of these ids; at most 100.")


def slugged() -> Any:
    """The field `slug` of a filter."""
    return condition(Test("{t}.slug = {value}"), "Exactly this slug.")


def named() -> Any:
    """The field `name` of a filter."""
    # The folded name has an index.
    parts = Parts("{t}.key = {value} AND {t}.name = {value_2}", (("text", folded), ("text", as_it_is)))
    return condition(parts, "Exactly this name.")


COMPARISONS = {"eq": "=", "before": "<", "until": "<=", "after": ">", "since": ">=", "gte": ">=", "lte": "<="}


@strawberry.input(description="A span of time. All given bounds must hold.")
class DateTimeFilter:
    """A span of time."""

    before: datetime | None = strawberry.field(default=strawberry.UNSET, description="Earlier than this.")
    until: datetime | None = strawberry.field(default=strawberry.UNSET, description="At this time or earlier.")
    after: datetime | None = strawberry.field(default=strawberry.UNSET, description="Later than this.")
    since: datetime | None = strawberry.field(default=strawberry.UNSET, description="At this time or later.")


@strawberry.input(description="A range of whole numbers. All given bounds must hold.")
class IntFilter:
    """A range of numbers."""

    eq: int | None = strawberry.field(default=strawberry.UNSET, description="Exactly this.")
    gte: int | None = strawberry.field(default=strawberry.UNSET, description="This or more.")
    lte: int | None = strawberry.field(default=strawberry.UNSET, description="This or less.")


@strawberry.input(description="Which sources. All given fields must hold.")
class SourceWhere:
    """A filter on sources."""

    id: strawberry.ID | None = identified("Source")
    ids: list[strawberry.ID] | None = identified_among("Source")
    slug: str | None = slugged()
    name: str | None = named()
    kinds: list[SourceKind] | None = condition(Among("{t}.kind"), "One of these kinds.")


@strawberry.input(description="Which authors. All given fields must hold.")
class AuthorWhere:
    """A filter on authors."""

    id: strawberry.ID | None = identified("Author")
    ids: list[strawberry.ID] | None = identified_among("Author")
    slug: str | None = slugged()
    name: str | None = named()
    kind: AuthorKind | None = condition(Test("{t}.kind = {value}"), "A person, or an organisation.")


@strawberry.input(description="Which categories. All given fields must hold.")
class CategoryWhere:
    """A filter on categories."""

    id: strawberry.ID | None = identified("Category")
    ids: list[strawberry.ID] | None = identified_among("Category")
    path: str | None = condition(Test("{t}.path = {value}"), "Exactly this path.")
    under: str | None = condition(
        Test(
            "{t}.id IN (SELECT a.category_id FROM category_ancestor a JOIN category b ON b.id = a.ancestor_id"
            " WHERE b.path = {value})"
        ),
        "The category with this path, or one below it.",
    )


@strawberry.input(description="Which tags. All given fields must hold.")
class TagWhere:
    """A filter on tags."""

    id: strawberry.ID | None = identified("Tag")
    ids: list[strawberry.ID] | None = identified_among("Tag")
    slug: str | None = slugged()
    name: str | None = named()


@strawberry.input(description="Which credits of an article. All given fields must hold.")
class CreditWhere:
    """A filter on credits."""

    roles: list[CreditRole] | None = condition(Among("{t}.role"), "In one of these roles.")
    author: AuthorWhere | None = condition(
        Nested(
            "{t}.author_id IN (SELECT {s}.id FROM author {s} WHERE {condition})",
            "EXISTS(SELECT 1 FROM author {s} WHERE {s}.id = {t}.author_id AND {condition})",
        ),
        "Given to such an author.",
    )


@strawberry.input(description="Which articles. All given fields must hold; an empty filter holds for all.")
class ArticleWhere:
    """A filter on articles."""

    id: strawberry.ID | None = identified("Article")
    ids: list[strawberry.ID] | None = identified_among("Article")
    slug: str | None = slugged()
    language: str | None = condition(
        Test("{t}.language = {value}", runs=BY_LANGUAGE), "Exactly this language (BCP 47)."
    )
    urgency: IntFilter | None = condition(Operators("{t}.urgency", "int"), "The urgency, 1 (most) to 9.")
    word_count: IntFilter | None = condition(Operators("{t}.word_count", "int"), "The length in words.")
    published_at: DateTimeFilter | None = condition(
        Operators("{t}.published_at", "time", also="{t}.listed_at"),
        "The date shown to readers; articles without one never match.",
    )
    listed_at: DateTimeFilter | None = condition(
        Operators("{t}.listed_at", "time"), "The date that lists sort by; every article has one."
    )
    modified_at: DateTimeFilter | None = condition(Operators("{t}.modified_at", "time"), "The last change.")
    source: SourceWhere | None = condition(
        Nested(
            "{t}.source_id IN (SELECT {s}.id FROM source {s} WHERE {condition})",
            runs=replace(BY_SOURCE, keys="SELECT {s}.id AS run FROM source {s} WHERE {condition}"),
        ),
        "From such a source.",
    )
    category: CategoryWhere | None = condition(
        Nested(
            "{t}.category_id IN (SELECT {s}.id FROM category {s} WHERE {condition})",
            runs=replace(BY_CATEGORY, keys="SELECT {s}.id AS run FROM category {s} WHERE {condition}"),
        ),
        "In such a category.",
    )
    credit: CreditWhere | None = condition(
        Nested(
            "{t}.id IN (SELECT {s}.article_id FROM credit {s} WHERE {condition})",
            "EXISTS(SELECT 1 FROM credit {s} WHERE {s}.article_id = {t}.id AND {condition})",
        ),
        "With such a credit.",
    )
    author: AuthorWhere | None = condition(
        Nested(
            "{t}.id IN (SELECT c.article_id FROM credit c JOIN author {s} ON {s}.id = c.author_id WHERE {condition})",
            "EXISTS(SELECT 1 FROM credit c JOIN author {s} ON {s}.id = c.author_id"
            " WHERE c.article_id = {t}.id AND {condition})",
            replace(BY_AUTHOR, keys="SELECT {s}.id AS run FROM author {s} WHERE {condition}"),
        ),
        "Credited to such an author, in whatever role.",
    )
    tag: TagWhere | None = condition(
        Nested(
            "{t}.id IN (SELECT j.article_id FROM article_tag j JOIN tag {s} ON {s}.id = j.tag_id WHERE {condition})",
            "EXISTS(SELECT 1 FROM article_tag j JOIN tag {s} ON {s}.id = j.tag_id"
            " WHERE j.article_id = {t}.id AND {condition})",
            replace(BY_TAG, keys="SELECT {s}.id AS run FROM tag {s} WHERE {condition}"),
        ),
        "With such a tag.",
    )
    and_: list[ArticleWhere] | None = condition(AllOf(), "All of these hold.", name="and")
    or_: list[ArticleWhere] | None = condition(AnyOf(), "At least one of these holds.", name="or")
    not_: ArticleWhere | None = condition(Not(), "This does not hold.", name="not")


def containing(name: str, value: str) -> str:
    """The pattern of LIKE for folded texts that hold a text; the condition says ESCAPE '!'."""
    return holding(text.fold(value))


def user_number(name: str, value: str) -> int:
    """The row number in a user's id."""
    return private_row("User", name, value)


@strawberry.input(description="Which drafts. All given fields must hold; an empty filter holds for all.")
class DraftWhere:
    """A filter on drafts."""

    ids: list[strawberry.ID] | None = identified_among("Article")
    statuses: list[DraftStatus] | None = condition(Among("{t}.status"), "In one of these statuses.")
    reviews: list[ReviewState] | None = condition(Among("{t}.review"), "In one of these states of review.")
    title_contains: str | None = condition(
        Test("{t}.title_key LIKE {value} ESCAPE '!'", convert=containing),
        "Somewhere in the headline; width and case of letters do not matter.",
    )
    owner_id: strawberry.ID | None = condition(Test("{t}.owner_id = {value}", "int", user_number), "Made by this user.")
    assignee_id: strawberry.ID | None = condition(
        Test("{t}.assignee_id = {value}", "int", user_number), "Assigned to this user."
    )
    is_assigned: bool | None = condition(Truth("{t}.assignee_id IS NOT NULL"), "Whether it is assigned to anybody.")
    is_scheduled: bool | None = condition(
        Truth("{t}.id IN (SELECT s.draft_id FROM schedule s WHERE s.state = 'PENDING')"), "Whether a plan is pending."
    )
    source: SourceWhere | None = condition(
        Nested("{t}.source_id IN (SELECT {s}.id FROM source {s} WHERE {condition})"), "From such a source."
    )
    category: CategoryWhere | None = condition(
        Nested("{t}.category_id IN (SELECT {s}.id FROM category {s} WHERE {condition})"), "In such a category."
    )
    author: AuthorWhere | None = condition(
        Nested(
            "{t}.id IN (SELECT j.draft_id FROM draft_author j JOIN author {s} ON {s}.id = j.author_id"
            " WHERE {condition})"
        ),
        "Its newest revision credits such an author, in whatever role.",
    )
    tag: TagWhere | None = condition(
        Nested("{t}.id IN (SELECT j.draft_id FROM draft_tag j JOIN tag {s} ON {s}.id = j.tag_id WHERE {condition})"),
        "Its newest revision has such a tag.",
    )
    language: str | None = condition(Test("{t}.language = {value}"), "Its newest revision is in exactly this language.")
    created_at: DateTimeFilter | None = condition(Operators("{t}.created_at", "time"), "When it was made.")
    updated_at: DateTimeFilter | None = condition(Operators("{t}.updated_at", "time"), "When it last changed.")
    and_: list[DraftWhere] | None = condition(AllOf(), "All of these hold.", name="and")
    or_: list[DraftWhere] | None = condition(AnyOf(), "At least one of these holds.", name="or")
    not_: DraftWhere | None = condition(Not(), "This does not hold.", name="not")


@strawberry.input(description="Which plans. All given fields must hold.")
class ScheduleWhere:
    """A filter on schedules."""

    acts: list[ScheduleAct] | None = condition(Among("{t}.act"), "Of one of these acts.")
    states: list[ScheduleState] | None = condition(Among("{t}.state"), "In one of these states.")
    due_at: DateTimeFilter | None = condition(Operators("{t}.due_at", "time"), "When they are due.")
