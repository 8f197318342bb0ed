"""Sources, for editors: all of them, and changing them."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import sources
from cms.permissions import Permission
from cms.sources import SourceFields
from schema.connection import Connection
from schema.content import Source
from schema.describe import Rows, connection
from schema.enums import CompletionKind, SourceKind
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
from schema.where import SourceWhere


@strawberry.input(description="A new source.")
class CreateSourceInput:
    """An input."""

    name: str = strawberry.field(description="Its name: 1 to 200 characters, of no other source.")
    slug: str | None = optional(NEW_SLUG)
    kind: SourceKind | None = optional("What sort of organisation it is.")
    url: str | None = optional("Its own site: http or https.")
    licence: str | None = optional("The licence its articles come under: 200 characters at most.")
    credit_line: str | None = optional("How it wants to be credited: 300 characters at most.")
    language: str | None = optional("The language it publishes in (BCP 47).")

    def fields(self) -> SourceFields:
        """As the operation takes it."""
        return SourceFields(**vars(self))


@strawberry.input(description="Changes of a source. What is left out or null stays; an empty text clears.")
class UpdateSourceInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    name: str | None = optional("Its name: 1 to 200 characters, of no other source.")
    slug: str | None = optional(SLUG)
    kind: SourceKind | None = optional("What sort of organisation it is.")
    url: str | None = optional("Its own site: http or https.")
    licence: str | None = optional("The licence its articles come under: 200 characters at most.")
    credit_line: str | None = optional("How it wants to be credited: 300 characters at most.")
    language: str | None = optional("The language it publishes in (BCP 47).")

    def fields(self) -> SourceFields:
        """As the operation takes it."""
        given = {name: value for name, value in vars(self).items() if name not in {"id", "expected_version"}}
        return SourceFields(**given)


@strawberry.type(description="The source as it is now.")
class SourcePayload:
    """A payload."""

    source: Source = strawberry.field(description="The source.")

    @classmethod
    def of(cls, row_id: int) -> SourcePayload:
        """The payload of a row."""
        return cls(source=row("source", row_id))


SourceResult = Annotated[
    SourcePayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("SourceResult", description="The source, or why nothing was done."),
]


@strawberry.type
class SourceQueries:
    """Sources, public or not."""

    all_sources: Connection[Source] | None = connection(
        Rows("source"),
        BY_NAME,
        "All sources, those that only drafts use too, by name (Chinese by pinyin).",
        permission=Permission.WRITE,
        where=SourceWhere,
        search=searching(CompletionKind.SOURCE, "{t}.key", "{t}.slug"),
    )


@strawberry.type
class SourceMutations:
    """What editors do to sources."""

    @mutation("Make a source. No other may have its name, however it is written.")
    async def create_source(
        self,
        info: Info,
        input: Annotated[CreateSourceInput, argument("What is told of it.")],  # noqa: A002
    ) -> SourceResult:
        """Make one."""
        made = await sources.create_source(info.context.viewer, input.fields())
        return SourcePayload.of(made.id)

    @mutation("Change what is told of a source. It shows wherever the source does.")
    async def update_source(
        self,
        info: Info,
        input: Annotated[UpdateSourceInput, argument("What changes.")],  # noqa: A002
    ) -> SourceResult:
        """Change one."""
        row_id, version = number("Source", "id", input.id), input.expected_version
        await sources.update_source(info.context.viewer, row_id, input.fields(), expected_version=version)
        return SourcePayload.of(row_id)

    @mutation("Delete a source that no draft and no public article uses. Merge one that is used into another.")
    async def delete_source(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteResult:
        """Delete one."""
        row_id = number("Source", "id", input.id)
        await sources.delete_source(info.context.viewer, row_id, expected_version=input.expected_version)
        return deleted("Source", row_id)

    @mutation("Make two sources one: what the first published is of the second then, and the first is gone.")
    async def merge_sources(
        self,
        info: Info,
        input: Annotated[MergeInput, argument("Both.")],  # noqa: A002
    ) -> SourceResult:
        """Make two one."""
        survivor = await sources.merge_sources(info.context.viewer, *input.numbers("Source"), **input.versions)
        return SourcePayload.of(survivor.id)
