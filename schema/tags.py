"""Tags, for editors: all of them, and changing them."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import tags
from cms.permissions import Permission
from cms.tags import TagFields
from schema.connection import Connection
from schema.content import Tag
from schema.describe import Rows, connection
from schema.enums import CompletionKind
from schema.orders import BY_NAME
from schema.results import Forbidden, NotFound, ValidationFailed, VersionConflict, mutation
from schema.vocabulary import (
    ID,
    NEW_SLUG,
    SLUG,
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
from schema.where import TagWhere


@strawberry.input(description="A new tag.")
class CreateTagInput:
    """An input."""

    name: str = strawberry.field(description="The keyword: 1 to 100 characters, of no other tag.")
    slug: str | None = optional(NEW_SLUG)
    media_topic: str | None = optional("Its IPTC Media Topic code, such as medtop:01000000.")

    def fields(self) -> TagFields:
        """As the operation takes it."""
        return TagFields(**vars(self))


@strawberry.input(description="Changes of a tag. What is left out or null stays; an empty text clears.")
class UpdateTagInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    name: str | None = optional("The keyword: 1 to 100 characters, of no other tag.")
    slug: str | None = optional(SLUG)
    media_topic: str | None = optional("Its IPTC Media Topic code, such as medtop:01000000.")

    def fields(self) -> TagFields:
        """As the operation takes it."""
        given = {name: value for name, value in vars(self).items() if name not in {"id", "expected_version"}}
        return TagFields(**given)


@strawberry.type(description="The tag as it is now.")
class TagPayload:
    """A payload."""

    tag: Tag = strawberry.field(description="The tag.")

    @classmethod
    def of(cls, row_id: int) -> TagPayload:
        """The payload of a row."""
        return cls(tag=row("tag", row_id))


TagResult = Annotated[
    TagPayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("TagResult", description="The tag, or why nothing was done."),
]


@strawberry.type
class TagQueries:
    """Tags, public or not."""

    all_tags: Connection[Tag] | None = connection(
        Rows("tag"),
        BY_NAME,
        "All tags, those that only drafts use too, by name (Chinese by pinyin).",
        permission=Permission.WRITE,
        where=TagWhere,
        search=searching(CompletionKind.TAG, "{t}.key", "{t}.slug"),
    )


@strawberry.type
class TagMutations:
    """What editors do to tags."""

    @mutation("Make a tag. No other may have its name, however it is written.")
    async def create_tag(
        self,
        info: Info,
        input: Annotated[CreateTagInput, argument("What is told of it.")],  # noqa: A002
    ) -> TagResult:
        """Make one."""
        made = await tags.create_tag(info.context.viewer, input.fields())
        return TagPayload.of(made.id)

    @mutation("Change what is told of a tag. It shows wherever the tag does.")
    async def update_tag(
        self,
        info: Info,
        input: Annotated[UpdateTagInput, argument("What changes.")],  # noqa: A002
    ) -> TagResult:
        """Change one."""
        row_id, version = number("Tag", "id", input.id), input.expected_version
        await tags.update_tag(info.context.viewer, row_id, input.fields(), expected_version=version)
        return TagPayload.of(row_id)

    @mutation("Delete a tag that no draft and no public article uses. Merge one that is used into another.")
    async def delete_tag(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteResult:
        """Delete one."""
        row_id = number("Tag", "id", input.id)
        await tags.delete_tag(info.context.viewer, row_id, expected_version=input.expected_version)
        return deleted("Tag", row_id)

    @mutation("Make two tags one: what carries the first carries the second then, each once, and the first is gone.")
    async def merge_tags(
        self,
        info: Info,
        input: Annotated[MergeInput, argument("Both.")],  # noqa: A002
    ) -> TagResult:
        """Make two one."""
        survivor = await tags.merge_tags(info.context.viewer, *input.numbers("Tag"), **input.versions)
        return TagPayload.of(survivor.id)
