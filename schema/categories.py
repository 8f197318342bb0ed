"""The tree of categories, for editors: all of it, and changing it."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import categories, models
from cms.categories import CategoryFields
from cms.permissions import Permission
from schema.connection import Connection
from schema.content import Category
from schema.describe import Rows, column, connection, one
from schema.enums import CompletionKind
from schema.orders import BY_PATH
from schema.results import Forbidden, NotFound, ValidationFailed, VersionConflict, mutation
from schema.vocabulary import (
    ID,
    VERSION,
    DeleteInput,
    DeleteResult,
    Info,
    MergeInput,
    argument,
    deleted,
    number,
    optional,
    row,
    searching,
)
from schema.where import CategoryWhere

NAME = "Its name: 1 to 100 characters, of no other category beside it."
DESCRIPTION = "A few words: 10,000 characters at most."
POSITION = "Its place among the categories there, counted from 0; the end if not given or too far."


@strawberry.input(description="A new category.")
class CreateCategoryInput:
    """An input."""

    name: str = strawberry.field(description=NAME)
    slug: str | None = optional("Its own part of the path: small letters, digits and dashes; made from the name.")
    description: str | None = optional(DESCRIPTION)
    parent_id: strawberry.ID | None = optional("The category above; null is the top of the tree.")
    position: int | None = optional(POSITION)


@strawberry.input(description="Changes of a category. What is left out or null stays; an empty text clears.")
class UpdateCategoryInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    name: str | None = optional(NAME)
    slug: str | None = optional("Its own part of the path. All paths below change with it; the former ones lead on.")
    description: str | None = optional(DESCRIPTION)


@strawberry.input(description="Where a category goes, with all below it.")
class MoveCategoryInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    parent_id: strawberry.ID | None = optional("The category above; left out or null, it goes to the top of the tree.")
    position: int | None = optional(POSITION)


@strawberry.type(description="A category, and its place among all that stand beside it, public or not.")
class CategoryEntry:
    """A category as editors see it."""

    category: Category = one(Rows("category", "{t}.id={key}", key="{p}.id"), "The category.")
    position: int = column("Its place, counted from 0.")


@strawberry.type(description="The category as it is now.")
class CategoryPayload:
    """A payload."""

    category: Category = strawberry.field(description="The category.")
    position: int = strawberry.field(description="Its place among all that stand beside it, counted from 0.")

    @classmethod
    def of(cls, category: models.Category) -> CategoryPayload:
        """The payload of a row."""
        return cls(category=row("category", category.id), position=category.position)


CategoryResult = Annotated[
    CategoryPayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("CategoryResult", description="The category, or why nothing was done."),
]


@strawberry.type
class CategoryQueries:
    """Categories, public or not."""

    all_categories: Connection[CategoryEntry] | None = connection(
        Rows("category"),
        BY_PATH,
        "All categories, those without public articles too, by path.",
        permission=Permission.WRITE,
        where=CategoryWhere,
        search=searching(CompletionKind.CATEGORY, "{t}.key", "{t}.path"),
    )


@strawberry.type
class CategoryMutations:
    """What editors do to the tree."""

    @mutation("Make a category. The tree is 10 deep at most.")
    async def create_category(
        self,
        info: Info,
        input: Annotated[CreateCategoryInput, argument("What it is, and where.")],  # noqa: A002
    ) -> CategoryResult:
        """Make one."""
        made = await categories.create_category(
            info.context.viewer,
            CategoryFields(input.name, input.slug, input.description),
            parent_id=_parent(input.parent_id),
            position=input.position,
        )
        return CategoryPayload.of(made)

    @mutation("Change what is told of a category.")
    async def update_category(
        self,
        info: Info,
        input: Annotated[UpdateCategoryInput, argument("What changes.")],  # noqa: A002
    ) -> CategoryResult:
        """Change one."""
        row_id = number("Category", "id", input.id)
        fields = CategoryFields(input.name, input.slug, input.description)
        changed = await categories.update_category(
            info.context.viewer, row_id, fields, expected_version=input.expected_version
        )
        return CategoryPayload.of(changed)

    @mutation(
        "Put a category, with all below it, elsewhere in the tree, or at another place among its neighbours. The former"
        " paths lead on."
    )
    async def move_category(
        self,
        info: Info,
        input: Annotated[MoveCategoryInput, argument("Which one, and where to.")],  # noqa: A002
    ) -> CategoryResult:
        """Move one."""
        row_id = number("Category", "id", input.id)
        moved = await categories.move_category(
            info.context.viewer,
            row_id,
            parent_id=_parent(input.parent_id),
            position=input.position,
            expected_version=input.expected_version,
        )
        return CategoryPayload.of(moved)

    @mutation("Delete a category that no draft and no article is in, that none is below, and that limits nobody.")
    async def delete_category(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteResult:
        """Delete one."""
        row_id = number("Category", "id", input.id)
        await categories.delete_category(info.context.viewer, row_id, expected_version=input.expected_version)
        return deleted("Category", row_id)

    @mutation(
        "Make two categories one: what is in or below the first is in or below the second then, whoever was limited to"
        " the first is limited to the second, and the first is gone. Refused while both have a category of the same"
        " name right below them, and into one below itself."
    )
    async def merge_categories(
        self,
        info: Info,
        input: Annotated[MergeInput, argument("Both.")],  # noqa: A002
    ) -> CategoryResult:
        """Make two one."""
        numbers = input.numbers("Category")
        survivor = await categories.merge_categories(info.context.viewer, *numbers, **input.versions)
        return CategoryPayload.of(survivor)


def _parent(value: str | None) -> int | None:
    return None if value is None else number("Category", "parentId", value)
