"""Authors, for editors: all of them, and changing them."""

from __future__ import annotations

from typing import Annotated

import strawberry

from cms import authors
from cms.authors import AuthorFields
from cms.permissions import Permission
from schema.connection import Connection
from schema.content import Author
from schema.describe import Rows, connection
from schema.enums import AuthorKind, CompletionKind
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
from schema.where import AuthorWhere


@strawberry.input(description="A new author.")
class CreateAuthorInput:
    """An input."""

    name: str = strawberry.field(description="The name: 1 to 200 characters.")
    slug: str | None = optional(NEW_SLUG)
    kind: AuthorKind | None = optional("A person, or an organisation.")
    description: str | None = optional("A few words: 10,000 characters at most.")
    url: str | None = optional("The own site: http or https.")

    def fields(self) -> AuthorFields:
        """As the operation takes it."""
        return AuthorFields(**vars(self))


@strawberry.input(description="Changes of an author. What is left out or null stays; an empty text clears.")
class UpdateAuthorInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)
    name: str | None = optional("The name: 1 to 200 characters.")
    slug: str | None = optional(SLUG)
    kind: AuthorKind | None = optional("A person, or an organisation.")
    description: str | None = optional("A few words: 10,000 characters at most.")
    url: str | None = optional("The own site: http or https.")

    def fields(self) -> AuthorFields:
        """As the operation takes it."""
        given = {name: value for name, value in vars(self).items() if name not in {"id", "expected_version"}}
        return AuthorFields(**given)


@strawberry.type(description="The author as it is now.")
class AuthorPayload:
    """A payload."""

    author: Author = strawberry.field(description="The author.")

    @classmethod
    def of(cls, row_id: int) -> AuthorPayload:
        """The payload of a row."""
        return cls(author=row("author", row_id))


AuthorResult = Annotated[
    AuthorPayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("AuthorResult", description="The author, or why nothing was done."),
]


@strawberry.type
class AuthorQueries:
    """Authors, public or not."""

    all_authors: Connection[Author] | None = connection(
        Rows("author"),
        BY_NAME,
        "All authors, those that only drafts use too, by name (Chinese by pinyin).",
        permission=Permission.WRITE,
        where=AuthorWhere,
        search=searching(CompletionKind.AUTHOR, "{t}.key", "{t}.slug"),
    )


@strawberry.type
class AuthorMutations:
    """What editors do to authors."""

    @mutation("Make an author. Several may share a name.")
    async def create_author(
        self,
        info: Info,
        input: Annotated[CreateAuthorInput, argument("What is told of it.")],  # noqa: A002
    ) -> AuthorResult:
        """Make one."""
        made = await authors.create_author(info.context.viewer, input.fields())
        return AuthorPayload.of(made.id)

    @mutation("Change what is told of an author. Names printed in bylines stay.")
    async def update_author(
        self,
        info: Info,
        input: Annotated[UpdateAuthorInput, argument("What changes.")],  # noqa: A002
    ) -> AuthorResult:
        """Change one."""
        row_id, version = number("Author", "id", input.id), input.expected_version
        await authors.update_author(info.context.viewer, row_id, input.fields(), expected_version=version)
        return AuthorPayload.of(row_id)

    @mutation("Delete an author that no draft and no public article uses. Merge one that is used into another.")
    async def delete_author(
        self,
        info: Info,
        input: Annotated[DeleteInput, argument("Which one.")],  # noqa: A002
    ) -> DeleteResult:
        """Delete one."""
        row_id = number("Author", "id", input.id)
        await authors.delete_author(info.context.viewer, row_id, expected_version=input.expected_version)
        return deleted("Author", row_id)

    @mutation(
        "Make two authors one: every credit of the first is the second's then, and the first is gone. Names printed in"
        " bylines stay; where one article credits both in one role, the credit further ahead stays."
    )
    async def merge_authors(
        self,
        info: Info,
        input: Annotated[MergeInput, argument("Both.")],  # noqa: A002
    ) -> AuthorResult:
        """Make two one."""
        survivor = await authors.merge_authors(info.context.viewer, *input.numbers("Author"), **input.versions)
        return AuthorPayload.of(survivor.id)
